#include "model/exchange/mermaid_writer.h"

#include "model/design/shown_technology.h"
#include "model/exchange/mermaid_own.h"
#include "model/exchange/mermaid_text.h"

#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

struct Outline {
    const char* left;
    const char* right;
};
/// What looks most like a Graphviz shape.
Outline outlineOf(const QString& shape) {
    static const QMap<QString, Outline> outlines{
        {u"cylinder"_s, {"[(", ")]"}},
        {u"ellipse"_s, {"([", "])"}},
        {u"egg"_s, {"([", "])"}},
        {u"circle"_s, {"((", "))"}},
        {u"doublecircle"_s, {"(((", ")))"}},
        {u"component"_s, {"[[", "]]"}},
        {u"box3d"_s, {"[[", "]]"}},
        {u"hexagon"_s, {"{{", "}}"}},
        {u"octagon"_s, {"{{", "}}"}},
        {u"diamond"_s, {"{", "}"}},
        {u"Mdiamond"_s, {"{", "}"}},
        {u"parallelogram"_s, {"[/", "/]"}},
        {u"trapezium"_s, {"[/", "\\]"}},
        {u"invtrapezium"_s, {"[\\", "/]"}},
        {u"cds"_s, {">", "]"}},
        {u"rarrow"_s, {">", "]"}},
        {u"folder"_s, {"[", "]"}},
        {u"tab"_s, {"[", "]"}},
        {u"note"_s, {"[", "]"}},
        {u"square"_s, {"[", "]"}},
    };
    return outlines.value(shape, {"(", ")"});
}

class Writer {
public:
    Writer(const Design& design, const Catalogue& catalogue)
        : design_(design)
        , catalogue_(catalogue) {
        for (const Element* element : design.elements.sorted()) {
            if (design.blocks.contains(element->id) || design.frames.contains(element->id))
                children_[element->parent].append(element->id);
        }
        for (const Connection& connection : design.connections) {
            if (connection.source == connection.target)
                loops_.insert(connection.source);
        }
    }

    QByteArray write() {
        if (const QString title = design_.board.title.simplified(); !title.isEmpty())
            text_ = "---\ntitle: " + mermaidtext::yaml(title) + "\n---\n";
        text_ += "flowchart LR\n";
        writeInside({}, "    ");
        writeConnections();
        writeColours();
        writeLinks();
        return text_;
    }

private:
    QByteArray idOf(ElementId id) const { return mermaidtext::id(design_.nameOf(id), id); }

    void writeLine(const QByteArray& indent, const QByteArray& line) { text_ += indent + line + '\n'; }

    void writeInside(ElementId frame, const QByteArray& indent) {
        for (const ElementId id : children_.value(frame)) {
            if (const Block* block = design_.blocks.find(id)) {
                writeBlock(*block, indent);
            } else if (const Frame* inner = design_.frames.find(id)) {
                const QByteArray name = idOf(id);
                frames_.append(name);
                takeColour(name, inner->colour);
                // Mermaid cannot lead a link from a subgraph without nodes back to it: as a node it looks the
                // same.
                if (loops_.contains(id) && !children_.contains(id)) {
                    writeLine(indent, name + '[' + label(name, design_.captionOf(id), inner->remark) + ']');
                    continue;
                }
                writeLine(indent,
                          "subgraph " + name + '[' + label(name, design_.captionOf(id), inner->remark) + ']');
                writeInside(id, indent + "    ");
                writeLine(indent, "end");
            }
        }
    }

    void writeBlock(const Block& block, const QByteArray& indent) {
        const Kind* kind = catalogue_.kind(block.kind);
        const Outline outline = outlineOf(kind ? kind->dotShape : QString());
        const QByteArray name = idOf(block.id);
        const QString technology = showsTechnology(block) ? block.technology : QString();
        writeLine(indent,
                  name + outline.left + label(name, design_.captionOf(block.id), technology) + outline.right);
        takeColour(name, block.colour);
        if (kind)
            members_[kind->name].append(name);
    }

    void takeColour(const QByteArray& name, const QString& colour) {
        if (!colour.isEmpty())
            coloured_.append("style " + name + " fill:" + colour.toUtf8() + "22,stroke:" + colour.toUtf8());
    }

    static QByteArray label(const QByteArray& name, const QString& first, const QString& second) {
        return mermaidtext::label(second.isEmpty() ? first : first + u'\n' + second, name);
    }

    void writeConnections() {
        int number = 0;
        for (const Element* element : design_.elements.sorted()) {
            const Connection* connection = design_.connections.find(element->id);
            if (!connection)
                continue;
            const mermaid::FlowLine& line = mermaid::lineOf(connection->flow);
            QByteArray arrow = connection->direction == Direction::None ? line.line : line.head;
            if (connection->direction == Direction::Both)
                arrow.prepend('<');
            const QByteArray source = idOf(connection->source);
            const QByteArray target = idOf(connection->target);
            if (!connection->label.isEmpty())
                arrow += '|' + mermaidtext::label(connection->label, source + target) + '|';
            writeLine("    ", source + ' ' + arrow + ' ' + target);
            if (*line.style)
                styled_[line.style].append(QByteArray::number(number));
            ++number;
        }
        for (std::size_t i = 0; i < wordCount<Flow>(); ++i) {
            const char* style = mermaid::lineOf(Flow(i)).style;
            if (const auto numbers = styled_.value(style); !numbers.isEmpty())
                writeLine("    ", "linkStyle " + numbers.join(',') + ' ' + style);
        }
    }

    void writeColours() {
        for (const KindGroup& group : catalogue_.groups()) {
            QByteArrayList classes, lines;
            for (const Kind& kind : catalogue_.kinds()) {
                const QByteArrayList members = members_.value(kind.name);
                if (kind.group != group.name || members.isEmpty())
                    continue;
                classes << mermaid::classOf(kind.name);
                lines << "class " + members.join(',') + ' ' + classes.constLast();
            }
            if (classes.isEmpty())
                continue;
            writeLine("    ", "classDef " + classes.join(',') + " fill:" + group.tint.toUtf8() +
                                  ",stroke:" + group.strong.toUtf8() + ",color:#1b1f27");
            for (const QByteArray& line : std::as_const(lines))
                writeLine("    ", line);
        }
        if (!frames_.isEmpty()) {
            const QByteArray name = mermaid::kFrames;
            writeLine("    ", "classDef " + name + " fill:#f2f4f7,stroke:#8a94a6,color:#475569");
            writeLine("    ", "class " + frames_.join(',') + ' ' + name);
        }
        for (const QByteArray& line : std::as_const(coloured_))
            writeLine("    ", line);
    }

    void writeLinks() {
        for (const Element* element : design_.elements.sorted()) {
            const Block* block = design_.blocks.find(element->id);
            const QByteArray link = block ? mermaidtext::link(block->link) : QByteArray();
            if (!link.isEmpty())
                writeLine("    ", "click " + idOf(block->id) + " href \"" + link + "\" _blank");
        }
    }

    const Design& design_;
    const Catalogue& catalogue_;
    QHash<ElementId, QList<ElementId>> children_; ///< back to front
    QSet<ElementId> loops_;                       ///< what is connected to itself
    QMap<QString, QByteArrayList> members_;       ///< by kind
    QMap<QByteArray, QByteArrayList> styled_;     ///< numbers of connections by their style
    QByteArrayList coloured_, frames_;
    QByteArray text_;
};

} // namespace

QByteArray writeMermaid(const Design& design, const Catalogue& catalogue) {
    return Writer(design, catalogue).write();
}

MermaidSize mermaidSize(const Design& design, const QByteArray& written) {
    return {design.connections.size(), QString::fromUtf8(written).size()};
}

} // namespace groundplan
