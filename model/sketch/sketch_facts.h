#pragma once

#include "model/design/catalogue.h"
#include "model/sketch/sketch_text.h"

namespace groundplan {

/// One fact about a block, as typed behind "name:" or with the block selected. Several are divided by ";",
/// metrics also by
/// ",":
///
///   ? text      a question          ! text   a risk       * text   an assumption     # text   a remark
///   ?? text | option | option       a decision with its options
///   | text      one more option of the block's last decision
///   + text      what speaks for its last option           - text   what speaks against it
///   p99 20 ms   a metric's current value                  auc >= 0.8, p99 <= 60 ms   its target
///   @online, @offline, @ml, @no ml
///
/// With Russian letters switched on, where there is no #, |, @, > and <: "№", "\\", "%" (and "%онлайн",
/// "%офлайн",
/// "%мл", "%без мл"), ")=" or "не меньше", "(=" or "не больше".
struct SketchFact {
    enum class Sort { Note, Decision, Option, Argument, Metric, Path, Ml };
    Sort sort = Sort::Note;
    NoteKind note = NoteKind::Question;
    Side side = Side::Pro;
    QString text;        ///< of a note, option or argument; a decision's question
    QStringList options; ///< of a decision
    Metric metric;       ///< name, unit, kind, goal, and either target or current; the rest is not set
    bool isTarget = false;
    groundplan::Path path = groundplan::Path::Unset;
    bool ml = false;
};

/// Whether a line is facts rather than a chain of blocks: by its first one. Bare figures ("p99 20 ms") need a
/// metric that the catalogue knows.
bool looksLikeFacts(const QString& line, const Catalogue& catalogue);

/// The facts of a line. `offset` is where it stands in the whole `text`, for the place of an error.
tl::expected<QList<SketchFact>, SketchError> readFacts(const QString& line, const Catalogue& catalogue,
                                                       const QString& text, qsizetype offset);

} // namespace groundplan
