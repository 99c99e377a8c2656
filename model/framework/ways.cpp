#include "model/framework/ways.h"

#include <algorithm>
#include <deque>

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
                reach({id, 1}, {});
        }
        while (!open_.empty()) {
            const At at = open_.front();
            open_.pop_front();
            if (at.passed == stations_.size())
                return backFrom(at);
            for (const ElementId id : next_.value(at.block))
                reach({id, at.passed + (isAt(id, at.passed) ? 1 : 0)}, at);
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
    void reach(const At& at, const At& before) {
        if (from_.contains(at))
            return;
        from_.insert(at, before);
        open_.push_back(at);
    }
    QList<ElementId> backFrom(const At& end) const {
        QList<ElementId> way;
        for (At on = end; on.block; on = from_.value(on))
            way.prepend(on.block);
        return way;
    }

    const QList<QStringList>& stations_;
    const Design& design_;
    const Catalogue& catalogue_;
    QList<ElementId> blocks_;
    QHash<ElementId, QList<ElementId>> next_;
    QHash<At, At> from_;
    std::deque<At> open_;
};

} // namespace

QList<ElementId> wayThrough(const QList<QStringList>& stations, const Design& design,
                            const Catalogue& catalogue) {
    return stations.isEmpty() ? QList<ElementId>() : Walk(stations, design, catalogue).shortest();
}

} // namespace groundplan
