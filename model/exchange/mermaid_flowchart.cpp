#include "model/exchange/exchange_limits.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/mermaid_link.h"
#include "model/exchange/mermaid_looks.h"
#include "model/exchange/mermaid_parts.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace groundplan::mermaid {

namespace {

using NodeType = Diagram::NodeType;

/// How a node's text is put in brackets, longest first, and what Graphviz calls such an outline.
struct Brackets {
    const char16_t* open;
    const char16_t* close;
    const char* shape;
};
constexpr std::array<Brackets, 11> kBrackets = {{
    {u"(((", u")))", "doublecircle"},
    {u"((", u"))", "circle"},
    {u"([", u"])", ""},
    {u"(-", u"-)", "ellipse"},
    {u"[[", u"]]", "component"},
    {u"[(", u")]", "cylinder"},
    {u"{{", u"}}", "hexagon"},
    {u"[", u"]", ""},
    {u"(", u")", ""},
    {u"{", u"}", "diamond"},
    {u">", u"]", ""},
}};

class FlowchartReader {
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    FlowchartReader(const Source& source, Diagram& diagram)
        : source_(source)
        , diagram_(diagram)
        , nodes_(diagram)
        , in_(source.text)
        , looks_(diagram) {}

    Result<void> read() {
        readDirection();
        while (true) {
            in_.skipSpace();
            if (in_.takeIf(u";"))
                continue;
            if (in_.atEnd())
                break;
            const qsizetype begin = in_.at();
            Result<void> read = readStatement();
            if (read)
                read = source_.mayGoOn(in_, begin, nodes_);
            if (!read)
                return read;
        }
        if (!open_.isEmpty())
            return source_.failAt(in_, open_.last().at, tr("this subgraph has no “end”."));
        looks_.apply(nodes_);
        return {};
    }

private:
    // ---- statements

    static bool isIdPart(QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_' || c == u'.' || c == u'!' ||
               c == u'#' || c == u'$' || c == u'%' || c == u'\'' || c == u'*' || c == u'+' || c == u'?' ||
               c == u'\\' || c == u'/' || c == u'`';
    }
    QString takeId() {
        const qsizetype from = in_.at();
        while (!in_.atEnd()) {
            const QChar c = in_.peek();
            const QChar next = in_.peek(1);
            const bool dash = c == u'-' && next != u'-' && next != u'.' && next != u'>' && isIdPart(next) &&
                              in_.at() > from;
            const bool equals = c == u'=' && next != u'=' && isIdPart(next);
            // "pkg:part" and "pkg::part" are names; three colons give a class.
            const bool colon = c == u':' && in_.at() > from && !in_.startsWith(u":::") &&
                               (isIdPart(next) || (next == u':' && isIdPart(in_.peek(2))));
            if (!isIdPart(c) && !dash && !equals && !colon)
                break;
            in_.skip();
        }
        return in_.text().sliced(from, in_.at() - from).toString();
    }
    /// The word at the beginning of a statement, which stays there.
    QString nextWord() const {
        TextCursor ahead = in_;
        const QString word = ahead.takeWhile([](QChar c) { return c.isLetter(); }).toString();
        const QChar after = ahead.peek();
        return after.isNull() || after.isSpace() || after == u';' || after == u'{' || after == u':'
                   ? word
                   : QString();
    }
    /// Up to the end of the statement; a quoted text may hold anything.
    QStringView takeRest() {
        const qsizetype from = in_.at();
        bool quoted = false;
        while (!in_.atLineEnd() && (quoted || in_.peek() != u';')) {
            quoted ^= in_.peek() == u'"';
            in_.skip();
        }
        return in_.text().sliced(from, in_.at() - from).trimmed();
    }
    bool atStatementEnd() const { return in_.atLineEnd() || in_.peek() == u';' || in_.startsWith(u"%%"); }

    void readDirection() {
        in_.skipBlanks();
        const QStringView word =
            in_.takeWhile([](QChar c) { return c.isLetter() || c == u'<' || c == u'>' || c == u'^'; });
        diagram_.leftToRight = word == u"LR" || word == u"RL" || word == u"<" || word == u">";
        if (word == u"RL" || word == u"BT" || word == u"<" || word == u"^")
            diagram_.notTaken.add(
                diagram_.leftToRight ? tr("The drawing runs from left to right here, not from right to left.")
                                     : tr("The drawing runs downwards here, not upwards."));
    }

    Result<void> readStatement() {
        const QString word = nextWord();
        if (word == "subgraph"_L1)
            return openSubgraph();
        if (word == "end"_L1 && !open_.isEmpty()) {
            in_.skip(word.size());
            closeSubgraph();
            return {};
        }
        if (word == "direction"_L1 || word == "flowchart"_L1 || word == "graph"_L1) {
            const QString rest = takeRest().toString();
            if (!open_.isEmpty())
                diagram_.notTaken.add(
                    tr("Directions of subgraphs were left out: %1."),
                    NotTaken::thing(open_.last().id, open_.last().label, tr("one without a title")) +
                        u" ("_s + rest.section(u' ', -1).left(10) + u')');
            return {};
        }
        if (word == "classDef"_L1 || word == "class"_L1 || word == "style"_L1 || word == "linkStyle"_L1 ||
            word == "click"_L1) {
            in_.skip(word.size());
            in_.skipBlanks();
            readLook(word);
            return {};
        }
        if (word == "accTitle"_L1 || word == "accDescr"_L1 || (word == "title"_L1 && !atLink(5))) {
            in_.skip(word.size());
            readCaption(word, in_, diagram_);
            return {};
        }
        return readChain();
    }
    /// Whether, `ahead` of here, a link or a text begins: then a keyword is the name of a node.
    bool atLink(qsizetype ahead) const {
        while (in_.peek(ahead) == u' ')
            ++ahead;
        const QChar c = in_.peek(ahead);
        return c == u'-' || c == u'=' || c == u'~' || c == u'&' || c == u'[' || c == u'(' || c == u'{' ||
               c == u'<' || c == u'\n' || c.isNull();
    }

    // ---- subgraphs

    struct Subgraph {
        QString id;
        QString label;
        QStringList mentions;
        qsizetype at = 0;
    };

    Result<void> openSubgraph() {
        Subgraph subgraph;
        subgraph.at = in_.at();
        if (open_.size() >= exchangelimits::kDepth)
            return source_.failAt(in_, in_.at(),
                                  tr("subgraphs are nested more than %1 deep.").arg(exchangelimits::kDepth));
        in_.skip(QStringView(u"subgraph").size());
        in_.skipBlanks();
        // "id [title]", "id["title"]", "title of several words", "a quoted title", or nothing.
        const qsizetype from = in_.at();
        QString label;
        Diagram::Node written; // as far as its label says it
        subgraph.id = takeId();
        in_.skipBlanks();
        if (!subgraph.id.isEmpty() && in_.peek() == u'[') {
            const Result<void> read = readBrackets(written);
            if (!read)
                return read;
            label = written.label;
        } else if (in_.peek() == u'"') {
            const Result<QStringView> quoted = takeQuoted();
            if (!quoted)
                return Failure(quoted.error());
            setLabel(written, *quoted);
            label = written.label;
            subgraph.id.clear();
        } else if (!atStatementEnd()) {
            in_.setAt(from);
            setLabel(written, takeRest());
            label = written.label;
            subgraph.id.clear();
        }
        if (label.isEmpty())
            label = subgraph.id;
        if (subgraph.id.isEmpty() && !label.isEmpty() && !label.contains(u' '))
            subgraph.id = label;
        const bool named = !subgraph.id.isEmpty();
        if (!named)
            subgraph.id = u" subgraph %1"_s.arg(++unnamed_); // with a blank: no node is called like that
        Diagram::Node& frame = nodes_.find(subgraph.id);
        frame.type = NodeType::Frame;
        frame.label = label;
        frame.link = written.link;
        frame.description = written.description;
        frame.name = named && label != subgraph.id ? nameOf(subgraph.id) : QString();
        if (!open_.isEmpty())
            open_.last().mentions << subgraph.id;
        subgraph.label = label;
        looks_.addIcons(subgraph.id, written.hints.size());
        openIds_.insert(subgraph.id);
        open_.append(subgraph);
        return {};
    }
    /// A node belongs to the first subgraph that is closed with it inside.
    void closeSubgraph() {
        const Subgraph closed = open_.takeLast();
        openIds_.remove(closed.id);
        for (const QString& id : closed.mentions) {
            Diagram::Node* node = nodes_.known(id);
            if (node && node->parent.isEmpty() && id != closed.id && !openIds_.contains(id))
                node->parent = closed.id;
        }
    }

    // ---- nodes

    /// Ids of a letter or two are there to be typed, not to be read.
    static QString nameOf(const QString& id) { return id.size() > 2 ? id : QString(); }

    void mention(const QString& id) {
        if (!nodes_.known(id)) {
            Diagram::Node& node = nodes_.find(id);
            node.label = id;
            node.name = nameOf(id);
            node.hints << id;
        }
        if (!open_.isEmpty())
            open_.last().mentions << id;
    }

    Result<void> readChain() {
        Result<QStringList> from = readGroup();
        if (!from)
            return Failure(from.error());
        while (true) {
            in_.skipBlanks();
            if (atStatementEnd()) {
                if (in_.startsWith(u"%%"))
                    in_.takeLine();
                return {};
            }
            Result<Link> link = readLink(source_, in_);
            if (!link)
                return Failure(link.error());
            const qsizetype behindLink = in_.at();
            in_.skipSpace();
            if (in_.atEnd())
                return source_.failAt(in_, behindLink, tr("a link leads nowhere."));
            const Result<QStringList> to = readGroup();
            if (!to)
                return Failure(to.error());
            if (diagram_.edges.size() + from->size() * to->size() > exchangelimits::kUnplacedEdges)
                return source_.tooMany(in_, behindLink);
            if (const Result<void> goesOn = source_.mayGoOn(in_, behindLink, nodes_); !goesOn)
                return goesOn;
            for (const QString& source : *from) {
                for (const QString& target : *to) {
                    addEdge(*link, source, target);
                    link->besides = {}; // once is enough, however many share the label
                }
            }
            from = to;
        }
    }
    /// "a & b & c", each perhaps with a text, a class and a shape.
    Result<QStringList> readGroup() {
        QStringList group;
        while (true) {
            const qsizetype begin = in_.at();
            const QString id = takeId();
            if (id.isEmpty())
                return source_.failAt(in_, begin, tr("a node was expected at “%1”.").arg(in_.near(begin)));
            if (!edgeIds_.contains(id))
                mention(id);
            const Result<void> node = readNode(id);
            if (!node)
                return Failure(node.error());
            group << id;
            in_.skipBlanks();
            if (!in_.takeIf(u"&"))
                return group;
            in_.skipSpace();
        }
    }
    Result<void> readNode(const QString& id) {
        const qsizetype behindId = in_.at();
        in_.skipBlanks();
        const QChar open = in_.peek();
        const bool apart = in_.at() != behindId;
        if (open == u'[' || open == u'(' || open == u'{' || (open == u'>' && !apart)) {
            mention(id); // who names a connection like that means a node now
            const Result<void> read = readBrackets(*nodes_.known(id));
            if (!read)
                return read;
        } else {
            in_.setAt(behindId);
        }
        while (true) {
            if (in_.takeIf(u"@{")) {
                const Result<void> read = readFields(id);
                if (!read)
                    return read;
            } else if (in_.takeIf(u":::")) {
                looks_.addClass(id, takeId());
            } else {
                return {};
            }
        }
    }

    Result<QStringView> takeQuoted() {
        const qsizetype begin = in_.at();
        in_.skip();
        const auto text = in_.takeUntil(u"\"");
        if (!text)
            return source_.failAt(in_, begin, tr("a quoted text is never closed."));
        if (text->size() > exchangelimits::kTextLength)
            return source_.failAt(in_, begin, tr("a text is too long."));
        return *text;
    }

    /// A text in brackets of any shape, into the node's label and shape.
    Result<void> readBrackets(Diagram::Node& node) {
        const qsizetype begin = in_.at();
        if (in_.startsWith(u"[/") || in_.startsWith(u"[\\")) {
            if (readSlanted(node))
                return {};
        }
        const auto brackets = std::find_if(kBrackets.begin(), kBrackets.end(), [this](const Brackets& pair) {
            return in_.startsWith(QStringView(pair.open));
        });
        in_.skip(QStringView(brackets->open).size());
        in_.skipSpace();
        QStringView text;
        const QStringView close(brackets->close);
        if (in_.peek() == u'"') {
            const Result<QStringView> quoted = takeQuoted();
            if (!quoted)
                return Failure(quoted.error());
            text = *quoted;
            in_.skipSpace();
            if (!in_.takeIf(close))
                return source_.failAt(in_, in_.at(),
                                      tr("“%1” was expected behind a quoted text.").arg(close));
        } else {
            const auto found = in_.takeUntil(close);
            if (!found || runsOn(*found, QStringView(brackets->open)) ||
                found->size() > exchangelimits::kTextLength)
                return source_.failAt(
                    in_, begin, tr("the bracket “%1” is never closed.").arg(QStringView(brackets->open)));
            text = *found;
        }
        setLabel(node, text);
        node.shape = QString::fromLatin1(brackets->shape);
        return {};
    }
    /// A text without quotes may go on in the next line, but not with another node, nor with a link to one:
    /// then its own bracket is not closed ("A[Kafka --> B[Spark]").
    static bool runsOn(QStringView text, QStringView open) {
        const bool again = text.contains(u'[') && open.endsWith(u'[');
        const bool goesOn = text.contains(u'\n') || text.contains(u"--") || text.contains(u"==") ||
                            text.contains(u"-.-") || text.contains(u"-. ");
        return again || (open.size() > 1 && text.contains(open)) ||
               (goesOn && std::any_of(text.begin(), text.end(), [](QChar c) {
                    return c == u'[' || c == u'{' || c == u'(' || c == u'"';
                }));
    }
    /// "[/text/]" and the like; false when it is a text that begins with a slash.
    bool readSlanted(Diagram::Node& node) {
        TextCursor ahead = in_;
        const bool right = ahead.peek(1) == u'/';
        ahead.skip(2);
        const qsizetype from = ahead.at();
        bool quoted = false;
        while (!ahead.atEnd() && (quoted || ahead.peek() != u']')) {
            quoted ^= ahead.peek() == u'"';
            ahead.skip();
        }
        const qsizetype end = ahead.at() - 1;
        const QChar before = end > from ? in_.text()[end] : QChar();
        if (ahead.atEnd() || (before != u'/' && before != u'\\') ||
            end - from > exchangelimits::kTextLength ||
            (ahead.text()[from] != u'"' && runsOn(ahead.text().sliced(from, end - from), u"[")))
            return false;
        setLabel(node, in_.text().sliced(from, end - from));
        node.shape = (before == u'/') == right ? u"parallelogram"_s
                     : right                   ? u"trapezium"_s
                                               : u"invtrapezium"_s;
        ahead.skip();
        in_ = ahead;
        return true;
    }
    void setLabel(Diagram::Node& node, QStringView text) {
        QStringList icons;
        markuptext::Besides besides;
        node.label = plainLabel(text, &icons, &besides);
        node.titleLines = besides.linesAbove;
        markuptext::take(besides, node, diagram_.notTaken);
        looks_.addIcons(node.id, icons.size());
        node.hints = icons + node.hints;
    }

    /// "shape: cyl, label: "..."" up to the brace, of a node or of an edge with that id.
    Result<void> readFields(const QString& id) {
        const qsizetype begin = in_.at();
        QMap<QString, QString> fields;
        while (true) {
            in_.takeWhile([](QChar c) { return c.isSpace() || c == u','; });
            if (in_.takeIf(u"}"))
                break;
            const QString name =
                in_.takeWhile([](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; })
                    .toString();
            in_.skipBlanks();
            if (name.isEmpty() || !in_.takeIf(u":"))
                return source_.failAt(in_, begin,
                                      tr("“%1” is no list of “name: value” in braces.").arg(in_.near(begin)));
            in_.skipBlanks();
            QString value;
            const QChar quote = in_.peek();
            if (quote == u'"') {
                const Result<QStringView> quoted = takeQuoted();
                if (!quoted)
                    return Failure(quoted.error());
                value = quoted->toString();
            } else if (quote == u'\'') {
                in_.skip();
                value = in_.takeUntil(u"'").value_or(QStringView()).toString();
            } else {
                value = in_.takeWhile([](QChar c) { return c != u',' && c != u'}' && c != u'\n'; })
                            .trimmed()
                            .toString();
            }
            fields.insert(name, value);
        }
        Diagram::Node* node = nodes_.known(id);
        if (edgeIds_.contains(id)) {
            diagram_.notTaken.add(
                tr("What is said about the connection %1 was left out: %2")
                    .arg(NotTaken::called(id),
                         NotTaken::quoted(in_.text().sliced(begin, in_.at() - begin - 1).toString())));
            return {};
        }
        if (!node)
            return {};
        if (fields.contains(u"label"_s))
            setLabel(*node, fields.take(u"label"_s));
        if (const QString shape = fields.take(u"shape"_s); !shape.isEmpty()) {
            node->shape = shapeOf(shape);
            if (isComment(shape) && node->type == Diagram::NodeType::Block)
                node->type = Diagram::NodeType::Sticky;
            looks_.addShape(id, isUsualShape(shape) ? QString() : shape);
        }
        if (const QString icon = fields.take(u"icon"_s); !icon.isEmpty()) {
            node->hints.prepend(markuptext::iconHint(icon));
            looks_.addIcons(id, 1);
        }
        if (const QString picture = fields.take(u"img"_s); !picture.isEmpty()) {
            node->hints.prepend(markuptext::iconHint(picture));
            diagram_.notTaken.add(
                tr("The picture of %1 was left out, it is kept elsewhere: %2")
                    .arg(NotTaken::thing(id, node->label, u"“”"_s), NotTaken::quoted(picture)));
        }
        for (const QString& look : {u"form"_s, u"pos"_s, u"w"_s, u"h"_s, u"constraint"_s}) {
            if (fields.remove(look) > 0)
                looks_.addUnasked(id, look);
        }
        for (auto field = fields.cbegin(); field != fields.cend(); ++field)
            markuptext::addLine(node->description, field.key() + u": "_s + field.value());
        return {};
    }

    // ---- links

    void addEdge(const Link& link, const QString& source, const QString& target) {
        if (!link.id.isEmpty())
            edgeIds_.insert(link.id);
        looks_.addLink(link, source, target, link.invisible ? -1 : diagram_.edges.size());
        if (link.invisible)
            return;
        Diagram::Edge edge{source, target, link.text, link.line, link.direction};
        markuptext::take(link.besides, edge, diagram_.notTaken);
        if (link.backwards)
            std::swap(edge.source, edge.target);
        diagram_.edges.append(edge);
    }

    // ---- looks, links to pages

    void readLook(const QString& word) {
        if (word == "click"_L1)
            looks_.addClick(clickOf(in_.takeLine()));
        else
            looks_.read(word, takeRest());
    }

    const Source& source_;
    Diagram& diagram_;
    Nodes nodes_;
    TextCursor in_;
    QList<Subgraph> open_;
    QSet<QString> openIds_;
    QSet<QString> edgeIds_;
    FlowchartLooks looks_;
    int unnamed_ = 0;
};

} // namespace

Result<void> readFlowchart(const Source& source, Diagram& diagram) {
    return FlowchartReader(source, diagram).read();
}

} // namespace groundplan::mermaid
