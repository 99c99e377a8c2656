#include "app/panels/meaning_chooser.h"
#include "app/render/board_painter.h"
#include "app/window/board_private.h"
#include "model/routing/router.h"
#include "model/sketch/completion.h"

#include <QCursor>

#include <algorithm>

// What a line of the sketch language does to the board.

namespace groundplan {

namespace {

/// More new connections than these, and the ghost shows blocks alone: the routes would not be ready by the next keystroke.
constexpr qsizetype kMostGhostLines = 120;

} // namespace

SketchContext BoardController::Private::sketchContext() const {
    SketchContext context;
    const QPoint pointer = view.viewport()->mapFromGlobal(QCursor::pos());
    const bool over = view.viewport()->rect().contains(pointer) && view.viewport()->underMouse();
    const QPointF middle = view.centre();
    context.at = over ? view.transform().toBoard(QPointF(pointer)) : Point{units(middle.x()), units(middle.y())};
    context.selected = QList<ElementId>(selected.begin(), selected.end());
    std::sort(context.selected.begin(), context.selected.end());
    context.language = titleLanguage;
    context.measure = &measureLabel;
    return context;
}

void BoardController::Private::showGhost(const SketchPlan& plan) {
    Preview preview;
    QHash<ElementId, Rect> rects;
    for (const SketchPlan::NewFrame& frame : plan.frames) {
        preview.ghosts.append({frame.row.rect, {}, frame.row.title, {}});
        rects.insert(frame.row.id, frame.row.rect);
    }
    for (const SketchPlan::NewBlock& block : plan.blocks) {
        preview.ghosts.append({block.row.rect, block.row.kind, block.row.title, block.row.technology});
        rects.insert(block.row.id, block.row.rect);
    }
    preview.resized = plan.grown;
    const auto rectOf = [&](ElementId id) {
        return rects.contains(id) ? rects.value(id) : design().rectOf(id).value_or(Rect{});
    };
    if (plan.connections.size() <= kMostGhostLines) {
        const Router router(routing());
        for (const Connection& connection : plan.connections) {
            preview.ghostLines.append({router.preview(rectOf(connection.source), connection.source,
                                                      rectOf(connection.target), connection.target),
                                       connection.flow, connection.direction, connection.label});
        }
    }
    setPreview(preview);
}

std::optional<SketchError> BoardController::previewSketch(const QString& line) {
    if (d->isReadOnly())
        return std::nullopt;
    const auto plan = planSketch(d->design(), d->kinds, line, d->sketchContext());
    if (!plan) {
        d->setPreview({});
        return plan.error();
    }
    d->showGhost(*plan);
    return std::nullopt;
}

void BoardController::endSketchPreview() {
    d->setPreview({});
}

QString BoardController::sketchSummary(const QString& line) const {
    const auto plan = planSketch(d->design(), d->kinds, line, d->sketchContext());
    if (!plan || plan->isEmpty())
        return {};
    QStringList parts;
    const auto add = [&parts](qsizetype count, const QString& one, const QString& many) {
        if (count > 0)
            parts.append(count == 1 ? one : many.arg(count));
    };
    add(plan->blocks.size(), tr("1 block"), tr("%1 blocks"));
    add(plan->frames.size(), tr("1 frame"), tr("%1 frames"));
    add(plan->connections.size(), tr("1 connection"), tr("%1 connections"));
    qsizetype facts = plan->labels.size();
    for (const SketchPlan::FactsOf& of : plan->facts)
        facts += of.facts.size();
    add(facts, tr("1 fact"), tr("%1 facts"));
    return parts.join(tr(", "));
}

std::optional<SketchError> BoardController::sketch(const QString& line) {
    d->settle();
    const SketchContext context = d->sketchContext();
    SketchPlan plan;
    // Read first, so that a line with a fault is no failed edit.
    if (auto first = planSketch(d->design(), d->kinds, line, context); !first)
        return first.error();
    else if (first->isEmpty()) {
        setSelection(first->used);
        bringIntoView(first->used);
        return std::nullopt;
    }
    const EditName name{"sketch", {line.simplified().left(60)}};
    const auto done = edit(name, [&](Editor& editor) -> Result<void> {
        auto made = planSketch(editor.design(), d->kinds, line, context);
        if (!made)
            return fail(ErrorCode::Refused, made.error().sentence);
        plan = std::move(*made);
        return applySketch(editor, plan, context.measure).map([](const SketchResult&) {});
    });
    d->setPreview({});
    if (!done)
        return std::nullopt; // said already
    setTool(ToolId::Select);
    // The next line goes on from where this one ends.
    const ElementId last = plan.named.isEmpty() ? ElementId{} : plan.named.last().id;
    if (last)
        setSelection({last});
    QSet<ElementId> seen;
    for (const SketchPlan::Named& named : std::as_const(plan.named))
        seen.insert(named.id);
    bringIntoView(seen);
    return std::nullopt;
}

bool BoardController::offerNext(bool upstream) {
    return d->offerNext(upstream);
}

bool BoardController::Private::offerNext(bool upstream) {
    const Block* from = selected.size() == 1 ? design().blocks.find(*selected.begin()) : nullptr;
    if (!from || isReadOnly() || chooser || tool().isBusy())
        return false;
    settle();
    const ElementId id = from->id;
    auto* next = new MeaningChooser(kinds, titleLanguage, view.painter(), kinds.usualNext(from->kind, upstream), &view);
    QObject::connect(next, &MeaningChooser::finished, &q, [this, id, upstream](const Meaning& meaning) {
        view.setFocus(Qt::PopupFocusReason);
        if (meaning.kind.isEmpty() || !design().blocks.contains(id))
            return;
        SketchContext context = sketchContext();
        context.selected = {id};
        context.reuse = false;
        const QString word = writtenFor(meaning, design(), kinds, titleLanguage);
        const QString line = upstream ? word + QStringLiteral(" >") : QStringLiteral("> ") + word;
        ElementId added;
        const auto done = edit({"sketch", {line}}, [&](Editor& editor) -> Result<void> {
            auto plan = planSketch(editor.design(), kinds, line, context);
            if (!plan)
                return fail(ErrorCode::Refused, plan.error().sentence);
            for (SketchPlan::NewBlock& block : plan->blocks) { // just what was chosen, whatever the words say
                block.row.kind = meaning.kind;
                block.row.technology = meaning.technology;
                added = block.row.id;
            }
            return applySketch(editor, *plan, context.measure).map([](const SketchResult&) {});
        });
        if (!done)
            return;
        q.setSelection({added});
        q.bringIntoView({added});
    });
    const Rect rect = from->rect;
    const Point corner = upstream ? Point{rect.left(), rect.top()} : Point{rect.right(), rect.top()};
    const QPoint at = view.viewport()->mapToGlobal(view.transform().toView(corner).toPoint());
    next->openAt(upstream ? at - QPoint(MeaningChooser::kWidth + 16, 0) : at + QPoint(16, 0));
    return true;
}

} // namespace groundplan
