#include "model/framework/ways.h"

#include "model/framework/breadth_first.h"

#include <algorithm>

namespace groundplan {
namespace {

/// A block, and how many stations the way has passed with it.
struct At {
    ElementId block;
    qsizetype passed = 0;
    friend bool operator==(const At&, const At&) = default;
    friend size_t qHash(const At& at, size_t seed = 0) { return qHashMulti(seed, at.block, at.passed); }
};

class Walk {
public:
    Walk(const QList<QStringList>& stations, const Design& design, const Catalogue& catalogue)
        : stations_(stations)
        , design_(design)
        , catalogue_(catalogue) {
        for (const Block& block : design.blocks)
            blocks_.append(block.id);
        std::sort(blocks_.begin(), blocks_.end());
        for (const Connection& row : design.connections) {
            connect(row.source, row.target);
            if (row.direction != Direction::Forward)
                connect(row.target, row.source);
        }
        for (QList<ElementId>& next : next_)
            std::sort(next.begin(), next.end());
    }

    QList<ElementId> shortest() {
        for (const ElementId id : std::as_const(blocks_)) {
            if (isAt(id, 0))
                search_.reach({id, 1});
        }
        while (const std::optional<At> next = search_.next()) {
            const At& at = *next;
            if (at.passed == stations_.size()) {
                QList<ElementId> way = search_.backFrom(at);
                std::reverse(way.begin(), way.end());
                return way;
            }
            for (const ElementId id : next_.value(at.block))
                search_.reach({id, at.passed + (isAt(id, at.passed) ? 1 : 0)}, at);
        }
        return {};
    }

private:
    QList<ElementId> blocksAt(ElementId end) const {
        if (design_.blocks.find(end))
            return {end};
        QList<ElementId> inside;
        std::copy_if(blocks_.begin(), blocks_.end(), std::back_inserter(inside),
                     [&](ElementId id) { return design_.isInside(id, end); });
        return inside;
    }
    void connect(ElementId from, ElementId to) {
        if (from == to)
            return;
        const QList<ElementId> ends = blocksAt(to);
        for (const ElementId begin : blocksAt(from))
            next_[begin] += ends;
    }
    bool isAt(ElementId id, qsizetype station) const {
        const Block& block = design_.blocks.at(id);
        const KindGroup* group = catalogue_.groupOfKind(block.kind);
        const QStringList& names = stations_.at(station);
        return names.contains(block.kind) || (group && names.contains(group->name));
    }

    const QList<QStringList>& stations_;
    const Design& design_;
    const Catalogue& catalogue_;
    QList<ElementId> blocks_;
    QHash<ElementId, QList<ElementId>> next_;
    BreadthFirst<At> search_;
};

} // namespace

QList<ElementId> wayThrough(const QList<QStringList>& stations, const Design& design,
                            const Catalogue& catalogue) {
    return stations.isEmpty() ? QList<ElementId>() : Walk(stations, design, catalogue).shortest();
}

} // namespace groundplan
