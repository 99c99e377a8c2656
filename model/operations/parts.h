#pragma once

#include "model/document/editor.h"
#include "model/operations/operations.h"

#include <QCoreApplication>
#include <QSet>

namespace groundplan {

// Pieces that several operations share.

/// Sentences of this folder.
struct OperationText {
    Q_DECLARE_TR_FUNCTIONS(Operations)
};

/// Refuses when one of them is no element of the design.
Result<void> allThere(const Design& design, const QSet<ElementId>& ids);
/// Refuses texts beyond the limit; `what` is the translated word for it ("title").
Result<void> fits(const QString& text, qsizetype longest, const QString& what);
/// Without what no file can hold (zero characters, halves of surrogate pairs).
QString cleaned(const QString& text);

/// Whether a frame among `ids` that is not locked takes the element along.
bool isCarried(const Design& design, const QSet<ElementId>& ids, ElementId id);

/// On the board and of a legal size.
Rect clamped(Rect rect);
/// The part of `by` that keeps `rect` on the board.
Point clampedStep(const Rect& rect, Point by);

QList<ElementId> sortedIds(const QSet<ElementId>& ids);
/// Puts the rectangle into the row of a block, frame or card.
void putRect(Editor& editor, ElementId id, const Rect& rect);
/// Another frame around an element; frames (with the frames that they hold) come in front of the new parent.
void putParent(Editor& editor, ElementId id, ElementId parent);
void putElement(Editor& editor, ElementId id, ElementType type, ElementId parent);
/// Raises the frames inside `frame` in front of all frames, in the order they have, so that it does not hide
/// them.
void raiseFramesInside(Editor& editor, ElementId frame);

Size labelSize(const QString& label, const MeasureLabel& measure);

/// Stores routes that the router has found, and places their labels and those that they or `placed` cover.
void putRoutes(Editor& editor, const QHash<ElementId, Route>& routes, const QSet<ElementId>& placed = {});
/// Places labels of routed connections anew, but for those that somebody has moved.
void placeLabels(Editor& editor, const QSet<ElementId>& connections, const QSet<ElementId>& placed = {});
/// Routes `connections` anew, and those whose route runs through one of `placed`, but for those of `kept`.
void rerouteAround(Editor& editor, const QSet<ElementId>& placed, QSet<ElementId> connections,
                   const QSet<ElementId>& kept = {});
/// Routes anew those that went round these places, where nothing stands in the way any longer.
void rerouteThrough(Editor& editor, const QList<Rect>& freed);
/// The source's top left corner, from which waypoints count, has moved without the target: they keep their
/// place on the board.
void shiftWaypoints(Connection& connection, const Rect& sourceBefore, const Rect& sourceNow);
/// The same for all of `connections` whose source has moved since `before`.
void keepWaypoints(Editor& editor, const Design& before, const QSet<ElementId>& connections);
/// All connections between the same two elements as `connection`, itself included.
QSet<ElementId> bundleOf(const Design& design, const Connection& connection);

/// Removes the elements' rows, their connections, all that hangs on them and on these, and the cards that
/// show a decision which goes. `elements` holds its descendants already.
void removeRows(Editor& editor, QSet<ElementId> elements, const QSet<DecisionId>& decisions = {});

} // namespace groundplan
