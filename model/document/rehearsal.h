#pragma once

#include "model/document/document.h"

namespace groundplan {

/// An edit carried out beforehand on a copy of the design, on any thread and without a file: so what takes
/// long in it, finding ways for thousands of connections, is over before the document's own thread begins.
/// That one repeats the rows that came of it, which takes a fraction of the time.
class Rehearsal {
public:
    /// Runs `edit` to its end. What it captured by reference must not change meanwhile.
    Rehearsal(const Design& design, const EditFunction& edit);

    /// Within an edit whose design is that of the rehearsal (Document::digest() tells): the same rows, or the
    /// same refusal. Removes nothing that the rehearsed edit did not, so what is there is never lost.
    Result<void> repeat(Editor& editor) const;

    const Result<void>& result() const { return result_; }
    /// As the edit left it; of a refused one, as far as it came.
    const Design& design() const { return done_; }

private:
    Design done_;
    QList<Editor::Step> steps_; ///< in order, a row as often as it was touched
    Result<void> result_;
};

} // namespace groundplan
