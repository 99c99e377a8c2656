#include "app/render/overview_painter.h"

#include "app/render/block_layout.h"
#include "app/render/flow_style.h"
#include "app/render/frame_fill.h"
#include "app/render/look.h"
#include "app/render/marks.h"
#include "app/render/paint_context.h"
#include "app/render/pixel_canvas.h"
#include "app/render/visible.h"
#include "model/design/shown_technology.h"
#include "model/design/stroke.h"

#include <QPainter>

#include <array>
#include <cmath>
#include <numbers>

namespace groundplan {

namespace {

// Device pixels a point from which on something is worth its pixels.
constexpr double kShowCards = 0.09; ///< below: a block is one coloured box
constexpr double kShowHeads = 0.12;
constexpr double kShowBars = 0.16;  ///< bars for texts, marks, labels, dashes
constexpr double kSnapEdges = 0.14; ///< edges on whole pixels

QRgb mixed(const QColor& a, const QColor& b, float part) {
    return QColor::fromRgbF(a.redF() * part + b.redF() * (1 - part),
                            a.greenF() * part + b.greenF() * (1 - part),
                            a.blueF() * part + b.blueF() * (1 - part))
        .rgb();
}

struct Box {
    double left, top, right, bottom;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
};

/// One picture: the pixels and how board units map to them.
class Overview {
public:
    Overview(const PaintContext& context, QImage& image, PixelCanvas& canvas, QPointF corner)
        : image_(image)
        , context_(context)
        , theme_(context.theme)
        , canvas_(canvas)
        , scale_(context.scale)
        , perUnit_(context.scale / kUnitsPerPoint)
        , shiftX_(context.toView.dx() * context.ratio - corner.x())
        , shiftY_(context.toView.dy() * context.ratio - corner.y())
        , bars_(scale_ >= kShowBars)
        , textBar_(mixed(theme_.text, theme_.card, 0.55F))
        , mutedBar_(mixed(theme_.muted, theme_.card, 0.5F))
        , cardBorder_(mixed(theme_.muted, theme_.card, scale_ < 0.2 ? 0.5F : 0.35F)) {
        for (const KindLook& look : context.caches.looks) {
            boxes_.push_back(fillOf(look.colours));
            tiles_.push_back(tileOf(look.colours));
        }
        // Thin lines fade as they grow denser, but stay visible.
        lineCoverage_ = int(256 * std::clamp(0.45 + 2.2 * scale_, 0.0, 1.0));
    }

    /// What of a lit frame lies above the veil.
    void litFrame(const FrameEntry& entry, Point offset) {
        const Box box = boxOf(entry.frame->rect, offset);
        outline(box, theme_.frameBorder.rgb());
        if (bars_)
            bar(box.left + 16 * scale_, box.top + 18 * scale_, entry.frame->title, 7,
                box.width() - 32 * scale_, mixed(theme_.muted, theme_.canvas, 0.6F));
    }

    void frame(const FrameEntry& entry, Point offset) {
        const Box box = boxOf(entry.frame->rect, offset);
        const QColor& fill = frameFillOf(theme_, context_.design, entry.id);
        const double radius = look::kFrameRadius * scale_;
        canvas_.rounded(box.left, box.top, box.right, box.bottom, radius, theme_.frameBorder.rgb());
        canvas_.rounded(box.left + 1, box.top + 1, box.right - 1, box.bottom - 1, radius - 1, fill.rgb());
        if (bars_)
            bar(box.left + 16 * scale_, box.top + 18 * scale_, entry.frame->title, 7,
                box.width() - 32 * scale_, mixed(theme_.muted, fill, 0.6F));
    }

    void connection(const ConnectionEntry& entry, Point offset, const QList<Point>* previewed) {
        const Connection& connection = *entry.connection;
        const QList<Point>& corners = previewed ? *previewed : connection.route;
        if (corners.size() < 2)
            return;
        const Point origin = previewed ? Point() : entry.origin + offset;
        const QRgb colour = theme_.of(connection.flow).rgb();
        const FlowStyle& style = styleOf(connection.flow);
        int on = 0, off = 0;
        if (bars_ && !style.dashes.isEmpty()) {
            on = std::max(1, int(std::lround(style.dashes[0] * style.width * scale_)));
            off = std::max(1, int(std::lround(style.dashes[1] * style.width * scale_)));
        }
        const bool thick = style.width * scale_ >= 0.7 && scale_ > kShowBars;
        QPointF from = place(corners[0] + origin);
        for (qsizetype i = 1; i < corners.size(); ++i) {
            const QPointF to = place(corners[i] + origin);
            canvas_.line(from.x(), from.y(), to.x(), to.y(), colour, lineCoverage_, on, off);
            if (thick) {
                const bool level = std::abs(to.y() - from.y()) < std::abs(to.x() - from.x());
                canvas_.line(from.x() + !level, from.y() + level, to.x() + !level, to.y() + level, colour,
                             lineCoverage_ / 2, on, off);
            }
            from = to;
        }
        if (scale_ >= kShowHeads) {
            const qsizetype last = corners.size() - 1;
            if (connection.direction != Direction::None)
                head(place(corners[last] + origin), place(corners[last - 1] + origin), colour);
            if (connection.direction == Direction::Both)
                head(place(corners[0] + origin), place(corners[1] + origin), colour);
        }
    }

    void label(const ConnectionEntry& entry, Point offset) {
        const Box pill = boxOf(entry.label, offset);
        pillShape(pill, theme_.cardBorder.rgb(), theme_.canvas.rgb());
        const double inset = look::kLabelPadding * scale_,
                     middle = std::round((pill.top + pill.bottom) / 2 - 0.5);
        canvas_.rect(pill.left + inset, middle, pill.right - inset, middle + 1, mutedBar_);
    }

    void front(const FrontEntry& entry, Point offset) {
        if (entry.block)
            block(entry, offset);
        else if (entry.card)
            card(entry, offset);
        else if (entry.stroke)
            stroke(entry, offset);
        else if (entry.shape)
            shape(entry, offset);
        else
            image(entry, offset);
    }

private:
    void block(const FrontEntry& entry, Point offset) {
        const Box box = boxOf(entry.block->rect, offset);
        const auto look = std::size_t(context_.lookOfKind[std::size_t(entry.kind)]);
        const Theme::GroupColours* own =
            entry.colour ? &context_.caches.ownColours(theme_, entry.colour) : nullptr;
        const QRgb tile = own ? tileOf(*own) : tiles_[look];
        if (scale_ < kShowCards) {
            const QRgb fill = own ? fillOf(*own) : boxes_[look];
            canvas_.rect(box.left, box.top, box.right, box.bottom, fill);
            return;
        }
        cardShape(box, theme_.card.rgb(), cardBorder_);
        const Block& row = *entry.block;
        const BoardIndex::Attached* attached =
            entry.hung && scale_ >= kShowBars ? &context_.index.attached(entry.id) : nullptr;
        const BlockParts parts{false, showsTechnology(row), attached && !attached->shownMetrics.isEmpty()};
        const BlockLayout layout =
            layoutBlock({points(row.rect.w), points(row.rect.h)}, parts, context_.caches.texts);
        if (!layout.tile.isEmpty()) {
            const Box t = inside(box, layout.tile);
            canvas_.rounded(t.left, t.top, t.right, t.bottom, look::kTileRadius * scale_, tile);
        }
        if (!bars_)
            return;
        const Box title = inside(box, layout.title);
        bar(title.left, (title.top + title.bottom) / 2, row.title, 7, title.width(), textBar_);
        if (!layout.technology.isEmpty()) {
            const Box technology = inside(box, layout.technology);
            bar(technology.left, (technology.top + technology.bottom) / 2, row.technology, 5.5,
                technology.width(), mutedBar_);
        }
        if (!attached)
            return;
        if (!layout.chips.isEmpty()) {
            const Box chips = inside(box, layout.chips);
            const double width = std::min(chips.width(), 60 * scale_), height = look::kChipHeight * scale_;
            canvas_.rounded(chips.left, chips.top, chips.left + width, chips.top + height, height / 2,
                            theme_.chip.rgb());
        }
        marks(entry, QRectF(box.left, box.top, box.width(), box.height()), *attached);
    }

    void card(const FrontEntry& entry, Point offset) {
        const Card& row = *entry.card;
        const Box box = boxOf(row.rect, offset);
        const bool sticky = row.kind == CardKind::Text || row.kind == CardKind::Task;
        cardShape(box, (sticky ? theme_.sticky : theme_.card).rgb(),
                  sticky ? theme_.stickyBorder.rgb() : cardBorder_);
        if (!bars_)
            return;
        const QRgb ink = sticky ? mixed(theme_.stickyText, theme_.sticky, 0.4F) : mutedBar_;
        const double step = 16 * scale_, inset = 16 * scale_;
        int number = 0;
        for (double y = box.top + 20 * scale_; y < box.bottom - 14 * scale_; y += step, ++number) {
            // Ragged like text; the lengths repeat every five lines.
            constexpr std::array kParts = {0.55, 0.95, 0.85, 0.7, 0.9};
            const double width = (box.width() - 2 * inset) * kParts[std::size_t(number) % kParts.size()];
            canvas_.rect(box.left + inset, std::round(y), box.left + inset + width,
                         std::round(y) + barHeight(), ink);
        }
    }

    void stroke(const FrontEntry& entry, Point offset) {
        constexpr double kStep = 1.5; // pixels; nearer points are passed over
        constexpr int kHighlight = 90;
        const QRgb ink = entry.colour ? entry.colour : theme_.text.rgb();
        const Stroke& row = *entry.stroke;
        const double width = row.width * perUnit_;
        const bool broad = row.tool == StrokeTool::Highlighter;
        const int coverage = broad ? kHighlight : std::clamp(int(256 * width), 90, 256);
        const QPointF shift(offset.x * perUnit_ + shiftX_, offset.y * perUnit_ + shiftY_);
        const QList<QPointF> places = pointsOf(row);
        QPointF from = places.first() * perUnit_ + shift;
        if (places.size() == 1) {
            const double half = std::max(width, 1.0) / 2;
            canvas_.rounded(from.x() - half, from.y() - half, from.x() + half, from.y() + half, half, ink,
                            coverage);
        }
        for (qsizetype i = 1; i < places.size(); ++i) {
            const QPointF to = places[i] * perUnit_ + shift;
            if (i + 1 < places.size() && std::abs(to.x() - from.x()) < kStep &&
                std::abs(to.y() - from.y()) < kStep)
                continue;
            canvas_.line(from.x(), from.y(), to.x(), to.y(), ink, coverage);
            for (double off = 1; off < width; off += 1) // beside each other
                canvas_.line(from.x(), from.y() + off, to.x(), to.y() + off, ink, coverage);
            from = to;
        }
    }

    void shape(const FrontEntry& entry, Point offset) {
        constexpr int kFill = 36;
        const Shape& row = *entry.shape;
        const Box box = boxOf(row.rect, offset);
        const QRgb ink = entry.colour ? entry.colour : theme_.text.rgb();
        if (row.filled)
            canvas_.rounded(box.left, box.top, box.right, box.bottom,
                            row.kind == ShapeKind::Ellipse ? std::min(box.width(), box.height()) / 2 : 2, ink,
                            kFill);
        if (row.kind == ShapeKind::Rectangle) {
            outline(box, ink);
        } else if (row.kind == ShapeKind::Ellipse) {
            constexpr int kSides = 24;
            const double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
            QPointF from(box.right, y);
            for (int i = 1; i <= kSides; ++i) {
                const double angle = 2 * std::numbers::pi * i / kSides;
                const QPointF to(x + std::cos(angle) * box.width() / 2,
                                 y + std::sin(angle) * box.height() / 2);
                canvas_.line(from.x(), from.y(), to.x(), to.y(), ink);
                from = to;
            }
        } else if (bars_) {
            bar(box.left, (box.top + box.bottom) / 2, row.text, points(row.textSize) / 2, box.width(), ink);
        }
    }

    void image(const FrontEntry& entry, Point offset) {
        const Box box = boxOf(entry.image->rect, offset);
        const QSize size(int(std::lround(box.width())), int(std::lround(box.height())));
        constexpr int kWorthIt = 4; // pixels
        if (size.width() < kWorthIt || size.height() < kWorthIt) {
            canvas_.rect(box.left, box.top, box.right, box.bottom, mutedBar_);
            return;
        }
        QPainter painter(&image_);
        painter.drawImage(QPointF(std::round(box.left), std::round(box.top)),
                          context_.caches.pictures.scaled(context_.design.assets, entry.image->asset, size));
    }

    void marks(const FrontEntry& entry, const QRectF& box, const BoardIndex::Attached& attached) {
        Q_UNUSED(entry)
        const Marks all = marksOf(context_.design, attached);
        const double r = std::max(1.5, (look::kMarkRadius - 1.5) * scale_);
        for (int i = 0; i < int(all.size()); ++i) {
            const double x = box.right() - (look::kMarkInset + i * look::kMarkStep) * scale_,
                         y = box.bottom();
            canvas_.rounded(x - r, y - r, x + r, y + r, r, markColour(all[i], theme_).rgb());
        }
    }

    void outline(const Box& box, QRgb ink) {
        canvas_.line(box.left, box.top, box.right, box.top, ink);
        canvas_.line(box.left, box.bottom, box.right, box.bottom, ink);
        canvas_.line(box.left, box.top, box.left, box.bottom, ink);
        canvas_.line(box.right, box.top, box.right, box.bottom, ink);
    }

    void cardShape(const Box& box, QRgb fill, QRgb border) {
        const double radius = look::kCardRadius * scale_;
        const double line = std::clamp(2.2 * scale_, 0.45, 1.0);
        canvas_.rounded(box.left, box.top, box.right, box.bottom, radius, border);
        canvas_.rounded(box.left + line, box.top + line, box.right - line, box.bottom - line, radius - line,
                        fill);
    }

    void pillShape(const Box& box, QRgb border, QRgb fill) {
        const double radius = box.height() / 2;
        canvas_.rounded(box.left, box.top, box.right, box.bottom, radius, border);
        canvas_.rounded(box.left + 1, box.top + 1, box.right - 1, box.bottom - 1, radius - 1, fill);
    }

    double barHeight() const { return scale_ >= 0.3 ? 2 : 1; }

    /// Stands for a text whose letters are about `letter` points wide.
    void bar(double left, double middle, const QString& text, double letter, double most, QRgb colour) {
        const double width = std::min(double(text.size()) * letter * scale_, most);
        const double top = std::round(middle - barHeight() / 2);
        if (width > 1)
            canvas_.rect(left, top, left + width, top + barHeight(), colour);
    }

    QRgb fillOf(const Theme::GroupColours& colours) const { return mixed(colours.strong, theme_.card, 0.6F); }
    QRgb tileOf(const Theme::GroupColours& colours) const {
        return mixed(colours.strong, colours.tint, scale_ > 0.25 ? 0.3F : 0.45F);
    }
    void head(QPointF tip, QPointF from, QRgb colour) {
        const double length = std::max(2.0, look::kHeadLength * scale_),
                     half = std::max(1.0, look::kHeadHalf * scale_);
        const QPointF way = tip - from;
        const bool level = std::abs(way.x()) >= std::abs(way.y());
        const double direction = (level ? way.x() : way.y()) > 0 ? -1 : 1;
        // Rows across the way, wider from the tip on.
        for (double at = 0; at < length; at += 1) {
            const double across = half * (at + 0.5) / length;
            const double near = (level ? tip.x() : tip.y()) + direction * at, far = near + direction;
            const double low = std::min(near, far), high = std::max(near, far);
            const double middle = (level ? tip.y() : tip.x()) + 0.5;
            if (level)
                canvas_.rect(low, middle - across, high, middle + across, colour);
            else
                canvas_.rect(middle - across, low, middle + across, high, colour);
        }
    }

    Box boxOf(const Rect& rect, Point offset) const {
        Box box{(rect.x + offset.x) * perUnit_ + shiftX_, (rect.y + offset.y) * perUnit_ + shiftY_, 0, 0};
        box.right = box.left + rect.w * perUnit_;
        box.bottom = box.top + rect.h * perUnit_;
        if (scale_ >= kSnapEdges) {
            box.left = std::round(box.left);
            box.top = std::round(box.top);
            box.right = std::max(box.left + 1, std::round(box.right));
            box.bottom = std::max(box.top + 1, std::round(box.bottom));
        } else {
            // On a board of any size a block is still a dot.
            box.right = std::max(box.right, box.left + 1);
            box.bottom = std::max(box.bottom, box.top + 1);
        }
        return box;
    }

    Box inside(const Box& box, const QRectF& part) const {
        return {box.left + part.left() * scale_, box.top + part.top() * scale_,
                box.left + part.right() * scale_, box.top + part.bottom() * scale_};
    }

    QPointF place(Point at) const { return {at.x * perUnit_ + shiftX_, at.y * perUnit_ + shiftY_}; }

    QImage& image_; ///< what `canvas_` paints on
    const PaintContext& context_;
    const Theme& theme_;
    PixelCanvas& canvas_;
    double scale_;
    double perUnit_;
    double shiftX_, shiftY_;
    bool bars_;
    QRgb textBar_, mutedBar_, cardBorder_;
    std::vector<QRgb> boxes_, tiles_; ///< by number in PaintCaches::looks
    int lineCoverage_ = 256;
};

void paintGridDots(PixelCanvas& canvas, const PaintContext& context, QPointF corner) {
    double step = look::kGridStep * context.scale;
    while (step < 12 * context.ratio)
        step *= 2;
    const double dx = context.toView.dx() * context.ratio - corner.x();
    const double dy = context.toView.dy() * context.ratio - corner.y();
    const QRgb colour = context.theme.dots.rgb();
    for (double y = dy - std::floor(dy / step) * step; y < canvas.height(); y += step) {
        for (double x = dx - std::floor(dx / step) * step; x < canvas.width(); x += step)
            canvas.rect(std::round(x), std::round(y), std::round(x) + 1, std::round(y) + 1, colour);
    }
}

} // namespace

void OverviewPainter::paint(const PaintContext& context, const QRectF& area,
                            const BoardPainter::Options& options) {
    QPainter& painter = context.painter;
    const QRectF view = context.toView.mapRect(area);
    const double ratio = context.ratio;
    const QPointF corner(std::floor(view.left() * ratio), std::floor(view.top() * ratio));
    const QSize size(int(std::ceil(view.right() * ratio) - corner.x()),
                     int(std::ceil(view.bottom() * ratio) - corner.y()));
    if (size.isEmpty())
        return;
    const auto format = options.background ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied;
    if (image_.size() != size || image_.format() != format)
        image_ = QImage(size, format);
    image_.setDevicePixelRatio(1);
    image_.fill(options.background ? context.theme.canvas : QColor(Qt::transparent));

    PixelCanvas canvas(image_);
    if (options.grid && context.detail.grid)
        paintGridDots(canvas, context, corner);
    Overview overview(context, image_, canvas, corner);
    const Visible visible(options, area);
    visible.each(context.index.layers().frames,
                 [&](const FrameEntry& entry, Point offset) { overview.frame(entry, offset); });
    const BoardLayers& layers = context.index.layers();
    const auto routeOf = [&options](ElementId id) -> const QList<Point>* {
        if (!options.routes)
            return nullptr;
        const auto it = options.routes->constFind(id);
        return it == options.routes->cend() ? nullptr : &*it;
    };
    const auto paintTurn = [&](Visible::Turn turn) {
        visible.each(
            layers.connections,
            [&](const ConnectionEntry& entry, Point offset) {
                overview.connection(entry, offset, routeOf(entry.id));
            },
            turn);
        visible.each(
            layers.fronts, [&](const FrontEntry& entry, Point offset) { overview.front(entry, offset); },
            turn);
        if (context.scale < kShowBars)
            return;
        visible.each(
            layers.connections,
            [&](const ConnectionEntry& entry, Point offset) {
                if (!entry.label.isEmpty() && !routeOf(entry.id))
                    overview.label(entry, offset);
            },
            turn);
    };
    if (options.lit) {
        paintTurn(Visible::Turn::Dim);
        QPainter(&image_).fillRect(image_.rect(), veilOf(context.theme));
        visible.each(
            layers.frames, [&](const FrameEntry& entry, Point offset) { overview.litFrame(entry, offset); },
            Visible::Turn::Lit);
        paintTurn(Visible::Turn::Lit);
    } else {
        paintTurn(Visible::Turn::All);
    }

    image_.setDevicePixelRatio(ratio);
    const QTransform board = painter.worldTransform();
    painter.setWorldTransform(QTransform());
    painter.drawImage(corner / ratio, image_);
    painter.setWorldTransform(board);
}

} // namespace groundplan
