#include "app/window/past_sessions_dialog.h"

#include "app/panels/controls.h"
#include "app/panels/style.h"
#include "app/window/session_run.h"
#include "model/framework/session_summary.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

QString minutesText(qint64 ms) {
    return u"%1:%2"_s.arg(ms / 60'000).arg(ms / 1'000 % 60, 2, 10, QLatin1Char('0'));
}

QString pointsText(const PastSession& past) {
    return past.points > 0 ? PastSessionsDialog::tr("%1 of %2").arg(past.touched).arg(past.points) : u"–"_s;
}

/// All of it, from its document; nothing when that is gone.
std::optional<PracticeSession> read(const PastSession& past) {
    const auto document = Document::open(past.path, Document::Use::Reader);
    if (!document)
        return std::nullopt;
    const QList<PracticeSession> sessions = (*document)->sessions();
    const auto at = std::find_if(sessions.begin(), sessions.end(),
                                 [&](const PracticeSession& each) { return each.id == past.id; });
    return at == sessions.end() ? std::nullopt : std::optional(*at);
}

QString firstText(const std::optional<PracticeSession>& session, const char* name) {
    const auto at = session ? timeOf(*session, SessionEventKind::First, QLatin1String(name)) : std::nullopt;
    return at ? minutesText(*at) : u"–"_s;
}

QString countText(const std::optional<PracticeSession>& session, SessionEventKind kind) {
    if (!session)
        return u"–"_s;
    return QString::number(std::count_if(session->events.begin(), session->events.end(),
                                         [kind](const SessionEvent& each) { return each.kind == kind; }));
}

} // namespace

PastSessionsDialog::PastSessionsDialog(const QList<PastSession>& sessions, const Templates& templates,
                                       const QString& language, QWidget* parent)
    : QDialog(parent)
    , sessions_(sessions)
    , templates_(templates)
    , language_(language)
    , list_(new QTreeWidget)
    , table_(new QTableWidget)
    , open_(new QPushButton(tr("Open the board")))
    , again_(new QPushButton(tr("Try again"))) {
    setWindowTitle(tr("Past sessions"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(QSize(760, 600).boundedTo(parent ? parent->size() * 0.92 : QSize(760, 600)));
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setHeaderLabels({tr("Case"), tr("Date"), tr("Framework"), tr("Time used"), tr("Points touched")});
    for (const PastSession& past : sessions) {
        const PracticeCase* practice = templates.practiceCase(past.practice);
        const Framework* framework = templates.framework(past.framework);
        new QTreeWidgetItem(list_, {practice ? practice->title.in(language) : past.practice,
                                    QLocale().toString(past.started.toLocalTime(), QLocale::ShortFormat),
                                    framework ? framework->title.in(language) : past.framework,
                                    tr("%1 of %2:00").arg(minutesText(past.elapsed)).arg(past.minutes),
                                    pointsText(past)});
    }
    for (int column = 0; column < list_->columnCount(); ++column)
        list_->resizeColumnToContents(column);
    list_->setColumnWidth(0, std::max(list_->columnWidth(0), 200));
    list_->setColumnWidth(2, std::min(list_->columnWidth(2), 190));
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setFocusPolicy(Qt::TabFocus);
    table_->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(12);
    column->addWidget(mutedLabel(sessions.isEmpty()
                                     ? tr("There are no practice sessions yet.")
                                     : tr("Choose two (with Ctrl) to see them side by side.")));
    column->addWidget(list_, 1);
    column->addWidget(table_, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(open_, QDialogButtonBox::ActionRole);
    buttons->addButton(again_, QDialogButtonBox::ActionRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(list_, &QTreeWidget::itemSelectionChanged, this, &PastSessionsDialog::selectionChanged);
    connect(list_, &QTreeWidget::itemActivated, open_, &QPushButton::click);
    connect(open_, &QPushButton::clicked, this, [this] {
        const QString path = chosen().value(0).path;
        accept();
        Q_EMIT openWanted(path);
    });
    connect(again_, &QPushButton::clicked, this, [this] {
        const PastSession past = chosen().value(0);
        accept();
        Q_EMIT againWanted({past.practice, past.framework, past.minutes});
    });
    if (!sessions.isEmpty())
        list_->setCurrentItem(list_->topLevelItem(0));
    selectionChanged();
}

int PastSessionsDialog::count() const {
    return list_->topLevelItemCount();
}

void PastSessionsDialog::choose(const QList<int>& rows) {
    list_->clearSelection();
    for (const int row : rows)
        list_->topLevelItem(row)->setSelected(true);
}

QList<PastSession> PastSessionsDialog::chosen() const {
    QList<PastSession> rows;
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        if (list_->topLevelItem(i)->isSelected())
            rows.append(sessions_.at(i));
    }
    return rows;
}

void PastSessionsDialog::selectionChanged() {
    const QList<PastSession> rows = chosen();
    open_->setEnabled(rows.size() == 1);
    again_->setEnabled(rows.size() == 1 && templates_.practiceCase(rows.first().practice));
    table_->setVisible(rows.size() == 2);
    if (rows.size() == 2)
        compare(rows.last(), rows.first()); // the earlier one at the left
    else
        table_->clear();
}

void PastSessionsDialog::compare(const PastSession& one, const PastSession& other) {
    const std::optional<PracticeSession> a = read(one);
    const std::optional<PracticeSession> b = read(other);
    const auto caption = [this](const PastSession& past) {
        const PracticeCase* practice = templates_.practiceCase(past.practice);
        return u"%1\n%2"_s.arg(practice ? practice->title.in(language_) : past.practice,
                               QLocale().toString(past.started.toLocalTime(), QLocale::ShortFormat));
    };
    struct Line {
        QString what, left, right;
    };
    QList<Line> lines;
    lines.append({tr("Time used"), minutesText(one.elapsed), minutesText(other.elapsed)});
    lines.append({tr("Points touched"), pointsText(one), pointsText(other)});
    const std::array<std::pair<const char*, QString>, 5> marks{
        {{firsts::kRequirement, tr("First requirement")},
         {firsts::kOffline, tr("First offline metric")},
         {firsts::kOnline, tr("First online metric")},
         {firsts::kDecision, tr("First trade-off")},
         {firsts::kPath, tr("First complete path")}}};
    for (const auto& [name, text] : marks)
        lines.append({text, firstText(a, name), firstText(b, name)});
    lines.append(
        {tr("Facts asked for"), countText(a, SessionEventKind::Fact), countText(b, SessionEventKind::Fact)});
    lines.append({tr("Follow-ups"), countText(a, SessionEventKind::FollowUp),
                  countText(b, SessionEventKind::FollowUp)});
    // Steps stand side by side where both went by the same framework.
    if (a && b && one.framework == other.framework) {
        const Framework* framework = templates_.framework(one.framework);
        for (qsizetype i = 0; i < std::min(a->steps.size(), b->steps.size()); ++i) {
            const Step* step = framework ? framework->step(a->steps.at(i).name) : nullptr;
            lines.append({step ? step->title.in(language_) : a->steps.at(i).name,
                          minutesText(a->steps.at(i).used), minutesText(b->steps.at(i).used)});
        }
    }
    table_->clear();
    table_->setColumnCount(2);
    table_->setRowCount(int(lines.size()));
    table_->setHorizontalHeaderLabels({caption(one), caption(other)});
    QStringList names;
    for (qsizetype row = 0; row < lines.size(); ++row) {
        names.append(lines.at(row).what);
        table_->setItem(int(row), 0, new QTableWidgetItem(lines.at(row).left));
        table_->setItem(int(row), 1, new QTableWidgetItem(lines.at(row).right));
    }
    table_->setVerticalHeaderLabels(names);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

QString PastSessionsDialog::comparison() const {
    QStringList lines;
    for (int row = 0; !table_->isHidden() && row < table_->rowCount(); ++row)
        lines.append(u"%1\t%2\t%3"_s.arg(table_->verticalHeaderItem(row)->text(),
                                         table_->item(row, 0)->text(), table_->item(row, 1)->text()));
    return lines.join(u'\n');
}

} // namespace groundplan
