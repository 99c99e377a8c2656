// What the program with the window says where there is none.
#include "tests/places.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace groundplan;

class TestProgram : public QObject {
    Q_OBJECT

    struct Run {
        int code = -1; ///< -1: it did not end by itself
        QString out;
        QString err;
    };
    static Run run(const QStringList& words, const QStringList& more) {
        QProcess process;
        process.setEnvironment(
            QStringList{u"PATH="_s + qEnvironmentVariable("PATH"), u"HOME=/dev/null"_s, u"LC_ALL=C.UTF-8"_s} +
            more);
        process.start(programPath("groundplan"), words);
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

private Q_SLOTS:
    void aDisplayThatCannotBeOpenedIsSaid_data() {
        QTest::addColumn<QStringList>("environment");
        QTest::addColumn<QString>("said");
        QTest::newRow("none") << QStringList()
                              << u"There is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are "
                                 "not set); “groundplan-cli” needs none."_s;
        QTest::newRow("X") << QStringList{u"DISPLAY=:77"_s}
                           << u"The display “:77” cannot be opened; “groundplan-cli” needs none."_s;
        QTest::newRow("Wayland") << QStringList{u"WAYLAND_DISPLAY=none-77"_s, u"XDG_RUNTIME_DIR=/nowhere"_s}
                                 << u"The display “none-77” cannot be opened; “groundplan-cli” needs none."_s;
    }
    void aDisplayThatCannotBeOpenedIsSaid() {
        QFETCH(QStringList, environment);
        QFETCH(QString, said);
        const Run window = run({}, environment);
        QCOMPARE(window.err, u"groundplan: %1\n"_s.arg(said));
        QCOMPARE(window.code, 3);
        const Run asked = run({u"--has-display"_s}, environment);
        QCOMPARE(asked.err, QString());
        QCOMPARE(asked.code, 3);
        const Run version = run({u"--version"_s}, environment);
        QVERIFY(version.out.startsWith(u"groundplan "_s));
        QCOMPARE(version.code, 0);
    }

    void aPlatformWithoutADisplayIsOneToOpenAWindowOn() {
        const QTemporaryDir home;
        const Run window = run({u"--new"_s, u"--quit-when-ready"_s},
                               {u"QT_QPA_PLATFORM=offscreen"_s, u"HOME="_s + home.path()});
        QCOMPARE(window.code, 0);
        QCOMPARE(window.out, u"ready\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
