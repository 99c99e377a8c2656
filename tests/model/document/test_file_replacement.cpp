#include "model/document/document.h"
#include "model/document/file_replacement.h"
#include "tests/sample_design.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}
QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestFileReplacement : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    QString path(const char* name) const { return folder_->filePath(QLatin1String(name)); }
    QStringList files() const {
        return QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aTargetIsReplacedWhole() {
        write(path("target"), "old");
        QVERIFY(replaceFile(path("target"), [](const QString& temporary) -> Result<void> {
            write(temporary, "new");
            return {};
        }));
        QCOMPARE(contentOf(path("target")), "new");
        QCOMPARE(files(), QStringList{u"target"_s});
    }

    void aFailureLeavesTheTarget() {
        write(path("target"), "old");
        const auto done = replaceFile(path("target"), [](const QString& temporary) -> Result<void> {
            write(temporary, "half");
            return fail(ErrorCode::NotWritten, u"no"_s);
        });
        QCOMPARE(done.error().sentence, u"no"_s);
        QCOMPARE(contentOf(path("target")), "old");
        QCOMPARE(files(), QStringList{u"target"_s});
    }

    /// Whoever opened the new file would roll the old one's journal back into it.
    void aJournalBesideTheTargetIsRefused_data() {
        QTest::addColumn<QString>("journal");
        QTest::addColumn<bool>("targetExists");
        for (const char* ending : {"-journal", "-wal"}) {
            for (const bool exists : {true, false}) {
                QTest::addRow("%s, target %s", ending, exists ? "there" : "gone")
                    << u"board.gplan"_s + QLatin1String(ending) << exists;
            }
        }
    }
    void aJournalBesideTheTargetIsRefused() {
        QFETCH(QString, journal);
        QFETCH(bool, targetExists);
        const QString target = path("board.gplan");
        if (targetExists)
            write(target, "somebody else's");
        write(folder_->filePath(journal), "an unfinished change");
        auto document = std::move(*Document::create(path("mine.gplan")));
        const QStringList before = files();
        const auto check = [&](const Result<void>& done) {
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::NotWritten);
            QCOMPARE(done.error().sentence,
                     u"“%1” cannot be written: “%2” beside it holds an unfinished change of another file and "
                     u"would "
                     "spoil this one; move it away or choose another name."_s.arg(target, journal));
        };
        check(document->saveAs(target));
        check(document->saveCopy(target, true));
        QFile::link(target, path("link.gplan"));
        QVERIFY(!document->saveCopy(path("link.gplan"), true)); // the journal lies where the link leads
        QFile::remove(path("link.gplan"));
        if (!targetExists) {
            const auto created = Document::create(target);
            QVERIFY(!created);
            QCOMPARE(
                created.error().sentence,
                u"“%1” cannot be created: “%2” beside it holds an unfinished change of another file; move it "
                "away or choose another name."_s.arg(target, journal));
        }
        QCOMPARE(files(), before);
        QCOMPARE(contentOf(folder_->filePath(journal)), "an unfinished change");
        QCOMPARE(contentOf(target), targetExists ? QByteArray("somebody else's") : QByteArray());
        QCOMPARE(document->path(), path("mine.gplan"));
    }

    /// As it may appear while the new file is being written.
    void aJournalThatAppearsMeanwhileIsRefused() {
        write(path("board.gplan"), "old");
        const auto done = replaceFile(path("board.gplan"), [this](const QString& temporary) -> Result<void> {
            write(temporary, "new");
            write(path("board.gplan-journal"), "an unfinished change");
            return {};
        });
        QVERIFY(!done);
        QCOMPARE(contentOf(path("board.gplan")), "old");
        QCOMPARE(files(), (QStringList{u"board.gplan"_s, u"board.gplan-journal"_s}));
    }

    /// SQLite leaves one behind in some of its modes.
    void anEmptyJournalIsNone() {
        write(path("board.gplan-journal"), {});
        auto document = std::move(*Document::create(path("mine.gplan")));
        QVERIFY(document->saveCopy(path("board.gplan"), true));
        QVERIFY(Document::open(path("board.gplan"), Document::Use::Reader));
    }
};

QTEST_GUILESS_MAIN(TestFileReplacement)
#include "test_file_replacement.moc"
