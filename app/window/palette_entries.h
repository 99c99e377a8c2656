#pragma once

#include "app/window/actions.h"
#include "model/design/catalogue.h"
#include "model/design/design.h"
#include "model/sketch/phrase.h"

#include <QHash>
#include <QList>
#include <QString>

namespace groundplan {

/// One thing that the command palette finds.
struct PaletteEntry {
    enum class Sort { Action, Element, Note, Decision, Metric, Requirement, Kind };
    Sort sort = Sort::Action;
    QString text;        ///< what it is called, on one line
    QString detail;      ///< beside it: a technology, what a note is on
    QString section;     ///< where it belongs: "View", "Block", "Add a block"
    QString keys;        ///< of an action, as the platform writes them; empty: none
    QString icon;        ///< of resources/icons; empty: the kind's, if it has one
    QString kind;        ///< of a block that is there, or that would be added
    bool enabled = true; ///< an action that is not possible now is found, too
    bool checked = false;
    QAction* action = nullptr;
    ElementId element;  ///< an element, or what the note, decision or metric is on (none: the board)
    qint64 row = 0;     ///< id of the note, decision, metric or requirement
    QString technology; ///< of the kind that would be added
};

/// As captionOf(), but a connection without a label by its ends ("Client to Gateway").
QString calledInLists(const Design& design, ElementId id);

/// Everything there is to be found in a window at this moment, taken apart once so that each keystroke only
/// compares.
class PaletteEntries {
public:
    void add(const Actions& actions);
    void add(const Design& design, const Catalogue& catalogue);
    void add(const Catalogue& catalogue, const QString& language);
    /// Blocks and frames alone, which are then offered without words, too.
    void addEnds(const Design& design, const Catalogue& catalogue);

    /// Best first, at most `most`; without words the actions, in the order of the menus.
    QList<PaletteEntry> find(const QString& words, int most) const;

private:
    struct Known {
        PaletteEntry entry;
        QList<std::pair<Phrase, int>> phrases; ///< and how much less each counts
    };
    void add(PaletteEntry entry, const QList<Phrase>& others = {});

    QList<Known> known_;
    QHash<QString, QList<Phrase>> kinds_; ///< what the kinds of blocks on the board are called
    bool endsOnly_ = false;
    const QAction* itself_ = nullptr; ///< opens the palette: found, but not offered
};

} // namespace groundplan
