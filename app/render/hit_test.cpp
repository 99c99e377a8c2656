#include "app/render/block_layout.h"
#include "app/render/board_index.h"
#include "app/render/board_layers.h"
#include "app/render/look.h"
#include "app/render/marks.h"
#include "app/render/route_shape.h"
#include "app/render/stroke_shape.h"
#include "app/render/text_layout.h"
#include "model/design/shown_technology.h"
#include "model/design/stroke.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace groundplan {

namespace {

using Part = Hit::Part;

/// Smaller is more exact.
enum class Rank { Mark, Handle, Label, Edge, Line, FrameEdge, Title, Body, Band };

/// Looks through the elements front to back and ranks what lies at one point.
class HitTest {
public:
    HitTest(const Design& design, const BoardIndex& index, Point at, Coord tolerance,
            const QSet<ElementId>& selected)
        : design_(design)
        , index_(index)
        , at_(toPointF(at))
        , tolerance_(std::max(0.5, points(tolerance)))
        , selected_(selected) {
        const auto reach = Coord(std::ceil(1.5 * tolerance_) * kUnitsPerPoint);
        near_ = Rect{at.x - reach, at.y - reach, 2 * reach, 2 * reach};
    }

    QList<Hit> hits() {
        const BoardLayers& layers = index_.layers();
        eachFrontToBack(layers.fronts, [this](const FrontEntry& entry) { front(entry); });
        eachFrontToBack(layers.connections, [this](const ConnectionEntry& entry) { connection(entry); });
        eachFrontToBack(layers.frames, [this](const FrameEntry& entry) { frame(entry); });
        // Found front to back, so equal ranks stay in z-order.
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            return a.covered != b.covered ? b.covered : a.rank < b.rank;
        });
        QList<Hit> hits;
        hits.reserve(qsizetype(found_.size()));
        for (const Found& found : found_)
            hits.append(found.hit);
        return hits;
    }

private:
    struct Found {
        Hit hit;
        Rank rank;
        bool covered; ///< something nearer hides it
    };

    template <class Layer, class Visit>
    void eachFrontToBack(const Layer& layer, Visit visit) {
        for (std::size_t i = layer.entries.size(); i-- > 0;) {
            if (layer.bounds[i].intersects(near_))
                visit(layer.entries[i]);
        }
    }

    void add(ElementId element, Part part, Rank rank, int corner = 0) {
        // Handles and labels are painted above everything; nothing hides them.
        const bool above = rank == Rank::Handle || rank == Rank::Label;
        found_.push_back({{element, part, corner}, rank, covered_ && !above});
    }

    bool isNear(QPointF point, double reach) const {
        return std::max(std::abs(point.x() - at_.x()), std::abs(point.y() - at_.y())) <= reach;
    }

    void front(const FrontEntry& entry) {
        const QRectF rect = toRectF(entry.rect());
        if (!entry.locked)
            handles(entry.id, rect, entry.block == nullptr);
        marks(entry.id, [&](int i) { return markCentre(rect, i); });
        const double rim = rimOf(rect);
        const bool inside = rect.contains(at_);
        if (entry.block && rect.adjusted(-tolerance_, -tolerance_, tolerance_, tolerance_).contains(at_) &&
            !rect.adjusted(rim, rim, -rim, -rim).contains(at_))
            add(entry.id, Part::Edge, Rank::Edge);
        if (!entry.block && !entry.card) {
            drawing(entry, rect);
            return;
        }
        if (!inside)
            return;
        if (entry.block && titleOf(*entry.block).contains(at_ - rect.topLeft()))
            add(entry.id, Part::Title, Rank::Title);
        add(entry.id, Part::Body, Rank::Body);
        covered_ = true;
    }

    /// What can be seen through is taken hold of by what is there: a line, an outline, a text.
    void drawing(const FrontEntry& entry, const QRectF& rect) {
        if (entry.stroke) {
            if (touches(*entry.stroke, at_ * kUnitsPerPoint, tolerance_ * kUnitsPerPoint))
                add(entry.id, Part::Body, Rank::Body);
            return;
        }
        if (!rect.adjusted(-tolerance_, -tolerance_, tolerance_, tolerance_).contains(at_))
            return;
        const Shape* shape = entry.shape.get();
        const bool solid = !shape || shape->filled || shape->kind == ShapeKind::Text ||
                           selected_.contains(entry.id) ||
                           (!shape->text.isEmpty() && captionRoom(*shape, rect).contains(at_));
        if (solid ? rect.contains(at_) : isOnOutline(*shape, rect)) {
            add(entry.id, Part::Body, Rank::Body);
            covered_ = covered_ || (solid && rect.contains(at_) && (!shape || shape->filled));
        }
    }

    bool isOnOutline(const Shape& shape, const QRectF& rect) const {
        if (shape.kind == ShapeKind::Rectangle)
            return !rect.adjusted(tolerance_, tolerance_, -tolerance_, -tolerance_).contains(at_);
        // How far out along the ellipse's own radius the point is: 1 on the line.
        const QPointF off = at_ - rect.center();
        const double out = std::hypot(2 * off.x() / rect.width(), 2 * off.y() / rect.height());
        const double radius = std::min(rect.width(), rect.height()) / 2;
        return std::abs(out - 1) * radius <= tolerance_;
    }

    void connection(const ConnectionEntry& entry) {
        const QList<QPointF> corners = cornersOf(entry);
        if (corners.size() < 2)
            return;
        if (selected_.contains(entry.id) && !entry.locked) {
            if (isNear(corners.front(), kHandle * tolerance_))
                add(entry.id, Part::SourceEnd, Rank::Handle);
            if (isNear(corners.back(), kHandle * tolerance_))
                add(entry.id, Part::TargetEnd, Rank::Handle);
            const Route& waypoints = entry.connection->waypoints;
            for (qsizetype i = 0; i < waypoints.size(); ++i) {
                if (isNear(toPointF(waypoints.at(i) + entry.origin), kHandle * tolerance_))
                    add(entry.id, Part::Waypoint, Rank::Handle, int(i));
            }
        }
        const QRectF label = toRectF(entry.label);
        const QPointF middle = pointAlong(corners, lengthOf(corners) * entry.connection->labelAt / 1000.0);
        marks(entry.id, [&](int i) { return markCentreOnLine(label, middle, i); });
        if (!label.isEmpty() && label.contains(at_)) {
            add(entry.id, Part::Label, Rank::Label);
            return;
        }
        // Right under the pointer it wins over the edge of a frame that it runs along; beside it, that edge
        // is meant.
        const double off = distanceFrom(corners, at_) - look::kLineWidth / 2;
        if (off <= tolerance_)
            add(entry.id, Part::Body, off <= tolerance_ / 2 ? Rank::Line : Rank::Body);
    }

    void frame(const FrameEntry& entry) {
        const QRectF rect = toRectF(entry.frame->rect);
        if (!entry.locked)
            handles(entry.id, rect, true);
        marks(entry.id, [&](int i) { return markCentre(rect, i); });
        const double rim = rimOf(rect);
        if (rect.contains(at_)) {
            if (!rect.adjusted(rim, rim, -rim, -rim).contains(at_))
                add(entry.id, Part::FrameBorder, Rank::FrameEdge);
        } else if (rect.adjusted(-tolerance_, -tolerance_, tolerance_, tolerance_).contains(at_)) {
            add(entry.id, Part::Edge, Rank::FrameEdge);
            add(entry.id, Part::FrameBorder, Rank::FrameEdge);
        }
        const double height = std::min(look::kFrameTitleBand, rect.height());
        const QRectF band(rect.topLeft(), QSizeF(rect.width(), height));
        if (titleOf(*entry.frame).contains(at_ - rect.topLeft()))
            add(entry.id, Part::FrameTitle, Rank::Title);
        else if (band.contains(at_) && !inFrame_) // what crosses the band is nearer than the room it leaves
            add(entry.id, Part::FrameTitle, Rank::Band);
        inFrame_ = inFrame_ || rect.contains(at_);
    }

    /// A block's sides are for connections, so that it is resized by its corners alone.
    void handles(ElementId id, const QRectF& rect, bool sides) {
        if (!selected_.contains(id))
            return;
        const QPointF c = rect.center();
        const QPointF corners[] = {rect.topLeft(),        {c.x(), rect.top()}, rect.topRight(),
                                   {rect.right(), c.y()}, rect.bottomRight(),  {c.x(), rect.bottom()},
                                   rect.bottomLeft(),     {rect.left(), c.y()}};
        // Corners before sides: on a tiny element they overlap.
        for (const int corner : {0, 2, 4, 6, 1, 3, 5, 7}) {
            if ((sides || corner % 2 == 0) && isNear(corners[corner], kHandle * tolerance_))
                add(id, Part::ResizeHandle, Rank::Handle, corner);
        }
    }

    template <class CentreOf>
    void marks(ElementId id, CentreOf centreOf) {
        if (tolerance_ > look::kMarkRadius) // too small on the screen to be aimed at
            return;
        const Marks all = marksOf(design_, index_.attached(id));
        for (int i = 0; i < int(all.size()); ++i) {
            const QPointF way = centreOf(i) - at_;
            if (std::hypot(way.x(), way.y()) <= look::kMarkRadius + tolerance_ / 4)
                add(id, partOf(all[i]), Rank::Mark);
        }
    }

    static Part partOf(Mark mark) {
        switch (mark) {
        case Mark::Conflict:
            return Part::ConflictMark;
        case Mark::Decision:
            return Part::DecisionMark;
        case Mark::Question:
            return Part::QuestionMark;
        case Mark::Risk:
        case Mark::Note:
            return Part::NoteMark;
        }
        return Part::NoteMark;
    }

    /// How deep the rim reaches in: a small block keeps a body to take hold of.
    double rimOf(const QRectF& rect) const {
        return std::min(tolerance_, std::min(rect.width(), rect.height()) / 5);
    }

    QRectF titleOf(const Block& block) const {
        const BoardIndex::Attached& attached = index_.attached(block.id);
        const BlockParts parts{block.ml, showsTechnology(block), !attached.shownMetrics.isEmpty(),
                               block.title};
        TextCache texts;
        return layoutBlock(toRectF(block.rect).size(), parts, texts).title;
    }

    QRectF titleOf(const Frame& frame) const {
        const QRectF band(look::kFramePadding, look::kFrameTitleBand / 2 - 10,
                          points(frame.rect.w) - 2 * look::kFramePadding, 20);
        if (!band.contains(at_ - toPointF(frame.rect.topLeft())))
            return {};
        const double width = fitLine(frame.title, fonts::Role::FrameTitle, band.width() - 16).width;
        return {band.left(), band.top(), std::max(24.0, 16 + width), band.height()};
    }

    static constexpr double kHandle = 1.25; ///< reach of a handle, in tolerances

    const Design& design_;
    const BoardIndex& index_;
    QPointF at_;
    double tolerance_; ///< points
    const QSet<ElementId>& selected_;
    Rect near_;
    bool covered_ = false;
    bool inFrame_ = false; ///< a frame nearer than the next one lies there
    std::vector<Found> found_;
};

} // namespace

QList<Hit> hitsAt(const Design& design, const BoardIndex& index, Point at, Coord tolerance,
                  const QSet<ElementId>& selected) {
    return HitTest(design, index, at, tolerance, selected).hits();
}

} // namespace groundplan
