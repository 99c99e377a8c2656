#pragma once

#include "model/design/design.h"
#include "model/document/cell.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <span>

namespace groundplan {

/// First four header-visible marks of our files: "GPLN" and the version of the schema.
inline constexpr qint32 kApplicationId = 0x47504c4e;
inline constexpr qint32 kSchemaVersion = 4;

/// One column of a recorded table and the field of the row type behind it.
template <class Row>
struct Column {
    const char* name;
    CellType type;           ///< Integer, Text or Blob
    const char* declaration; ///< SQL after the name
    qint32 since;            ///< the first schema version that has it
    /// Takes a cell into the row; false when it is of another type or out of range.
    bool (*set)(Row&, const CellView&);
    void (*get)(const Row&, Cell&);
};

/// All columns of the row's table in the order of the schema; the first is its integer primary key.
/// A migration adds columns at the end, never elsewhere (old changesets then still apply).
template <class Row>
std::span<const Column<Row>> columnsOf();

template <class Row>
constexpr const char* tableName();
template <>
constexpr const char* tableName<Board>() {
    return "board";
}
template <>
constexpr const char* tableName<Element>() {
    return "element";
}
template <>
constexpr const char* tableName<Block>() {
    return "block";
}
template <>
constexpr const char* tableName<Frame>() {
    return "frame";
}
template <>
constexpr const char* tableName<Connection>() {
    return "connection";
}
template <>
constexpr const char* tableName<Card>() {
    return "card";
}
template <>
constexpr const char* tableName<Property>() {
    return "property";
}
template <>
constexpr const char* tableName<Criterion>() {
    return "criterion";
}
template <>
constexpr const char* tableName<Score>() {
    return "score";
}
template <>
constexpr const char* tableName<Stroke>() {
    return "stroke";
}
template <>
constexpr const char* tableName<Shape>() {
    return "shape";
}
template <>
constexpr const char* tableName<Image>() {
    return "image";
}
template <>
constexpr const char* tableName<Note>() {
    return "note";
}
template <>
constexpr const char* tableName<Decision>() {
    return "decision";
}
template <>
constexpr const char* tableName<Option>() {
    return "option";
}
template <>
constexpr const char* tableName<Argument>() {
    return "argument";
}
template <>
constexpr const char* tableName<Metric>() {
    return "metric";
}
template <>
constexpr const char* tableName<Requirement>() {
    return "requirement";
}

/// Calls `visit.template operator()<Row>()` for each recorded row type, parents of foreign keys first.
template <class Visitor>
void forEachRowType(Visitor&& visit) {
    visit.template operator()<Board>();
    visit.template operator()<Element>();
    visit.template operator()<Block>();
    visit.template operator()<Frame>();
    visit.template operator()<Connection>();
    visit.template operator()<Card>();
    visit.template operator()<Note>();
    visit.template operator()<Decision>();
    visit.template operator()<Option>();
    visit.template operator()<Argument>();
    visit.template operator()<Metric>();
    visit.template operator()<Requirement>();
    visit.template operator()<Stroke>();
    visit.template operator()<Shape>();
    visit.template operator()<Image>();
    visit.template operator()<Property>();
    visit.template operator()<Criterion>();
    visit.template operator()<Score>();
}

/// What the cells and changesets of a table need, without knowing its row type.
struct TableInfo {
    QByteArray name;
    QByteArray createSql;  ///< exactly as it stands in sqlite_schema
    bool recorded = false; ///< part of the design: in changesets, in the digest, undoable
    qint32 since = 1;      ///< the first schema version that has it
    struct ColumnInfo {
        QByteArray name;
        QByteArray declaration; ///< SQL after the name
        qint32 since = 1;       ///< the first schema version that has it
        CellType type = CellType::Undefined;
        Cell defaultCell; ///< what an absent cell of an older file means; such a cell counts nothing in the
                          ///< digest
        quint64 seed = 0; ///< of the digest's hash
    };
    QList<ColumnInfo> columns; ///< empty for tables that are not recorded
    /// How the table stands in a file of an older version: without the columns that came later.
    QByteArray createSqlIn(qint32 version) const;
};

/// Every table of the current schema, recorded ones first. `history`, `digest`, `view` and `asset` are not
/// recorded.
const QList<TableInfo>& schemaTables();
/// The recorded table with that name, or nullptr; `index` receives its position in schemaTables().
const TableInfo* recordedTable(QByteArrayView name, int* index = nullptr);

} // namespace groundplan
