#include "tests/bench/bench_exports.h"

#include "model/document/document.h"
#include "model/graphviz/dot.h"
#include "model/operations/operations.h"
#include "resources/resources.h"
#include "tests/bench/bench_design.h"
#include "tests/bench/dia_text.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImageReader>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace groundplan::bench {

namespace {

constexpr int kRounds = 5;

struct Contestant {
    QString name;
    QStringList words; ///< the program and its arguments
    QList<double> times = {};
};

/// Milliseconds from the start of the program to its end. Not by QProcess, which copies this process first:
/// with the memory that a large design takes here that is milliseconds of its own.
double timeOf(const QStringList& words) {
    std::vector<QByteArray> texts;
    std::vector<char*> arguments;
    for (const QString& word : words)
        texts.push_back(QFile::encodeName(word));
    for (QByteArray& text : texts)
        arguments.push_back(text.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    QElapsedTimer clock;
    clock.start();
    const int problem = ::posix_spawnp(&process, arguments[0], &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    int status = 0;
    if (problem != 0 || ::waitpid(process, &status, 0) != process)
        qFatal("%s cannot be run", arguments[0]);
    const double time = double(clock.nsecsElapsed()) / 1e6;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        qFatal("%s failed", arguments[0]);
    return time;
}

double middleOf(QList<double> times) {
    std::sort(times.begin(), times.end());
    return std::round(times.at(times.size() / 2) * 10) / 10;
}

void expect(const Result<void>& result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().sentence));
}

void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

/// The same board in the words of each program.
struct Inputs {
    const Design& design;
    QTemporaryDir folder;
    QString board, dot, dia;

    QString path(const QString& name) const { return folder.filePath(name); }

    explicit Inputs(const Design& d)
        : design(d)
        , board(path(u"board.gplan"_s))
        , dot(path(u"board.dot"_s))
        , dia(path(u"board.dia"_s)) {
        const auto document = Document::create(board, Document::Use::CommandLine);
        expect(document.map([](const auto&) {}));
        expect(fillWith(**document, {QByteArrayLiteral("import"), {u"bench"_s}}, design));
        writeFile(dot, writeDot(design, Catalogue::load({templatesFolder(u"catalog"_s)})));
        writeFile(dia, diaText(design));
    }
};

/// At how many dots an inch neato's picture has as many pixels as that one.
double dpiFor(const QString& png, const Inputs& inputs) {
    const QString svg = inputs.path(u"size.svg"_s);
    timeOf({u"neato"_s, u"-n2"_s, u"-Tsvg"_s, u"-o"_s, svg, inputs.dot});
    QFile file(svg);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("neato wrote nothing");
    static const QRegularExpression kSize(u"width=\"([0-9.]+)pt\" height=\"([0-9.]+)pt\""_s);
    const auto size = kSize.match(QString::fromUtf8(file.read(4096)));
    const QSize pixels = QImageReader(png).size();
    return 72 * std::sqrt(double(pixels.width()) * pixels.height() /
                          (size.captured(1).toDouble() * size.captured(2).toDouble()));
}

QList<Contestant> contestants(const QString& format, const Inputs& inputs, bool neato, bool dia) {
    const auto out = [&](const char* who) { return inputs.path(QString::fromLatin1(who) + u'.' + format); };
    QList<Contestant> all;
    all.append({u"groundplan"_s,
                {QStringLiteral(GROUNDPLAN_CLI), u"export"_s, inputs.board, u"-o"_s, out("groundplan")}});
    QStringList pixels;
    if (format == "png"_L1) {
        timeOf(all.constFirst().words);
        pixels = QStringList{u"-Gdpi=%1"_s.arg(neato ? dpiFor(out("groundplan"), inputs) : 0)};
    }
    if (neato)
        all.append({u"neato"_s, QStringList{u"neato"_s, u"-n2"_s, u"-T"_s + format, u"-o"_s, out("neato")} +
                                    pixels + QStringList{inputs.dot}});
    if (dia) {
        QStringList words{u"dia"_s, u"-n"_s, u"-e"_s, out("dia")};
        QString input = inputs.dia;
        if (format == "png"_L1) {
            // Dia's own word for that, --size, does nothing to a PNG.
            const QSize size = QImageReader(out("groundplan")).size();
            const Rect bounds = inputs.design.bounds();
            input = inputs.path(u"scaled.dia"_s);
            writeFile(input, diaText(inputs.design, std::sqrt(double(size.width()) * size.height() /
                                                              (points(bounds.w) * points(bounds.h)))));
        }
        all.append({u"dia"_s, words + QStringList{input}});
    }
    return all;
}

bool isThere(const QString& program) {
    const bool there = !QStandardPaths::findExecutable(program).isEmpty();
    if (!there)
        std::fprintf(stderr, "groundplan-bench: %s is not installed and is left out\n", qPrintable(program));
    return there;
}

} // namespace

QJsonArray measureExports(const QList<int>& counts) {
    const bool neato = isThere(u"neato"_s), dia = isThere(u"dia"_s);
    QJsonArray all;
    for (const int count : counts) {
        const Design design = makeDesign(count);
        const Inputs inputs(design);
        for (const QString& format : {u"pdf"_s, u"png"_s, u"svg"_s}) {
            QList<Contestant> each = contestants(format, inputs, neato, dia);
            for (int round = 0; round < kRounds; ++round) {
                for (Contestant& contestant : each)
                    contestant.times.append(timeOf(contestant.words));
            }
            QJsonObject figures{
                {u"n"_s, count}, {u"connections"_s, int(design.connections.size())}, {u"format"_s, format}};
            double best = 0;
            for (const Contestant& contestant : std::as_const(each)) {
                const double time = middleOf(contestant.times);
                figures.insert(contestant.name + u"_ms"_s, time);
                if (format == "png"_L1) {
                    const QSize size = QImageReader(inputs.path(contestant.name + u".png"_s)).size();
                    figures.insert(contestant.name + u"_megapixels"_s,
                                   std::round(double(size.width()) * size.height() / 1e5) / 10);
                }
                if (contestant.name != each.constFirst().name)
                    best = best > 0 ? std::min(best, time) : time;
            }
            if (best > 0)
                figures.insert(u"times_as_fast"_s,
                               std::round(best / figures.value(u"groundplan_ms"_s).toDouble() * 100) / 100);
            all.append(figures);
        }
    }
    return all;
}

} // namespace groundplan::bench
