#include "model/design/finding.h"

#include <QStringMatcher>

namespace groundplan {

namespace {

class Search {
public:
    Search(const Design& design, const QString& text)
        : design_(design)
        , matcher_(text, Qt::CaseInsensitive) {}

    QSet<ElementId> run() {
        for (const Block& block : design_.blocks)
            take(block.id, block.title, block.technology, block.name, block.description);
        for (const Frame& frame : design_.frames)
            take(frame.id, frame.title, frame.remark, frame.name);
        for (const Connection& connection : design_.connections)
            take(connection.id, connection.label);
        for (const Card& card : design_.cards)
            take(card.id, card.text);
        for (const Shape& shape : design_.shapes)
            take(shape.id, shape.text);
        for (const Image& image : design_.images)
            take(image.id, image.description);
        take({}, design_.board.title, design_.board.task);
        for (const Requirement& requirement : design_.requirements)
            take({}, requirement.question, requirement.answer);
        for (const Note& note : design_.notes)
            take(note.subject, note.text);
        for (const Metric& metric : design_.metrics)
            take(metric.subject, metric.name, metric.target, metric.current, metric.unit);
        for (const Property& property : design_.properties)
            take(property.subject, property.value);
        takeDecisions();
        return found_;
    }

private:
    template <class... Texts>
    void take(ElementId id, const Texts&... texts) {
        if ((has(texts) || ...))
            found_.insert(id);
    }
    bool has(const QString& text) const { return !text.isEmpty() && matcher_.indexIn(text) >= 0; }

    void takeDecisions() {
        QSet<DecisionId> decisions;
        QSet<OptionId> options;
        for (const Argument& argument : design_.arguments) {
            if (has(argument.text))
                options.insert(argument.option);
        }
        for (const Option& option : design_.options) {
            if (options.contains(option.id) || has(option.title))
                decisions.insert(option.decision);
        }
        for (const Decision& decision : design_.decisions) {
            if (has(decision.question) || has(decision.reason))
                decisions.insert(decision.id);
        }
        if (decisions.isEmpty())
            return;
        QSet<DecisionId> onCards;
        for (const Card& card : design_.cards) {
            if (card.decision && decisions.contains(card.decision)) {
                found_.insert(card.id);
                onCards.insert(card.decision);
            }
        }
        for (const DecisionId id : std::as_const(decisions)) {
            const Decision* decision = design_.decisions.find(id);
            if (decision && (decision->subject || !onCards.contains(id)))
                found_.insert(decision->subject);
        }
    }

    const Design& design_;
    QStringMatcher matcher_;
    QSet<ElementId> found_;
};

/// Where it begins to be read.
Point startOf(const Design& design, ElementId id) {
    if (const auto rect = design.rectOf(id))
        return rect->topLeft();
    const Connection* connection = design.connections.find(id);
    const QList<Point> route = connection ? design.routeOf(*connection) : QList<Point>();
    // The board itself comes first.
    return route.isEmpty() ? Point{-2 * kMaxCoord, -2 * kMaxCoord} : route.first();
}

} // namespace

QList<ElementId> findElements(const Design& design, const QString& text) {
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return {};
    struct Place {
        Point at;
        ElementId id;
    };
    QList<Place> places;
    for (const ElementId id : Search(design, wanted).run())
        places.append({startOf(design, id), id});
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::tie(a.at.y, a.at.x, a.id) < std::tie(b.at.y, b.at.x, b.id);
    });
    QList<ElementId> found;
    found.reserve(places.size());
    for (const Place& place : std::as_const(places))
        found.append(place.id);
    return found;
}

} // namespace groundplan
