#pragma once

#include "model/exchange/json_columns.h"

#include <QJsonObject>

namespace groundplan::jsoncells {

/// The text of an id: as written, of a whole number its digits; empty for one that is missing or null.
/// Nothing for any other value.
std::optional<QString> idText(const QJsonValue& value);

/// The cell that the value of a field stands for (all forms but ids); `missing` when there is none. `origin`
/// is where routes count from. The result is why it cannot be, as the end of a sentence that begins with its
/// place; empty: it can.
QString read(const QJsonObject& row, const jsoncolumns::Field& field, Point origin, Cell& cell,
             bool& missing);

/// The keys of a row, and of the objects inside it, that are not among `known`; long ones are cut off.
QStringList unknownKeys(const QJsonObject& row, const QStringList& known);

/// Why a cell was refused by its column.
QString rangeReason(const jsoncolumns::Field& field);

} // namespace groundplan::jsoncells
