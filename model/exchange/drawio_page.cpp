#include "model/exchange/drawio_page.h"

#include "model/design/end_labels.h"
#include "model/design/recognition.h"
#include "model/exchange/board_place.h"
#include "model/exchange/data_uri.h"
#include "model/exchange/drawio_attributes.h"
#include "model/exchange/drawio_label.h"
#include "model/exchange/drawio_look.h"
#include "model/exchange/drawio_losses.h"
#include "model/exchange/drawio_marks.h"
#include "model/exchange/drawio_names.h"
#include "model/exchange/drawio_ornament.h"
#include "model/exchange/drawio_own.h"
#include "model/exchange/drawio_sort.h"
#include "model/exchange/drawio_style.h"
#include "model/exchange/plain_colour.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

namespace {

using Node = Diagram::Node;
using NodeType = Diagram::NodeType;

/// What lies within a shape as its children.
enum class Holds {
    Nothing,
    Parts,  ///< letters and ornaments: they belong to its label
    Rows,   ///< lines of a table or list
    Things, ///< it is a frame
};

class PageReader {
public:
    PageReader(const Page& page, const QString& prefix, const Carried& carried, Losses& losses)
        : page_(page)
        , names_(page, prefix)
        , prefix_(prefix)
        , carried_(carried)
        , losses_(losses) {}

    LooseDrawing read() {
        drawing_.prefix = prefix_;
        findFamilies();
        // Parents before children, each with all that is in it: as draw.io paints.
        QList<qsizetype> open;
        for (qsizetype i = page_.cells.size() - 1; i >= 0; --i) {
            if (items_[i].parent < 0)
                open << i;
        }
        while (!open.isEmpty()) {
            const qsizetype i = open.takeLast();
            visit(i);
            const QList<qsizetype>& children = items_[i].children;
            std::copy(children.crbegin(), children.crend(), std::back_inserter(open));
        }
        finishEdges();
        freeTitles(drawing_);
        if (layers_ > 1 && !layerNames_.isEmpty())
            losses_.layers(layerNames_);
        if (!plainColour(page_.background).isEmpty())
            losses_.pageColour(page_.name, page_.background);
        return std::move(drawing_);
    }

private:
    /// A cell's place in the page, and what its children take from it.
    struct Item {
        qsizetype parent = -1;
        QList<qsizetype> children;
        bool linked = false; ///< a connector ends at it
        bool hidden = false;
        bool locked = false;
        int layerDepth = 0;           ///< 1: root, 2: layer
        QPointF origin;               ///< of the children's coordinates
        QSizeF size;                  ///< for children that lie at a part of it
        QString frame;                ///< that its children lie in
        QString group;                ///< that its children belong to
        qsizetype node = -1;          ///< in the drawing: what connectors end at
        qsizetype line = -1;          ///< in the drawing, of a connector
        qsizetype taker = -1;         ///< the node that its children's texts go to
        Holds taken = Holds::Nothing; ///< as what
        bool row = false;             ///< of a table: what lies in it stands side by side
    };

    // ---- who belongs to whom

    void findFamilies() {
        const qsizetype count = page_.cells.size();
        items_.resize(count);
        for (qsizetype i = 0; i < count; ++i) {
            const QString& id = page_.cells[i].id;
            if (!id.isEmpty() && !byId_.contains(id))
                byId_.insert(id, i);
        }
        for (qsizetype i = 0; i < count; ++i) {
            const Cell& cell = page_.cells[i];
            items_[i].parent = cell.parent.isEmpty() ? -1 : byId_.value(cell.parent, -1);
            if (cell.edge && cell.visible) {
                for (const QString& end : {cell.source, cell.target}) {
                    if (const qsizetype at = byId_.value(end, -1); at >= 0)
                        items_[at].linked = true;
                }
            }
        }
        breakCircles();
        for (qsizetype i = 0; i < count; ++i) {
            if (items_[i].parent >= 0)
                items_[items_[i].parent].children << i;
        }
    }
    /// A damaged file may have a cell within itself.
    void breakCircles() {
        QList<qsizetype> seenFrom(items_.size(), -1);
        for (qsizetype i = 0; i < items_.size(); ++i) {
            for (qsizetype at = i; at >= 0 && seenFrom[at] < 0; at = items_[at].parent) {
                seenFrom[at] = i;
                const qsizetype next = items_[at].parent;
                if (next >= 0 && seenFrom[next] == i) {
                    items_[at].parent = -1;
                    losses_.circle(names_.of(page_.cells[at]));
                }
            }
        }
    }

    // ---- cells

    void visit(qsizetype i) {
        const Cell& cell = page_.cells[i];
        Item& item = items_[i];
        if (item.parent >= 0) {
            const Item& parent = items_[item.parent];
            item.hidden = parent.hidden;
            item.locked = parent.locked;
            item.layerDepth = parent.layerDepth;
            item.origin = parent.origin;
            item.size = parent.size;
            item.frame = parent.frame;
            item.group = parent.group;
            item.taker = parent.taker;
            item.taken = parent.taken;
        }
        const Style style(cell.style);
        item.locked = item.locked || style.is(u"locked"_s);
        if (!cell.vertex && !cell.edge) {
            visitLayer(cell, item);
            return;
        }
        if (!cell.visible && !item.hidden)
            item.hidden = true;
        if (item.hidden) {
            losses_.hidden(names_.of(cell), labelOf(cell, style, page_).text, hiddenLayer_);
            return;
        }
        if (cell.geometry.wrong)
            losses_.wrongNumbers(names_.of(cell));
        if (cell.edge)
            visitEdge(i, cell, style, item);
        else
            visitVertex(cell, style, item);
    }

    void visitLayer(const Cell& cell, Item& item) {
        ++item.layerDepth;
        hiddenLayer_.clear();
        if (!cell.visible) {
            item.hidden = true;
            hiddenLayer_ = layerName(cell);
            losses_.hiddenLayer(hiddenLayer_);
        } else if (item.layerDepth == 2) {
            ++layers_;
            if (!cell.label.isEmpty())
                layerNames_ << tidiedName(cell.label);
        }
    }
    static QString tidiedName(const QString& text) { return text.simplified().left(60); }
    QString layerName(const Cell& cell) const {
        const QString name = tidiedName(cell.label.isEmpty() ? page_.name : cell.label);
        return name.isEmpty() ? u"?"_s : name;
    }

    /// What else is said about a cell, beside its label and the attributes that are read.
    QString remarksOf(const Cell& cell, const Style& style, const Cell* written, Diagram::Own& own) {
        const bool ours = written || !sortOfMark(cell).isEmpty();
        const Label label = labelOf(withoutAttributes(cell, ours), style, page_, written);
        for (const QString& attribute : ours ? unread(cell, written) : QStringList())
            losses_.attribute(names_.of(cell), attribute);
        if (label.pictures > 0)
            losses_.labelPicture(names_.of(cell));
        QString remarks;
        if (bool lost = false; written) {
            remarks = wordsOf(cell, *written, own, lost);
            if (lost)
                losses_.hung(names_.of(cell));
        }
        addLine(remarks, label.description, u'\n');
        return remarks;
    }

    void visitVertex(const Cell& found, const Style& style, Item& item) {
        const Cell* written = carried_.written(found);
        const Cell cell = Carried::whole(found, written);
        const Label label = labelOf(cell, style, page_, written);
        const Item* parent = item.parent < 0 ? nullptr : &items_[item.parent];
        if (parent && parent->line >= 0) {
            Diagram::Edge& edge = drawing_.lines[parent->line].edge;
            addLine(edge.label, label.text, u'\n');
            takeRemark(edge, label);
            if (label.text.isEmpty())
                losses_.ornament(names_.of(page_.cells[item.parent]));
            return;
        }
        const QRectF rect = rectOf(cell, style, item);
        item.origin = rect.topLeft();
        item.size = rect.size();
        if (item.taker >= 0) {
            giveAway(label, style, item, parent);
            return;
        }
        const Sort sort = sortOf(style, label, item.linked);
        if (sort == Sort::Group) {
            if (item.group.isEmpty())
                item.group = prefix_ + cell.id;
            return;
        }
        if (sort == Sort::Line && !written) {
            addRule(rect, style, item);
            return;
        }
        if (sort == Sort::Box && !written && label.text.isEmpty() && !item.linked &&
            item.children.isEmpty() && addOrnament(rect, style, item))
            return;
        Node node;
        node.id = freeId(cell.id);
        node.parent = item.frame;
        node.group = item.group;
        node.locked = item.locked;
        node.label = label.text;
        node.titleLines = label.titleLines;
        node.link = linkOf(label);
        node.rect = boardRect(rect);
        node.hints = label.hints + iconsOf(style);
        readLook(style, node);
        const Holds holds = whatItHolds(style, sort, item);
        node.own = written ? ownOf(carried_, cell, *written, page_) : Diagram::Own();
        node.description = remarksOf(cell, style, written, node.own);
        const bool keeps = holds == Holds::Nothing || isFrame(cell, written);
        if (!keeps)
            node.own = {};
        const bool ours = keeps && readMarkedBox(node, cell, written);
        if (!ours) {
            readData(node, cell);
            decide(node, style, cell, label, sort, holds, item);
        }
        if (node.type == NodeType::Image && node.picture.isEmpty())
            return; // said in the losses
        item.node = drawing_.nodes.size();
        if (node.type == NodeType::Frame) {
            item.frame = node.id;
            node.hints.clear();
        }
        if (!ours && (holds == Holds::Parts || holds == Holds::Rows)) {
            item.taker = item.node;
            item.taken = holds;
        }
        drawing_.nodes << node;
    }

    bool isFrame(const Cell& cell, const Cell* written) const {
        return written ? carried_.design()->frames.contains(Carried::elementOf(cell))
                       : sortOfMark(cell) == wordOf(ElementType::Frame);
    }

    QRectF rectOf(const Cell& cell, const Style& style, const Item& item) {
        QRectF rect = drawio::rectOf(cell.geometry, cell.folded, item.origin, item.size);
        const double turn = std::remainder(style.number(u"rotation"_s, 0), 360.0);
        if (turn != 0 || style.is(u"flipH"_s) || style.is(u"flipV"_s))
            losses_.turned(names_.of(cell));
        constexpr double kNearly = 20;
        if (std::abs(std::abs(turn) - 90) < kNearly) {
            const QPointF centre = rect.center();
            rect.setSize(rect.size().transposed());
            rect.moveCenter(centre);
        }
        if (style.number(u"opacity"_s, 100) < 100)
            losses_.seeThrough(names_.of(cell));
        return rect;
    }

    Holds whatItHolds(const Style& style, Sort sort, const Item& item) const {
        bool any = false, parts = true, rows = true;
        for (const qsizetype child : item.children) {
            const Cell& cell = page_.cells[child];
            if (!cell.vertex || !cell.visible)
                continue;
            any = true;
            const Style inner(cell.style);
            const bool alone = items_[child].children.isEmpty();
            const bool words = alone && (isText(inner) || inner.shape() == u"line"_s);
            const bool ornament = alone && cell.label.isEmpty() && !items_[child].linked;
            rows = rows && words;
            parts = parts && (inner.is(u"part"_s) || (words && !items_[child].linked) || ornament);
        }
        if (!any)
            return Holds::Nothing;
        const QString layout = style.value(u"childLayout"_s);
        if (style.shape() == u"table"_s || layout == u"tableLayout"_s || (rows && layout == u"stackLayout"_s))
            return Holds::Rows;
        return parts && sort != Sort::Frame ? Holds::Parts : Holds::Things;
    }

    void decide(Node& node, const Style& style, const Cell& cell, const Label& label, Sort sort, Holds holds,
                const Item& item) {
        const bool said = !label.text.isEmpty() || item.linked;
        if (holds == Holds::Things || (sort == Sort::Frame && holds != Holds::Rows)) {
            node.type = NodeType::Frame;
        } else if (sort == Sort::Text && !label.text.isEmpty()) {
            node.type = NodeType::Text;
            node.colour = plainColour(style.value(u"fontColor"_s));
            readAlignment(style, node);
        } else if (sort == Sort::Sticky) {
            node.type = NodeType::Sticky;
        } else if (sort == Sort::Picture) {
            const bool seen = !label.text.isEmpty() && !style.is(u"noLabel"_s);
            decidePicture(node, style, cell, seen || item.linked);
        } else if (!said && node.hints.isEmpty() && holds == Holds::Nothing && !isPlain(style) &&
                   node.shape != u"point"_s) {
            losses_.figure(names_.of(cell));
        }
        if (sort != Sort::Picture && style.value(u"image"_s).startsWith(u"data:"_s))
            losses_.blockPicture(names_.of(cell));
    }
    void decidePicture(Node& node, const Style& style, const Cell& cell, bool said) {
        const QString source = style.value(u"image"_s);
        QByteArray picture = bytesOfUri(source);
        const bool library = source.startsWith(u"img/"_s) || source.contains(u"/img/lib/"_s);
        if (!picture.isEmpty()) {
            // A block's goes when a text beside it has said which block it is.
            node.picture = picture;
            if (!said)
                node.type = NodeType::Image;
        } else if (!library) {
            losses_.farPicture(names_.of(cell), source);
            if (!said)
                node.type = NodeType::Image;
        }
    }

    void giveAway(const Label& label, const Style& style, Item& item, const Item* parent) {
        Node& taker = drawing_.nodes[item.taker];
        item.node = item.taker;
        QString text = label.text;
        if (item.taken == Holds::Rows) {
            // Cells of a row stand side by side.
            const bool goesOn = parent && parent->row && item.parent == lastRow_;
            addLine(taker.description, text.replace(u'\n', u' '), goesOn ? u' ' : u'\n');
            if (!text.isEmpty())
                lastRow_ = item.parent;
            item.row = true;
        } else {
            const QStringList icons = iconsOf(style);
            if (text.isEmpty() && icons.isEmpty())
                losses_.ornament(NotTaken::thing(taker.id, taker.label, names_.of(page_.cells[item.parent])));
            addLine(taker.label, text, u'\n');
            taker.hints << icons;
        }
        addLine(taker.description, label.description, u'\n');
        const QString link = linkOf(label);
        if (taker.link.isEmpty())
            taker.link = link;
        else if (link != taker.link)
            addLine(taker.description, link, u'\n');
    }
    void takeRemark(Diagram::Edge& edge, const Label& label) {
        addLine(edge.remark, label.description, u'\n');
        addLine(edge.remark, linkOf(label), u'\n');
    }
    static void addLine(QString& whole, const QString& line, QChar divider) {
        if (line.isEmpty())
            return;
        if (!whole.isEmpty())
            whole += divider;
        whole += line;
    }

    QString linkOf(const Label& label) {
        if (!label.link.startsWith(u"data:"_s))
            return label.link;
        // To a page of the same file, or an action of the viewer.
        losses_.pageLink(NotTaken::called(label.text, u"“”"_s), label.link);
        return {};
    }
    QString freeId(const QString& id) {
        const QString wanted = prefix_ + id;
        QString free = wanted;
        while (free.isEmpty() || used_.contains(free))
            free = wanted + u'~' + QString::number(++renamed_);
        used_.insert(free);
        return free;
    }

    void addRule(const QRectF& rect, const Style& style, const Item& item) {
        const QString direction = style.value(u"direction"_s);
        const bool upright = direction == u"north"_s || direction == u"south"_s;
        LooseLine line;
        line.points = upright ? QList<Point>{boardPoint({rect.center().x(), rect.top()}),
                                             boardPoint({rect.center().x(), rect.bottom()})}
                              : QList<Point>{boardPoint({rect.left(), rect.center().y()}),
                                             boardPoint({rect.right(), rect.center().y()})};
        line.arrow = false;
        fillLine(line, style, item);
        drawing_.lines << line;
    }
    /// A brace or an arrow beside things is drawn as it is, and joins nothing.
    bool addOrnament(const QRectF& rect, const Style& style, const Item& item) {
        const OrnamentLine line = ornamentLine(style, rect);
        if (line.points.isEmpty())
            return false;
        Node node;
        node.id = freeId({});
        node.type = NodeType::Stroke;
        node.tool = line.arrow ? StrokeTool::Arrow : StrokeTool::Line;
        node.parent = item.frame;
        node.group = item.group;
        node.locked = item.locked;
        node.colour = plainColour(style.value(u"strokeColor"_s));
        node.width = units(std::clamp(style.number(u"strokeWidth"_s, 1), 1.0, 100.0));
        for (const QPointF at : line.points)
            node.points << boardPoint(at);
        drawing_.nodes << node;
        return true;
    }
    void fillLine(LooseLine& line, const Style& style, const Item& item) const {
        line.above = drawing_.nodes.size();
        line.parent = item.frame;
        line.group = item.group;
        line.locked = item.locked;
        line.colour = plainColour(style.value(u"strokeColor"_s));
        line.width = units(std::clamp(style.number(u"strokeWidth"_s, 1), 1.0, 100.0));
    }

    // ---- connectors

    void visitEdge(qsizetype i, const Cell& found, const Style& style, Item& item) {
        LooseLine line;
        const Cell* written = carried_.written(found);
        const Cell cell = Carried::whole(found, written);
        Label label = labelOf(cell, style, page_, written);
        line.edge.label = label.text;
        if (written)
            line.edge.own = ownOf(carried_, cell, *written, page_);
        if (auto stroke = written ? ownStroke(line.edge.own, cell, *written, item.origin) : std::nullopt) {
            stroke->id = freeId(cell.id);
            stroke->parent = item.frame;
            drawing_.nodes << *stroke;
            return;
        }
        label.description = remarksOf(cell, style, written, line.edge.own);
        takeRemark(line.edge, label);
        const auto flow = attributesOf(cell).flow;
        if (flow && !(written && attributesOf(*written).flow == flow))
            line.edge.flow = flow;
        fillLine(line, style, item);
        line.edge.line = lineOf(style);
        for (const QPointF at : cell.geometry.points)
            line.edge.waypoints << boardPoint(item.origin + at);
        item.line = drawing_.lines.size();
        drawing_.lines << line;
        edges_ << i;
    }

    /// Ends may come after their connector in the file.
    void finishEdges() {
        for (const qsizetype i : std::as_const(edges_)) {
            const Cell& cell = page_.cells[i];
            const Item& item = items_[i];
            LooseLine& line = drawing_.lines[item.line];
            const Ends ends = endsOf(cell, item, line);
            const Style style(cell.style);
            const bool arrowShape = style.shape() == u"flexarrow"_s || style.shape() == u"arrow"_s;
            const QString startMark = style.value(u"startArrow"_s), endMark = style.value(u"endArrow"_s);
            const EndMark start = markOf(startMark, EndMark::None);
            const EndMark end = markOf(endMark, EndMark::Head);
            const QString name = NotTaken::link(ends.from, ends.to, line.edge.label);
            const bool turned = start > end; // by setDirection()
            line.edge.label = withEndLabels(line.edge.label, cardinalityOf(turned ? endMark : startMark),
                                            cardinalityOf(turned ? startMark : endMark));
            for (const QString& mark : {startMark, endMark}) {
                if (markOf(mark, EndMark::None) == EndMark::Ornament && cardinalityOf(mark).isEmpty())
                    losses_.endMarks(name, mark);
            }
            setDirection(line, start, arrowShape ? EndMark::Head : end);
            if (const Cell* written = carried_.written(cell); written && line.edge.own) {
                if (!turned)
                    readOwnWay(line.edge, cell, *written, item.origin, ends.source, ends.target);
                const QString colour = u"strokeColor"_s;
                if (style.value(colour) != Style(written->style).value(colour))
                    losses_.connectionColour(name);
            }
            const bool joins = !line.edge.source.isEmpty() && !line.edge.target.isEmpty();
            line.leftOut = ends.hidden || (!joins && line.points.size() < 2);
            if (ends.hidden)
                losses_.hiddenEnd(name);
            else if (line.leftOut)
                losses_.endless(name, ends.atLine);
            if (line.leftOut) {
                line = LooseLine();
                line.leftOut = true;
            }
        }
    }
    struct Ends {
        bool hidden = false; ///< one lies on a hidden layer: draw.io does not show it either
        bool atLine = false; ///< one is another connector
        QString from, to;    ///< what they are called
        Rect source, target; ///< empty: it is no box
    };
    Ends endsOf(const Cell& cell, const Item& item, LooseLine& line) const {
        Ends ends;
        const auto find = [&](const QString& id, const std::optional<QPointF>& loose, QString& name,
                              std::optional<Point>& at, Rect& rect, QString& called) {
            const qsizetype other = byId_.value(id, -1);
            if (other >= 0) {
                ends.hidden = ends.hidden || items_[other].hidden;
                ends.atLine = ends.atLine || items_[other].line >= 0;
                const Cell& end = page_.cells[other];
                called = NotTaken::called(labelOf(end, Style(end.style), page_).text);
            }
            if (other >= 0 && items_[other].node >= 0) {
                const Node& node = drawing_.nodes[items_[other].node];
                called = NotTaken::thing(node.id, node.title());
                name = node.id;
                rect = node.rect.value_or(Rect());
            } else if (loose) {
                at = boardPoint(item.origin + *loose);
            }
        };
        std::optional<Point> start, end;
        Rect from, to;
        find(cell.source, cell.geometry.start, line.edge.source, start, from, ends.from);
        find(cell.target, cell.geometry.end, line.edge.target, end, to, ends.to);
        ends.source = from;
        ends.target = to;
        if (!line.edge.source.isEmpty() && !line.edge.target.isEmpty())
            return ends;
        // One that hangs on something at one end only is drawn from its border on.
        const QList<Point>& corners = line.edge.waypoints;
        if (!start && !line.edge.source.isEmpty() && end)
            start = nearestIn(from, corners.isEmpty() ? *end : corners.first());
        if (!end && !line.edge.target.isEmpty() && start)
            end = nearestIn(to, corners.isEmpty() ? *start : corners.last());
        if (start && end) {
            line.points << *start;
            line.points += corners;
            line.points << *end;
        }
        return ends;
    }

    const Page& page_;
    const CellNames names_;
    const QString prefix_;
    const Carried& carried_;
    Losses& losses_;
    QList<Item> items_;
    QHash<QString, qsizetype> byId_;
    LooseDrawing drawing_;
    QList<qsizetype> edges_;
    QSet<QString> used_;
    qint64 renamed_ = 0;
    QString hiddenLayer_;    ///< around what is read; empty: it is seen
    qsizetype lastRow_ = -1; ///< in which something was written last
    int layers_ = 0;         ///< that are seen
    QStringList layerNames_;
};

} // namespace

LooseDrawing readPage(const Page& page, const QString& prefix, const Carried& carried, Losses& losses) {
    return PageReader(page, prefix, carried, losses).read();
}

} // namespace groundplan::drawio
