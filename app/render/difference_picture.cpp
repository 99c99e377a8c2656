#include "app/render/difference_picture.h"

#include "app/render/board_layers.h"
#include "app/render/cut_line.h"
#include "app/render/look.h"
#include "app/render/route_shape.h"
#include "app/render/text_layout.h"
#include "app/render/word_places.h"
#include "model/design/box_index.h"
#include "model/design/names.h"
#include "model/versions/change_text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr double kBeyond = 4;         ///< of the outline, beyond what it is about
constexpr double kBeyondCovering = 9; ///< of the outline of what is behind that
constexpr double kWidth = 2.4;        ///< of outlines and of the line beside a changed connection
constexpr double kBadge = 9;          ///< radius of a sign
constexpr double kTextWidth = 260;    ///< of what changed
constexpr double kStruck = 0.35;      ///< opacity of the line through what was removed
constexpr qsizetype kMostChanges = 5;
constexpr qsizetype kMostOfAValue = 72; ///< characters
constexpr int kMostLines = 6;           ///< of one change
constexpr double kBoardWidth = 420;     ///< of what differs about the board, at least
constexpr double kLine = 20;            ///< of the legend
constexpr double kSeenFrom = 0.5; ///< scale (pixels a point) from which lines and signs are as wide as said
constexpr double kMostGrown = 5;
constexpr double kReach = 56; ///< of signs and words, beyond the design

QString tr(const char* text) {
    return QCoreApplication::translate("DifferencePicture", text);
}

struct Style {
    QColor colour;
    Qt::PenStyle line = Qt::SolidLine;
    QString sign;
};
Style styleOf(Difference::Kind kind, const Theme& theme) {
    switch (kind) {
    case Difference::Kind::Added:
        return {theme.good, Qt::SolidLine, u"+"_s};
    case Difference::Kind::Removed:
        return {theme.bad, Qt::DashLine, u"−"_s};
    case Difference::Kind::Changed:
        return {theme.warning, Qt::DashDotLine, u"≠"_s};
    case Difference::Kind::Moved:
        return {theme.muted, Qt::DotLine, u"→"_s};
    }
    return {};
}

/// What is in `after`, and what was in `before` and is gone, where it was, behind what has taken its place.
/// Names stay unique, and are given in the order of the list: files are made of them.
Design bothOf(const Design& before, const Design& after, const QList<Difference>& differences) {
    Design both = after;
    both.assets.add(before.assets);
    NameGiver names(namesIn(after));
    qint64 furthest = 0;
    for (const Element& element : after.elements)
        furthest = std::min(furthest, element.order);
    for (const Difference& difference : differences) {
        if (difference.kind != Difference::Kind::Removed)
            continue;
        const ElementId id = difference.element;
        Element element = before.elements.at(id); // its frame is in one of the two, and so in both
        element.order = furthest - 1;
        both.elements.put(element);
        if (const Block* block = before.blocks.find(id)) {
            Block row = *block;
            row.name = names.take(row.name);
            both.blocks.put(row);
        } else if (const Frame* frame = before.frames.find(id)) {
            Frame row = *frame;
            row.name = names.take(row.name);
            both.frames.put(row);
        } else if (const Connection* connection = before.connections.find(id)) {
            // Its way counts from its source, which may have moved since.
            Connection row = *connection;
            const auto was = before.rectOf(row.source);
            const auto is = both.rectOf(row.source);
            if (was && is && *was != *is) {
                for (Point& corner : row.route)
                    corner = {corner.x + was->x - is->x, corner.y + was->y - is->y};
            }
            both.connections.put(row);
        } else if (const Card* card = before.cards.find(id)) {
            both.cards.put(*card);
        } else if (const Stroke* stroke = before.strokes.find(id)) {
            both.strokes.put(*stroke);
        } else if (const Shape* shape = before.shapes.find(id)) {
            both.shapes.put(*shape);
        } else if (const Image* image = before.images.find(id)) {
            both.images.put(*image);
        }
    }
    return both;
}

/// What is left of a way beside a place that it leads through.
QList<QList<QPointF>> piecesBeside(const QList<QPointF>& way, const QRectF& place) {
    QList<QList<QPointF>> pieces;
    QList<QPointF> piece;
    const auto end = [&] {
        if (piece.size() > 1)
            pieces.append(piece);
        piece.clear();
    };
    for (qsizetype i = 0; i < way.size(); ++i) {
        if (i > 0) {
            const QPointF from = way.at(i - 1);
            const QPointF step = way.at(i) - from;
            if (const auto part = partWithin({from, way.at(i)}, place)) {
                if (part->first > 0)
                    piece.append(from + part->first * step);
                end();
                if (part->second < 1)
                    piece.append(from + part->second * step);
            }
        }
        if (!place.contains(way.at(i)) || place.isEmpty())
            piece.append(way.at(i));
    }
    end();
    return pieces;
}

class Overlay {
public:
    Overlay(const Design& design, const QList<Difference>& differences)
        : design_(design)
        , differences_(differences)
        , bounds_(toRectF(design.bounds())) {
        for (const Connection& connection : design_.connections) {
            const QList<QPointF> way = toPointsF(design_.routeOf(connection));
            if (!connection.label.isEmpty() && way.size() > 1)
                labels_.insert(connection.id, toRectF(labelRect(connection, way)));
        }
        for (const Difference& difference : differences_) {
            if (difference.element)
                continue;
            const double width = std::max(bounds_.width(), kBoardWidth);
            board_.append(fitLine(tr("What differs about the board itself"), fonts::Role::CardStrong, width));
            for (const Change& change : difference.changes)
                board_.append(fitLines(wholeTextOf(change), fonts::Role::CardText, width, 0, kMostLines));
        }
        findCovered();
        placeSigns();
        placeWords();
    }

    /// How far signs and words reach beyond the design at its sides and above it.
    double reach() const {
        const QRectF all = withWords();
        return std::max({kReach, bounds_.left() - all.left() + kAir, all.right() - bounds_.right() + kAir,
                         bounds_.top() - all.top() + kAir});
    }
    /// What words, the legend and what is said of the board need further below.
    double heightBelow() const {
        double height = withWords().bottom() - bounds_.bottom() + (board_.isEmpty() ? 0 : kLine);
        for (const FittedText& line : board_)
            height += line.height + kBoardGap;
        return height;
    }

    QHash<ElementId, Rect> words() const {
        QHash<ElementId, Rect> all;
        for (const Said& said : said_) {
            const QRectF& box = said.place.box;
            all.insert(said.about, {units(box.x()), units(box.y()), units(box.width()), units(box.height())});
        }
        return all;
    }

    void paint(QPainter& painter, const Theme& theme) const {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        // From far away lines and signs would be too thin to be seen.
        const double grow = std::clamp(kSeenFrom / painter.transform().m11(), 1.0, kMostGrown);
        // Dashes of what is gone are seen upon what has taken its place, which they would be hidden by.
        for (const bool gone : {false, true}) {
            for (const Difference& difference : differences_) {
                if (difference.element && (difference.kind == Difference::Kind::Removed) == gone)
                    paintOutline(painter, difference, theme, grow);
            }
        }
        for (const Difference& difference : differences_) {
            if (const auto sign = signOf(difference, grow))
                paintSign(painter, *sign, styleOf(difference.kind, theme), theme, grow);
        }
        for (const Said& each : said_) {
            if (!each.place.leader.isNull())
                paintLeader(painter, each, theme, grow);
        }
        for (const Said& each : said_) // over everything else
            paintWords(painter, each, theme);
        paintLegend(painter, theme, grow);
        painter.restore();
    }

private:
    void paintOutline(QPainter& painter, const Difference& difference, const Theme& theme,
                      double grow) const {
        const Style style = styleOf(difference.kind, theme);
        QPen pen(style.colour, kWidth * grow, style.line, Qt::FlatCap, Qt::MiterJoin);
        if (difference.kind == Difference::Kind::Moved)
            pen.setWidthF(1.4 * grow);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        if (const Connection* connection = design_.connections.find(difference.element)) {
            const QList<QPointF> way = toPointsF(design_.routeOf(*connection));
            for (const QList<QPointF>& piece : piecesBeside(way, labels_.value(difference.element)))
                painter.drawPath(roundedPath(piece, look::kLineRadius));
        } else if (const QRectF outline = outlineOf(difference); !outline.isEmpty()) {
            const double radius =
                difference.type == ElementType::Frame ? look::kFrameRadius : look::kCardRadius;
            painter.drawRoundedRect(outline, radius, radius);
            if (difference.kind == Difference::Kind::Removed && !covered_.contains(difference.element)) {
                QColor faint = style.colour; // its title is to be read
                faint.setAlphaF(kStruck);
                painter.setPen(QPen(faint, kWidth * grow));
                painter.drawLine(outline.bottomLeft(), outline.topRight());
            }
        }
    }

    struct Said {
        Difference::Kind kind;
        ElementId about;
        WordPlaces::Place place;
        QList<FittedText> lines;
    };

    /// Of what is no connection; empty for those and for what is nowhere.
    QRectF outlineOf(const Difference& difference) const {
        const auto rect = design_.rectOf(difference.element);
        if (!rect)
            return {};
        // About the one that has taken its place.
        const double beyond = covered_.contains(difference.element) ? kBeyondCovering : kBeyond;
        return toRectF(*rect).adjusted(-beyond, -beyond, beyond, beyond);
    }
    /// What is gone and cannot be read, since something else is where its title was.
    void findCovered() {
        BoxIndex things, frames;
        const auto isGone = [gone = idsOf(Difference::Kind::Removed)](ElementId id) {
            return gone.contains(id);
        };
        for (const Element& element : design_.elements) {
            const auto rect = design_.rectOf(element.id);
            if (rect && !isGone(element.id))
                (element.type == ElementType::Frame ? frames : things).add(0, *rect);
        }
        for (const Difference& difference : differences_) {
            const auto rect = design_.rectOf(difference.element);
            if (difference.kind != Difference::Kind::Removed || !rect)
                continue;
            const bool isFrame = difference.type == ElementType::Frame;
            const Coord below = isFrame ? std::min(rect->h, units(look::kFrameTitleBand)) / 2 : rect->h / 2;
            QRectF covering;
            for (const int quarter : {1, 2, 3})
                (isFrame ? frames : things)
                    .at({rect->x + rect->w / 4 * quarter, rect->y + below},
                        [&covering](qsizetype, const Rect& there) { covering |= toRectF(there); });
            if (!covering.isEmpty())
                covered_.insert(difference.element, covering);
        }
    }
    QSet<ElementId> idsOf(Difference::Kind kind) const {
        QSet<ElementId> ids;
        for (const Difference& difference : differences_) {
            if (difference.kind == kind)
                ids.insert(difference.element);
        }
        return ids;
    }

    /// Where the sign of a difference may be, the best place first; empty for what is nowhere.
    QList<QPointF> placesOfSign(const Difference& difference, double grow) const {
        if (const Connection* connection = design_.connections.find(difference.element)) {
            const QList<QPointF> way = toPointsF(design_.routeOf(*connection));
            return way.isEmpty() ? QList<QPointF>()
                                 : placesBeside(way, labels_.value(difference.element), kBadge * grow);
        }
        const QRectF outline = outlineOf(difference);
        return outline.isEmpty() ? QList<QPointF>()
                                 : QList<QPointF>{outline.topLeft(), outline.bottomLeft(), outline.topRight(),
                                                  outline.bottomRight()};
    }
    /// No sign upon another one: what is new often lies where something else was.
    void placeSigns() {
        BoxIndex taken;
        for (const Difference& difference : differences_) {
            const QList<QPointF> places = placesOfSign(difference, 1);
            if (places.isEmpty())
                continue;
            const auto isFree = [&taken](QPointF place) {
                bool free = true;
                taken.at({units(place.x()), units(place.y())},
                         [&free](qsizetype, const Rect&) { free = false; });
                return free;
            };
            const auto free = std::find_if(places.cbegin(), places.cend(), isFree);
            const qsizetype chosen = free == places.cend() ? 0 : free - places.cbegin();
            placeOfSign_.insert(difference.element, chosen);
            const Coord reach = units(2 * kBadge);
            taken.add(0, {units(places.at(chosen).x()) - reach, units(places.at(chosen).y()) - reach,
                          2 * reach, 2 * reach});
        }
    }
    std::optional<QPointF> signOf(const Difference& difference, double grow) const {
        const QList<QPointF> places = placesOfSign(difference, grow);
        if (places.isEmpty())
            return std::nullopt;
        return places.at(std::min(placeOfSign_.value(difference.element), places.size() - 1));
    }

    static void paintSign(QPainter& painter, QPointF at, const Style& style, const Theme& theme,
                          double grow) {
        painter.save();
        painter.translate(at);
        painter.scale(grow, grow);
        painter.setPen(QPen(theme.canvas, 1.5));
        painter.setBrush(style.colour);
        painter.drawEllipse(QPointF(), kBadge, kBadge);
        const FittedText text = fitLine(style.sign, fonts::Role::CardStrong, 2 * kBadge);
        paintText(painter, -QPointF(text.width / 2, text.height / 2), text, theme.onMark);
        painter.restore();
    }

    /// On the first quarter of the way, unless its words are there, or on another part.
    static QList<QPointF> placesBeside(const QList<QPointF>& way, const QRectF& label, double radius) {
        const QRectF taken = label.isEmpty() ? QRectF() : label.adjusted(-radius, -radius, radius, radius);
        QList<QPointF> places;
        for (const double part : {0.25, 0.75, 0.15, 0.85}) {
            if (const QPointF at = pointAlong(way, lengthOf(way) * part); !taken.contains(at))
                places.append(at);
        }
        if (places.isEmpty()) // all of it is words
            places = {{taken.center().x(), taken.top()}, {taken.center().x(), taken.bottom()}};
        return places;
    }

    /// Below the design: what each sign says, and of how many.
    void paintLegend(QPainter& painter, const Theme& theme, double grow) const {
        const std::array words = {tr("%1 added"), tr("%1 removed"), tr("%1 changed"), tr("%1 only moved")};
        std::array<int, words.size()> counts{};
        for (const Difference& difference : differences_)
            ++counts[std::size_t(difference.kind)];
        painter.save();
        painter.translate(bounds_.left() + kBadge, withWords().bottom() + kReach / 2);
        painter.scale(grow, grow);
        double left = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (counts[i] == 0)
                continue;
            paintSign(painter, {left, 0}, styleOf(Difference::Kind(i), theme), theme, 1);
            const FittedText text = fitLine(words[i].arg(counts[i]), fonts::Role::CardText, kTextWidth);
            paintText(painter, {left + kBadge + 5, -text.height / 2}, text, theme.text);
            left += kBadge + 5 + text.width + 24;
        }
        double top = kLine;
        for (const FittedText& line : board_) {
            paintText(painter, {-kBadge, top}, line,
                      readableOn(styleOf(Difference::Kind::Changed, theme).colour, theme.canvas));
            top += line.height + kBoardGap;
        }
        painter.restore();
    }

    static QList<FittedText> linesOf(const Difference& difference) {
        QList<FittedText> lines;
        if (difference.kind == Difference::Kind::Removed)
            return {fitLines(tr("Removed: %1").arg(difference.caption), fonts::Role::Label, kTextWidth, 0,
                             kMostLines)};
        for (qsizetype i = 0; i < std::min(kMostChanges, difference.changes.size()); ++i) {
            const Change& change = difference.changes[i];
            QString said;
            if (i + 1 == kMostChanges && difference.changes.size() > kMostChanges)
                said = tr("and %1 more").arg(difference.changes.size() - i);
            else
                said = wholeTextOf(change, kMostOfAValue);
            lines.append(fitLines(said, fonts::Role::Label, kTextWidth, 0, kMostLines));
        }
        return lines;
    }

    /// What changed, and what was where something else is now, goes beside what it is about and keeps off all
    /// else that is to be read; where there is no room, a line leads to where there is some.
    void placeWords() {
        WordPlaces places;
        for (const Block& block : design_.blocks)
            places.keepOff(toRectF(block.rect));
        for (const Card& card : design_.cards)
            places.keepOff(toRectF(card.rect));
        for (const Shape& shape : design_.shapes)
            places.keepOff(toRectF(shape.rect));
        for (const Image& image : design_.images)
            places.keepOff(toRectF(image.rect));
        for (const Stroke& stroke : design_.strokes) {
            if (const auto rect = design_.rectOf(stroke.id))
                places.keepOff(toRectF(*rect));
        }
        for (const Frame& frame : design_.frames) {
            QRectF band = toRectF(frame.rect);
            band.setHeight(std::min(band.height(), look::kFrameTitleBand));
            places.keepOff(band, kOfATitle);
        }
        for (const QRectF& label : std::as_const(labels_))
            places.keepOff(label);
        for (const Connection& connection : design_.connections)
            places.keepOffLine(toPointsF(design_.routeOf(connection)));
        constexpr double kOfSigns = kBadge + 1;
        const auto aroundSign = [](QPointF sign) {
            return QRectF(sign, sign).adjusted(-kOfSigns, -kOfSigns, kOfSigns, kOfSigns);
        };
        for (const Difference& difference : differences_) {
            if (const auto sign = signOf(difference, 1))
                places.keepOff(aroundSign(*sign));
        }
        for (const Difference& difference : differences_) {
            const auto sign = signOf(difference, 1);
            const bool says =
                difference.kind == Difference::Kind::Changed || covered_.contains(difference.element);
            if (!says || !sign)
                continue;
            Said said{difference.kind, difference.element, {}, linesOf(difference)};
            QSizeF size(0, 2 * kInset);
            for (const FittedText& line : std::as_const(said.lines))
                size = {std::max(size.width(), line.width + 2 * kInset), size.height() + line.height};
            const QRectF outline = outlineOf(difference);
            const QRectF about = outline | covered_.value(difference.element);
            said.place = places.take(about.isEmpty() ? aroundSign(*sign) : about, size);
            said_.append(said);
        }
    }
    QRectF withWords() const {
        QRectF all = bounds_;
        for (const Said& said : said_)
            all |= said.place.box;
        return all;
    }
    static void paintLeader(QPainter& painter, const Said& said, const Theme& theme, double grow) {
        const QLineF& leader = said.place.leader;
        const QColor colour = styleOf(said.kind, theme).colour;
        painter.setPen(QPen(theme.canvas, (kLeader + 3) * grow)); // what it crosses stays behind it
        painter.drawLine(leader);
        painter.setPen(QPen(colour, kLeader * grow));
        painter.drawLine(leader);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(leader.p1(), 2 * kLeader * grow, 2 * kLeader * grow);
    }
    static void paintWords(QPainter& painter, const Said& said, const Theme& theme) {
        const QColor colour = styleOf(said.kind, theme).colour;
        const QRectF& box = said.place.box;
        painter.setPen(QPen(colour, 1));
        painter.setBrush(theme.canvas);
        painter.drawRoundedRect(box, 4, 4);
        double top = box.top() + kInset;
        for (const FittedText& line : said.lines) {
            paintText(painter, {box.left() + kInset, top}, line, readableOn(colour, theme.canvas));
            top += line.height;
        }
    }

    static constexpr double kInset = 5; ///< of words in their box
    static constexpr double kAir = 8;   ///< around them
    static constexpr double kLeader = 1.3;
    static constexpr double kOfATitle = 4; ///< of a frame: a band with more room than words
    static constexpr double kBoardGap = 3;

    const Design design_;
    const QList<Difference> differences_;
    const QRectF bounds_;
    QHash<ElementId, QRectF> labels_;  ///< of connections, with words
    QHash<ElementId, QRectF> covered_; ///< gone, and not to be read where it was: by what is there now
    QHash<ElementId, qsizetype> placeOfSign_;
    QList<FittedText> board_; ///< what differs about the board itself
    QList<Said> said_;        ///< what changed, of each that did, and what was covered
};

} // namespace

ExportRequest differencePicture(const Design& before, const Design& after,
                                const QList<Difference>& differences, QHash<ElementId, Rect>* words) {
    ExportRequest request;
    request.design = bothOf(before, after, differences);
    const Overlay overlay(request.design, differences);
    request.overlay = [overlay](QPainter& painter, const Theme& theme) { overlay.paint(painter, theme); };
    request.overlayReach = overlay.reach();
    request.overlayBelow = overlay.heightBelow();
    request.title = tr("Differences");
    if (words)
        *words = overlay.words();
    return request;
}

} // namespace groundplan
