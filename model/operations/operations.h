#pragma once

#include "model/document/editor.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <functional>
#include <limits>
#include <optional>

namespace groundplan {

class Catalogue;
struct Kind;

// What gestures do to a design, shared by the window, the command line and tests. Each works on the editor's
// design and leaves it valid: names unique, ends attached, routes in place, nothing dangling. Ids that are
// gone make it refuse. Locked elements are neither moved, resized nor deleted: they are left out, and an
// operation that was asked for locked ones only refuses. Texts beyond the limits of validate.h are refused;
// places are clamped to the board.

/// Default sizes, in units.
inline constexpr Size kBlockSize{176 * kUnitsPerPoint, 64 * kUnitsPerPoint};
inline constexpr Size kFrameSize{400 * kUnitsPerPoint, 240 * kUnitsPerPoint};
inline constexpr Size kCardSize{240 * kUnitsPerPoint, 120 * kUnitsPerPoint};

/// The size of a connection's pill with that label, which only render can measure. Without one a size is
/// assumed from the number of characters.
using MeasureLabel = std::function<Size(const QString& label)>;

/// A new block of that kind with its top left corner there, inside the innermost frame under its middle, in
/// front. The title is the kind's in `language`, ownTitle false. Connections that it would cover go round it.
Result<ElementId> addBlock(Editor& editor, const Kind& kind, Point topLeft, const QString& language);
/// A new frame. What lies wholly inside it, beside it in the same frame (or on the board), becomes its
/// content.
Result<ElementId> addFrame(Editor& editor, const Rect& rect, const QString& title);
/// `decision`: the one that a decision card shows; it must exist.
Result<ElementId> addCard(Editor& editor, CardKind kind, const Rect& rect, const QString& text = {},
                          DecisionId decision = {});
/// A stroke, shape or image, inside the innermost frame under its middle, in front. The row's id does not
/// matter: it gets a new one. Nothing makes way for them.
Result<ElementId> addStroke(Editor& editor, const Stroke& stroke);
Result<ElementId> addShape(Editor& editor, const Shape& shape);
/// `bytes`: a PNG or JPEG file, kept with the document; beyond the limits of validate.h it is refused.
Result<ElementId> addImage(Editor& editor, const QByteArray& bytes, const Rect& rect,
                           const QString& description = {});
/// A routed connection; both ends are blocks or frames. Others between the same two make room for it.
Result<ElementId> connectElements(Editor& editor, ElementId source, ElementId target,
                                  Flow flow = Flow::Request, Direction direction = Direction::Forward,
                                  const QString& label = {}, const MeasureLabel& measure = {});
/// Attaches an end of a connection elsewhere.
Result<void> reconnect(Editor& editor, ElementId connection, ElementId source, ElementId target);
/// The points that a connection passes, in order from its source, in board units; an empty list forgets what
/// was set by hand. It is routed anew.
Result<void> setWaypoints(Editor& editor, ElementId connection, const QList<Point>& waypoints);
/// Takes the waypoints off all of these that have some; locked connections keep theirs.
Result<void> forgetWaypoints(Editor& editor, const QSet<ElementId>& connections);
/// What flow a new connection most likely has: what the catalogue's table of usual links says of the kinds at
/// its ends, else what the kinds themselves propose (nullptr, a frame: nothing); request where nothing is
/// said.
Flow likelyFlow(const Catalogue& catalogue, const Block* source, const Block* target);
Flow likelyFlow(const Design& design, const Catalogue& catalogue, ElementId source, ElementId target);

/// Moves elements by `by`; frames take what they hold along (locked elements stay, with what they hold). With
/// `reparent` each moved element (outside a moved frame) belongs afterwards to the innermost frame that holds
/// its middle. Connections whose both ends move keep their rows; those with one end here, and those that a
/// moved element now covers, are routed anew. Connections among `ids` follow their ends.
Result<void> moveElements(Editor& editor, const QSet<ElementId>& ids, Point by, bool reparent = true);
/// What moveElements() will move: `ids` with what their frames hold, without locked ones and connections. For
/// previews.
QSet<ElementId> movableOf(const Design& design, const QSet<ElementId>& ids);
/// Puts blocks, frames and cards where a layout (model/graphviz/tidy.h) wants them, and routes what is
/// attached to them anew. Who belongs to which frame stays as it is; locked elements, and any that are gone,
/// are left out.
Result<void> placeElements(Editor& editor, const QHash<ElementId, Rect>& places);
/// Whether Tidy leaves these blocks, frames and cards (with what a frame holds) where they are.
Result<void> setPinned(Editor& editor, const QSet<ElementId>& ids, bool pinned);
/// A new place and size (at least kMinSize). A frame takes in what now has its middle in it and lets go of
/// the rest.
Result<void> resizeElement(Editor& editor, ElementId id, const Rect& rect);
/// Several at once.
Result<void> resizeElements(Editor& editor, const QHash<ElementId, Rect>& rects);
/// How several are brought in order. The words are the keys of the edits and the names of the icons.
enum class Arrangement {
    AlignLeft,
    AlignCentre,
    AlignRight,
    AlignTop,
    AlignMiddle,
    AlignBottom,
    DistributeAcross, ///< equal distances between neighbours, the outermost stay; three at least
    DistributeDown,
    SameWidth, ///< the largest among them; the top left corners stay
    SameHeight,
    SameSize,
};
template <>
struct Words<Arrangement> {
    static constexpr std::array words = {
        "align-left",        "align-centre",    "align-right", "align-top",   "align-middle", "align-bottom",
        "distribute-across", "distribute-down", "same-width",  "same-height", "same-size"};
};
/// Brings two or more blocks, frames and cards in order. What a frame among them holds goes along; a group is
/// moved as one, unless there is nothing beside it.
Result<void> arrangeElements(Editor& editor, const QSet<ElementId>& ids, Arrangement how);
/// How many elements it takes.
constexpr int leastFor(Arrangement how) {
    return how == Arrangement::DistributeAcross || how == Arrangement::DistributeDown ? 3 : 2;
}
/// Deletes elements, what is inside their frames, their connections, and all notes, decisions and metrics on
/// them. Locked elements inside a deleted frame stay, in the frame around it.
Result<void> deleteElements(Editor& editor, const QSet<ElementId>& ids);
/// What deleteElements() would remove, connections included; for messages and tests.
QSet<ElementId> deletableOf(const Design& design, const QSet<ElementId>& ids);
/// A title given by the user (a connection's label, a card's text); a name that still follows the title
/// follows the first one. An empty title of a block gives it `defaultTitle` (its kind's) back, an empty one
/// of a frame, or of a block without a default, changes nothing.
Result<void> renameElement(Editor& editor, ElementId id, const QString& title,
                           const MeasureLabel& measure = {}, const QString& defaultTitle = {});
/// Another kind: a title that the user has not given follows it, and so does the name; path and need of
/// machine learning become those of the new kind where they were those of the old one (`old`: nullptr for an
/// unknown kind).
Result<void> changeKind(Editor& editor, ElementId id, const Kind* old, const Kind& kind,
                        const QString& language);
Result<void> setLocked(Editor& editor, const QSet<ElementId>& ids, bool locked);
/// Makes blocks, frames and cards a group, so that they are selected and moved together; those that a frame
/// among them holds go along anyway and stay out. Groups they were in fall apart into this one; two at least.
Result<void> groupElements(Editor& editor, const QSet<ElementId>& ids);
/// Takes apart every group of which one of them is a member.
Result<void> ungroupElements(Editor& editor, const QSet<ElementId>& ids);
/// `ids` with all members of their groups.
QSet<ElementId> withGroups(const Design& design, const QSet<ElementId>& ids);
/// Makes blocks, frames and cards the last stops of the presentation; those that are stops already stay where
/// they are.
Result<void> addStops(Editor& editor, const QSet<ElementId>& ids);
/// They are stops no longer; the numbers of the others close up.
Result<void> removeStops(Editor& editor, const QSet<ElementId>& ids);
enum class Depth { Front, Forward, Backward, Back };
/// In front of or behind others of the same layer, keeping their order among themselves. Forward and Backward
/// pass the next one that they overlap (the next one at all, where they overlap none). A frame stays behind
/// what it holds.
Result<void> reorderElements(Editor& editor, const QSet<ElementId>& ids, Depth depth);
/// Puts a frame around the elements (blocks, frames, cards), with a margin; they become its children.
Result<ElementId> frameAround(Editor& editor, const QSet<ElementId>& ids, const QString& title);
/// That frame's rectangle, where the elements fill `rect`.
Rect rectOfFrameAround(const Rect& rect);

/// The chosen elements with all they hold, connections whose both ends come along, and notes, decisions,
/// metrics on them (and decisions shown by a card among them). A valid design of its own.
Design selectionOf(const Design& design, const QSet<ElementId>& ids);
/// Inserts `part`, a valid design, with new ids throughout and names made unique, moved by `by`, in front;
/// returns the new top elements, without connections. These go into `parent`, or each into the innermost
/// frame under its middle. What belongs to the part's board (title, task, framework, case and facts where
/// this one has none, requirements, metrics and notes) comes along.
Result<QSet<ElementId>> insertDesign(Editor& editor, const Design& part, Point by, ElementId parent = {});

/// Clipboard and drag data between windows: JSON of the rows, ids as strings.
QByteArray toClipboard(const Design& part);
/// A valid design, or one sentence on what is wrong.
Result<Design> fromClipboard(const QByteArray& data);
inline constexpr auto kClipboardMimeType = "application/x-groundplan-elements+json";

/// Removes a note, decision (with options, arguments and the cards that show it), metric or option (with its
/// arguments; a decision that had chosen it is open again). One that is gone is no error.
void removeNote(Editor& editor, NoteId id);
void removeDecision(Editor& editor, DecisionId id);
void removeMetric(Editor& editor, MetricId id);
void removeOption(Editor& editor, OptionId id);
void removeCriterion(Editor& editor, CriterionId id); ///< with its scores

/// Distance between the order values of neighbours, so that others fit in between.
inline constexpr qint64 kOrderGap = 1024;

/// The order value that puts a new row last among `rows` of a table: largest order plus the gap.
template <class Row>
qint64 lastOrder(const Table<Row>& table) {
    qint64 last = 0;
    for (const Row& row : table)
        last = std::max(last, row.order);
    return last > std::numeric_limits<qint64>::max() - kOrderGap ? last : last + kOrderGap;
}

/// Routes anew the given connections (all, for an empty optional) on the editor's design.
void routeConnections(Editor& editor, const std::optional<QSet<ElementId>>& ids = std::nullopt);

} // namespace groundplan
