#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"
#include "model/framework/decision_questions.h"
#include "model/framework/phrases.h"

#include <memory>
#include <optional>
#include <variant>

namespace groundplan {

/// What on a board can show that a prompt of a framework, or a point of a case, was answered.
enum class EvidenceKind {
    Task,            ///< the task is written
    Requirement,     ///< one of these topics is answered, or said to be not relevant
    Assumption,      ///< something is assumed: a note of that kind or a requirement's source
    Note,            ///< a note of one of these kinds
    Metric,          ///< a metric of one of these kinds
    MetricNamed,     ///< one of these names of the catalogue's metrics
    ErrorCost,       ///< a metric on which false positives or false negatives carry a cost
    Block,           ///< a block of one of these kinds that is not just dropped there: a connection ends
                     ///< at it or its frame, or something is said on it
    Group,           ///< the same of one of these groups
    Flow,            ///< a connection of one of these flows
    Path,            ///< a directed way from data through a block that learns to one that serves
    Sides,           ///< blocks on the offline and on the online path
    MachineLearning, ///< a block that needs machine learning and one that does not
    Decision,        ///< a decision of one of these topics
    Field, ///< one of these fields of sheets is filled, anywhere, with more than that nothing is done
    Frame, ///< a frame with a block in it
    All,   ///< each of the parts holds
    Any,   ///< one of the parts holds
    Said,  ///< a phrase is said on the board by its author
    Link,  ///< a connection between such blocks
    Way,   ///< a directed way along connections through such blocks, one after the other
};
template <>
struct Words<EvidenceKind> {
    static constexpr std::array words = {
        "task",  "requirement", "assumption", "note", "metric", "metric-named", "error-cost",
        "block", "group",       "flow",       "path", "sides",  "ml",           "decision",
        "field", "frame",       "all",        "any",  "said",   "link",         "way"};
};

/// Any one of `names` suffices, and any one of `said`.
struct Evidence {
    EvidenceKind kind = EvidenceKind::Task;
    QStringList names;     ///< topics, kinds, groups, words of enumerations or fields, as the kind says
    QList<Evidence> parts; ///< All, Any
    QList<KeyPhrase> said; ///< Said: the phrases; else one of them is said on what was found; empty: any
    /// Decision: tells the topic of one that has none by its question; shared by all of a set of templates.
    std::shared_ptr<const DecisionQuestions> questions;
    QStringList from, to;     ///< Link: kinds or groups of its ends; empty: any
    QStringList flows;        ///< Link: words of Flow; empty: any
    bool labelled = false;    ///< Link: with a label
    QList<QStringList> way;   ///< Way: kinds or groups of the blocks that it passes, others between them
    QStringList technologies; ///< Block: only with one of these; empty: any
    QStringList values;       ///< Field: one of these choices is among what it says; empty: anything
    /// Field, without values: the choices of each which say that nothing is done; they do not count.
    QHash<QString, QStringList> idle;
    bool assumed = false;  ///< Requirement: by the author, not the interviewer
    bool figure = false;   ///< Requirement: the answer has a figure in it ("2 TB", "4 million")
    int count = 1;         ///< Block, Group: at least so many
    bool target = false;   ///< Metric, MetricNamed: with a target
    int options = 0;       ///< Decision: at least so many
    bool chosen = false;   ///< Decision: decided
    bool argued = false;   ///< Decision: every option has a pro and a con
    bool reasoned = false; ///< Decision: it says why: a reason, or a pro of what was chosen
};

/// A row that can hang on the design itself.
using BoardRow = std::variant<DecisionId, RequirementId, MetricId, NoteId, PropertyId>;

/// Where evidence was found.
struct Found {
    bool holds = false;
    QList<ElementId> elements;        ///< what shows it, in the order of their ids, each once
    bool onBoard = false;             ///< it is among what hangs on the board itself
    std::optional<BoardRow> row = {}; ///< one of that, where it is a row
    QStringList said = {};            ///< the words in which the phrases were found, as written
};

/// Looks for evidence on a design, which must not change or go meanwhile. Several pieces are found faster by
/// one than by one each: what is said on the board is taken apart once.
class EvidenceSearch {
public:
    EvidenceSearch(const Design& design, const Catalogue& catalogue);
    ~EvidenceSearch();
    EvidenceSearch(const EvidenceSearch&) = delete;
    EvidenceSearch& operator=(const EvidenceSearch&) = delete;

    /// Metrics by another of the catalogue's names for them count too.
    Found look(const Evidence& evidence);
    /// For the first piece that holds; holding nothing when none does.
    Found lookForAny(const QList<Evidence>& evidence);
    /// The evidence with only those alternatives (names, phrases, parts) that are there, to say by what it
    /// was seen; phrases are quoted as they are written on the board. As it is where it does not hold.
    Evidence seenOf(const Evidence& evidence);
    /// Of evidence that does not hold: whether some of it is there, as one of the parts that it wants together,
    /// a field that says that nothing is done, a block on which too little is said.
    bool isSeenInPart(const Evidence& evidence);

private:
    class Board;
    std::unique_ptr<Board> board_;
};

// The same for one look.
Found look(const Evidence& evidence, const Design& design, const Catalogue& catalogue);
Found lookForAny(const QList<Evidence>& evidence, const Design& design, const Catalogue& catalogue);

} // namespace groundplan
