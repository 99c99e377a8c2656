#include "model/exchange/own_rows.h"

#include "model/design/validate.h"
#include "model/exchange/drawing_rows.h"
#include "model/graphviz/on_board.h"
#include "model/graphviz/splines.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace groundplan {

namespace {

/// As it was, if no row has it.
template <class Table, class Id>
Id freeId(const Table& table, Id wanted) {
    while (!wanted || table.contains(wanted))
        wanted = Id::random();
    return wanted;
}

} // namespace

ElementId OwnRows::idFor(const Diagram::Own& own) const {
    return own && !design_.elements.contains(own.element) ? own.element : ElementId();
}

void OwnRows::fill(Element& element, const Diagram::Own& own) {
    const Element* was = ownRow<Element>(own);
    if (!was || was->id != element.id)
        return;
    element.pinned = was->pinned;
    element.stop = was->stop;
    element.group = was->group;
    if (own.order)
        element.order = was->order;
    if (element.type == ElementType::Connection)
        element.locked = was->locked;
}

Card OwnRows::card(const Card& was, const Rect& rect) {
    Card card = was;
    card.rect = rect;
    return card;
}

Shape OwnRows::shape(const Diagram::Node& from, const Shape& was, const Shape& drawn) {
    Shape shape = was;
    shape.rect = drawn.rect;
    if (!from.own.look) {
        shape.colour = drawn.colour;
        shape.filled = drawn.filled;
        shape.textSize = drawn.textSize;
    }
    return shape;
}

Stroke OwnRows::stroke(const Diagram::Node& from, const Stroke& was) {
    Stroke stroke = was;
    stroke.rect = onBoard(from.rect.value_or(was.rect));
    if (!from.own.look) {
        stroke.colour = colourOfNode(from.colour);
        stroke.width = std::clamp(from.width, 1, limits::kWidestStroke);
    }
    return stroke;
}

void OwnRows::setWay(Connection& connection, const Diagram::Edge& edge, const Design& design) {
    const Connection* was = ownRow<Connection>(edge.own);
    const Rect source = *design.rectOf(connection.source), target = *design.rectOf(connection.target);
    Route route;
    for (const Point corner : edge.route)
        route.append(onBoard(corner) - source.topLeft());
    // Six digits of a share may be one unit off.
    const auto isNear = [](Point a, Point b) { return std::abs(a.x - b.x) <= 1 && std::abs(a.y - b.y) <= 1; };
    if (std::equal(route.begin(), route.end(), was->route.begin(), was->route.end(), isNear)) {
        connection.route = was->route;
        connection.labelAt = edge.labelAt;
        return;
    }
    for (qsizetype i = 1; i < route.size(); ++i) {
        if (route[i].x != route[i - 1].x && route[i].y != route[i - 1].y)
            return;
    }
    if (route.size() < 2 || route.size() > limits::kRoutePoints || !splines::fits(route, source, target))
        return;
    connection.route = route;
    connection.labelAt = edge.labelAt;
}

void OwnRows::note(ElementId element, const Diagram::Own& own) {
    if (own)
        sourceOf(own.design).subjects[own.element].append(element);
}

OwnRows::Source& OwnRows::sourceOf(const std::shared_ptr<const Design>& design) {
    for (Source& source : sources_) {
        if (source.design == design)
            return source;
    }
    return sources_.emplaceBack(Source{design, {}});
}

void OwnRows::takeHangers(const std::shared_ptr<const Design>& board) {
    if (board) {
        sourceOf(board).subjects.insert({}, {ElementId()});
        for (const Requirement* row : board->requirements.sorted())
            design_.requirements.put(*row);
    }
    for (const Source& source : std::as_const(sources_)) {
        const auto take = [&source](const auto& rows, auto& table) {
            for (const auto* row : rows.sorted()) {
                for (const ElementId subject : source.subjects.value(row->subject)) {
                    auto taken = *row;
                    taken.id = freeId(table, row->id);
                    taken.subject = subject;
                    table.put(taken);
                }
            }
        };
        take(source.design->notes, design_.notes);
        take(source.design->metrics, design_.metrics);
        take(source.design->properties, design_.properties);
        takeDecisions(source);
    }
}

void OwnRows::takeDecisions(const Source& source) {
    const Design& from = *source.design;
    QHash<DecisionId, QList<DecisionId>> decisions;
    QHash<std::pair<DecisionId, OptionId>, OptionId> options; // by the decision that has it now
    QHash<std::pair<DecisionId, CriterionId>, CriterionId> criteria;
    for (const Decision* row : from.decisions.sorted()) {
        for (const ElementId subject : source.subjects.value(row->subject)) {
            Decision taken = *row;
            taken.id = freeId(design_.decisions, row->id);
            taken.subject = subject;
            design_.decisions.put(taken);
            decisions[row->id].append(taken.id);
        }
        if (decisions.contains(row->id))
            decisions_[&from].insert(row->id, decisions[row->id].first());
    }
    const auto takeParts = [&decisions](const auto& rows, auto& table, auto& known) {
        for (const auto* row : rows.sorted()) {
            for (const DecisionId decision : decisions.value(row->decision)) {
                auto taken = *row;
                taken.id = freeId(table, row->id);
                taken.decision = decision;
                table.put(taken);
                known.insert({decision, row->id}, taken.id);
            }
        }
    };
    takeParts(from.options, design_.options, options);
    takeParts(from.criteria, design_.criteria, criteria);
    for (const Argument* row : from.arguments.sorted()) {
        const Option* option = from.options.find(row->option);
        for (const DecisionId decision : decisions.value(option ? option->decision : DecisionId())) {
            Argument taken = *row;
            taken.id = freeId(design_.arguments, row->id);
            taken.option = options.value({decision, row->option});
            design_.arguments.put(taken);
        }
    }
    for (const Score& row : from.scores) {
        const Option* option = from.options.find(row.option);
        for (const DecisionId decision : decisions.value(option ? option->decision : DecisionId())) {
            Score taken = row;
            taken.id = freeId(design_.scores, row.id);
            taken.option = options.value({decision, row.option});
            taken.criterion = criteria.value({decision, row.criterion});
            design_.scores.put(taken);
        }
    }
    for (const QList<DecisionId>& taken : std::as_const(decisions)) {
        for (const DecisionId id : taken) {
            Decision decision = *design_.decisions.find(id);
            decision.chosen = options.value({id, decision.chosen});
            design_.decisions.put(decision);
        }
    }
}

Card OwnRows::settled(Card card, const Diagram::Node& from) const {
    const DecisionId decision = decisions_.value(from.own.design.get()).value(card.decision);
    const bool isGone = card.kind == CardKind::Decision && card.decision && !decision;
    if (!from.own.words || isGone) {
        card.kind = CardKind::Text;
        card.text = from.label;
    }
    card.decision = card.kind == CardKind::Decision ? decision : DecisionId();
    return card;
}

} // namespace groundplan
