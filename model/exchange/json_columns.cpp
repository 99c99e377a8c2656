#include "model/exchange/json_columns.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace groundplan::jsoncolumns {
namespace {

template <class Enum>
QStringList wordsOf() {
    QStringList words;
    for (const char* word : Words<Enum>::words)
        words << QLatin1StringView(word);
    return words;
}

constexpr char kOrderSays[] =
    "Front to back: what has the larger number lies nearer, or comes later in a list.";
constexpr char kSubjectSays[] = "What it hangs on; left out: the board.";
constexpr char kXSays[] = "Left edge on the board, in points.";
constexpr char kYSays[] = "Upper edge on the board, in points; y grows downwards.";
constexpr char kColourSays[] = "#rrggbb; left out: as its kind or the theme has it.";

/// In the order in which they are written.
const QList<Field>& fields() {
    static const QList<Field> list{
        {"board", "id", "id", Form::Implied, ""},
        {"board", "title", "title", Form::Text, "Title of the design; left out: the file's name is shown."},
        {"board", "task", "task", Form::Text, "The task in the author's own words."},
        {"board", "framework", "framework", Form::Text, "Name of the framework whose plan is followed."},
        {"board", "practice", "case", Form::Text, "Name of the practice case that the design answers."},

        {"element", "id", "id", Form::Implied, ""},
        {"element", "type", "type", Form::Implied, ""},
        {"element", "parent", "parent", Form::Element, "The frame that holds it; left out: the board."},
        {"element", "ord", "order", Form::Order, kOrderSays},
        {"element", "locked", "locked", Form::Flag, "It cannot be moved or changed by hand."},
        {"element", "pinned", "pinned", Form::Flag, "Tidy leaves it where it is."},
        {"element", "grp", "group", Form::Group, "What has the same one is selected and moved together."},
        {"element", "stop", "stop", Form::Whole, "Its number when the board is presented; 0: no stop."},

        {"block", "id", "id", Form::Id, "Unique among all things on the board."},
        {"block", "name", "name", Form::Name, "A readable name, unique among blocks and frames."},
        {"block", "kind", "kind", Form::Text, "Name of a kind of the catalogue, such as feature-store."},
        {"block", "title", "title", Form::Text, "What stands on it."},
        {"block", "own_title", "ownTitle", Form::Flag,
         "Somebody has given that title: the name no longer follows it."},
        {"block", "technology", "technology", Form::Text, "The product, such as Feast."},
        {"block", "description", "description", Form::Text, "What it is for."},
        {"block", "link", "link", Form::Text, "A URL."},
        {"block", "colour", "colour", Form::Colour, kColourSays},
        {"block", "ml", "ml", Form::Flag, "It needs machine learning."},
        {"block", "path", "path", Form::Word, "The part of the system that it belongs to.", wordsOf<Path>()},
        {"block", "x", "rect.x", Form::Length, kXSays},
        {"block", "y", "rect.y", Form::Length, kYSays},
        {"block", "w", "rect.width", Form::Length, "In points."},
        {"block", "h", "rect.height", Form::Length, "In points."},

        {"frame", "id", "id", Form::Id, "Unique among all things on the board."},
        {"frame", "name", "name", Form::Name, "A readable name, unique among blocks and frames."},
        {"frame", "title", "title", Form::Text, "What stands above it."},
        {"frame", "own_title", "ownTitle", Form::Flag,
         "Somebody has given that title: the name no longer follows it."},
        {"frame", "remark", "remark", Form::Text, "Its target or a remark, at the upper right."},
        {"frame", "colour", "colour", Form::Colour, kColourSays},
        {"frame", "x", "rect.x", Form::Length, kXSays},
        {"frame", "y", "rect.y", Form::Length, kYSays},
        {"frame", "w", "rect.width", Form::Length, "In points."},
        {"frame", "h", "rect.height", Form::Length, "In points."},

        {"connection", "id", "id", Form::Id, "Unique among all things on the board."},
        {"connection", "source", "source", Form::Element, "A block or a frame: its id, or its name."},
        {"connection", "target", "target", Form::Element, "A block or a frame: its id, or its name."},
        {"connection", "flow", "flow", Form::Word, "What it carries.", wordsOf<Flow>()},
        {"connection", "direction", "direction", Form::Word, "Which way.", wordsOf<Direction>()},
        {"connection", "label", "label", Form::Text, "What stands on it."},
        {"connection", "label_w", "labelSize.width", Form::Length,
         "Of the label, in points; 0: not measured."},
        {"connection", "label_h", "labelSize.height", Form::Length,
         "Of the label, in points; 0: not measured."},
        {"connection", "label_at", "labelAt", Form::Whole,
         "Where the label's middle sits, in thousandths of the route."},
        {"connection", "route", "route", Form::Route,
         "Corners [x, y] on the board in points, from the source's border to the target's; left out: the "
         "program finds a way. A route that no longer leads from border to border is found anew."},
        {"connection", "waypoints", "waypoints", Form::Route,
         "Points [x, y] on the board that the route has to pass, set by hand."},

        {"card", "id", "id", Form::Id, "Unique among all things on the board."},
        {"card", "kind", "kind", Form::Word, "What it shows.", wordsOf<CardKind>()},
        {"card", "text", "text", Form::Text, "Its own text."},
        {"card", "decision", "decision", Form::Decision, "The decision that a decision card shows."},
        {"card", "x", "rect.x", Form::Length, kXSays},
        {"card", "y", "rect.y", Form::Length, kYSays},
        {"card", "w", "rect.width", Form::Length, "In points."},
        {"card", "h", "rect.height", Form::Length, "In points."},

        {"stroke", "id", "id", Form::Id, "Unique among all things on the board."},
        {"stroke", "tool", "tool", Form::Word, "What it was drawn with.", wordsOf<StrokeTool>()},
        {"stroke", "colour", "colour", Form::Colour, kColourSays},
        {"stroke", "width", "width", Form::Length, "Of the line, in points."},
        {"stroke", "x", "rect.x", Form::Length, kXSays},
        {"stroke", "y", "rect.y", Form::Length, kYSays},
        {"stroke", "w", "rect.width", Form::Length, "In points."},
        {"stroke", "h", "rect.height", Form::Length, "In points."},
        {"stroke", "points", "points", Form::StrokePoints,
         "Points [x, y, pressure] within the rectangle: x and y from 0 (left, top) to 65535 (right, bottom), "
         "pressure from 0 to 255."},

        {"shape", "id", "id", Form::Id, "Unique among all things on the board."},
        {"shape", "kind", "kind", Form::Word, "Its figure.", wordsOf<ShapeKind>()},
        {"shape", "text", "text", Form::Text, "The text, or the figure's caption."},
        {"shape", "colour", "colour", Form::Colour, kColourSays},
        {"shape", "filled", "filled", Form::Flag, "With a tint of its colour."},
        {"shape", "text_size", "textSize", Form::Length, "Height of the letters' em, in points."},
        {"shape", "x", "rect.x", Form::Length, kXSays},
        {"shape", "y", "rect.y", Form::Length, kYSays},
        {"shape", "w", "rect.width", Form::Length, "In points."},
        {"shape", "h", "rect.height", Form::Length, "In points."},

        {"image", "id", "id", Form::Id, "Unique among all things on the board."},
        {"image", "asset", "asset", Form::Text, "Key of its bytes in `assets`."},
        {"image", "description", "description", Form::Text, "For those who cannot see it."},
        {"image", "x", "rect.x", Form::Length, kXSays},
        {"image", "y", "rect.y", Form::Length, kYSays},
        {"image", "w", "rect.width", Form::Length, "In points."},
        {"image", "h", "rect.height", Form::Length, "In points."},

        {"note", "id", "id", Form::Id, "Unique among notes."},
        {"note", "subject", "subject", Form::Element, kSubjectSays},
        {"note", "kind", "kind", Form::Word, "What sort of note it is.", wordsOf<NoteKind>()},
        {"note", "text", "text", Form::Text, "What it says."},
        {"note", "ord", "order", Form::Order, kOrderSays},

        {"decision", "id", "id", Form::Id, "Unique among decisions."},
        {"decision", "subject", "subject", Form::Element, kSubjectSays},
        {"decision", "question", "question", Form::Text, "What is to be decided."},
        {"decision", "topic", "topic", Form::Text, "Name under which frameworks ask for it."},
        {"decision", "chosen", "chosen", Form::Option, "The option that was chosen; left out: open."},
        {"decision", "reason", "reason", Form::Text, "Why that one."},
        {"decision", "ord", "order", Form::Order, kOrderSays},

        {"option", "id", "id", Form::Id, "Unique among options."},
        {"option", "decision", "decision", Form::Decision, "The decision that it belongs to."},
        {"option", "title", "title", Form::Text, "What could be done."},
        {"option", "ord", "order", Form::Order, kOrderSays},

        {"argument", "id", "id", Form::Id, "Unique among arguments."},
        {"argument", "option", "option", Form::Option, "The option that it is about."},
        {"argument", "side", "side", Form::Word, "For or against it.", wordsOf<Side>()},
        {"argument", "text", "text", Form::Text, "What speaks for or against it."},
        {"argument", "ord", "order", Form::Order, kOrderSays},

        {"criterion", "id", "id", Form::Id, "Unique among criteria."},
        {"criterion", "decision", "decision", Form::Decision, "The decision that it belongs to."},
        {"criterion", "title", "title", Form::Text, "By what the options are compared."},
        {"criterion", "weight", "weight", Form::Whole, "How much it counts; 0: it is only looked at."},
        {"criterion", "ord", "order", Form::Order, kOrderSays},

        {"score", "id", "id", Form::Id, "Unique among scores."},
        {"score", "option", "option", Form::Option, "How well this option does ..."},
        {"score", "criterion", "criterion", Form::Criterion, "... by this criterion of the same decision."},
        {"score", "value", "value", Form::Whole, "From 1 (badly) to 5."},

        {"metric", "id", "id", Form::Id, "Unique among metrics."},
        {"metric", "subject", "subject", Form::Element, "What it measures; left out: the whole design."},
        {"metric", "kind", "kind", Form::Word, "What sort of metric it is.", wordsOf<MetricKind>()},
        {"metric", "name", "name", Form::Text, "Such as AUC or p99."},
        {"metric", "unit", "unit", Form::Text, "Such as ms; left out: a bare number."},
        {"metric", "goal", "goal", Form::Word, "Which way the target points.", wordsOf<Goal>()},
        {"metric", "target", "target", Form::Text, "As typed; left out: none set."},
        {"metric", "current", "current", Form::Text, "As typed; left out: not known."},
        {"metric", "shown", "shown", Form::Flag, "It stands on its block or on the task card."},
        {"metric", "cost_false_positive", "costFalsePositive", Form::Text, "What a false positive costs."},
        {"metric", "cost_false_negative", "costFalseNegative", Form::Text, "What a false negative costs."},
        {"metric", "ord", "order", Form::Order, kOrderSays},

        {"requirement", "id", "id", Form::Id, "Unique among requirements."},
        {"requirement", "question", "question", Form::Text, "A clarifying question."},
        {"requirement", "answer", "answer", Form::Text, "Its answer; left out: open."},
        {"requirement", "source", "source", Form::Word, "Where the answer comes from.", wordsOf<Source>()},
        {"requirement", "shown", "shown", Form::Flag, "It stands on the task card."},
        {"requirement", "topic", "topic", Form::Text, "Name of an entry of the table of topics."},
        {"requirement", "ord", "order", Form::Order, kOrderSays},

        {"property", "id", "id", Form::Id, "Unique among properties."},
        {"property", "subject", "subject", Form::Element, kSubjectSays},
        {"property", "field", "field", Form::Text, "SHEET.FIELD, such as data.split."},
        {"property", "value", "value", Form::Text, "As typed; of a choice its name."},
    };
    return list;
}

struct List {
    const char* table;
    const char* name;
    const char* says;
};
constexpr List kLists[] = {
    {"frame", "frames", "Titled containers of blocks and frames."},
    {"block", "blocks", "Typed boxes."},
    {"connection", "connections", "Typed links between blocks and frames."},
    {"card", "cards", "Stickies: text, the task, a decision, or the legend."},
    {"stroke", "strokes", "What was drawn by hand; it means nothing."},
    {"shape", "shapes", "Plain figures and free text; they mean nothing."},
    {"image", "images", "Pictures."},
    {"note", "notes", "Assumptions, questions, risks and remarks."},
    {"decision", "decisions", "Trade-offs on record."},
    {"option", "options", "What could be chosen in a decision."},
    {"argument", "arguments", "What speaks for and against an option."},
    {"criterion", "criteria", "By what the options of a decision are compared."},
    {"score", "scores", "How well an option does by a criterion."},
    {"metric", "metrics", "Named measures with their targets."},
    {"requirement", "requirements", "Clarifying questions and their answers."},
    {"property", "properties", "Filled fields of sheets."},
};

const List& entryOf(QByteArrayView table) {
    for (const List& list : kLists) {
        if (table == QByteArrayView(list.table))
            return list;
    }
    qFatal("The table %s has no list in JSON.", table.data());
}

} // namespace

const Field& fieldOf(QByteArrayView table, QByteArrayView column) {
    for (const Field* field : fieldsOf(table)) {
        if (column == QByteArrayView(field->column))
            return *field;
    }
    qFatal("The column %s of %s has no form in JSON.", column.data(), table.data());
}

const QList<const Field*>& fieldsOf(QByteArrayView table) {
    static const std::map<QByteArray, QList<const Field*>> byTable = [] {
        std::map<QByteArray, QList<const Field*>> map;
        for (const Field& field : fields())
            map[field.table].append(&field);
        return map;
    }();
    const auto found = byTable.find(table.toByteArray());
    if (found == byTable.end())
        qFatal("The table %s has no form in JSON.", table.data());
    return found->second;
}

bool isAlwaysWritten(const Field& field) {
    return field.form == Form::Id || field.form == Form::Name || field.form == Form::Word ||
           field.form == Form::Order;
}

bool isRecognised(const Field& field) {
    const QByteArrayView table(field.table), column(field.column);
    if (table == "connection")
        return column == "flow";
    return table == "block" &&
           (column == "kind" || column == "technology" || column == "ml" || column == "path");
}

bool isNeeded(const Field& field) {
    const bool refers = field.form == Form::Element || field.form == Form::Decision ||
                        field.form == Form::Option || field.form == Form::Criterion;
    constexpr std::array tables{"connection", "option", "argument", "criterion", "score"};
    return refers && std::any_of(tables.begin(), tables.end(), [&field](const char* table) {
               return QByteArrayView(field.table) == QByteArrayView(table);
           });
}

QString listOf(QByteArrayView table) {
    return QLatin1StringView(entryOf(table).name);
}

QString listSays(QByteArrayView table) {
    return QLatin1StringView(entryOf(table).says);
}

std::optional<std::pair<qint64, qint64>> rangeOf(QByteArrayView table, QByteArrayView column) {
    if (table == QByteArrayView("connection") &&
        (column == QByteArrayView("label_w") || column == QByteArrayView("label_h")))
        return std::pair<qint64, qint64>(0, kMaxSize); // no CHECK was in the first schema
    const TableInfo* info = recordedTable(table);
    for (const TableInfo::ColumnInfo& known : info->columns) {
        if (QByteArrayView(known.name) != column)
            continue;
        static const QRegularExpression between(u"BETWEEN (-?[0-9]+) AND ([0-9]+)"_s);
        const auto match = between.match(QString::fromLatin1(known.declaration));
        if (match.hasMatch())
            return std::pair(match.captured(1).toLongLong(), match.captured(2).toLongLong());
    }
    return std::nullopt;
}

} // namespace groundplan::jsoncolumns
