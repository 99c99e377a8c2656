#include "model/exchange/d2_reader.h"

#include "model/design/end_labels.h"
#include "model/exchange/d2_objects.h"
#include "model/exchange/exchange_limits.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/plain_colour.h"
#include "model/exchange/source_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

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
        lost_ = board_.notTaken();
        const d2::Looks& root = board_.root().looks;
        diagram_.leftToRight = root.direction == "right"_L1 || root.direction == "left"_L1;
        if (root.label)
            diagram_.setTitle(board_.substituted(*root.label));
        addToBoard(root, {});
        if (root.shape == "sequence_diagram"_L1)
            lost_.add(tr("It is a sequence diagram: the order of its messages was left out."));
        if (!root.style.isEmpty())
            lost_.add(tr("The looks of the whole drawing were left out: %1.").arg(keysOf(root.style)));
        d2::Looks grid;
        grid.layout = root.layout;
        sayWhatIsLost(grid, tr("the whole drawing"));
        readInside(board_.root(), {});
        for (const d2::Connection& connection : board_.connections())
            readConnection(connection);
        diagram_.notTaken = lost_;
        return diagram_;
    }

private:
    /// The looks of an object or connection with those of its classes where it says nothing itself.
    d2::Looks withClasses(const d2::Looks& own) {
        d2::Looks looks = own;
        unknown_.clear();
        for (const QString& name : own.classes) {
            const d2::Looks* all = board_.classCalled(board_.substituted(name));
            if (!all) {
                unknown_ << name;
                continue;
            }
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
            for (auto value = all->layout.cbegin(); value != all->layout.cend(); ++value) {
                if (!looks.layout.contains(value.key()))
                    looks.layout.insert(value.key(), value.value());
            }
        }
        return looks;
    }
    QString textOf(const d2::Looks& looks, const QString& otherwise, markuptext::Besides* besides = nullptr) {
        if (!looks.label)
            return otherwise;
        const QString text = board_.substituted(*looks.label);
        if (text.contains("${"_L1))
            lost_.add(tr("A variable that the file does not hold stays as it is written: %1.")
                          .arg(NotTaken::quoted(text)));
        return looks.language.startsWith("md"_L1) || looks.language == "markdown"_L1
                   ? markuptext::fromMarkdown(text, besides)
                   : text;
    }
    /// Everything of a class shares its tooltip, which is read once, and said within a bound.
    QString tooltipOf(const d2::Looks& looks, const QString& name, markuptext::Besides& besides) {
        if (looks.tooltip.isEmpty())
            return {};
        if (looks.tooltip != tooltip_.written) {
            tooltip_.written = looks.tooltip;
            tooltip_.besides = {};
            tooltip_.text =
                markuptext::fromMarkdown(board_.substituted(looks.tooltip), &tooltip_.besides).trimmed();
        }
        constexpr qsizetype kMostSaid = 16'000'000; // characters
        if (said_ > kMostSaid) {
            lost_.add(tr("Tooltips beyond the first %1 million characters were left out: %2.")
                          .arg(kMostSaid / 1'000'000),
                      name);
            return {};
        }
        said_ += tooltip_.text.size() + tooltip_.besides.links.join(QString()).size();
        besides.links << tooltip_.besides.links;
        besides.pictures += tooltip_.besides.pictures;
        return tooltip_.text;
    }
    void addToBoard(const d2::Looks& looks, markuptext::Besides besides) {
        QStringList texts{tooltipOf(looks, tr("the whole drawing"), besides), board_.substituted(looks.link)};
        texts << besides.links;
        for (const QString& text : std::as_const(texts)) {
            if (!text.isEmpty())
                markuptext::addLine(diagram_.remark, text);
        }
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
                if (readObject(*object, id, around.id))
                    waiting.append({object, id});
            }
        }
    }
    /// Whether what is in it are shapes of their own.
    bool readObject(const d2::Object& object, const QString& id, const QString& parent) {
        const d2::Looks looks = withClasses(object.looks);
        markuptext::Besides besides;
        const QString label = textOf(looks, object.key, &besides);
        const QString name = NotTaken::thing(id, label, NotTaken::called(object.key));
        const bool isTable = looks.shape == "sql_table"_L1 || looks.shape == "class"_L1;
        const bool isFrame = !object.inside.isEmpty() && !isTable;
        const bool isText = looks.shape == "text"_L1 || looks.shape == "code"_L1 ||
                            (!looks.language.isEmpty() && looks.shape.isEmpty());
        if (isText && object.inside.isEmpty() && parent.isEmpty() && isTitle(object, looks) &&
            diagram_.title.isEmpty()) {
            diagram_.setTitle(label);
            addToBoard(looks, besides);
            ids_.remove(&object);
            title_ = &object;
            return false;
        }
        Diagram::Node node;
        node.id = id;
        node.parent = parent;
        node.label = label;
        node.titleLines = besides.linesAbove;
        node.name = object.key;
        node.type = isFrame                       ? NodeType::Frame
                    : isText                      ? NodeType::Text
                    : looks.shape == "callout"_L1 ? NodeType::Sticky
                                                  : NodeType::Block;
        node.shape = shapeOf(looks.shape);
        node.colour = colourOf(looks);
        node.link = board_.substituted(looks.link);
        node.description = tooltipOf(looks, name, besides);
        markuptext::take(besides, node, lost_);
        if (!looks.icon.isEmpty()) {
            node.hints << markuptext::iconHint(board_.substituted(looks.icon));
            lost_.add(tr("Icons were left out, blocks show those of their kinds: %1."), name);
        }
        if (looks.shape.endsWith("person"_L1))
            node.hints << u"user"_s;
        node.hints << object.key << looks.classes;
        if (isTable)
            takeColumns(object, id, node.description);
        readPlace(looks, node);
        sayWhatIsLost(looks, name);
        diagram_.nodes.append(node);
        return !isTable;
    }
    /// Of a table or class: a line each; connections end at the whole.
    void takeColumns(const d2::Object& table, const QString& id, QString& description) {
        for (const d2::Object* column : table.inside) {
            if (column->gone)
                continue;
            ids_.insert(column, id);
            columns_.insert(column);
            QString line = column->key;
            if (const QString type = textOf(column->looks, {}); !type.isEmpty())
                line += u": "_s + type;
            if (const QString constraint = board_.substituted(column->looks.constraint);
                !constraint.isEmpty())
                line += u" ("_s + QString(constraint).replace(u'_', u' ') + u')';
            description += (description.isEmpty() ? u""_s : u"\n"_s) + line;
        }
    }
    std::optional<Coord> lengthOf(const d2::Looks& looks, const QString& name, double least) const {
        bool isNumber = false;
        const double value = board_.substituted(looks.layout.value(name)).toDouble(&isNumber);
        constexpr double kMost = 1e6;
        if (!isNumber || !(value >= least) || value > kMost)
            return std::nullopt;
        return units(value);
    }
    void readPlace(const d2::Looks& looks, Diagram::Node& node) {
        const auto w = lengthOf(looks, u"width"_s, 1), h = lengthOf(looks, u"height"_s, 1);
        const auto x = lengthOf(looks, u"left"_s, -1e6), y = lengthOf(looks, u"top"_s, -1e6);
        const Size usual{176 * kUnitsPerPoint, 64 * kUnitsPerPoint};
        const Size size{std::max(w.value_or(usual.w), kMinSize), std::max(h.value_or(usual.h), kMinSize)};
        if ((w || h) && node.type == NodeType::Block)
            node.size = size;
        if (!x || !y || (node.type == NodeType::Frame && (!w || !h)))
            return;
        // Within a container they count from its corner.
        const Point corner = corners_.value(node.parent);
        node.rect = Rect{corner.x + *x, corner.y + *y, size.w, size.h};
        corners_.insert(node.id, node.rect->topLeft());
    }
    static QString keysOf(const QHash<QString, QString>& values) {
        QStringList keys;
        for (auto value = values.cbegin(); value != values.cend(); ++value)
            keys << value.key() + u": "_s + value.value();
        keys.sort();
        return keys.join(u", "_s).simplified().left(200);
    }
    void sayWhatIsLost(const d2::Looks& looks, const QString& name) {
        if (looks.shape == "sequence_diagram"_L1)
            lost_.add(tr("%1 is a sequence diagram: the order of its messages was left out.").arg(name));
        if (!looks.near.isEmpty())
            lost_.add(tr("Places beside other shapes (near) were left out: %1."),
                      name + u" ("_s + looks.near.simplified().left(40) + u')');
        if (!looks.direction.isEmpty())
            lost_.add(tr("Directions of containers were left out: %1."),
                      name + u" ("_s + looks.direction.simplified().left(40) + u')');
        for (auto value = looks.layout.cbegin(); value != looks.layout.cend(); ++value) {
            if (value.key().contains("grid"_L1) || value.key().endsWith("-gap"_L1))
                lost_.add(tr("Grids were left out: %1."), name + u" ("_s + value.key() + u": "_s +
                                                              value.value().simplified().left(20) + u')');
        }
        sayWhatLooksAreLost(looks, name, {u"fill"_s, u"stroke"_s});
    }
    void sayWhatLooksAreLost(const d2::Looks& looks, const QString& name, const QStringList& taken) {
        for (const QString& unknown : std::as_const(unknown_))
            lost_.add(
                tr("There is no class %1, which %2 names.").arg(NotTaken::called(unknown, u"“”"_s), name));
        QHash<QString, QString> others = looks.style;
        for (const QString& style : taken)
            others.remove(style);
        if (!others.isEmpty())
            lost_.add(tr("Looks that the board does not have were left out: %1."),
                      name + u" ("_s + keysOf(others) + u')');
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
        markuptext::Besides besides;
        edge.label = textOf(looks, {}, &besides);
        const QString name =
            NotTaken::link(calledEnd(connection.source), calledEnd(connection.target), edge.label);
        const QString source = endOf(looks.atSource, connection.source, name);
        const QString target = endOf(looks.atTarget, connection.target, name);
        const bool turned = connection.arrow.toSource && !connection.arrow.toTarget;
        edge.label = withEndLabels(edge.label, turned ? target : source, turned ? source : target);
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
        if (looks.style.contains(u"stroke"_s))
            lost_.add(tr("Colours of connections were left out, the flow says theirs: %1."), name);
        if (!looks.icon.isEmpty())
            lost_.add(tr("Icons of connections were left out: %1."), name);
        sayWhatLooksAreLost(looks, name, {u"stroke"_s, u"stroke-dash"_s, u"stroke-width"_s});
        QStringList remarks;
        for (const QString& text : {tooltipOf(looks, name, besides), board_.substituted(looks.link)}) {
            if (!text.isEmpty())
                remarks << text;
        }
        edge.remark = remarks.join(u'\n');
        markuptext::take(besides, edge, lost_);
        diagram_.edges.append(edge);
    }
    QString calledEnd(const d2::Object* end) {
        const QString words = end->looks.label ? board_.substituted(*end->looks.label) : end->key;
        return NotTaken::thing(ids_.value(end), words);
    }
    /// What stands at an end of a connection: a label, how many there are, the column that is meant.
    QString endOf(const d2::Looks::End& end, const d2::Object* object, const QString& connection) {
        static const QHash<QString, QString> counts{
            {u"cf-one"_s, u"0..1"_s},
            {u"cf-one-required"_s, u"1"_s},
            {u"cf-many"_s, u"0..*"_s},
            {u"cf-many-required"_s, u"1..*"_s},
        };
        const QString count = counts.value(end.shape);
        if (!end.shape.isEmpty() && count.isEmpty() && end.shape != "triangle"_L1 && end.shape != "arrow"_L1)
            lost_.add(tr("Marks at the ends of connections were left out: %1."),
                      connection + u" ("_s + end.shape.simplified().left(20) + u')');
        QStringList said;
        if (columns_.contains(object))
            said << object->key;
        for (const QString& text : {board_.substituted(end.label), count}) {
            if (!text.isEmpty())
                said << text;
        }
        return said.join(u' ');
    }

    d2::Board& board_;
    Diagram diagram_;
    QHash<const d2::Object*, QString> ids_;
    const d2::Object* title_ = nullptr; ///< what has become the title of the whole
    QSet<const d2::Object*> columns_;
    QHash<QString, Point> corners_; ///< of what has a place, by id
    QStringList unknown_;           ///< classes of what is being read
    struct {
        QString written, text;
        markuptext::Besides besides;
    } tooltip_;          ///< the last
    qsizetype said_ = 0; ///< characters of tooltips
    NotTaken lost_;
};

} // namespace

Result<Diagram> readD2(const QString& text, const QString& sourceName, const std::atomic<bool>* cancelled,
                       qsizetype firstLine) {
    const auto tr = [](const char* sentence) { return QCoreApplication::translate("Exchange", sentence); };
    const Result<QString> source = sourceText(text, sourceName, u"D2"_s);
    if (!source)
        return Failure(source.error());
    const QString& plain = *source;
    const Result<QList<d2::Entry>> entries = d2::parse(plain, sourceName, cancelled, firstLine);
    if (!entries)
        return Failure(entries.error());
    d2::Board board;
    if (!board.take(*entries, cancelled)) {
        if (board.overLine() == 0)
            return fail(ErrorCode::Cancelled, tr("The import was cancelled."));
        return fail(ErrorCode::Unreadable,
                    tr("%1 cannot be read as D2, line %2: it has more than %3 shapes; split it.")
                        .arg(sourceName)
                        .arg(board.overLine())
                        .arg(QLocale().toString(exchangelimits::kUnplacedNodes)));
    }
    Diagram diagram = D2Reader(board).read();
    if (diagram.nodes.isEmpty() && diagram.title.isEmpty())
        return fail(ErrorCode::Unreadable, tr("%1 holds no shapes of D2.").arg(sourceName));
    return diagram;
}

} // namespace groundplan
