#include "model/exchange/exchange_limits.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/mermaid_parts.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>

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
        QStringList values;            ///< those without a name
        QMap<QString, QString> fields; ///< "$tags="...""

        QString take(const QString& field) { return fields.take(field).trimmed(); }
        /// Gives the values without a name the names that they have in this order.
        void nameValues(const char* order) {
            const QStringList names = QString::fromLatin1(order).split(u' ');
            for (qsizetype i = 0; i < values.size(); ++i) {
                const QString field = i < names.size() ? names[i] : u"value %1"_s.arg(i + 1);
                if (!fields.contains(field))
                    fields.insert(field, values[i]);
            }
        }
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
            const QStringView direction = in_.takeLine().trimmed();
            diagram_.leftToRight = direction == u"LR" || direction == u"RL";
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
                name = in_.takeWhile([](QChar c) { return c.isLetterOrNumber() || c == u'_'; }).toString();
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
                call.fields.insert(name, value.left(exchangelimits::kTextLength));
        }
    }

    Result<void> openBoundary(Call& call, qsizetype begin) {
        if (open_.size() >= exchangelimits::kDepth)
            return source_.failAt(in_, begin,
                                  tr("boundaries are nested more than %1 deep.").arg(exchangelimits::kDepth));
        // Those of the first sort say their type by what they are called.
        static const QRegularExpression typed(u"^(Enterprise|System|Container)_Boundary"_s);
        call.nameValues(call.name.contains("ode"_L1)        ? "alias label type descr sprite tags link"
                        : typed.match(call.name).hasMatch() ? "alias label tags link"
                                                            : "alias label type tags link");
        const QString id = call.take(u"alias"_s);
        Diagram::Node& frame = nodes_.find(id.isEmpty() ? u" boundary %1"_s.arg(at_++) : id);
        frame.type = NodeType::Frame;
        frame.name = id;
        takeLabel(call, frame);
        // Mermaid shows the type below the name, a deployment node's technology likewise.
        if (const QString type = call.take(u"type"_s); !type.isEmpty())
            frame.label += u'\n' + type;
        takeTheRest(call, frame);
        if (!open_.isEmpty())
            frame.parent = open_.last();
        open_ << frame.id;
        return {};
    }
    static void takeLabel(Call& call, Diagram::Node& node) {
        node.label = call.take(u"label"_s);
        if (node.label.isEmpty())
            node.label = node.name;
    }
    /// Description, link and sprite, and all that has a name of its own.
    void takeTheRest(Call& call, Diagram::Node& node) {
        node.link = call.take(u"link"_s);
        node.description = call.take(u"descr"_s);
        if (const QString sprite = call.take(u"sprite"_s); !sprite.isEmpty()) {
            node.hints << markuptext::iconHint(sprite);
            diagram_.notTaken.add(tr("Icons were left out, blocks show those of their kinds: %1."),
                                  named(node) + u" ("_s + sprite.left(60) + u')');
        }
        addFields(call, node.description);
    }
    static void addFields(const Call& call, QString& text) {
        for (auto field = call.fields.cbegin(); field != call.fields.cend(); ++field) {
            if (!field.value().isEmpty())
                markuptext::addLine(text, field.key() + u": "_s + field.value());
        }
    }
    static QString named(const Diagram::Node& node) {
        return NotTaken::thing(node.id, node.label, NotTaken::called(node.id, u"“”"_s));
    }

    Result<void> take(Call& call, qsizetype begin) {
        if (call.name.contains("Rel"_L1) && !call.name.startsWith("Update"_L1)) {
            takeRelation(call);
            return {};
        }
        if (call.name == "UpdateElementStyle"_L1) {
            takeStyle(call);
            return {};
        }
        if (call.name == "UpdateRelStyle"_L1) {
            diagram_.notTaken.add(
                tr("Looks and places of labels (UpdateRelStyle) were left out: %1."),
                NotTaken::link(NotTaken::thing(call.values.value(0), call.values.value(0)),
                               NotTaken::thing(call.values.value(1), call.values.value(1))));
            return {};
        }
        if (call.name.startsWith("Update"_L1) || call.name.startsWith("Lay_"_L1) ||
            call.name.startsWith("SHOW_"_L1) || call.name.startsWith("LAYOUT_"_L1)) {
            QStringList said = call.values;
            for (auto field = call.fields.cbegin(); field != call.fields.cend(); ++field)
                said << field.key() + u": "_s + field.value();
            diagram_.notTaken.add(tr("Settings of layout and legend were left out: %1."),
                                  (call.name + u'(' + said.join(u", "_s)).left(80) + u')');
            return {};
        }
        const bool isElement = call.name.startsWith("Person"_L1) || call.name.startsWith("System"_L1) ||
                               call.name.startsWith("Container"_L1) || call.name.startsWith("Component"_L1) ||
                               call.name.contains("Node"_L1);
        if (!isElement || call.values.value(0).isEmpty())
            return source_.failAt(in_, begin, tr("“%1” was not expected here.").arg(lineAt(begin)));
        takeElement(call);
        return {};
    }
    void takeElement(Call& call) {
        const bool isNode = call.name.contains("Node"_L1);
        const bool technical =
            call.name.startsWith("Container"_L1) || call.name.startsWith("Component"_L1) || isNode;
        call.nameValues(isNode      ? "alias label type descr sprite tags link"
                        : technical ? "alias label techn descr sprite tags link"
                                    : "alias label descr sprite tags link");
        Diagram::Node& node = nodes_.find(call.take(u"alias"_s));
        node.name = node.id;
        takeLabel(call, node);
        if (technical) {
            node.technology = call.take(isNode ? u"type"_s : u"techn"_s);
            node.hints << node.technology;
        }
        takeTheRest(call, node);
        if (call.name.contains("_Ext"_L1)) {
            const QString said = call.name.startsWith("Person"_L1)      ? tr("External person")
                                 : call.name.startsWith("System"_L1)    ? tr("External system")
                                 : call.name.startsWith("Container"_L1) ? tr("External container")
                                                                        : tr("External component");
            node.description = (said + u'\n' + node.description).trimmed();
        }
        if (call.name.contains("Db"_L1))
            node.shape = u"cylinder"_s;
        else if (call.name.contains("Queue"_L1))
            node.shape = u"cds"_s;
        else if (call.name.startsWith("Person"_L1))
            node.hints << u"user"_s;
        if (!open_.isEmpty())
            node.parent = open_.last();
    }
    void takeRelation(Call& call) {
        // RelIndex(1, from, to, ...) has a number before.
        call.nameValues(call.name.startsWith("RelIndex"_L1)
                            ? "index from to label techn descr sprite tags link"
                            : "from to label techn descr sprite tags link");
        Diagram::Edge edge{call.take(u"from"_s), call.take(u"to"_s), call.take(u"label"_s)};
        if (call.name.startsWith("BiRel"_L1))
            edge.direction = Direction::Both;
        if (call.name.startsWith("Rel_Back"_L1))
            std::swap(edge.source, edge.target);
        if (const QString technology = call.take(u"techn"_s); !technology.isEmpty())
            edge.label += edge.label.isEmpty() ? technology : u" ("_s + technology + u')';
        const QString description = call.take(u"descr"_s);
        const QString link = call.take(u"link"_s);
        edge.remark = (description + u'\n' + link).trimmed();
        addFields(call, edge.remark);
        diagram_.edges.append(edge);
    }
    /// The colour of a block is taken over, and what the legend calls it; the other looks have no place.
    void takeStyle(Call& call) {
        call.nameValues("alias bgColor fontColor borderColor shadowing shape sprite techn legendText "
                        "legendSprite");
        const QString id = call.take(u"alias"_s);
        Diagram::Node* node = nodes_.known(id);
        if (node) {
            const QString fill = colourOf({{u"fill"_s, call.fields.value(u"bgColor"_s)}});
            if (!fill.isEmpty()) {
                node->colour = fill;
                call.fields.remove(u"bgColor"_s);
            }
            if (const QString legend = call.take(u"legendText"_s); !legend.isEmpty())
                markuptext::addLine(node->description, tr("Legend: %1").arg(legend));
        }
        QString looks;
        addFields(call, looks);
        if (!looks.isEmpty())
            diagram_.notTaken.add(tr("Looks that the board does not have were left out: %1."),
                                  (node ? named(*node) : NotTaken::called(id, u"“”"_s)) + u" ("_s +
                                      looks.replace(u'\n', ", "_L1).left(200) + u')');
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
