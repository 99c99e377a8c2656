#pragma once

#include "model/design/rows.h"

#include <QByteArray>
#include <QString>

#include <array>

/// How other programs are to draw what is in our DOT: shapes, colours, lines. None of it is read back.
namespace groundplan::dotlooks {

inline constexpr char kInk[] = "#667085";    ///< lines of connections
inline constexpr char kText[] = "#1b1f27";   ///< titles
inline constexpr char kMuted[] = "#5d6b82";  ///< titles of frames, labels of connections
inline constexpr char kBorder[] = "#8a94a6"; ///< of frames, and of blocks whose kind has no group
inline constexpr char kFrame[] = "#f2f4f7";
inline constexpr char kSticky[] = "#fff6d6";
inline constexpr char kStickyBorder[] = "#b7791f";
inline constexpr char kPaper[] = "#ffffff";

/// The colours are the light board's. Without them a flow is told apart, too: each pair differs in style or
/// pen width, so that it does so without arrow heads.
struct FlowLook {
    const char* style;
    const char* penWidth;
    const char* arrow;
    const char* colour;
};
inline constexpr std::array<FlowLook, wordCount<Flow>()> kFlowLooks = {{
    {"solid", "1.5", "normal", kInk},            // request
    {"solid", "2.5", "normalnormal", "#0f766e"}, // stream
    {"dashed", "1.5", "normal", kInk},           // batch
    {"dashed", "2.5", "onormal", "#6d28d9"},     // training data
    {"solid", "4", "normal", "#be185d"},         // model artifact
    {"dotted", "2.5", "vee", "#9a5b0a"},         // feedback
    {"dotted", "1.5", "vee", "#c2410c"},         // telemetry
}};

/// One part of a colour ("#rrggbb") to `white` parts of white, for the inside of what has a colour of its
/// own.
QByteArray lightened(const QString& colour, int white);

/// How a shape is said. Graphviz draws some as high as they are wide, whatever size they have: those become
/// what looks like them at any size.
struct ShapeLook {
    QByteArray shape;
    QByteArray style;
    bool twoLines = false;
};
/// Of the shape that the catalogue names for a kind; empty: a box.
ShapeLook lookOf(const QString& shape);

} // namespace groundplan::dotlooks
