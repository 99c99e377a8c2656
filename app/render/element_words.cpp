#include "app/render/element_words.h"

#include "app/render/flow_style.h"
#include "model/design/metric_value.h"
#include "model/design/words_text.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ElementWords)
};

QString titleOf(const Design& design, const Card& card) {
    switch (card.kind) {
    case CardKind::Text:
        return Text::tr("Sticky");
    case CardKind::Task:
        return Text::tr("Task");
    case CardKind::Decision:
        if (const Decision* decision = design.decisions.find(card.decision))
            return Text::tr("Decision: %1").arg(decision->question);
        return Text::tr("Decision");
    case CardKind::Legend:
        return Text::tr("Legend");
    }
    return {};
}

QString titleOf(const Design& design, const Connection& connection) {
    const QString source = design.captionOf(connection.source), target = design.captionOf(connection.target);
    switch (connection.direction) {
    case Direction::Forward:
        return Text::tr("%1 to %2").arg(source, target);
    case Direction::Both:
        return Text::tr("%1 to %2 and back").arg(source, target);
    case Direction::None:
        return Text::tr("%1 with %2").arg(source, target);
    }
    return {};
}

QString noteLine(const Note& note) {
    switch (note.kind) {
    case NoteKind::Assumption:
        return Text::tr("Assumption: %1").arg(note.text);
    case NoteKind::Question:
        return Text::tr("Question: %1").arg(note.text);
    case NoteKind::Risk:
        return Text::tr("Risk: %1").arg(note.text);
    case NoteKind::Remark:
        return Text::tr("Remark: %1").arg(note.text);
    }
    return {};
}

void add(const QString& line, QStringList& lines) {
    if (!line.isEmpty())
        lines.append(line);
}

} // namespace

ElementWords::ElementWords(const Design& design, const Catalogue& catalogue, const BoardIndex& index)
    : design_(design)
    , catalogue_(catalogue)
    , index_(index)
    //: The code (BCP 47) of the language into which you are translating.
    , language_(Text::tr("en")) {
    for (const Metric* metric : design.metrics.sorted())
        metrics_[metric->subject].append(metric);
}

QString ElementWords::title(ElementId id) const {
    if (const Connection* connection = design_.connections.find(id))
        return titleOf(design_, *connection);
    if (const Card* card = design_.cards.find(id))
        return titleOf(design_, *card);
    if (const Stroke* stroke = design_.strokes.find(id))
        return textOf(stroke->tool);
    if (const Shape* shape = design_.shapes.find(id))
        return textOf(shape->kind);
    if (const Image* image = design_.images.find(id))
        return image->description.isEmpty() ? Text::tr("Image") : image->description;
    return design_.captionOf(id);
}

const QString& ElementWords::kindTitle(const QString& kind) {
    const auto it = kindTitles_.constFind(kind);
    if (it != kindTitles_.cend())
        return *it;
    const Kind* known = catalogue_.kind(kind);
    return *kindTitles_.insert(kind, known ? known->title.in(language_) : kind);
}

QString ElementWords::blockLine(const Block& block) {
    QString line = kindTitle(block.kind);
    const auto add = [&line](const QString& part) {
        if (!line.isEmpty() && !part.isEmpty())
            line += u", "_s;
        line += part;
    };
    add(block.technology);
    if (block.ml)
        add(Text::tr("machine learning"));
    if (block.path != Path::Unset)
        add(block.path == Path::Online ? Text::tr("online") : Text::tr("offline"));
    return line;
}

QString ElementWords::metricLine(const Metric& metric) const {
    const QString target = targetText(metric), current = currentText(metric);
    if (target.isEmpty() && current.isEmpty())
        return Text::tr("Metric: %1").arg(metric.name);
    if (current.isEmpty())
        return Text::tr("Metric: %1 %2").arg(metric.name, target);
    if (target.isEmpty())
        return Text::tr("Metric: %1, now %2").arg(metric.name, current);
    return Text::tr("Metric: %1 %2, now %3").arg(metric.name, target, current);
}

QString ElementWords::decisionLine(const Decision& decision) const {
    const Option* chosen = decision.chosen ? design_.options.find(decision.chosen) : nullptr;
    if (!chosen)
        return Text::tr("Decision: %1 Still open").arg(decision.question);
    return decision.reason.isEmpty()
               ? Text::tr("Decision: %1 %2").arg(decision.question, chosen->title)
               : Text::tr("Decision: %1 %2: %3").arg(decision.question, chosen->title, decision.reason);
}

void ElementWords::addAttached(ElementId id, QStringList& lines) {
    for (const Metric* metric : metrics_.value(id))
        lines.append(metricLine(*metric));
    const BoardIndex::Attached& attached = index_.attached(id);
    for (const DecisionId decision : attached.decisions) {
        if (const Decision* row = design_.decisions.find(decision))
            lines.append(decisionLine(*row));
    }
    for (const NoteId note : attached.notes) {
        if (const Note* row = design_.notes.find(note))
            lines.append(noteLine(*row));
    }
}

QString ElementWords::description(ElementId id) {
    QStringList lines;
    if (const Block* block = design_.blocks.find(id)) {
        add(blockLine(*block), lines);
        add(block->description, lines);
    } else if (const Frame* frame = design_.frames.find(id)) {
        add(frame->remark, lines);
    } else if (const Connection* connection = design_.connections.find(id)) {
        add(textOf(connection->flow), lines);
        add(connection->label, lines);
    } else if (const Card* card = design_.cards.find(id)) {
        if (card->kind == CardKind::Task)
            add(design_.board.task, lines);
        else if (const Decision* decision = design_.decisions.find(card->decision))
            add(decisionLine(*decision), lines);
        add(card->text, lines);
    } else if (const Shape* shape = design_.shapes.find(id)) {
        add(shape->text, lines);
    }
    addAttached(id, lines);
    return lines.join(u'\n');
}

} // namespace groundplan
