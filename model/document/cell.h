#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <algorithm>

namespace groundplan {

/// SQLite's storage classes, with the codes that changesets use.
enum class CellType : quint8 { Undefined = 0, Integer = 1, Real = 2, Text = 3, Blob = 4, Null = 5 };

/// A value of one column, wherever it comes from (a row, a changeset, a struct): the common currency of this
/// folder. A view: `bytes` belongs to whoever made it.
struct CellView {
    CellType type = CellType::Undefined;
    qint64 integer = 0;
    QByteArrayView bytes;
    friend bool operator==(const CellView& a, const CellView& b) {
        return a.type == b.type && a.integer == b.integer && a.bytes.size() == b.bytes.size() &&
               std::equal(a.bytes.begin(), a.bytes.end(), b.bytes.begin());
    }
};

/// The same, owning its bytes.
struct Cell {
    CellType type = CellType::Undefined;
    qint64 integer = 0;
    QByteArray bytes;
    CellView view() const { return {type, integer, bytes}; }
};

} // namespace groundplan
