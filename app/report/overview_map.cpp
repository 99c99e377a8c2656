#include "app/report/overview_map.h"

#include "app/render/board_layers.h"
#include "app/render/look.h"
#include "app/render/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace groundplan::report {
namespace {

constexpr std::array kSizes{10.0, 8.5, 7.0}; ///< of a label's letters: as large as its title has room
constexpr double kPadX = kMapPadding.x(), kPadY = kMapPadding.y();
constexpr double kBetween = 5;     ///< a title and its number
constexpr double kLeastTitle = 40; ///< of one that is cut; narrower it says nothing
constexpr double kLeastApart = 1;  ///< labels
constexpr double kOutline = 0.8;

constexpr double kLineStep = 17, kLineSize = 9.5; ///< of the list
constexpr double kIndent = 12;                    ///< of a level in it
constexpr double kColumn = 240, kWidest = 340, kColumnGap = 40;
constexpr double kAboveList = 30, kBelowList = 14;
constexpr int kFewest = 4;          ///< lines for which a column is begun
constexpr double kLeastLeft = 0.75; ///< of the picture's scale, for the list's sake
constexpr double kDeepest = 4;      ///< levels that are indented

double scaleTo(double size, fonts::Role role) {
    return size / fonts::of(role).pixelSize();
}

double fittingScale(const QSizeF& room, const QSizeF& whole) {
    return std::min(
        {1.0, room.width() / std::max(1.0, whole.width()), room.height() / std::max(1.0, whole.height())});
}

void paintScaled(QPainter& painter, QPointF topLeft, double scale, const FittedText& text,
                 const QColor& colour) {
    painter.save();
    painter.translate(topLeft);
    painter.scale(scale, scale);
    paintText(painter, {}, text, colour);
    painter.restore();
}

/// What a frame of that width (points of the page) can be labelled with, in letters no larger than `largest`.
MapLabel labelOf(const QString& title, const QString& number, double width, double largest, QSizeF& size) {
    constexpr fonts::Role kRole = fonts::Role::FrameTitle;
    MapLabel label;
    for (const double each : kSizes) {
        if (each > largest)
            continue;
        label.scale = scaleTo(each, kRole);
        label.number = number.isEmpty() ? FittedText() : fitLine(number, kRole, 1e4);
        const double rest =
            width - 2 * kPadX - (number.isEmpty() ? 0 : kBetween + label.number.width * label.scale);
        const bool last = each == kSizes.back();
        label.title = {};
        if (title.isEmpty())
            break;
        if (rest <= 0)
            continue;
        label.title = fitLines(title, kRole, rest / label.scale, 0, last ? 2 : 1);
        if (!label.title.cut)
            break;
        if (last && rest < kLeastTitle)
            label.title = {};
    }
    const double gap = label.title.isEmpty() || label.number.isEmpty() ? 0 : kBetween;
    size = QSizeF((label.title.width + label.number.width) * label.scale + gap + 2 * kPadX,
                  std::max(label.title.height, label.number.height) * label.scale + 2 * kPadY);
    return label;
}

} // namespace

MapRoom shareRoom(const QRectF& room, const QSizeF& whole, int lines) {
    const double alone = fittingScale(room.size(), whole);
    const int most = std::max(1, int((room.width() + kColumnGap) / (kColumn + kColumnGap)));
    const int columns = std::clamp((lines + kFewest - 1) / kFewest, 1, most);
    const double height = (lines + columns - 1) / columns * kLineStep;
    MapRoom shared{room, alone, {}, 0};
    const QSizeF left(room.width(), room.height() - kAboveList - height - kBelowList);
    const double scale = left.height() > 0 ? fittingScale(left, whole) : 0;
    if (lines < 1 || scale < kLeastLeft * alone)
        return shared;
    // Both together stand a little above the middle of what is free.
    const double used = whole.height() * scale + kAboveList + height + kBelowList;
    const double top = room.top() + (room.height() - used) / 3;
    shared.scale = scale;
    shared.columns = columns;
    shared.picture = QRectF(room.left(), top, room.width(), whole.height() * scale);
    shared.list = QRectF(room.left(), shared.picture.bottom() + kAboveList, room.width(), height);
    return shared;
}

QList<MapLabel> mapLabels(const Design& design, const DiagramPage& shown, const QList<MapEntry>& entries,
                          const std::function<int(int page)>& numberOf, Numbered numbered) {
    const QTransform toPage = shown.toPage();
    const QRectF page(QPointF(), shown.paper);
    QList<QRectF> areas, taken;
    for (const MapEntry& entry : entries)
        areas.append(toPage.mapRect(entry.area));
    const auto isFree = [&](const QRectF& place, qsizetype of, bool ofOthers) {
        const auto on = [&place](const QRectF& each) {
            return each.adjusted(-kLeastApart, -kLeastApart, kLeastApart, kLeastApart).intersects(place);
        };
        if (!page.contains(place) || std::any_of(taken.begin(), taken.end(), on))
            return false;
        // It would be taken for the label of another, unless one is in the other.
        for (qsizetype i = 0; !ofOthers && i < areas.size(); ++i) {
            if (areas[i].intersects(place) && !areas[i].contains(areas[of]) && !areas[of].contains(areas[i]))
                return false;
        }
        return true;
    };
    QList<MapLabel> labels;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const Frame* frame = design.frames.find(entries[i].frame);
        const QRectF& area = areas[i];
        const QString number = entries[i].says ? textOf(numbered, numberOf(entries[i].page)) : QString();
        if (number.isEmpty() && (!frame || frame->title.isEmpty())) {
            labels.append(MapLabel());
            continue;
        }
        const auto find = [&](const QString& title, double largest, bool ofOthers) {
            QSizeF size;
            MapLabel label = labelOf(title, number, area.width(), largest, size);
            // It takes the place of the title, which nobody can read; in the middle where it is wider, or of
            // a part.
            const double band = std::min(look::kFrameTitleBand * shown.scale, area.height());
            const bool middle = !frame || size.width() > area.width();
            const double x = middle ? area.center().x() - size.width() / 2 : area.left();
            const double centre = area.center().y() - size.height() / 2;
            const double above = area.top() + band - size.height();
            const std::array tops{frame ? std::min(above, area.top()) : centre, frame ? area.top() : centre,
                                  centre, area.bottom() - size.height()};
            for (const double top : tops) {
                const QRectF place(QPointF(x, top), size);
                if (isFree(place, i, ofOthers)) {
                    label.place = place;
                    break;
                }
            }
            return label;
        };
        // The page is said where the title has no room, and small rather than not at all.
        MapLabel label = find(frame ? frame->title.simplified() : QString(), kSizes.front(), false);
        for (std::size_t size = 0; !number.isEmpty() && label.place.isEmpty() && size < kSizes.size(); ++size)
            label = find({}, kSizes[size], size + 1 == kSizes.size());
        if (!label.place.isEmpty())
            taken.append(label.place);
        labels.append(label);
    }
    return labels;
}

void paintMap(QPainter& painter, const DiagramPage& shown, const QList<MapEntry>& entries,
              const QList<MapLabel>& labels, const Theme& theme) {
    const QTransform toPage = shown.toPage();
    for (const MapEntry& entry : entries) {
        // A part is marked off by its dashes, also where there is no colour.
        painter.setPen(QPen(theme.muted, kOutline, entry.frame ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        const QRectF area = toPage.mapRect(entry.area);
        const double radius = look::kFrameRadius * shown.scale;
        painter.drawRoundedRect(area, radius, radius);
    }
    for (const MapLabel& label : labels) {
        if (label.place.isEmpty())
            continue;
        painter.setPen(QPen(theme.muted, kOutline / 2));
        painter.setBrush(Qt::white); // the paper
        painter.drawRect(label.place);
        const QPointF at = label.place.topLeft() + QPointF(kPadX, kPadY);
        paintScaled(painter, at, label.scale, label.title, theme.text);
        const QPointF right(label.place.right() - kPadX - label.number.width * label.scale, at.y());
        paintScaled(painter, right, label.scale, label.number, theme.text);
    }
}

QList<QRectF> paintMapList(QPainter& painter, const MapRoom& room, const QList<MapLine>& lines,
                           const Theme& theme) {
    QList<QRectF> places;
    if (room.columns < 1)
        return places;
    constexpr fonts::Role kRole = fonts::Role::CardText;
    const double scale = scaleTo(kLineSize, kRole);
    const qsizetype rows = (lines.size() + room.columns - 1) / room.columns;
    const double width =
        std::min(kWidest, (room.list.width() - (room.columns - 1) * kColumnGap) / room.columns);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRectF place(room.list.left() + double(i / rows) * (width + kColumnGap),
                           room.list.top() + double(i % rows) * kLineStep, width, kLineStep);
        const double indent = std::min<double>(lines[i].level, kDeepest) * kIndent;
        const FittedText number = fitLine(QString::number(lines[i].number), kRole, 1e4);
        const double numbered = number.width * scale;
        const FittedText title =
            fitLine(lines[i].title, kRole, (width - indent - numbered - 2 * kBetween) / scale);
        const double top = place.center().y() - title.height * scale / 2;
        paintScaled(painter, {place.left() + indent, top}, scale, title, theme.text);
        paintScaled(painter, {place.right() - numbered, top}, scale, number, theme.text);
        // As in the contents.
        const double from = place.left() + indent + title.width * scale + 2 * kBetween;
        const double to = place.right() - numbered - kBetween;
        if (from < to) {
            QPen dots(theme.muted, 0.8, Qt::CustomDashLine, Qt::FlatCap);
            dots.setDashPattern({1, 5});
            painter.setPen(dots);
            const double baseline = place.center().y() + kLineSize * 0.36;
            painter.drawLine(QPointF(from, baseline), QPointF(to, baseline));
        }
        places.append(place);
    }
    return places;
}

} // namespace groundplan::report
