#pragma once

#include "model/design/catalogue.h"

#include <QColor>
#include <QHash>

#include <array>

namespace groundplan {

/// The colours of look.md, resolved once; nothing is parsed while painting. Contrast: text 4.5, marks and
/// lines 3.
struct Theme {
    bool dark = false;
    QColor canvas, dots;             ///< board and its grid
    QColor panel, hairline;          ///< panels and separators
    QColor text, muted, accent;      ///< accent: focus, selection, primary button
    QColor card, cardBorder, shadow; ///< block card
    QColor frameFill, frameBorder;
    QColor chip, chipText; ///< metric chips, label pills
    QColor sticky, stickyBorder, stickyText, stickyMuted;
    QColor good, warning, bad;                 ///< verdicts
    QColor note, decision, question, finding;  ///< marks
    QColor onMark;                             ///< the sign in a mark
    QColor decisionTint, decisionText;         ///< a decision card's chosen option
    QColor field, fieldBorder, hover, pressed; ///< inputs and buttons of the window
    QColor onAccent;

    struct GroupColours {
        QColor strong, tint;
    };
    GroupColours plain;                         ///< for kinds without a group
    QHash<QString, GroupColours> groups;        ///< by KindGroup::name
    std::array<QColor, wordCount<Flow>()> flow; ///< line colour by Flow
    const QColor& of(Flow f) const { return flow[std::size_t(f)]; }

    static Theme light(const Catalogue& catalogue);
    static Theme darkTheme(const Catalogue& catalogue);
    const GroupColours& groupOf(const Catalogue& catalogue, const QString& kind) const;
    /// Of a block that has a colour of its own, be it pale or dark: of its hue, as far apart from each other
    /// and from the card as those of the kinds are.
    GroupColours coloursOf(const QColor& own) const;
};

/// What a lens lays over all that it dims: the canvas, with a little left of what is below.
QColor veilOf(const Theme& theme);

/// Contrast of two opaque colours after WCAG 2.1: 1 (the same) to 21 (black on white).
double contrastOf(const QColor& a, const QColor& b);
/// `colour`, made darker or lighter until it has at least that contrast on `background`.
QColor readableOn(const QColor& colour, const QColor& background, double contrast = 4.5);

} // namespace groundplan
