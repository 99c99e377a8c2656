#include "model/operations/kept_index.h"

#include "model/document/document.h"

namespace groundplan {

namespace {

class KeptIndex : public Companion {
public:
    explicit KeptIndex(const Design& design)
        : index(design) {}
    void follow(const Design& design, const ChangeSet& changes) override { index.update(design, changes); }

    RoutingIndex index;
};

std::unique_ptr<Companion> makeKeptIndex(const Design& design) {
    return std::make_unique<KeptIndex>(design);
}

} // namespace

const RoutingIndex& routingIndexOf(Editor& editor) {
    return static_cast<KeptIndex&>(editor.companion(makeKeptIndex)).index;
}

const RoutingIndex& routingIndexOf(const Document& document) {
    return static_cast<KeptIndex&>(document.companion(makeKeptIndex)).index;
}

} // namespace groundplan
