#pragma once

#include "model/design/design.h"

#include <QSet>

#include <memory>

namespace groundplan {

namespace routing {
struct IndexData;
}

/// What the router must know of a design, by place: blocks and cards (obstacles), the connections at each
/// element and the stored routes. Building one costs a few milliseconds for 10,000 blocks; whoever routes
/// many times a second (a canvas) keeps one and feeds it change sets. Equal designs give equal answers,
/// however the index came about.
class RoutingIndex {
public:
    RoutingIndex();
    explicit RoutingIndex(const Design& design);
    ~RoutingIndex();
    RoutingIndex(RoutingIndex&&) noexcept;
    RoutingIndex& operator=(RoutingIndex&&) noexcept;

    void rebuild(const Design& design);
    /// `design` is the state after the changes.
    void update(const Design& design, const ChangeSet& changes);

    /// As Design::connectionsAt(), without looking at every connection.
    QSet<ElementId> connectionsAt(const QSet<ElementId>& ids) const;
    /// Connections whose stored route runs through the inside of one of these, which is not one of its ends
    /// and holds neither of them (of a frame: not even a part of them).
    QSet<ElementId> connectionsThrough(const QSet<ElementId>& ids) const;

    /// Same answers to every question; for tests.
    friend bool operator==(const RoutingIndex& a, const RoutingIndex& b);

    const routing::IndexData& data() const { return *d; } ///< for the router

private:
    std::unique_ptr<routing::IndexData> d;
};

} // namespace groundplan
