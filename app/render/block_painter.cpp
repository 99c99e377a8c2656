#include "app/render/block_layout.h"
#include "app/render/look.h"
#include "app/render/marks.h"
#include "app/render/paint_context.h"
#include "app/render/route_shape.h"
#include "app/render/vector_page.h"
#include "model/design/shown_technology.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace groundplan {

namespace {

constexpr qsizetype kFaceBytes = 24 << 20;
constexpr int kStrokeBytes = 64 * 1024 * 1024;
constexpr int kNoPill = -1;
constexpr double kPillDot = 3; ///< its radius

void paintPill(QPainter& painter, const QRectF& rect, const QColor& fill) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
}

/// A block's card without its texts.
struct Face {
    const BlockLayout& layout;
    Theme::GroupColours colours;
    const QString& kind;
    int look;
    QRgb own;
};

void paintTile(QPainter& painter, const QRectF& tile, const Face& face, const PaintContext& context) {
    const double part = tile.width() / look::kTile;
    painter.setPen(Qt::NoPen);
    painter.setBrush(face.colours.tint);
    painter.drawRoundedRect(tile, look::kTileRadius * part, look::kTileRadius * part);
    const double inset = (tile.width() - look::kIcon * part) / 2;
    context.caches.looks[std::size_t(face.look)].icon.paint(
        painter, tile.adjusted(inset, inset, -inset, -inset), face.colours.strong);
}

/// On a page of vectors the tile is a thing of its own, which many blocks show.
void paintTileOn(VectorPage& page, QPainter& painter, const Face& face, const PaintContext& context) {
    QByteArray name = face.kind.toUtf8();
    if (face.own)
        name += '.' + QByteArray::number(face.own & 0xFFFFFF, 16).rightJustified(6, '0');
    page.drawIcon(name, painter, face.layout.tile, look::kTile, [&](QPainter& into) {
        paintTile(into, QRectF(0, 0, look::kTile, look::kTile), face, context);
    });
}

/// (0, 0) is the card's corner.
void paintFace(QPainter& painter, QSizeF size, const Face& face, const PaintContext& context) {
    const Theme& theme = context.theme;
    const BlockLayout& layout = face.layout;
    if (context.shadows)
        paintShadow(painter, QRectF(QPointF(), size), look::kCardRadius, theme.shadow);
    paintCardShape(painter, QRectF(QPointF(), size), theme.card, theme.cardBorder);
    if (VectorPage* page = layout.tile.isEmpty() ? nullptr : vectorPageOf(painter))
        paintTileOn(*page, painter, face, context);
    else if (!layout.tile.isEmpty())
        paintTile(painter, layout.tile, face, context);
    if (layout.pill.isEmpty())
        return;
    // Where its letters cannot be read, a dot: an empty pill would be a riddle.
    if (context.detail.small) {
        paintPill(painter, layout.pill, face.colours.tint);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(face.colours.strong);
        painter.drawEllipse(layout.pill.center(), kPillDot, kPillDot);
    }
}

/// Scales are told apart in steps of a 4096th: over the width of a block less than a tenth of a pixel.
constexpr double kScaleSteps = 4096;

/// What decides how a face looks, sizes apart.
FaceKey keyOf(const PaintContext& context, const Face& face, double perPoint, QSizeF size) {
    return {.width = int(std::lround(size.width() * perPoint)),
            .height = int(std::lround(size.height() * perPoint)),
            .look = face.look,
            .own = face.own,
            .scale = int(std::lround(perPoint * kScaleSteps)),
            .tileTop = units(face.layout.tile.top()),
            .pillTop = face.layout.pill.isEmpty() ? kNoPill : units(face.layout.pill.top()),
            .pillLeft = units(face.layout.pill.left()),
            .small = context.detail.small,
            .shadow = context.shadows};
}

/// From the cache of bitmaps; false when the face is too large to be kept.
bool paintFaceBitmap(const PaintContext& context, const QRectF& rect, const Face& face) {
    // Stepped like the key, so that a face is the same whichever of two scales that share it came first.
    const double scale = std::lround(context.scale * kScaleSteps) / kScaleSteps;
    const int margin = int(std::ceil((context.shadows ? look::kBlockReach : 1) * scale)); // device pixels
    const FaceKey key = keyOf(context, face, scale, rect.size());
    const QSize size(key.width + 2 * margin, key.height + 2 * margin);
    if (qsizetype(size.width()) * size.height() * 4 > kFaceBytes / 12)
        return false;
    const QImage* image = context.caches.faces.object(key);
    if (!image) {
        auto* made = new QImage(size, QImage::Format_ARGB32_Premultiplied);
        made->fill(Qt::transparent);
        QPainter painter(made);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(margin, margin);
        painter.scale(scale, scale);
        paintFace(painter, rect.size(), face, context);
        painter.end();
        made->setDevicePixelRatio(context.ratio);
        context.caches.faces.insert(key, made, made->sizeInBytes());
        image = made;
    }
    QPainter& painter = context.painter;
    const QTransform board = painter.worldTransform();
    painter.setWorldTransform(QTransform());
    painter.drawImage(context.toView.map(rect.topLeft()) - QPointF(margin, margin) / context.ratio, *image);
    painter.setWorldTransform(board);
    return true;
}

void paintFace(const PaintContext& context, const QRectF& rect, const Face& face) {
    QPainter& painter = context.painter;
    if (context.bitmaps && paintFaceBitmap(context, rect, face))
        return;
    const auto paint = [&](QPainter& into) { paintFace(into, rect.size(), face, context); };
    if (VectorPage* page = vectorPageOf(painter)) {
        const FaceKey key = keyOf(context, face, kUnitsPerPoint, rect.size());
        const std::array parts{key.width,   key.height,  key.look,    int(key.own),
                               key.tileTop, key.pillTop, key.pillLeft};
        const QByteArray name(reinterpret_cast<const char*>(parts.data()), sizeof parts);
        page->drawForm(name, painter, rect.topLeft(), QRectF(QPointF(), rect.size()).adjusted(-1, -1, 1, 1),
                       paint);
        return;
    }
    const QTransform board = painter.worldTransform();
    painter.translate(rect.topLeft());
    paint(painter);
    painter.setWorldTransform(board);
}

struct Chip {
    const Metric* metric; ///< nullptr: "+3", for those there is no room for
    Verdict verdict;
    FittedText text;
    QRectF rect;
};

/// Puts chips side by side in rows; false when they need more than the room.
bool arrange(QList<Chip>& chips, const QRectF& room) {
    QPointF at = room.topLeft();
    for (Chip& chip : chips) {
        const double width = chipWidth(chip.text.width, chip.verdict != Verdict::Unknown);
        if (at.x() > room.left() && at.x() + width > room.right() + 0.5)
            at = {room.left(), at.y() + look::kChipHeight + look::kChipRowGap};
        chip.rect = QRectF(at, QSizeF(width, look::kChipHeight));
        if (chip.rect.bottom() > room.bottom() + 0.5)
            return false;
        at.rx() += width + look::kChipGap;
    }
    return true;
}

/// As many chips as the room holds; the last says how many more there are.
QList<Chip> chipsIn(const QRectF& room, const Design& design, const QList<MetricId>& metrics,
                    TextCache& texts) {
    // More than this never fit, however small they are.
    const auto most = qsizetype(room.width() / 20 * (room.height() / look::kChipHeight)) + 1;
    QList<Chip> chips;
    for (const MetricId id : metrics) {
        const Metric* metric = design.metrics.find(id);
        if (!metric || chips.size() >= most)
            continue;
        const Verdict verdict = verdictOf(*metric);
        const double width = room.width() - chipWidth(0, verdict != Verdict::Unknown);
        chips.append({metric, verdict, texts.line(chipText(*metric), fonts::Role::Chip, width), {}});
    }
    if (chips.size() == metrics.size() && arrange(chips, room))
        return chips;
    while (!chips.isEmpty()) {
        chips.removeLast();
        const QString more = QStringLiteral("+%1").arg(metrics.size() - chips.size());
        QList<Chip> fewer = chips;
        fewer.append({nullptr, Verdict::Unknown, texts.line(more, fonts::Role::Chip, room.width()), {}});
        if (arrange(fewer, room))
            return fewer;
    }
    return {};
}

/// Met: a tick; missed: a cross. The form says it without the colour. `left` is the middle of its left side.
void paintVerdict(const PaintContext& context, QPointF left, Verdict verdict) {
    constexpr double kHalf = 2.4, kPen = 1.6;
    QPainterPath path;
    if (verdict == Verdict::Met) {
        path.moveTo(left + QPointF(-0.4, 0.3));
        path.lineTo(left + QPointF(1.6, 2.3));
        path.lineTo(left + QPointF(5, -2.4));
    } else {
        const QPointF middle = left + QPointF(kHalf, 0);
        path.moveTo(middle + QPointF(-kHalf, -kHalf));
        path.lineTo(middle + QPointF(kHalf, kHalf));
        path.moveTo(middle + QPointF(-kHalf, kHalf));
        path.lineTo(middle + QPointF(kHalf, -kHalf));
    }
    const QColor& colour = verdict == Verdict::Met ? context.theme.good : context.theme.bad;
    context.painter.strokePath(path, QPen(colour, kPen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void paintChips(const PaintContext& context, const QRectF& room, const QList<MetricId>& metrics) {
    for (const Chip& chip : chipsIn(room, context.design, metrics, context.caches.texts)) {
        paintPill(context.painter, chip.rect, context.theme.chip);
        double left = chip.rect.left() + look::kChipPadding;
        if (chip.verdict != Verdict::Unknown) {
            paintVerdict(context, {left, chip.rect.center().y()}, chip.verdict);
            left += kVerdictWidth;
        }
        const QRectF line(left, chip.rect.top(), chip.text.width, chip.rect.height());
        if (context.detail.small)
            paintText(context.painter, {left, line.center().y() - chip.text.height / 2}, chip.text,
                      context.theme.chipText);
        else
            paintBar(context.painter, line, context.theme.chipText);
    }
}

/// The part of a line's room that a text too small to be read would take, about.
QRectF barOf(const QRectF& room, const QString& text) {
    constexpr double kLetter = 5.5;
    return {room.left(), room.top(), std::min(room.width(), double(text.size()) * kLetter), room.height()};
}

void paintLine(const PaintContext& context, const QRectF& room, QPointF origin, const QString& text,
               fonts::Role role, const QColor& colour) {
    if (room.width() < 6 || text.isEmpty())
        return;
    const FittedText& fitted = context.caches.texts.line(text, role, room.width());
    paintText(context.painter, origin + QPointF(room.left(), room.center().y() - fitted.height / 2), fitted,
              colour);
}

void paintTitle(const PaintContext& context, const BlockLayout& layout, QPointF origin,
                const QString& title) {
    const QRectF& room = layout.title;
    if (room.width() < 6 || title.isEmpty())
        return;
    const FittedText& fitted = context.caches.texts.lines(title, fonts::Role::BlockTitle, room.width(),
                                                          layout.titleSpared, layout.titleLines);
    paintText(context.painter, origin + QPointF(room.left(), room.center().y() - fitted.height / 2), fitted,
              context.theme.text);
}

} // namespace

PaintCaches::PaintCaches()
    : faces(kFaceBytes)
    , strokes(kStrokeBytes) {}

int PaintCaches::lookNumber(const Catalogue& catalogue, const Theme& theme, const QString& kind) {
    const auto it = lookNumbers.constFind(kind);
    if (it != lookNumbers.cend())
        return *it;
    const Kind* known = catalogue.kind(kind);
    looks.push_back({theme.groupOf(catalogue, kind), known ? Icon::load(known->icon) : Icon::plain()});
    const int number = int(looks.size()) - 1;
    lookNumbers.insert(kind, number);
    return number;
}

const Theme::GroupColours& PaintCaches::ownColours(const Theme& theme, QRgb own) {
    const auto known = owns.constFind(own);
    return known != owns.cend() ? *known : *owns.insert(own, theme.coloursOf(QColor::fromRgb(own)));
}

void paintBlock(const PaintContext& context, const FrontEntry& entry, Point offset) {
    const Block& block = *entry.block;
    QPainter& painter = context.painter;
    const QRectF rect = context.snapped(toRectF(block.rect.translated(offset)));
    const BoardIndex::Attached* attached = entry.hung ? &context.index.attached(entry.id) : nullptr;
    const BlockParts parts{block.ml, showsTechnology(block), attached && !attached->shownMetrics.isEmpty(),
                           block.title};
    // Laid out in the block's own size, not the snapped one, so that texts are fitted alike at every scale.
    const BlockLayout layout = layoutBlock(toRectF(block.rect).size(), parts, context.caches.texts);
    const int number = context.lookOfKind[std::size_t(entry.kind)];
    const Theme::GroupColours colours = entry.colour ? context.caches.ownColours(context.theme, entry.colour)
                                                     : context.caches.looks[std::size_t(number)].colours;
    const QString& kind = context.index.layers().kinds.at(entry.kind);
    paintFace(context, rect, {layout, colours, kind, number, entry.colour});

    const QPointF origin = rect.topLeft();
    if (entry.id != context.typed)
        paintTitle(context, layout, origin, block.title);
    if (context.detail.technology)
        paintLine(context, layout.technology, origin, block.technology, fonts::Role::Technology,
                  context.theme.muted);
    else if (!layout.technology.isEmpty())
        paintBar(painter, barOf(layout.technology, block.technology).translated(origin), context.theme.muted);
    if (context.detail.small && !layout.pill.isEmpty()) {
        const FittedText& ml = context.caches.texts.line(QStringLiteral("ML"), fonts::Role::Pill, 100);
        paintText(painter, origin + layout.pill.center() - QPointF(ml.width, ml.height) / 2, ml,
                  colours.strong);
    }
    paintHeld(painter, rect, entry.locked, entry.pinned, context.theme, context.theme.card);
    if (!attached)
        return;
    if (!layout.chips.isEmpty())
        paintChips(context, layout.chips.translated(origin), attached->shownMetrics);
    const Marks marks = marksOf(context.design, *attached);
    for (int i = 0; i < int(marks.size()); ++i)
        paintMark(painter, markCentre(rect, i), marks[i], context.theme, context.theme.card,
                  context.detail.small);
}

Size fittingBlockSize(const Design& design, const Block& block) {
    const double room = points(block.rect.w) - 2 * look::kPadding;
    int rows = 0;
    double x = 0;
    for (const Metric* metric :
         design.metrics.sorted([&](const Metric& row) { return row.shown && row.subject == block.id; })) {
        const bool known = verdictOf(*metric) != Verdict::Unknown;
        const double text = fitLine(chipText(*metric), fonts::Role::Chip, room - chipWidth(0, known)).width;
        const double width = chipWidth(text, known);
        if (rows == 0 || x + width > room + 0.5) {
            ++rows;
            x = 0;
        }
        x += width + look::kChipGap;
    }
    const BlockParts parts{block.ml, showsTechnology(block), rows > 0, block.title};
    return {block.rect.w, units(std::ceil(fullBlockHeight(points(block.rect.w), parts, rows)))};
}

Size leastSizeForTitle(const Block& block) {
    const QSizeF drawn = toRectF(block.rect).size();
    const QSizeF size = leastBlockSize(drawn, {block.ml, showsTechnology(block), false, block.title});
    const auto side = [](double least, double before, Coord kept) {
        return least > before ? units(std::ceil(least)) : kept;
    };
    return {side(size.width(), drawn.width(), block.rect.w),
            side(size.height(), drawn.height(), block.rect.h)};
}

Size sizeForTitle(const Design& design, const Block& block) {
    const bool chips = std::any_of(design.metrics.begin(), design.metrics.end(),
                                   [&](const Metric& row) { return row.shown && row.subject == block.id; });
    const BlockParts parts{block.ml, showsTechnology(block), chips, block.title};
    Block wide = block;
    if (!showsTitle(toRectF(block.rect).size(), parts))
        wide.rect.w = units(fullBlockWidth(points(block.rect.w), parts));
    return {wide.rect.w, std::max(block.rect.h, fittingBlockSize(design, wide).h)};
}

} // namespace groundplan
