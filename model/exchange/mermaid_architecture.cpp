#include "model/exchange/exchange_limits.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/mermaid_parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan::mermaid {

namespace {

using NodeType = Diagram::NodeType;

/// Groups, services, junctions and edges, one a line.
class ArchitectureReader {
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    ArchitectureReader(const Source& source, Diagram& diagram)
        : source_(source)
        , diagram_(diagram)
        , nodes_(diagram)
        , in_(source.text) {}

    Result<void> read() {
        for (; !in_.atEnd(); in_.skip()) {
            const qsizetype begin = in_.at();
            Result<void> read = readStatement();
            if (read)
                read = source_.mayGoOn(in_, begin, nodes_);
            if (!read)
                return read;
            in_.skipBlanks();
            if (in_.startsWith(u"%%"))
                in_.takeLine();
            if (!in_.atLineEnd())
                return source_.failAt(in_, in_.at(), tr("“%1” was not expected here.").arg(restOfLine()));
        }
        for (Diagram::Edge& edge : diagram_.edges) {
            for (QString* end : {&edge.source, &edge.target})
                takeGroupOf(*end);
        }
        takeSides();
        return {};
    }

private:
    QString restOfLine() const {
        TextCursor ahead = in_;
        return ahead.takeLine().left(30).toString();
    }
    QString takeWord() {
        in_.skipBlanks();
        return in_
            .takeWhile([](QChar c) { return c.isLetterOrNumber() || c.isMark() || c == u'_' || c == u'-'; })
            .toString();
    }

    Result<void> readStatement() {
        in_.skipBlanks();
        if (in_.atLineEnd())
            return {};
        const qsizetype begin = in_.at();
        const QString word = takeWord();
        in_.skipBlanks();
        const bool edge = in_.peek() == u':' || in_.peek() == u'{';
        if (word.startsWith("acc"_L1) || word == "title"_L1) {
            readCaption(word, in_, diagram_);
            return {};
        }
        if (!edge && (word == "group"_L1 || word == "service"_L1 || word == "junction"_L1))
            return readNode(word);
        if (!edge && word == "align"_L1) {
            in_.takeLine();
            return {};
        }
        in_.setAt(begin);
        return readEdge();
    }

    /// "service db(database)[Database] in api".
    Result<void> readNode(const QString& word) {
        const QString id = takeWord();
        if (id.isEmpty())
            return source_.failAt(in_, in_.at(), tr("“%1” has no name.").arg(word));
        Diagram::Node& node = nodes_.find(id);
        node.type = word == "group"_L1 ? NodeType::Frame : NodeType::Block;
        node.name = id;
        node.label = id;
        if (word == "junction"_L1)
            node.shape = u"point"_s;
        in_.skipBlanks();
        if (in_.takeIf(u"(")) {
            const auto icon = in_.takeUntil(u")");
            if (!icon || icon->contains(u'\n'))
                return source_.failAt(in_, in_.at(),
                                      tr("the bracket “%1” is never closed.").arg(QChar(u'(')));
            takeIcon(node, icon->trimmed().toString());
        }
        in_.skipBlanks();
        if (in_.takeIf(u"[")) {
            const auto label = in_.takeUntil(u"]");
            if (!label || label->contains(u'\n') || label->size() > exchangelimits::kTextLength)
                return source_.failAt(in_, in_.at(),
                                      tr("the bracket “%1” is never closed.").arg(QChar(u'[')));
            markuptext::Besides besides;
            node.label = plainLabel(*label, nullptr, &besides);
            markuptext::take(besides, node, diagram_.notTaken);
        }
        in_.skipBlanks();
        if (in_.takeIf(u"in "))
            node.parent = takeWord();
        return {};
    }
    static void takeIcon(Diagram::Node& node, const QString& icon) {
        if (icon.startsWith(u'"'))
            node.label = plainLabel(icon);
        else if (icon == "database"_L1)
            node.shape = u"cylinder"_s;
        else if (icon == "disk"_L1)
            node.shape = u"folder"_s;
        else
            node.hints << markuptext::iconHint(icon);
    }

    struct Sides {
        QChar source, target;
    };
    struct End {
        QString id;
        bool group = false;
        QChar side = {};
    };
    /// "db:R" or "server{group}:B"; on the right of the arrow "L:db".
    Result<End> readEnd(bool left) {
        const auto isSide = [](QChar c) { return c == u'L' || c == u'R' || c == u'T' || c == u'B'; };
        in_.skipBlanks();
        End end;
        if (!left && isSide(in_.peek()) && in_.peek(1) == u':') {
            end.side = in_.peek();
            in_.skip(2);
        }
        const qsizetype begin = in_.at();
        end.id = takeWord();
        if (end.id.isEmpty())
            return source_.failAt(in_, begin, tr("a service was expected at “%1”.").arg(restOfLine()));
        end.group = in_.takeIf(u"{group}");
        if (left && in_.peek() == u':' && isSide(in_.peek(1))) {
            end.side = in_.peek(1);
            in_.skip(2);
        }
        return end;
    }
    Result<void> readEdge() {
        const Result<End> from = readEnd(true);
        if (!from)
            return Failure(from.error());
        in_.skipBlanks();
        const bool tail = in_.takeIf(u"<");
        Diagram::Edge edge;
        if (in_.takeIf(u"-[")) {
            markuptext::Besides besides;
            edge.label = plainLabel(in_.takeUntil(u"]").value_or(QStringView()), nullptr, &besides);
            markuptext::take(besides, edge, diagram_.notTaken);
            in_.takeIf(u"-");
        } else if (!in_.takeIf(u"--")) {
            return source_.failAt(in_, in_.at(), tr("a link was expected at “%1”.").arg(restOfLine()));
        }
        const bool head = in_.takeIf(u">");
        const Result<End> to = readEnd(false);
        if (!to)
            return Failure(to.error());
        edge.source = idOf(*from);
        edge.target = idOf(*to);
        Sides sides{from->side, to->side};
        if (tail && !head) {
            std::swap(edge.source, edge.target);
            std::swap(sides.source, sides.target);
        }
        sides_.append(sides);
        edge.direction = head && tail ? Direction::Both : head || tail ? Direction::Forward : Direction::None;
        diagram_.edges.append(edge);
        return {};
    }
    /// Groups may be told after the edges: an end at the group of a service is settled last.
    static QString idOf(const End& end) { return end.group ? end.id + u"{group}"_s : end.id; }
    void takeGroupOf(QString& end) {
        if (!end.endsWith("{group}"_L1))
            return;
        end.chop(QStringView(u"{group}").size());
        const Diagram::Node* service = nodes_.known(end);
        if (service && !service->parent.isEmpty())
            end = service->parent;
    }

    /// The sides say in which direction most of it runs, and so the whole does. What runs back and has no
    /// head is told from its other end; of the rest it is said.
    void takeSides() {
        const auto isAcross = [](QChar side) { return side == u'L' || side == u'R'; };
        qsizetype across = 0, down = 0;
        for (const Sides& sides : std::as_const(sides_)) {
            for (const QChar side : {sides.source, sides.target}) {
                if (!side.isNull())
                    ++(isAcross(side) ? across : down);
            }
        }
        diagram_.leftToRight = across >= down;
        const Sides onwards = diagram_.leftToRight ? Sides{u'R', u'L'} : Sides{u'B', u'T'};
        for (qsizetype i = 0; i < sides_.size(); ++i) {
            Diagram::Edge& edge = diagram_.edges[i];
            const Sides sides = sides_[i];
            if (sides.source == onwards.source || sides.target == onwards.target ||
                (sides.source.isNull() && sides.target.isNull()))
                continue;
            if (edge.direction == Direction::None &&
                (sides.source == onwards.target || sides.target == onwards.source)) {
                std::swap(edge.source, edge.target);
                continue;
            }
            diagram_.notTaken.add(tr("Sides at which connections end were left out, the drawing runs another "
                                     "way: %1."),
                                  NotTaken::link(called(edge.source), called(edge.target), edge.label));
        }
    }
    QString called(const QString& id) {
        const Diagram::Node* node = nodes_.known(id);
        return NotTaken::thing(id, node ? node->label : id);
    }

    const Source& source_;
    Diagram& diagram_;
    QList<Sides> sides_; ///< by edge
    Nodes nodes_;
    TextCursor in_;
};

} // namespace

Result<void> readArchitecture(const Source& source, Diagram& diagram) {
    return ArchitectureReader(source, diagram).read();
}

} // namespace groundplan::mermaid
