#pragma once

#include "model/exchange/diagram.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace groundplan::mermaid {

// What Groundplan writes into a flowchart of its own, so that other programs draw it and its own reader knows
// it again.

/// The lines of look.md, as far as Mermaid can draw them.
struct FlowLine {
    const char* line;  ///< of an edge without heads
    const char* head;  ///< with a head at its end
    const char* style; ///< of linkStyle; empty: none
};
const FlowLine& lineOf(Flow flow);
/// The flow whose style this is, as propertiesOf() reads it.
std::optional<Flow> flowOfStyle(const QHash<QString, QString>& properties);

/// The class of all blocks of a kind ("kind_feature_store").
QByteArray classOf(const QString& kind);
/// Whether a class is such a one: it says the kind, its colour says nothing, and the second line of the label
/// is the technology, whatever it says. Earlier versions wrote classes of groups of kinds ("group_serving").
bool takeOwnClass(const QString& name, Diagram::Node& node);
/// Whether Groundplan writes a class of that name, so that its looks are those of any board.
bool isOwnClass(const QString& name);
/// The class of all frames.
constexpr auto kFrames = "frames";

} // namespace groundplan::mermaid
