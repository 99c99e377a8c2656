// groundplan-bench [--n SIZE | --strokes SIZE | --routing | --exports [SIZE]]
// Measures the real main window, shown on the offscreen platform, and prints JSON. Each size runs in a
// process of its own, so that no size inherits the memory or the caches of another.
#include "app/render/export_formats.h"
#include "app/render/fonts.h"
#include "app/window/appearance.h"
#include "model/graphviz/tidy.h"
#include "resources/resources.h"
#include "tests/bench/bench_design.h"
#include "tests/bench/bench_edits.h"
#include "tests/bench/bench_exports.h"
#include "tests/bench/bench_window.h"
#include "tests/bench/routing_figures.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace groundplan;
using namespace groundplan::bench;

namespace {

constexpr int kStarts = 5;

double rounded(double value) {
    return std::round(value * 100) / 100;
}

void expect(const Result<void>& result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().sentence));
}

/// From the start of the process to an empty board that takes input, in the middle of several starts.
double startTime(const QString& folder) {
    QList<double> times;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, folder);
    environment.insert(u"XDG_CONFIG_HOME"_s, folder);
    for (int i = 0; i < kStarts; ++i) {
        QProcess program;
        program.setProcessEnvironment(environment);
        QElapsedTimer clock;
        clock.start();
        program.start(QStringLiteral(GROUNDPLAN_PROGRAM), {u"--new"_s, u"--quit-when-ready"_s});
        while (!program.canReadLine() && program.waitForReadyRead(30'000)) {
        }
        times += double(clock.nsecsElapsed()) / 1e6;
        if (program.readLine() != "ready\n")
            qFatal("the program did not get ready: %s", program.readAllStandardError().constData());
        program.waitForFinished();
    }
    std::sort(times.begin(), times.end());
    return times.at(kStarts / 2);
}

double exportTime(const Design& design, const QString& format, const Catalogue& catalogue) {
    constexpr double kPngWidth = 8000; // pixels
    ExportRequest request;
    request.design = design;
    request.title = u"Benchmark"_s;
    if (format == "png"_L1)
        request.scale = kPngWidth / points(design.bounds().w);
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QElapsedTimer clock;
    clock.start();
    const Result<QString> written = exportDesign(request, format, catalogue, out);
    const double time = double(clock.nsecsElapsed()) / 1e6;
    expect(written.map([](const QString&) {}));
    return time;
}

/// Laying out the whole board, helper process included.
double tidyTime(const Design& design) {
    QElapsedTimer clock;
    clock.start();
    const Result<TidyResult> result = tidy(design, {});
    const double time = double(clock.nsecsElapsed()) / 1e6;
    expect(result.map([](const TidyResult&) {}));
    return time;
}

/// One size, here and now. False when some picture was not that of a fresh window.
bool measure(FrameClock& clock, int count, QJsonObject& figures) {
    QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.path()));
    Settings settings(folder.filePath(u"settings.ini"_s));
    Catalogue catalogue = Catalogue::load({templatesFolder(u"catalog"_s)});
    Templates templates = Templates::load({templatesFolder({})}, catalogue);
    Appearance appearance(catalogue, ThemeChoice::Light);

    const Design design = makeDesign(count);
    const QString path = folder.filePath(u"bench.gplan"_s);
    {
        const auto document = Document::create(path, Document::Use::CommandLine);
        expect(document.map([](const auto&) {}));
        expect(fillWith(**document, {QByteArrayLiteral("import"), {u"bench"_s}}, design));
    }
    figures.insert(u"n"_s, count);
    figures.insert(u"start_ms"_s, rounded(startTime(folder.filePath(u"start"_s))));
    bool isTrue = false;
    {
        BenchWindow window(clock, {catalogue, templates, settings, appearance}, folder.path(), path);
        isTrue = window.measure(figures);
    }
    measureEdits(design, folder.filePath(u"edits.gplan"_s), figures);
    for (const QString& format : {u"dot"_s, u"pdf"_s, u"png"_s})
        figures.insert(u"export_%1_ms"_s.arg(format), rounded(exportTime(design, format, catalogue)));
    if (count <= kMostTidied)
        figures.insert(u"tidy_ms"_s, rounded(tidyTime(design)));
    folder.setAutoRemove(isTrue); // the pictures that differ are in it
    return isTrue;
}

/// A board of that many strokes.
bool measureDrawn(FrameClock& clock, int count, QJsonObject& figures) {
    QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.path()));
    Settings settings(folder.filePath(u"settings.ini"_s));
    Catalogue catalogue = Catalogue::load({templatesFolder(u"catalog"_s)});
    Templates templates = Templates::load({templatesFolder({})}, catalogue);
    Appearance appearance(catalogue, ThemeChoice::Light);
    const Design design = makeDrawnDesign(count);
    const QString path = folder.filePath(u"bench.gplan"_s);
    {
        const auto document = Document::create(path, Document::Use::CommandLine);
        expect(document.map([](const auto&) {}));
        expect(fillWith(**document, {QByteArrayLiteral("import"), {u"bench"_s}}, design));
    }
    figures.insert(u"strokes"_s, count);
    bool isTrue = false;
    {
        BenchWindow window(clock, {catalogue, templates, settings, appearance}, folder.path(), path);
        isTrue = window.measureDrawn(figures);
    }
    for (const QString& format : {u"dot"_s, u"pdf"_s})
        figures.insert(u"export_%1_ms"_s.arg(format), rounded(exportTime(design, format, catalogue)));
    folder.setAutoRemove(isTrue);
    return isTrue;
}

/// The same in a process of its own; its figures, or nothing when it failed.
QJsonObject measureApart(const QString& what, int count, bool* isTrue) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {what, QString::number(count)});
    process.waitForFinished(-1);
    *isTrue = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    const QJsonObject all = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    return all.value(u"results"_s).toArray().at(0).toObject();
}

/// What the router's lines look like and how long they take; without a window.
QJsonObject measureRouting() {
    QJsonObject sets;
    for (const RoutingSet& set : routingSets()) {
        QJsonObject figures = toJson(figuresOf(set));
        figures.insert(u"connections"_s, int(set.design.connections.size()));
        sets.insert(set.name, figures);
    }
    return {{u"sets"_s, sets}, {u"times"_s, routingTimes()}};
}

constexpr char kUsage[] =
    "usage: groundplan-bench [--n SIZE | --strokes SIZE | --routing | --exports [SIZE]]";
constexpr char kHelp[] =
    R"(Usage: groundplan-bench [--n SIZE | --strokes SIZE | --routing | --exports [SIZE]]

Measures Groundplan on boards of 20, 200, 1000 and 10000 blocks and of 1000 strokes of the pen, each in a process of its own, and how its
router lays lines, and prints the figures as JSON. Needs no display: the real main window is shown on Qt's offscreen platform. Takes some
minutes; run it on a machine that does nothing else.

Options:
      --n SIZE  One board of that many blocks instead of the four, without the router.
      --strokes SIZE
                A board of that many strokes of the pen, 200 points each, instead.
      --routing The router alone.
      --exports [SIZE]
                Instead of all that: whole runs of groundplan-cli export in turn with other programs, on the same
                boards of 1000 and 10000 blocks (or of SIZE) and twice as many connections. Takes some minutes.
  -h, --help    Show this.

Figures (milliseconds unless they say otherwise; p50 and p99: half, or 99 of 100, took no longer):
  start_ms            from the start of the program to an empty board that takes input
  load_ms             opening the board from its file
  fit_ms              the first picture of all of it
  pan_p50_ms, pan_p99_ms, zoom_p99_ms
                      a frame while the view moves or zooms
  drag_p50_ms, drag_p99_ms, drag_all_p50_ms
                      a frame while one block, or all of them, are dragged
  draw_p50_ms, draw_p99_ms
                      one more stroke until it is seen and safe (on the board of strokes)
  completion_p50_ms, completion_p99_ms
                      a keystroke in the line field until its ghost is seen
  commit_p50_ms       an edit until it is safe in the file
  undo_p50_ms         an undo until it is seen and safe
  tidy_ms             laying out the whole board, up to 2,000 blocks
  move_one_ms, move_part_ms
                      an edit without a window until it is safe: one block, or every second one, is moved
  move_part_repeat_ms what of the latter is left for the window when its ways were found beside it
  look_back_ms        finding the design as it was 1000 edits ago from the history
  rss_mb              memory of the process, in MB
  export_dot_ms, export_pdf_ms, export_png_ms
                      an export of the whole board (PNG 8000 pixels wide)
  routing             what the lines of some designs look like (sets; changed_without_need: lines that another way
                      was found for though nothing of theirs has changed), and how long they take (times:
                      route_1000_ms and route_10000_ms all lines of so many blocks, drag_frame_p50_ms and
                      drag_frame_most_ms those of a frame while one block among 1,000 is dragged,
                      long_link_ms one line across 1,000 blocks)
  exports             whole runs, the start of the program included, the middle one of five: groundplan_ms, neato_ms
                      (neato -n2) and dia_ms (dia -e), and how many times as fast as the better of the two we are
                      (times_as_fast); PNG with as many pixels as ours

Exit status: 0 when all went well, 1 when a picture differed from that of a fresh window, 2 on wrong use.
)";

/// The offscreen platform says of every list that opens over the window what it leaves to window managers.
void sayAllElse(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (!text.startsWith("This plugin does not support"_L1))
        std::fprintf(stderr, "%s\n", qPrintable(text));
    if (type == QtFatalMsg)
        std::abort();
}

int complain(const char* sentence) {
    std::fprintf(stderr, "groundplan-bench: %s\n", sentence);
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 2 && (std::strcmp(argv[1], "--help") == 0 || std::strcmp(argv[1], "-h") == 0)) {
        std::fputs(kHelp, stdout);
        return 0;
    }
    qInstallMessageHandler(sayAllElse);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Otherwise the platform waits 5 ms before each frame, as if for a screen; here work is measured, not
    // waiting.
    qputenv("QT_QPA_UPDATE_IDLE_TIME", "0");
    initResources();
    FrameClock clock(argc, argv);
    QApplication::setApplicationName(u"groundplan-bench"_s);
    fonts::install();

    const QStringList words = clock.arguments().mid(1);
    if (words == QStringList{u"--routing"_s}) {
        std::fputs(QJsonDocument(QJsonObject{{u"routing"_s, measureRouting()}}).toJson().constData(), stdout);
        return 0;
    }
    if (words.value(0) == "--exports"_L1 &&
        (words.size() == 1 || (words.size() == 2 && words.at(1).toInt() > 0))) {
        const QList<int> counts =
            words.size() == 2 ? QList<int>{words.at(1).toInt()} : QList<int>{1000, 10'000};
        std::fputs(QJsonDocument(QJsonObject{{u"exports"_s, measureExports(counts)}}).toJson().constData(),
                   stdout);
        return 0;
    }
    const bool drawn = words.size() == 2 && words.at(0) == "--strokes"_L1;
    const bool one = drawn || (words.size() == 2 && words.at(0) == "--n"_L1);
    if (!words.isEmpty() && (!one || words.at(1).toInt() < 1))
        return complain(kUsage);

    QJsonArray results;
    bool isTrue = true;
    if (one) {
        QJsonObject figures;
        isTrue = drawn ? measureDrawn(clock, words.at(1).toInt(), figures)
                       : measure(clock, words.at(1).toInt(), figures);
        results.append(figures);
    } else {
        for (const int count : {20, 200, 1000, 10'000}) {
            bool alright = false;
            results.append(measureApart(u"--n"_s, count, &alright));
            isTrue = isTrue && alright;
        }
        bool alright = false;
        results.append(measureApart(u"--strokes"_s, 1000, &alright));
        isTrue = isTrue && alright;
    }
    QJsonObject all{{u"results"_s, results}};
    if (!one)
        all.insert(u"routing"_s, measureRouting());
    std::fputs(QJsonDocument(all).toJson().constData(), stdout);
    return isTrue ? 0 : 1;
}
