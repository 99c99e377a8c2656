#include "model/graphviz/card_text.h"

#include "model/design/metric_value.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

void append(QStringList& lines, const QString& text) {
    if (!text.isEmpty())
        lines << text;
}

void appendTask(QStringList& lines, const Design& design) {
    append(lines, design.board.task);
    for (const Metric* metric : design.metrics.sorted([](const Metric& m) { return m.shown && !m.subject; }))
        append(lines, chipText(*metric));
    for (const Requirement* requirement :
         design.requirements.sorted([](const Requirement& r) { return r.shown; })) {
        append(lines, requirement->answer.isEmpty() ? requirement->question
                                                    : requirement->question + u' ' + requirement->answer);
    }
}

void appendDecision(QStringList& lines, const Design& design, DecisionId id) {
    const Decision* decision = design.decisions.find(id);
    if (!decision)
        return;
    append(lines, decision->question);
    for (const Option* option : design.options.sorted([id](const Option& o) { return o.decision == id; })) {
        const bool chosen = option->id == decision->chosen;
        lines << (chosen ? u"\u2713 "_s : u"\u2013 "_s) + option->title;
        const auto ofOption = [option](const Argument& a) { return a.option == option->id; };
        for (const Argument* argument : design.arguments.sorted(ofOption))
            lines << (argument->side == Side::Pro ? u"    + "_s : u"    \u2212 "_s) + argument->text;
    }
    append(lines, decision->reason);
}

void appendLegend(QStringList& lines, const Design& design) {
    std::array<bool, wordCount<Flow>()> used{};
    for (const Connection& connection : design.connections)
        used[std::size_t(connection.flow)] = true;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (used[i])
            lines << QCoreApplication::translate("Flow",
                                                 QByteArray(wordOf(Flow(i)).data()).replace('-', ' '));
    }
}

} // namespace

QString cardText(const Design& design, const Card& card) {
    QStringList lines;
    switch (card.kind) {
    case CardKind::Text:
        append(lines, card.text);
        break;
    case CardKind::Task:
        appendTask(lines, design);
        append(lines, card.text);
        break;
    case CardKind::Decision:
        appendDecision(lines, design, card.decision);
        break;
    case CardKind::Legend:
        appendLegend(lines, design);
        break;
    }
    return lines.join(u'\n');
}

} // namespace groundplan
