#include "app/render/export_time.h"
#include "app/render/write_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace groundplan;

namespace {

Result<void> writeHello(QIODevice& out) {
    out.write("hello");
    return {};
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

class TestWriteFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void newFile() {
        const QString path = folder_->filePath(QStringLiteral("a b – ü.pdf"));
        const mode_t before = ::umask(027);
        const auto done = writeFileWhole(path, writeHello);
        ::umask(before);
        QVERIFY(done.has_value());
        QCOMPARE(contentOf(path), QByteArray("hello"));
        QCOMPARE(modeOf(path), mode_t(0640));
        QCOMPARE(names(), QStringList({QStringLiteral("a b – ü.pdf")}));
    }

    void replacesAndKeepsTheMode() {
        const QString path = make("old", "old content");
        ::chmod(QFile::encodeName(path), 0604);
        QVERIFY(writeFileWhole(path, writeHello).has_value());
        QCOMPARE(contentOf(path), QByteArray("hello"));
        QCOMPARE(modeOf(path), mode_t(0604));
        QCOMPARE(names().size(), 1);
    }

    void failureLeavesTheOld() {
        const QString path = make("old", "old content");
        const auto done = writeFileWhole(path, [](QIODevice& out) -> Result<void> {
            out.write("half");
            return fail(ErrorCode::Cancelled, QStringLiteral("stopped"));
        });
        QVERIFY(!done.has_value());
        QCOMPARE(done.error(), (Error{ErrorCode::Cancelled, QStringLiteral("stopped")}));
        QCOMPARE(contentOf(path), QByteArray("old content"));
        QCOMPARE(names().size(), 1);
    }

    void followsLinks() {
        const QString path = make("real", "old");
        const QString link = folder_->filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(path, link));
        QVERIFY(writeFileWhole(link, writeHello).has_value());
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(contentOf(path), QByteArray("hello"));
        // Also to a file that is yet to be.
        const QString dangling = folder_->filePath(QStringLiteral("dangling"));
        QVERIFY(QFile::link(folder_->filePath(QStringLiteral("new")), dangling));
        QVERIFY(writeFileWhole(dangling, writeHello).has_value());
        QVERIFY(QFileInfo(dangling).isSymLink());
        QCOMPARE(contentOf(folder_->filePath(QStringLiteral("new"))), QByteArray("hello"));
    }

    void straightIntoAPipe() {
        const QString path = folder_->filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(path), 0600), 0);
        QByteArray read;
        std::thread reader([&] { read = contentOf(path); });
        const auto done = writeFileWhole(path, writeHello);
        reader.join();
        QVERIFY(done.has_value());
        QCOMPARE(read, QByteArray("hello"));
        struct stat status {};
        QCOMPARE(::stat(QFile::encodeName(path), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
        QVERIFY(writeFileWhole(QStringLiteral("/dev/null"), writeHello).has_value());
        QVERIFY(::stat("/dev/null", &status) == 0 && S_ISCHR(status.st_mode));
    }

    /// /dev/stdout leads to /proc/self/fd/1 and that to "pipe:[123]", which only the system can follow.
    void straightIntoALinkToAPipe() {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const QString link = folder_->filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(QStringLiteral("/proc/self/fd/%1").arg(ends[1]), link));
        const auto done = writeFileWhole(link, writeHello);
        ::close(ends[1]);
        char read[8] = {};
        const ssize_t count = ::read(ends[0], read, sizeof read);
        ::close(ends[0]);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().sentence));
        QCOMPARE(QByteArray(read, int(count)), QByteArray("hello"));
    }

    /// Replacing a board by its own export would take its history along; also by way of a link, and by a
    /// document that is yet to be.
    void neverADocument() {
        const QString path = make("board.gplan", "the board");
        const QString link = folder_->filePath(QStringLiteral("board.dot"));
        QVERIFY(QFile::link(path, link));
        const QString other = folder_->filePath(QStringLiteral("NEW.GPLAN"));
        for (const QString& target : {path, link, other}) {
            const auto done = writeFileWhole(target, writeHello);
            QVERIFY(!done.has_value());
            QCOMPARE(done.error(),
                     (Error{ErrorCode::NotWritten,
                            QStringLiteral("“%1” is the name of a Groundplan document, which an export does "
                                           "not replace: choose another name.")
                                .arg(target)}));
        }
        QCOMPARE(contentOf(path), QByteArray("the board"));
        QVERIFY(!QFileInfo::exists(other));
    }

    /// A reader that goes away ends the export with a sentence, not the program with a signal.
    void brokenPipe() {
        const QString path = folder_->filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(path), 0600), 0);
        std::thread reader([&] {
            QFile file(path);
            (void)file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
            char first = 0;
            file.read(&first, 1);
        });
        const auto done = writeFileWhole(path, [&](QIODevice& out) -> Result<void> {
            out.write("x");
            reader.join();
            out.write("more");
            return {};
        });
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().code, ErrorCode::NotWritten);
        QVERIFY2(done.error().sentence.contains(QStringLiteral("Broken pipe")),
                 qPrintable(done.error().sentence));
    }

    void noRoom() {
        const auto full = writeFileWhole(QStringLiteral("/dev/full"), writeHello);
        QVERIFY(!full.has_value());
        QCOMPARE(full.error().sentence,
                 QStringLiteral(
                     "“/dev/full” could not be written because there is no room left: free some space or "
                     "choose another folder."));

        const QString path = make("old", "old content");
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{3, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto limited = writeFileWhole(path, writeHello);
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!limited.has_value());
        QVERIFY2(limited.error().sentence.contains(QStringLiteral("no room")),
                 qPrintable(limited.error().sentence));
        QCOMPARE(contentOf(path), QByteArray("old content"));
        QCOMPARE(names().size(), 1);
    }

    void badPlaces() {
        const auto sentence = [](const QString& path) {
            const auto done = writeFileWhole(path, writeHello);
            return done ? QString() : done.error().sentence;
        };
        const QString missing = folder_->filePath(QStringLiteral("no/such/folder/a.pdf"));
        QCOMPARE(
            sentence(missing),
            QStringLiteral(
                "“%1” could not be written because its folder does not exist: create it or choose another.")
                .arg(missing));
        QCOMPARE(sentence(folder_->path()),
                 QStringLiteral("“%1” is a folder: name a file in it.").arg(folder_->path()));
        const QString file = make("file", "x");
        QVERIFY(sentence(file + QStringLiteral("/a.pdf")).contains(QStringLiteral("folder does not exist")));
        if (::geteuid() == 0)
            QSKIP("The superuser may write everywhere.");
        QVERIFY(::chmod(QFile::encodeName(folder_->path()), 0500) == 0);
        const QString denied = sentence(folder_->filePath(QStringLiteral("new.pdf")));
        ::chmod(QFile::encodeName(folder_->path()), 0700);
        QVERIFY2(denied.contains(QStringLiteral("you may not write there")), qPrintable(denied));
        ::chmod(QFile::encodeName(file), 0400);
        QVERIFY(sentence(file).contains(QStringLiteral("you may not write there")));
        QCOMPARE(contentOf(file), QByteArray("x"));
    }

    void timeOfExport() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        QCOMPARE(exportTime().toString(Qt::ISODate), QStringLiteral("2023-11-14T22:13:20Z"));
        qputenv("SOURCE_DATE_EPOCH", "soon");
        QVERIFY(std::abs(exportTime().secsTo(QDateTime::currentDateTime())) < 60);
        qunsetenv("SOURCE_DATE_EPOCH");
        QVERIFY(std::abs(exportTime().secsTo(QDateTime::currentDateTime())) < 60);
    }

private:
    QString make(const char* name, const QByteArray& content) const {
        const QString path = folder_->filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return path;
    }
    QStringList names() const {
        return QDir(folder_->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    static mode_t modeOf(const QString& path) {
        struct stat status {};
        return ::stat(QFile::encodeName(path), &status) == 0 ? status.st_mode & 07777 : 0;
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_MAIN(TestWriteFile)
#include "test_write_file.moc"
