#pragma once

#include "app/cli/arguments.h"
#include "app/render/carried_document.h"
#include "model/document/document.h"

#include <optional>

namespace groundplan::cli {

/// What an export or a report shows of a document: the design as it is, or with --at as it was.
struct Shown {
    Design design;
    QString title;
    std::optional<PracticeSession> session; ///< the latest that was begun by then
    /// What travels inside; none with --no-source. With --at it is that moment's design and the sessions
    /// begun by then, and has no history. Needs the document as long as it may be asked for.
    CarriedDocument source;
    /// The moment in words, with its time; empty without --at, and where a number says the design as it is.
    QString version;
};

/// Whether --at, --no-source and --with-history go together.
Result<void> checkShown(const Arguments& arguments);

/// `carries`: whether the file has a place for a document.
Result<Shown> shownOf(const Arguments& arguments, const Document& document, bool carries);

} // namespace groundplan::cli
