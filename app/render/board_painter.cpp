#include "app/render/board_painter.h"

#include "app/render/block_layout.h"
#include "app/render/flow_style.h"
#include "app/render/look.h"
#include "app/render/overview_painter.h"
#include "app/render/paint_context.h"
#include "app/render/route_shape.h"
#include "app/render/vector_page.h"
#include "app/render/visible.h"

#include <QPaintDevice>
#include <QPainter>

#include <cmath>

namespace groundplan {

struct BoardPainter::Private {
    const Catalogue& catalogue;
    Theme theme;
    mutable PaintCaches caches;
    mutable OverviewPainter overview;

    Private(const Catalogue& c, const Theme& t)
        : catalogue(c)
        , theme(t) {}
};

BoardPainter::BoardPainter(const Catalogue& catalogue, const Theme& theme)
    : d(std::make_unique<Private>(catalogue, theme)) {}

BoardPainter::~BoardPainter() = default;

void BoardPainter::setTheme(const Theme& theme) {
    d->theme = theme;
    d->caches.faces.clear();
    d->caches.looks.clear();
    d->caches.lookNumbers.clear();
    d->caches.owns.clear();
}

const Theme& BoardPainter::theme() const {
    return d->theme;
}
const Catalogue& BoardPainter::catalogue() const {
    return d->catalogue;
}

namespace {

/// Dots of the grid as far apart as they can be told from each other.
void paintGrid(QPainter& painter, const QRectF& area, const QTransform& toView, double ratio,
               const QColor& colour) {
    const double scale = toView.m11();
    double step = look::kGridStep;
    while (step * scale < 12)
        step *= 2;
    const double dot = std::max(1.0, std::round(1.4 * scale * ratio)) / ratio;
    const QTransform board = painter.worldTransform();
    painter.setWorldTransform(QTransform());
    const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (double y = std::floor(area.top() / step) * step; y <= area.bottom(); y += step) {
        for (double x = std::floor(area.left() / step) * step; x <= area.right(); x += step) {
            const QPointF at = toView.map(QPointF(x, y));
            const double left = std::round(at.x() * ratio) / ratio, top = std::round(at.y() * ratio) / ratio;
            painter.fillRect(QRectF(left, top, dot, dot), colour);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, smooth);
    painter.setWorldTransform(board);
}

} // namespace

void BoardPainter::paint(QPainter& painter, const Design& design, const BoardIndex& index, const QRectF& area,
                         const Options& options) const {
    const QTransform toView = painter.worldTransform();
    const bool upright = toView.type() <= QTransform::TxScale && toView.m11() > 0;
    PaintContext context{painter,
                         d->theme,
                         d->catalogue,
                         design,
                         index,
                         d->caches,
                         options.fullDetail ? Detail::full() : Detail::at(options.scale)};
    context.bitmaps = options.cached && !options.fullDetail && upright;
    context.shadows = options.shadows;
    context.toView = toView;
    context.ratio = upright ? options.scale / toView.m11() : 1;
    context.scale = options.scale;
    context.typed = options.typed;

    const BoardLayers& layers = index.layers();
    context.lookOfKind.reserve(std::size_t(layers.kinds.size()));
    for (const QString& kind : layers.kinds)
        context.lookOfKind.push_back(d->caches.lookNumber(d->catalogue, d->theme, kind));

    if (!context.detail.titles && upright) {
        d->overview.paint(context, area, options);
        return;
    }
    if (options.background)
        painter.fillRect(area, d->theme.canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    if (options.grid && context.detail.grid)
        paintGrid(painter, area, toView, context.ratio, d->theme.dots);

    VectorPage* const page = vectorPageOf(painter);
    d->caches.texts.keepGlyphs(!page || page->wantsGlyphs());
    const auto paintElement = [page](ElementId id, VectorPage::Part part, const auto& paint) {
        if (page)
            page->beginElement(id, part);
        paint();
        if (page)
            page->endElement();
    };
    const Visible visible(options, area);
    const auto routeOf = [&options](ElementId id) -> const QList<Point>* {
        if (!options.routes)
            return nullptr;
        const auto it = options.routes->constFind(id);
        return it == options.routes->cend() ? nullptr : &*it;
    };
    visible.each(layers.frames, [&](const FrameEntry& entry, Point offset) {
        const bool lit = options.lit && options.lit->contains(entry.id);
        paintElement(entry.id, VectorPage::Part::Frame,
                     [&] { paintFrame(context, entry, offset, lit ? FramePart::Ground : FramePart::All); });
    });
    Crossings crossings;
    constexpr double kReach = Crossings::kReach;
    Visible(options, area.adjusted(-kReach, -kReach, kReach, kReach))
        .each(layers.connections, [&](const ConnectionEntry& entry, Point offset) {
            const QList<Point>* route = routeOf(entry.id);
            crossings.add(entry.id, route ? *route : entry.connection->route,
                          route ? Point() : entry.origin + offset, entry.connection->flow,
                          entry.connection->direction);
        });
    crossings.finish();
    context.crossings = &crossings;
    const auto paintTurn = [&](Visible::Turn turn) {
        visible.each(
            layers.connections,
            [&](const ConnectionEntry& entry, Point offset) {
                paintElement(entry.id, VectorPage::Part::Connection,
                             [&] { paintConnection(context, entry, offset, routeOf(entry.id)); });
            },
            turn);
        // What is being moved is in the hand, so above what lies.
        const bool some = options.moved && !options.moved->isEmpty();
        for (const bool inHand : {false, true}) {
            if (inHand && !some)
                break;
            visible.each(
                layers.fronts,
                [&](const FrontEntry& entry, Point offset) {
                    if (!some || options.moved->contains(entry.id) == inHand)
                        paintElement(entry.id, VectorPage::Part::Front,
                                     [&] { paintFront(context, entry, offset); });
                },
                turn);
        }
        visible.each(
            layers.connections,
            [&](const ConnectionEntry& entry, Point offset) {
                paintElement(entry.id, VectorPage::Part::Label,
                             [&] { paintConnectionLabel(context, entry, offset, routeOf(entry.id)); });
            },
            turn);
    };
    if (!options.lit) {
        paintTurn(Visible::Turn::All);
        return;
    }
    paintTurn(Visible::Turn::Dim);
    painter.fillRect(area, veilOf(d->theme));
    visible.each(
        layers.frames,
        [&](const FrameEntry& entry, Point offset) { paintFrame(context, entry, offset, FramePart::Rest); },
        Visible::Turn::Lit);
    paintTurn(Visible::Turn::Lit);
}

void BoardPainter::paintKindIcon(QPainter& painter, const QRectF& tile, const QString& kind) const {
    const KindLook& look = d->caches.looks[std::size_t(d->caches.lookNumber(d->catalogue, d->theme, kind))];
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.colours.tint);
    const double part = tile.width() / look::kTile;
    painter.drawRoundedRect(tile, look::kTileRadius * part, look::kTileRadius * part);
    const double inset = (tile.width() - look::kIcon * part) / 2;
    look.icon.paint(painter, tile.adjusted(inset, inset, -inset, -inset), look.colours.strong);
    painter.restore();
}

void BoardPainter::paintFlowSample(QPainter& painter, const QRectF& area, Flow flow) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = area.center().y();
    paintLine(painter, {{area.left(), y}, {area.right(), y}}, flow, Direction::Forward, d->theme.of(flow));
    painter.restore();
}

} // namespace groundplan
