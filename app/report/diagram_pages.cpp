#include "app/report/diagram_pages.h"

#include "app/render/board_layers.h"
#include "app/render/export_page.h"
#include "app/render/flow_style.h"
#include "app/render/look.h"
#include "app/render/pdf_page.h"
#include "app/render/route_shape.h"
#include "app/render/text_layout.h"
#include "app/report/page_pointers.h"
#include "model/design/flow_order.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace groundplan::report {
namespace {

constexpr double kReadable = 0.6;  ///< the smallest texts of a block, 10 points, become 6
constexpr double kFrameReach = 14; ///< around a frame: its border

constexpr qsizetype kUsual = 2; ///< the paper itself and the next larger one
constexpr qsizetype kMost = 3;  ///< one larger still, where that spares that the diagram is parted
constexpr double kStrip = 3;    ///< sides of a strip, which would leave most of a large paper empty

} // namespace

DiagramSetting settingOf(Paper paper) {
    DiagramSetting setting;
    setting.papers = seriesOf(paper);
    setting.margins = {kDiagramSide, kDiagramTop, kDiagramSide, kDiagramBottom};
    return setting;
}

/// On that paper, turned as it fits better; where it is the same, as it is given.
Diagrams::Fit Diagrams::fitOn(const QSizeF& given, const QSizeF& content) const {
    Fit best;
    for (const QSizeF& paper : {given, given.transposed()}) {
        const QSizeF room = roomOn(paper).size();
        const double scale = std::min({1.0, room.width() / std::max(1.0, content.width()),
                                       room.height() / std::max(1.0, content.height())});
        if (scale > best.scale)
            best = {paper, scale};
    }
    return best;
}

/// On the smallest of the first `count` papers on which it can be read, else on the largest of them.
Diagrams::Fit Diagrams::fitOnFirst(qsizetype count, const QSizeF& content) const {
    Fit fit;
    for (qsizetype i = 0; i < std::min(count, setting_.papers.size()); ++i) {
        fit = fitOn(setting_.papers[i], content);
        if (fit.scale >= kReadable)
            break;
    }
    return fit;
}

/// On the usual papers; what can only be read on the next larger one and has no frames to be shown one by one
/// is given that, unless it is a strip. What cannot be read even there is for parts: nobody has larger paper.
Diagrams::Fit Diagrams::fitOrGrow(const QSizeF& content, bool hasFrames) const {
    const Fit usual = fitOnFirst(kUsual, content);
    const double longer = std::max(content.width(), content.height()),
                 shorter = std::min(content.width(), content.height());
    if (usual.scale >= setting_.legible || hasFrames || longer > kStrip * shorter)
        return usual;
    const Fit grown = fitOnFirst(kMost, content);
    return grown.scale >= setting_.legible ? grown : usual;
}

QRectF Diagrams::roomOn(const QSizeF& paper) const {
    return QRectF(QPointF(), paper).marginsRemoved(setting_.margins);
}

Diagrams::Diagrams(const Design& design, Paper paper)
    : Diagrams(design, settingOf(paper)) {}

Diagrams::Diagrams(const Design& design, const DiagramSetting& setting)
    : design_(design)
    , setting_(setting)
    , index_(design) {
    const QRectF all = toRectF(index_.bounds());
    if (all.isEmpty())
        return;
    bool hasFrames = false;
    for (const Element& element : design.elements) {
        children_[element.parent].append(element.id);
        hasFrames |= element.type == ElementType::Frame;
    }
    QHash<ElementId, qsizetype> places;
    for (const ElementId id : flowOrder(design))
        places.insert(id, places.size());
    for (QList<ElementId>& ids : children_)
        std::sort(ids.begin(), ids.end(), [&](ElementId a, ElementId b) {
            const Rect one = design.rectOf(a).value_or(Rect()), other = design.rectOf(b).value_or(Rect());
            const qsizetype first = places.value(a, places.size()), second = places.value(b, places.size());
            return std::tie(first, one.y, one.x, a) < std::tie(second, other.y, other.x, b);
        });
    lines_ = linesAt(design);
    hasLegend_ = std::any_of(design.cards.begin(), design.cards.end(),
                             [](const Card& card) { return card.kind == CardKind::Legend; });

    const Fit fit = fitOrGrow(all.size(), hasFrames);
    pages_.append({{}, fit.paper, all, fit.scale, {}});
    if (fit.scale < setting_.legible || setting_.isParted) {
        addParts({});
        if (hasFrames)
            addFrames();
        shareOnePaper();
        fold();
        layMaps();
    }
    for (DiagramPage& page : pages_) {
        if (page.room.isEmpty())
            page.room = roomOn(page.paper);
    }
}

QList<MapEntry> Diagrams::mapOf(int page) const {
    QList<MapEntry> entries;
    const ElementId around = pages_[page].frame;
    const bool isOverview =
        page == 0 ? pages_.size() > 1 : pages_[page].part == 0 && pages_[page].scale < setting_.legible;
    if (!isOverview)
        return entries;
    const auto levelOf = [&](ElementId frame) {
        int level = 0;
        for (ElementId each = design_.elements.at(frame).parent; each && each != around;
             each = design_.elements.at(each).parent)
            ++level;
        return level;
    };
    QSet<ElementId> named; // has its title; of a frame that is shown in parts alone the first brings it
    for (qsizetype i = page + 1; i < pages_.size(); ++i) {
        const DiagramPage& each = pages_[i];
        const bool isOwn = each.frame == around;
        if (!isOwn && around && !design_.isInside(each.frame, around))
            continue;
        const int level = isOwn ? 0 : levelOf(each.frame);
        const bool hasPage =
            !isOwn && named.contains(each.frame) && pages_[best_.value(each.frame)].part == 0;
        if (!isOwn && !named.contains(each.frame)) {
            named.insert(each.frame);
            entries.append(
                {int(i), each.frame, toRectF(design_.frames.at(each.frame).rect), level, each.part == 0});
        }
        if (each.part > 0)
            entries.append({int(i), {}, each.things, level + hasPage, true});
    }
    return entries;
}

void Diagrams::layMaps() {
    for (int i = 0; i < pages_.size(); ++i) {
        QSet<int> sheets;
        for (const MapEntry& entry : mapOf(i))
            sheets.insert(pages_[entry.page].sheet);
        if (sheets.isEmpty())
            continue;
        DiagramPage& page = pages_[i];
        const MapRoom room = shareRoom(roomOn(page.paper), page.whole().size(), int(sheets.size()));
        page.room = room.picture;
        page.scale = room.scale;
        mapRooms_.insert(i, room);
    }
}

void Diagrams::fold() {
    constexpr double kLeast = 18, kMost = 48; // between them, points of the page
    int sheet = 0;
    qsizetype group = 0; // where the parts of this frame, or of the board, begin
    for (qsizetype from = 0; from < pages_.size(); ++sheet) {
        const QRectF room = roomOn(pages_[from].paper);
        if (pages_[from].part < 2)
            group = from;
        // Tall ones side by side, wide ones one below the other.
        const QSizeF begun = pages_[from].whole().size();
        const bool columns = begun.height() > begun.width();
        const auto extent = [columns](const QRectF& rect) { return columns ? rect.width() : rect.height(); };
        double scale = pages_[from].scale, used = extent(pages_[from].whole());
        qsizetype to = from + 1;
        for (; to < pages_.size() && pages_[from].part > 0 && pages_[to].part > 1 &&
               pages_[to].paper == pages_[from].paper;
             ++to) {
            const double both = std::min(scale, pages_[to].scale);
            const double all = used + extent(pages_[to].whole());
            const double fitting = (extent(room) - double(to - from) * kLeast) / all;
            if (fitting < both && fitting < kReadable)
                break;
            scale = std::min(both, fitting);
            used = all;
        }
        const qsizetype count = to - from;
        const double between =
            count > 1 ? std::min(kMost, (extent(room) - used * scale) / double(count - 1)) : 0;
        const double middle = columns ? room.center().x() : room.center().y();
        double begin = middle - (used * scale + double(count - 1) * between) / 2;
        for (qsizetype i = from; i < to; ++i) {
            DiagramPage& page = pages_[i];
            page.sheet = sheet;
            if (count > 1) {
                page.scale = scale;
                page.room = {room.topLeft(), page.whole().size() * scale};
                if (columns)
                    page.room.moveLeft(begin);
                else
                    page.room.moveTop(begin);
                begin += extent(page.room) + between;
            }
        }
        from = to;
        if (pages_[group].part > 0 && (to == pages_.size() || pages_[to].part < 2)) {
            const int first = pages_[group].sheet;
            for (qsizetype i = group; i < to; ++i) {
                pages_[i].part = pages_[i].sheet - first + 1;
                pages_[i].parts = sheet - first + 1;
            }
        }
    }
}

QList<int> Diagrams::on(int sheet) const {
    QList<int> pages;
    for (qsizetype i = 0; i < pages_.size(); ++i) {
        if (pages_[i].sheet == sheet)
            pages.append(int(i));
    }
    return pages;
}

void Diagrams::shareOnePaper() {
    const QList<QSizeF>& papers = setting_.papers;
    const auto placeOf = [&papers](const DiagramPage& page) {
        return std::find_if(papers.begin(), papers.end(),
                            [&page](const QSizeF& paper) {
                                return paper == page.paper || paper.transposed() == page.paper;
                            }) -
               papers.begin();
    };
    qsizetype shared = 0;
    for (qsizetype i = 1; i < pages_.size(); ++i)
        shared = std::max(shared, std::min(placeOf(pages_[i]), kUsual - 1));
    qsizetype upright = 0, turned = 0; // of those to which it matters
    for (qsizetype i = 1; i < pages_.size(); ++i) {
        if (pages_[i].scale < 1)
            ++(pages_[i].paper.width() > pages_[i].paper.height() ? turned : upright);
    }
    const QSizeF usual = turned > upright ? papers[shared].transposed() : papers[shared];
    for (qsizetype i = 1; i < pages_.size(); ++i) {
        DiagramPage& page = pages_[i];
        if (placeOf(page) > shared)
            continue;
        const Fit fit = fitOn(usual, page.whole().size());
        page.paper = fit.paper;
        page.scale = fit.scale;
    }
}

void Diagrams::addFrames() {
    QList<ElementId> open; // last in, first out
    const auto push = [&](ElementId parent) {
        const QList<ElementId> ids = children_.value(parent);
        for (auto it = ids.rbegin(); it != ids.rend(); ++it) {
            if (design_.frames.contains(*it))
                open.append(*it);
        }
    };
    push({});
    while (!open.isEmpty()) {
        const ElementId id = open.takeLast();
        DiagramPage page;
        page.frame = id;
        QList<ElementId> held{id};
        bool holdsFrames = false;
        for (qsizetype i = 0; i < held.size(); ++i) {
            page.shown.insert(held[i]);
            held += children_.value(held[i]);
            holdsFrames |= i > 0 && design_.frames.contains(held[i]);
        }
        for (const ElementId each : std::as_const(page.shown))
            best_.insert(each, int(pages_.size()));
        const QSet<ElementId> inside = page.shown;
        bool leaves = false;
        for (const ElementId end : std::as_const(held)) {
            for (const Connection* connection : lines_.value(end)) {
                const bool whole = inside.contains(connection->source) && inside.contains(connection->target);
                leaves |= !whole;
                page.shown.insert(connection->id);
                if (whole || !best_.contains(connection->id))
                    best_.insert(connection->id, int(pages_.size()));
            }
        }
        const QRectF rect = toRectF(design_.frames.at(id).rect);
        page.content = leaves ? seenAround(design_, rect, page.shown, setting_.around)
                              : rect.adjusted(-kFrameReach, -kFrameReach, kFrameReach, kFrameReach);
        page.signs = pointerMargins(design_, page, setting_.numbered);
        const Fit fit = fitOrGrow(page.whole().size(), holdsFrames);
        page.paper = fit.paper;
        page.scale = fit.scale;
        // A frame of blocks alone is seen on the overview as well: its parts come in its place.
        const QList<ElementId> own = children_.value(id);
        const bool isParted =
            !holdsFrames && fit.scale < setting_.legible &&
            std::any_of(own.begin(), own.end(), [this](ElementId each) { return isReading(design_, each); });
        if (!isParted)
            pages_.append(page);
        if (fit.scale < setting_.legible) {
            addParts(id);
            push(id);
        }
    }
}

void Diagrams::addParts(ElementId within) {
    QList<Lying> things;
    for (const ElementId id : children_.value(within)) {
        if (isReading(design_, id))
            things.append({id, toRectF(*design_.rectOf(id))});
    }
    const QList<QList<Lying>> groups = pageGroups(things, [&](const QList<Lying>& group) {
        return fitOnFirst(kUsual, boundsOf(group).size()).scale >= setting_.part &&
               fitOnFirst(kUsual, partOf(within, group).whole().size()).scale >= setting_.part;
    });
    for (qsizetype i = 0; i < groups.size(); ++i) {
        DiagramPage page = partOf(within, groups[i]);
        page.part = int(i) + 1;
        page.parts = int(groups.size());
        const auto [first, last] = endsAsRead(groups[i]);
        page.first = first;
        page.last = last;
        for (const Lying& each : groups[i]) {
            best_.insert(each.id, int(pages_.size()));
            for (const Connection* connection : lines_.value(each.id)) {
                if (!best_.contains(connection->id) || connection->source == each.id)
                    best_.insert(connection->id, int(pages_.size()));
            }
        }
        pages_.append(page);
    }
}

DiagramPage Diagrams::partOf(ElementId within, const QList<Lying>& group) const {
    DiagramPage page = partAround(design_, lines_, group, within, children_.value(within), setting_.around);
    page.signs = pointerMargins(design_, page, setting_.numbered);
    const Fit fit = fitOrGrow(page.whole().size(), false);
    page.paper = fit.paper;
    page.scale = fit.scale;
    return page;
}

std::optional<int> Diagrams::pageOf(ElementId element) const {
    if (pages_.isEmpty() || !design_.elements.contains(element))
        return std::nullopt;
    return best_.value(element, 0);
}

QRectF Diagrams::placeOf(ElementId element, int page) const {
    QRectF place;
    if (const Connection* connection = design_.connections.find(element)) {
        for (const Point& corner : design_.routeOf(*connection))
            place = place.united(QRectF(toPointF(corner), QSizeF(1, 1)));
    } else {
        place = toRectF(design_.rectOf(element).value_or(Rect()));
    }
    return pages_[page].toPage().mapRect(place);
}

QList<std::pair<ElementId, QRectF>> Diagrams::placesOn(int page) const {
    QList<std::pair<ElementId, QRectF>> places;
    const DiagramPage& shown = pages_[page];
    const QTransform toPage = shown.toPage();
    const double unit = kUnitsPerPoint;
    const Rect area{Coord(shown.content.left() * unit), Coord(shown.content.top() * unit),
                    Coord(shown.content.width() * unit) + 1, Coord(shown.content.height() * unit) + 1};
    for (const ElementId id : index_.inArea(area)) {
        if (!shown.shown.isEmpty() && !shown.shown.contains(id))
            continue;
        if (const Frame* frame = design_.frames.find(id)) {
            QRectF band = toRectF(frame->rect);
            if (shown.part > 0 && id != shown.frame) // all that is seen of it: there is little in it
                band = band.intersected(shown.content);
            else
                band.setHeight(std::min(band.height(), look::kFrameTitleBand));
            places.append({id, toPage.mapRect(band)});
        } else if (design_.blocks.contains(id) || design_.cards.contains(id)) {
            places.append({id, toPage.mapRect(toRectF(*design_.rectOf(id)))});
        }
    }
    return places;
}

QList<Flow> Diagrams::flowsOn(int sheet) const {
    std::array<bool, wordCount<Flow>()> used{};
    const auto use = [&used](const Connection& connection) { used[std::size_t(connection.flow)] = true; };
    for (const int index : on(sheet)) {
        const DiagramPage& page = pages_[index];
        if (page.shown.isEmpty() && !hasLegend_)
            std::for_each(design_.connections.begin(), design_.connections.end(), use);
        for (const ElementId id : page.shown) {
            if (const Connection* connection = design_.connections.find(id))
                use(*connection);
        }
    }
    QList<Flow> flows;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (used[i])
            flows.append(Flow(i));
    }
    return flows;
}

void Diagrams::paint(PdfPage& page, QPainter& painter, const BoardPainter& board, int sheet) const {
    const QList<int> shown = on(sheet);
    const QSizeF paper = pages_[shown.constFirst()].paper;
    FlowLegend legend(flowsOn(sheet));
    legend.fitInto(paper.width() - 2 * kDiagramSide);
    // Its lowest row stands where the bottom margin begins to be free of the page number.
    legend.paint(painter, {kDiagramSide, paper.height() - kDiagramBottom + 6}, board.theme());
    for (const int index : shown)
        paintOne(page, painter, board, pages_[index]);
}

void Diagrams::paintOne(PdfPage& page, QPainter& painter, const BoardPainter& board,
                        const DiagramPage& shown) const {
    painter.save();
    const QTransform toPage = shown.toPage();
    painter.setWorldTransform(toPage, true);
    BoardPainter::Options options;
    options.background = false;
    options.fullDetail = true;
    options.only = shown.shown.isEmpty() ? nullptr : &shown.shown;
    if (shown.shown.isEmpty()) {
        board.paint(painter, design_, index_, shown.content, options);
    } else {
        const Design part = shownOn(design_, shown);
        const BoardIndex index(part);
        page.paintClipped(toPage.mapRect(shown.content), [&] { // lines that leave it end at its edge
            board.paint(painter, part, index, shown.content, options);
            if (shown.part > 0)
                paintTitles(painter, cutTitles(design_, shown), board.theme());
        });
    }
    painter.restore();
}

} // namespace groundplan::report
