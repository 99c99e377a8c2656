#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"
#include "model/document/practice_session.h"
#include "model/framework/templates.h"
#include "model/report/report.h"

#include <QHash>

#include <optional>

namespace groundplan::report {

/// What a report says beside the design.
struct ReportFacts {
    QString title; ///< of the board
    QString author;
    QDate date;
    QString language = QStringLiteral("en"); ///< of the texts of catalogue and templates
    std::optional<PracticeSession> session;  ///< the one whose time use is told
    QString version = {};                    ///< the moment of the history that is shown; empty: now
};

/// What documents call things by: a block without a title, or with one of blanks only, has that of its kind.
Design withTitles(const Design& design, const Catalogue& catalogue, const QString& language);

/// The design as a document, its sections in the order in which teams write them: the task, requirements,
/// metrics, the architecture in words, trade-offs, a section for each sort of sheet, notes, open questions,
/// the time use of the session. Nothing that was written is left out or cut; what is empty has no section or
/// entry. The same input gives the same report. Keys come from names and titles, so that editing one thing
/// moves no other's.
Report reportOf(const Design& design, const Catalogue& catalogue, const Templates& templates,
                const ReportFacts& facts);

/// The sections that are there for every design that has such content; sheets have theirs under "sheet-NAME".
namespace sections {
inline constexpr auto kTask = "task";
inline constexpr auto kRequirements = "requirements";
inline constexpr auto kMetrics = "metrics";
inline constexpr auto kArchitecture = "architecture";
inline constexpr auto kOtherBlocks = "other-blocks"; ///< an entry of it
inline constexpr auto kDecisions = "trade-offs";
inline constexpr auto kFurther = "further-facts";
inline constexpr auto kNotes = "notes";
inline constexpr auto kOpen = "open-questions";
inline constexpr auto kSession = "session";
} // namespace sections

/// What stands below the title about time: the date; of a version, its own time and when it was handed out.
QStringList timesOf(const Report& report);

/// Where each block and frame is described: the keys of the entries and rows of the architecture by their
/// subjects.
QHash<ElementId, QString> describedIn(const Report& report);

/// The language (BCP 47) that the program's own words are in.
QString reportLanguage();

} // namespace groundplan::report
