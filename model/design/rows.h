#pragma once

#include "model/design/geometry.h"
#include "model/design/id.h"
#include "model/design/words.h"

#include <QList>
#include <QString>

namespace groundplan {

// The value types of a design. Each struct is one row of one table of the document (model/document/schema.h
// maps them); they hold plain values and no pointers, and know nothing of each other but ids.

enum class ElementType { Block, Frame, Connection, Card, Stroke, Shape, Image };
template <>
struct Words<ElementType> {
    static constexpr std::array words = {"block", "frame", "connection", "card", "stroke", "shape", "image"};
};

inline constexpr qint32 kMostStops = 9999;

/// What all things on the board share.
struct Element {
    ElementId id;
    ElementType type = ElementType::Block;
    ElementId parent; ///< the frame that holds it; none: the board. Connections have no parent.
    /// Front to back within its layer (frames, connections, then all else): larger is nearer.
    /// Numbered with gaps, not unique; ties go by id.
    qint64 order = 0;
    bool locked = false;
    bool pinned = false; ///< Tidy leaves it where it is
    GroupId group = {};  ///< selected and moved together with all others of that group; none: by itself
    qint32 stop = 0;     ///< its number when the board is presented, 1 to kMostStops; 0: no stop
    friend bool operator==(const Element&, const Element&) = default;
};

/// Which part of the system a block belongs to.
enum class Path { Unset, Online, Offline };
template <>
struct Words<Path> {
    static constexpr std::array words = {"unset", "online", "offline"};
};

struct Block {
    ElementId id;
    QString kind; ///< name of a kind of the catalogue ("feature-store"); one it does not know is kept and
                  ///< drawn plainly
    QString name; ///< readable slug, unique among blocks and frames of the design ("ranker_2"); see names.h
    bool ownTitle = false; ///< the user has given a title of their own; from then on the name stays as it is
    QString title;
    QString technology; ///< "Feast"; empty: none said
    QString description;
    QString link;    ///< a URL; empty: none
    QString colour;  ///< "#rrggbb", or empty for the colour of the kind's group
    bool ml = false; ///< needs machine learning
    Path path = Path::Unset;
    Rect rect;
    friend bool operator==(const Block&, const Block&) = default;
};

struct Frame {
    ElementId id;
    QString name; ///< as Block::name
    bool ownTitle = false;
    QString title;
    QString remark; ///< target or remark at the top right ("p99 <= 150 ms", "daily")
    QString colour; ///< "#rrggbb", or empty
    Rect rect;
    friend bool operator==(const Frame&, const Frame&) = default;
};

enum class Flow { Request, Stream, Batch, TrainingData, ModelArtifact, Feedback, Telemetry };
template <>
struct Words<Flow> {
    static constexpr std::array words = {"request",        "stream",   "batch",    "training-data",
                                         "model-artifact", "feedback", "telemetry"};
};

enum class Direction { Forward, Both, None };
template <>
struct Words<Direction> {
    static constexpr std::array words = {"forward", "both", "none"};
};

/// Corners of a connection from where it leaves its source to where it enters its target, relative to the top
/// left corner of the source end: moving both ends together changes nothing. Empty: not routed yet.
using Route = QList<Point>;

struct Connection {
    ElementId id;
    ElementId source; ///< a block or a frame
    ElementId target; ///< a block or a frame; the source itself is allowed
    Flow flow = Flow::Request;
    Direction direction = Direction::Forward;
    QString label;
    Size labelSize; ///< of the label's pill, measured by render and stored with it; 0 x 0 without a label
    qint32 labelAt = 500; ///< where the label's middle sits, in thousandths of the route's length
    Route route;
    /// Points that the user wants the route to pass, in order from the source, relative as `route` is.
    Route waypoints;
    friend bool operator==(const Connection&, const Connection&) = default;
};

enum class CardKind {
    Text,     ///< a sticky with free text
    Task,     ///< the task, chosen metrics and the requirements' answers
    Decision, ///< one decision with its options
    Legend,   ///< the flows that the design uses
};
template <>
struct Words<CardKind> {
    static constexpr std::array words = {"text", "task", "decision", "legend"};
};

/// A sticky card on the board. What it shows beside its own text is read from the design when it is painted.
struct Card {
    ElementId id;
    CardKind kind = CardKind::Text;
    QString text;        ///< Text: the text; Task: further lines below the task; otherwise unused
    DecisionId decision; ///< Decision: the one shown
    Rect rect;
    friend bool operator==(const Card&, const Card&) = default;
};

enum class StrokeTool {
    Pen,         ///< smooth, as wide as the pressure says
    Highlighter, ///< broad and translucent
    Line,        ///< straight from point to point
    Arrow,       ///< a line with a head at its end
};
template <>
struct Words<StrokeTool> {
    static constexpr std::array words = {"pen", "highlighter", "line", "arrow"};
};

/// A place within a stroke's rectangle.
struct StrokePoint {
    static constexpr int kFar = 65'535;
    quint16 x = 0;         ///< 0 at the left edge of the rectangle, kFar at the right one
    quint16 y = 0;         ///< 0 at the top, kFar at the bottom
    quint8 pressure = 255; ///< 0: hardly touched, 255: full; a device without pressure gives 128 everywhere
    friend bool operator==(const StrokePoint&, const StrokePoint&) = default;
};

/// What was drawn by hand. Its points lie within `rect` and know nothing of its place and size: moving and
/// resizing change four numbers and lose nothing.
struct Stroke {
    ElementId id;
    StrokeTool tool = StrokeTool::Pen;
    QString colour;   ///< "#rrggbb", or empty for the ink of the theme
    Coord width = 20; ///< of the line at half pressure
    QList<StrokePoint> points;
    Rect rect; ///< of the points, at least kMinSize each way
    friend bool operator==(const Stroke&, const Stroke&) = default;
};

enum class ShapeKind { Rectangle, Ellipse, Text };
template <>
struct Words<ShapeKind> {
    static constexpr std::array words = {"rectangle", "ellipse", "text"};
};

/// A plain figure or free text: it means nothing, and no connection ends at it.
struct Shape {
    ElementId id;
    ShapeKind kind = ShapeKind::Rectangle;
    QString text;         ///< Text: the text, from the top left corner; else a caption in the middle
    QString colour;       ///< "#rrggbb", or empty for the ink of the theme
    bool filled = false;  ///< with a tint of its colour
    Coord textSize = 128; ///< height of the letters' em
    Rect rect;
    friend bool operator==(const Shape&, const Shape&) = default;
};

/// A picture on the board; its bytes are an asset of the document.
struct Image {
    ElementId id;
    QString asset;       ///< key of the bytes, see assets.h
    QString description; ///< for those who cannot see it
    Rect rect;
    friend bool operator==(const Image&, const Image&) = default;
};

enum class NoteKind { Assumption, Question, Risk, Remark };
template <>
struct Words<NoteKind> {
    static constexpr std::array words = {"assumption", "question", "risk", "remark"};
};

struct Note {
    NoteId id;
    ElementId subject; ///< none: the board
    NoteKind kind = NoteKind::Remark;
    QString text;
    qint64 order = 0;
    friend bool operator==(const Note&, const Note&) = default;
};

/// A trade-off on record.
struct Decision {
    DecisionId id;
    ElementId subject; ///< none: the board
    QString question;
    OptionId chosen; ///< none: still open
    QString reason;  ///< why that one
    qint64 order = 0;
    QString topic =
        {}; ///< name under which frameworks ask for it ("model-choice"); empty: one of the user's own
    friend bool operator==(const Decision&, const Decision&) = default;
};

struct Option {
    OptionId id;
    DecisionId decision;
    QString title;
    qint64 order = 0;
    friend bool operator==(const Option&, const Option&) = default;
};

enum class Side { Pro, Con };
template <>
struct Words<Side> {
    static constexpr std::array words = {"pro", "con"};
};

struct Argument {
    ArgumentId id;
    OptionId option;
    Side side = Side::Pro;
    QString text;
    qint64 order = 0;
    friend bool operator==(const Argument&, const Argument&) = default;
};

inline constexpr qint32 kMostWeight = 10;
inline constexpr qint32 kBestScore = 5;

/// By what the options of a decision are compared: a column of its table.
struct Criterion {
    CriterionId id;
    DecisionId decision;
    QString title;     ///< "Latency"
    qint32 weight = 1; ///< 0 (only looked at) to kMostWeight
    qint64 order = 0;
    friend bool operator==(const Criterion&, const Criterion&) = default;
};

/// How well an option does by a criterion; both belong to the same decision, and there is at most one a pair.
struct Score {
    ScoreId id;
    OptionId option;
    CriterionId criterion;
    qint32 value = 1; ///< 1 (badly) to kBestScore
    friend bool operator==(const Score&, const Score&) = default;
};

enum class MetricKind { Offline, Online, Business, NonFunctional };
template <>
struct Words<MetricKind> {
    static constexpr std::array words = {"offline", "online", "business", "non-functional"};
};

/// Which way a metric's target points.
enum class Goal { AtLeast, AtMost };
template <>
struct Words<Goal> {
    static constexpr std::array words = {"at-least", "at-most"};
};

/// Target and current value are kept as typed ("0.78", "4k"); metric_value.h reads them.
struct Metric {
    MetricId id;
    ElementId subject; ///< none: the whole design
    MetricKind kind = MetricKind::Offline;
    QString name; ///< "AUC", "p99"
    QString unit; ///< "ms"; empty: a bare number
    Goal goal = Goal::AtLeast;
    QString target;     ///< empty: none set
    QString current;    ///< empty: not known
    bool shown = false; ///< as a chip on its block (or on the task card for the design's own)
    qint64 order = 0;
    // What one error costs, as typed ("5 $", "an hour of an analyst"); empty: not said.
    QString costFalsePositive = {};
    QString costFalseNegative = {};
    friend bool operator==(const Metric&, const Metric&) = default;
};

/// Where a requirement's answer comes from.
enum class Source { Asked, Given, Assumed, NotRelevant };
template <>
struct Words<Source> {
    static constexpr std::array words = {"asked", "given", "assumed", "not-relevant"};
};

/// A clarifying question and its answer.
struct Requirement {
    RequirementId id;
    QString question;
    QString answer; ///< empty: still open
    Source source = Source::Asked;
    bool shown = false; ///< on the task card
    qint64 order = 0;
    QString topic = {}; ///< of the table of topics ("data-volume"); empty: a question of the user's own
    friend bool operator==(const Requirement&, const Requirement&) = default;
};

/// A field of a sheet that somebody has filled in: a fact about a block, or about the design.
struct Property {
    PropertyId id;
    ElementId subject; ///< none: the board; at most one property a subject and field
    QString field;     ///< "SHEET.FIELD" of templates/sheets ("data.split"); one it does not have is kept
    QString value;     ///< as typed; of a choice the name, of several the names joined by ", "
    friend bool operator==(const Property&, const Property&) = default;
};

/// The design as a whole: one row, id 1.
struct Board {
    BoardId id{1};
    QString title;     ///< empty: the document's file name is shown
    QString task;      ///< the task in the user's own words
    QString framework; ///< name of the one whose plan is followed; empty: none
    QString practice;  ///< name of the case that it answers; empty: none
    friend bool operator==(const Board&, const Board&) = default;
};

} // namespace groundplan
