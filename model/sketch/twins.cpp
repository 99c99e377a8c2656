#include "model/sketch/twins.h"

#include "model/sketch/phrase.h"

#include <algorithm>

namespace groundplan {

namespace {

double distance(const Rect& rect, Point from) {
    const Point middle = rect.center();
    const double x = double(middle.x) - double(from.x);
    const double y = double(middle.y) - double(from.y);
    return x * x + y * y;
}

} // namespace

ElementId Twins::meant(ElementId found, const QString& words, std::optional<Point> near) {
    const Block* one = design_.blocks.find(found);
    if (!one)
        return found;
    if (byTitle_.isEmpty()) {
        for (const Block& block : design_.blocks) {
            byTitle_[Phrase(block.title).together].append(block.id);
            byName_.insert(block.name, block.id);
        }
    }
    // A name as the board writes it is nobody else's ("event_stream").
    if (const ElementId id = byName_.value(words); id && words.contains(u'_'))
        return id;
    const QString title = Phrase(one->title).together;
    const QList<ElementId> all = byTitle_.value(title);
    if (all.size() < 2)
        return found;
    // Found by what it is made with, its twins are made with the same.
    const bool byTitle = Phrase(words).together == title;
    const auto isTwin = [&](ElementId id) {
        const Block& other = design_.blocks.at(id);
        return byTitle || (other.technology == one->technology && other.kind == one->kind);
    };
    QList<ElementId> twins;
    for (const bool anySelected : {true, false}) {
        for (const ElementId id : all) {
            if (isTwin(id) && (!anySelected || selected_.contains(id)))
                twins.append(id);
        }
        if (!twins.isEmpty())
            break;
    }
    if (!near && twins.contains(found))
        return found;
    return *std::min_element(twins.begin(), twins.end(), [&](ElementId a, ElementId b) {
        const double farA = near ? distance(design_.blocks.at(a).rect, *near) : 0;
        const double farB = near ? distance(design_.blocks.at(b).rect, *near) : 0;
        return farA != farB ? farA < farB : a < b;
    });
}

} // namespace groundplan
