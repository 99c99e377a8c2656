#include "app/window/summary_dialog.h"

#include "app/panels/controls.h"
#include "app/panels/icons.h"
#include "app/panels/style.h"
#include "app/render/fonts.h"
#include "app/window/session_pill.h"
#include "app/window/session_run.h"
#include "model/framework/session_summary.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// Time used as a bar, the plan as a mark on it; both in the scale of the longest.
class TimeBar : public QWidget {
public:
    TimeBar(qint64 used, qint64 planned, qint64 longest)
        : used_(used)
        , planned_(planned)
        , longest_(std::max<qint64>(longest, 1)) {
        setMinimumWidth(120);
        setFixedHeight(18);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto at = [this](qint64 ms) { return double(ms) / double(longest_) * (width() - 3); };
        const double middle = height() / 2.0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Mid));
        painter.drawRoundedRect(QRectF(0, middle - 3, at(planned_), 6), 3, 3);
        QColor ink = palette().color(used_ > planned_ ? QPalette::BrightText : QPalette::Highlight);
        ink.setAlphaF(0.85F);
        painter.setBrush(ink);
        if (used_ > 0)
            painter.drawRoundedRect(QRectF(0, middle - 3, std::max(6.0, at(used_)), 6), 3, 3);
        painter.setBrush(palette().color(QPalette::Text));
        painter.drawRect(QRectF(at(planned_), middle - 6, 1.5, 12));
    }

private:
    qint64 used_;
    qint64 planned_;
    qint64 longest_;
};

/// Without the "+" and the rounding up of what is left.
QString spanText(qint64 ms) {
    return u"%1:%2"_s.arg(ms / 60'000).arg(ms / 1'000 % 60, 2, 10, QLatin1Char('0'));
}

QString firstText(const QString& name) {
    if (name == QLatin1String(firsts::kRequirement))
        return SummaryDialog::tr("First requirement answered");
    if (name == QLatin1String(firsts::kOffline))
        return SummaryDialog::tr("First offline metric");
    if (name == QLatin1String(firsts::kOnline))
        return SummaryDialog::tr("First online or business metric");
    if (name == QLatin1String(firsts::kDecision))
        return SummaryDialog::tr("First trade-off on record");
    return SummaryDialog::tr("First complete path from data to serving");
}

QString firstBasis(const QString& name) {
    if (name == QLatin1String(firsts::kRequirement))
        return SummaryDialog::tr("an answer that was asked for, assumed, or said to be not relevant");
    if (name == QLatin1String(firsts::kDecision))
        return SummaryDialog::tr("a decision with its question");
    if (name == QLatin1String(firsts::kPath))
        return SummaryDialog::tr(
            "connections from a source or storage through a block that learns to one that serves");
    return SummaryDialog::tr("a metric of that kind with a name");
}

/// "“expected cost” or “uplift”"
QString saidText(const Evidence& evidence) {
    QStringList phrases;
    for (const KeyPhrase& phrase : evidence.said)
        phrases.append(phrase.text);
    return u'“' + phrases.join(SummaryDialog::tr("” or “")) + u'”';
}

} // namespace

QString evidenceText(const Evidence& evidence, const Catalogue& catalogue, const Templates& templates,
                     const QString& language) {
    using E = EvidenceKind;
    QStringList names;
    for (const QString& name : evidence.names) {
        const auto plain = [&name] { return QString(name).replace(u'-', u' '); };
        switch (evidence.kind) {
        case E::Requirement: {
            const Topic* topic = templates.topic(name);
            names.append(topic ? topic->question.in(language) : plain());
            break;
        }
        case E::Block: {
            const Kind* kind = catalogue.kind(name);
            names.append(kind ? kind->title.in(language) : plain());
            break;
        }
        case E::Decision: {
            const DecisionTopic* topic = templates.decisionTopic(name);
            names.append(topic ? topic->title.in(language) : plain());
            break;
        }
        case E::Field: {
            const SheetField* field = templates.field(name);
            names.append(field ? field->title.in(language) : plain());
            break;
        }
        default:
            names.append(plain());
            break;
        }
    }
    const auto with = [&evidence](const QString& text) {
        return evidence.said.isEmpty() ? text
                                       : SummaryDialog::tr("%1 that says %2").arg(text, saidText(evidence));
    };
    const QString any = u'“' + names.join(SummaryDialog::tr("” or “")) + u'”';
    switch (evidence.kind) {
    case E::Task:
        return SummaryDialog::tr("the task in your own words");
    case E::Requirement:
        return with(SummaryDialog::tr("an answer to %1").arg(any));
    case E::Assumption:
        return with(SummaryDialog::tr("an assumption"));
    case E::Note:
        return with(SummaryDialog::tr("a note: %1").arg(any));
    case E::Metric:
        return SummaryDialog::tr("a metric: %1").arg(any);
    case E::MetricNamed:
        return SummaryDialog::tr("the metric %1").arg(any);
    case E::ErrorCost:
        return SummaryDialog::tr("what a wrong answer costs, on a metric");
    case E::Block:
        return with(SummaryDialog::tr("a block: %1").arg(any));
    case E::Group:
        return with(SummaryDialog::tr("a block of the group %1").arg(any));
    case E::Flow:
        return SummaryDialog::tr("a connection: %1").arg(any);
    case E::Path:
        return SummaryDialog::tr("a path from data to serving");
    case E::Sides:
        return SummaryDialog::tr("blocks on the online and on the offline path");
    case E::MachineLearning:
        return SummaryDialog::tr("blocks with and without machine learning");
    case E::Decision:
        return with(SummaryDialog::tr("a decision on %1").arg(any));
    case E::Field:
        return with(SummaryDialog::tr("what the sheet says under %1").arg(any));
    case E::Frame:
        return SummaryDialog::tr("a frame with a block in it");
    case E::Said:
        return SummaryDialog::tr("the words %1").arg(saidText(evidence));
    case E::Link:
        return SummaryDialog::tr("a connection between such blocks");
    case E::All:
    case E::Any: {
        QStringList parts;
        for (const Evidence& part : evidence.parts)
            parts.append(evidenceText(part, catalogue, templates, language));
        return parts.join(evidence.kind == E::All ? SummaryDialog::tr(" and ") : SummaryDialog::tr(" or "));
    }
    }
    return {};
}

SummaryDialog::SummaryDialog(const PracticeSession& session, const Design& design, const Catalogue& catalogue,
                             const Templates& templates, const QString& language, QWidget* parent)
    : QDialog(parent) {
    const PracticeCase* practice = templates.practiceCase(session.practice);
    const Framework* framework = templates.framework(session.framework);
    setWindowTitle(tr("Summary of the session"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(QSize(620, 680).boundedTo(parent ? parent->size() * 0.92 : QSize(620, 680)));

    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Window);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 14, 8);
    column->setSpacing(4);
    const QString title = practice ? practice->title.in(language) : session.practice;
    auto* name = new QLabel(title);
    name->setFont(fonts::of(fonts::Role::InspectorTitle));
    column->addWidget(name);
    const QString about = tr("%1 · %2 · %3 of %4 minutes used")
                              .arg(QLocale().toString(session.started.toLocalTime(), QLocale::ShortFormat),
                                   framework ? framework->title.in(language) : session.framework,
                                   spanText(session.elapsed), QString::number(session.minutes));
    column->addWidget(mutedLabel(about));
    lines_ = {title, about};

    const SessionSummary summary = SessionSummary::of(
        session,
        {QLatin1String(firsts::kRequirement), QLatin1String(firsts::kOffline), QLatin1String(firsts::kOnline),
         QLatin1String(firsts::kDecision), QLatin1String(firsts::kPath)},
        firsts::must({}), practice, design, catalogue);

    addTimes(column, session, framework, language);
    addHeading(column, tr("When things appeared"), tr("On the session's clock"));
    for (const SessionSummary::First& first : summary.firsts) {
        addLine(column, first.at ? u"check"_s : u"minus"_s,
                first.at ? tr("%1: at %2").arg(firstText(first.name), spanText(*first.at))
                         : tr("%1: not seen").arg(firstText(first.name)),
                tr("Seen by %1").arg(firstBasis(first.name)));
    }
    if (practice) {
        addHeading(column, tr("What a good answer touches"),
                   tr("%1 of %2 seen on the board").arg(summary.touched).arg(summary.points.size()));
        for (const bool found : {true, false}) {
            for (const SessionSummary::Point& point : summary.points) {
                if (point.found.holds != found)
                    continue;
                QStringList looked;
                for (const Evidence& evidence : point.point->evidence) {
                    if (!found || look(evidence, design, catalogue).holds)
                        looked.append(evidenceText(evidence, catalogue, templates, language));
                }
                const QString by = looked.join(tr("; "));
                addLine(column, found ? u"check"_s : u"minus"_s, point.point->text.in(language),
                        !found     ? tr("Not seen. Looked for: %1").arg(by)
                        : point.at ? tr("First at %1. Seen by: %2").arg(spanText(*point.at), by)
                                   : tr("Seen by: %1").arg(by),
                        point.found.elements);
            }
        }
        addHeading(column, tr("Facts never asked for"),
                   tr("%1 of %2 were asked for")
                       .arg(summary.asked.size())
                       .arg(summary.asked.size() + summary.neverAsked.size()));
        for (const Fact* fact : summary.neverAsked) {
            const QString question = fact->question.in(language);
            addLine(column, u"minus"_s, question.isEmpty() ? fact->name : question,
                    fact->answer.in(language));
        }
        if (summary.neverAsked.isEmpty())
            addLine(column, u"check"_s, tr("Every one was asked for."), {});
        addHeading(column, tr("Follow-ups"));
        for (const FollowUp* followUp : summary.dealt) {
            QStringList points;
            for (const LocalText& point : followUp->points)
                points.append(point.in(language));
            addLine(column, u"check"_s, followUp->text.in(language),
                    points.isEmpty() ? QString() : tr("To consider: %1").arg(points.join(tr("; "))));
        }
        if (summary.dealt.isEmpty())
            addLine(column, u"minus"_s, tr("None was dealt out."), {});
        if (!practice->traps.isEmpty()) {
            addHeading(column, tr("Traps of this case"), tr("Judge for yourself: these cannot be seen"));
            for (const Trap& trap : practice->traps)
                addLine(column, u"info"_s, trap.text.in(language), {});
        }
    }
    column->addStretch();

    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 20, 16, 16);
    outer->setSpacing(12);
    outer->addWidget(area);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    if (practice && framework) {
        auto* again = buttons->addButton(tr("Try again"), QDialogButtonBox::ActionRole);
        again->setAutoDefault(false);
        again->setToolTip(tr("The same case on a new board"));
        connect(again, &QPushButton::clicked, this, &SummaryDialog::againWanted);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    outer->addWidget(buttons);
}

void SummaryDialog::addTimes(QVBoxLayout* column, const PracticeSession& session, const Framework* framework,
                             const QString& language) {
    addHeading(column, tr("Minutes per step"), tr("The mark is the plan"));
    qint64 longest = 0;
    for (const SessionStep& step : session.steps)
        longest = std::max({longest, step.planned, step.used});
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    for (const SessionStep& step : session.steps) {
        const int row = grid->rowCount();
        const Step* known = framework ? framework->step(step.name) : nullptr;
        const QString title = known ? known->title.in(language) : step.name;
        const QString time = tr("%1 of %2").arg(spanText(step.used), spanText(step.planned));
        auto* label = new ElidedLabel(title);
        label->setFixedWidth(190);
        grid->addWidget(label, row, 0);
        grid->addWidget(new TimeBar(step.used, step.planned, longest), row, 1);
        grid->addWidget(mutedLabel(time), row, 2, Qt::AlignRight);
        lines_.append(u"%1: %2"_s.arg(title, time));
    }
    column->addLayout(grid);
}

void SummaryDialog::addHeading(QVBoxLayout* column, const QString& text, const QString& remark) {
    auto* label = new QLabel(text);
    label->setFont(fonts::of(fonts::Role::PanelTitle));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 14, 0, 2);
    row->setSpacing(10);
    row->addWidget(label);
    if (!remark.isEmpty())
        row->addWidget(mutedLabel(remark));
    row->addStretch();
    column->addLayout(row);
    lines_.append(remark.isEmpty() ? text : u"%1 (%2)"_s.arg(text, remark));
}

void SummaryDialog::addLine(QVBoxLayout* column, const QString& iconName, const QString& text,
                            const QString& basis, const QList<ElementId>& shows) {
    auto* sign = new QLabel;
    sign->setPixmap(icon(iconName).pixmap(16, 16));
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(label);
    if (!basis.isEmpty()) {
        auto* small = mutedLabel(basis);
        small->setWordWrap(true);
        small->setTextFormat(Qt::PlainText);
        words->addWidget(small);
    }
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 3, 0, 3);
    row->setSpacing(10);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    if (!shows.isEmpty()) {
        auto* show = new QPushButton(tr("Show"));
        show->setAutoDefault(false);
        show->setToolTip(tr("Show it on the board"));
        show->setAccessibleName(tr("Show on the board: %1").arg(text));
        connect(show, &QPushButton::clicked, this,
                [this, shows] { Q_EMIT showWanted(QSet<ElementId>(shows.begin(), shows.end())); });
        row->addWidget(show, 0, Qt::AlignTop);
    }
    column->addLayout(row);
    lines_.append(basis.isEmpty() ? text : u"%1 [%2]"_s.arg(text, basis));
}

} // namespace groundplan
