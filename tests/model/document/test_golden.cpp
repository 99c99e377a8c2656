#include "model/document/document.h"
#include "model/document/loader.h"
#include "model/document/salvage.h"
#include "model/document/schema.h"
#include "tests/file_bytes.h"
#include "tests/places.h"
#include "tests/sample_design.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// Documents as every released schema wrote them, with their history: they open with the same digest, undo to
/// the start and redo to the end. A new schema version adds a file here (run with
/// GROUNDPLAN_WRITE_GOLDEN=FILE) and keeps the rest.
class TestGolden : public QObject {
    Q_OBJECT

    /// What a golden document holds: every sort of row, inserted, changed and removed again in part, typed
    /// and undone.
    static void write(const QString& path) {
        auto document = std::move(*Document::create(path, Document::Use::CommandLine));
        document->setAuthor(u"Ada"_s);
        QVERIFY(document->edit({"paste", {u"9"_s}}, [](Editor& editor) -> Result<void> {
            sample::putOneOfEach(editor);
            return {};
        }));
        for (const QString& title : {u"R"_s, u"Re"_s, u"Re-ranking"_s}) {
            QVERIFY(document->editContinued({"rename", {title}}, "title",
                                            [&title](Editor& editor) -> Result<void> {
                                                Block block = editor.design().blocks.at(ElementId(3));
                                                block.title = title;
                                                block.ownTitle = true;
                                                editor.put(block);
                                                return {};
                                            }));
        }
        QVERIFY(document->edit({"delete", {u"1"_s}}, [](Editor& editor) -> Result<void> {
            editor.remove<Connection>(ElementId(4));
            editor.remove<Element>(ElementId(4));
            return {};
        }));
        QVERIFY(document->undo());
        QVERIFY(document->edit({"move", {u"2"_s}}, [](Editor& editor) -> Result<void> {
            for (const qint64 id : {2, 3}) {
                Block block = editor.design().blocks.at(ElementId(id));
                block.rect.y += 800;
                editor.put(block);
            }
            return {};
        }));
        QVERIFY(document->nameVersion(u"Sent"_s));
    }

private Q_SLOTS:
    void initTestCase() {
        const QString path = qEnvironmentVariable("GROUNDPLAN_WRITE_GOLDEN");
        if (!path.isEmpty())
            write(path);
    }

    void everySchemaVersionHasOne() {
        for (qint32 version = 1; version <= kSchemaVersion; ++version)
            QVERIFY(QFile::exists(projectPath("tests/data/golden/schema-%1.gplan").arg(version)));
    }

    void opensUndoesAndRedoes_data() {
        QTest::addColumn<QString>("file");
        const QDir folder(projectPath("tests/data/golden"));
        for (const QString& file : folder.entryList({u"*.gplan"_s}, QDir::Files))
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }
    void opensUndoesAndRedoes() {
        QFETCH(QString, file);
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"copy.gplan"_s);
        QVERIFY(QFile::copy(file, copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(checkFile(copy));
        auto opened = Document::open(copy, Document::Use::CommandLine);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        Document& document = **opened;
        QCOMPARE(document.openedAs(), OpenedAs::Writable);
        const Design end = document.design();
        QCOMPARE(end.blocks.at(ElementId(3)).title, u"Re-ranking"_s);
        QCOMPARE(end.blocks.at(ElementId(3)).rect.y, 1200);
        QCOMPARE(end.notes.at(NoteId(10)).text, u"Cold start — 冷启动 🧊"_s);
        QCOMPARE(end.connections.size(), 1);
        QCOMPARE(document.history().size(), 5);
        const Result<Design> beginning = document.designAt(0);
        QVERIFY(beginning && *beginning == Design{});
        const QList<Version> versions = document.versions();
        QCOMPARE(versions.size(), file.endsWith(u"schema-1.gplan"_s) || file.endsWith(u"schema-2.gplan"_s) ||
                                          file.endsWith(u"schema-3.gplan"_s)
                                      ? 0
                                      : 1);
        QVERIFY(versions.isEmpty() || (versions.first().name == u"Sent"_s && versions.first().entry == 5));
        int steps = 0;
        for (; document.canUndo(); ++steps)
            QVERIFY(document.undo());
        QCOMPARE(steps, 3);
        QVERIFY(document.design() == Design{});
        for (; document.canRedo(); --steps)
            QVERIFY(document.redo());
        QCOMPARE(steps, 0);
        QVERIFY(document.design() == end);
    }

    /// Looking at an older file leaves it as it is; the first edit that is kept brings its tables up to date.
    void anOlderFileIsBroughtUpToDateByAnEdit() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"old.gplan"_s);
        QVERIFY(QFile::copy(projectPath("tests/data/golden/schema-1.gplan"), path));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        const auto schema = [&path] {
            const auto connection = sqlite::Connection::open(path, sqlite::Access::ReadOnly);
            return compareSchema(*connection);
        };
        const auto bytes = [&path] { return bytesOfFile(path); };
        const QByteArray before = bytes();
        auto document = std::move(*Document::open(path, Document::Use::CommandLine));
        QVERIFY(document->edit({"nothing", {}}, [](Editor&) -> Result<void> { return {}; }));
        QVERIFY(!document->edit({"refused", {}},
                                [](Editor&) -> Result<void> { return fail(ErrorCode::Refused, u"no"_s); }));
        document.reset();
        QCOMPARE(bytes(), before);
        QCOMPARE(schema().version, 1);
        QVERIFY(schema().exact);

        document = std::move(*Document::open(path, Document::Use::CommandLine));
        const auto pinned = document->edit({"pin", {}}, [](Editor& editor) -> Result<void> {
            Element element = editor.design().elements.at(ElementId(3));
            element.pinned = true;
            editor.put(element);
            return {};
        });
        QVERIFY2(pinned, pinned ? "" : qPrintable(pinned.error().sentence));
        QCOMPARE(schema().version, kSchemaVersion);
        QVERIFY(schema().exact);
        document.reset();
        QVERIFY(checkFile(path));
        document = std::move(*Document::open(path, Document::Use::CommandLine));
        QVERIFY(document->design().elements.at(ElementId(3)).pinned);
        while (document->canUndo())
            QVERIFY(document->undo());
        QVERIFY(document->design() == Design{});
    }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "test_golden.moc"
