#pragma once

#include "model/design/design.h"
#include "model/design/stroke.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <array>
#include <optional>

namespace groundplan {

/// What a tool shows while a gesture lasts and nothing has been committed yet: the tools say it, the canvas
/// draws it. Esc leaves no trace of it. All positions in board units.
struct Preview {
    QSet<ElementId>
        moved; ///< these are drawn shifted by `movedBy`; holds the connections that come along, too
    Point movedBy;
    QHash<ElementId, Rect> resized;        ///< blocks, frames and cards drawn with another rectangle
    QHash<ElementId, QList<Point>> routes; ///< connections drawn along these corners
    QHash<ElementId, qint32>
        labelsAt; ///< connections drawn with their label there (thousandths of the route)
    QHash<ElementId, QList<Point>> waypoints; ///< of connections while they are dragged
    std::optional<Rect> rubberBand;
    std::optional<Rect> ghost; ///< outline of a block, frame or card about to be made
    QString ghostKind;         ///< kind of the block shown in `ghost`; empty: the bare outline
    QString ghostTitle;        ///< and its title
    /// What would hang on an element.
    struct Hung {
        QList<Note> notes;
        QList<Decision> decisions;
        QList<Metric> metrics;
        friend bool operator==(const Hung&, const Hung&) = default;
    };
    /// A block drawn as an edit would leave it.
    struct Changed {
        Block block;
        Hung hung;
        friend bool operator==(const Changed&, const Changed&) = default;
    };
    QHash<ElementId, Changed> changed; ///< of those in `resized`
    /// Blocks and frames that a sketch would make, and its connections.
    struct Ghost {
        Rect rect;
        QString kind, title, technology; ///< kind: empty for a frame
        Hung hung = {};
        friend bool operator==(const Ghost&, const Ghost&) = default;
    };
    struct GhostLine {
        QList<Point> corners;
        Flow flow = Flow::Request;
        Direction direction = Direction::Forward;
        QString label;
        friend bool operator==(const GhostLine&, const GhostLine&) = default;
    };
    QList<Ghost> ghosts;
    QList<GhostLine> ghostLines;
    /// A line that is being drawn by hand.
    struct Ink {
        StrokeTool tool = StrokeTool::Pen;
        QString colour; ///< as Stroke::colour
        Coord width = 20;
        QList<PenPoint> points;
        friend bool operator==(const Ink&, const Ink&) = default;
    };
    std::optional<Ink> ink;
    std::optional<Shape> shape; ///< a figure about to be made; its id does not matter
    QSet<ElementId> fading;     ///< strokes, shapes and images drawn faintly: about to be deleted
    QList<Point> connection;    ///< corners of a connection being drawn
    ElementId dropTarget;       ///< highlighted: a connection's or a move's destination
    ElementId hovered;          ///< block or frame under the pointer: its connection dots show
    struct Line {
        Point from, to;
        friend bool operator==(const Line&, const Line&) = default;
    };
    QList<Line> guides;        ///< what the thing being dragged is aligned with
    std::optional<Point> grip; ///< the handle that keys have taken hold of
    QList<Line> gaps;          ///< equal distances between it and its neighbours, from side to side

    friend bool operator==(const Preview&, const Preview&) = default;
    bool isEmpty() const { return *this == Preview{}; }
};

/// Screen sizes of what can be gripped, in pixels; tools and canvas agree through these.
inline constexpr int kDotGrip = 8;       ///< a press this near to a connection dot's middle means the dot
inline constexpr int kDotsFromSide = 32; ///< an element shorter than this on screen shows no dots
/// Distance of a dot's middle from its side; farther out where that side has a resize handle.
constexpr int dotDistance(bool sideHandles) {
    return sideHandles ? 20 : 12;
}

/// Where a hovered block or frame offers to begin a connection: the middles of its sides (top, right, bottom,
/// left), `distance` outside them.
constexpr std::array<Point, 4> connectionDots(const Rect& rect, Coord distance) {
    const Point middle = rect.center();
    return {Point{middle.x, rect.top() - distance}, Point{rect.right() + distance, middle.y},
            Point{middle.x, rect.bottom() + distance}, Point{rect.left() - distance, middle.y}};
}

} // namespace groundplan
