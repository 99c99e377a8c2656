#include "model/exchange/d2_reader.h"

#include "model/exchange/d2_objects.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/plain_colour.h"
#include "model/exchange/source_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using NodeType = Diagram::NodeType;

/// What Graphviz calls a shape of D2; empty: it says nothing about what is in it.
QString shapeOf(const QString& shape) {
    static const QHash<QString, QString> shapes{
        {u"cylinder"_s, u"cylinder"_s},    {u"queue"_s, u"cds"_s},
        {u"stored_data"_s, u"cylinder"_s}, {u"page"_s, u"note"_s},
        {u"document"_s, u"note"_s},        {u"parallelogram"_s, u"parallelogram"_s},
        {u"diamond"_s, u"diamond"_s},      {u"hexagon"_s, u"hexagon"_s},
        {u"oval"_s, u"ellipse"_s},         {u"circle"_s, u"circle"_s},
        {u"sql_table"_s, u"cylinder"_s},
    };
    return shapes.value(shape);
}

/// Objects and connections of a board as a diagram.
class D2Reader {
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    explicit D2Reader(d2::Board& board)
        : board_(board) {}

    Diagram read() {
        diagram_.notTaken = board_.notTaken();
        const d2::Looks& root = board_.root().looks;
        diagram_.leftToRight = root.direction == "right"_L1 || root.direction == "left"_L1;
        if (root.label)
            diagram_.title = board_.substituted(*root.label);
        if (root.shape == "sequence_diagram"_L1)
            diagram_.notTaken << tr("It is a sequence diagram: the order of its messages was left out.");
        readInside(board_.root(), {});
        for (const d2::Connection& connection : board_.connections())
            readConnection(connection);
        sayWhatIsLost();
        return diagram_;
    }

private:
    /// The looks of an object or connection with those of its classes where it says nothing itself.
    d2::Looks withClasses(const d2::Looks& own) const {
        d2::Looks looks = own;
        for (const QString& name : own.classes) {
            const d2::Looks* all = board_.classCalled(board_.substituted(name));
            if (!all)
                continue;
            for (auto field : {&d2::Looks::shape, &d2::Looks::icon, &d2::Looks::tooltip, &d2::Looks::link}) {
                if ((looks.*field).isEmpty())
                    looks.*field = all->*field;
            }
            if (!looks.label)
                looks.label = all->label;
            for (auto style = all->style.cbegin(); style != all->style.cend(); ++style) {
                if (!looks.style.contains(style.key()))
                    looks.style.insert(style.key(), style.value());
            }
        }
        return looks;
    }
    QString textOf(const d2::Looks& looks, const QString& otherwise) const {
        if (!looks.label)
            return otherwise;
        const QString text = board_.substituted(*looks.label);
        return looks.language.startsWith("md"_L1) || looks.language == "markdown"_L1
                   ? markuptext::fromMarkdown(text)
                   : text;
    }
    QString colourOf(const d2::Looks& looks) const {
        for (const QString& name : {u"fill"_s, u"stroke"_s}) {
            const QString colour = plainColour(board_.substituted(looks.style.value(name)));
            if (!colour.isEmpty())
                return colour;
        }
        return {};
    }

    // ---- shapes

    /// Goes down by hand: containers can be nested deeper than the stack is.
    void readInside(const d2::Object& outermost, const QString& outermostId) {
        struct Level {
            const d2::Object* object;
            QString id;
        };
        QList<Level> waiting{{&outermost, outermostId}};
        for (qsizetype at = 0; at < waiting.size(); ++at) {
            const Level around = waiting[at];
            for (const d2::Object* object : around.object->inside) {
                if (object->gone)
                    continue;
                const QString id = QString::number(diagram_.nodes.size());
                ids_.insert(object, id);
                readObject(*object, id, around.id);
                waiting.append({object, id});
            }
        }
    }
    void readObject(const d2::Object& object, const QString& id, const QString& parent) {
        const d2::Looks looks = withClasses(object.looks);
        const QString label = textOf(looks, object.key);
        const bool isText = looks.shape == "text"_L1 || looks.shape == "code"_L1 ||
                            (!looks.language.isEmpty() && looks.shape.isEmpty());
        if (isText && object.inside.isEmpty() && parent.isEmpty() && isTitle(object, looks) &&
            diagram_.title.isEmpty()) {
            diagram_.title = label.simplified();
            ids_.remove(&object);
            title_ = &object;
            return;
        }
        Diagram::Node node;
        node.id = id;
        node.parent = parent;
        node.label = label;
        node.name = object.key;
        node.type = !object.inside.isEmpty() ? NodeType::Frame : isText ? NodeType::Text : NodeType::Block;
        node.shape = shapeOf(looks.shape);
        node.colour = colourOf(looks);
        node.link = board_.substituted(looks.link);
        node.description = markuptext::fromMarkdown(board_.substituted(looks.tooltip)).trimmed();
        if (!looks.icon.isEmpty()) {
            node.hints << markuptext::iconHint(board_.substituted(looks.icon));
            ++icons_;
        }
        if (looks.shape.endsWith("person"_L1))
            node.hints << u"user"_s;
        node.hints << object.key << looks.classes;
        for (const QString& column : object.columns)
            node.description += (node.description.isEmpty() ? u""_s : u"\n"_s) + board_.substituted(column);
        if (looks.shape == "sequence_diagram"_L1)
            diagram_.notTaken << tr("“%1” is a sequence diagram: the order of its messages was left out.")
                                     .arg(label.simplified().left(40));
        places_ += looks.near.isEmpty() || node.type == NodeType::Text ? 0 : 1;
        diagram_.nodes.append(node);
    }
    /// Text above everything is how titles are written.
    static bool isTitle(const d2::Object& object, const d2::Looks& looks) {
        return looks.near == "top-center"_L1 ||
               (object.key.compare("title"_L1, Qt::CaseInsensitive) == 0 && !looks.near.isEmpty());
    }

    // ---- connections

    void readConnection(const d2::Connection& connection) {
        // What was set to null has taken its inside and its connections along.
        const auto isThere = [this](const d2::Object* end) { return end == title_ || ids_.contains(end); };
        if (connection.gone || !isThere(connection.source) || !isThere(connection.target))
            return;
        const d2::Looks looks = withClasses(connection.looks);
        Diagram::Edge edge;
        edge.source = ids_.value(connection.source);
        edge.target = ids_.value(connection.target);
        edge.label = textOf(looks, {});
        if (connection.arrow.toSource && !connection.arrow.toTarget)
            std::swap(edge.source, edge.target);
        edge.direction = connection.arrow.toSource && connection.arrow.toTarget   ? Direction::Both
                         : connection.arrow.toSource || connection.arrow.toTarget ? Direction::Forward
                                                                                  : Direction::None;
        constexpr int kThick = 4;
        if (looks.style.value(u"stroke-dash"_s).toDouble() > 0)
            edge.line = Diagram::Edge::Line::Dashed;
        else if (looks.style.value(u"stroke-width"_s).toInt() >= kThick)
            edge.line = Diagram::Edge::Line::Thick;
        colours_ += looks.style.contains(u"stroke"_s) ? 1 : 0;
        endLabels_ += int(looks.endLabels.size());
        const QString tooltip = looks.tooltip.isEmpty() ? looks.link : looks.tooltip;
        if (!tooltip.isEmpty())
            diagram_.notTaken << tr("The tooltip or link of a connection was left out: %1")
                                     .arg(tooltip.simplified().left(200));
        diagram_.edges.append(edge);
    }
    void sayWhatIsLost() {
        const auto say = [this](int count, const QString& sentence) {
            if (count > 0)
                diagram_.notTaken << sentence.arg(count);
        };
        say(icons_, tr("Icons were left out, blocks show those of their kinds: %1."));
        say(places_, tr("Places beside other shapes (near) were left out: %1."));
        say(endLabels_, tr("Labels at the ends of connections were left out: %1."));
        say(colours_, tr("Colours of connections were left out, the flow says theirs: %1."));
    }

    d2::Board& board_;
    Diagram diagram_;
    QHash<const d2::Object*, QString> ids_;
    const d2::Object* title_ = nullptr; ///< what has become the title of the whole
    int icons_ = 0;
    int places_ = 0;
    int endLabels_ = 0;
    int colours_ = 0;
};

} // namespace

Result<Diagram> readD2(const QString& text, const QString& sourceName, const std::atomic<bool>* cancelled) {
    const auto tr = [](const char* sentence) { return QCoreApplication::translate("Exchange", sentence); };
    const Result<QString> source = sourceText(text, sourceName, u"D2"_s);
    if (!source)
        return Failure(source.error());
    const QString& plain = *source;
    const Result<QList<d2::Entry>> entries = d2::parse(plain, sourceName, cancelled);
    if (!entries)
        return Failure(entries.error());
    d2::Board board;
    if (!board.take(*entries, cancelled)) {
        if (board.overLine() == 0)
            return fail(ErrorCode::Cancelled, tr("The import was cancelled."));
        return fail(
            ErrorCode::Unreadable,
            tr("%1 cannot be read as D2, line %2: there are more shapes or connections than can be read.")
                .arg(sourceName)
                .arg(board.overLine()));
    }
    Diagram diagram = D2Reader(board).read();
    if (diagram.nodes.isEmpty() && diagram.title.isEmpty())
        return fail(ErrorCode::Unreadable, tr("%1 holds no shapes of D2.").arg(sourceName));
    return diagram;
}

} // namespace groundplan
