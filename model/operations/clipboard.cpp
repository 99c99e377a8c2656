#include "model/operations/operations.h"

#include "model/design/validate.h"
#include "model/document/schema.h"
#include "model/operations/parts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace groundplan {

// The clipboard holds the rows as the file does, by the columns of the schema: {"format": ..., "version":
// ..., "block": [{"id": "17", "kind": "feature-store", ..., "x": 0, ...}], ...}. Integers that can exceed
// 2^53 (ids, orders) are strings; routes, strokes and the bytes of pictures ("asset": [...]) are base64.

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kMostBytes = 512 * 1024 * 1024;

QString formatName() {
    return QStringLiteral("groundplan-elements");
}

Failure unreadable(const QString& what) {
    return fail(ErrorCode::Unreadable,
                OperationText::tr(
                    "The clipboard holds Groundplan elements that cannot be pasted: %1; copy them again.")
                    .arg(what));
}

QJsonValue toJson(const Cell& cell) {
    constexpr qint64 kExact = qint64(1) << 53;
    switch (cell.type) {
    case CellType::Integer:
        if (cell.integer > -kExact && cell.integer < kExact)
            return double(cell.integer);
        return QString::number(cell.integer);
    case CellType::Text:
        return QString::fromUtf8(cell.bytes);
    case CellType::Blob:
        return QString::fromLatin1(cell.bytes.toBase64());
    default:
        return {};
    }
}

std::optional<QByteArray> fromBase64(const QJsonValue& value) {
    auto decoded =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

/// The cell that a JSON value stands for in a column of that type; one of type Undefined when it stands for
/// none.
Cell toCell(const QJsonValue& value, CellType type) {
    Cell cell;
    if (type == CellType::Integer && (value.isString() || value.isDouble())) {
        bool ok = false;
        if (value.isString()) {
            cell.integer = value.toString().toLongLong(&ok);
            ok = ok && QString::number(cell.integer) == value.toString();
        } else {
            const double number = value.toDouble();
            ok = number == std::floor(number) && std::abs(number) < double(qint64(1) << 53);
            cell.integer = ok ? qint64(number) : 0;
        }
        cell.type = ok ? type : CellType::Undefined;
    } else if (type == CellType::Text && value.isString()) {
        cell.type = type;
        cell.bytes = value.toString().toUtf8();
    } else if (type == CellType::Blob && value.isString()) {
        if (auto bytes = fromBase64(value)) {
            cell.type = type;
            cell.bytes = *bytes;
        }
    }
    return cell;
}

/// Ids read the same everywhere only as strings, whatever their size.
bool isId(const char* column) {
    static const QSet<QByteArray> ids = {"id",       "parent", "source", "target", "subject",
                                         "decision", "chosen", "option", "ord",    "grp"};
    return ids.contains(column);
}

template <class Row>
QList<const Row*> rowsToWrite(const Design& design) {
    if constexpr (std::is_same_v<Row, Board>)
        return {&design.board};
    else
        return tableOf<Row>(design).sorted();
}

} // namespace

QByteArray toClipboard(const Design& part) {
    QJsonObject root;
    root[QStringLiteral("format")] = formatName();
    root[QStringLiteral("version")] = kVersion;
    forEachRowType([&]<class Row>() {
        QJsonArray rows;
        for (const Row* row : rowsToWrite<Row>(part)) {
            QJsonObject object;
            for (const Column<Row>& column : columnsOf<Row>()) {
                Cell cell;
                column.get(*row, cell);
                const bool asText = cell.type == CellType::Integer && isId(column.name);
                object[QString::fromLatin1(column.name)] =
                    asText ? QJsonValue(QString::number(cell.integer)) : toJson(cell);
            }
            rows.append(object);
        }
        if (!rows.isEmpty())
            root[QString::fromLatin1(tableName<Row>())] = rows;
    });
    QStringList keys = part.assets.all().keys();
    keys.sort();
    QJsonArray assets;
    for (const QString& key : std::as_const(keys))
        assets.append(QString::fromLatin1(part.assets.bytes(key).toBase64()));
    if (!assets.isEmpty())
        root[QStringLiteral("asset")] = assets;
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

Result<Design> fromClipboard(const QByteArray& data) {
    if (data.size() > kMostBytes)
        return unreadable(OperationText::tr("they are more than %1 MB").arg(kMostBytes / (1024 * 1024)));
    QJsonParseError parsing;
    const QJsonDocument json = QJsonDocument::fromJson(data, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return unreadable(OperationText::tr("at byte %1 %2").arg(parsing.offset).arg(parsing.errorString()));
    const QJsonObject root = json.object();
    if (root.value(QStringLiteral("format")).toString() != formatName())
        return unreadable(
            OperationText::tr("they do not say that they are of the format %1").arg(formatName()));
    const QJsonValue version = root.value(QStringLiteral("version"));
    if (version.toInt(-1) != kVersion) {
        return unreadable(OperationText::tr("they are of version %1 and this program reads version %2")
                              .arg(version.toVariant().toString())
                              .arg(kVersion));
    }
    Design design;
    QString problem;
    qsizetype count = 0;
    QSet<QString> known = {QStringLiteral("format"), QStringLiteral("version"), QStringLiteral("asset")};
    for (const QJsonValue asset : root.value(QStringLiteral("asset")).toArray()) {
        const auto bytes = fromBase64(asset);
        if (!bytes || bytes->size() > limits::kAssetBytes)
            return unreadable(OperationText::tr("one of their pictures cannot be read or is too large"));
        design.assets.add(*bytes);
    }
    forEachRowType([&]<class Row>() {
        const QString table = QString::fromLatin1(tableName<Row>());
        known.insert(table);
        if (!problem.isEmpty() || !root.contains(table))
            return;
        const QJsonValue list = root.value(table);
        if (!list.isArray()) {
            problem = OperationText::tr("“%1” is no list").arg(table);
            return;
        }
        const QJsonArray rows = list.toArray();
        count += rows.size();
        if (count > limits::kRows) {
            problem = OperationText::tr("there are more than %1 rows").arg(limits::kRows);
            return;
        }
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const auto at = [&](const QString& what) {
                return OperationText::tr("row %1 of “%2” %3").arg(i + 1).arg(table, what);
            };
            const QJsonObject object = rows.at(i).toObject();
            Row row;
            qsizetype found = 0;
            for (const Column<Row>& column : columnsOf<Row>()) {
                const QString key = QString::fromLatin1(column.name);
                const auto it = object.constFind(key);
                if (it == object.constEnd()) {
                    problem = at(OperationText::tr("has no “%1”").arg(key));
                    return;
                }
                ++found;
                const Cell cell = toCell(*it, column.type);
                if (!column.set(row, cell.view())) {
                    problem = at(OperationText::tr("has a “%1” that is out of range").arg(key));
                    return;
                }
            }
            if (found != object.size()) {
                problem = at(OperationText::tr("has something that this program does not know"));
                return;
            }
            if constexpr (std::is_same_v<Row, Board>) {
                design.board = row;
            } else {
                auto& rowsOfTable = tableOf<Row>(design);
                if (rowsOfTable.contains(row.id)) {
                    problem = at(OperationText::tr("has the id of another one"));
                    return;
                }
                rowsOfTable.put(row);
            }
        }
    });
    if (problem.isEmpty()) {
        for (auto it = root.constBegin(); it != root.constEnd() && problem.isEmpty(); ++it) {
            if (!known.contains(it.key()))
                problem = OperationText::tr("“%1” is not known to this program").arg(it.key().left(40));
        }
    }
    if (!problem.isEmpty())
        return unreadable(problem);
    if (const QStringList wrong = validate(design, 1); !wrong.isEmpty()) {
        QString sentence = wrong.first();
        if (sentence.endsWith(u'.'))
            sentence.chop(1);
        return unreadable(sentence);
    }
    return design;
}

} // namespace groundplan
