#pragma once

#include "model/document/document.h"
#include "model/operations/operations.h"

#include <random>

namespace groundplan {

/// Random gestures on a document, the same ones for the same seed and board: what a busy user does, in no
/// good order.
class RandomEdits {
public:
    explicit RandomEdits(quint64 seed)
        : random_(seed) {}

    /// Called as the last thing of an edit, inside its transaction.
    using BeforeCommit = std::function<void()>;

    /// One edit that certainly changes something (the board's task counts them), as one history entry.
    Result<void> edit(Document& document, const BeforeCommit& beforeCommit = {});
    /// The next letters of a text that is being typed into a note; begins one when `note` is none. All calls
    /// with one `token` are one history entry.
    Result<void> type(Document& document, NoteId& note, const QByteArray& token,
                      const BeforeCommit& beforeCommit = {});

    /// A number from 0 to `most`.
    int number(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

private:
    Result<void> gesture(Editor& editor);
    Result<void> addSomething(Editor& editor);
    Result<void> changeSomething(Editor& editor, ElementId id);
    Result<void> hangSomething(Editor& editor, ElementId subject);
    ElementId anyElement(const Design& design);
    ElementId anyEnd(const Design& design);
    Point anyPoint();
    QString anyText();

    std::mt19937_64 random_;
};

} // namespace groundplan
