#pragma once

#include "model/document/editor.h"

namespace groundplan::sample {

/// Rows for tests that need some, with the given ids so that results can be compared exactly.
inline Block block(qint64 id, const QString& name, Point at = {}) {
    Block row;
    row.id = ElementId(id);
    row.kind = QStringLiteral("feature-store");
    row.name = name;
    row.title = name;
    row.rect = {at.x, at.y, 140 * kUnitsPerPoint, 60 * kUnitsPerPoint};
    return row;
}

inline Element element(qint64 id, ElementType type = ElementType::Block, qint64 parent = 0) {
    Element row;
    row.id = ElementId(id);
    row.type = type;
    row.parent = ElementId(parent);
    row.order = id;
    return row;
}

inline void putBlock(Editor& editor, qint64 id, const QString& name, Point at = {}) {
    editor.put(element(id));
    editor.put(block(id, name, at));
}

inline void putFrame(Editor& editor, qint64 id, const QString& name, const Rect& rect, qint64 parent = 0) {
    editor.put(element(id, ElementType::Frame, parent));
    Frame row;
    row.id = ElementId(id);
    row.name = name;
    row.title = name;
    row.rect = rect;
    editor.put(row);
}

inline void putConnection(Editor& editor, qint64 id, qint64 source, qint64 target,
                          Flow flow = Flow::Request) {
    editor.put(element(id, ElementType::Connection));
    Connection row;
    row.id = ElementId(id);
    row.source = ElementId(source);
    row.target = ElementId(target);
    row.flow = flow;
    row.route = {{1120, 240}, {1600, 240}};
    editor.put(row);
}

/// Two blocks in a frame, a connection, a note, a decision with two options and a metric: one row of every
/// sort. A PNG of two by two pixels.
inline QByteArray smallPicture() {
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR42mO4Y2NjsyCKwSbvzod9NgAm7AX7nBmgPAAAAABJRU5ErkJggg==");
}

/// A stroke, a shape and an image, beside everything else.
inline void putDrawings(Editor& editor) {
    editor.put(element(6, ElementType::Stroke));
    Stroke stroke;
    stroke.id = ElementId(6);
    stroke.tool = StrokeTool::Highlighter;
    stroke.colour = QStringLiteral("#e0a100");
    stroke.width = 96;
    stroke.points = {{0, 0, 90}, {30'000, 65'535, 128}, {65'535, 12'000, 200}};
    stroke.rect = {4000, 4800, 1600, 800};
    editor.put(stroke);
    editor.put(element(7, ElementType::Shape));
    Shape shape;
    shape.id = ElementId(7);
    shape.kind = ShapeKind::Ellipse;
    shape.text = QStringLiteral("cold path?");
    shape.filled = true;
    shape.rect = {6000, 4800, 1600, 800};
    editor.put(shape);
    editor.put(element(8, ElementType::Image));
    Image image;
    image.id = ElementId(8);
    image.asset = editor.addAsset(smallPicture());
    image.description = QStringLiteral("the whiteboard at the meeting");
    image.rect = {8000, 4800, 800, 800};
    editor.put(image);
}

inline void putOneOfEach(Editor& editor) {
    Board board = editor.design().board;
    board.title = QStringLiteral("Sample");
    board.task = QStringLiteral("Recommend the next video");
    board.framework = QStringLiteral("cheat-sheet");
    board.practice = QStringLiteral("video-recommendation");
    editor.put(board);
    putFrame(editor, 1, QStringLiteral("online"), {0, 0, 8000, 4000});
    editor.put(element(2, ElementType::Block, 1));
    editor.put(block(2, QStringLiteral("retrieval"), {160, 400}));
    editor.put(element(3, ElementType::Block, 1));
    editor.put(block(3, QStringLiteral("ranking"), {2400, 400}));
    putConnection(editor, 4, 2, 3, Flow::Stream);
    editor.put(element(5, ElementType::Card));
    Card card;
    card.id = ElementId(5);
    card.kind = CardKind::Decision;
    card.decision = DecisionId(20);
    card.rect = {0, 4800, 2400, 1200};
    editor.put(card);
    editor.put(
        Note{NoteId(10), ElementId(2), NoteKind::Risk, QStringLiteral("Cold start — 冷启动 🧊"), 1});
    editor.put(Decision{DecisionId(20), ElementId(3), QStringLiteral("Which model?"), OptionId(31),
                        QStringLiteral("the gain pays for it"), 1, QStringLiteral("model-choice")});
    editor.put(Option{OptionId(30), DecisionId(20), QStringLiteral("Boosting"), 1});
    editor.put(Option{OptionId(31), DecisionId(20), QStringLiteral("Deep"), 2});
    editor.put(Argument{ArgumentId(40), OptionId(31), Side::Con, QStringLiteral("GPU"), 1});
    editor.put(Criterion{CriterionId(70), DecisionId(20), QStringLiteral("Latency"), 3, 1});
    editor.put(Score{ScoreId(80), OptionId(31), CriterionId(70), 4});
    Metric metric;
    metric.id = MetricId(50);
    metric.subject = ElementId(3);
    metric.kind = MetricKind::NonFunctional;
    metric.name = QStringLiteral("p99");
    metric.unit = QStringLiteral("ms");
    metric.goal = Goal::AtMost;
    metric.target = QStringLiteral("60");
    metric.current = QStringLiteral("71");
    metric.shown = true;
    metric.costFalsePositive = QStringLiteral("5 $");
    editor.put(metric);
    Requirement requirement;
    requirement.id = RequirementId(60);
    requirement.question = QStringLiteral("How many viewers?");
    requirement.answer = QStringLiteral("100M");
    requirement.topic = QStringLiteral("users-count");
    editor.put(requirement);
    editor.put(
        Property{PropertyId(90), ElementId(2), QStringLiteral("serving.mode"), QStringLiteral("online")});
    editor.put(Property{PropertyId(91), {}, QStringLiteral("evaluation.split"), QStringLiteral("by time")});
    putDrawings(editor);
}

} // namespace groundplan::sample
