#include "tests/bench/bench_edits.h"

#include "model/document/document.h"
#include "model/document/rehearsal.h"
#include "model/operations/operations.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan::bench {

namespace {

double middleOf(QList<double> times) {
    std::sort(times.begin(), times.end());
    return std::round(times.at(times.size() / 2) * 100) / 100;
}

/// Off the grid and back, so that each move has something to route.
Point stepOf(int i) {
    return i % 2 ? Point{units(-8), units(-16)} : Point{units(8), units(16)};
}

double middleOfMoves(Document& document, const QSet<ElementId>& ids, int count) {
    QList<double> times;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer clock;
        clock.start();
        const auto done = document.edit({QByteArrayLiteral("move"), {QString::number(ids.size())}},
                                        [&](Editor& editor) { return moveElements(editor, ids, stepOf(i)); });
        times += double(clock.nsecsElapsed()) / 1e6;
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
    return middleOf(times);
}

/// What the document's own thread has left to do when the ways were found beside it.
double middleOfRepeats(Document& document, const QSet<ElementId>& ids, int count) {
    QList<double> times;
    for (int i = 0; i < count; ++i) {
        const Rehearsal rehearsal(document.design(),
                                  [&](Editor& editor) { return moveElements(editor, ids, stepOf(i)); });
        QElapsedTimer clock;
        clock.start();
        const auto done = document.edit({QByteArrayLiteral("move"), {QString::number(ids.size())}},
                                        [&](Editor& editor) { return rehearsal.repeat(editor); });
        times += double(clock.nsecsElapsed()) / 1e6;
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
    return middleOf(times);
}

/// The board as it was so many edits ago.
void measureLookingBack(Document& document, ElementId block, QJsonObject& figures) {
    constexpr qint64 kEdits = 1000;
    const qint64 before = document.history().size();
    for (int i = 0; i < kEdits; ++i) {
        const auto done = document.edit({QByteArrayLiteral("move"), {u"1"_s}}, [&](Editor& editor) {
            return moveElements(editor, {block}, stepOf(i));
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
    QElapsedTimer clock;
    clock.start();
    const Result<Design> then = document.designAt(before);
    figures.insert(u"look_back_ms"_s, std::round(double(clock.nsecsElapsed()) / 1e4) / 100);
    if (!then)
        qFatal("%s", qPrintable(then.error().sentence));
}

} // namespace

void measureEdits(const Design& design, const QString& path, QJsonObject& figures) {
    const auto document = Document::create(path, Document::Use::CommandLine);
    if (!document)
        qFatal("%s", qPrintable(document.error().sentence));
    if (const auto filled = fillWith(**document, {QByteArrayLiteral("import"), {u"bench"_s}}, design);
        !filled)
        qFatal("%s", qPrintable(filled.error().sentence));
    QList<const Block*> blocks = design.blocks.sorted();
    QSet<ElementId> part;
    for (qsizetype i = 0; i < blocks.size(); i += 2)
        part.insert(blocks.at(i)->id);
    figures.insert(u"move_one_ms"_s, middleOfMoves(**document, {blocks.at(blocks.size() / 2)->id}, 21));
    figures.insert(u"move_part_ms"_s, middleOfMoves(**document, part, 3));
    figures.insert(u"move_part_repeat_ms"_s, middleOfRepeats(**document, part, 3));
    measureLookingBack(**document, blocks.constFirst()->id, figures);
}

} // namespace groundplan::bench
