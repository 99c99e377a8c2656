#include "model/document/companion.h"

#include <utility>

namespace groundplan {

Companion& CompanionSlot::at(const Design& design, MakeCompanion make) {
    if (!companion_) {
        companion_ = make(design);
        stale_.clear();
        told_ = touched_.size();
        return *companion_;
    }
    ChangeSet changes;
    changes.elements = std::exchange(stale_, {});
    for (; told_ < touched_.size(); ++told_)
        changes.elements.insert(touched_.at(told_));
    if (!changes.elements.isEmpty())
        companion_->follow(design, changes);
    return *companion_;
}

void CompanionSlot::keep() {
    for (; companion_ && told_ < touched_.size(); ++told_)
        stale_.insert(touched_.at(told_));
    touched_.clear();
    told_ = 0;
}

void CompanionSlot::takeBack() {
    // It may have been made, or told, within the edit: then it shows what is no longer so.
    told_ = 0;
    keep();
}

void CompanionSlot::note(const ChangeSet& changes) {
    if (changes.reset) {
        companion_.reset();
        stale_.clear();
        touched_.clear();
        told_ = 0;
    } else if (companion_) {
        stale_.unite(changes.elements);
    }
}

} // namespace groundplan
