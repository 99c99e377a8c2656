#include "model/exchange/mermaid_looks.h"

#include "model/exchange/mermaid_own.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan::mermaid {

namespace {

using NodeType = Diagram::NodeType;

QString tr(const char* text) {
    return QCoreApplication::translate("Exchange", text);
}

/// Lines about the same thing add up; thousands of nodes may share them.
void add(const QHash<QString, QString>& said, QHash<QString, QString>& properties) {
    constexpr qsizetype kMost = 100;
    if (properties.size() < kMost)
        properties.insert(said);
}

} // namespace

void FlowchartLooks::addClass(const QString& id, const QString& name) {
    if (!name.isEmpty())
        classesOf_[id] << name;
}
void FlowchartLooks::addClick(const Click& click) {
    clicks_ << click;
}
void FlowchartLooks::addIcons(const QString& node, qsizetype count) {
    if (count > 0 && !node.isEmpty())
        icons_ << node;
}
void FlowchartLooks::addLink(const Link& link, const QString& source, const QString& target, qsizetype edge) {
    links_.append({link.id, source, target, link.text, link.marks, edge, {}});
}
void FlowchartLooks::addUnasked(const QString& id, const QString& look) {
    unasked_[id] << look;
}
void FlowchartLooks::addShape(const QString& id, const QString& shape) {
    shapes_.insert(id, shape);
}

void FlowchartLooks::read(const QString& word, QStringView rest) {
    const qsizetype blank =
        std::find_if(rest.begin(), rest.end(), [](QChar c) { return c.isSpace(); }) - rest.begin();
    const QString names = rest.first(blank).toString();
    const QStringView said = rest.sliced(blank).trimmed();
    if (word == "class"_L1) {
        // Names may be divided by commas with blanks: the last word is the class.
        const qsizetype last = rest.toString().lastIndexOf(u' ');
        const QString name = rest.sliced(last + 1).toString();
        for (const QStringView id : rest.first(std::max<qsizetype>(last, 0)).split(u','))
            addClass(id.trimmed().toString(), name);
    } else if (word == "classDef"_L1) {
        for (const QString& name : names.split(u','))
            add(mermaid::propertiesOf(said), classes_[name.trimmed()]);
    } else if (word == "style"_L1) {
        for (const QString& id : names.split(u','))
            add(mermaid::propertiesOf(said), styles_[id.trimmed()]);
    } else {
        readLinkStyle(names, said);
    }
}

void FlowchartLooks::readLinkStyle(const QString& numbers, QStringView said) {
    const bool isCurved = said.startsWith(u"interpolate");
    if (isCurved)
        said = said.sliced(said.indexOf(u' ', QStringView(u"interpolate ").size()) + 1);
    QHash<QString, QString> properties = mermaid::propertiesOf(said);
    if (isCurved)
        properties.insert(u"interpolate"_s, {});
    if (numbers == "default"_L1) {
        allLinks_ = true;
        return;
    }
    for (const QString& number : numbers.split(u',')) {
        bool isNumber = false;
        const qsizetype at = number.trimmed().toLongLong(&isNumber);
        if (isNumber && at >= 0 && at < links_.size())
            links_[at].style.insert(properties);
    }
}

/// People hide nodes and links to place others.
bool FlowchartLooks::isHidden(const QHash<QString, QString>& properties) {
    const auto says = [&properties](const QString& name, std::initializer_list<QLatin1StringView> values) {
        QString value = properties.value(name).toLower();
        value = value.section(u'!', 0, 0).trimmed();
        return std::find(values.begin(), values.end(), value) != values.end();
    };
    return says(u"display"_s, {"none"_L1}) || says(u"visibility"_s, {"hidden"_L1}) ||
           says(u"opacity"_s, {"0"_L1, "0.0"_L1, "0%"_L1}) ||
           says(u"stroke-opacity"_s, {"0"_L1, "0.0"_L1, "0%"_L1});
}

void FlowchartLooks::apply(Nodes& nodes) {
    applyToNodes();
    for (const Click& click : std::as_const(clicks_)) {
        Diagram::Node* node = nodes.known(click.id);
        if (node) {
            // A label may hold a link, too.
            const QString written = std::exchange(node->link, QString());
            markuptext::take({{click.link, written}}, *node, diagram_.notTaken);
            if (!click.tooltip.isEmpty())
                markuptext::addLine(node->description, click.tooltip);
        }
        const QString name = called(nodes, click.id);
        if (click.calls)
            diagram_.notTaken.add(tr("What a click on %1 calls was left out.").arg(name));
        else if (!node)
            diagram_.notTaken.add(tr("There is no node %1 for a click: %2 was left out.")
                                      .arg(name, NotTaken::quoted(click.link + u' ' + click.tooltip)));
    }
    for (const QString& id : std::as_const(icons_)) {
        diagram_.notTaken.add(tr("Icons were left out, blocks show those of their kinds: %1."),
                              called(nodes, id));
    }
    if (classes_.contains(u"default"_s))
        diagram_.notTaken.add(tr("The looks of all nodes (classDef default) were left out."));
    if (allLinks_)
        diagram_.notTaken.add(tr("The looks of all connections (linkStyle default) were left out."));
    applyToLinks(nodes);
    leaveOutHidden();
    sayLostLooks();
}

void FlowchartLooks::applyToNodes() {
    for (Diagram::Node& node : diagram_.nodes) {
        const QStringList names = classesOf_.value(node.id);
        for (const QString& name : names) {
            if (takeOwnClass(name, node)) {
                ours_ = true;
                continue;
            }
            node.hints << name;
            if (const QString colour = mermaid::colourOf(classes_.value(name)); !colour.isEmpty())
                node.colour = colour;
        }
        if (const QString colour = mermaid::colourOf(styles_.value(node.id)); !colour.isEmpty())
            node.colour = colour;
        if (node.shape == "plaintext"_L1 && node.type == NodeType::Block) {
            node.type = NodeType::Text;
            node.shape.clear();
        }
    }
}

QString FlowchartLooks::called(Nodes& nodes, const QString& id) {
    const Diagram::Node* node = nodes.known(id);
    return NotTaken::thing(id, node ? node->title() : QString(), NotTaken::called(id));
}
QString FlowchartLooks::nameOf(Nodes& nodes, const Counted& link) {
    return NotTaken::link(called(nodes, link.source), called(nodes, link.target), link.label);
}

void FlowchartLooks::applyToLinks(Nodes& nodes) {
    hiddenEdges_.fill(false, diagram_.edges.size());
    QHash<QString, QHash<QString, QString>> told; // by id
    for (Counted& link : links_) {
        const QString name = nameOf(nodes, link);
        if (!link.id.isEmpty() && !told.contains(link.id))
            told.insert(link.id, propertiesOf(link.id));
        QHash<QString, QString> style = told.value(link.id);
        style.insert(link.style);
        link.style = style;
        if (link.edge < 0) {
            diagram_.notTaken.add(tr("Invisible links (~~~), which only place nodes, were left out: %1."),
                                  name);
            continue;
        }
        const QString stroke = link.style.value(u"stroke"_s);
        if (isHidden(link.style) || stroke == "none"_L1 || stroke == "transparent"_L1) {
            hiddenEdges_[link.edge] = true;
            diagram_.notTaken.add(
                tr("Links that linkStyle hides, which only place nodes, were left out: %1."), name);
            continue;
        }
        Diagram::Edge& edge = diagram_.edges[link.edge];
        if (ours_ && (!link.style.isEmpty() || edge.line == Diagram::Edge::Line::Plain))
            edge.flow = flowOfStyle(link.style);
        edge.line = lineStyled(link.style, edge.line);
        if (!edge.flow && !stroke.isEmpty())
            diagram_.notTaken.add(tr("Colours of connections were left out, the flow says theirs: %1."),
                                  name);
        for (auto look = link.style.cbegin(); !edge.flow && look != link.style.cend(); ++look) {
            static const QSet<QString> kept{u"fill"_s, u"stroke"_s, u"stroke-dasharray"_s, u"stroke-width"_s};
            if (!kept.contains(look.key()))
                note(lostLooks_, look.key(), name);
        }
        if (!link.marks.isEmpty())
            diagram_.notTaken.add(tr("Marks at the ends of connections were left out: %1."),
                                  name + u" ("_s + link.marks + u')');
    }
}

QHash<QString, QString> FlowchartLooks::propertiesOf(const QString& id) const {
    QHash<QString, QString> properties;
    for (const QString& name : classesOf_.value(id)) {
        if (!ours_ || !isOwnClass(name))
            add(classes_.value(name), properties);
    }
    add(styles_.value(id), properties);
    return properties;
}

void FlowchartLooks::note(Lost& lost, const QString& look, const QString& whose) {
    constexpr qsizetype kNamed = 3;
    Bearers& bearers = lost[look];
    if (++bearers.count <= kNamed)
        bearers.first << whose;
}

void FlowchartLooks::say(const QString& sentence, const Lost& lost) {
    for (auto look = lost.cbegin(); look != lost.cend(); ++look) {
        const QString first = look->first.join(u", "_s);
        const qsizetype more = look->count - look->first.size();
        diagram_.notTaken.add(
            sentence, look.key().left(60) + u" ("_s +
                          (more > 0 ? tr("%1 and %2 more").arg(first, QString::number(more)) : first) + u')');
    }
}

/// Of what has become one colour and a kind.
void FlowchartLooks::sayLostLooks() {
    Lost shapes;
    for (const Diagram::Node& node : std::as_const(diagram_.nodes)) {
        const QString whose = NotTaken::thing(node.id, node.title(), NotTaken::called(node.id));
        const QHash<QString, QString> properties = propertiesOf(node.id);
        for (auto look = properties.cbegin(); look != properties.cend(); ++look) {
            const bool isColour = look.key() == "fill"_L1 || look.key() == "stroke"_L1;
            static const QSet<QString> nothing{u"none"_s, u"transparent"_s, u"white"_s, u"#fff"_s,
                                               u"#ffffff"_s};
            const bool isNothing = isColour && nothing.contains(look.value().toLower());
            const bool isTaken =
                isColour && colourOf({{u"fill"_s, look.value()}}) == node.colour && !node.colour.isEmpty();
            if (!isNothing && !isTaken)
                note(lostLooks_, look.key(), whose);
        }
        for (const QString& look : unasked_.value(node.id))
            note(lostLooks_, look, whose);
        if (const QString shape = shapes_.value(node.id); !shape.isEmpty())
            note(shapes, shape, whose);
    }
    say(tr("Looks that the board does not have were left out: %1."), lostLooks_);
    say(tr("Shapes of nodes were left out, blocks look as their kinds do: %1."), shapes);
}

/// Nodes that are not displayed, with their links.
void FlowchartLooks::leaveOutHidden() {
    QHash<QString, QString> hidden; // labels by id
    QSet<QString> parents;
    for (const Diagram::Node& node : std::as_const(diagram_.nodes))
        parents << node.parent;
    for (const Diagram::Node& node : std::as_const(diagram_.nodes)) {
        bool isGone = isHidden(styles_.value(node.id));
        for (const QString& name : classesOf_.value(node.id))
            isGone = isGone || isHidden(classes_.value(name));
        if (!isGone || parents.contains(node.id))
            continue;
        const QString label = node.label.isEmpty() ? node.id : node.label;
        hidden.insert(node.id, label);
        diagram_.notTaken.add(tr("%1 was left out: it is hidden.").arg(NotTaken::quoted(label)));
    }
    QList<Diagram::Edge> edges;
    for (qsizetype i = 0; i < diagram_.edges.size(); ++i) {
        const Diagram::Edge& edge = diagram_.edges[i];
        if (hiddenEdges_[i])
            continue;
        if (!hidden.contains(edge.source) && !hidden.contains(edge.target)) {
            edges << edge;
            continue;
        }
        const auto end = [&hidden](const QString& id) { return NotTaken::thing(id, hidden.value(id, id)); };
        diagram_.notTaken.add(tr("Connections with hidden nodes were left out: %1."),
                              NotTaken::link(end(edge.source), end(edge.target), edge.label));
    }
    diagram_.edges = edges;
    diagram_.nodes.removeIf([&hidden](const Diagram::Node& node) { return hidden.contains(node.id); });
}

} // namespace groundplan::mermaid
