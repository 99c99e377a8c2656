#include "tests/bench/bench_design.h"

#include "model/routing/router.h"

#include <cmath>

namespace groundplan::bench {

Design makeDesign(int count) {
    constexpr Size kSize{140 * kUnitsPerPoint, 60 * kUnitsPerPoint};
    constexpr Size kSpacing{220 * kUnitsPerPoint, 120 * kUnitsPerPoint};
    const int columns = std::max(1, int(std::ceil(std::sqrt(double(count)))));
    Design design;
    qint64 next = 1;
    const auto putElement = [&](ElementType type) {
        Element element;
        element.id = ElementId(next++);
        element.type = type;
        element.order = element.id.value() * 1024;
        design.elements.put(element);
        return element.id;
    };
    for (int i = 0; i < count; ++i) {
        Block block;
        block.id = putElement(ElementType::Block);
        block.kind = i % 2 == 0 ? QStringLiteral("feature-store") : QStringLiteral("model");
        block.title = QStringLiteral("Block %1").arg(i + 1);
        block.name = QStringLiteral("block_%1").arg(i + 1);
        block.ownTitle = true;
        block.rect = {i % columns * kSpacing.w, i / columns * kSpacing.h, kSize.w, kSize.h};
        design.blocks.put(block);
    }
    QSet<ElementId> all;
    const auto connect = [&](int source, int target) {
        Connection connection;
        connection.id = putElement(ElementType::Connection);
        connection.source = ElementId(source + 1);
        connection.target = ElementId(target + 1);
        connection.flow = source % 3 == 0 ? Flow::Stream : Flow::Request;
        design.connections.put(connection);
        all.insert(connection.id);
    };
    for (int i = 0; i < count; ++i) {
        if (i % columns + 1 < columns && i + 1 < count)
            connect(i, i + 1);
        if (i + columns < count)
            connect(i, i + columns);
    }
    const QHash<ElementId, Route> routes = Router(design).route(all);
    for (auto it = routes.cbegin(); it != routes.cend(); ++it) {
        Connection connection = *design.connections.find(it.key());
        connection.route = it.value();
        design.connections.put(connection);
    }
    return design;
}

QList<PenPoint> penLine(int number, Point topLeft) {
    constexpr int kPoints = 200;
    QList<PenPoint> line;
    for (int i = 0; i < kPoints; ++i) {
        const double t = double(i) / kPoints;
        const double angle = t * (6 + number % 5) * 6.283;
        const double x = 20 + 240 * t + 30 * std::sin(angle);
        const double y = 50 + 40 * std::cos(angle) + 8 * std::sin(3 * angle + number);
        const bool even = number % 2 == 0;
        line.append(
            {topLeft + Point{units(x), units(y)}, quint8(even ? 128 : 128 + int(100 * std::sin(9 * t)))});
    }
    return line;
}

Design makeDrawnDesign(int count) {
    constexpr Size kSpacing{320 * kUnitsPerPoint, 120 * kUnitsPerPoint};
    const int columns = std::max(1, int(std::ceil(std::sqrt(double(count) / 3))));
    Design design;
    for (int i = 0; i < count; ++i) {
        Element element;
        element.id = ElementId(i + 1);
        element.type = ElementType::Stroke;
        element.order = element.id.value() * 1024;
        design.elements.put(element);
        Stroke stroke = strokeThrough(penLine(i, {i % columns * kSpacing.w, i / columns * kSpacing.h}),
                                      StrokeTool::Pen, {}, 20);
        stroke.id = element.id;
        design.strokes.put(stroke);
    }
    return design;
}

} // namespace groundplan::bench
