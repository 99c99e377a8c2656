#include "model/document/editor.h"

#include "model/document/asset_store.h"
#include "model/document/schema.h"
#include "model/document/sqlite.h"

#include <QHash>

#include <sqlite3.h>

namespace groundplan {

/// Prepared statements of one edit, by table and by the columns they set.
struct Editor::Statements {
    QHash<quint64, std::shared_ptr<sqlite::Statement>> byUse;

    static constexpr quint64 kInsert = quint64(1) << 32;
    static constexpr quint64 kDelete = quint64(1) << 33;

    template <class Make>
    sqlite::Statement& get(sqlite::Connection& connection, int table, quint64 use, Make make) {
        const quint64 key = (quint64(table) << 40) | use;
        auto& statement = byUse[key];
        if (!statement)
            statement = std::make_shared<sqlite::Statement>(connection.prepare(make()));
        return *statement;
    }
};

namespace {
template <class Row>
int tableIndex() {
    static const int index = [] {
        int i = 0;
        recordedTable(tableName<Row>(), &i);
        return i;
    }();
    return index;
}

template <class Row>
const Row* present(const Design& design, decltype(Row::id) id) {
    if constexpr (std::is_same_v<Row, Board>) {
        Q_UNUSED(id)
        return &design.board;
    } else {
        return tableOf<Row>(design).find(id);
    }
}

/// Gives the row the state that it has in `done`.
template <class Row>
void repeatRow(Editor& editor, const Design& done, qint64 value) {
    const decltype(Row::id) id(value);
    if (const Row* row = present<Row>(done, id))
        editor.put(*row);
    else if constexpr (!std::is_same_v<Row, Board>)
        editor.remove<Row>(id);
}
} // namespace

Editor::Editor(sqlite::Connection& connection, const Design& design, CompanionSlot& companion)
    : connection_(&connection)
    , companion_(companion)
    , design_(design)
    , statements_(std::make_unique<Statements>()) {}

Editor::Editor(const Design& design, CompanionSlot& companion, QList<Step>& steps)
    : connection_(nullptr)
    , steps_(&steps)
    , companion_(companion)
    , design_(design) {}

Editor::~Editor() = default;

void Editor::failed(const char* table) {
    if (code_ == 0) {
        code_ = connection_->lastCode();
        table_ = QString::fromLatin1(table);
    }
}

void Editor::outOfRange(const char* table) {
    code_ = SQLITE_RANGE;
    table_ = QString::fromLatin1(table);
}

template <class Row>
bool Editor::insert(const Row& row) {
    const auto columns = columnsOf<Row>();
    sqlite::Statement& insert =
        statements_->get(*connection_, tableIndex<Row>(), Statements::kInsert, [&columns] {
            QByteArray names, marks;
            for (const Column<Row>& column : columns) {
                names += (names.isEmpty() ? "" : ", ") + QByteArray(column.name);
                marks += marks.isEmpty() ? "?" : ", ?";
            }
            return QByteArray("INSERT INTO ") + tableName<Row>() + '(' + names + ") VALUES(" + marks + ')';
        });
    Row readBack;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Cell cell;
        columns[i].get(row, cell);
        if (!columns[i].set(readBack, cell.view())) {
            outOfRange(tableName<Row>());
            return false;
        }
        insert.bind(int(i), cell);
    }
    if (!insert.run())
        failed(tableName<Row>());
    return code_ == 0;
}

template <class Row>
bool Editor::update(const Row& old, const Row& row) {
    const auto columns = columnsOf<Row>();
    quint64 different = 0;
    QList<Cell> cells(qsizetype(columns.size()));
    for (std::size_t i = 1; i < columns.size(); ++i) {
        Cell before;
        columns[i].get(old, before);
        columns[i].get(row, cells[qsizetype(i)]);
        if (!(before.view() == cells[qsizetype(i)].view()))
            different |= quint64(1) << i;
    }
    if (different == 0)
        return false;
    sqlite::Statement& update =
        statements_->get(*connection_, tableIndex<Row>(), different, [&columns, different] {
            QByteArray settings;
            for (std::size_t i = 1; i < columns.size(); ++i) {
                if (different & (quint64(1) << i))
                    settings += (settings.isEmpty() ? "" : ", ") + QByteArray(columns[i].name) + " = ?";
            }
            return QByteArray("UPDATE ") + tableName<Row>() + " SET " + settings + " WHERE id = ?";
        });
    int parameter = 0;
    Row readBack;
    for (std::size_t i = 1; i < columns.size(); ++i) {
        if (!(different & (quint64(1) << i)))
            continue;
        if (!columns[i].set(readBack, cells[qsizetype(i)].view())) {
            outOfRange(tableName<Row>());
            return false;
        }
        update.bind(parameter++, cells[qsizetype(i)]);
    }
    update.bind(parameter, row.id.value());
    if (!update.run())
        failed(tableName<Row>());
    return code_ == 0;
}

template <class Row>
void Editor::put(const Row& row) {
    if (code_ != 0)
        return;
    const Row* old = present<Row>(design_, row.id);
    if (old && *old == row)
        return;
    if (steps_)
        steps_->append({&repeatRow<Row>, row.id.value()});
    else if (!(old ? update(*old, row) : insert(row)))
        return;
    if constexpr (std::is_same_v<Row, Board>)
        design_.board = row;
    else
        tableOf<Row>(design_).put(row);
    if constexpr (std::is_same_v<decltype(Row::id), ElementId>)
        companion_.touch(row.id);
}

QString Editor::addAsset(const QByteArray& bytes) {
    const QString key = Assets::keyOf(bytes);
    if (code_ != 0 || design_.assets.contains(key))
        return key;
    if (steps_ || assetStore::add(*connection_, bytes))
        design_.assets.add(bytes);
    else
        failed("asset");
    return key;
}

template <class Row>
void Editor::remove(decltype(Row::id) id) {
    static_assert(!std::is_same_v<Row, Board>, "the board's row is always there");
    if (code_ != 0 || !tableOf<Row>(design_).contains(id))
        return;
    if (steps_) {
        steps_->append({&repeatRow<Row>, id.value()});
    } else {
        sqlite::Statement& remove =
            statements_->get(*connection_, tableIndex<Row>(), Statements::kDelete,
                             [] { return QByteArray("DELETE FROM ") + tableName<Row>() + " WHERE id = ?"; });
        if (!remove.bind(0, id.value()).run())
            return failed(tableName<Row>());
    }
    tableOf<Row>(design_).remove(id);
    if constexpr (std::is_same_v<decltype(Row::id), ElementId>)
        companion_.touch(id);
}

template void Editor::put(const Board&);
template void Editor::put(const Element&);
template void Editor::put(const Block&);
template void Editor::put(const Frame&);
template void Editor::put(const Connection&);
template void Editor::put(const Card&);
template void Editor::put(const Stroke&);
template void Editor::put(const Shape&);
template void Editor::put(const Image&);
template void Editor::put(const Note&);
template void Editor::put(const Decision&);
template void Editor::put(const Option&);
template void Editor::put(const Argument&);
template void Editor::put(const Metric&);
template void Editor::put(const Requirement&);
template void Editor::put(const Property&);
template void Editor::put(const Criterion&);
template void Editor::put(const Score&);
template void Editor::remove<Element>(ElementId);
template void Editor::remove<Block>(ElementId);
template void Editor::remove<Frame>(ElementId);
template void Editor::remove<Connection>(ElementId);
template void Editor::remove<Card>(ElementId);
template void Editor::remove<Stroke>(ElementId);
template void Editor::remove<Shape>(ElementId);
template void Editor::remove<Image>(ElementId);
template void Editor::remove<Note>(NoteId);
template void Editor::remove<Decision>(DecisionId);
template void Editor::remove<Option>(OptionId);
template void Editor::remove<Argument>(ArgumentId);
template void Editor::remove<Metric>(MetricId);
template void Editor::remove<Requirement>(RequirementId);
template void Editor::remove<Property>(PropertyId);
template void Editor::remove<Criterion>(CriterionId);
template void Editor::remove<Score>(ScoreId);

} // namespace groundplan
