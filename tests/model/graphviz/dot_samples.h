#pragma once

#include "model/design/design.h"

namespace groundplan {

// What the tests of our own DOT write and change.

inline Element row(qint64 id, ElementType type, qint64 parent = 0) {
    return {ElementId(id), type, ElementId(parent), id * 1024, false};
}

/// A stroke in frame 1, two shapes and an image: elements 9 to 12.
inline void putDrawings(Design& design) {
    using namespace Qt::StringLiterals;
    const auto drawing = [&design](qint64 id, ElementType type, qint64 parent = 0) {
        design.elements.put(row(id, type, parent));
        return ElementId(id);
    };
    design.strokes.put({drawing(9, ElementType::Stroke, 1),
                        StrokeTool::Highlighter,
                        u"#e0a100"_s,
                        97,
                        {{0, 65'535, 128}, {40'000, 0, 7}},
                        {400, 1'200, 800, 64}});
    design.shapes.put({drawing(10, ElementType::Shape),
                       ShapeKind::Ellipse,
                       u"cold\npath?"_s,
                       u"#336699"_s,
                       true,
                       100,
                       {8'000, 3'200, 1'600, 800}});
    design.shapes.put({drawing(11, ElementType::Shape),
                       ShapeKind::Text,
                       u"Why?"_s,
                       {},
                       false,
                       192,
                       {8'000, 4'800, 1'600, 800}});
    design.images.put({drawing(12, ElementType::Image),
                       design.assets.add("not quite a PNG"),
                       u"the whiteboard"_s,
                       {11'200, 3'200, 800, 800}});
}

/// `text` with the one place where `from` stands changed into `to`.
inline QByteArray edited(QByteArray text, const QByteArray& from, const QByteArray& to) {
    if (text.count(from) != 1)
        qFatal("%s stands %d times", from.constData(), int(text.count(from)));
    return text.replace(from, to);
}

} // namespace groundplan
