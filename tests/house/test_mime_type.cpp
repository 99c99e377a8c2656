#include "model/document/document.h"
#include "tests/places.h"

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace groundplan;

/// What a desktop makes of our files once packaging/xdg is installed. In one folder with the system's types,
/// as an installed package is: of several folders Qt 6.4 takes the last that knows a content, whatever its
/// priority.
class TestMimeType : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    QString file(const QString& name) const { return folder_.filePath(name); }
    void copyDocument(const QString& name) const { QVERIFY(QFile::copy(file(u"made"_s), file(name))); }

private Q_SLOTS:
    void initTestCase() {
        const QString packages = file(u"share/mime/packages"_s);
        QVERIFY(QDir().mkpath(packages));
        const QString system = u"/usr/share/mime/packages/freedesktop.org.xml"_s;
        if (!QFile::exists(system))
            QSKIP("shared-mime-info is not installed");
        QVERIFY(QFile::copy(system, packages + u"/freedesktop.org.xml"_s));
        QVERIFY(QFile::copy(projectPath("packaging/xdg/mime/packages/groundplan.xml"),
                            packages + u"/groundplan.xml"_s));
        QProcess update;
        update.setProcessChannelMode(QProcess::MergedChannels);
        update.start(u"update-mime-database"_s, {file(u"share/mime"_s)});
        QVERIFY(update.waitForFinished(120'000));
        QCOMPARE(update.exitCode(), 0);
        qputenv("XDG_DATA_DIRS", QFile::encodeName(file(u"share"_s)));
        qputenv("XDG_DATA_HOME", QFile::encodeName(file(u"nothing"_s)));
        // Closed again at once: a document that is open must not be opened by anything else in its process.
        QVERIFY(Document::create(file(u"made"_s), Document::Use::Reader));
    }

    void aDocumentIsKnown_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("by its ending") << u"board.gplan"_s;
        QTest::newRow("by its content") << u"board"_s;
        QTest::newRow("in spite of a foreign ending") << u"board.bak"_s;
    }
    void aDocumentIsKnown() {
        QFETCH(QString, name);
        copyDocument(name);
        const QMimeDatabase types;
        const QMimeType type = types.mimeTypeForFile(file(name), QMimeDatabase::MatchContent);
        QCOMPARE(type.name(), u"application/x-groundplan"_s);
        QCOMPARE(type.comment(), u"Groundplan design"_s);
        QVERIFY(type.inherits(u"application/vnd.sqlite3"_s));
        if (!name.endsWith(".bak"_L1)) // a backup is first of all one
            QCOMPARE(types.mimeTypeForFile(file(name)).name(), type.name());
    }

    /// What Qt 6.4 does not show: our rule says more about the content than the one for any SQLite database.
    void theContentHasPriority() {
        QFile magic(file(u"share/mime/magic"_s));
        QVERIFY(magic.open(QIODevice::ReadOnly));
        const QByteArray bytes = magic.readAll();
        const auto priorityOf = [&bytes](const QByteArray& type) {
            const qsizetype end = bytes.indexOf(':' + type + "]\n");
            return end < 0 ? -1 : bytes.mid(end - 2, 2).toInt();
        };
        QVERIFY(priorityOf("application/vnd.sqlite3") > 0);
        QVERIFY(priorityOf("application/x-groundplan") > priorityOf("application/vnd.sqlite3"));
    }

    void anotherDatabaseIsNotOurs() {
        copyDocument(u"other"_s);
        QFile other(file(u"other"_s));
        QVERIFY(other.open(QIODevice::ReadWrite));
        QVERIFY(other.seek(68)); // the application id
        QCOMPARE(other.write("ELSE"), 4);
        other.close();
        QCOMPARE(QMimeDatabase().mimeTypeForFile(file(u"other"_s)).name(), u"application/vnd.sqlite3"_s);
    }

    void theDesktopFileOpensThatType() {
        QFile desktop(projectPath("packaging/xdg/applications/groundplan.desktop"));
        QVERIFY(desktop.open(QIODevice::ReadOnly));
        QVERIFY(desktop.readAll().contains("\nMimeType=application/x-groundplan;"));
    }
};

QTEST_GUILESS_MAIN(TestMimeType)
#include "test_mime_type.moc"
