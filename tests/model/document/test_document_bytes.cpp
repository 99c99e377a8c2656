#include "model/document/document_bytes.h"
#include "model/document/salvage.h"
#include "model/document/sqlite.h"
#include "tests/file_bytes.h"
#include "tests/reliability/database.h"
#include "tests/reliability/sample_document.h"
#include "tests/sample_design.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// A whole document as bytes that travel inside of an exported file.
class TestDocumentBytes : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    QString file(const QString& name) const { return folder_->filePath(name); }

    std::unique_ptr<Document> sample(const QString& name = u"sample.gplan"_s) const {
        if (!QFile::exists(file(name)))
            makeSampleDocument(file(name));
        return opened(file(name));
    }
    static std::unique_ptr<Document> opened(const QString& path,
                                            Document::Use use = Document::Use::CommandLine) {
        auto document = Document::open(path, use);
        if (!document)
            qFatal("%s", qPrintable(document.error().sentence));
        return std::move(*document);
    }
    std::unique_ptr<Document> restored(const QByteArray& bytes) const {
        writeFile(file(u"restored.gplan"_s), bytes);
        return opened(file(u"restored.gplan"_s));
    }
    static Result<void> setTask(Document& document, const QString& task) {
        return document.edit({"change-task", {}}, [task](Editor& editor) -> Result<void> {
            Board board = editor.design().board;
            board.task = task;
            editor.put(board);
            return {};
        });
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(temporaryTemplate()); }

    void theBytesAreTheDocument() {
        const auto document = sample();
        const auto bytes = documentBytes(*document, false);
        QVERIFY(bytes);
        const auto again = restored(*bytes);
        QVERIFY(again->design() == document->design());
        QCOMPARE(again->digest(), document->digest());
        QCOMPARE(again->openedAs(), OpenedAs::Writable);
        QVERIFY(again->history().isEmpty());
        QVERIFY(!again->canUndo());
        QVERIFY(checkFile(again->path()));
    }

    void withItsHistoryUndoComesAlong() {
        const auto document = sample();
        QVERIFY(document->canUndo());
        const auto bytes = documentBytes(*document, true);
        QVERIFY(bytes);
        const auto again = restored(*bytes);
        QCOMPARE(again->history().size(), document->history().size());
        while (document->canUndo()) {
            QVERIFY(again->canUndo());
            QVERIFY(document->undo());
            QVERIFY(again->undo());
            QVERIFY(again->design() == document->design());
        }
        QVERIFY(!again->canUndo());
    }

    /// Neither deleted words, nor where anybody looked.
    void whatIsNotTheDesignStaysBehind() {
        const auto document = sample();
        QVERIFY(setTask(*document, u"the secret word"_s));
        QVERIFY(setTask(*document, u"nothing"_s));
        QVERIFY(documentBytes(*document, true)->contains("the secret word"));
        const auto bytes = documentBytes(*document, false);
        QVERIFY(!bytes->contains("the secret word"));
        document->setViewState({12, 34, 1.5});
        QVERIFY(*documentBytes(*document, false) == *bytes);
        QCOMPARE(restored(*bytes)->viewState().zoom, 0.0);
    }

    /// However often it was written, by whom it is read, and whatever came and went meanwhile.
    void theSameContentGivesTheSameBytes() {
        const auto document = sample();
        const QByteArray bytes = *documentBytes(*document, false);
        QVERIFY(bytes == *documentBytes(*opened(document->path(), Document::Use::Reader), false));
        for (int i = 0; i < 20; ++i)
            QVERIFY(setTask(*document, QString(i * 100, u'x')));
        const auto remove = document->edit({"delete", {}}, [](Editor& editor) -> Result<void> {
            editor.remove<Note>(editor.design().notes.begin()->id);
            return {};
        });
        QVERIFY(remove);
        QVERIFY(*documentBytes(*document, false) != bytes);
        for (int i = 0; i < 21; ++i)
            QVERIFY(document->undo());
        QVERIFY(*documentBytes(*document, false) == bytes);
        QVERIFY(document->saveCopy(file(u"copy.gplan"_s), false));
        QVERIFY(*documentBytes(*opened(file(u"copy.gplan"_s)), false) == bytes);
        // What travelled travels on.
        QVERIFY(*documentBytes(*restored(bytes), false) == bytes);
    }

    void howAFileIsLoggedDoesNotMatter() {
        const QByteArray bytes = *documentBytes(*sample(), false);
        {
            auto connection = sqlite::Connection::open(file(u"sample.gplan"_s), sqlite::Access::ReadWrite);
            QVERIFY(connection->prepare("PRAGMA journal_mode=WAL").step());
        }
        QCOMPARE(int(bytesOfFile(file(u"sample.gplan"_s)).at(18)), 2);
        const auto reader = opened(file(u"sample.gplan"_s), Document::Use::Reader);
        QVERIFY(*documentBytes(*reader, false) == bytes);
    }

    void whatSomebodyElseWroteIsSeenFirst() {
        const auto reader = opened(sample()->path(), Document::Use::Reader);
        QVERIFY(setTask(*sample(), u"another"_s));
        const auto bytes = documentBytes(*reader, false);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::Refused);
        QVERIFY2(bytes.error().sentence.contains(u"changed by another program"_s),
                 qPrintable(bytes.error().sentence));
        const auto now = opened(reader->path(), Document::Use::Reader);
        QVERIFY(documentBytes(*now, false));
    }

    /// A file with code inside is read, and does not hand it on.
    void codeOfAStrangerDoesNotTravel() {
        const QString path = sample()->path();
        const Design design = opened(path)->design();
        {
            auto connection = sqlite::Connection::open(path, sqlite::Access::ReadWrite);
            QVERIFY(connection->exec("CREATE VIEW everything AS SELECT * FROM board"));
        }
        const auto document = opened(path, Document::Use::Reader);
        QCOMPARE(document->openedAs(), OpenedAs::Imported);
        const auto bytes = documentBytes(*document, true);
        QVERIFY(bytes);
        QVERIFY(!bytes->contains("everything"));
        const auto again = restored(*bytes);
        QVERIFY(again->design() == design);
        QCOMPARE(again->openedAs(), OpenedAs::Writable);
        QVERIFY(*documentBytes(*document, true) == *bytes);
    }
};

QTEST_GUILESS_MAIN(TestDocumentBytes)
#include "test_document_bytes.moc"
