#pragma once

#include "model/design/design.h"
#include "model/framework/templates.h"

#include <QString>

namespace groundplan {

/// Whether there is anything that an answer, a number or a note on the board as a whole could be mistaken
/// for: elements, a task, a case, or any such fact.
bool saysAnything(const Design& design);

/// A design as it comes into the board of another one. What it says of its board as a whole (task, framework,
/// case, requirements, facts, metrics and notes on nothing) would be said of the other there: it becomes
/// words on a card beside the drawing. Decisions say themselves what they are about and stay. `title`: of the
/// frame that it comes in.
Design guestDesign(const Design& design, const QString& title, const Templates& templates,
                   const QString& language);

} // namespace groundplan
