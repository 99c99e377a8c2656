#pragma once

#include "model/design/local_text.h"
#include "model/design/quantity.h"

#include <QList>

#include <optional>

namespace groundplan {

/// The parts of clarifying a task, in the order in which they are shown.
enum class TopicGroup { Problem, Users, Scale, Time, Quality, Data, Operation, Limits, Scope };
template <>
struct Words<TopicGroup> {
    static constexpr std::array words = {"problem", "users",     "scale",  "time", "quality",
                                         "data",    "operation", "limits", "scope"};
};

/// As a user reads it, translated.
QString textOf(TopicGroup group);

/// Something that can be asked about a task and answered; a requirement of the design names it.
struct Topic {
    QString name; ///< "data-volume": stored in documents
    TopicGroup group = TopicGroup::Problem;
    LocalText question;
    LocalText hint;
    LocalText bearing;                ///< why it matters: the trade-off behind it
    std::optional<Quantity> quantity; ///< the answer is such a number
    QList<LocalText> choices;         ///< usual answers
    QStringList words;                ///< phrases with which people ask for it, lower case
};

/// Something that designs decide on; a decision of the design names it.
struct DecisionTopic {
    QString name;       ///< "fallback": stored in documents
    LocalText title;    ///< "What happens when it is down"
    LocalText question; ///< as it is put on the board
    QStringList words;  ///< phrases: a decision whose question says one is about this, lower case
};

} // namespace groundplan
