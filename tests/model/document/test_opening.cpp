#include "model/document/document.h"
#include "model/document/salvage.h"
#include "model/document/sqlite.h"
#include "tests/file_bytes.h"
#include "tests/sample_design.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// Files that are not simply ours: newer, odd, damaged, interrupted. None of them is ever written to.
class TestOpening : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path_;
    Design design_;

    QByteArray bytes() const { return bytesOfFile(path_); }
    void write(const QByteArray& content) const {
        QFile file(path_);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void sql(const QByteArray& statements) const {
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(path_.toUtf8().constData(), &db), SQLITE_OK);
        char* message = nullptr;
        const int code = sqlite3_exec(db, statements.constData(), nullptr, nullptr, &message);
        QVERIFY2(code == SQLITE_OK, message ? message : "");
        sqlite3_close(db);
    }
    Result<std::unique_ptr<Document>> open() const {
        return Document::open(path_, Document::Use::Window, folder_.filePath(u"boards"_s));
    }
    QString refusal() const {
        const QByteArray before = bytes();
        const auto result = open();
        if (result)
            return u"opened"_s;
        if (bytes() != before)
            return u"written to"_s;
        const bool expected =
            result.error().code == ErrorCode::Unreadable || result.error().code == ErrorCode::Damaged;
        return expected ? result.error().sentence : u"wrong code"_s;
    }

private Q_SLOTS:
    void init() {
        const QString name =
            QLatin1String(QTest::currentTestFunction()) + QLatin1String(QTest::currentDataTag());
        path_ = folder_.filePath(name + u".gplan"_s);
        auto document = std::move(*Document::create(path_));
        QVERIFY(document->edit({"paste", {}}, [](Editor& editor) -> Result<void> {
            sample::putOneOfEach(editor);
            return {};
        }));
        QVERIFY(document->edit({"rename", {u"x"_s}}, [](Editor& editor) -> Result<void> {
            Block block = *editor.design().blocks.find(ElementId(2));
            block.title = u"Renamed"_s;
            editor.put(block);
            return {};
        }));
        design_ = document->design();
    }

    void aNewerVersionIsReadOnly() {
        sql("PRAGMA user_version=99; ALTER TABLE block ADD COLUMN shade TEXT NOT NULL DEFAULT '';"
            "CREATE TABLE lens(id INTEGER NOT NULL PRIMARY KEY) STRICT");
        const QByteArray before = bytes();
        auto document = open();
        QVERIFY(document);
        QCOMPARE((*document)->openedAs(), OpenedAs::ReadOnly);
        QVERIFY((*document)->isReadOnly());
        QVERIFY2((*document)->notice().contains(u"not shown: lens, block.shade"_s),
                 qPrintable((*document)->notice()));
        QVERIFY((*document)->design() == design_);
        QVERIFY(!(*document)->edit({"x", {}}, [](Editor& editor) -> Result<void> {
            sample::putBlock(editor, 77, u"no"_s);
            return {};
        }));
        document->reset();
        QCOMPARE(bytes(), before);
    }

    void aNewerVersionWithATriggerIsImported() {
        sql("PRAGMA user_version=99; CREATE TRIGGER t AFTER INSERT ON block BEGIN DELETE FROM note; END");
        auto document = open();
        QVERIFY(document);
        QCOMPARE((*document)->openedAs(), OpenedAs::Imported);
        QVERIFY((*document)->isUnnamed());
        QVERIFY((*document)->design() == design_);
    }

    void anUnknownTableIsImported() {
        sql("CREATE TABLE extra(a)");
        const QByteArray before = bytes();
        auto document = open();
        QVERIFY(document);
        QCOMPARE((*document)->openedAs(), OpenedAs::Imported);
        QVERIFY((*document)->notice().contains(u"extra"_s));
        QVERIFY((*document)->design() == design_);
        QVERIFY((*document)->path() != path_);
        QCOMPARE(bytes(), before);
        // The command line reads it and writes nothing.
        const auto reader = Document::open(path_, Document::Use::Reader);
        QVERIFY(reader);
        QVERIFY((*reader)->design() == design_);
    }

    void aViewWhoseContentDisagreesIsRefused() {
        sql("CREATE VIEW v AS SELECT 1; UPDATE block SET title='other' WHERE id=2");
        QVERIFY2(refusal().contains(u"does not match its checksum"_s), qPrintable(refusal()));
    }

    void aMissingTableIsRefused() {
        sql("DROP TABLE note");
        QVERIFY2(refusal().contains(u"the table “note” is missing"_s), qPrintable(refusal()));
    }

    void valuesOutOfRangeAreRefused() {
        sql("UPDATE note SET kind='gossip' WHERE id=10");
        QVERIFY2(refusal().contains(
                     u"damaged (the value of “kind” in row 10 of “note” is out of range) and was"_s),
                 qPrintable(refusal()));
        sql("UPDATE note SET kind='risk'; PRAGMA ignore_check_constraints=ON; UPDATE block SET x=2000000000 WHERE id=2");
        QVERIFY2(refusal().contains(u"(its table “block” is broken)"_s), qPrintable(refusal()));
    }

    void anEndThatIsNotThereIsRefused() {
        sql("UPDATE connection SET target=99");
        QVERIFY2(refusal().contains(u"is damaged ("_s), qPrintable(refusal()));
    }

    void aDamagedHistoryEntryEndsUndo() {
        sql("UPDATE history SET changeset = x'543a0100620012' WHERE number = 1");
        auto document = open();
        QVERIFY(document);
        QCOMPARE((*document)->openedAs(), OpenedAs::Writable);
        QVERIFY((*document)->undo());
        QVERIFY((*document)->canUndo());
        const auto refused = (*document)->undo();
        QVERIFY(!refused);
        QVERIFY2(refused.error().sentence.contains(u"Entry 1 of the history is damaged"_s),
                 qPrintable(refused.error().sentence));
        QVERIFY(!(*document)->canUndo());
        QVERIFY((*document)->canRedo());
        QVERIFY((*document)->redo());
        QVERIFY((*document)->design() == design_);
        QVERIFY(!checkFile(path_));
    }

    void anInterruptedCommitIsRolledBackAfterACheck() {
        // A journal as a killed process leaves it: the file is half way to another content.
        const QString journal = path_ + u"-journal"_s;
        QByteArray hot, halfWay;
        {
            sqlite3* db = nullptr;
            QCOMPARE(sqlite3_open(path_.toUtf8().constData(), &db), SQLITE_OK);
            sqlite3_exec(db, "PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN", nullptr, nullptr, nullptr);
            for (int i = 0; i < 400; ++i) {
                const QByteArray insert = "INSERT INTO note(id, text) VALUES(" +
                                          QByteArray::number(1000 + i) + ", '" + QByteArray(500, 'x') + "')";
                QCOMPARE(sqlite3_exec(db, insert.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
            }
            sqlite3_db_cacheflush(db);
            QFile file(journal);
            QVERIFY(file.open(QIODevice::ReadOnly));
            hot = file.readAll();
            halfWay = bytes();
            sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
            sqlite3_close(db);
        }
        QVERIFY(hot.size() > 512);
        write(halfWay);
        QFile file(journal);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(hot);
        file.close();
        {
            // A reader without the right to write gets the design from a private copy and leaves both files.
            const auto reader = Document::open(path_, Document::Use::Reader);
            QVERIFY2(reader, reader ? "" : qPrintable(reader.error().sentence));
            QVERIFY((*reader)->design() == design_);
            QVERIFY(QFile::exists(journal));
            QCOMPARE(bytes(), halfWay);
        }
        auto document = open();
        QVERIFY2(document, document ? "" : qPrintable(document.error().sentence));
        QVERIFY((*document)->design() == design_);
        QVERIFY(!QFile::exists(journal));
        QVERIFY((*document)->undo());
    }

    void salvageKeepsWhatCanBeRead() {
        sql("UPDATE block SET title='changed behind our back' WHERE id=2; DELETE FROM block WHERE id=3");
        QVERIFY(refusal() != u"opened"_s);
        const QByteArray before = bytes();
        const QString target = folder_.filePath(u"salvaged.gplan"_s);
        const auto report = salvage(path_, target);
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(bytes(), before);
        auto document = std::move(*Document::open(target, Document::Use::Window));
        QCOMPARE(document->design().blocks.size(), 1);
        QCOMPARE(document->design().blocks.find(ElementId(2))->title, u"changed behind our back"_s);
        QCOMPARE(document->design().connections.size(), 0); // its target is gone
        QCOMPARE(document->design().metrics.size(), 1);     // moved onto the board
        QVERIFY(report->missing >= 2);
        // Gone: the block, its common row and the connection with its own.
        QCOMPARE(
            report->summary,
            u"Recovered: 1 block, 1 frame, 0 connections, 2 drawings, 1 image, 1 card, 1 note, 1 decision, "
            u"1 metric, 1 requirement. "
            "3 rows are missing or incomplete."_s);
    }

    /// A cell that is out of range costs itself: its row gets the column's default.
    void salvageMendsCellsOutOfRange_data() {
        QTest::addColumn<QByteArray>("statement");
        QTest::newRow("block width") << QByteArray("UPDATE block SET w=1 WHERE id=2");
        QTest::newRow("block height") << QByteArray("UPDATE block SET h=-5 WHERE id=2");
        QTest::newRow("card width") << QByteArray("UPDATE card SET w=9000000");
        QTest::newRow("frame place") << QByteArray("UPDATE frame SET x=900000000");
        QTest::newRow("stroke width") << QByteArray("UPDATE stroke SET width=0");
        QTest::newRow("shape text size") << QByteArray("UPDATE shape SET text_size=0");
        QTest::newRow("flow") << QByteArray("UPDATE connection SET flow='gossip'");
        QTest::newRow("stop") << QByteArray("UPDATE element SET stop=-1 WHERE id=2");
    }
    void salvageMendsCellsOutOfRange() {
        QFETCH(QByteArray, statement);
        sql("PRAGMA ignore_check_constraints=1; " + statement);
        QVERIFY(refusal() != u"opened"_s);
        const auto report = salvage(path_, path_ + u"-mended.gplan"_s);
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(report->missing, 1);
        QVERIFY2(report->summary.startsWith(
                     u"Recovered: 2 blocks, 1 frame, 1 connection, 2 drawings, 1 image, 1 card, "_s),
                 qPrintable(report->summary));
        QVERIFY2(report->summary.endsWith(u" 1 row is missing or incomplete."_s),
                 qPrintable(report->summary));
    }

    void salvageSaysThatTheContentIsAnother() {
        sql("UPDATE block SET title='changed behind our back' WHERE id=2");
        const auto report = salvage(path_, folder_.filePath(u"altered.gplan"_s));
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QVERIFY2(report->summary.endsWith(
                     u"No row is missing, but the content is not what its checksum says: look through it."_s),
                 qPrintable(report->summary));
    }

    void salvageCountsWhatItMadeAgain() {
        sql("DELETE FROM element WHERE id IN (2, 3)");
        const auto report = salvage(path_, folder_.filePath(u"rebuilt.gplan"_s));
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(report->rebuilt, 2);
        QCOMPARE(report->missing, 2);
        QCOMPARE(
            report->summary,
            u"Recovered: 2 blocks, 1 frame, 1 connection, 2 drawings, 1 image, 1 card, 1 note, 1 decision, "
            u"1 metric, 1 requirement. "
            "2 elements lost their frame and order."_s);
    }

    /// A table that cannot be read at all: nobody knows how many rows were there.
    void salvageNeverSpeaksOfAtLeastNothing() {
        qint64 root = 0;
        qint64 size = 0;
        {
            const auto connection = sqlite::Connection::open(path_, sqlite::Access::ReadOnly);
            QVERIFY(connection);
            root = connection->number("SELECT rootpage FROM sqlite_schema WHERE name='requirement'");
            size = connection->number("PRAGMA page_size");
        }
        QVERIFY(root > 1 && size > 0);
        write(bytes().replace((root - 1) * size, size, QByteArray(size, '\xff')));
        const auto report = salvage(path_, folder_.filePath(u"parts.gplan"_s));
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(report->missing, 0);
        QCOMPARE(
            report->summary,
            u"Recovered: 2 blocks, 1 frame, 1 connection, 2 drawings, 1 image, 1 card, 1 note, 1 decision, "
            u"1 metric, 0 requirements. "
            "Parts of the file cannot be read, so that something may be missing."_s);
    }

    void aSoundFileIsSound() {
        const auto sound = checkFile(path_);
        QVERIFY(sound);
        QCOMPARE(*sound, u"“%1” is sound: 2 blocks, 1 frame, 1 connection, 2 history entries."_s.arg(path_));
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "test_opening.moc"
