#pragma once

#include "model/graphviz/wire.h"

#include <QList>

#include <cstdint>
#include <vector>

namespace groundplan {

/// What nothing joins stands beside its siblings in the order in which it was told. dot keeps that order but
/// for layouts downwards: there its older versions (2.43) turn the contents of a cluster round.
class SiblingOrder {
public:
    /// The graph must outlive this, and have all of its nodes and clusters.
    explicit SiblingOrder(const wire::LayoutGraph& graph);

    /// A node or a cluster: what an edge can end at.
    std::uint32_t ofCluster(std::uint32_t cluster) const { return cluster; }
    std::uint32_t ofNode(std::uint32_t node) const {
        return std::uint32_t(graph_.clusterParents.size()) + node;
    }
    void join(std::uint32_t one, std::uint32_t other);

    /// Unjoined siblings that take up the same ranks and stand next to each other change places; whatever
    /// else there is stays where it is.
    wire::Places inOrder(wire::Places places) const;

private:
    struct Box;

    std::uint32_t above(std::uint32_t unit) const;
    std::uint32_t depthOf(std::uint32_t unit) const;
    QList<Box> boxesOf(const wire::Places& places) const;

    const wire::LayoutGraph& graph_;
    std::vector<bool> joined_; ///< by node or cluster
    std::vector<std::uint32_t> depths_;
};

} // namespace groundplan
