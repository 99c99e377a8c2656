#pragma once

namespace groundplan::dialect {

// The DOT that writeDot() writes and readDot() takes back without loss. Every name it uses stands here, once.
//
// A file is ours when its graph has gp_version. What DOT has a word for is said in that word and read back
// from it:
//
//   node NAME          a block; NAME is Block::name
//     label            its title, and its technology on the second line
//     pos, width, height  its rectangle: the centre in points with y upwards, the size in inches
//   subgraph cluster_NAME   a frame; what lies inside stands inside
//     label            its title, and its remark on the second line
//     bb               its rectangle, in points with y upwards (gp_rect in the text form, text_form.h)
//   edge               a connection between two nodes; an end that is a frame is the frame's anchor (below),
//   or lhead
//                      and ltail in a graph with compound=true
//     key              its id
//     label, dir       as in any DOT (none: no direction; back: the ends are swapped)
//     pos, lp          the route and the place of its label, for other programs only (see gp_route)
//   nodes with gp_card     cards; nodes with gp_anchor=true hold the place of a frame and are skipped
//   nodes with gp_stroke   what was drawn with a pen: its points lie within the node's rectangle. Invisible
//   for other programs nodes with gp_shape    rectangles, ellipses and free text nodes with gp_image
//   pictures: the key of their bytes, which stand at the graph, once a key, as base64 in gp_asset_KEY
//                          (going on in gp_asset_KEY_2, ... as every value of ours)
//
// shape, style, colours, pen widths, arrow heads, id and key follow from the rest; they are for other
// programs and are not read back. A label wins over gp_title, gp_technology, gp_remark and gp_label where
// somebody has edited it.
//
// By hand, a whole file can be as short as
//
//   digraph {
//     gp_version=1
//     gp_board_title="Recommendations"
//     subgraph cluster_online { label="Online\np99 <= 150 ms"; ranker; features }
//     ranker   [label="Ranker\nXGBoost", gp_kind=ranking, gp_ml=true, gp_path=online,
//               gp_notes="risk | Popular items crowd out the rest
//                         question | Who owns the thresholds?"]
//     features [label="Feature store\nFeast", gp_kind="feature-store"]
//     features -> ranker [gp_flow=request, label="vectors"]
//   }
//
// Ids, orders, names of frames, positions, sizes and routes that are left out are made: places by Graphviz's
// dot when no node has one, else below what is there.
//
// Lists are one record a line, the fields divided by " | ", the last field `key=value` words. Trailing fields
// may be left out. Inside a text, `|`, `%`, control characters and backslashes are written %7C, %25, %0A,
// %5C: no value of ours ends in a backslash, which DOT cannot hold. A value above kLongestValue bytes goes on
// in NAME_2, NAME_3, ...
//
//   gp_notes, gp_board_notes
//       assumption|question|risk|remark | TEXT | id=N order=N
//   gp_decisions, gp_board_decisions: each decision, below it the criteria of its table, then its options,
//   below each its arguments and its scores (1 to 5; a score finds its criterion by id, else by title)
//       decision | QUESTION | WHY THE CHOSEN ONE | topic=NAME id=N order=N
//       criterion | TITLE | weight=N id=N order=N
//       option | TITLE | chosen id=N order=N
//       pro | TEXT | id=N order=N
//       con | TEXT | id=N order=N
//       score | CRITERION | value=N criterion=N id=N
//   gp_metrics, gp_board_metrics
//       offline|online|business|non-functional | NAME | at-least|at-most | TARGET | UNIT | CURRENT | shown
//       id=N order=N
//       errors | COST OF A FALSE POSITIVE | COST OF A FALSE NEGATIVE (below the metric)
//   gp_requirements
//       asked|given|assumed|not-relevant | QUESTION | ANSWER | shown topic=NAME id=N order=N
//   gp_properties, gp_board_properties: fields of sheets
//       SHEET.FIELD | VALUE | id=N

inline constexpr int kVersion = 1;
/// Bytes. The programs of Graphviz 2.42 refuse a text of more than 16,381.
inline constexpr int kLongestValue = 16'000;

// Of the graph.
inline constexpr char kVersionOf[] = "gp_version";
inline constexpr char kBoardTitle[] = "gp_board_title";
inline constexpr char kBoardTask[] = "gp_board_task";
inline constexpr char kBoardNotes[] = "gp_board_notes";
inline constexpr char kBoardDecisions[] = "gp_board_decisions";
inline constexpr char kBoardMetrics[] = "gp_board_metrics";
inline constexpr char kRequirements[] = "gp_requirements";
inline constexpr char kBoardProperties[] = "gp_board_properties";
inline constexpr char kFramework[] = "gp_framework"; ///< name of the one whose plan is followed
inline constexpr char kPractice[] = "gp_case";       ///< name of the case that is answered

// Of every element.
inline constexpr char kId[] = "gp_id";         ///< decimal, unique over all elements; of a connection: key
inline constexpr char kOrder[] = "gp_order";   ///< front to back: larger is nearer
inline constexpr char kLocked[] = "gp_locked"; ///< true
inline constexpr char kPinned[] = "gp_pinned"; ///< true: Tidy leaves it where it is
inline constexpr char kGroup[] = "gp_group";   ///< a number that all elements of a group share
inline constexpr char kStop[] = "gp_stop";     ///< number when the board is presented
inline constexpr char kNotes[] = "gp_notes";
inline constexpr char kDecisions[] = "gp_decisions";
inline constexpr char kMetrics[] = "gp_metrics";
inline constexpr char kProperties[] = "gp_properties";

// Of blocks and frames.
inline constexpr char kTitle[] = "gp_title"; ///< only where the label cannot say it (a line break, ...)
inline constexpr char kOwnTitle[] = "gp_own_title"; ///< true: the name no longer follows the title
inline constexpr char kColour[] = "gp_colour";      ///< #rrggbb; none: that of the kind's group

// Of blocks.
inline constexpr char kKind[] = "gp_kind";
inline constexpr char kTechnology[] = "gp_technology";
inline constexpr char kDescription[] = "gp_description";
inline constexpr char kLink[] = "gp_link";
inline constexpr char kMl[] = "gp_ml";     ///< true
inline constexpr char kPath[] = "gp_path"; ///< online, offline

// Of frames.
inline constexpr char kRemark[] = "gp_remark";
inline constexpr char kRect[] = "gp_rect";     ///< "x,y,w,h" in points, y downwards; a bb goes before it
inline constexpr char kAnchor[] = "gp_anchor"; ///< true on the node that stands for its frame

// Of cards.
inline constexpr char kCard[] = "gp_card"; ///< text, task, decision, legend
inline constexpr char kText[] = "gp_text";
inline constexpr char kDecision[] = "gp_decision"; ///< id of the decision it shows

// Of strokes, shapes and images. An image has a description as blocks have one, all but images a colour.
inline constexpr char kStroke[] = "gp_stroke";       ///< pen, highlighter, line, arrow
inline constexpr char kStrokeWidth[] = "gp_width";   ///< in points
inline constexpr char kStrokePoints[] = "gp_points"; ///< stroke_text.h
inline constexpr char kShapeKind[] = "gp_shape";     ///< rectangle, ellipse, text; its text is in gp_text
inline constexpr char kFilled[] = "gp_filled";       ///< true
inline constexpr char kTextSize[] = "gp_text_size";  ///< in points
inline constexpr char kImage[] = "gp_image";         ///< a key, see assets.h
inline constexpr char kAssetPrefix[] = "gp_asset_";  ///< of the graph: the bytes of a key, base64

// Of connections.
inline constexpr char kFlow[] = "gp_flow";            ///< none: request
inline constexpr char kLabel[] = "gp_label";          ///< only where the label cannot say it
inline constexpr char kLabelSize[] = "gp_label_size"; ///< "w,h" in points
inline constexpr char kLabelAt[] = "gp_label_at";     ///< thousandths of the route; none: 500
/// Corners "x,y x,y ..." in points with y downwards, relative to the top left corner of the source end. Taken
/// back when they still lead from border to border; else somebody has moved an end, and the connection comes
/// without a route.
inline constexpr char kRoute[] = "gp_route";
inline constexpr char kWaypoints[] = "gp_waypoints"; ///< set by hand; written as gp_route is
inline constexpr char kLoose[] = "gp_route_loose";   ///< true: the route never led from border to border

inline constexpr char kClusterPrefix[] = "cluster_";
inline constexpr char kAnchorSuffix[] = "__anchor"; ///< two underscores: no name of ours has that
inline constexpr char kCardPrefix[] = "card__";
inline constexpr char kStrokePrefix[] = "stroke__";
inline constexpr char kShapePrefix[] = "shape__";
inline constexpr char kImagePrefix[] = "image__";

} // namespace groundplan::dialect
