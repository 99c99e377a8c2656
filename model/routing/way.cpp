#include "model/routing/way.h"

namespace groundplan::routing {

Path simplified(const Path& path) {
    Path result;
    result.reserve(path.size());
    for (const Point point : path) {
        while (true) {
            if (!result.isEmpty() && result.last() == point)
                result.removeLast();
            const qsizetype count = result.size();
            if (count < 2)
                break;
            const Point a = result.at(count - 2);
            const Point b = result.at(count - 1);
            const bool straight = (a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y);
            if (!straight)
                break;
            result.removeLast();
        }
        result.append(point);
    }
    return result;
}

qint64 lengthOf(const Path& path) {
    qint64 length = 0;
    for (qsizetype i = 1; i < path.size(); ++i)
        length += std::abs(path.at(i).x - path.at(i - 1).x) + std::abs(path.at(i).y - path.at(i - 1).y);
    return length;
}

} // namespace groundplan::routing
