#pragma once

#include "model/design/catalogue.h"

#include <QColor>
#include <QHash>

namespace groundplan {

/// The colours of look.md, resolved once; nothing is parsed while painting. Contrast: text 4.5, marks and lines 3.
struct Theme {
    bool dark = false;
    QColor canvas, dots;             ///< board and its grid
    QColor panel, hairline;          ///< panels and separators
    QColor text, muted, accent;      ///< accent: focus, selection, primary button
    QColor card, cardBorder, shadow; ///< block card
    QColor frameFill, frameBorder;
    QColor chip, chipText;           ///< metric chips, label pills
    QColor sticky, stickyBorder, stickyText;
    QColor good, warning, bad;       ///< verdicts
    QColor note, decision, question, finding; ///< marks
    QColor field, fieldBorder, hover, pressed; ///< inputs and buttons of the window
    QColor onAccent;

    struct GroupColours {
        QColor strong, tint;
    };
    GroupColours plain; ///< for kinds without a group
    QHash<QString, GroupColours> groups; ///< by KindGroup::name
    QColor flow[7];                      ///< line colour by Flow

    static Theme light(const Catalogue& catalogue);
    static Theme darkTheme(const Catalogue& catalogue);
    const GroupColours& groupOf(const Catalogue& catalogue, const QString& kind) const;
};

} // namespace groundplan
