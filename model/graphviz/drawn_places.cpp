#include "model/graphviz/drawn_places.h"

#include "model/design/validate.h"
#include "model/graphviz/frame_margins.h"
#include "model/graphviz/label_room.h"
#include "model/graphviz/line_ends.h"
#include "model/graphviz/on_board.h"
#include "model/graphviz/readable_sizes.h"
#include "model/graphviz/title_room.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Exchange", text);
}

Coord scaled(double value, double by) {
    return Coord(std::clamp(std::round(value * by), double(-kMaxCoord), double(kMaxCoord)));
}
Point enlarged(Point point, Point from, double by) {
    const auto away = [by](double value, double origin) { return scaled(origin + (value - origin) * by, 1); };
    return {away(point.x, from.x), away(point.y, from.y)};
}

Size atLeast(Size size, const Rect& rect) {
    return {std::clamp(std::max(size.w, rect.w), kMinSize, kMaxSize),
            std::clamp(std::max(size.h, rect.h), kMinSize, kMaxSize)};
}
/// Of another size, with the same point at these shares of it.
Rect resized(const Rect& rect, Size size, double across, double down) {
    return onBoard(Rect{scaled(rect.x + (double(rect.w) - size.w) * across, 1),
                        scaled(rect.y + (double(rect.h) - size.h) * down, 1), size.w, size.h});
}

/// The first block that lies below a rectangle; nothing once a hostile file has had its looks.
const Block* blockBelow(const Design& design, const Rect& rect, qsizetype& looks) {
    if ((looks -= design.blocks.size()) < 0)
        return nullptr;
    for (const Block& block : design.blocks) {
        if (block.rect.intersects(rect))
            return design.blocks.find(block.id);
    }
    return nullptr;
}

} // namespace

void DrawnPlaces::makeReadable() {
    growBoxes();
    fitTexts();
}

/// What a box needs and what it would like to have, at least its own size.
DrawnPlaces::Sizes DrawnPlaces::sizesOf(ElementId id) const {
    if (const Card* card = design_.cards.find(id)) {
        const Size size =
            context_.card ? atLeast(context_.card(*card), card->rect) : Size{card->rect.w, card->rect.h};
        return {size, size};
    }
    Block block = *design_.blocks.find(id);
    const Size pleasant = atLeast(context_.block(block), block.rect);
    if (!context_.leastBlock)
        return {pleasant, pleasant};
    const Size least = atLeast(context_.leastBlock(block), block.rect);
    // One that shows its title stays as it was drawn, but for a technology that would be cut.
    if (least == Size{block.rect.w, block.rect.h})
        return {least, {pleasant.w, least.h}};
    const Size larger{std::max(least.w, pleasant.w), std::max(least.h, pleasant.h)};
    // A larger icon takes room from the title.
    block.rect.w = larger.w;
    block.rect.h = larger.h;
    const bool shows = atLeast(context_.leastBlock(block), block.rect) == larger;
    return {least, shows ? larger : least};
}

void DrawnPlaces::growBoxes() {
    QList<ElementId> growers;
    for (const Element* element : design_.elements.sorted()) {
        const bool grows = (context_.block && element->type == ElementType::Block) ||
                           (context_.card && element->type == ElementType::Card);
        if (grows && !kept_.contains(element->id) && !placement_.isUnplaced(element->id))
            growers.append(element->id);
    }
    QList<TightBox> boxes;
    QList<Size> pleasant;
    const auto measure = [&] {
        boxes.clear();
        pleasant.clear();
        for (const ElementId id : std::as_const(growers)) {
            const Sizes sizes = sizesOf(id);
            boxes.append({*design_.rectOf(id), sizes.least});
            pleasant.append(sizes.pleasant);
        }
    };
    measure();
    if (const double by = enlargementFor(boxes); by != 1) {
        enlarge(by);
        measure();
    }
    // What is needed comes before what is pleasant.
    const QList<Rect> readable = grownBoxes(boxes);
    for (qsizetype i = 0; i < growers.size(); ++i)
        boxes[i] = {readable[i], atLeast(pleasant[i], readable[i])};
    const QList<Rect> grown = grownBoxes(boxes);
    QList<GrownBox> changed;
    for (qsizetype i = 0; i < growers.size(); ++i) {
        const bool all = Size{grown[i].w, grown[i].h} == boxes[i].wanted;
        const Rect now = onBoard(all ? grown[i] : readable[i]);
        changed.append({*design_.rectOf(growers[i]), now});
        placement_.place(growers[i], now);
    }
    keepMarksBeside(design_, changed);
    keepEndsOutside(design_, changed);
}

void DrawnPlaces::enlarge(double by) {
    const Point from = design_.bounds().topLeft();
    for (const Element& element : Table<Element>(design_.elements)) {
        const auto rect = design_.rectOf(element.id);
        if (!rect || placement_.isUnplaced(element.id))
            continue;
        const Point at = enlarged(rect->topLeft(), from, by);
        placement_.place(element.id, onBoard(Rect{at.x, at.y, scaled(rect->w, by), scaled(rect->h, by)}));
    }
    for (Shape shape : Table<Shape>(design_.shapes)) {
        if (placement_.isUnplaced(shape.id))
            continue;
        shape.textSize = std::min(scaled(shape.textSize, by), limits::kLargestText);
        design_.shapes.put(shape);
    }
    for (Corners& corners : corners_) {
        for (Point& point : corners.onBoard)
            point = enlarged(point, from, by);
    }
    notTaken_.tell(tr("The drawing was enlarged to %1 % of its size, so that its blocks can be read.")
                       .arg(QLocale().toString(int(std::lround(by * 100)))));
}

void DrawnPlaces::fitTexts() {
    if (!context_.text)
        return;
    qsizetype looks = 20'000'000;
    for (Shape shape : Table<Shape>(design_.shapes)) {
        if (shape.kind != ShapeKind::Text || shape.text.isEmpty() || kept_.contains(shape.id))
            continue;
        const Hold hold = holds_.value(shape.id);
        const Rect drawn = shape.rect;
        const Size size = context_.text(shape, hold.wraps ? drawn.w : kMaxSize);
        shape.rect = resized(drawn, size, hold.across, hold.down);
        // One that stood beside a block, upright perhaps, grows away from it.
        if (blockBelow(design_, shape.rect, looks) && !blockBelow(design_, drawn, looks)) {
            for (const auto& [across, down] : {std::pair(1.0, hold.down), std::pair(0.0, hold.down),
                                               std::pair(hold.across, 1.0), std::pair(hold.across, 0.0)}) {
                const Rect away = resized(drawn, size, across, down);
                if (!blockBelow(design_, away, looks)) {
                    shape.rect = away;
                    break;
                }
            }
        }
        design_.shapes.put(shape);
    }
}

void DrawnPlaces::makeRoomForLabels(const QSet<ElementId>& ours) {
    if (!context_.label)
        return;
    QSet<ElementId> bent = ours;
    for (const Corners& corners : std::as_const(corners_))
        bent.insert(corners.connection);
    QList<LabelNeed> needs;
    for (const Connection* connection : design_.connections.sorted()) {
        if (!connection->label.isEmpty() && !bent.contains(connection->id))
            needs.append({connection->source, connection->target, context_.label(connection->label)});
    }
    for (const RoomMade& room : groundplan::makeRoomForLabels(design_, placement_, needs)) {
        for (Corners& corners : corners_) {
            for (Point& point : corners.onBoard)
                point = room.moved(point);
        }
    }
}

void DrawnPlaces::wrapFrames(const QList<ElementId>& frames) {
    QHash<ElementId, Rect> contents;
    for (const Element& element : std::as_const(design_.elements)) {
        const auto rect = design_.rectOf(element.id);
        // A line may lead out of its frame.
        const bool counts = element.type != ElementType::Frame && element.type != ElementType::Stroke;
        if (rect && element.parent && counts)
            contents[element.parent] = contents[element.parent].united(*rect);
    }
    TitleRoom titles(design_);
    QList<GrownBox> changed;
    for (auto frame = frames.crbegin(); frame != frames.crend(); ++frame) {
        const Rect inside = contents.value(*frame);
        const Rect was = design_.frames.find(*frame)->rect;
        Rect rect = was;
        if (!kept_.contains(*frame)) {
            if (!inside.isEmpty() && !rect.contains(inside))
                rect = onBoard(rect.united(withFrameMargins(inside)));
            noteRemark(*frame, rect.w);
            const bool remarks = !design_.frames.find(*frame)->remark.isEmpty();
            rect = titles.made(*frame, rect, remarks ? rect.w : titleWidth(*frame));
        }
        if (rect != was) {
            placement_.place(*frame, rect);
            changed.append({was, rect});
        }
        if (const ElementId parent = design_.elements.find(*frame)->parent)
            contents[parent] = contents[parent].united(rect);
    }
    keepEndsOutside(design_, changed);
}

/// From the frame's left border on, with the sign before it.
Coord DrawnPlaces::titleWidth(ElementId frame) const {
    constexpr Coord kSign = 16 * kUnitsPerPoint;
    // Labels have room around their words, about as much as lies around a title.
    const QString& title = design_.frames.find(frame)->title;
    return !context_.label ? kMaxSize : kSign + context_.label(title).w;
}

void DrawnPlaces::noteRemark(ElementId id, Coord width) {
    Frame frame = *design_.frames.find(id);
    if (!context_.label || frame.remark.isEmpty())
        return;
    if (qint64(titleWidth(id)) + context_.label(frame.remark).w <= width)
        return;
    Note note;
    note.id = NoteId::random();
    note.subject = id;
    note.text = frame.remark;
    design_.notes.put(note);
    frame.remark.clear();
    design_.frames.put(frame);
}

void DrawnPlaces::setCorners() {
    for (const Corners& corners : std::as_const(corners_)) {
        Connection connection = *design_.connections.find(corners.connection);
        const Point origin = design_.rectOf(connection.source)->topLeft();
        const QList<Point>& points = corners.onBoard;
        qsizetype every = 1;
        if (points.size() > limits::kWaypoints) {
            every = (points.size() + limits::kWaypoints - 1) / limits::kWaypoints;
            notTaken_.add(tr("A connection had %1 corners set by hand; %2 of them can be kept.")
                              .arg(points.size())
                              .arg(limits::kWaypoints));
        }
        for (qsizetype i = every / 2; i < points.size(); i += every)
            connection.waypoints.append(onBoard(points[i]) - origin);
        design_.connections.put(connection);
    }
}

} // namespace groundplan
