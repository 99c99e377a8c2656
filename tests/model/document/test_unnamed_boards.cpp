#include "model/document/document.h"
#include "model/document/guard_lock.h"
#include "model/document/unnamed_boards.h"
#include "tests/sample_design.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// What is left of windows that were ended from outside: boards that nobody touched go, all others stay.
class TestUnnamedBoards : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::unique_ptr<Document> made() const { return std::move(*Document::createUnnamed(folder_.path())); }
    /// As an entry of that name puts a block onto the board.
    static void fill(Document& document, const EditName& name) {
        QVERIFY(document.edit(name, [](Editor& editor) -> Result<void> {
            sample::putBlock(editor, 1, u"a"_s);
            return {};
        }));
    }
    QString left(std::unique_ptr<Document> document) const {
        const QString path = document->path();
        document.reset();
        age(path);
        return path;
    }
    static void age(const QString& path) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    }

private Q_SLOTS:
    void init() {
        qputenv("XDG_RUNTIME_DIR", folder_.path().toLocal8Bit());
        QVERIFY(
            QFile::setPermissions(folder_.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QDir folder(folder_.path());
        const QStringList old = folder.entryList(QDir::Files);
        for (const QString& name : old)
            folder.remove(name);
    }

    void whatNobodyTouchedGoes() {
        const QString empty = left(made());
        auto example = made();
        fill(*example, {"new-from-example", {u"A"_s}});
        const QString untouched = left(std::move(example));
        QCOMPARE(removeUntouchedBoards(folder_.path()), 2);
        QVERIFY(!QFile::exists(empty));
        QVERIFY(!QFile::exists(untouched));
    }

    void whatSomebodyTouchedStays() {
        QStringList kept;
        for (const EditName& name : {EditName{"add-block", {}}, EditName{"import", {u"a.dot"_s}},
                                     EditName{"recover", {u"a.gplan"_s}}}) {
            auto document = made();
            fill(*document, name);
            kept += left(std::move(document));
        }
        auto edited = made();
        fill(*edited, {"new-from-example", {u"A"_s}});
        QVERIFY(edited->edit({"add-block", {}}, [](Editor& editor) -> Result<void> {
            sample::putBlock(editor, 2, u"b"_s);
            return {};
        }));
        kept += left(std::move(edited));
        auto forgotten = made();
        fill(*forgotten, {"new-from-example", {u"A"_s}});
        QVERIFY(forgotten->forgetHistory());
        kept += left(std::move(forgotten));
        auto emptied = made();
        fill(*emptied, {"add-block", {}});
        QVERIFY(emptied->undo()); // redo brings it back
        kept += left(std::move(emptied));
        QCOMPARE(removeUntouchedBoards(folder_.path()), 0);
        for (const QString& path : kept)
            QVERIFY(QFile::exists(path));
    }

    void whatIsOpenOrJustMadeStays() {
        const auto open = made();
        const QString fresh = [this] {
            const auto document = made();
            return document->path();
        }();
        QCOMPARE(removeUntouchedBoards(folder_.path()), 0);
        QVERIFY(QFile::exists(fresh));
        // Open in another process: all that is seen of that is the lock.
        age(fresh);
        {
            const auto elsewhere = GuardLock::take(*identityOf(fresh));
            QVERIFY(elsewhere);
            QCOMPARE(removeUntouchedBoards(folder_.path()), 0);
            QVERIFY(QFile::exists(fresh));
        }
        QCOMPARE(removeUntouchedBoards(folder_.path()), 1);
        QVERIFY(QFile::exists(open->path()));
        QVERIFY(!QFile::exists(fresh));
    }

    void whatIsNoBoardStays() {
        QFile text(folder_.filePath(u"letter.gplan"_s));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("Dear Sir or Madam");
        text.close();
        age(text.fileName());
        QCOMPARE(removeUntouchedBoards(folder_.path()), 0);
        QVERIFY(text.exists());
        QCOMPARE(removeUntouchedBoards(folder_.filePath(u"none"_s)), 0);
    }
};

QTEST_GUILESS_MAIN(TestUnnamedBoards)
#include "test_unnamed_boards.moc"
