#include "model/design/validate.h"
#include "model/document/digest.h"
#include "model/document/document.h"
#include "model/document/loader.h"
#include "tests/sample_design.h"

#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

template <class Row>
struct TextLimits {
    using Texts = std::initializer_list<QString Row::*>;

    /// The column in which a field is kept.
    static const Column<Row>* columnOf(QString Row::*field) {
        Row row;
        row.*field = u"#a1b2c3"_s;
        for (const Column<Row>& column : columnsOf<Row>()) {
            Cell cell;
            column.get(row, cell);
            if (cell.type == CellType::Text && cell.bytes == "#a1b2c3")
                return &column;
        }
        return nullptr;
    }
    /// What the validator says about the length of that field, in a design that is sound otherwise.
    static bool isValid(Design design, QString Row::*field, const QString& text) {
        if constexpr (std::is_same_v<Row, Board>) {
            design.board.*field = text;
        } else {
            Row row = *tableOf<Row>(design).begin();
            row.*field = text;
            tableOf<Row>(design).put(row);
        }
        return validate(design).isEmpty();
    }
    static void compare(const Design& sample, QSet<QByteArray>& seen, Texts fields) {
        for (QString Row::*const field : fields) {
            const Column<Row>* column = columnOf(field);
            QVERIFY(column);
            const QByteArray name = QByteArray(tableName<Row>()) + '.' + column->name;
            seen.insert(name);
            for (const qsizetype length : {limits::kTitleLength, limits::kTextLength}) {
                for (const qsizetype size : {length, length + 1}) {
                    const QString text(size, u'a');
                    Row row;
                    const bool inFile = column->set(row, CellView{CellType::Text, 0, text.toUtf8()});
                    const bool valid = isValid(sample, field, text);
                    // Names and colours have a form that is shorter than any limit.
                    const bool hasForm = name.endsWith(".name") || name.endsWith(".colour");
                    QVERIFY2(valid == inFile || (hasForm && !valid && name != "metric.name"),
                             name + " of " + QByteArray::number(size) + " characters");
                }
            }
        }
    }
};

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

private Q_SLOTS:
    /// Every table there is, and whether undo and the digest know it. A new one must be entered here.
    void everyTableIsRecordedOrNot() {
        const QMap<QByteArray, bool> expected = {
            {"board", true},          {"element", true},  {"block", true},    {"frame", true},
            {"connection", true},     {"card", true},     {"note", true},     {"decision", true},
            {"option", true},         {"argument", true}, {"metric", true},   {"requirement", true},
            {"history", false},       {"digest", false},  {"view", false},    {"stroke", true},
            {"shape", true},          {"image", true},    {"asset", false},   {"property", true},
            {"criterion", true},      {"score", true},    {"session", false}, {"session_step", false},
            {"session_event", false}, {"version", false}};
        QVERIFY(Document::create(folder_.filePath(u"tables.gplan"_s)));
        const auto connection =
            sqlite::Connection::open(folder_.filePath(u"tables.gplan"_s), sqlite::Access::ReadOnly);
        QVERIFY(connection);
        QSet<QByteArray> inFile;
        sqlite::Statement select = connection->prepare("SELECT name FROM sqlite_schema");
        while (select.step())
            inFile.insert(select.bytes(0));
        QCOMPARE(inFile, QSet<QByteArray>(expected.keyBegin(), expected.keyEnd()));
        QCOMPARE(schemaTables().size(), expected.size());
        for (const TableInfo& table : schemaTables())
            QCOMPARE(table.recorded, expected.value(table.name));
        QVERIFY(compareSchema(*connection).exact);
    }

    /// Sessions record only tables with a declared key, undo breaks on what engine-notes A3 lists.
    void recordedTablesSuitTheSessionExtension() {
        for (const TableInfo& table : schemaTables()) {
            QVERIFY(table.createSql.endsWith(") STRICT"));
            if (!table.recorded)
                continue;
            QVERIFY(table.createSql.contains("(id INTEGER NOT NULL PRIMARY KEY"));
            QVERIFY(!table.createSql.contains("UNIQUE"));
            QVERIFY(!table.createSql.contains("CASCADE"));
            for (qsizetype i = 1; i < table.columns.size(); ++i)
                QVERIFY2(table.columns[i].defaultCell.type == table.columns[i].type,
                         table.columns[i].name.constData());
        }
    }

    /// The defaults of the C++ rows and of the SQL columns must be the same: a row made from its key alone is
    /// one.
    void defaultsAgree() {
        forEachRowType([]<class Row>() {
            const TableInfo& table = *recordedTable(tableName<Row>());
            const auto columns = columnsOf<Row>();
            Row row;
            for (std::size_t i = 1; i < columns.size(); ++i) {
                Row set;
                QVERIFY2(columns[i].set(set, table.columns[qsizetype(i)].defaultCell.view()),
                         columns[i].name);
                const QByteArray name = columns[i].name;
                if (name == "w" || name == "h" || (table.name == "note" && name == "kind"))
                    continue; // a rectangle of no size and a remark are what code starts from
                QVERIFY2(set == row, columns[i].name);
            }
        });
    }

    /// What the validator takes must come back from the file; else an edit would make a document that cannot
    /// be opened again. And what a file may hold is not refused by the next edit.
    void schemaAndValidatorHaveTheSameLimits() {
        auto document = std::move(*Document::create(folder_.filePath(u"limits.gplan"_s)));
        QVERIFY(document->edit({"paste", {}}, [](Editor& editor) -> Result<void> {
            sample::putOneOfEach(editor);
            return {};
        }));
        const Design sample = document->design();
        QSet<QByteArray> seen;
        TextLimits<Board>::compare(sample, seen, {&Board::title, &Board::task});
        TextLimits<Block>::compare(sample, seen,
                                   {&Block::kind, &Block::name, &Block::title, &Block::technology,
                                    &Block::description, &Block::link, &Block::colour});
        TextLimits<Frame>::compare(sample, seen,
                                   {&Frame::name, &Frame::title, &Frame::remark, &Frame::colour});
        TextLimits<Connection>::compare(sample, seen, {&Connection::label});
        TextLimits<Card>::compare(sample, seen, {&Card::text});
        TextLimits<Stroke>::compare(sample, seen, {&Stroke::colour});
        TextLimits<Shape>::compare(sample, seen, {&Shape::text, &Shape::colour});
        TextLimits<Image>::compare(sample, seen, {&Image::description});
        TextLimits<Note>::compare(sample, seen, {&Note::text});
        TextLimits<Decision>::compare(sample, seen, {&Decision::question, &Decision::reason});
        TextLimits<groundplan::Option>::compare(sample, seen, {&groundplan::Option::title});
        TextLimits<Argument>::compare(sample, seen, {&Argument::text});
        TextLimits<Metric>::compare(sample, seen,
                                    {&Metric::name, &Metric::unit, &Metric::target, &Metric::current,
                                     &Metric::costFalsePositive, &Metric::costFalseNegative});
        TextLimits<Requirement>::compare(sample, seen, {&Requirement::question, &Requirement::answer});
        TextLimits<Property>::compare(sample, seen, {&Property::value});
        TextLimits<Criterion>::compare(sample, seen, {&Criterion::title});

        // Every column of text is one of those, or a word of a list.
        const QSet<QByteArray> words = {"element.type",         "block.path",     "connection.flow",
                                        "connection.direction", "card.kind",      "note.kind",
                                        "argument.side",        "metric.kind",    "metric.goal",
                                        "requirement.source",   "stroke.tool",    "shape.kind",
                                        "image.asset", // and a key, and names of templates
                                        "board.framework",      "board.practice", "decision.topic",
                                        "requirement.topic",    "property.field"};
        QSet<QByteArray> all;
        for (const TableInfo& table : schemaTables()) {
            for (const TableInfo::ColumnInfo& column : table.columns) {
                if (column.type == CellType::Text)
                    all.insert(table.name + '.' + column.name);
            }
        }
        QCOMPARE(seen + words, all);
    }

    /// Every field of a row reaches its column and comes back.
    void rowsComeBackWhole() {
        const QString path = folder_.filePath(u"rows.gplan"_s);
        auto document = std::move(*Document::create(path));
        QVERIFY(document->edit({"paste", {}}, [](Editor& editor) -> Result<void> {
            sample::putOneOfEach(editor);
            Block block = *editor.design().blocks.find(ElementId(2));
            block.ownTitle = true;
            block.technology = u"\ufefftwo towers"_s; // begins with a byte order mark
            block.description = u"line\nline \\"_s;
            block.link = u"https://example.org/?a=\"b\""_s;
            block.colour = u"#12ab9f"_s;
            block.ml = true;
            block.path = Path::Online;
            editor.put(block);
            Connection connection = *editor.design().connections.find(ElementId(4));
            connection.direction = groundplan::Direction::Both;
            connection.label = u"مرحبا 300"_s;
            connection.labelSize = {400, 160};
            connection.labelAt = 250;
            connection.route = {{-8, 0}, {-8, -160}, {2400, -160}};
            editor.put(connection);
            return {};
        }));
        const auto reader = std::move(*Document::open(path, Document::Use::Reader));
        QVERIFY(reader->design() == document->design());
        QCOMPARE(reader->design().connections.find(ElementId(4))->route.size(), 3);
        QCOMPARE(reader->design().blocks.find(ElementId(2))->description, u"line\nline \\"_s);
        QCOMPARE(reader->design().blocks.find(ElementId(2))->technology, u"\ufefftwo towers"_s);
    }

    /// The digest is a sum over cells: what an edit adds to it equals what reading everything anew gives.
    void theDigestIsKeptUp() {
        const QString path = folder_.filePath(u"digest.gplan"_s);
        auto document = std::move(*Document::create(path));
        QVERIFY(document->edit({"paste", {}}, [](Editor& editor) -> Result<void> {
            sample::putOneOfEach(editor);
            return {};
        }));
        const auto connection = sqlite::Connection::open(path, sqlite::Access::ReadOnly);
        const auto loaded = loadDesign(*connection, compareSchema(*connection));
        QVERIFY(loaded);
        QCOMPARE(loaded->digest, document->digest());
        QCOMPARE(storedDigest(*connection), document->digest());
        // A default counts nothing; anything else does, and differently in another row or column.
        const TableInfo& block = *recordedTable("block");
        const CellView zero{CellType::Integer, 0, {}};
        const CellView one{CellType::Integer, 1, {}};
        QCOMPARE(cellDigest(block, 11, 5, zero), 0);
        QVERIFY(cellDigest(block, 11, 5, one) != cellDigest(block, 12, 5, one));
        QVERIFY(cellDigest(block, 11, 5, one) != cellDigest(block, 11, 6, one));
        QVERIFY(cellDigest(block, 0, 5, zero) != 0);
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "test_schema.moc"
