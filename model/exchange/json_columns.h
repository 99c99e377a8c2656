#pragma once

#include "model/document/schema.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace groundplan::jsoncolumns {

// How the columns of the recorded tables (model/document/schema.h) stand in JSON. The writer, the reader and
// the JSON Schema are all made from this, so that none of them can forget one.

inline constexpr int kVersion = 1;
inline constexpr char kFormat[] = "groundplan";
/// Whole numbers beyond this come out of JavaScript and jq with other digits; they are written as text.
inline constexpr qint64 kMostExact = 9'007'199'254'740'991;

enum class Form {
    Id,      ///< the row's own
    Element, ///< ids of other rows; an empty one is left out. Elements have their name beside it
    Decision,
    Option,
    Criterion,
    Group,   ///< an id without a row
    Implied, ///< follows from the list that the row stands in
    Flag,
    Whole,  ///< a whole number
    Order,  ///< a whole number; as text where other programs would lose digits
    Length, ///< points, exact in eighths
    Text,
    Colour,
    Name,         ///< of a block or frame
    Word,         ///< one of `words`
    Route,        ///< [[x, y], ...] on the board, in points
    StrokePoints, ///< [[x, y, pressure], ...] as they are
};

struct Field {
    const char* table;
    const char* column;
    const char* key; ///< "rect.x": `x` of the object `rect`
    Form form;
    const char* says; ///< for the JSON Schema
    QStringList words = {};
};

/// Every column of a recorded table has one; ends the program for a column that has none.
const Field& fieldOf(QByteArrayView table, QByteArrayView column);
/// Those of a table in the order in which they are written.
const QList<const Field*>& fieldsOf(QByteArrayView table);

/// Whether the writer writes it in every row, whatever it holds.
bool isAlwaysWritten(const Field& field);
/// What is found out from texts and kinds where a row that nobody's program wrote leaves it out.
bool isRecognised(const Field& field);

/// Whether a reference to another row may not be left out: no row of that table means anything without.
bool isNeeded(const Field& field);

/// Name of the list that holds the rows of a table ("block" -> "blocks").
QString listOf(QByteArrayView table);
QString listSays(QByteArrayView table); ///< for the JSON Schema

/// Whether rows of that type are things on the board; those have the columns of `element`, too.
template <class Row>
inline constexpr bool kIsElement =
    std::is_same_v<typename Table<Row>::Key, ElementId> && !std::is_same_v<Row, Element>;

/// A column as JSON sees it.
template <class Row>
struct JsonColumn {
    const Field* field;
    const Column<Row>* column;
    Cell usual; ///< what it holds in a row of which nothing was said
};
/// All columns of a table in the order in which they are written.
template <class Row>
const QList<JsonColumn<Row>>& jsonColumnsOf() {
    static const QList<JsonColumn<Row>> list = [] {
        QList<JsonColumn<Row>> made;
        for (const Column<Row>& column : columnsOf<Row>())
            fieldOf(tableName<Row>(), column.name);
        for (const Field* field : fieldsOf(tableName<Row>())) {
            for (const Column<Row>& column : columnsOf<Row>()) {
                if (QByteArrayView(column.name) == QByteArrayView(field->column)) {
                    Cell usual;
                    column.get(Row{}, usual);
                    made.append({field, &column, usual});
                }
            }
        }
        return made;
    }();
    return list;
}

/// Whether a row has all that the writer never leaves out: what else is not there, is nothing on purpose.
template <class Row>
bool isWhole(const QJsonObject& object) {
    const auto hasAll = [&object](const auto& columns) {
        return std::all_of(columns.begin(), columns.end(), [&object](const auto& column) {
            constexpr int kFirstVersion = 1; // older files have no later columns
            return !isAlwaysWritten(*column.field) || column.column->since > kFirstVersion ||
                   object.contains(QLatin1StringView(column.field->key));
        });
    };
    return hasAll(jsonColumnsOf<Row>()) && (!kIsElement<Row> || hasAll(jsonColumnsOf<Element>()));
}

/// The least and the most that a column of whole numbers or lengths takes (in units), where the schema says
/// it.
std::optional<std::pair<qint64, qint64>> rangeOf(QByteArrayView table, QByteArrayView column);

// Bytes of one item in the cells of routes (x, y) and of strokes (x, y, pressure), see schema.cpp.
inline constexpr qsizetype kCornerBytes = 8;
inline constexpr qsizetype kStrokePointBytes = 5;

/// Further keys of a row, which no column has.
inline constexpr char kLoose[] = "loose"; ///< of a connection: its route leads from no border to no border
inline constexpr char kNameSuffix[] = "Name"; ///< behind the key of an element's id: its name

/// The keys that a row of that type may have; those of an object inside as "rect.x", too.
template <class Row>
QStringList keysIn() {
    QStringList keys;
    const auto add = [&keys](const auto& columns) {
        for (const auto& column : columns) {
            const QString key = QLatin1StringView(column.field->key);
            keys << key << key.section(u'.', 0, 0);
            if (column.field->form == Form::Element)
                keys << key + QLatin1StringView(kNameSuffix);
        }
    };
    add(jsonColumnsOf<Row>());
    if constexpr (!std::is_same_v<Row, Board>) {
        if constexpr (kIsElement<Row>)
            add(jsonColumnsOf<Element>());
    }
    if constexpr (std::is_same_v<Row, Connection>)
        keys << QLatin1StringView(kLoose);
    return keys;
}

} // namespace groundplan::jsoncolumns
