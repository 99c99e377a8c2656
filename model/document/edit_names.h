#pragma once

#include "model/document/document.h"

namespace groundplan {

/// "Move 3 blocks": the name of an edit for people, translated. An unknown key (a newer version's) shows as
/// itself.
QString textOf(const EditName& name);
/// As for an entry of the history: "Undo: Move 3 blocks" for those that invert another.
QString textOf(const HistoryEntry& entry, const QList<HistoryEntry>& history);
/// What the name of an edit says of a text that may be long: one line, with a sign where it is cut.
QString quotedInName(const QString& text);
/// The name of an edit about that many elements; where all are of one sort it says which ("move", 2,
/// "block").
EditName countedEdit(const QByteArray& key, const Design& design, const QSet<ElementId>& ids);
/// Every key this version writes; a test holds textOf() against them.
QList<QByteArray> knownEditKeys();

} // namespace groundplan
