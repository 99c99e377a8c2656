#include "tests/places.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 600;

/// Files above 600 lines, each with the reason why it still is one idea.
const QHash<QString, QString>& longFiles() {
    static const QHash<QString, QString> reasons;
    return reasons;
}

/// design.md, section 2: no other entry at the top (hidden ones and the build folder aside).
bool mayStandAtTheTop(const QString& name) {
    static const QStringList allowed{
        u"CMakeLists.txt"_s,
        u"CMakePresets.json"_s,
        u"README.md"_s,
        u"ARCHITECTURE.md"_s,
        u"CONTRIBUTING.md"_s,
        u"CHANGELOG.md"_s,
        u"LICENSE"_s,
        u"model"_s,
        u"app"_s,
        u"templates"_s,
        u"resources"_s,
        u"tests"_s,
        u"packaging"_s,
    };
    return allowed.contains(name);
}

QString readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void longFilesHaveAReason() {
        const QDir root(groundplan::projectPath());
        QStringList faults;
        QStringList reasonsUsed;
        for (const QString& top : {u"model"_s, u"app"_s, u"tests"_s}) {
            QDirIterator it(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const QString path = it.next();
                const QString name = root.relativeFilePath(path);
                const qsizetype lines = readAll(path).count(u'\n');
                if (lines <= kMostLines)
                    continue;
                if (longFiles().value(name).isEmpty())
                    faults += u"%1 has %2 lines: split it, or give the reason in tests/house/test_files.cpp"_s
                                  .arg(name)
                                  .arg(lines);
                reasonsUsed += name;
            }
        }
        const QStringList reasons = longFiles().keys();
        for (const QString& name : reasons) {
            if (!reasonsUsed.contains(name))
                faults +=
                    u"%1 is not long (any more): take its reason out of tests/house/test_files.cpp"_s.arg(
                        name);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(u"\n"_s + faults.join(u'\n')));
    }

    void nothingElseStandsAtTheTop() {
        QStringList entries =
            QDir(groundplan::projectPath()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        entries.removeIf(mayStandAtTheTop);
        entries.removeIf([](const QString& name) { // what .gitignore names
            return name == "build"_L1 || name == "compile_commands.json"_L1 || name.endsWith(".user"_L1);
        });
        QCOMPARE(entries, QStringList());
        QVERIFY(!mayStandAtTheTop(u"utils"_s));
        QVERIFY(mayStandAtTheTop(u"model"_s));
    }

    void scriptsParse_data() {
        QTest::addColumn<QString>("script");
        for (const char* name : {"packaging/run", "packaging/test", "packaging/prepare", ".ci/run"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void scriptsParse() {
        QFETCH(QString, script);
        const QString path = groundplan::projectPath() + u"/"_s + script;
        QVERIFY(QFileInfo(path).isExecutable());
        QProcess bash;
        bash.setProcessChannelMode(QProcess::MergedChannels);
        bash.start(u"bash"_s, {u"-n"_s, path});
        QVERIFY(bash.waitForFinished());
        QCOMPARE(QString::fromUtf8(bash.readAll()), QString());
        QCOMPARE(bash.exitCode(), 0);
    }

    void continuousIntegrationRunsTheTestCommandAndNothingElse() {
        QString script = readAll(groundplan::projectPath(".ci/run"));
        QVERIFY(script.startsWith("#!"_L1));
        script = script.mid(script.indexOf(u'\n') + 1);
        QCOMPARE(script.trimmed(), u"exec \"$(dirname \"${BASH_SOURCE[0]}\")/../packaging/test\""_s);
    }

    void everyPackageIsInstalled() {
        if (QProcess::execute(u"bash"_s, {u"-c"_s, u"command -v dpkg-query >/dev/null"_s}) != 0)
            QSKIP("not a Debian system");
        QString list = readAll(groundplan::projectPath("packaging/packages"));
        list.remove(QRegularExpression(u"#[^\n]*"_s));
        const QStringList packages = list.split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
        QVERIFY(packages.size() > 10);
        QProcess query;
        query.start(u"dpkg-query"_s, QStringList{u"-W"_s, u"-f=${db:Status-Status}\n"_s} + packages);
        QVERIFY(query.waitForFinished());
        const QString statuses = QString::fromUtf8(query.readAllStandardOutput());
        QCOMPARE(statuses.count(u"installed\n"_s), packages.size());
        QVERIFY(!statuses.contains(u"not-installed"_s));
    }
};

QTEST_APPLESS_MAIN(TestFiles)
#include "test_files.moc"
