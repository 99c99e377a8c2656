#pragma once

#include "model/exchange/diagram.h"

#include <QHash>
#include <QList>

namespace groundplan {

/// The row that a thing of our own export had; null: another program drew it, or something else has become
/// of it.
template <class Row>
const Row* ownRow(const Diagram::Own& own) {
    return own ? tableOf<Row>(*own.design).find(own.element) : nullptr;
}

/// Puts into a design what our own export carried beside what it shows.
class OwnRows {
public:
    /// `design` must outlive this.
    explicit OwnRows(Design& design)
        : design_(design) {}

    /// The id that the element had; none: a copy of it has that already.
    ElementId idFor(const Diagram::Own& own) const;
    /// What no drawing shows, of the element itself and not of a copy: whether Tidy leaves it, its number as
    /// a stop, its group. It has its type and id.
    static void fill(Element& element, const Diagram::Own& own);
    static Card card(const Card& was, const Rect& rect);
    /// `drawn` is what another program's would become.
    static Shape shape(const Diagram::Node& from, const Shape& was, const Shape& drawn);
    static Stroke stroke(const Diagram::Node& from, const Stroke& was);
    /// The way that is drawn, if a connection between these ends may have it.
    static void setWay(Connection& connection, const Diagram::Edge& edge, const Design& design);
    /// `element` is what the drawing has for it.
    void note(ElementId element, const Diagram::Own& own);

    /// Notes, metrics, decisions and properties of all that was noted, and of `board` (null: none).
    void takeHangers(const std::shared_ptr<const Design>& board);
    /// A card with the decision that it shows. One that somebody has written on says what it says, and so
    /// does one whose decision did not come.
    Card settled(Card card, const Diagram::Node& from) const;

private:
    using Subjects = QHash<ElementId, QList<ElementId>>;
    struct Source {
        std::shared_ptr<const Design> design;
        Subjects subjects; ///< by element of the design: what it has become
    };
    Source& sourceOf(const std::shared_ptr<const Design>& design);
    void takeDecisions(const Source& source);

    Design& design_;
    QList<Source> sources_;
    QHash<const Design*, QHash<DecisionId, DecisionId>> decisions_; ///< the first of each
};

} // namespace groundplan
