#pragma once

#include "app/panels/continued_field.h"
#include "app/panels/element_edits.h"
#include "app/panels/entry.h"
#include "model/operations/operations.h"

namespace groundplan {

/// An entry bound to one row. A draft is a row that is not in the design yet: it comes in with the first
/// thing that is typed into it, in the same undo step, and leaves no trace when nothing is.
template <class Row>
class RowEntry : public Entry {
public:
    using RowId = decltype(Row::id);

    bool isDraft() const { return draft_.has_value(); }

protected:
    struct Names {
        const char* add;
        const char* change;
    };

    /// `row` is in the design, or the draft.
    RowEntry(PanelHost& host, const Row& row, bool draft, Names names, QWidget* parent)
        : Entry(host, row.id.value(), parent)
        , rowId_(row.id)
        , names_(names) {
        if (draft)
            draft_ = row;
    }

    /// Whether a draft still holds nothing worth a row.
    virtual bool isBlank(const Row& row) const = 0;

    /// The row in the design, else the draft; nullptr when it is gone.
    const Row* row(const Design& design) const {
        if (const Row* found = tableOf<Row>(design).find(rowId_))
            return found;
        return draft_ ? &*draft_ : nullptr;
    }
    const Row* row() const { return row(host_.design()); }

    EditName editName() const {
        return {tableOf<Row>(host_.design()).contains(rowId_) ? names_.change : names_.add, {}};
    }

    template <class Change>
    Result<void> changeIn(Editor& editor, const Change& change) {
        const Row* found = row(editor.design());
        if (!found)
            return Failure(subjectGone());
        Row changed = *found;
        const bool isNew = !tableOf<Row>(editor.design()).contains(rowId_);
        change(changed);
        if (isNew) {
            if constexpr (requires { changed.subject; }) {
                if (changed.subject && !editor.design().elements.contains(changed.subject))
                    return Failure(subjectGone());
            }
            if (isBlank(changed))
                return {};
            changed.order = lastOrder(tableOf<Row>(editor.design()));
        }
        editor.put(changed);
        return {};
    }

    /// One edit of its own (a choice, a switch); a draft remembers it until it becomes a row.
    template <class Change>
    void change(const Change& change) {
        host_.edit(editName(), [&](Editor& editor) { return changeIn(editor, change); });
        if (draft_ && !settle())
            change(*draft_);
        refresh();
    }

    /// Binds a field to one text of the row.
    void bindText(ContinuedField* field, QString Row::*text) {
        field->bind([this] { return editName(); },
                    [this, text](const Design& design) -> std::optional<QString> {
                        const Row* found = row(design);
                        return found ? std::optional(found->*text) : std::nullopt;
                    },
                    [this, text](Editor& editor, const QString& typed) {
                        return changeIn(editor, [&](Row& row) { row.*text = typed; });
                    });
    }

    /// Takes note of a draft that has become a row; true when it is one.
    bool settle() {
        if (draft_ && tableOf<Row>(host_.design()).contains(rowId_))
            draft_.reset();
        return !draft_;
    }

    const RowId rowId_;

private:
    Names names_;
    std::optional<Row> draft_;
};

} // namespace groundplan
