#include "model/exchange/line_labels.h"

#include "model/design/box_index.h"
#include "model/exchange/nearest.h"
#include "model/exchange/places_in_drawing.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

using namespace indrawing;

/// Where the letters of a text are.
Rect core(const Rect& text) {
    return text.grown(-std::min(text.w, text.h) / 4);
}

} // namespace

QHash<qsizetype, qsizetype> lineLabels(const QList<Diagram::Node>& nodes, const QList<qsizetype>& texts,
                                       const QList<LooseLine>& lines) {
    const auto rectOf = [&nodes](qsizetype text) { return *nodes[text].rect; };
    BoxIndex index;
    for (const qsizetype text : texts)
        index.add(text, rectOf(text).grown(12 * kUnitsPerPoint));
    qint64 looks = 20'000'000;        // that are left: a hostile file has all of them in one place
    QHash<qsizetype, Nearest> beside; // lines next to a text
    for (qsizetype l = 0; l < lines.size() && looks >= 0; ++l) {
        const LooseLine& line = lines[l];
        if (!line.joins() || !line.edge.label.isEmpty() || line.points.size() < 2)
            continue;
        constexpr int kSteps = 40;
        for (int i = 1; i < kSteps; ++i) {
            const Point at = pointAt(line.points, double(i) / kSteps);
            index.at(at, [&](qsizetype text, const Rect&) {
                if (--looks >= 0)
                    beside[text].note(l, distance(core(rectOf(text)), at));
            });
        }
    }
    QHash<qsizetype, qsizetype> labels; // the one next to the middle of the line
    for (auto found = beside.cbegin(); found != beside.cend(); ++found) {
        const qsizetype text = found.key(), line = found->which;
        // The one that strikes it through, or the only one that is near.
        constexpr double kClearly = 3.0 * kUnitsPerPoint;
        if (found->away == 0 ? !found->isClear(kClearly) : std::isfinite(found->next))
            continue;
        const Point middle = pointAt(lines[line].points, 0.5);
        const auto other = labels.constFind(line);
        const auto rank = [&](qsizetype i) { return std::pair(distance(rectOf(i), middle), i); };
        if (other == labels.cend() || rank(text) < rank(*other))
            labels.insert(line, text);
    }
    return labels;
}

} // namespace groundplan
