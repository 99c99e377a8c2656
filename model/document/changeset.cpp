#include "model/document/changeset.h"

#include "model/document/digest.h"

#include <QtEndian>

#include <sqlite3.h>

namespace groundplan {

namespace {

// Operation codes of sqlite3.h, which the changeset format stores.
constexpr quint8 kInsert = 18;
constexpr quint8 kUpdate = 23;
constexpr quint8 kDelete = 9;

/// Takes pieces off the front of some bytes; once something is missing, everything after fails too.
class Reader {
public:
    explicit Reader(QByteArrayView bytes)
        : bytes_(bytes) {}
    bool atEnd() const { return bytes_.isEmpty(); }
    bool failed() const { return failed_; }

    quint8 byte() {
        if (bytes_.isEmpty()) {
            failed_ = true;
            return 0;
        }
        const auto value = quint8(bytes_.front());
        bytes_ = bytes_.sliced(1);
        return value;
    }
    QByteArrayView take(quint64 count) {
        if (count > quint64(bytes_.size())) {
            failed_ = true;
            return {};
        }
        const QByteArrayView taken = bytes_.first(qsizetype(count));
        bytes_ = bytes_.sliced(qsizetype(count));
        return taken;
    }
    /// SQLite's varint: 1 to 9 bytes, big-endian groups of seven bits.
    quint64 varint() {
        quint64 value = 0;
        for (int i = 0; i < 8; ++i) {
            const quint8 b = byte();
            value = (value << 7) | (b & 0x7f);
            if (!(b & 0x80))
                return value;
        }
        return (value << 8) | byte();
    }
    QByteArrayView untilNul() {
        const qsizetype end = bytes_.indexOf('\0');
        if (end < 0) {
            failed_ = true;
            return {};
        }
        const QByteArrayView text = bytes_.first(end);
        bytes_ = bytes_.sliced(end + 1);
        return text;
    }
    CellView cell() {
        CellView view;
        view.type = CellType(byte());
        switch (view.type) {
        case CellType::Undefined:
        case CellType::Null:
            break;
        case CellType::Integer:
        case CellType::Real: {
            const QByteArrayView raw = take(8);
            if (!failed_)
                view.integer = qFromBigEndian<qint64>(raw.data());
            break;
        }
        case CellType::Text:
        case CellType::Blob:
            view.bytes = take(varint());
            break;
        default:
            failed_ = true;
        }
        return view;
    }

private:
    QByteArrayView bytes_;
    bool failed_ = false;
};

/// Reads one record of `count` cells and checks them against the table. `mayBeUndefined`: an update's record.
bool readRecord(Reader& reader, const TableInfo& table, int count, bool mayBeUndefined,
                QList<CellView>& cells) {
    cells.resize(count);
    for (int i = 0; i < count; ++i) {
        cells[i] = reader.cell();
        if (reader.failed())
            return false;
        if (cells[i].type == CellType::Undefined ? !mayBeUndefined : cells[i].type != table.columns[i].type)
            return false;
    }
    return true;
}

template <class Row>
bool applyRow(const RowChange& change, Design& design) {
    auto& rows = [&design]() -> auto& {
        if constexpr (std::is_same_v<Row, Board>)
            return design.board;
        else
            return tableOf<Row>(design);
    }
    ();
    const auto set = [&change](Row& row) {
        const auto columns = columnsOf<Row>();
        for (qsizetype i = 0; i < change.after.size(); ++i) {
            if (change.after[i].type != CellType::Undefined &&
                !columns[std::size_t(i)].set(row, change.after[i]))
                return false;
        }
        return true;
    };
    if constexpr (std::is_same_v<Row, Board>) {
        if (change.operation == RowChange::Operation::Delete) {
            rows = Board{};
            return true;
        }
        return set(rows);
    } else {
        using Key = typename Table<Row>::Key;
        const Key id(change.key);
        switch (change.operation) {
        case RowChange::Operation::Delete:
            rows.remove(id);
            return true;
        case RowChange::Operation::Insert: {
            Row row;
            if (!set(row))
                return false;
            rows.put(std::move(row));
            return true;
        }
        case RowChange::Operation::Update: {
            const Row* present = rows.find(id);
            if (!present)
                return false;
            Row row = *present;
            if (!set(row))
                return false;
            rows.put(std::move(row));
            return true;
        }
        }
        return false;
    }
}

/// Notes where on the board a change of this row is seen.
template <class Row>
void noteTouched(qint64 key, const Design& design, ChangeSet& changes) {
    const auto touch = [&changes](ElementId subject) {
        if (subject)
            changes.elements.insert(subject);
        else
            changes.board = true;
    };
    if constexpr (std::is_same_v<Row, Board> || std::is_same_v<Row, Requirement>) {
        changes.board = true;
    } else if constexpr (std::is_same_v<Row, Element> || std::is_same_v<Row, Block> ||
                         std::is_same_v<Row, Frame> || std::is_same_v<Row, Connection> ||
                         std::is_same_v<Row, Card> || std::is_same_v<Row, Stroke> ||
                         std::is_same_v<Row, Shape> || std::is_same_v<Row, Image>) {
        changes.elements.insert(ElementId(key));
    } else if constexpr (std::is_same_v<Row, Note> || std::is_same_v<Row, Metric> ||
                         std::is_same_v<Row, Decision> || std::is_same_v<Row, Property>) {
        if (const Row* row = tableOf<Row>(design).find(typename Table<Row>::Key(key)))
            touch(row->subject);
    } else if constexpr (std::is_same_v<Row, Option>) {
        if (const Option* option = design.options.find(OptionId(key)))
            noteTouched<Decision>(option->decision.value(), design, changes);
    } else if constexpr (std::is_same_v<Row, Argument>) {
        if (const Argument* argument = design.arguments.find(ArgumentId(key)))
            noteTouched<Option>(argument->option.value(), design, changes);
    } else if constexpr (std::is_same_v<Row, Criterion>) {
        if (const Criterion* criterion = design.criteria.find(CriterionId(key)))
            noteTouched<Decision>(criterion->decision.value(), design, changes);
    } else if constexpr (std::is_same_v<Row, Score>) {
        if (const Score* score = design.scores.find(ScoreId(key)))
            noteTouched<Option>(score->option.value(), design, changes);
    }
}

template <class Row>
bool applyAndNote(const RowChange& change, Design& design, ChangeSet& changes) {
    noteTouched<Row>(change.key, design, changes); // where it was
    if (!applyRow<Row>(change, design))
        return false;
    noteTouched<Row>(change.key, design, changes); // where it is now
    if constexpr (std::is_same_v<Row, Element>) {
        const ElementId id(change.key);
        if (change.operation == RowChange::Operation::Insert)
            changes.added.insert(id);
        else if (change.operation == RowChange::Operation::Delete)
            changes.removed.insert(id);
        else
            changes.order = true;
    }
    return true;
}

/// Decision cards show what hangs on their decision, not on an element of their own.
void noteCards(const Design& design, const QSet<qint64>& decisions, ChangeSet& changes) {
    for (const Card& card : design.cards) {
        if ((card.kind == CardKind::Decision && decisions.contains(card.decision.value())) ||
            (card.kind == CardKind::Task && changes.board))
            changes.elements.insert(card.id);
    }
}

} // namespace

bool readChangeset(const QByteArray& changeset, const std::function<void(const RowChange&)>& visit) {
    Reader reader{QByteArrayView(changeset)};
    const TableInfo* table = nullptr;
    int columns = 0;
    RowChange change;
    while (!reader.atEnd()) {
        const quint8 head = reader.byte();
        if (head == 'T') {
            const quint64 count = reader.varint();
            if (reader.failed() || count == 0 || count > 200)
                return false;
            const QByteArrayView keys = reader.take(count);
            const QByteArrayView name = reader.untilNul();
            if (reader.failed())
                return false;
            table = recordedTable(name, &change.table);
            if (!table || count > quint64(table->columns.size()))
                return false;
            for (qsizetype i = 0; i < keys.size(); ++i) {
                if (quint8(keys[i]) != (i == 0 ? 1 : 0))
                    return false;
            }
            columns = int(count);
            continue;
        }
        if (!table)
            return false;
        if (head != kInsert && head != kUpdate && head != kDelete)
            return false;
        if (reader.byte() > 1) // "indirect"
            return false;
        change.before.clear();
        change.after.clear();
        if (head != kInsert && !readRecord(reader, *table, columns, head == kUpdate, change.before))
            return false;
        if (head != kDelete && !readRecord(reader, *table, columns, head == kUpdate, change.after))
            return false;
        const CellView& key = head == kInsert ? change.after.front() : change.before.front();
        if (key.type != CellType::Integer ||
            (head == kUpdate && change.after.front().type != CellType::Undefined))
            return false;
        change.key = key.integer;
        change.operation = head == kInsert   ? RowChange::Operation::Insert
                           : head == kUpdate ? RowChange::Operation::Update
                                             : RowChange::Operation::Delete;
        visit(change);
    }
    return !reader.failed();
}

std::optional<qint64> countChanges(const QByteArray& changeset) {
    qint64 count = 0;
    if (!readChangeset(changeset, [&count](const RowChange&) { ++count; }))
        return std::nullopt;
    return count;
}

quint64 digestDelta(const QByteArray& changeset) {
    quint64 delta = 0;
    readChangeset(changeset, [&delta](const RowChange& change) {
        const TableInfo& table = schemaTables()[change.table];
        const bool update = change.operation == RowChange::Operation::Update;
        for (qsizetype i = update ? 1 : 0; i < change.before.size(); ++i) {
            if (change.before[i].type != CellType::Undefined)
                delta -= cellDigest(table, int(i), change.key, change.before[i]);
        }
        for (qsizetype i = update ? 1 : 0; i < change.after.size(); ++i) {
            if (change.after[i].type != CellType::Undefined)
                delta += cellDigest(table, int(i), change.key, change.after[i]);
        }
    });
    return delta;
}

bool applyToDesign(const QByteArray& changeset, Design& design, ChangeSet& changes) {
    bool good = true;
    QSet<qint64> decisions;
    const bool sound = readChangeset(changeset, [&](const RowChange& change) {
        int index = 0;
        forEachRowType([&]<class Row>() {
            if (index++ != change.table || !good)
                return;
            const auto decisionOf = [&] {
                if constexpr (std::is_same_v<Row, Decision>)
                    decisions.insert(change.key);
                else if constexpr (std::is_same_v<Row, Option>) {
                    if (const Option* option = design.options.find(OptionId(change.key)))
                        decisions.insert(option->decision.value());
                } else if constexpr (std::is_same_v<Row, Argument>) {
                    if (const Argument* argument = design.arguments.find(ArgumentId(change.key))) {
                        if (const Option* option = design.options.find(argument->option))
                            decisions.insert(option->decision.value());
                    }
                }
            };
            decisionOf();
            good = applyAndNote<Row>(change, design, changes);
            decisionOf();
        });
    });
    noteCards(design, decisions, changes);
    return sound && good;
}

std::optional<QByteArray> invertedChangeset(const QByteArray& changeset) {
    int size = 0;
    void* data = nullptr;
    if (sqlite3changeset_invert(int(changeset.size()), changeset.constData(), &size, &data) != SQLITE_OK)
        return std::nullopt;
    QByteArray bytes(static_cast<const char*>(data), size);
    sqlite3_free(data);
    return bytes;
}

} // namespace groundplan
