#include "model/exchange/excalidraw_reader.h"

#include "model/design/end_labels.h"
#include "model/exchange/board_place.h"
#include "model/exchange/data_uri.h"
#include "model/exchange/excalidraw_scene.h"
#include "model/exchange/exchange_limits.h"
#include "model/exchange/html_text.h"
#include "model/exchange/loose_drawing.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/neighbours.h"
#include "model/exchange/plain_colour.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineF>
#include <QLocale>
#include <QPointF>
#include <QRectF>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using namespace exchangelimits;
using Node = Diagram::Node;
using NodeType = Diagram::NodeType;

double numberOf(const QJsonValue& value, double usual = 0) {
    constexpr double kMost = 1e9; // more than a board has room for
    return std::clamp(value.toDouble(usual), -kMost, kMost);
}
class ElementReader {
    Q_DECLARE_TR_FUNCTIONS(Excalidraw)

public:
    ElementReader(const QJsonObject& scene, const QString& sourceName, const std::atomic<bool>* cancelled)
        : background_(scene.value(u"appState"_s).toObject().value(u"viewBackgroundColor"_s).toString())
        , files_(scene.value(u"files"_s).toObject())
        , elements_(scene.value(u"elements"_s).toArray())
        , sourceName_(sourceName)
        , cancelled_(cancelled) {}

    Result<Diagram> read() {
        if (elements_.size() > kNodes + kEdges)
            return refuse(
                tr("it has more than %1 elements; split it.").arg(QLocale().toString(kNodes + kEdges)));
        findTexts();
        noteBackground();
        for (qsizetype i = 0; i < elements_.size(); ++i) {
            if (cancelled_ && *cancelled_)
                return fail(ErrorCode::Cancelled, tr("Reading %1 was cancelled.").arg(sourceName_));
            const QJsonObject element = elements_[i].toObject();
            if (stringOf(element, u"type"_s).isEmpty())
                noteDamaged(i);
            else if (isThere(element))
                readElement(element);
            if (points_ > kStrokePoints)
                return refuse(
                    tr("its strokes have more than %1 points.").arg(QLocale().toString(kStrokePoints)));
            if (drawing_.nodes.size() > kNodes || drawing_.lines.size() > kEdges)
                return refuse(tr("it has more than %1 shapes or %2 lines; split it.")
                                  .arg(QLocale().toString(kNodes), QLocale().toString(kEdges)));
        }
        for (LooseLine& line : drawing_.lines) {
            line.edge.source = instead_.value(line.edge.source, line.edge.source);
            line.edge.target = instead_.value(line.edge.target, line.edge.target);
        }
        Diagram diagram = structured(std::move(drawing_));
        lost_.take(diagram.notTaken);
        diagram.notTaken = lost_;
        return diagram;
    }

private:
    Failure refuse(const QString& reason) const {
        return fail(
            ErrorCode::Unreadable,
            tr("%1 is not read as an Excalidraw file: %2", "source, reason").arg(sourceName_, reason));
    }
    void noteBackground() {
        if (!plainColour(background_).isEmpty())
            lost_.add(tr("The background of the drawing was left out: %1.").arg(background_.left(40)));
    }
    static bool isThere(const QJsonObject& element) { return !element.value(u"isDeleted"_s).toBool(); }
    static QString stringOf(const QJsonObject& element, const QString& name) {
        return element.value(name).toString();
    }

    // ---- texts that belong to something

    void findTexts() {
        QSet<QString> holders;
        for (const QJsonValue& value : std::as_const(elements_)) {
            const QJsonObject element = value.toObject();
            if (isThere(element))
                holders.insert(stringOf(element, u"id"_s));
            // Programs that write for Excalidraw's helper functions name the label itself.
            if (const QString label = textOf(element.value(u"label"_s).toObject()); !label.isEmpty())
                named_.insert(stringOf(element, u"id"_s), label);
        }
        for (const QJsonValue& value : std::as_const(elements_)) {
            const QJsonObject element = value.toObject();
            const QString holder = stringOf(element, u"containerId"_s);
            if (stringOf(element, u"type"_s) != u"text"_s || !isThere(element) || holder.isEmpty() ||
                !holders.contains(holder))
                continue;
            const QString id = stringOf(element, u"id"_s);
            if (id == holder || instead_.contains(id))
                continue;
            QString& label = labels_[holder];
            if (!label.isEmpty())
                label += u'\n';
            label += textOf(element);
            instead_.insert(id, holder);
            bound_.insert(id);
            if (const QString link = stringOf(element, u"link"_s); !link.isEmpty())
                links_[holder] << link;
        }
    }
    /// As it was typed: "text" has the breaks that its box made.
    static QString textOf(const QJsonObject& element) {
        const QString typed = stringOf(element, u"originalText"_s);
        return tidiedLines(typed.trimmed().isEmpty() ? stringOf(element, u"text"_s) : typed);
    }
    QString labelOf(const QJsonObject& element) const {
        const QString label = labels_.value(stringOf(element, u"id"_s));
        return label.isEmpty() ? textOf(element.value(u"label"_s).toObject()) : label;
    }
    QString labelAt(const QString& id) const { return labels_.value(id, named_.value(id)); }

    // ---- elements

    void readElement(const QJsonObject& element) {
        noteNumbers(element);
        noteData(element);
        const QString type = stringOf(element, u"type"_s);
        if (type == u"arrow"_s || type == u"line"_s)
            readLine(element, type == u"arrow"_s);
        else if (type == u"freedraw"_s || type == u"draw"_s)
            readStroke(element);
        else if (type == u"text"_s)
            readText(element);
        else if (type == u"image"_s)
            readImage(element);
        else if (type == u"frame"_s || type == u"magicframe"_s)
            readFrame(element);
        else if (type == u"rectangle"_s || type == u"diamond"_s || type == u"ellipse"_s ||
                 type == u"embeddable"_s || type == u"iframe"_s)
            readBox(element, type);
        else if (type != u"selection"_s)
            lost_.add(tr("The element %1 was left out, its sort is not known: %2")
                          .arg(nameOf(element), NotTaken::called(type)));
    }

    /// What all have in common, but for colour and place.
    Node bareNodeOf(const QJsonObject& element, NodeType type) {
        Node node;
        node.id = freeId(stringOf(element, u"id"_s));
        node.type = type;
        node.parent = stringOf(element, u"frameId"_s);
        node.locked = element.value(u"locked"_s).toBool();
        node.group = groupOf(element);
        node.link = stringOf(element, u"link"_s);
        markuptext::take({links_.value(stringOf(element, u"id"_s))}, node, lost_);
        noteOpacity(element);
        return node;
    }
    /// Of a box: `rect` is what it covers once it is turned as its author has it.
    Node nodeOf(const QJsonObject& element, NodeType type) {
        Node node = bareNodeOf(element, type);
        node.colour = colourOf(element);
        QRectF rect = drawnRectOf(element);
        const double turn = angleOf(element);
        if (turn != 0)
            lost_.add(tr("Turned or mirrored shapes stand upright: %1."), nameOf(element));
        constexpr double kNearly = 0.35;
        if (std::abs(std::abs(turn) - std::numbers::pi / 2) < kNearly) {
            const QPointF centre = rect.center();
            rect.setSize(rect.size().transposed());
            rect.moveCenter(centre);
        }
        node.rect = boardRect(rect);
        return node;
    }
    void noteOpacity(const QJsonObject& element) {
        if (numberOf(element.value(u"opacity"_s), 100) < 100)
            lost_.add(tr("Shapes that are translucent no more: %1."), nameOf(element));
    }
    /// In radians, between minus and plus half a turn.
    static double angleOf(const QJsonObject& element) {
        const double turn = std::remainder(numberOf(element.value(u"angle"_s)), 2 * std::numbers::pi);
        return std::abs(turn) < 0.01 ? 0 : turn;
    }
    static QString groupOf(const QJsonObject& element) {
        // Innermost first.
        const QJsonArray groups = element.value(u"groupIds"_s).toArray();
        return groups.isEmpty() ? QString() : groups.last().toString();
    }
    static QString colourOf(const QJsonObject& element) {
        const QString fill = plainColour(stringOf(element, u"backgroundColor"_s));
        return fill.isEmpty() ? plainColour(stringOf(element, u"strokeColor"_s)) : fill;
    }
    QString freeId(const QString& id) {
        QString free = id;
        while (free.isEmpty() || used_.contains(free))
            free = id + u'~' + QString::number(++renamed_);
        used_.insert(free);
        return free;
    }

    void readBox(const QJsonObject& element, const QString& type) {
        Node node = nodeOf(element, NodeType::Block);
        node.label = labelOf(element);
        if (type == u"diamond"_s || type == u"ellipse"_s)
            node.shape = type;
        node.filled = isFilled(element);
        const QString fill = stringOf(element, u"fillStyle"_s);
        if ((!fill.isEmpty() && fill != u"solid"_s) || numberOf(element.value(u"opacity"_s), 100) < 100)
            drawing_.seeThrough.insert(node.id);
        if (type == u"embeddable"_s || type == u"iframe"_s) {
            if (node.label.isEmpty())
                node.label = node.link;
            if (node.link.isEmpty())
                lost_.add(tr("Pages that are shown within boxes were left out: %1."), nameOf(element));
            else
                lost_.add(tr("Pages that are shown within boxes became blocks that link to them: %1."),
                          nameOf(element) + u" ("_s + node.link.left(200) + u')');
        }
        drawing_.nodes << node;
    }

    void readText(const QJsonObject& element) {
        if (bound_.contains(stringOf(element, u"id"_s)))
            return;
        Node node = nodeOf(element, NodeType::Text);
        node.label = textOf(element);
        if (node.label.isEmpty())
            return;
        node.colour = plainColour(stringOf(element, u"strokeColor"_s));
        // The first versions wrote "20px Virgil".
        const double old = stringOf(element, u"font"_s).section(u"px"_s, 0, 0).toDouble();
        const double size = numberOf(element.value(u"fontSize"_s), std::isfinite(old) && old > 0 ? old : 20);
        node.textSize = units(std::clamp(size, 1.0, 1'000.0));
        const auto share = [&element](const QString& key, const QString& middle, const QString& last) {
            const QString value = stringOf(element, key);
            return value == middle ? 0.5 : value == last ? 1.0 : 0.0;
        };
        node.heldAcross = share(u"textAlign"_s, u"center"_s, u"right"_s);
        node.heldDown = share(u"verticalAlign"_s, u"middle"_s, u"bottom"_s);
        node.wraps = !element.value(u"autoResize"_s).toBool(true);
        drawing_.nodes << node;
    }

    void readFrame(const QJsonObject& element) {
        Node node = nodeOf(element, NodeType::Frame);
        node.label = tidiedLines(stringOf(element, u"name"_s));
        node.colour.clear(); // every frame has the same border
        drawing_.nodes << node;
    }

    void readImage(const QJsonObject& element) {
        Node node = nodeOf(element, NodeType::Image);
        const QJsonObject file = files_.value(stringOf(element, u"fileId"_s)).toObject();
        node.picture = bytesOfUri(stringOf(file, u"dataURL"_s));
        node.colour.clear();
        node.label = labelOf(element);
        if (node.picture.isEmpty()) {
            lost_.add(tr("Pictures whose files are missing were left out: %1."), nameOf(element));
            return;
        }
        const QJsonArray scale = element.value(u"scale"_s).toArray();
        if (scale.at(0).toDouble(1) < 0 || scale.at(1).toDouble(1) < 0)
            lost_.add(tr("Turned or mirrored shapes stand upright: %1."), nameOf(element));
        if (element.value(u"crop"_s).isObject())
            lost_.add(tr("Cut pictures are shown whole: %1."), nameOf(element));
        drawing_.nodes << node;
    }

    // ---- lines

    QList<QPointF> pointsOf(const QJsonObject& element) {
        const QJsonArray list = element.value(u"points"_s).toArray();
        points_ += list.size();
        QList<QPointF> points;
        if (points_ > kStrokePoints)
            return points;
        const QPointF corner(numberOf(element.value(u"x"_s)), numberOf(element.value(u"y"_s)));
        points.reserve(list.size());
        for (const QJsonValue& value : list) {
            const QJsonArray pair = value.toArray();
            points << corner + QPointF(numberOf(pair.at(0)), numberOf(pair.at(1)));
        }
        turn(points, angleOf(element));
        return points;
    }
    /// About the middle of what they cover, as Excalidraw does.
    static void turn(QList<QPointF>& points, double angle) {
        if (angle == 0 || points.isEmpty())
            return;
        QPointF least = points.first(), most = points.first();
        for (const QPointF at : std::as_const(points)) {
            least = {std::min(least.x(), at.x()), std::min(least.y(), at.y())};
            most = {std::max(most.x(), at.x()), std::max(most.y(), at.y())};
        }
        const QPointF middle = (least + most) / 2;
        for (QPointF& at : points) {
            const QPointF from = at - middle;
            at = middle + QPointF(from.x() * std::cos(angle) - from.y() * std::sin(angle),
                                  from.x() * std::sin(angle) + from.y() * std::cos(angle));
        }
    }
    static QList<Point> onBoard(const QList<QPointF>& points) {
        QList<Point> all;
        all.reserve(points.size());
        for (const QPointF at : points)
            all << boardPoint(at);
        return all;
    }
    static double widthOf(const QJsonObject& element) {
        return std::clamp(numberOf(element.value(u"strokeWidth"_s), 2), 0.5, 100.0);
    }

    void readStroke(const QJsonObject& element) {
        const QList<QPointF> points = pointsOf(element);
        if (points.isEmpty()) {
            lost_.add(tr("Lines without points were left out: %1."), nameOf(element));
            return;
        }
        Node node = bareNodeOf(element, NodeType::Stroke);
        node.colour = plainColour(stringOf(element, u"strokeColor"_s));
        node.points = onBoard(points);
        // Its pen draws more than four times as wide as it says.
        constexpr double kPen = 4.25;
        node.width = units(widthOf(element) * kPen);
        const QJsonArray pressures = element.value(u"pressures"_s).toArray();
        const bool made = element.value(u"simulatePressure"_s).toBool();
        if (!made && pressures.size() == points.size()) {
            for (const QJsonValue& value : pressures)
                node.pressures << quint8(std::lround(std::clamp(value.toDouble(0.5), 0.0, 1.0) * 255));
        }
        drawing_.nodes << node;
    }

    static QString endOf(const QJsonObject& element, const QString& binding, const QString& made) {
        const QString id = stringOf(element.value(binding).toObject(), u"elementId"_s);
        return id.isEmpty() ? stringOf(element.value(made).toObject(), u"id"_s) : id;
    }
    static EndMark markOf(const QJsonObject& element, const QString& name, EndMark usual) {
        const QJsonValue value = element.value(name);
        if (value.isUndefined())
            return usual;
        const QString mark = value.toString();
        if (mark.isEmpty() || mark == u"none"_s)
            return EndMark::None;
        return mark == u"arrow"_s || mark.startsWith(u"triangle"_s) ? EndMark::Head : EndMark::Ornament;
    }

    /// How many, as the signs of databases say it.
    static QString countOf(const QString& mark) {
        static const QHash<QString, QString> all{{u"crowfoot_one"_s, u"1"_s},
                                                 {u"crowfoot_many"_s, u"*"_s},
                                                 {u"crowfoot_one_or_many"_s, u"1..*"_s}};
        return all.value(mark);
    }
    static bool isFilled(const QJsonObject& element) {
        const QString fill = stringOf(element, u"backgroundColor"_s);
        return !fill.isEmpty() && fill != u"transparent"_s;
    }
    static bool isClosed(const QList<QPointF>& points) {
        constexpr double kNearly = 2;
        return points.size() > 3 && QLineF(points.first(), points.last()).length() < kNearly;
    }
    /// Four corners of a rectangle.
    static bool isUpright(const QList<QPointF>& points) {
        if (points.size() != 5)
            return false;
        for (qsizetype i = 1; i < points.size(); ++i) {
            const QPointF step = points[i] - points[i - 1];
            constexpr double kNearly = 1;
            const bool across = std::abs(step.y()) < kNearly, down = std::abs(step.x()) < kNearly;
            const bool wasAcross = i > 1 && std::abs(points[i - 1].y() - points[i - 2].y()) < kNearly;
            if (across == down || (i > 1 && across == wasAcross))
                return false;
        }
        return true;
    }
    /// A rectangle that was drawn corner by corner.
    void readDrawnRectangle(const QJsonObject& element, const QList<QPointF>& points) {
        Node node = nodeOf(element, NodeType::Block);
        node.label = labelOf(element);
        node.filled = true;
        node.rect = boardRect(QRectF(points[0], points[2]).normalized());
        drawing_.nodes << node;
    }

    void readLine(const QJsonObject& element, bool isArrow) {
        LooseLine line;
        line.edge.source = endOf(element, u"startBinding"_s, u"start"_s);
        line.edge.target = endOf(element, u"endBinding"_s, u"end"_s);
        line.edge.label = labelOf(element);
        const QList<QPointF> points = pointsOf(element);
        if (isFilled(element) && line.edge.source.isEmpty() && line.edge.target.isEmpty() &&
            isClosed(points)) {
            if (isUpright(points) && angleOf(element) == 0) {
                readDrawnRectangle(element, points);
                return;
            }
            lost_.add(tr("Fills of closed lines were left out: %1."), nameOf(element));
        }
        line.points = onBoard(points);
        // The corners of an elbowed arrow are Excalidraw's own unless somebody has moved them.
        const bool ownWay =
            !element.value(u"elbowed"_s).toBool() || !element.value(u"fixedSegments"_s).toArray().isEmpty();
        if (ownWay && line.points.size() > 2)
            line.edge.waypoints = line.points.sliced(1, line.points.size() - 2);
        const QString style = stringOf(element, u"strokeStyle"_s);
        constexpr double kThick = 4;
        line.edge.line = style == u"dashed"_s         ? Diagram::Edge::Line::Dashed
                         : style == u"dotted"_s       ? Diagram::Edge::Line::Dotted
                         : widthOf(element) >= kThick ? Diagram::Edge::Line::Thick
                                                      : Diagram::Edge::Line::Plain;
        line.above = drawing_.nodes.size();
        line.parent = stringOf(element, u"frameId"_s);
        line.group = groupOf(element);
        line.locked = element.value(u"locked"_s).toBool();
        line.colour = plainColour(stringOf(element, u"strokeColor"_s));
        line.width = units(widthOf(element));
        line.edge.remark = stringOf(element, u"link"_s);
        markuptext::take({links_.value(stringOf(element, u"id"_s))}, line.edge, lost_);
        const QString start = stringOf(element, u"startArrowhead"_s),
                      end = stringOf(element, u"endArrowhead"_s);
        const EndMark startMark = markOf(element, u"startArrowhead"_s, EndMark::None);
        const EndMark endMark = markOf(element, u"endArrowhead"_s, isArrow ? EndMark::Head : EndMark::None);
        const QString from = labelAt(line.edge.source), to = labelAt(line.edge.target);
        const QString called = from.isEmpty() && to.isEmpty()
                                   ? nameOf(element)
                                   : NotTaken::link(NotTaken::thing(line.edge.source, from),
                                                    NotTaken::thing(line.edge.target, to), line.edge.label);
        const bool turned = startMark > endMark; // by setDirection()
        line.edge.label =
            withEndLabels(line.edge.label, countOf(turned ? end : start), countOf(turned ? start : end));
        for (const QString& name : {u"startArrowhead"_s, u"endArrowhead"_s}) {
            const QString mark = stringOf(element, name);
            if (markOf(element, name, EndMark::None) == EndMark::Ornament && countOf(mark).isEmpty())
                lost_.add(tr("Marks at the ends of lines were left out: %1."),
                          called + u" ("_s + mark.left(20) + u')');
        }
        setDirection(line, startMark, endMark);
        noteOpacity(element);
        drawing_.lines << line;
    }

    // ---- what is lost

    /// The name of an element in sentences: its text, else what it is and where.
    QString nameOf(const QJsonObject& element) const {
        if (const QString words = wordsOf(element); !words.isEmpty())
            return NotTaken::thing(stringOf(element, u"id"_s), words);
        const QString type = stringOf(element, u"type"_s);
        if (!neighbours_) {
            neighbours_.emplace();
            for (const QJsonValue& value : elements_) {
                const QJsonObject other = value.toObject();
                const QString id = stringOf(other, u"id"_s), words = wordsOf(other);
                if (isThere(other) && !bound_.contains(id) && !words.isEmpty())
                    neighbours_->add(NotTaken::thing(id, words), boardRect(drawnRectOf(other)));
            }
        }
        return tr("%1 %2", "what, where")
            .arg(sortOf(type), neighbours_->whereIs(boardRect(drawnRectOf(element))));
    }
    static QString sortOf(const QString& type) {
        const QHash<QString, QString> all{
            {u"image"_s, tr("a picture")},    {u"freedraw"_s, tr("a pen stroke")},
            {u"draw"_s, tr("a pen stroke")},  {u"line"_s, tr("a line")},
            {u"arrow"_s, tr("an arrow")},     {u"rectangle"_s, tr("a rectangle")},
            {u"ellipse"_s, tr("an ellipse")}, {u"diamond"_s, tr("a diamond")},
            {u"iframe"_s, tr("a web page")},  {u"embeddable"_s, tr("a web page")}};
        return all.value(type, NotTaken::called(type, u"?"_s));
    }
    QString wordsOf(const QJsonObject& element) const {
        const QString label = labelOf(element);
        const QString text = label.isEmpty() ? textOf(element) : label;
        return text.isEmpty() ? stringOf(element, u"name"_s) : text;
    }
    static QRectF drawnRectOf(const QJsonObject& element) {
        return {numberOf(element.value(u"x"_s)), numberOf(element.value(u"y"_s)),
                numberOf(element.value(u"width"_s)), numberOf(element.value(u"height"_s))};
    }
    void noteNumbers(const QJsonObject& element) {
        constexpr double kMost = 1e7;
        for (const QString& name : {u"x"_s, u"y"_s, u"width"_s, u"height"_s}) {
            const QJsonValue value = element.value(name);
            const bool wrong =
                !value.isUndefined() && (!value.isDouble() || std::abs(value.toDouble()) > kMost);
            if (!wrong)
                continue;
            lost_.add(tr("Places or sizes that are no numbers, or too large for a board, were changed: %1."),
                      nameOf(element));
            return;
        }
    }
    /// What programs keep with an element; of a page that was made for the drawing that is all of it.
    void noteData(const QJsonObject& element) {
        QJsonObject data = element.value(u"customData"_s).toObject();
        const QString page = stringOf(data.value(u"generationData"_s).toObject(), u"html"_s);
        if (!page.isEmpty()) {
            lost_.add(tr("The page that is shown within %1 was left out: %2")
                          .arg(nameOf(element), NotTaken::quoted(page)));
            data.remove(u"generationData"_s);
        }
        constexpr qsizetype kShown = 200;
        if (!data.isEmpty())
            lost_.add(tr("Data that other programs keep with elements (customData) were left out: %1."),
                      nameOf(element) + u' ' +
                          QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact)).left(kShown));
    }
    void noteDamaged(qsizetype index) {
        lost_.add(tr("Damaged elements were left out: %1."), u"elements[%1]"_s.arg(index));
    }

    const QString background_;
    const QJsonObject files_;
    const QJsonArray elements_;
    const QString sourceName_;
    const std::atomic<bool>* cancelled_;
    QHash<QString, QString> labels_;    ///< by the id of what they stand in
    QHash<QString, QString> named_;     ///< the same, of labels that stand in the element itself
    QHash<QString, QString> instead_;   ///< what stands for a text that has become a label
    QHash<QString, QStringList> links_; ///< of such texts, by the same
    QSet<QString> bound_;
    mutable std::optional<Neighbours> neighbours_; ///< made when first needed
    LooseDrawing drawing_;
    QSet<QString> used_;
    qint64 renamed_ = 0;
    qsizetype points_ = 0;
    NotTaken lost_;
};

} // namespace

Result<Diagram> readExcalidraw(const QByteArray& bytes, const QString& sourceName,
                               const std::atomic<bool>* cancelled) {
    const auto scene = excalidraw::readScene(bytes, sourceName);
    if (!scene)
        return Failure(scene.error());
    return ElementReader(*scene, sourceName, cancelled).read();
}

} // namespace groundplan
