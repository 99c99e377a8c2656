// A disk that is full, a folder that turns read-only, a file that disappears: the gesture is refused or the
// work is kept elsewhere, with a sentence; nothing is lost, and work goes on when there is room again.
#include "tests/reliability/counting.h"
#include "tests/reliability/database.h"
#include "tests/sample_design.h"

#include "model/document/salvage.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

Result<void> addText(Document& document, int number) {
    return document.edit({QByteArrayLiteral("add-note"), {}}, [number](Editor& editor) -> Result<void> {
        editor.put(
            Note{NoteId(number + 1), {}, NoteKind::Remark, QString(2000, QChar(u'a' + number % 26)), number});
        return {};
    });
}

/// A gesture of two steps: what the first has written, the second looks for, and refuses without it.
Result<void> addAndChange(Document& document, int number) {
    return document.edit({QByteArrayLiteral("add-note"), {}}, [number](Editor& editor) -> Result<void> {
        const NoteId id(number + 1);
        editor.put(Note{id, {}, NoteKind::Remark, QString(2000, QChar(u'a' + number % 26)), number});
        const Note* made = editor.design().notes.find(id);
        if (!made)
            return fail(ErrorCode::Refused, u"The note is gone."_s);
        Note longer = *made;
        longer.text += u'!';
        editor.put(longer);
        return {};
    });
}

/// Edits until one is refused; how many were made.
int editUntilRefused(Document& document, Result<void>* refusal) {
    for (int made = 0; made < 5000; ++made) {
        *refusal = addText(document, int(document.design().notes.size()));
        if (!*refusal)
            return made;
    }
    return 5000;
}

/// A process that may not write everywhere: root may, so the test becomes nobody for a while.
class Unprivileged {
public:
    explicit Unprivileged(const QString& folder) {
        if (::geteuid() != 0)
            return;
        constexpr uid_t kNobody = 65534;
        changed_ = ::chown(QFile::encodeName(folder).constData(), kNobody, kNobody) == 0 &&
                   ::setresuid(kNobody, kNobody, 0) == 0;
    }
    ~Unprivileged() {
        if (changed_ && ::setresuid(0, 0, 0) != 0)
            qFatal("root's rights are lost");
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

private:
    bool changed_ = false;
};

// SQLite calls this for every connection that is opened while it is registered.
int gMostPages = 0;
sqlite3* gNewest = nullptr;
int limitPages(sqlite3* database, char**, const sqlite3_api_routines*) {
    gNewest = database;
    return sqlite3_exec(database, qPrintable(u"PRAGMA max_page_count=%1"_s.arg(gMostPages)), nullptr, nullptr,
                        nullptr);
}

} // namespace

class TestFaults : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};

    QString file(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }

    static std::unique_ptr<Document> opened(const QString& path, Document::Use use = Document::Use::Window,
                                            const QString& folder = {}) {
        auto document = Document::open(path, use, folder);
        if (!document)
            qFatal("%s", qPrintable(document.error().sentence));
        return std::move(*document);
    }

    /// The disk is full, then there is room again.
    void fillAndMakeRoom(const QString& path, Document& document, const QString& reason,
                         const std::function<void()>& makeRoom) {
        Result<void> refusal;
        const int made = editUntilRefused(document, &refusal);
        QVERIFY(made > 3);
        QVERIFY(!refusal);
        QCOMPARE(refusal.error().code, ErrorCode::NotWritten);
        QCOMPARE(refusal.error().sentence,
                 u"The change was not kept: “%1” cannot be written, because %2."_s.arg(path, reason));
        // The refused gesture has left no trace, in memory or in the file, and none of those before it is
        // lost.
        const Design before = document.design();
        QCOMPARE(before.notes.size(), made);
        QVERIFY(opened(path, Document::Use::Reader)->design() == before);
        QVERIFY(!addText(document, made));
        QVERIFY(document.design() == before);

        // A gesture that looks for what it has written says what is the matter, too.
        QCOMPARE(addAndChange(document, made).error().sentence, refusal.error().sentence);
        QVERIFY(document.design() == before);

        makeRoom();
        const Result<void> again = addText(document, made);
        QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
        QCOMPARE(document.design().notes.size(), made + 1);
        QVERIFY(document.undo());
        QVERIFY(document.design() == before);
        QVERIFY(opened(path, Document::Use::Reader)->design() == before);
    }

private Q_SLOTS:
    void initTestCase() {
        // So that nobody finds the way to a folder inside.
        QVERIFY(QFile::setPermissions(folder_.path(), QFile::Permissions(0x7755)));
    }

    void aFullDiskByTheSizeOfFiles() {
        const QString path = file("limited.gplan");
        QVERIFY(Document::create(path));
        {
            const auto document = opened(path);
            rlimit before{};
            QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
            const auto restore = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
            const rlimit small{rlim_t(QFileInfo(path).size() + 64 * 1024), before.rlim_max};
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
            fillAndMakeRoom(path, *document, u"the disk reports an error or is full"_s,
                            [&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
        }
        QVERIFY(checkFile(path));
        QCOMPARE(integrityOf(path), u"ok"_s);
    }

    void aFullDiskByTheNumberOfPages() {
        const QString path = file("pages.gplan");
        QVERIFY(Document::create(path));
        gMostPages = queryColumn(path, u"PRAGMA page_count"_s).value(0).toInt() + 20;
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&limitPages));
        {
            const auto document = opened(path);
            sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&limitPages));
            sqlite3* const connection = gNewest;
            fillAndMakeRoom(path, *document, u"the disk is full"_s, [connection] {
                sqlite3_exec(connection, "PRAGMA max_page_count=100000", nullptr, nullptr, nullptr);
            });
        }
        QVERIFY(checkFile(path));
        QCOMPARE(integrityOf(path), u"ok"_s);
    }

    void aFolderThatCannotBeWritten() {
        const QString folder = file("locked");
        QVERIFY(QDir().mkpath(folder));
        const QString path = folder + u"/board.gplan"_s;
        const Unprivileged nobody(folder);
        const auto unlock =
            qScopeGuard([&folder] { QFile::setPermissions(folder, QFile::Permissions(0x7700)); });
        {
            QVERIFY(Document::create(path, Document::Use::CommandLine));
            const auto document = opened(path, Document::Use::CommandLine);
            QVERIFY(countUp(*document, u"first"_s));
            // The folder turns read-only under an open document: no journal can be made, so nothing is
            // written.
            QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
            const Design before = document->design();
            const Result<void> refused = countUp(*document, u"second"_s);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::NotWritten);
            QVERIFY(refused.error().sentence.startsWith(
                u"The change was not kept: “%1” cannot be written"_s.arg(path)));
            QVERIFY(document->design() == before);
            const FileState untouched = stateOf(path);
            QVERIFY(!document->undo());
            QVERIFY(document->design() == before);
            QVERIFY(stateOf(path) == untouched);
        }
        {
            const QString more = folder + u"/new.gplan"_s;
            QCOMPARE(Document::create(more, Document::Use::CommandLine).error().sentence,
                     u"“%1” cannot be created: you may not write into its folder; choose another one."_s.arg(
                         more));
            const auto elsewhere = opened(path, Document::Use::Reader);
            const QString copy = folder + u"/copy.gplan"_s;
            QCOMPARE(elsewhere->saveCopy(copy, false).error().sentence,
                     u"“%1” cannot be written: you may not write into its folder; choose another one."_s.arg(
                         copy));
        }
        {
            const auto document = opened(path, Document::Use::CommandLine);
            QVERIFY(document->isReadOnly());
            QCOMPARE(document->notice(), u"“%1” cannot be written and is opened read-only."_s.arg(path));
            QCOMPARE(document->design().board.task, u"1"_s);
            QCOMPARE(countUp(*document, u"third"_s).error().sentence, document->notice());
        }
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const auto document = opened(path, Document::Use::CommandLine);
        QVERIFY(countUp(*document, u"fourth"_s));
        QCOMPARE(document->design().board.task, u"2"_s);
    }

    void aFileThatCannotBeWritten() {
        const QString folder = file("locked-file");
        QVERIFY(QDir().mkpath(folder));
        const QString path = folder + u"/board.gplan"_s;
        const Unprivileged nobody(folder);
        QVERIFY(Document::create(path, Document::Use::CommandLine));
        QVERIFY(countUp(*opened(path, Document::Use::CommandLine), u"first"_s));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
        const FileState before = stateOf(path);
        const auto document = opened(path, Document::Use::CommandLine);
        QVERIFY(document->isReadOnly());
        QCOMPARE(countUp(*document, u"second"_s).error().sentence, document->notice());
        QVERIFY(stateOf(path) == before);
    }

    /// git, a sync folder or an editor that writes anew: the path leads to another file all of a sudden.
    void aFileThatIsReplacedKeepsWhatReplacedIt_data() {
        QTest::addColumn<bool>("replaced");
        QTest::addColumn<bool>("byRefresh");
        QTest::addColumn<bool>("inTwoSteps");
        QTest::newRow("deleted, then edited") << false << false << false;
        QTest::newRow("replaced, then edited") << true << false << false;
        QTest::newRow("deleted, then edited in two steps") << false << false << true;
        QTest::newRow("replaced, then edited in two steps") << true << false << true;
        QTest::newRow("deleted, then looked at") << false << true << false;
        QTest::newRow("replaced, then looked at") << true << true << false;
    }
    void aFileThatIsReplacedKeepsWhatReplacedIt() {
        QFETCH(bool, replaced);
        QFETCH(bool, byRefresh);
        QFETCH(bool, inTwoSteps);
        const QString path = file("moving.gplan");
        const QString other = file("other.gplan");
        QFile::remove(path);
        QFile::remove(other);
        QVERIFY(Document::create(path));
        QVERIFY(Document::create(other));
        QVERIFY(countUp(*opened(other), u"somebody else"_s));
        const auto document = opened(path, Document::Use::Window, file("boards"));
        for (int i = 0; i < 3; ++i)
            QVERIFY(countUp(*document, u"mine %1"_s.arg(i)));

        const FileState others = stateOf(other);
        QVERIFY(QFile::remove(path));
        if (replaced)
            QVERIFY(QFile::rename(other, path));
        const auto goOn = [&] {
            return byRefresh    ? document->refresh()
                   : inTwoSteps ? addAndChange(*document, 7)
                                : countUp(*document, u"mine 3"_s);
        };
        const Result<void> done = goOn();
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));

        QVERIFY(document->isUnnamed());
        QVERIFY(document->path() != path);
        QVERIFY(
            document->notice().startsWith(u"“%1” was replaced or deleted by another program."_s.arg(path)));
        QCOMPARE(document->design().board.task, byRefresh || inTwoSteps ? u"3"_s : u"4"_s);
        QCOMPARE(document->design().notes.size(), byRefresh ? 3 : 4);
        QVERIFY(countUp(*document, u"mine 4"_s));
        QVERIFY(opened(document->path(), Document::Use::Reader)->design() == document->design());
        if (replaced)
            QVERIFY(stateOf(path) == others);
        else
            QVERIFY(!QFile::exists(path));
        while (document->canUndo())
            QVERIFY(document->undo());
        QVERIFY(document->design() == Design());
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
