#pragma once

#include "model/design/design.h"

#include <QList>

#include <memory>

namespace groundplan {

/// What is made from a design and kept beside it from edit to edit, because making it anew would take longer
/// than most edits do: the index of places that the router reads. Not recorded; equal designs make equal
/// companions.
class Companion {
public:
    virtual ~Companion() = default;
    /// `design` is the state after the changes; some of what they name may be as it was before.
    virtual void follow(const Design& design, const ChangeSet& changes) = 0;
};
using MakeCompanion = std::unique_ptr<Companion> (*)(const Design& design);

/// A document's companion with what it has not been told yet: it is made, and brought up to date, when asked
/// for. Within an edit it shows the editor's design; an edit that comes to nothing is taken back.
class CompanionSlot {
public:
    Companion& at(const Design& design, MakeCompanion make);

    /// An edit has changed the rows of that element.
    void touch(ElementId id) { touched_.append(id); }
    /// The edit has been committed.
    void keep();
    /// It has been rolled back.
    void takeBack();
    /// The document's design has changed otherwise.
    void note(const ChangeSet& changes);

private:
    std::unique_ptr<Companion> companion_;
    QSet<ElementId> stale_;    ///< changed since the companion was told
    QList<ElementId> touched_; ///< by the edit under way, in order
    qsizetype told_ = 0;       ///< how many of them the companion knows
};

} // namespace groundplan
