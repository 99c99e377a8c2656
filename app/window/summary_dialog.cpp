#include "app/window/summary_dialog.h"

#include "app/panels/controls.h"
#include "app/panels/evidence_words.h"
#include "app/panels/fold_header.h"
#include "app/panels/icons.h"
#include "app/panels/style.h"
#include "app/render/fonts.h"
#include "model/framework/firsts.h"
#include "model/framework/whole_seconds.h"

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

#include <algorithm>
#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// Time used as a bar on a pale one of what could be used, the plan as a mark; in the scale of the longest.
class TimeBar : public QWidget {
public:
    TimeBar(qint64 used, qint64 budget, qint64 planned, qint64 longest)
        : used_(used)
        , budget_(budget)
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
        painter.drawRoundedRect(QRectF(0, middle - 3, at(budget_), 6), 3, 3);
        QColor ink = palette().color(used_ > budget_ ? QPalette::BrightText : QPalette::Highlight);
        ink.setAlphaF(0.85F);
        painter.setBrush(ink);
        if (used_ > 0)
            painter.drawRoundedRect(QRectF(0, middle - 3, std::max(6.0, at(used_)), 6), 3, 3);
        painter.setBrush(palette().color(QPalette::Text));
        painter.drawRect(QRectF(at(planned_), middle - 6, 1.5, 12));
    }

private:
    qint64 used_;
    qint64 budget_;
    qint64 planned_;
    qint64 longest_;
};

/// What is done for production is no part of what was to be done.
QString beyondText(const QString& counts, int done, int of, int beyond, qsizetype ofBeyond) {
    const QString text = counts.arg(done).arg(of);
    return ofBeyond > 0
               ? SummaryDialog::tr("%1, and %2 of %3 for production").arg(text).arg(beyond).arg(ofBeyond)
               : text;
}

qsizetype forProduction(const Step& step) {
    return std::count_if(step.prompts.begin(), step.prompts.end(),
                         [](const Prompt& prompt) { return prompt.operations; });
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
            "connections from a source or storage through something that learns to a block that serves");
    return SummaryDialog::tr("a metric of that kind with a name");
}

} // namespace

QString momentText(const QDateTime& moment) {
    const QLocale locale;
    const QString time = locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s);
    const QDateTime local = moment.toLocalTime();
    return locale.toString(local.date(), QLocale::ShortFormat) + u' ' + locale.toString(local.time(), time);
}

SummaryDialog::SummaryDialog(const PracticeSession& session, const Design& design, const Catalogue& catalogue,
                             const Templates& templates, const QString& language, QWidget* parent)
    : QDialog(parent)
    , catalogue_(catalogue)
    , templates_(templates)
    , language_(language) {
    const PracticeCase* practice = templates.practiceCase(session.practice);
    const Framework* framework = templates.framework(session.framework);
    setWindowTitle(tr("Summary of the session"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(QSize(660, 720).boundedTo(parent ? parent->size() * 0.92 : QSize(660, 720)));

    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Window);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 14, 8);
    column->setSpacing(4);
    const QString title = practice ? practice->title.in(language) : session.practice;
    auto* name = new QLabel(title);
    name->setFont(fonts::of(fonts::Role::InspectorTitle));
    column->addWidget(name);
    const QString about =
        tr("%1 · %2 · %3 of %4 minutes used")
            .arg(momentText(session.started), framework ? framework->title.in(language) : session.framework,
                 spanText(session.elapsed), QString::number(session.minutes));
    column->addWidget(mutedLabel(about));
    lines_ = {title, about};

    const SessionSummary summary = SessionSummary::of(session, framework, practice, design, catalogue);
    addTimes(column, session, summary, framework);
    addFirsts(column, summary);
    if (practice)
        addPoints(column, summary, design);
    if (framework)
        addSteps(column, summary, *framework, design);
    if (practice) {
        addFacts(column, summary);
        addFollowUps(column, summary);
    }
    if (practice && !practice->traps.isEmpty()) {
        addHeading(column, tr("Traps of this case"), tr("Judge for yourself: these cannot be seen"));
        for (const Trap& trap : practice->traps)
            addLine(column, {u"info"_s, trap.text.in(language)});
    }
    if (practice) {
        const QString source = tr("The case was written after: %1").arg(practice->source);
        QLabel* said = mutedLabel(source);
        said->setWordWrap(true);
        said->setTextFormat(Qt::PlainText);
        column->addSpacing(10);
        column->addWidget(said);
        lines_.append(source);
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
    const auto offer = [&](const QString& text, const QString& tip, auto signal) {
        auto* button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, signal);
    };
    if (practice && !practice->references.isEmpty())
        offer(tr("A reference design"),
              tr("How this case can be answered, as a board in a window of its own"),
              &SummaryDialog::referenceWanted);
    if (practice && framework)
        offer(tr("Try again"), tr("The same case on a new board"), &SummaryDialog::againWanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    outer->addWidget(buttons);
}

void SummaryDialog::addTimes(QVBoxLayout* column, const PracticeSession& session,
                             const SessionSummary& summary, const Framework* framework) {
    qint64 longest = 0;
    for (const SessionSummary::StepTime& time : summary.steps)
        longest = std::max({longest, time.budget, time.used, time.plan});
    addHeading(column, tr("Minutes per step"),
               summary.all.moved ? tr("The mark is the plan, the pale bar what it became by extra time")
                                 : tr("The mark is the plan"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    for (qsizetype i = 0; i < session.steps.size(); ++i) {
        const QString& name = session.steps.at(i).name;
        const SessionSummary::StepTime& time = summary.steps.at(i);
        const int row = grid->rowCount();
        const Step* known = framework ? framework->step(name) : nullptr;
        const QString title = known ? known->title.in(language_) : name;
        const QString said = time.moved
                                 ? tr("%1 of %2, planned %3")
                                       .arg(spanText(time.used), spanText(time.budget), spanText(time.plan))
                                 : tr("%1 of %2").arg(spanText(time.used), spanText(time.plan));
        auto* label = new ElidedLabel(title);
        label->setFixedWidth(190);
        grid->addWidget(label, row, 0);
        grid->addWidget(new TimeBar(time.used, time.budget, time.plan, longest), row, 1);
        grid->addWidget(mutedLabel(said), row, 2, Qt::AlignRight);
        lines_.append(u"%1: %2"_s.arg(title, said));
    }
    column->addLayout(grid);
}

void SummaryDialog::addFirsts(QVBoxLayout* column, const SessionSummary& summary) {
    addHeading(column, tr("When things appeared"), tr("On the session's clock"));
    for (const SessionSummary::First& first : summary.firsts) {
        const QString what = firstText(first.name);
        QString basis = (first.at ? tr("Seen by %1") : tr("Looked for: %1")).arg(firstBasis(first.name));
        if (first.at && !first.found.holds)
            basis += tr("; it is not on the board any more");
        else if (!first.at && first.found.holds)
            basis = tr("It came when the clock stood");
        addLine(column,
                {first.at ? u"check"_s : u"minus"_s,
                 first.at ? tr("%1: at %2").arg(what, spanText(*first.at)) : tr("%1: not seen").arg(what),
                 basis, first.found});
    }
}

void SummaryDialog::addPoints(QVBoxLayout* column, const SessionSummary& summary, const Design& design) {
    addHeading(column, tr("What a good answer touches"),
               tr("%1 of %2 seen on the board").arg(summary.touched).arg(summary.points.size()));
    for (const bool found : {true, false}) {
        for (const SessionSummary::Point& point : summary.points) {
            if (point.found.holds != found)
                continue;
            const QString by = evidenceTexts(point.point->evidence, found ? &design : nullptr);
            addLine(column, {found ? u"check"_s : u"minus"_s, point.point->text.in(language_),
                             !found     ? tr("Not seen. Looked for: %1").arg(by)
                             : point.at ? tr("First at %1. Seen by: %2").arg(spanText(*point.at), by)
                                        : tr("Seen by: %1").arg(by),
                             point.found, found ? QString() : lookedFor(point.point->evidence)});
        }
    }
}

void SummaryDialog::addSteps(QVBoxLayout* column, const SessionSummary& summary, const Framework& framework,
                             const Design& design) {
    const qsizetype beyond =
        std::accumulate(framework.steps.begin(), framework.steps.end(), qsizetype(0),
                        [](qsizetype sum, const Step& step) { return sum + forProduction(step); });
    addHeading(column, tr("The steps of the framework"),
               beyondText(tr("%1 of %2 prompts answered"), summary.progress.done, summary.progress.of,
                          summary.progress.beyond, beyond));
    for (qsizetype i = 0; i < framework.steps.size(); ++i) {
        const Step& step = framework.steps.at(i);
        const StepProgress& progress = summary.progress.steps.at(i);
        const QString title = step.title.in(language_);
        const QString detail =
            beyondText(tr("%1 of %2"), progress.done, progress.of, progress.beyond, forProduction(step));
        auto* header = new FoldHeader(FoldHeader::Level::Part, title);
        header->setDetail(detail);
        auto* body = new QWidget;
        auto* lines = new QVBoxLayout(body);
        lines->setContentsMargins(6, 0, 0, 8);
        lines->setSpacing(4);
        body->hide();
        connect(header, &FoldHeader::toggled, body, &QWidget::setVisible);
        column->addWidget(header);
        column->addWidget(body);
        lines_.append(u"%1: %2"_s.arg(title, detail));
        for (const bool done : {true, false}) {
            for (qsizetype p = 0; p < step.prompts.size(); ++p) {
                const Prompt& prompt = step.prompts.at(p);
                const PromptProgress& one = progress.prompts.at(p);
                if (one.done != done || (!done && prompt.operations)) // a layer that was not opened
                    continue;
                QString basis =
                    one.found.holds ? tr("Seen by: %1").arg(evidenceTexts(prompt.evidence, &design))
                    : one.done      ? tr("Ticked by hand")
                    : prompt.evidence.isEmpty()
                        ? tr("Not ticked; nothing on the board can show it")
                        : tr("Not seen. Looked for: %1").arg(evidenceTexts(prompt.evidence, nullptr));
                if (prompt.operations)
                    basis.prepend(tr("For production. "));
                addLine(lines, {done ? u"check"_s : u"minus"_s, prompt.text.in(language_), basis, one.found,
                                done || prompt.evidence.isEmpty() ? QString() : lookedFor(prompt.evidence)});
            }
        }
    }
}

void SummaryDialog::addFacts(QVBoxLayout* column, const SessionSummary& summary) {
    addHeading(column, tr("Facts never asked for"),
               tr("%1 of %2 were asked for")
                   .arg(summary.asked.size())
                   .arg(summary.asked.size() + summary.neverAsked.size()));
    for (const Fact* fact : summary.neverAsked) {
        const QString question = fact->question.in(language_);
        addLine(column, {u"minus"_s, question.isEmpty() ? fact->name : question, fact->answer.in(language_)});
    }
    if (summary.neverAsked.isEmpty())
        addLine(column, {u"check"_s, tr("Every one was asked for.")});
}

void SummaryDialog::addFollowUps(QVBoxLayout* column, const SessionSummary& summary) {
    addHeading(column, tr("Follow-ups"));
    for (const SessionSummary::Dealt& dealt : summary.dealt) {
        QStringList points;
        for (const LocalText& point : dealt.followUp->points)
            points.append(point.in(language_));
        const bool answered = bool(dealt.frame);
        QString basis =
            answered ? tr("Dealt out at %1. Answered in a frame of its own").arg(spanText(dealt.at))
                     : tr("Dealt out at %1. No frame on this board answers it").arg(spanText(dealt.at));
        if (!points.isEmpty())
            basis += tr(". To consider: %1").arg(points.join(tr("; ")));
        Found shows;
        if (answered)
            shows = {true, {dealt.frame}, false};
        addLine(column,
                {answered ? u"check"_s : u"minus"_s, dealt.followUp->text.in(language_), basis, shows});
    }
    if (summary.dealt.isEmpty())
        addLine(column, {u"minus"_s, tr("None was dealt out.")});
}

/// Of the first phrases only; the tooltip has them all.
QString SummaryDialog::lookedFor(const QList<Evidence>& evidence) const {
    constexpr qsizetype kMost = 2;
    QStringList texts;
    for (const Evidence& one : evidence.mid(0, kMost))
        texts.append(evidenceText(one, catalogue_, templates_, language_, kMost));
    if (evidence.size() > kMost)
        texts.append(u"…"_s);
    return tr("Looked for: %1").arg(texts.join(tr("; ")));
}

QString SummaryDialog::evidenceTexts(const QList<Evidence>& evidence, const Design* holding) const {
    QStringList texts;
    std::optional<EvidenceSearch> search;
    if (holding)
        search.emplace(*holding, catalogue_);
    for (const Evidence& one : evidence) {
        if (!search)
            texts.append(evidenceText(one, catalogue_, templates_, language_));
        else if (search->look(one)
                     .holds) // of the others nothing was seen, nor of the other words of this one
            texts.append(evidenceText(search->seenOf(one), catalogue_, templates_, language_));
    }
    return texts.join(tr("; "));
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

void SummaryDialog::addLine(QVBoxLayout* column, const Line& line) {
    auto* sign = new QLabel;
    sign->setPixmap(icon(line.icon).pixmap(16, 16));
    auto* label = new QLabel(line.text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(label);
    if (!line.shortBasis.isEmpty()) {
        auto* small = new ElidedLabel(line.shortBasis);
        small->setForegroundRole(QPalette::PlaceholderText);
        small->setTextFormat(Qt::PlainText);
        small->setToolTip(u"<p>"_s + line.basis.toHtmlEscaped() + u"</p>"_s); // so that it wraps
        small->setAccessibleName(line.basis);
        words->addWidget(small);
    } else if (!line.basis.isEmpty()) {
        auto* small = mutedLabel(line.basis);
        small->setWordWrap(true);
        small->setTextFormat(Qt::PlainText);
        words->addWidget(small);
    }
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 3, 0, 3);
    row->setSpacing(10);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    const Found& shows = line.shows;
    if (!shows.elements.isEmpty() || shows.onBoard) {
        auto* show = new QPushButton(tr("Show"));
        show->setAutoDefault(false);
        show->setToolTip(shows.elements.isEmpty() ? tr("Show the design’s page, where it is")
                                                  : tr("Show it on the board"));
        show->setAccessibleName(tr("Show on the board: %1").arg(line.text));
        connect(show, &QPushButton::clicked, this,
                [this, shows, what = line.text] { Q_EMIT showWanted(shows, what); });
        row->addWidget(show, 0, Qt::AlignTop);
    }
    column->addLayout(row);
    lines_.append(line.basis.isEmpty() ? line.text : u"%1 [%2]"_s.arg(line.text, line.basis));
}

} // namespace groundplan
