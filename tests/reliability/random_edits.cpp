#include "tests/reliability/random_edits.h"

#include "model/design/catalogue.h"
#include "model/design/stroke.h"

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// Sorted, since the order of a hash would make the same seed do other things.
QList<ElementId> sortedIds(const Design& design, bool endsOnly) {
    QList<ElementId> ids;
    for (const Element* element : design.elements.sorted()) {
        if (!endsOnly || element->type == ElementType::Block || element->type == ElementType::Frame)
            ids += element->id;
    }
    return ids;
}

/// Cards and drawings bear no notes, decisions or metrics.
bool bears(const Design& design, ElementId id) {
    return design.blocks.contains(id) || design.frames.contains(id) || design.connections.contains(id);
}

} // namespace

ElementId RandomEdits::anyElement(const Design& design) {
    const QList<ElementId> ids = sortedIds(design, false);
    return ids.isEmpty() ? ElementId() : ids.at(number(int(ids.size()) - 1));
}

ElementId RandomEdits::anyEnd(const Design& design) {
    const QList<ElementId> ids = sortedIds(design, true);
    return ids.isEmpty() ? ElementId() : ids.at(number(int(ids.size()) - 1));
}

Point RandomEdits::anyPoint() {
    return {(number(4000) - 2000) * kUnitsPerPoint, (number(3000) - 1500) * kUnitsPerPoint};
}

QString RandomEdits::anyText() {
    static const QStringList words{u"feature"_s,      u"store"_s, u"\"quoted\""_s,  u"路径"_s,
                                   u"ранжирование"_s, u"🚀"_s,     u"back\\slash"_s, u"<b>x</b>"_s,
                                   u"line\nbreak"_s,  u"مخزن"_s,  u"p99"_s,         u"k/v"_s};
    QString text;
    for (int left = 1 + number(4); left > 0; --left)
        text += (text.isEmpty() ? QString() : u" "_s) + words.at(number(int(words.size()) - 1));
    return text;
}

Result<void> RandomEdits::addSomething(Editor& editor) {
    const auto done = [](const auto& result) { return result.map([](const auto&) {}); };
    const Design& design = editor.design();
    switch (number(8)) {
    case 6: {
        QList<PenPoint> line;
        const Point start = anyPoint();
        for (int left = 1 + number(40); left > 0; --left)
            line.append({start + Point{number(2000), number(1000)}, quint8(number(255))});
        return done(addStroke(editor, strokeThrough(line, StrokeTool(number(3)), {}, 1 + number(100))));
    }
    case 7: {
        Shape shape;
        shape.kind = ShapeKind(number(2));
        shape.text = anyText();
        const Point at = anyPoint();
        shape.rect = {at.x, at.y, kCardSize.w, kCardSize.h};
        return done(addShape(editor, shape));
    }
    case 8: {
        // Of a few pictures, so that some are there already.
        const QByteArray bytes = QByteArray("picture ").repeated(200 * number(4) + 1);
        const Point at = anyPoint();
        return done(addImage(editor, bytes, {at.x, at.y, kCardSize.w, kCardSize.h}, anyText()));
    }
    case 0:
    case 1: {
        Kind kind;
        kind.name = number(1) ? u"ranking"_s : u"feature-store"_s;
        kind.title = LocalText({{u"en"_s, kind.name}});
        return done(addBlock(editor, kind, anyPoint(), u"en"_s));
    }
    case 2: {
        const Point at = anyPoint();
        return done(addFrame(editor, {at.x, at.y, kFrameSize.w, kFrameSize.h}, anyText()));
    }
    case 3: {
        const Point at = anyPoint();
        return done(addCard(editor, CardKind::Text, {at.x, at.y, kCardSize.w, kCardSize.h}, anyText()));
    }
    default: {
        const ElementId source = anyEnd(design);
        const ElementId target = anyEnd(design);
        if (!source || !target)
            return {};
        return done(connectElements(editor, source, target, Flow(number(6)), Direction(number(2))));
    }
    }
}

Result<void> RandomEdits::hangSomething(Editor& editor, ElementId subject) {
    const Design& design = editor.design();
    switch (number(2)) {
    case 0: {
        Note note;
        note.id = NoteId::random();
        note.subject = subject;
        note.kind = NoteKind(number(3));
        note.text = anyText();
        note.order = lastOrder(design.notes);
        editor.put(note);
        return {};
    }
    case 1: {
        Metric metric;
        metric.id = MetricId::random();
        metric.subject = subject;
        metric.kind = MetricKind(number(3));
        metric.name = u"AUC"_s;
        metric.target = QString::number(number(100));
        metric.order = lastOrder(design.metrics);
        editor.put(metric);
        return {};
    }
    default: {
        Decision decision;
        decision.id = DecisionId::random();
        decision.subject = subject;
        decision.question = anyText();
        decision.order = lastOrder(design.decisions);
        editor.put(decision);
        for (int i = 0; i < 2; ++i) {
            Option option{OptionId::random(), decision.id, anyText(), lastOrder(editor.design().options)};
            editor.put(option);
            editor.put(Argument{ArgumentId::random(), option.id, Side(i), anyText(),
                                lastOrder(editor.design().arguments)});
            decision.chosen = option.id;
            const Criterion criterion{CriterionId::random(), decision.id, anyText(), number(10)};
            editor.put(criterion);
            editor.put(Score{ScoreId::random(), option.id, criterion.id, 1 + number(4)});
        }
        editor.put(decision);
        return {};
    }
    }
}

Result<void> RandomEdits::changeSomething(Editor& editor, ElementId id) {
    const Design& design = editor.design();
    switch (number(6)) {
    case 0:
    case 1:
        return moveElements(editor, {id, anyElement(design)}, {number(800) - 400, number(800) - 400});
    case 2:
        return renameElement(editor, id, anyText());
    case 3:
        return deleteElements(editor, {id});
    case 4:
        return reorderElements(editor, {id}, Depth(number(3)));
    case 5: {
        const auto rect = design.rectOf(id);
        return rect ? resizeElement(editor, id, rect->grown(number(200))) : Result<void>{};
    }
    default:
        return insertDesign(editor, selectionOf(design, {id}), {number(400), number(400)})
            .map([](const auto&) {});
    }
}

Result<void> RandomEdits::gesture(Editor& editor) {
    const ElementId id = anyElement(editor.design());
    if (!id || number(2) == 0)
        return addSomething(editor);
    if (number(3) != 0)
        return changeSomething(editor, id);
    return hangSomething(editor, bears(editor.design(), id) ? id : ElementId());
}

Result<void> RandomEdits::edit(Document& document, const BeforeCommit& beforeCommit) {
    // The same gesture again when the document has been reloaded in between.
    const std::mt19937_64 start = random_;
    return document.edit({QByteArrayLiteral("change-task"), {}}, [&](Editor& editor) -> Result<void> {
        random_ = start;
        // A gesture that makes no sense on this board (nothing to resize in a connection) is refused, and
        // that is fine.
        if (const Result<void> done = gesture(editor); !done && done.error().code != ErrorCode::Refused)
            return done;
        Board board = editor.design().board;
        board.task = QString::number(board.task.toInt() + 1);
        editor.put(board);
        if (beforeCommit)
            beforeCommit();
        return {};
    });
}

Result<void> RandomEdits::type(Document& document, NoteId& note, const QByteArray& token,
                               const BeforeCommit& beforeCommit) {
    const NoteId id = note ? note : NoteId::random();
    const QString letters = anyText();
    const Result<void> done = document.editContinued(
        {QByteArrayLiteral("change-note"), {}}, token, [&](Editor& editor) -> Result<void> {
            Note row;
            if (const Note* known = editor.design().notes.find(id))
                row = *known;
            row.id = id;
            row.text += letters;
            editor.put(row);
            if (beforeCommit)
                beforeCommit();
            return {};
        });
    if (done)
        note = id;
    return done;
}

} // namespace groundplan
