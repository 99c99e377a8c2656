#include "app/window/past_sessions_dialog.h"

#include "app/panels/controls.h"
#include "app/window/quiet_table.h"
#include "app/window/session_run.h"
#include "app/window/summary_dialog.h"
#include "model/framework/whole_seconds.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// Of the steps, "1:00 of 5:00".
QStringList ofPlan(const PracticeSession& session) {
    QStringList texts;
    WholeSeconds used, budgets;
    for (const SessionStep& step : session.steps)
        texts.append(PastSessionsDialog::tr("%1 of %2")
                         .arg(spanText(used.next(step.used)), spanText(budgets.next(step.planned))));
    return texts;
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
    return at ? spanText(*at) : u"–"_s;
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
    , templates_(templates)
    , language_(language)
    , how_(mutedLabel({}))
    , list_(new QuietTable)
    , table_(new QuietTable)
    , summary_(new QPushButton(tr("Summary")))
    , open_(new QPushButton(tr("Open the board")))
    , again_(new QPushButton(tr("Try again"))) {
    setWindowTitle(tr("Past sessions"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(QSize(760, 600).boundedTo(parent ? parent->size() * 0.92 : QSize(760, 600)));
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setAccessibleName(tr("Past sessions"));
    list_->setHeaderLabels({tr("Case"), tr("Date"), tr("Framework"), tr("Time used"), tr("Points touched")});
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setFocusPolicy(Qt::TabFocus);
    table_->setAccessibleName(tr("Side by side"));
    table_->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(12);
    column->addWidget(how_);
    column->addWidget(list_, 1);
    column->addWidget(table_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    summary_->setToolTip(tr("The summary of this session, on its board"));
    buttons->addButton(summary_, QDialogButtonBox::ActionRole);
    buttons->addButton(open_, QDialogButtonBox::ActionRole);
    buttons->addButton(again_, QDialogButtonBox::ActionRole);
    auto* rebuild = buttons->addButton(tr("Read all boards again"), QDialogButtonBox::ResetRole);
    rebuild->setToolTip(tr("Makes this list anew from the boards on this computer"));
    for (QAbstractButton* each : buttons->buttons())
        static_cast<QPushButton*>(each)->setAutoDefault(false);
    column->addWidget(buttons);
    connect(rebuild, &QPushButton::clicked, this, &PastSessionsDialog::rebuildWanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(list_, &QTreeWidget::itemSelectionChanged, this, &PastSessionsDialog::selectionChanged);
    connect(list_, &QTreeWidget::itemActivated, summary_, &QPushButton::click);
    connect(summary_, &QPushButton::clicked, this, [this] {
        const PastSession past = chosen().value(0);
        accept();
        Q_EMIT summaryWanted(past.path, past.id);
    });
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
    setSessions(sessions);
}

void PastSessionsDialog::setSessions(const QList<PastSession>& sessions) {
    sessions_ = sessions;
    list_->clear();
    for (const PastSession& past : sessions) {
        const PracticeCase* practice = templates_.practiceCase(past.practice);
        const Framework* framework = templates_.framework(past.framework);
        const QString used = tr("%1 of %2:00").arg(spanText(past.elapsed)).arg(past.minutes);
        new QTreeWidgetItem(list_, {practice ? practice->title.in(language_) : past.practice,
                                    momentText(past.started),
                                    framework ? framework->title.in(language_) : past.framework,
                                    past.ended ? used : tr("%1, not ended").arg(used), pointsText(past)});
    }
    list_->fitColumns(true);
    how_->setText(sessions.isEmpty() ? tr("There are no practice sessions yet.")
                                     : tr("Choose two (with Ctrl) to see them side by side."));
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
    summary_->setEnabled(rows.size() == 1);
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
    const auto titleOf = [this](const PastSession& past) {
        const PracticeCase* practice = templates_.practiceCase(past.practice);
        return practice ? practice->title.in(language_) : past.practice;
    };
    const bool sameCase = one.practice == other.practice;
    const auto caption = [&](const PastSession& past) {
        const QString date = momentText(past.started);
        return sameCase ? date : tr("%1, %2").arg(titleOf(past), date);
    };
    struct Line {
        QString what, left, right;
    };
    QList<Line> lines;
    lines.append({tr("Time used"), spanText(one.elapsed), spanText(other.elapsed)});
    lines.append({tr("Points touched"), pointsText(one), pointsText(other)});
    const std::array<std::pair<const char*, QString>, 5> marks{
        {{firsts::kRequirement, tr("First requirement")},
         {firsts::kOffline, tr("First offline metric")},
         {firsts::kOnline, tr("First online or business metric")},
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
        const QStringList left = ofPlan(*a), right = ofPlan(*b);
        for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i) {
            const Step* step = framework ? framework->step(a->steps.at(i).name) : nullptr;
            lines.append({step ? step->title.in(language_) : a->steps.at(i).name, left[i], right[i]});
        }
    }
    table_->clear();
    table_->setHeaderLabels({sameCase ? titleOf(one) : QString(), caption(one), caption(other)});
    for (const Line& line : lines)
        new QTreeWidgetItem(table_, {line.what, line.left, line.right});
    table_->fitColumns(false);
    const int third = width() / 3;
    table_->setColumnWidth(0, third);
    table_->setColumnWidth(1, third);
    // All of it where there is room, and the list keeps a few rows.
    constexpr int kFewRows = 270; // pixels, with the rest of the dialog
    table_->setFixedHeight(std::min(table_->heightOfAll(), std::max(120, height() - kFewRows)));
}

QString PastSessionsDialog::comparison() const {
    QStringList lines;
    for (int row = 0; !table_->isHidden() && row < table_->topLevelItemCount(); ++row) {
        const QTreeWidgetItem* item = table_->topLevelItem(row);
        lines.append(u"%1\t%2\t%3"_s.arg(item->text(0), item->text(1), item->text(2)));
    }
    return lines.join(u'\n');
}

} // namespace groundplan
