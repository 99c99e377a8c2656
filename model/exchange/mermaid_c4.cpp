#include "model/exchange/exchange_limits.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/mermaid_parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan::mermaid {

namespace {

using NodeType = Diagram::NodeType;

/// Calls like "Container(api, "API", "Go", "Answers")", one a line, boundaries with braces.
class C4Reader {
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    C4Reader(const Source& source, Diagram& diagram)
        : source_(source)
        , diagram_(diagram)
        , nodes_(diagram)
        , in_(source.text) {}

    Result<void> read() {
        while (true) {
            in_.takeWhile([](QChar c) { return c.isSpace() || c == u';'; });
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
            return source_.failAt(in_, in_.at(), tr("a boundary is never closed."));
        return {};
    }

private:
    struct Call {
        QString name;
        QStringList values;             ///< those without a name
        QHash<QString, QString> fields; ///< "$tags="...""
    };

    Result<void> readStatement() {
        const qsizetype begin = in_.at();
        if (in_.takeIf(u"}")) {
            if (open_.isEmpty())
                return source_.failAt(in_, begin, tr("“}” closes nothing."));
            open_.removeLast();
            return {};
        }
        if (in_.takeIf(u"%%")) {
            in_.takeLine();
            return {};
        }
        Call call;
        call.name = in_.takeWhile([](QChar c) { return c.isLetterOrNumber() || c == u'_'; }).toString();
        in_.skipBlanks();
        if (call.name == "title"_L1 || call.name.startsWith("acc"_L1)) {
            readCaption(call.name, in_, diagram_);
            return {};
        }
        if (call.name == "direction"_L1) {
            in_.takeLine();
            return {};
        }
        if (call.name.isEmpty() || !in_.takeIf(u"("))
            return source_.failAt(in_, begin, tr("“%1” was not expected here.").arg(lineAt(begin)));
        if (!readValues(call))
            return source_.failAt(in_, begin, tr("the bracket “%1” is never closed.").arg(QChar(u'(')));
        in_.skipBlanks();
        TextCursor ahead = in_;
        ahead.skipSpace();
        if (ahead.takeIf(u"{")) {
            in_ = ahead;
            return openBoundary(call, begin);
        }
        return take(call, begin);
    }
    QString lineAt(qsizetype at) const {
        TextCursor line(in_.text());
        line.setAt(at);
        return line.takeLine().left(30).toString();
    }
    /// Up to the closing bracket; false: there is none.
    bool readValues(Call& call) {
        while (true) {
            in_.skipSpace();
            if (in_.atEnd())
                return false;
            if (in_.takeIf(u")"))
                return true;
            if (in_.takeIf(u","))
                continue;
            QString name;
            if (in_.peek() == u'$') {
                in_.skip();
                name = in_.takeWhile([](QChar c) { return c.isLetter(); }).toString();
                in_.skipBlanks();
                in_.takeIf(u"=");
                in_.skipBlanks();
            }
            QString value;
            if (in_.takeIf(u"\"")) {
                const auto text = in_.takeUntil(u"\"");
                if (!text)
                    return false;
                value = plainLabel(*text);
            } else {
                value = in_.takeWhile([](QChar c) { return c != u',' && c != u')' && c != u'\n'; })
                            .trimmed()
                            .toString();
            }
            if (name.isEmpty())
                call.values << value.left(exchangelimits::kTextLength);
            else
                call.fields.insert(name, value);
        }
    }

    Result<void> openBoundary(const Call& call, qsizetype begin) {
        if (open_.size() >= exchangelimits::kDepth)
            return source_.failAt(in_, begin,
                                  tr("boundaries are nested more than %1 deep.").arg(exchangelimits::kDepth));
        const QString id = call.values.value(0);
        Diagram::Node& frame = nodes_.find(id.isEmpty() ? u" boundary %1"_s.arg(at_++) : id);
        frame.type = NodeType::Frame;
        frame.name = id;
        frame.label = call.values.value(1).isEmpty() ? id : call.values.value(1);
        // A boundary has a type that says what its name does; a deployment node a technology.
        if (const QString type = call.values.value(2); call.name.contains("ode"_L1) && !type.isEmpty())
            frame.label += u'\n' + type;
        frame.description = call.values.value(3);
        frame.link = call.fields.value(u"link"_s);
        if (!open_.isEmpty())
            frame.parent = open_.last();
        open_ << frame.id;
        return {};
    }

    Result<void> take(const Call& call, qsizetype begin) {
        if (call.name.contains("Rel"_L1) && !call.name.startsWith("Update"_L1)) {
            takeRelation(call);
            return {};
        }
        if (call.name == "UpdateElementStyle"_L1) {
            if (Diagram::Node* node = nodes_.known(call.values.value(0)))
                node->colour = colourOf({{u"fill"_s, call.fields.value(u"bgColor"_s)}});
            return {};
        }
        if (call.name == "UpdateRelStyle"_L1)
            diagram_.notTaken.add(tr("Looks and places of labels (UpdateRelStyle) were left out: %1."),
                                  NotTaken::calledLink(call.values.value(0), call.values.value(1)));
        if (call.name.startsWith("Update"_L1) || call.name.startsWith("Lay_"_L1) ||
            call.name.startsWith("SHOW_"_L1) || call.name.startsWith("LAYOUT_"_L1))
            return {};
        const bool isElement = call.name.startsWith("Person"_L1) || call.name.startsWith("System"_L1) ||
                               call.name.startsWith("Container"_L1) || call.name.startsWith("Component"_L1) ||
                               call.name.contains("Node"_L1);
        if (!isElement || call.values.value(0).isEmpty())
            return source_.failAt(in_, begin, tr("“%1” was not expected here.").arg(lineAt(begin)));
        takeElement(call);
        return {};
    }
    void takeElement(const Call& call) {
        Diagram::Node& node = nodes_.find(call.values.value(0));
        node.name = node.id;
        node.label = call.values.value(1).isEmpty() ? node.id : call.values.value(1);
        const bool technical = call.name.startsWith("Container"_L1) || call.name.startsWith("Component"_L1) ||
                               call.name.contains("Node"_L1);
        if (technical) {
            node.technology = call.fields.value(u"techn"_s, call.values.value(2));
            node.hints << node.technology;
        }
        node.description = call.fields.value(u"descr"_s, call.values.value(technical ? 3 : 2));
        node.link = call.fields.value(u"link"_s);
        if (const QString sprite = call.fields.value(u"sprite"_s); !sprite.isEmpty())
            node.hints << markuptext::iconHint(sprite);
        if (call.name.contains("Db"_L1))
            node.shape = u"cylinder"_s;
        else if (call.name.contains("Queue"_L1))
            node.shape = u"cds"_s;
        else if (call.name.startsWith("Person"_L1))
            node.hints << u"user"_s;
        if (!open_.isEmpty())
            node.parent = open_.last();
    }
    void takeRelation(const Call& call) {
        // RelIndex(1, from, to, ...) has a number before.
        const qsizetype from = call.name.startsWith("RelIndex"_L1) ? 1 : 0;
        Diagram::Edge edge{call.values.value(from), call.values.value(from + 1), call.values.value(from + 2)};
        if (call.name.startsWith("BiRel"_L1))
            edge.direction = Direction::Both;
        if (call.name.startsWith("Rel_Back"_L1))
            std::swap(edge.source, edge.target);
        if (const QString technology = call.values.value(from + 3); !technology.isEmpty())
            edge.label += edge.label.isEmpty() ? technology : u" ("_s + technology + u')';
        const QString description = call.fields.value(u"descr"_s, call.values.value(from + 4));
        const QString link = call.fields.value(u"link"_s);
        edge.remark = (description + u'\n' + link).trimmed();
        diagram_.edges.append(edge);
    }

    const Source& source_;
    Diagram& diagram_;
    Nodes nodes_;
    TextCursor in_;
    QStringList open_; ///< ids of the boundaries around here
    int at_ = 0;
};

} // namespace

Result<void> readC4(const Source& source, Diagram& diagram) {
    return C4Reader(source, diagram).read();
}

} // namespace groundplan::mermaid
