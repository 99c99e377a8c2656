#include "model/exchange/loose_drawing.h"

#include "model/design/box_index.h"
#include "model/exchange/cylinders.h"
#include "model/exchange/dots.h"
#include "model/exchange/drawn_icons.h"
#include "model/exchange/frame_titles.h"
#include "model/exchange/frames_of_file.h"
#include "model/exchange/icon_labels.h"
#include "model/exchange/idle_marks.h"
#include "model/exchange/legend.h"
#include "model/exchange/line_labels.h"
#include "model/exchange/lost_dashes.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/places_in_drawing.h"
#include "model/exchange/step_numbers.h"
#include "model/exchange/stick_figures.h"
#include "model/exchange/touched_things.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using namespace indrawing;
using Node = Diagram::Node;
using NodeType = Diagram::NodeType;

/// So much of a text or line lies within the box that holds it.
constexpr double kMostly = 0.7;

/// What cannot hold others: a big diamond around boxes would be no frame.
bool isOutline(const QString& shape) {
    return shape == u"diamond"_s || shape == u"triangle"_s || shape == u"ellipse"_s ||
           shape == u"doublecircle"_s;
}

class Structure {
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    explicit Structure(LooseDrawing drawing)
        : nodes_(std::move(drawing.nodes))
        , lines_(std::move(drawing.lines))
        , seeThrough_(std::move(drawing.seeThrough))
        , prefix_(std::move(drawing.prefix)) {}

    Diagram make() {
        for (qsizetype i = 0; i < nodes_.size(); ++i)
            byId_.insert(nodes_[i].id, i);
        holders_.fill(-1, nodes_.size());
        absorbed_.fill(false, nodes_.size());
        linked_.fill(false, nodes_.size());
        for (const LooseLine& line : std::as_const(lines_)) {
            noteLink(line.edge.source);
            noteLink(line.edge.target);
        }
        for (const auto& [lid, box] : joinCylinders(nodes_, lines_))
            absorb(lid, box);
        findHolders();
        readEmblems();
        nameIcons();
        readBoxes();
        joinEnds();
        labelLines();
        leadThroughDots();
        titleFrames();
        return assemble();
    }

private:
    Rect rectOf(qsizetype i) const { return nodes_[i].rect.value_or(Rect()); }
    void noteLink(const QString& id) {
        if (const auto at = byId_.constFind(id); at != byId_.cend())
            linked_[*at] = true;
    }

    // ---- what lies upon what

    void findHolders() {
        BoxIndex boxes;
        for (qsizetype i = 0; i < nodes_.size(); ++i) {
            const bool holds = nodes_[i].type == NodeType::Block || nodes_[i].type == NodeType::Frame;
            if (holds && nodes_[i].rect && !nodes_[i].exact)
                boxes.add(i, *nodes_[i].rect);
        }
        for (qsizetype i = 0; i < nodes_.size(); ++i) {
            const Node& node = nodes_[i];
            const Rect place = node.type == NodeType::Stroke ? spanOf(node.points) : rectOf(i);
            if (place.isEmpty())
                continue;
            // Letters run over their box, and lines too; other things stand on its border.
            const bool loose = node.type == NodeType::Text || node.type == NodeType::Stroke;
            const auto [holder, around] = holderOf(boxes, place, node.parent, i, loose ? kMostly : 0.98);
            holders_[i] = holder;
            if (holder >= 0)
                held_[holder] << i;
            if (around >= 0 && !loose)
                guests_[around] << i;
        }
        lineHolders_.reserve(lines_.size());
        for (qsizetype l = 0; l < lines_.size(); ++l) {
            const LooseLine& line = lines_[l];
            lineHolders_ << holderOf(boxes, spanOf(line.points), line.parent, line.above, kMostly).same;
            if (lineHolders_[l] >= 0 && line.edge.source.isEmpty() && line.edge.target.isEmpty())
                heldLines_[lineHolders_[l]] << l;
        }
    }
    struct Holder {
        qsizetype same = -1;  ///< with the same parent
        qsizetype other = -1; ///< a box with another
    };
    /// The smallest boxes that at least that part of `place` lies in and that do not hide it, `at` being how
    /// many nodes lie below it; -1: none.
    Holder holderOf(const BoxIndex& boxes, const Rect& place, const QString& parent, qsizetype at,
                    double part) const {
        Holder holder;
        if (place.isEmpty())
            return holder;
        boxes.at(place.center(), [&](qsizetype box, const Rect& rect) {
            const Node& candidate = nodes_[box];
            const bool same = candidate.parent == parent;
            if ((!same && candidate.type == NodeType::Frame) || areaOf(rect) <= areaOf(place) ||
                (box > at && covers(candidate)) || shareWithin(place, rect) < part)
                return;
            qsizetype& found = same ? holder.same : holder.other;
            if (found < 0 || areaOf(rect) <= areaOf(rectOf(found)))
                found = box;
        });
        return holder;
    }

    /// Whether what was drawn before cannot be seen below it; a frame lies behind all, whenever it was drawn.
    bool covers(const Node& node) const {
        return node.type == NodeType::Block && node.filled && !seeThrough_.contains(node.id);
    }

    // ---- icons

    bool isWordlessIcon(qsizetype i) const {
        const Node& node = nodes_[i];
        const bool icon = node.type == NodeType::Block && !node.hints.isEmpty();
        const bool picture = node.type == NodeType::Image || !node.picture.isEmpty();
        return node.label.isEmpty() && node.rect && !node.exact && !absorbed_[i] &&
               (icon || (picture && linked_[i]));
    }
    /// A box with one icon in it that nothing is linked to, and with words, is one thing.
    void readEmblems() {
        for (auto held = held_.cbegin(); held != held_.cend(); ++held) {
            constexpr double kMostTimes = 16; // larger ones hold it
            const qsizetype box = held.key();
            qsizetype icon = -1, others = 0, texts = 0;
            for (const qsizetype i : held.value()) {
                if (nodes_[i].type == NodeType::Text)
                    ++texts;
                else if (icon < 0 && isWordlessIcon(i) && nodes_[i].type == NodeType::Block && !linked_[i])
                    icon = i;
                else
                    ++others;
            }
            Node& node = nodes_[box];
            if (icon < 0 || others > 0 || texts > 2 || (texts == 0 && node.label.isEmpty()) ||
                node.type != NodeType::Block || areaOf(rectOf(box)) > kMostTimes * areaOf(rectOf(icon)))
                continue;
            node.hints << nodes_[icon].hints;
            absorb(icon, box);
        }
    }
    /// What stands beside a wordless icon in a text of its own is what it is called.
    void nameIcons() {
        const QHash<qsizetype, Ornaments> drawn = drawnIcons(nodes_, lines_, linked_);
        QList<std::pair<qsizetype, qsizetype>> pairs;
        QList<qsizetype> icons, texts;
        for (qsizetype i = 0; i < nodes_.size(); ++i) {
            constexpr qsizetype kLongest = 80;
            const Node& node = nodes_[i];
            if (drawn.contains(i) && drawn[i].caption >= 0)
                pairs << std::pair(i, drawn[i].caption);
            else if (isWordlessIcon(i) || drawn.contains(i))
                icons << i;
            else if (node.type == NodeType::Text && node.rect && !node.exact && !absorbed_[i] &&
                     node.label.size() <= kLongest)
                texts << i;
        }
        pairs += iconLabels(nodes_, icons, texts, holders_, lines_);
        for (const auto& [icon, text] : std::as_const(pairs)) {
            if (absorbed_[text])
                continue;
            Node& node = nodes_[icon];
            node.type = NodeType::Block;
            node.label = nodes_[text].label;
            absorb(text, icon);
            if (drawn.contains(icon)) {
                lost_.add(tr("Ornaments within blocks were left out: %1."),
                          NotTaken::thing(node.id, node.label));
                dropOrnaments(drawn[icon], absorbed_, lines_);
            }
        }
    }

    // ---- boxes

    /// From the smallest to the largest, so that what a box holds is known before the box.
    void readBoxes() {
        QList<qsizetype> order = held_.keys();
        for (auto box = guests_.cbegin(); box != guests_.cend(); ++box) {
            if (!held_.contains(box.key()))
                order << box.key();
        }
        std::sort(order.begin(), order.end(), [this](qsizetype a, qsizetype b) {
            const double first = areaOf(rectOf(a)), second = areaOf(rectOf(b));
            return first != second ? first < second : a > b;
        });
        for (const qsizetype box : std::as_const(order))
            readBox(box);
    }
    bool isReal(qsizetype i) const {
        const Node& node = nodes_[i];
        if (node.type == NodeType::Frame || node.type == NodeType::Sticky)
            return true;
        if (isStep(i))
            return false;
        return node.type == NodeType::Block && (!node.label.isEmpty() || linked_[i] || !node.hints.isEmpty());
    }
    bool isStep(qsizetype i) const { return !linked_[i] && isStepNumber(nodes_[i]); }
    void readBox(qsizetype box) {
        QList<qsizetype> texts;
        QList<qsizetype> real;
        const QList<qsizetype>& held = held_[box];
        // Where arrows lead from words to words, those are things.
        const auto isEnd = [this](qsizetype i) { return nodes_[i].type == NodeType::Text && linked_[i]; };
        const bool things = std::count_if(held.begin(), held.end(), isEnd) > 1;
        for (const qsizetype i : held) {
            if (absorbed_[i])
                continue;
            if (nodes_[i].type == NodeType::Text && !(things && isEnd(i)))
                texts << i;
            else if (nodes_[i].type == NodeType::Text || isReal(i))
                real << i;
        }
        for (const qsizetype i : guests_.value(box)) {
            if (!absorbed_[i] && isReal(i))
                real << i;
        }
        Node& node = nodes_[box];
        const std::optional<Rect> samples = real.isEmpty() ? samplesIn(box, texts) : std::nullopt;
        if (node.type == NodeType::Frame)
            return;
        if ((real.isEmpty() && !samples) || isOutline(node.shape)) {
            takeTexts(box, texts);
            return;
        }
        node.type = NodeType::Frame;
        Coord first = samples ? samples->top() : kMaxCoord;
        Coord last = samples ? samples->bottom() : rectOf(box).top();
        for (const qsizetype i : std::as_const(real)) {
            first = std::min(first, rectOf(i).top());
            last = std::max(last, rectOf(i).bottom());
        }
        if (node.label.isEmpty())
            takeTitle(box, texts, first);
        if (node.label.isEmpty())
            untitled_ << UntitledFrame{box, rectOf(box), last, node.parent, holders_[box]};
    }
    /// What the signs of a legend and the texts beside them cover; nothing: the box is none.
    std::optional<Rect> samplesIn(qsizetype box, const QList<qsizetype>& texts) {
        const QList<qsizetype> lines = heldLines_.value(box);
        QList<Rect> samples, words;
        for (const qsizetype line : lines)
            samples << spanOf(lines_[line].points);
        for (const qsizetype i : std::as_const(held_[box])) {
            if (nodes_[i].type == NodeType::Stroke)
                samples << spanOf(nodes_[i].points);
            else if (nodes_[i].type != NodeType::Text && !absorbed_[i])
                samples << rectOf(i);
        }
        for (const qsizetype text : texts)
            words << rectOf(text);
        if (!isLegend(samples, words, looks_))
            return {};
        Rect all = samples.first();
        for (const Rect& sample : std::as_const(samples))
            all = all.united(sample);
        for (const Rect& word : std::as_const(words)) {
            if (word.bottom() > all.top()) // not the title
                all = all.united(word);
        }
        samples_.unite({lines.begin(), lines.end()});
        return all;
    }
    void absorb(qsizetype text, qsizetype box) {
        absorbed_[text] = true;
        instead_.insert(nodes_[text].id, nodes_[box].id);
        linked_[box] = linked_[box] || linked_[text];
        Node& node = nodes_[box];
        if (node.link.isEmpty())
            node.link = nodes_[text].link;
        else if (nodes_[text].link != node.link)
            markuptext::addLine(node.description, nodes_[text].link);
        if (!nodes_[text].description.isEmpty())
            markuptext::addLine(node.description, nodes_[text].description);
    }
    void takeTexts(qsizetype box, QList<qsizetype> texts) {
        std::sort(texts.begin(), texts.end(), [this](qsizetype a, qsizetype b) {
            const Rect first = rectOf(a), second = rectOf(b);
            return std::pair(first.y, first.x) < std::pair(second.y, second.x);
        });
        Node& node = nodes_[box];
        for (const qsizetype text : std::as_const(texts)) {
            if (!node.label.isEmpty())
                node.label += u'\n';
            node.label += nodes_[text].label;
            absorb(text, box);
        }
    }
    /// The text that stands above all that is in the frame.
    void takeTitle(qsizetype box, const QList<qsizetype>& texts, Coord first) {
        qsizetype title = -1;
        for (const qsizetype text : texts) {
            if (rectOf(text).center().y <= first && (title < 0 || rectOf(text).y < rectOf(title).y))
                title = text;
        }
        if (title < 0)
            return;
        nodes_[box].label = nodes_[title].label;
        absorb(title, box);
    }

    // ---- what lines join

    void joinEnds() {
        const TouchedThings touched(nodes_, absorbed_);
        for (qsizetype l = 0; l < lines_.size(); ++l) {
            LooseLine& line = lines_[l];
            follow(line.edge.source);
            follow(line.edge.target);
            if (samples_.contains(l) || line.points.size() < 2 ||
                (!line.edge.source.isEmpty() && !line.edge.target.isEmpty()))
                continue;
            const QString source =
                line.edge.source.isEmpty() ? touched.at(line.points.first(), line) : line.edge.source;
            const QString target =
                line.edge.target.isEmpty() ? touched.at(line.points.last(), line) : line.edge.target;
            // Within one thing it is drawn upon it.
            if (source == target)
                continue;
            if ((source.isEmpty() || target.isEmpty()))
                continue;
            line.edge.source = source;
            line.edge.target = target;
            noteLink(source);
            noteLink(target);
        }
    }
    void follow(QString& id) const {
        if (const auto other = instead_.constFind(id); other != instead_.cend())
            id = *other;
        // At a stroke nothing can end; perhaps there is something below it.
        const auto at = byId_.constFind(id);
        if (at == byId_.cend() || nodes_[*at].type == NodeType::Stroke)
            id.clear();
    }
    // ---- texts upon lines

    void labelLines() {
        QList<qsizetype> texts;
        for (qsizetype i = 0; i < nodes_.size(); ++i) {
            constexpr qsizetype kLongest = 60;
            if (isFreeText(i) && nodes_[i].link.isEmpty() && nodes_[i].label.size() <= kLongest)
                texts << i;
        }
        const QHash<qsizetype, qsizetype> labels = lineLabels(nodes_, texts, lines_);
        for (auto label = labels.cbegin(); label != labels.cend(); ++label) {
            lines_[label.key()].edge.label = nodes_[label.value()].label;
            absorbed_[label.value()] = true;
        }
    }
    void leadThroughDots() {
        const Dots dots = groundplan::leadThroughDots(nodes_, absorbed_, lines_, lost_);
        for (const qsizetype i : dots.gone)
            absorbed_[i] = true;
        for (const qsizetype i : dots.drawn)
            linked_[i] = false;
        QList<qsizetype> holders;
        for (const qsizetype line : dots.lines)
            holders << lineHolders_[line];
        lineHolders_ = holders;
    }
    /// Names of frames that stand elsewhere than above all inside.
    void titleFrames() {
        QList<FreeText> texts;
        for (qsizetype i = 0; i < nodes_.size(); ++i) {
            constexpr qsizetype kLongest = 40;
            const Node& node = nodes_[i];
            if (isFreeText(i) && node.label.size() <= kLongest && !node.label.contains(u'\n'))
                texts << FreeText{i, *node.rect, node.parent, holders_[i]};
        }
        for (const auto& [frame, text] : frameTitles(untitled_, texts)) {
            nodes_[frame].label = nodes_[text].label;
            absorb(text, frame);
        }
    }
    bool isFreeText(qsizetype i) const {
        const Node& node = nodes_[i];
        return node.type == NodeType::Text && node.rect && !node.exact && !absorbed_[i] && !linked_[i];
    }

    // ---- the end

    Diagram assemble() {
        Diagram diagram;
        noteLostDashes(lines_, nodes_, lost_);
        diagram.notTaken = lost_;
        setParents();
        std::stable_sort(lines_.begin(), lines_.end(),
                         [](const LooseLine& a, const LooseLine& b) { return a.above < b.above; });
        qsizetype next = 0;
        const auto takeLines = [&](qsizetype above) {
            for (; next < lines_.size() && lines_[next].above <= above; ++next) {
                lines_[next].edge.colour = lines_[next].colour;
                if (lines_[next].joins())
                    diagram.edges << lines_[next].edge;
                else
                    drawLine(lines_[next], diagram);
            }
        };
        for (qsizetype i = 0; i < nodes_.size(); ++i) {
            takeLines(i);
            if (absorbed_[i])
                continue;
            if (isStep(i)) {
                diagram.nodes << drawnStep(nodes_[i]);
                continue;
            }
            makePlain(i);
            diagram.nodes << nodes_[i];
        }
        takeLines(std::numeric_limits<qsizetype>::max());
        dropWhatTellsNothing(diagram);
        return diagram;
    }
    /// What lies in a box that is no frame lies in the frame around that.
    void setParents() {
        QList<qsizetype> order(nodes_.size());
        std::iota(order.begin(), order.end(), 0);
        // What holds another is larger: its frame is known before.
        std::stable_sort(order.begin(), order.end(),
                         [this](qsizetype a, qsizetype b) { return areaOf(rectOf(a)) > areaOf(rectOf(b)); });
        QList<qsizetype> frames(nodes_.size(), -1);
        for (const qsizetype i : std::as_const(order)) {
            const qsizetype holder = holders_[i];
            if (holder < 0)
                continue;
            frames[i] = nodes_[holder].type == NodeType::Frame ? holder : frames[holder];
            if (frames[i] >= 0)
                nodes_[i].parent = nodes_[frames[i]].id;
        }
        for (qsizetype l = 0; l < lines_.size(); ++l) {
            const qsizetype holder = lineHolders_[l];
            if (holder < 0)
                continue;
            const qsizetype frame = nodes_[holder].type == NodeType::Frame ? holder : frames[holder];
            if (frame >= 0)
                lines_[l].parent = nodes_[frame].id;
        }
    }
    void makePlain(qsizetype i) {
        Node& node = nodes_[i];
        const bool said = !node.label.isEmpty() || !node.hints.isEmpty() || !node.description.isEmpty() ||
                          !node.link.isEmpty() || linked_[i];
        if (node.type != NodeType::Block || node.exact)
            return;
        // A shape of a library that nobody has labelled is known by its picture.
        if (node.label.isEmpty() && !node.hints.isEmpty()) {
            node.label = node.hints.first();
            node.label[0] = node.label[0].toUpper();
            node.calledByIcon = true;
        }
        if (said)
            return;
        node.type = isRound(node) ? NodeType::Ellipse : NodeType::Rectangle;
    }
    void drawLine(const LooseLine& line, Diagram& diagram) {
        if (line.points.size() < 2) {
            if (!line.leftOut)
                diagram.notTaken.add(
                    tr("The line %1 was left out: it joins nothing, and where it was drawn is "
                       "not said.")
                        .arg(nameOf(line)));
            return;
        }
        if (!line.edge.remark.isEmpty())
            diagram.notTaken.add(
                tr("What was noted at the line %1 was left out, because it joins nothing: %2")
                    .arg(nameOf(line), NotTaken::quoted(line.edge.remark)));
        Node stroke;
        do {
            stroke.id = prefix_ + u"line-%1"_s.arg(++drawn_);
        } while (byId_.contains(stroke.id));
        stroke.type = NodeType::Stroke;
        stroke.tool = line.arrow ? StrokeTool::Arrow : StrokeTool::Line;
        stroke.parent = line.parent;
        stroke.group = line.group;
        stroke.colour = line.colour;
        stroke.width = line.width;
        stroke.locked = line.locked;
        stroke.points = line.points;
        const qsizetype last = stroke.points.size() - 1;
        leave(rectOf(line.edge.source), stroke.points[0], stroke.points.at(1));
        leave(rectOf(line.edge.target), stroke.points[last], stroke.points.at(last - 1));
        diagram.nodes << stroke;
        if (!line.edge.source.isEmpty() || !line.edge.target.isEmpty()) // a connection where it was drawn
            diagram.notTaken.add(tr("Lines that end at nothing became drawn ones: %1."), nameOf(line));
        if (line.edge.label.isEmpty())
            return;
        // What was written on it stands beside it: no field parts a drawing's words from its line.
        Node text;
        text.id = stroke.id + u"-label"_s;
        text.type = NodeType::Text;
        text.label = line.edge.label;
        text.parent = line.parent;
        text.group = line.group;
        constexpr Coord kGap = 4 * kUnitsPerPoint;
        const Point middle = pointAt(stroke.points, 0.5);
        const Point way = stroke.points.constLast() - stroke.points.constFirst();
        const bool level = std::abs(way.x) >= std::abs(way.y);
        text.heldAcross = level ? 0.5 : 0;
        text.heldDown = level ? 1 : 0.5;
        text.rect = level ? Rect{middle.x - 200, middle.y - 160 - kGap, 400, 160}
                          : Rect{middle.x + kGap, middle.y - 80, 400, 160};
        diagram.nodes << text;
    }

    std::optional<Rect> rectOf(const QString& id) const {
        const auto at = byId_.constFind(id);
        return at == byId_.cend() ? std::nullopt : nodes_[*at].rect;
    }
    QString calledAt(const QString& id) const {
        const auto at = byId_.constFind(id);
        return at == byId_.cend() ? QString() : NotTaken::thing(id, nodes_[*at].title());
    }
    QString nameOf(const LooseLine& line) const {
        return NotTaken::link(calledAt(line.edge.source), calledAt(line.edge.target), line.edge.label);
    }

    QList<Node> nodes_;
    QList<LooseLine> lines_;
    QSet<QString> seeThrough_;
    const QString prefix_;
    QHash<QString, qsizetype> byId_;
    QList<qsizetype> holders_;     ///< of each node the smallest box that it lies upon; -1: none
    QList<qsizetype> lineHolders_; ///< of each line, in the order of the file
    QHash<qsizetype, QList<qsizetype>> held_;
    QHash<qsizetype, QList<qsizetype>> heldLines_; ///< that are linked to nothing
    QSet<qsizetype> samples_;                      ///< lines of legends, which join nothing
    /// By the same, things of other frames across whose borders it was drawn: it is a frame beside theirs,
    /// since as a block it would hide them.
    QHash<qsizetype, QList<qsizetype>> guests_;
    QList<UntitledFrame> untitled_;
    QList<bool> absorbed_; ///< became a part of something else
    QList<bool> linked_;
    QHash<QString, QString> instead_; ///< what stands for a node that was absorbed
    NotTaken lost_;
    int drawn_ = 0;
    qint64 looks_ = 20'000'000; ///< at signs and words of legends, that are left
};

} // namespace

void setDirection(LooseLine& line, EndMark start, EndMark end) {
    line.arrow = start != end || end == EndMark::Head;
    if (start == end)
        line.edge.direction = end == EndMark::Head ? Direction::Both : Direction::None;
    if (start <= end)
        return;
    std::swap(line.edge.source, line.edge.target);
    std::reverse(line.edge.waypoints.begin(), line.edge.waypoints.end());
    std::reverse(line.points.begin(), line.points.end());
}

Diagram structured(LooseDrawing drawing) {
    joinStickFigures(drawing);
    enterFrames(drawing);
    return Structure(std::move(drawing)).make();
}

} // namespace groundplan
