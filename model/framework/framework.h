#pragma once

#include "model/framework/evidence.h"

namespace groundplan {

/// What answering a prompt in place makes on the board.
struct Answer {
    enum class Makes { Nothing, Task, Requirement, Note, Metric, Block, Decision, Field, ErrorCost };
    Makes makes = Makes::Nothing; ///< Nothing: it is ticked by hand
    QString name;                 ///< topic, note kind, metric kind, block kind, decision topic or field
    LocalText question;           ///< of a decision
    QList<LocalText> options;     ///< of a decision
    QStringList suggested;        ///< names of metrics
};
template <>
struct Words<Answer::Makes> {
    static constexpr std::array words = {"nothing", "task",     "requirement", "note",      "metric",
                                         "block",   "decision", "field",       "error-cost"};
};

/// A question to ask or a point to discuss.
struct Prompt {
    QString name; ///< unique in its framework
    LocalText text;
    LocalText hint;
    QList<LocalText> points;  ///< rules of thumb, each a line
    bool operations = false;  ///< of the extra layer that puts the step into production
    QList<Evidence> evidence; ///< any one suffices; none: ticked by hand
    Answer answer;
};

struct Step {
    QString name; ///< unique in its framework
    LocalText title;
    LocalText why;
    int minutes = 0;
    QList<Prompt> prompts;
};

/// An ordered way to answer a design question.
struct Framework {
    QString name; ///< stored in documents
    LocalText title;
    LocalText summary;
    QString source; ///< what it was written after
    int order = 0;  ///< place in lists
    QString path;   ///< the file that it came from
    QList<Step> steps;

    int minutes() const; ///< of all steps
    const Step* step(const QString& name) const;
};

/// A tick by hand is a property of the board; this is its field.
QString tickField(const Framework& framework, const Prompt& prompt);

} // namespace groundplan
