#pragma once

#include "model/graphviz/dot_text.h"
#include "model/graphviz/wire.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <algorithm>
#include <deque>
#include <iterator>
#include <string_view>
#include <vector>

namespace groundplan {

inline QByteArrayView viewOf(std::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

/// The attributes of one object of a parsed graph. A view: the graph and its bytes must live on.
class DotObject {
public:
    DotObject(const QHash<QByteArrayView, std::uint32_t>& names, const wire::Attributes& own,
              const wire::Attributes& defaults)
        : names_(names)
        , own_(own)
        , defaults_(defaults) {}

    const wire::Attributes& own() const { return own_; }
    const wire::Attributes& defaults() const { return defaults_; }
    /// What it says, or what it gets from the graph; nullptr when neither says anything.
    const wire::Attribute* find(QByteArrayView name) const {
        const auto index = names_.constFind(name);
        if (index == names_.cend())
            return nullptr;
        const wire::Attribute* attribute = findIn(own_, *index);
        return attribute ? attribute : findIn(defaults_, *index);
    }
    QByteArrayView value(QByteArrayView name) const {
        const wire::Attribute* attribute = find(name);
        return attribute ? viewOf(attribute->value) : QByteArrayView();
    }
    QString text(QByteArrayView name) const { return dottext::fromUtf8(value(name)); }
    bool isTrue(QByteArrayView name) const { return value(name) == QByteArrayView("true"); }
    /// The value of an attribute of ours, put together from NAME, NAME_2, NAME_3, ...; not yet decoded.
    QString longText(const QByteArray& name) const {
        QByteArray whole = value(name).toByteArray();
        for (int part = 2; !whole.isEmpty(); ++part) {
            const QByteArrayView more = value(name + '_' + QByteArray::number(part));
            if (more.isEmpty())
                break;
            whole += more;
        }
        return dottext::fromUtf8(whole);
    }

private:
    static const wire::Attribute* findIn(const wire::Attributes& list, std::uint32_t index) {
        for (const wire::Attribute& attribute : list) {
            if (attribute.name == index)
                return &attribute;
        }
        return nullptr;
    }

    const QHash<QByteArrayView, std::uint32_t>& names_;
    const wire::Attributes& own_;
    const wire::Attributes& defaults_;
};

/// A parsed graph with its attributes by name.
class DotGraph {
public:
    explicit DotGraph(const wire::Graph& graph)
        : wire_(graph) {
        for (std::uint32_t i = 0; i < graph.names.size(); ++i)
            names_.insert(viewOf(graph.names[i]), i);
    }
    DotGraph(const DotGraph&) = delete;
    DotGraph& operator=(const DotGraph&) = delete;

    const wire::Graph& wire() const { return wire_; }
    QString name() const { return dottext::fromUtf8(viewOf(wire_.name)); }
    DotObject board() const { return {names_, wire_.attributes, none_}; }
    DotObject of(const wire::Cluster& cluster) const {
        return {names_, cluster.attributes, wire_.attributes};
    }
    /// A cluster with only those attributes of which the cluster around it does not say the same: what was
    /// written by hand for the outer one does not mean the inner ones, though DOT passes it on.
    DotObject withoutInherited(const wire::Cluster& cluster) {
        std::vector<std::string_view> around(wire_.names.size());
        if (cluster.parent != wire::kNone) {
            for (const wire::Attribute& attribute : wire_.clusters[cluster.parent].attributes)
                around[attribute.name] = attribute.value;
        }
        const auto isInherited = [&around](const wire::Attribute& attribute) {
            return !attribute.value.empty() && around[attribute.name] == attribute.value;
        };
        wire::Attributes& own = own_.emplace_back();
        std::remove_copy_if(cluster.attributes.begin(), cluster.attributes.end(), std::back_inserter(own),
                            isInherited);
        return {names_, own, none_};
    }
    DotObject of(const wire::Node& node) const { return {names_, node.attributes, wire_.nodeDefaults}; }
    DotObject of(const wire::Edge& edge) const { return {names_, edge.attributes, wire_.edgeDefaults}; }

private:
    const wire::Graph& wire_;
    const wire::Attributes none_;
    std::deque<wire::Attributes> own_;
    QHash<QByteArrayView, std::uint32_t> names_;
};

} // namespace groundplan
