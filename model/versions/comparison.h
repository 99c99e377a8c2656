#pragma once

#include "model/design/design.h"
#include "model/versions/field_text.h"

#include <QList>

namespace groundplan {

/// One respect in which a thing differs, in words for people.
struct Change {
    QString what; ///< "title", "risk", "metric “AUC”"; within a decision "choice", "pro of “Boosting”"
    QString before;      ///< empty: there was none
    QString after;       ///< empty: there is none any longer
    QString within = {}; ///< the decision that it is part of: "decision “Which model?”"
    /// What changed, with the decision that it is part of.
    QString whole() const { return within.isEmpty() ? what : QStringLiteral("%1, %2").arg(within, what); }
    friend bool operator==(const Change&, const Change&) = default;
};

/// A thing on the board that two versions of a design do not have alike, with all that hangs on it.
struct Difference {
    enum class Kind {
        Added,
        Removed,
        Changed,
        Moved, ///< only elsewhere, of another size, drawn another way or behind something else
    };
    Kind kind = Kind::Changed;
    ElementId element; ///< none: the board, and what hangs on it
    ElementType type = ElementType::Block;
    QString caption; ///< what the user calls it in the newer version, of what was removed in the older one
    QString name;    ///< of a block or frame, likewise; else empty
    QList<Change> changes;
    friend bool operator==(const Difference&, const Difference&) = default;
};

/// What became of `before` in `after`: the board first, then as one reads the newer version, connections
/// last. Rows are the same where their ids are. Routes and labels that merely follow what they belong to
/// count nothing. Empty when nothing but what is computed differs. `fields`: without it they stand by their
/// keys, as they are stored.
QList<Difference> compare(const Design& before, const Design& after, const FieldTextOf& fields = {});

/// `design` with the ids of `base` for what is the same in both under other ids (blocks and frames of the
/// same name, connections between the same ends, notes of the same words, ...): two designs that do not come
/// from one file can then be compared. What has an id of `base` already keeps it.
Design alignedWith(const Design& design, const Design& base);

} // namespace groundplan
