#include "model/framework/complete_path.h"

#include "model/framework/breadth_first.h"

#include <algorithm>

namespace groundplan {
namespace {

/// How far the way has come with what is learned.
enum class Stage { Raw, Features, Learned };

struct At {
    ElementId block;
    Stage stage = Stage::Raw;
    friend bool operator==(const At&, const At&) = default;
    friend size_t qHash(const At& at, size_t seed = 0) { return qHashMulti(seed, at.block, int(at.stage)); }
};

struct Leg {
    ElementId to;
    Flow flow = Flow::Request;
};

class Ways {
public:
    Ways(const Design& design, const Catalogue& catalogue)
        : design_(design)
        , catalogue_(catalogue) {
        for (const Connection& connection : design.connections) {
            legs_[connection.source].append({connection.target, connection.flow});
            if (connection.direction != Direction::Forward)
                legs_[connection.target].append({connection.source, connection.flow});
        }
        for (QList<Leg>& legs : legs_)
            std::sort(legs.begin(), legs.end(), [](const Leg& a, const Leg& b) { return a.to < b.to; });
    }

    QList<ElementId> shortest() {
        QList<ElementId> begins;
        for (const Block& block : design_.blocks) {
            if (isData(block))
                begins.append(block.id);
        }
        std::sort(begins.begin(), begins.end());
        for (const ElementId id : std::as_const(begins))
            search_.reach({id}, {});
        while (const std::optional<At> next = search_.next()) {
            const At& at = *next;
            if (at.stage == Stage::Learned && roleOf(design_.blocks.at(at.block)) == GroupRole::Serving)
                return search_.backFrom(at);
            for (const Leg& leg : legs_.value(at.block)) {
                if (const Block* block = design_.blocks.find(leg.to))
                    search_.reach({leg.to, after(at.stage, leg.flow, *block)}, at);
            }
        }
        return {};
    }

private:
    GroupRole roleOf(const Block& block) const {
        const KindGroup* group = catalogue_.groupOfKind(block.kind);
        return group ? group->role : GroupRole::None;
    }
    bool isData(const Block& block) const {
        const Kind* kind = catalogue_.kind(block.kind);
        return roleOf(block) == GroupRole::Data && kind && (kind->path != Path::Online || kind->flowOut);
    }
    /// Makes features out of data: it takes data in, or what it gives out is usually learned from.
    bool makesFeatures(const Block& block) const {
        const Kind* kind = catalogue_.kind(block.kind);
        if (!kind || roleOf(block) != GroupRole::None)
            return false;
        if (kind->flowIn == Flow::Batch || kind->flowIn == Flow::Stream)
            return true;
        const QList<Kind>& kinds = catalogue_.kinds();
        return std::any_of(kinds.begin(), kinds.end(), [&](const Kind& next) {
            return catalogue_.usualFlow(kind->name, next.name) == Flow::TrainingData;
        });
    }
    Stage after(Stage stage, Flow flow, const Block& block) const {
        if (flow == Flow::TrainingData || flow == Flow::ModelArtifact)
            return Stage::Learned;
        if (block.ml && (stage == Stage::Features || roleOf(block) != GroupRole::Serving))
            return Stage::Learned;
        return std::max(stage, makesFeatures(block) ? Stage::Features : Stage::Raw);
    }

    const Design& design_;
    const Catalogue& catalogue_;
    QHash<ElementId, QList<Leg>> legs_;
    BreadthFirst<At> search_;
};

} // namespace

QList<ElementId> completePath(const Design& design, const Catalogue& catalogue) {
    return Ways(design, catalogue).shortest();
}

} // namespace groundplan
