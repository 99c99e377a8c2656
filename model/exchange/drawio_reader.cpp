#include "model/exchange/drawio_reader.h"

#include "model/exchange/drawio_carried.h"
#include "model/exchange/drawio_file.h"
#include "model/exchange/drawio_groups.h"
#include "model/exchange/drawio_page.h"
#include "model/exchange/exchange_limits.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using Node = Diagram::Node;

QString tr(const char* text) {
    return QCoreApplication::translate("Drawio", text);
}

/// The names that draw.io gives pages itself: "Page-1", "Seite-2", "第 1 页".
bool isGivenName(const QString& name) {
    static const QRegularExpression given(u"^(\\p{L}+\\s*[-–—]\\s*\\d+|第\\s*\\d+\\s*页|Page\\s*\\d+)$"_s);
    return name.isEmpty() || given.match(name.left(100)).hasMatch();
}

/// All that has a place on a page.
Rect boundsOf(const Diagram& page) {
    Rect bounds;
    for (const Node& node : page.nodes) {
        if (node.rect)
            bounds = bounds.united(*node.rect);
        for (const Point at : node.points)
            bounds = bounds.united({at.x, at.y, 1, 1});
    }
    for (const Diagram::Edge& edge : page.edges) {
        for (const Point at : edge.waypoints)
            bounds = bounds.united({at.x, at.y, 1, 1});
    }
    return bounds;
}

void move(Diagram& page, Point by) {
    const auto moved = [by](Point at) {
        // Of what lies at the rim of the board nothing leaves it.
        const auto within = [](qint64 coord) {
            return Coord(std::clamp<qint64>(coord, -kMaxCoord, kMaxCoord));
        };
        return Point{within(qint64(at.x) + by.x), within(qint64(at.y) + by.y)};
    };
    for (Node& node : page.nodes) {
        if (node.rect) {
            const Point corner = moved(node.rect->topLeft());
            node.rect = Rect{corner.x, corner.y, node.rect->w, node.rect->h};
        }
        for (Point& at : node.points)
            at = moved(at);
    }
    for (Diagram::Edge& edge : page.edges) {
        for (Point& at : edge.waypoints)
            at = moved(at);
        for (Point& at : edge.route)
            at = moved(at);
    }
}

/// Pages as frames in rows, in their order.
class Album {
public:
    Album(Diagram& album, qsizetype pages)
        : album_(album)
        , columns_(qsizetype(std::ceil(std::sqrt(double(pages))))) {}

    void add(Diagram page, const QString& title, const QString& id) {
        constexpr Coord kGap = 120 * kUnitsPerPoint;
        const Rect bounds = boundsOf(page);
        move(page, Point{at_.x, at_.y} - bounds.topLeft());
        Node frame;
        frame.id = id;
        frame.type = Diagram::NodeType::Frame;
        frame.label = title;
        album_.nodes << frame;
        for (Node& node : page.nodes) {
            if (node.parent.isEmpty())
                node.parent = id;
            album_.nodes << node;
        }
        album_.edges << page.edges;
        rowHeight_ = std::max(rowHeight_, bounds.h);
        if (++inRow_ < columns_) {
            at_.x = next(at_.x, bounds.w, kGap);
        } else {
            at_ = {0, next(at_.y, rowHeight_, kGap)};
            inRow_ = 0;
            rowHeight_ = 0;
        }
    }

private:
    static Coord next(Coord at, Coord length, Coord gap) {
        return Coord(std::min<qint64>(qint64(at) + length + gap, kMaxCoord / 2));
    }
    Diagram& album_;
    const qsizetype columns_;
    Point at_;
    qsizetype inRow_ = 0;
    Coord rowHeight_ = 0;
};

} // namespace

Result<Diagram> readDrawio(const QByteArray& bytes, const QString& sourceName,
                           const std::atomic<bool>* cancelled) {
    auto pages = drawio::readPages(bytes, sourceName, cancelled);
    if (!pages)
        return Failure(pages.error());
    drawio::Losses losses;
    QList<Diagram> drawn;
    QStringList titles, names;
    std::shared_ptr<const Design> ownBoard;
    qsizetype left = exchangelimits::kInputBytes;
    for (qsizetype i = 0; i < pages->size(); ++i) {
        if (cancelled && *cancelled)
            return fail(ErrorCode::Cancelled, tr("Reading %1 was cancelled.").arg(sourceName));
        drawio::Page& page = (*pages)[i];
        drawio::endAtIcons(page);
        const QString prefix = i == 0 ? QString() : u"page-%1/"_s.arg(i + 1);
        const drawio::Carried carried(page, left, cancelled);
        Diagram diagram = structured(drawio::readPage(page, prefix, carried, losses));
        losses.notTaken.take(diagram.notTaken);
        if (diagram.nodes.isEmpty() && !carried.design())
            continue;
        if (!ownBoard)
            ownBoard = carried.design();
        const bool kept = carried.design() && page.name == carried.pageName();
        drawn << std::move(diagram);
        const QString name = page.name.simplified();
        titles << (kept ? carried.design()->board.title : isGivenName(name) ? QString() : name);
        names << name;
    }
    Diagram diagram;
    if (drawn.size() == 1) {
        diagram = std::move(drawn.first());
        diagram.title = titles.first();
    } else if (drawn.size() > 1) {
        Album album(diagram, drawn.size());
        for (qsizetype i = 0; i < drawn.size(); ++i)
            album.add(std::move(drawn[i]), names[i], u"page-%1//"_s.arg(i + 1));
    }
    diagram.ownBoard = ownBoard;
    diagram.notTaken = losses.notTaken;
    return diagram;
}

} // namespace groundplan
