#pragma once

#include "app/render/carried_document.h"
#include "model/document/document.h"

#include <optional>

namespace groundplan::report {

/// What goes out of a document: its design as it is, or as it was at a moment of its history. The window and
/// the command line both ask here.
struct Shown {
    Design design;
    QString title;
    std::optional<PracticeSession> session; ///< the latest that was begun by then
    /// What travels inside. Of a past moment its design and the sessions begun by then, without a history.
    /// Needs the document as long as it may be asked for.
    CarriedDocument source;
    /// The moment in words, with its time; empty where it is simply the design as it is.
    QString version;
};

enum class Inside { Nothing, Design, History };

/// `moment`: the number of an entry of the history, 0 before the first; nothing, or the last: as it is.
/// `name`: by which it was asked for; empty: by none of its own.
Result<Shown> shownOf(const Document& document, std::optional<qint64> moment, Inside inside,
                      const QString& name = {});

/// A board of its own in a file: the design as it was, and the sessions begun by then.
Result<void> saveCopyOf(const Document& document, qint64 moment, const QString& path);

} // namespace groundplan::report
