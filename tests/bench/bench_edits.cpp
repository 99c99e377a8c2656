#include "tests/bench/bench_edits.h"

#include "model/document/document.h"
#include "model/operations/operations.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan::bench {

namespace {

double middleOfMoves(Document& document, const QSet<ElementId>& ids, int count) {
    QList<double> times;
    for (int i = 0; i < count; ++i) {
        // Off the grid and back, so that each move has something to route.
        const Point by = i % 2 ? Point{units(-8), units(-16)} : Point{units(8), units(16)};
        QElapsedTimer clock;
        clock.start();
        const auto done = document.edit({QByteArrayLiteral("move"), {QString::number(ids.size())}},
                                        [&](Editor& editor) { return moveElements(editor, ids, by); });
        times += double(clock.nsecsElapsed()) / 1e6;
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
    std::sort(times.begin(), times.end());
    return std::round(times.at(times.size() / 2) * 100) / 100;
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
}

} // namespace groundplan::bench
