#pragma once

#include "model/design/design.h"
#include "model/design/error.h"
#include "model/document/companion.h"

#include <memory>

namespace groundplan {

namespace sqlite {
class Connection;
}

/// What an edit function writes through: rows go into the document's database at once, inside the edit's
/// transaction, and into design(), a working copy that shows them. Nothing of it is seen outside before the
/// edit has committed. Nothing is cascaded: whoever removes an element removes what hangs on it
/// (model/operations does).
class Editor {
public:
    ~Editor();
    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;

    /// The design as this edit has made it so far. References into it are valid until the next put() or
    /// remove().
    const Design& design() const { return design_; }

    /// Inserts the row, or updates the columns in which it differs from the one with its id. A value out of
    /// range makes the whole edit fail with a sentence when its function returns. Row: any row type of
    /// rows.h.
    template <class Row>
    void put(const Row& row);
    /// Keeps a picture's bytes with the document and says their key. Not recorded: they stay when the edit is
    /// undone.
    QString addAsset(const QByteArray& bytes);
    /// Removes the row; one that is not there is no error.
    template <class Row>
    void remove(decltype(Row::id) id);

    /// What the document keeps beside its design, showing design() until the next put() or remove(). A
    /// document has one companion: all ask for it with the same `make`.
    Companion& companion(MakeCompanion make) { return companion_.at(design_, make); }

private:
    friend class Document;
    friend class DocumentWriter;
    friend class Rehearsal;
    struct Statements;
    /// A row that was touched, by its table's put() or remove().
    struct Step {
        void (*repeat)(Editor& editor, const Design& done, qint64 id);
        qint64 id;
    };

    Editor(sqlite::Connection& connection, const Design& design, CompanionSlot& companion);
    /// Writes into design() alone and notes every step.
    Editor(const Design& design, CompanionSlot& companion, QList<Step>& steps);
    template <class Row>
    bool insert(const Row& row);
    template <class Row>
    bool update(const Row& old, const Row& row);
    void failed(const char* table);
    /// What could not be read again must not be written: the file would be refused the next time it is
    /// opened.
    void outOfRange(const char* table);

    sqlite::Connection* connection_; ///< none while rehearsing
    QList<Step>* steps_ = nullptr;   ///< while rehearsing
    CompanionSlot& companion_;
    Design design_;
    std::unique_ptr<Statements> statements_;
    int code_ = 0;  ///< SQLite's extended code of the first failure; 0: none
    QString table_; ///< where it happened
};

} // namespace groundplan
