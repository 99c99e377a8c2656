#include "model/exchange/mermaid_parts.h"

#include "model/exchange/exchange_limits.h"
#include "model/exchange/markup_text.h"
#include "model/exchange/plain_colour.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace groundplan::mermaid {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Exchange", text);
}

} // namespace

Failure Source::failAt(const TextCursor& cursor, qsizetype at, const QString& reason) const {
    return fail(ErrorCode::Unreadable, tr("%1 cannot be read as Mermaid, line %2: %3")
                                           .arg(sourceName)
                                           .arg(firstLine + cursor.lineAt(at) - 1)
                                           .arg(reason));
}

Result<void> Source::mayGoOn(const TextCursor& cursor, qsizetype at, const Nodes& nodes) const {
    if (cancelled && cancelled->load(std::memory_order_relaxed))
        return fail(ErrorCode::Cancelled, tr("The import was cancelled."));
    if (nodes.tooMany())
        return tooMany(cursor, at);
    return {};
}

Failure Source::tooMany(const TextCursor& cursor, qsizetype at) const {
    return failAt(cursor, at,
                  tr("it has more than %1 nodes or %2 links; split it.")
                      .arg(QLocale().toString(exchangelimits::kUnplacedNodes),
                           QLocale().toString(exchangelimits::kUnplacedEdges)));
}

void readCaption(const QString& word, TextCursor& cursor, Diagram& diagram) {
    cursor.skipBlanks();
    QStringView text;
    if (cursor.takeIf(u"{")) {
        text = cursor.takeUntil(u"}").value_or(QStringView());
    } else {
        cursor.takeIf(u":");
        text = cursor.takeLine();
    }
    QString said = plainLabel(text);
    if (word == "title"_L1 || (word != "accDescr"_L1 && diagram.title.isEmpty()))
        std::swap(diagram.title, said);
    if (said.isEmpty() || said == diagram.title)
        return;
    markuptext::addLine(diagram.remark, said);
}

QString plainLabel(QStringView written, QStringList* hints, markuptext::Besides* besides) {
    QString text = written.trimmed().toString();
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.mid(1, text.size() - 2).trimmed();
    const bool markdown = text.size() >= 2 && text.startsWith(u'`') && text.endsWith(u'`');
    if (markdown)
        text = text.mid(1, text.size() - 2);
    if (text.contains(u'#')) {
        // "#quot;" and "#35;" are what HTML writes with an ampersand.
        static const QRegularExpression number(u"#(\\d{1,7});"_s);
        static const QRegularExpression named(u"#([a-zA-Z]{2,31});"_s);
        text.replace(number, u"&#\\1;"_s);
        text.replace(named, u"&\\1;"_s);
    }
    if (text.contains(":fa-"_L1) || text.contains(":mdi-"_L1)) {
        static const QRegularExpression icon(u"\\b(?:fa[a-z]?|fak|mdi):((?:fa|mdi)-[\\w-]+)\\s?"_s);
        if (hints) {
            for (auto found = icon.globalMatch(text); found.hasNext();)
                hints->append(markuptext::iconHint(found.next().captured(1)));
        }
        text.remove(icon);
    }
    text.replace("\\n"_L1, "\n"_L1);
    return (markdown ? markuptext::fromMarkdown(text, besides) : markuptext::fromHtml(text, besides))
        .trimmed();
}

QHash<QString, QString> propertiesOf(QStringView written) {
    constexpr qsizetype kMost = 100; // thousands of nodes may share them
    QHash<QString, QString> properties;
    for (const QStringView part : written.split(u',')) {
        if (properties.size() == kMost)
            break;
        const qsizetype colon = part.indexOf(u':');
        if (colon > 0)
            properties.insert(part.first(colon).trimmed().toString().toLower(),
                              part.sliced(colon + 1).trimmed().toString());
    }
    return properties;
}

QString colourOf(const QHash<QString, QString>& properties) {
    for (const QString& name : {u"fill"_s, u"stroke"_s}) {
        QString value = properties.value(name);
        if (const qsizetype at = value.indexOf(u'!'); at > 0)
            value.truncate(at);
        if (const QString colour = plainColour(value.trimmed()); !colour.isEmpty())
            return colour;
    }
    return {};
}

QString shapeOf(const QString& name) {
    static const QHash<QString, QString> shapes = [] {
        QHash<QString, QString> all;
        const auto add = [&all](const char* graphviz, const char* mermaid) {
            for (const QString& word : QString::fromLatin1(mermaid).split(u' '))
                all.insert(word, QString::fromLatin1(graphviz));
        };
        add("cylinder", "cyl cylinder database db lin-cyl disk lined-cylinder bow-rect stored-data "
                        "bow-tie-rectangle win-pane internal-storage window-pane datastore data-store");
        add("cds", "h-cyl das horizontal-cylinder");
        add("diamond", "diam decision diamond question");
        add("hexagon", "hex hexagon prepare");
        add("point", "f-circ junction filled-circle");
        add("circle", "circle circ sm-circ small-circle start");
        add("trapezium", "trap-b priority trapezoid-bottom trapezoid");
        add("invtrapezium", "trap-t manual trapezoid-top inv-trapezoid");
        add("doublecircle", "dbl-circ double-circle fr-circ framed-circle stop");
        add("note", "doc document docs documents st-doc stacked-document lin-doc lined-document tag-doc "
                    "tagged-document");
        add("parallelogram", "lean-r lean-right in-out lean-l lean-left out-in");
        add("component", "fr-rect subprocess subproc framed-rectangle subroutine");
        add("box3d", "st-rect processes procs stacked-rectangle");
        add("plaintext", "text brace brace-l brace-r braces comment");
        return all;
    }();
    return shapes.value(name.toLower());
}

bool isComment(const QString& name) {
    static const QSet<QString> comments{u"brace"_s, u"brace-l"_s, u"brace-r"_s, u"braces"_s, u"comment"_s};
    return comments.contains(name.toLower());
}

bool isUsualShape(const QString& name) {
    static const QSet<QString> usual{u"cylinder"_s,  u"cds"_s,          u"diamond"_s,       u"hexagon"_s,
                                     u"circle"_s,    u"doublecircle"_s, u"parallelogram"_s, u"trapezium"_s,
                                     u"component"_s, u"invtrapezium"_s, u"plaintext"_s};
    static const QSet<QString> plain{u"rect"_s,  u"proc"_s,    u"process"_s,  u"rectangle"_s, u"rounded"_s,
                                     u"event"_s, u"stadium"_s, u"terminal"_s, u"pill"_s,      u"odd"_s};
    return usual.contains(shapeOf(name)) || plain.contains(name.toLower());
}

Click clickOf(QStringView written) {
    TextCursor in(written);
    const auto word = [&in] {
        in.skipBlanks();
        return in.takeWhile([](QChar c) { return !c.isSpace() && c != u'"' && c != u';'; });
    };
    Click click;
    click.id = word().toString();
    in.skipBlanks();
    if (in.startsWith(u"href"))
        word();
    QStringList texts;
    bool given = false; // within what a call is given
    while (!in.atEnd()) {
        in.skipBlanks();
        if (in.takeIf(u"\"")) {
            const QString text = in.takeUntil(u"\"").value_or(QStringView()).toString();
            if (!given)
                texts << text;
        } else if (const QStringView other = word(); other.contains(u"://")) {
            texts << other.toString(); // Structurizr writes addresses without quotation marks
        } else if (!other.isEmpty()) {
            click.calls = click.calls || (!other.startsWith(u'_') && texts.isEmpty());
            given = other.lastIndexOf(u'(') > other.lastIndexOf(u')') || (given && !other.contains(u')'));
        } else {
            in.skip();
        }
    }
    click.link = click.calls ? QString() : texts.value(0);
    const QString tooltip = texts.value(click.calls ? 0 : 1);
    click.tooltip = tooltip == click.link ? QString() : plainLabel(tooltip);
    return click;
}

Diagram::Node& Nodes::find(const QString& id, Diagram::NodeType type) {
    const auto known = index_.constFind(id);
    if (known != index_.cend())
        return diagram_.nodes[*known];
    index_.insert(id, diagram_.nodes.size());
    Diagram::Node node;
    node.id = id;
    node.type = type;
    return diagram_.nodes.emplaceBack(std::move(node));
}

Diagram::Node* Nodes::known(const QString& id) {
    const auto known = index_.constFind(id);
    return known == index_.cend() ? nullptr : &diagram_.nodes[*known];
}

bool Nodes::tooMany() const {
    return diagram_.nodes.size() > exchangelimits::kUnplacedNodes ||
           diagram_.edges.size() > exchangelimits::kUnplacedEdges;
}

} // namespace groundplan::mermaid
