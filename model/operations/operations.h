#pragma once

#include "model/document/editor.h"

#include <QByteArray>
#include <QSet>

#include <optional>

namespace groundplan {

class Catalogue;
struct Kind;

// What gestures do to a design, shared by the window, the command line and tests. Each works on the editor's design and
// leaves it valid: names unique, ends attached, routes in place, nothing dangling. Ids that are gone make it refuse.

/// Default sizes, in units.
inline constexpr Size kBlockSize{176 * kUnitsPerPoint, 64 * kUnitsPerPoint};
inline constexpr Size kFrameSize{400 * kUnitsPerPoint, 240 * kUnitsPerPoint};
inline constexpr Size kCardSize{240 * kUnitsPerPoint, 120 * kUnitsPerPoint};

/// A new block of that kind with its top left corner there, inside the innermost frame under its middle, in front.
/// The title is the kind's in `language`, ownTitle false.
Result<ElementId> addBlock(Editor& editor, const Kind& kind, Point topLeft, const QString& language);
Result<ElementId> addFrame(Editor& editor, const Rect& rect, const QString& title);
Result<ElementId> addCard(Editor& editor, CardKind kind, const Rect& rect, const QString& text = {},
                          DecisionId decision = {});
/// A routed connection; both ends are blocks or frames.
Result<ElementId> connectElements(Editor& editor, ElementId source, ElementId target, Flow flow = Flow::Request,
                                  Direction direction = Direction::Forward, const QString& label = {});
/// Attaches an end of a connection elsewhere.
Result<void> reconnect(Editor& editor, ElementId connection, ElementId source, ElementId target);
/// What flow a new connection most likely has, from the kinds at its ends (a client asks, a stream streams, ...).
Flow likelyFlow(const Design& design, const Catalogue& catalogue, ElementId source, ElementId target);

/// Moves elements by `by`; frames take what they hold along. With `reparent` each moved element (outside a moved frame)
/// belongs afterwards to the innermost frame that holds its middle. Routes follow.
Result<void> moveElements(Editor& editor, const QSet<ElementId>& ids, Point by, bool reparent = true);
Result<void> resizeElement(Editor& editor, ElementId id, const Rect& rect);
/// Deletes elements, what is inside their frames, their connections, and all notes, decisions and metrics on them.
Result<void> deleteElements(Editor& editor, const QSet<ElementId>& ids);
/// A title given by the user; a name that still follows the title follows the first one.
Result<void> renameElement(Editor& editor, ElementId id, const QString& title);
enum class Depth { Front, Forward, Backward, Back };
Result<void> reorderElements(Editor& editor, const QSet<ElementId>& ids, Depth depth);
/// Puts a frame around the elements (blocks, frames, cards), with a margin; they become its children.
Result<ElementId> frameAround(Editor& editor, const QSet<ElementId>& ids, const QString& title);

/// The chosen elements with all they hold, connections whose both ends come along, and notes, decisions, metrics on them.
Design selectionOf(const Design& design, const QSet<ElementId>& ids);
/// Inserts `part` with new ids throughout and names made unique, moved by `by`; returns the new top elements.
Result<QSet<ElementId>> insertDesign(Editor& editor, const Design& part, Point by, ElementId parent = {});

/// Clipboard and drag data between windows: JSON of the rows, ids as strings.
QByteArray toClipboard(const Design& part);
Result<Design> fromClipboard(const QByteArray& data);
inline constexpr auto kClipboardMimeType = "application/x-groundplan-elements+json";

/// Removes a note, decision (with options and arguments) or metric.
void removeNote(Editor& editor, NoteId id);
void removeDecision(Editor& editor, DecisionId id);
void removeMetric(Editor& editor, MetricId id);
void removeOption(Editor& editor, OptionId id);

/// The order value that puts a new row last among `rows` of a table: largest order plus the gap.
template <class Row>
qint64 lastOrder(const Table<Row>& table) {
    qint64 last = 0;
    for (const Row& row : table)
        last = std::max(last, row.order);
    return last + 1024;
}

/// Routes anew the given connections (all, for an empty optional) on the editor's design.
void routeConnections(Editor& editor, const std::optional<QSet<ElementId>>& ids = std::nullopt);

} // namespace groundplan
