#pragma once

#include "model/design/design.h"
#include "model/design/error.h"

namespace groundplan {

namespace sqlite {
class Connection;
}

/// What an edit function writes through: rows go into the document's database at once, inside the edit's transaction,
/// and into design(), a working copy that shows them. Nothing of it is seen outside before the edit has committed.
/// Foreign keys are not cascaded: whoever removes an element removes what hangs on it (model/operations does).
class Editor {
public:
    ~Editor();
    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;

    /// The design as this edit has made it so far.
    const Design& design() const { return design_; }

    /// Inserts the row, or updates the columns in which it differs from the one with its id. Texts are stored as they
    /// are; a value out of range makes the whole edit fail with a sentence when the function returns.
    template <class Row>
    void put(const Row& row);
    /// Removes the row; one that is not there is no error.
    template <class Row>
    void remove(decltype(Row::id) id);

private:
    friend class Document;
    Editor(sqlite::Connection& connection, const Design& design);
    struct Statements;
    sqlite::Connection& connection_;
    Design design_;
    Error error_;
    bool failed_ = false;
};

} // namespace groundplan
