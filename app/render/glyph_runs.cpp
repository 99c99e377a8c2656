#include "app/render/glyph_runs.h"

#include <QTextLayout>

#include <algorithm>
#include <tuple>

namespace groundplan {
namespace {

QList<QGlyphRun> inOrder(QList<QGlyphRun> runs) {
    const auto place = [](const QGlyphRun& run) {
        const QList<QPointF> at = run.positions();
        const auto first = std::ranges::min_element(
            at, [](QPointF a, QPointF b) { return std::pair(a.y(), a.x()) < std::pair(b.y(), b.x()); });
        const QPointF point = first == at.end() ? QPointF() : *first;
        return std::tuple(point.y(), point.x(),
                          run.glyphIndexes()); // not the name: boxes have none to ask for
    };
    if (runs.size() > 1)
        std::ranges::stable_sort(runs, {}, place);
    return runs;
}

} // namespace

QList<QGlyphRun> glyphRunsOf(const QTextLayout& layout, int from, int length) {
    return inOrder(layout.glyphRuns(from, length));
}

QList<QGlyphRun> glyphRunsOf(const QTextLine& line, int from, int length) {
    return inOrder(line.glyphRuns(from, length));
}

} // namespace groundplan
