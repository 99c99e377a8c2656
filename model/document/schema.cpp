#include "model/document/schema.h"

#include "model/design/validate.h"

#include <QStringDecoder>
#include <QtEndian>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace groundplan {

namespace {

// Codecs: how a field becomes a cell and back. read() is the range check of everything that comes from a
// file.

template <qsizetype Longest>
struct TextCodec {
    static constexpr CellType type = CellType::Text;
    static bool read(const CellView& cell, QString& text) {
        if (cell.type != CellType::Text || cell.bytes.size() > 4 * Longest || cell.bytes.contains('\0'))
            return false;
        // Most texts are empty or plain, and a decoder takes ten times as long.
        if (std::all_of(cell.bytes.begin(), cell.bytes.end(), [](char c) { return (c & 0x80) == 0; })) {
            text = QString::fromLatin1(cell.bytes);
            return text.size() <= Longest;
        }
        // Without ConvertInitialBom a text that begins with U+FEFF loses it on the way.
        QStringDecoder decode(QStringDecoder::Utf8,
                              QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        text = decode(cell.bytes);
        return !decode.hasError() && text.size() <= Longest;
    }
    static void write(const QString& text, Cell& cell) {
        cell.type = CellType::Text;
        cell.bytes = text.toUtf8();
        if (cell.bytes.contains('\0'))
            cell.bytes.replace(QByteArrayView("\0", 1),
                               QByteArrayView()); // no format we hand out can hold it
    }
};

template <qint64 Lowest, qint64 Highest>
struct IntegerCodec {
    static constexpr CellType type = CellType::Integer;
    template <class Integer>
    static bool read(const CellView& cell, Integer& value) {
        if (cell.type != CellType::Integer || cell.integer < Lowest || cell.integer > Highest)
            return false;
        value = Integer(cell.integer);
        return true;
    }
    template <class Integer>
    static void write(Integer value, Cell& cell) {
        cell.type = CellType::Integer;
        cell.integer = qint64(value);
    }
};
using Flag = IntegerCodec<0, 1>;
using Coordinate = IntegerCodec<-kMaxCoord, kMaxCoord>;
using Extent = IntegerCodec<kMinSize, kMaxSize>;
using Weight = IntegerCodec<0, kMostWeight>;
using ScoreValue = IntegerCodec<1, kBestScore>;
using StrokeWidth = IntegerCodec<1, limits::kWidestStroke>;
using TextSize = IntegerCodec<1, limits::kLargestText>;
using LabelExtent = IntegerCodec<0, kMaxSize>;
using Thousandth = IntegerCodec<0, 1000>;
using StopNumber = IntegerCodec<0, kMostStops>;
using OrderNumber = IntegerCodec<std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()>;

struct IdCodec {
    static constexpr CellType type = CellType::Integer;
    template <class Tag>
    static bool read(const CellView& cell, Id<Tag>& id) {
        if (cell.type != CellType::Integer || cell.integer < 0)
            return false;
        id = Id<Tag>(cell.integer);
        return true;
    }
    template <class Tag>
    static void write(Id<Tag> id, Cell& cell) {
        cell.type = CellType::Integer;
        cell.integer = id.value();
    }
};

struct WordCodec {
    static constexpr CellType type = CellType::Text;
    template <class Enum>
    static bool read(const CellView& cell, Enum& value) {
        if (cell.type != CellType::Text)
            return false;
        for (std::size_t i = 0; i < wordCount<Enum>(); ++i) {
            if (cell.bytes == QByteArrayView(Words<Enum>::words[i])) {
                value = Enum(i);
                return true;
            }
        }
        return false;
    }
    template <class Enum>
    static void write(Enum value, Cell& cell) {
        cell.type = CellType::Text;
        cell.bytes = QByteArray::fromRawData(Words<Enum>::words[std::size_t(value)],
                                             qsizetype(std::strlen(Words<Enum>::words[std::size_t(value)])));
    }
};

/// Corners as pairs of 32-bit little-endian integers.
struct RouteCodec {
    static constexpr CellType type = CellType::Blob;
    static constexpr qsizetype kPointBytes = 8;
    static bool read(const CellView& cell, Route& route) {
        if (cell.type != CellType::Blob || cell.bytes.size() % kPointBytes != 0 ||
            cell.bytes.size() / kPointBytes > limits::kRoutePoints)
            return false;
        route.resize(cell.bytes.size() / kPointBytes);
        const char* data = cell.bytes.data();
        for (Point& point : route) {
            point.x = qFromLittleEndian<qint32>(data);
            point.y = qFromLittleEndian<qint32>(data + 4);
            data += kPointBytes;
            // Relative to an end that may itself lie anywhere on the board.
            constexpr Coord kFar = 2 * kMaxCoord;
            if (point.x < -kFar || point.x > kFar || point.y < -kFar || point.y > kFar)
                return false;
        }
        return true;
    }
    static void write(const Route& route, Cell& cell) {
        cell.type = CellType::Blob;
        cell.bytes.resize(route.size() * kPointBytes);
        char* data = cell.bytes.data();
        for (const Point& point : route) {
            qToLittleEndian(point.x, data);
            qToLittleEndian(point.y, data + 4);
            data += kPointBytes;
        }
    }
};

/// Points of a stroke: x and y as 16-bit little-endian integers, then a byte of pressure.
struct StrokeCodec {
    static constexpr CellType type = CellType::Blob;
    static constexpr qsizetype kPointBytes = 5;
    static bool read(const CellView& cell, QList<StrokePoint>& points) {
        const qsizetype count = cell.bytes.size() / kPointBytes;
        if (cell.type != CellType::Blob || cell.bytes.size() % kPointBytes != 0 ||
            count > limits::kStrokePoints)
            return false;
        points.resize(count);
        const char* data = cell.bytes.data();
        for (StrokePoint& point : points) {
            point = {qFromLittleEndian<quint16>(data), qFromLittleEndian<quint16>(data + 2), quint8(data[4])};
            data += kPointBytes;
        }
        return true;
    }
    static void write(const QList<StrokePoint>& points, Cell& cell) {
        cell.type = CellType::Blob;
        cell.bytes.resize(points.size() * kPointBytes);
        char* data = cell.bytes.data();
        for (const StrokePoint& point : points) {
            qToLittleEndian(point.x, data);
            qToLittleEndian(point.y, data + 2);
            data[4] = char(point.pressure);
            data += kPointBytes;
        }
    }
};

template <class Row, class Codec, class Field>
constexpr Column<Row> column(const char* name, Field, const char* declaration, qint32 since = 1) {
    return {name,
            Codec::type,
            declaration,
            since,
            [](Row& row, const CellView& cell) { return Codec::read(cell, Field{}(row)); },
            [](const Row& row, Cell& cell) { Codec::write(Field{}(row), cell); }};
}

/// A text; how long it may be is said in one place, limits::kLongest.
template <auto Field, class Row>
constexpr Column<Row> text(const char* name, qint32 since, QString Row::*) {
    using Codec = TextCodec<limits::kLongest<Field>>;
    return {name,
            Codec::type,
            "TEXT NOT NULL DEFAULT ''",
            since,
            [](Row& row, const CellView& cell) { return Codec::read(cell, row.*Field); },
            [](const Row& row, Cell& cell) { Codec::write(row.*Field, cell); }};
}
template <auto Field>
constexpr auto text(const char* name, qint32 since = 1) {
    return text<Field>(name, since, Field);
}

#define FIELD(member)                                                                                        \
    [](auto& row) -> auto& {                                                                                 \
        return row.member;                                                                                   \
    }

constexpr const char* kKey = "INTEGER NOT NULL PRIMARY KEY";
constexpr const char* kElementKey =
    "INTEGER NOT NULL PRIMARY KEY REFERENCES element(id) DEFERRABLE INITIALLY DEFERRED";
constexpr const char* kFlag = "INTEGER NOT NULL DEFAULT 0 CHECK(%1 IN (0, 1))";
constexpr const char* kInteger = "INTEGER NOT NULL DEFAULT 0";
constexpr const char* kCoordinate = "INTEGER NOT NULL DEFAULT 0 CHECK(%1 BETWEEN -80000000 AND 80000000)";
constexpr const char* kExtent = "INTEGER NOT NULL DEFAULT 64 CHECK(%1 BETWEEN 64 AND 8000000)";
static_assert(kMaxCoord == 80'000'000 && kMostStops == 9999 && kMinSize == 64 && kMaxSize == 8'000'000 &&
                  kMostWeight == 10 && kBestScore == 5 && limits::kWidestStroke == 800 &&
                  limits::kLargestText == 8000,
              "the ranges are part of the schema's text");

template <class Row>
struct ColumnList;

template <>
struct ColumnList<Board> {
    static constexpr std::array columns = {
        column<Board, IdCodec>("id", FIELD(id), kKey),
        text<&Board::title>("title"),
        text<&Board::task>("task"),
        text<&Board::framework>("framework", 3),
        text<&Board::practice>("practice", 3),
    };
};
template <>
struct ColumnList<Element> {
    static constexpr std::array columns = {
        column<Element, IdCodec>("id", FIELD(id), kKey),
        column<Element, WordCodec>("type", FIELD(type), "TEXT NOT NULL DEFAULT 'block'"),
        column<Element, IdCodec>("parent", FIELD(parent), kInteger),
        column<Element, OrderNumber>("ord", FIELD(order), kInteger),
        column<Element, Flag>("locked", FIELD(locked), kFlag),
        column<Element, Flag>("pinned", FIELD(pinned), kFlag, 2),
        column<Element, IdCodec>("grp", FIELD(group), kInteger, 2),
        column<Element, StopNumber>("stop", FIELD(stop),
                                    "INTEGER NOT NULL DEFAULT 0 CHECK(%1 BETWEEN 0 AND 9999)", 2),
    };
};
template <>
struct ColumnList<Block> {
    static constexpr std::array columns = {
        column<Block, IdCodec>("id", FIELD(id), kElementKey),
        text<&Block::kind>("kind"),
        text<&Block::name>("name"),
        column<Block, Flag>("own_title", FIELD(ownTitle), kFlag),
        text<&Block::title>("title"),
        text<&Block::technology>("technology"),
        text<&Block::description>("description"),
        text<&Block::link>("link"),
        text<&Block::colour>("colour"),
        column<Block, Flag>("ml", FIELD(ml), kFlag),
        column<Block, WordCodec>("path", FIELD(path), "TEXT NOT NULL DEFAULT 'unset'"),
        column<Block, Coordinate>("x", FIELD(rect.x), kCoordinate),
        column<Block, Coordinate>("y", FIELD(rect.y), kCoordinate),
        column<Block, Extent>("w", FIELD(rect.w), kExtent),
        column<Block, Extent>("h", FIELD(rect.h), kExtent),
    };
};
template <>
struct ColumnList<Frame> {
    static constexpr std::array columns = {
        column<Frame, IdCodec>("id", FIELD(id), kElementKey),
        text<&Frame::name>("name"),
        column<Frame, Flag>("own_title", FIELD(ownTitle), kFlag),
        text<&Frame::title>("title"),
        text<&Frame::remark>("remark"),
        text<&Frame::colour>("colour"),
        column<Frame, Coordinate>("x", FIELD(rect.x), kCoordinate),
        column<Frame, Coordinate>("y", FIELD(rect.y), kCoordinate),
        column<Frame, Extent>("w", FIELD(rect.w), kExtent),
        column<Frame, Extent>("h", FIELD(rect.h), kExtent),
    };
};
template <>
struct ColumnList<Connection> {
    static constexpr std::array columns = {
        column<Connection, IdCodec>("id", FIELD(id), kElementKey),
        column<Connection, IdCodec>("source", FIELD(source), kInteger),
        column<Connection, IdCodec>("target", FIELD(target), kInteger),
        column<Connection, WordCodec>("flow", FIELD(flow), "TEXT NOT NULL DEFAULT 'request'"),
        column<Connection, WordCodec>("direction", FIELD(direction), "TEXT NOT NULL DEFAULT 'forward'"),
        text<&Connection::label>("label"),
        column<Connection, LabelExtent>("label_w", FIELD(labelSize.w), kInteger),
        column<Connection, LabelExtent>("label_h", FIELD(labelSize.h), kInteger),
        column<Connection, Thousandth>("label_at", FIELD(labelAt),
                                       "INTEGER NOT NULL DEFAULT 500 CHECK(%1 BETWEEN 0 AND 1000)"),
        column<Connection, RouteCodec>("route", FIELD(route), "BLOB NOT NULL DEFAULT x''"),
        column<Connection, RouteCodec>("waypoints", FIELD(waypoints), "BLOB NOT NULL DEFAULT x''", 2),
    };
};
template <>
struct ColumnList<Card> {
    static constexpr std::array columns = {
        column<Card, IdCodec>("id", FIELD(id), kElementKey),
        column<Card, WordCodec>("kind", FIELD(kind), "TEXT NOT NULL DEFAULT 'text'"),
        text<&Card::text>("text"),
        column<Card, IdCodec>("decision", FIELD(decision), kInteger),
        column<Card, Coordinate>("x", FIELD(rect.x), kCoordinate),
        column<Card, Coordinate>("y", FIELD(rect.y), kCoordinate),
        column<Card, Extent>("w", FIELD(rect.w), kExtent),
        column<Card, Extent>("h", FIELD(rect.h), kExtent),
    };
};
template <>
struct ColumnList<Stroke> {
    static constexpr std::array columns = {
        column<Stroke, IdCodec>("id", FIELD(id), kElementKey, 2),
        column<Stroke, WordCodec>("tool", FIELD(tool), "TEXT NOT NULL DEFAULT 'pen'", 2),
        text<&Stroke::colour>("colour", 2),
        column<Stroke, StrokeWidth>("width", FIELD(width),
                                    "INTEGER NOT NULL DEFAULT 20 CHECK(%1 BETWEEN 1 AND 800)", 2),
        column<Stroke, StrokeCodec>("points", FIELD(points), "BLOB NOT NULL DEFAULT x''", 2),
        column<Stroke, Coordinate>("x", FIELD(rect.x), kCoordinate, 2),
        column<Stroke, Coordinate>("y", FIELD(rect.y), kCoordinate, 2),
        column<Stroke, Extent>("w", FIELD(rect.w), kExtent, 2),
        column<Stroke, Extent>("h", FIELD(rect.h), kExtent, 2),
    };
};
template <>
struct ColumnList<Shape> {
    static constexpr std::array columns = {
        column<Shape, IdCodec>("id", FIELD(id), kElementKey, 2),
        column<Shape, WordCodec>("kind", FIELD(kind), "TEXT NOT NULL DEFAULT 'rectangle'", 2),
        text<&Shape::text>("text", 2),
        text<&Shape::colour>("colour", 2),
        column<Shape, Flag>("filled", FIELD(filled), kFlag, 2),
        column<Shape, TextSize>("text_size", FIELD(textSize),
                                "INTEGER NOT NULL DEFAULT 128 CHECK(%1 BETWEEN 1 AND 8000)", 2),
        column<Shape, Coordinate>("x", FIELD(rect.x), kCoordinate, 2),
        column<Shape, Coordinate>("y", FIELD(rect.y), kCoordinate, 2),
        column<Shape, Extent>("w", FIELD(rect.w), kExtent, 2),
        column<Shape, Extent>("h", FIELD(rect.h), kExtent, 2),
    };
};
template <>
struct ColumnList<Image> {
    static constexpr std::array columns = {
        column<Image, IdCodec>("id", FIELD(id), kElementKey, 2),
        text<&Image::asset>("asset", 2),
        text<&Image::description>("description", 2),
        column<Image, Coordinate>("x", FIELD(rect.x), kCoordinate, 2),
        column<Image, Coordinate>("y", FIELD(rect.y), kCoordinate, 2),
        column<Image, Extent>("w", FIELD(rect.w), kExtent, 2),
        column<Image, Extent>("h", FIELD(rect.h), kExtent, 2),
    };
};
template <>
struct ColumnList<Note> {
    static constexpr std::array columns = {
        column<Note, IdCodec>("id", FIELD(id), kKey),
        column<Note, IdCodec>("subject", FIELD(subject), kInteger),
        column<Note, WordCodec>("kind", FIELD(kind), "TEXT NOT NULL DEFAULT 'assumption'"),
        text<&Note::text>("text"),
        column<Note, OrderNumber>("ord", FIELD(order), kInteger),
    };
};
template <>
struct ColumnList<Decision> {
    static constexpr std::array columns = {
        column<Decision, IdCodec>("id", FIELD(id), kKey),
        column<Decision, IdCodec>("subject", FIELD(subject), kInteger),
        text<&Decision::question>("question"),
        column<Decision, IdCodec>("chosen", FIELD(chosen), kInteger),
        text<&Decision::reason>("reason"),
        column<Decision, OrderNumber>("ord", FIELD(order), kInteger),
        text<&Decision::topic>("topic", 3),
    };
};
template <>
struct ColumnList<Option> {
    static constexpr std::array columns = {
        column<Option, IdCodec>("id", FIELD(id), kKey),
        column<Option, IdCodec>("decision", FIELD(decision), kInteger),
        text<&Option::title>("title"),
        column<Option, OrderNumber>("ord", FIELD(order), kInteger),
    };
};
template <>
struct ColumnList<Argument> {
    static constexpr std::array columns = {
        column<Argument, IdCodec>("id", FIELD(id), kKey),
        column<Argument, IdCodec>("option", FIELD(option), kInteger),
        column<Argument, WordCodec>("side", FIELD(side), "TEXT NOT NULL DEFAULT 'pro'"),
        text<&Argument::text>("text"),
        column<Argument, OrderNumber>("ord", FIELD(order), kInteger),
    };
};
template <>
struct ColumnList<Metric> {
    static constexpr std::array columns = {
        column<Metric, IdCodec>("id", FIELD(id), kKey),
        column<Metric, IdCodec>("subject", FIELD(subject), kInteger),
        column<Metric, WordCodec>("kind", FIELD(kind), "TEXT NOT NULL DEFAULT 'offline'"),
        text<&Metric::name>("name"),
        text<&Metric::unit>("unit"),
        column<Metric, WordCodec>("goal", FIELD(goal), "TEXT NOT NULL DEFAULT 'at-least'"),
        text<&Metric::target>("target"),
        text<&Metric::current>("current"),
        column<Metric, Flag>("shown", FIELD(shown), kFlag),
        column<Metric, OrderNumber>("ord", FIELD(order), kInteger),
        text<&Metric::costFalsePositive>("cost_false_positive", 3),
        text<&Metric::costFalseNegative>("cost_false_negative", 3),
    };
};
template <>
struct ColumnList<Requirement> {
    static constexpr std::array columns = {
        column<Requirement, IdCodec>("id", FIELD(id), kKey),
        text<&Requirement::question>("question"),
        text<&Requirement::answer>("answer"),
        column<Requirement, WordCodec>("source", FIELD(source), "TEXT NOT NULL DEFAULT 'asked'"),
        column<Requirement, Flag>("shown", FIELD(shown), kFlag),
        column<Requirement, OrderNumber>("ord", FIELD(order), kInteger),
        text<&Requirement::topic>("topic", 3),
    };
};
template <>
struct ColumnList<Property> {
    static constexpr std::array columns = {
        column<Property, IdCodec>("id", FIELD(id), kKey, 3),
        column<Property, IdCodec>("subject", FIELD(subject), kInteger, 3),
        text<&Property::field>("field", 3),
        text<&Property::value>("value", 3),
    };
};
template <>
struct ColumnList<Criterion> {
    static constexpr std::array columns = {
        column<Criterion, IdCodec>("id", FIELD(id), kKey, 3),
        column<Criterion, IdCodec>("decision", FIELD(decision), kInteger, 3),
        text<&Criterion::title>("title", 3),
        column<Criterion, Weight>("weight", FIELD(weight),
                                  "INTEGER NOT NULL DEFAULT 1 CHECK(%1 BETWEEN 0 AND 10)", 3),
        column<Criterion, OrderNumber>("ord", FIELD(order), kInteger, 3),
    };
};
template <>
struct ColumnList<Score> {
    static constexpr std::array columns = {
        column<Score, IdCodec>("id", FIELD(id), kKey, 3),
        column<Score, IdCodec>("option", FIELD(option), kInteger, 3),
        column<Score, IdCodec>("criterion", FIELD(criterion), kInteger, 3),
        column<Score, ScoreValue>("value", FIELD(value),
                                  "INTEGER NOT NULL DEFAULT 1 CHECK(%1 BETWEEN 1 AND 5)", 3),
    };
};
#undef FIELD

/// The value after DEFAULT in a declaration. Keys and NOT NULL columns without one have none.
Cell defaultOf(const QByteArray& declaration, CellType type) {
    Cell cell;
    const qsizetype at = declaration.indexOf("DEFAULT ");
    if (at < 0)
        return cell;
    QByteArray literal = declaration.mid(at + 8);
    if (const qsizetype end = literal.indexOf(" CHECK"); end >= 0)
        literal.truncate(end);
    cell.type = type;
    if (type == CellType::Integer)
        cell.integer = literal.toLongLong();
    else if (type == CellType::Text)
        cell.bytes = literal.mid(1, literal.size() - 2);
    return cell; // a blob's default is empty
}

QByteArray createSqlOf(const TableInfo& table, qint32 version) {
    QByteArray columns;
    for (const TableInfo::ColumnInfo& column : table.columns) {
        if (column.since > version)
            continue;
        if (!columns.isEmpty())
            columns += ", ";
        columns += column.name + ' ' + column.declaration;
    }
    return "CREATE TABLE " + table.name + '(' + columns + ") STRICT";
}

template <class Row>
TableInfo recorded() {
    TableInfo table;
    table.name = tableName<Row>();
    table.recorded = true;
    table.since = columnsOf<Row>()[0].since;
    for (const Column<Row>& column : columnsOf<Row>()) {
        TableInfo::ColumnInfo info;
        info.name = column.name;
        info.type = column.type;
        info.since = column.since;
        info.declaration = column.declaration;
        info.declaration.replace("%1", column.name);
        info.defaultCell = defaultOf(info.declaration, column.type);
        const QByteArray path = table.name + '.' + column.name;
        info.seed = XXH3_64bits(path.constData(), std::size_t(path.size()));
        table.columns.append(info);
    }
    table.createSql = createSqlOf(table, kSchemaVersion);
    return table;
}

TableInfo unrecorded(const char* name, const char* columns, qint32 since = 1) {
    TableInfo table;
    table.name = name;
    table.since = since;
    table.createSql = QByteArray("CREATE TABLE ") + name + '(' + columns + ") STRICT";
    return table;
}

QList<TableInfo> makeTables() {
    QList<TableInfo> tables;
    forEachRowType([&tables]<class Row>() { tables.append(recorded<Row>()); });
    tables.append(unrecorded(
        "history", "number INTEGER NOT NULL PRIMARY KEY, time INTEGER NOT NULL, author TEXT NOT NULL, "
                   "key TEXT NOT NULL, args TEXT NOT NULL, inverts INTEGER NOT NULL, "
                   "digest INTEGER NOT NULL, checksum INTEGER NOT NULL, changeset BLOB NOT NULL"));
    tables.append(
        unrecorded("digest", "id INTEGER NOT NULL PRIMARY KEY CHECK(id = 1), value INTEGER NOT NULL"));
    tables.append(unrecorded("view", "id INTEGER NOT NULL PRIMARY KEY CHECK(id = 1), x INTEGER NOT NULL, "
                                     "y INTEGER NOT NULL, zoom INTEGER NOT NULL"));
    tables.append(
        unrecorded("asset", "id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, bytes BLOB NOT NULL", 2));
    // One timed run of a case each; times are milliseconds, of the clock (UTC) or since its start.
    tables.append(
        unrecorded("session",
                   "id INTEGER NOT NULL PRIMARY KEY, practice TEXT NOT NULL, framework TEXT NOT NULL, "
                   "minutes INTEGER NOT NULL, started INTEGER NOT NULL, state TEXT NOT NULL, "
                   "elapsed INTEGER NOT NULL, beat INTEGER NOT NULL, step INTEGER NOT NULL",
                   3));
    tables.append(
        unrecorded("session_step",
                   "id INTEGER NOT NULL PRIMARY KEY, session INTEGER NOT NULL, number INTEGER NOT NULL, "
                   "name TEXT NOT NULL, planned INTEGER NOT NULL, used INTEGER NOT NULL",
                   3));
    tables.append(unrecorded("session_event",
                             "id INTEGER NOT NULL PRIMARY KEY, session INTEGER NOT NULL, kind TEXT NOT NULL, "
                             "name TEXT NOT NULL, at INTEGER NOT NULL",
                             3));
    tables.append(
        unrecorded("version",
                   "id INTEGER NOT NULL PRIMARY KEY, entry INTEGER NOT NULL, time INTEGER NOT NULL, "
                   "name TEXT NOT NULL",
                   4));
    return tables;
}

} // namespace

QByteArray TableInfo::createSqlIn(qint32 version) const {
    return recorded ? createSqlOf(*this, version) : createSql;
}

template <class Row>
std::span<const Column<Row>> columnsOf() {
    return ColumnList<Row>::columns;
}
template std::span<const Column<Board>> columnsOf<Board>();
template std::span<const Column<Element>> columnsOf<Element>();
template std::span<const Column<Block>> columnsOf<Block>();
template std::span<const Column<Frame>> columnsOf<Frame>();
template std::span<const Column<Connection>> columnsOf<Connection>();
template std::span<const Column<Card>> columnsOf<Card>();
template std::span<const Column<Note>> columnsOf<Note>();
template std::span<const Column<Decision>> columnsOf<Decision>();
template std::span<const Column<Option>> columnsOf<Option>();
template std::span<const Column<Argument>> columnsOf<Argument>();
template std::span<const Column<Metric>> columnsOf<Metric>();
template std::span<const Column<Requirement>> columnsOf<Requirement>();
template std::span<const Column<Stroke>> columnsOf<Stroke>();
template std::span<const Column<Shape>> columnsOf<Shape>();
template std::span<const Column<Image>> columnsOf<Image>();
template std::span<const Column<Property>> columnsOf<Property>();
template std::span<const Column<Criterion>> columnsOf<Criterion>();
template std::span<const Column<Score>> columnsOf<Score>();

const QList<TableInfo>& schemaTables() {
    static const QList<TableInfo> tables = makeTables();
    return tables;
}

const TableInfo* recordedTable(QByteArrayView name, int* index) {
    const QList<TableInfo>& tables = schemaTables();
    for (qsizetype i = 0; i < tables.size(); ++i) {
        if (tables[i].recorded && QByteArrayView(tables[i].name) == name) {
            if (index)
                *index = int(i);
            return &tables[i];
        }
    }
    return nullptr;
}

} // namespace groundplan
