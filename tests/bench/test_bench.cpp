#include "tests/places.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// The benchmark runs and says what it promises to say; how fast is not for a test to judge.
class TestBench : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSmallRunGivesEveryFigure() {
        QProcess bench;
        bench.start(groundplan::programPath("groundplan-bench"), {u"--n"_s, u"20"_s});
        QVERIFY(bench.waitForFinished(240'000));
        QCOMPARE(QString::fromUtf8(bench.readAllStandardError()), QString());
        QCOMPARE(bench.exitCode(), 0);
        const QJsonArray results =
            QJsonDocument::fromJson(bench.readAllStandardOutput()).object().value(u"results"_s).toArray();
        QCOMPARE(results.size(), 1);
        const QJsonObject figures = results.at(0).toObject();
        const QStringList keys{u"commit_p50_ms"_s,
                               u"completion_p50_ms"_s,
                               u"completion_p99_ms"_s,
                               u"drag_all_p50_ms"_s,
                               u"drag_p50_ms"_s,
                               u"drag_p99_ms"_s,
                               u"export_dot_ms"_s,
                               u"export_pdf_ms"_s,
                               u"export_png_ms"_s,
                               u"fit_ms"_s,
                               u"load_ms"_s,
                               u"look_back_ms"_s,
                               u"move_one_ms"_s,
                               u"move_part_ms"_s,
                               u"move_part_repeat_ms"_s,
                               u"n"_s,
                               u"pan_p50_ms"_s,
                               u"pan_p99_ms"_s,
                               u"rss_mb"_s,
                               u"start_ms"_s,
                               u"tidy_ms"_s,
                               u"undo_p50_ms"_s,
                               u"zoom_p99_ms"_s};
        QCOMPARE(figures.keys(), keys);
        for (const QString& key : keys)
            QVERIFY2(figures.value(key).toDouble() > 0, qPrintable(key));
        QProcess help;
        help.start(groundplan::programPath("groundplan-bench"), {u"--help"_s});
        QVERIFY(help.waitForFinished());
        QCOMPARE(help.exitCode(), 0);
        const QString said = QString::fromUtf8(help.readAllStandardOutput());
        for (const QString& key : keys)
            QVERIFY2(key == u"n"_s || said.contains(key), qPrintable(key));
        QCOMPARE(figures.value(u"n"_s).toInt(), 20);
    }

    void aBoardOfStrokesGivesEveryFigure() {
        QProcess bench;
        bench.start(groundplan::programPath("groundplan-bench"), {u"--strokes"_s, u"20"_s});
        QVERIFY(bench.waitForFinished(240'000));
        QCOMPARE(QString::fromUtf8(bench.readAllStandardError()), QString());
        QCOMPARE(bench.exitCode(), 0);
        const QJsonObject figures = QJsonDocument::fromJson(bench.readAllStandardOutput())
                                        .object()
                                        .value(u"results"_s)
                                        .toArray()
                                        .at(0)
                                        .toObject();
        const QStringList keys{u"draw_p50_ms"_s, u"draw_p99_ms"_s, u"export_dot_ms"_s, u"export_pdf_ms"_s,
                               u"fit_ms"_s,      u"load_ms"_s,     u"pan_p50_ms"_s,    u"pan_p99_ms"_s,
                               u"rss_mb"_s,      u"strokes"_s,     u"zoom_p99_ms"_s};
        QCOMPARE(figures.keys(), keys);
        for (const QString& key : keys)
            QVERIFY2(figures.value(key).toDouble() > 0, qPrintable(key));
    }

    void exportsAreTimedBesideOtherPrograms() {
        QProcess bench;
        bench.start(groundplan::programPath("groundplan-bench"), {u"--exports"_s, u"20"_s});
        QVERIFY(bench.waitForFinished(240'000));
        QCOMPARE(bench.exitCode(), 0);
        const QJsonArray all =
            QJsonDocument::fromJson(bench.readAllStandardOutput()).object().value(u"exports"_s).toArray();
        QStringList formats;
        for (const QJsonValue& each : all) {
            formats.append(each[u"format"_s].toString());
            QCOMPARE(each[u"n"_s].toInt(), 20);
            for (const QString& key : {u"groundplan_ms"_s, u"neato_ms"_s, u"times_as_fast"_s})
                QVERIFY2(each[key].toDouble() > 0, qPrintable(key));
            if (each[u"format"_s] != "png"_L1)
                continue;
            const double pixels = each[u"groundplan_megapixels"_s].toDouble();
            QVERIFY(pixels > 1);
            for (const QString& program : {u"neato"_s, u"dia"_s}) {
                const QJsonValue its = each[program + u"_megapixels"_s];
                QVERIFY2(its.isUndefined() || std::abs(its.toDouble() - pixels) < 0.1 * pixels,
                         qPrintable(program));
            }
        }
        QCOMPARE(formats, (QStringList{u"pdf"_s, u"png"_s, u"svg"_s}));
    }

    void wrongUseIsSaid() {
        QProcess bench;
        bench.start(groundplan::programPath("groundplan-bench"), {u"--n"_s, u"many"_s});
        QVERIFY(bench.waitForFinished());
        QCOMPARE(bench.exitCode(), 2);
        QCOMPARE(
            bench.readAllStandardError(),
            "groundplan-bench: usage: groundplan-bench [--n SIZE | --strokes SIZE | --routing | --exports [SIZE]]\n");
    }
};

QTEST_GUILESS_MAIN(TestBench)
#include "test_bench.moc"
