#include "model/design/validate.h"
#include "model/document/document.h"
#include "model/document/salvage.h"
#include "model/document/sqlite.h"
#include "model/operations/operations.h"
#include "tests/places.h"
#include "tests/sample_design.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

constexpr Rect kPlace{0, 0, 800, 800};

std::unique_ptr<Document> opened(Result<std::unique_ptr<Document>> document) {
    if (!document)
        qFatal("%s", qPrintable(document.error().sentence));
    return std::move(*document);
}

/// Bytes that fill several pages of the file and differ from picture to picture.
QByteArray picture(char letter) {
    QByteArray bytes = sample::smallPicture();
    for (int i = 0; i < 20'000; ++i)
        bytes += char(letter + i % 31);
    return bytes;
}

QString sentenceOf(const Result<void>& result) {
    return result ? QString() : result.error().sentence;
}

ElementId add(Document& document, const QByteArray& bytes) {
    ElementId id;
    const auto done = document.edit({"add-image", {}}, [&](Editor& editor) -> Result<void> {
        const auto added = addImage(editor, bytes, kPlace, u"a picture"_s);
        if (!added)
            return Failure(added.error());
        id = *added;
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().sentence));
    return id;
}

Result<void> remove(Document& document, ElementId id) {
    return document.edit({"delete", {}}, [id](Editor& editor) { return deleteElements(editor, {id}); });
}

QByteArray bytesShownBy(const Document& document, ElementId id) {
    const Image* image = document.design().images.find(id);
    return image ? document.design().assets.bytes(image->asset) : QByteArray();
}

} // namespace

/// The bytes of pictures: only ever added, kept as long as anything in the file may show them, and never
/// taken for others.
class TestAssets : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path_;

    QString file(const char* name) const { return folder_.filePath(QLatin1String(name)); }
    static void sql(const QString& path, const QByteArray& statements) {
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(path.toUtf8().constData(), &db), SQLITE_OK);
        char* message = nullptr;
        const int code = sqlite3_exec(db, statements.constData(), nullptr, nullptr, &message);
        QVERIFY2(code == SQLITE_OK, message ? message : "");
        sqlite3_close(db);
    }
    /// The pictures in a file, by their keys.
    static QStringList keysIn(const QString& path) {
        const auto connection = sqlite::Connection::open(path, sqlite::Access::ReadOnly);
        sqlite::Statement select = connection->prepare("SELECT key FROM asset ORDER BY key");
        QStringList keys;
        while (select.step())
            keys += QString::fromLatin1(select.bytes(0));
        return keys;
    }
    static QStringList keysOf(const QByteArrayList& pictures) {
        QStringList keys;
        for (const QByteArray& bytes : pictures)
            keys += Assets::keyOf(bytes);
        keys.sort();
        return keys;
    }
    /// Turns one bit round in the middle of these bytes, wherever in the file they lie.
    static void flipBitIn(const QString& path, const QByteArray& bytes) {
        QFile database(path);
        QVERIFY(database.open(QIODevice::ReadWrite));
        QByteArray whole = database.readAll();
        // Bytes of several pages are cut where pages end: a piece of the last page.
        const QByteArray piece = bytes.right(300);
        const qsizetype at = whole.indexOf(piece);
        QVERIFY(at > 0);
        whole[at + 150] = char(whole[at + 150] ^ 4);
        database.seek(0);
        database.write(whole);
    }

private Q_SLOTS:
    void init() { path_ = folder_.filePath(u"%1.gplan"_s.arg(QLatin1String(QTest::currentTestFunction()))); }

    void theSamePictureIsKeptOnce() {
        auto document = opened(Document::create(path_, Document::Use::CommandLine));
        const ElementId first = add(*document, picture('a'));
        const ElementId second = add(*document, picture('a'));
        QCOMPARE(keysIn(path_), keysOf({picture('a')}));
        QVERIFY(remove(*document, first));
        QCOMPARE(bytesShownBy(*document, second), picture('a'));
        document = opened(Document::open(path_, Document::Use::CommandLine));
        QCOMPARE(bytesShownBy(*document, second), picture('a'));
    }

    void undoAndRedoBringPicturesBack() {
        auto document = opened(Document::create(path_, Document::Use::CommandLine));
        const ElementId id = add(*document, picture('a'));
        QVERIFY(document->undo());
        QVERIFY(document->design().images.isEmpty());
        document = opened(Document::open(path_, Document::Use::CommandLine));
        QVERIFY(document->redo());
        QCOMPARE(bytesShownBy(*document, id), picture('a'));
        QVERIFY(remove(*document, id));
        document = opened(Document::open(path_, Document::Use::CommandLine));
        QCOMPARE(keysIn(path_), keysOf({picture('a')}));
        QVERIFY(document->undo());
        QCOMPARE(bytesShownBy(*document, id), picture('a'));
        QVERIFY(checkFile(path_));
    }

    void aRefusedEditLeavesNoBytes() {
        auto document = opened(Document::create(path_, Document::Use::CommandLine));
        QVERIFY(!document->edit({"add-image", {}}, [](Editor& editor) -> Result<void> {
            if (const auto added = addImage(editor, picture('a'), kPlace); !added)
                return Failure(added.error());
            return fail(ErrorCode::Refused, u"no"_s);
        }));
        QCOMPARE(keysIn(path_), QStringList());
        const ElementId id = add(*document, picture('a'));
        document = opened(Document::open(path_, Document::Use::CommandLine));
        QCOMPARE(bytesShownBy(*document, id), picture('a'));
    }

    /// A copy without history holds what the design shows, one with it also what undo may bring back.
    void copiesLeaveOutWhatNobodyNeeds() {
        auto document = opened(Document::create(path_, Document::Use::CommandLine));
        const ElementId gone = add(*document, picture('a'));
        const ElementId stays = add(*document, picture('b'));
        QVERIFY(remove(*document, gone));
        // A picture that no entry of the history names any more.
        QVERIFY(document->edit({"nothing", {}}, [](Editor& editor) -> Result<void> {
            editor.addAsset(picture('c'));
            Board board = editor.design().board;
            board.title = u"Title"_s;
            editor.put(board);
            return {};
        }));
        QCOMPARE(keysIn(path_), keysOf({picture('a'), picture('b'), picture('c')}));
        QVERIFY(document->saveCopy(file("plain.gplan"), false));
        QCOMPARE(keysIn(file("plain.gplan")), keysOf({picture('b')}));
        QVERIFY(document->saveCopy(file("whole.gplan"), true));
        QCOMPARE(keysIn(file("whole.gplan")), keysOf({picture('a'), picture('b')}));
        // Nothing of the deleted picture is left in the file, in no free page either.
        QFile plain(file("plain.gplan"));
        QVERIFY(plain.open(QIODevice::ReadOnly));
        const QByteArray bytes = plain.readAll();
        QVERIFY(!bytes.contains(picture('a').right(300)));
        QVERIFY(bytes.contains(picture('b').right(300)));

        auto copy = opened(Document::open(file("whole.gplan"), Document::Use::CommandLine));
        QVERIFY(copy->undo());
        QVERIFY(copy->undo());
        QCOMPARE(bytesShownBy(*copy, gone), picture('a'));
        QCOMPARE(bytesShownBy(*copy, stays), picture('b'));
        QVERIFY(checkFile(file("plain.gplan")));
    }

    void forgottenPicturesCanBeAddedAgain() {
        auto document = opened(Document::create(path_, Document::Use::CommandLine));
        const ElementId gone = add(*document, picture('a'));
        const ElementId stays = add(*document, picture('b'));
        QVERIFY(remove(*document, gone));
        QVERIFY(document->forgetHistory());
        QCOMPARE(keysIn(path_), keysOf({picture('b')}));
        const ElementId again = add(*document, picture('a'));
        QCOMPARE(keysIn(path_), keysOf({picture('a'), picture('b')}));
        document = opened(Document::open(path_, Document::Use::CommandLine));
        QCOMPARE(bytesShownBy(*document, again), picture('a'));
        QCOMPARE(bytesShownBy(*document, stays), picture('b'));
    }

    /// One process adds a picture while the other has the document open; then each uses what the other
    /// brought.
    void twoAtOneDocument() {
        auto window = opened(Document::create(path_, Document::Use::CommandLine));
        QVERIFY(window->edit({"paste", {}}, [](Editor& editor) -> Result<void> {
            sample::putBlock(editor, 1, u"a"_s);
            return {};
        }));
        auto other = opened(Document::open(path_, Document::Use::CommandLine));
        const ElementId first = add(*other, picture('a'));
        const ElementId second = add(*window, picture('a')); // known by then: kept once
        QCOMPARE(keysIn(path_), keysOf({picture('a')}));
        QCOMPARE(bytesShownBy(*window, first), picture('a'));
        QVERIFY(other->refresh());
        QCOMPARE(bytesShownBy(*other, second), picture('a'));
        // What one has swept, the other writes again.
        QVERIFY(remove(*other, first));
        QVERIFY(remove(*other, second));
        QVERIFY(other->forgetHistory());
        const ElementId third = add(*window, picture('a'));
        QVERIFY(other->refresh());
        QCOMPARE(bytesShownBy(*other, third), picture('a'));
        QCOMPARE(keysIn(path_), keysOf({picture('a')}));
    }

    void anOlderFileTakesPictures() {
        QVERIFY(QFile::copy(projectPath("tests/data/golden/schema-1.gplan"), path_));
        QFile::setPermissions(path_, QFile::ReadOwner | QFile::WriteOwner);
        auto document = opened(Document::open(path_, Document::Use::CommandLine));
        // As it is, it has no such table: looking at it, copies and forgetting do without.
        QVERIFY(document->saveCopy(file("old-copy.gplan"), false));
        const ElementId id = add(*document, picture('a'));
        document = opened(Document::open(path_, Document::Use::CommandLine));
        QCOMPARE(bytesShownBy(*document, id), picture('a'));
        QVERIFY(checkFile(path_));
        while (document->canUndo())
            QCOMPARE(sentenceOf(document->undo()), QString());
        QVERIFY(document->design() == Design{});
    }

    void damagedBytesAreRefusedAndTheRestRecovered() {
        Design design;
        ElementId damaged;
        {
            auto document = opened(Document::create(path_, Document::Use::CommandLine));
            QVERIFY(document->edit({"paste", {}}, [](Editor& editor) -> Result<void> {
                sample::putOneOfEach(editor);
                return {};
            }));
            damaged = add(*document, picture('a'));
            design = document->design();
        }
        flipBitIn(path_, picture('a'));
        const auto refused = Document::open(path_, Document::Use::CommandLine);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Damaged);
        QVERIFY2(refused.error().sentence.contains(u"has lost its picture"_s),
                 qPrintable(refused.error().sentence));

        const auto report = salvage(path_, file("rescued.gplan"));
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QVERIFY(report->missing > 0);
        QVERIFY2(!report->summary.contains(u"Nothing of the design is missing"_s),
                 qPrintable(report->summary));
        const auto rescued = opened(Document::open(file("rescued.gplan"), Document::Use::Reader));
        design.images.remove(damaged);
        design.elements.remove(damaged);
        QVERIFY(rescued->design() == design);
        QCOMPARE(bytesShownBy(*rescued, ElementId(8)), sample::smallPicture());
    }

    /// A picture of which only the history knows: the design opens, undo ends where it would come back, with
    /// a reason.
    void damagedBytesOfADeletedPictureEndUndo() {
        {
            auto document = opened(Document::create(path_, Document::Use::CommandLine));
            QVERIFY(document->edit({"paste", {}}, [](Editor& editor) -> Result<void> {
                sample::putBlock(editor, 1, u"a"_s);
                return {};
            }));
            QVERIFY(remove(*document, add(*document, picture('a'))));
            add(*document, picture('b'));
        }
        flipBitIn(path_, picture('a'));
        auto document = opened(Document::open(path_, Document::Use::CommandLine));
        const Result<QString> checked = checkFile(path_);
        QVERIFY(!checked);
        QVERIFY2(
            checked.error().sentence.contains(u"A picture that entry 3 of the history shows is damaged"_s),
            qPrintable(checked.error().sentence));
        QVERIFY(document->undo());
        const Design before = document->design();
        const Result<void> undone = document->undo();
        QCOMPARE(sentenceOf(undone),
                 u"A picture that entry 3 of the history shows is damaged; undo ends there."_s);
        QVERIFY(document->design() == before);
        QVERIFY(!document->canUndo());
        QVERIFY(document->redo());
        // Work goes on, also with the same picture.
        const ElementId again = add(*document, picture('a'));
        document = opened(Document::open(path_, Document::Use::CommandLine));
        QCOMPARE(bytesShownBy(*document, again), picture('a'));
    }

    void aMissingPictureIsRefused() {
        add(*opened(Document::create(path_, Document::Use::CommandLine)), picture('a'));
        sql(path_, "DELETE FROM asset");
        const auto refused = Document::open(path_, Document::Use::CommandLine);
        QVERIFY(!refused);
        QVERIFY2(refused.error().sentence.contains(u"has lost its picture"_s),
                 qPrintable(refused.error().sentence));
        QVERIFY(!salvage(path_, file("nothing.gplan"))); // it held nothing else
    }

    /// Bytes under the key of others are not shown in their place.
    void swappedBytesAreRefused() {
        {
            auto document = opened(Document::create(path_, Document::Use::CommandLine));
            add(*document, picture('a'));
            add(*document, picture('b'));
        }
        sql(path_, "UPDATE asset SET bytes = (SELECT bytes FROM asset WHERE key = '" +
                       Assets::keyOf(picture('b')).toLatin1() + "')");
        QVERIFY(!Document::open(path_, Document::Use::CommandLine));
    }

    void tooMuchInAFileIsRefused_data() {
        QTest::addColumn<QByteArray>("statements");
        QTest::newRow("one of 17 MB")
            << QByteArray("INSERT INTO asset(key, bytes) VALUES('x', zeroblob(17825792))");
        QTest::newRow("288 MB in all")
            << QByteArray("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 18) "
                          "INSERT INTO asset(key, bytes) SELECT 'x', zeroblob(16777216) FROM n");
    }
    void tooMuchInAFileIsRefused() {
        QFETCH(const QByteArray, statements);
        path_ = file("large.gplan");
        QFile::remove(path_);
        add(*opened(Document::create(path_, Document::Use::CommandLine)), picture('a'));
        sql(path_, statements);
        const auto refused = Document::open(path_, Document::Use::CommandLine);
        QVERIFY(!refused);
        QVERIFY2(refused.error().sentence.contains(
                     u"its pictures take more than 256 MB, or one of them more than 16 MB"_s),
                 qPrintable(refused.error().sentence));
        QFile::remove(path_);
    }

    void tooLargePicturesAreRefused() {
        auto document = opened(Document::create(path_, Document::Use::CommandLine));
        const auto adding = [&](const QByteArray& bytes) {
            return document->edit({"add-image", {}}, [&bytes](Editor& editor) -> Result<void> {
                return addImage(editor, bytes, kPlace).map([](ElementId) {});
            });
        };
        QByteArray bytes(limits::kAssetBytes + 1, 'x');
        QCOMPARE(sentenceOf(adding(bytes)),
                 u"The picture takes 16.0 MB; one can take at most 16.0 MB. Make it smaller first."_s);
        bytes.chop(1);
        QCOMPARE(sentenceOf(adding(bytes)), QString());
        QVERIFY(document->design().images.size() == 1);
    }
};

QTEST_GUILESS_MAIN(TestAssets)
#include "test_assets.moc"
