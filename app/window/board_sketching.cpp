#include "app/panels/meaning_chooser.h"
#include "app/render/board_painter.h"
#include "app/window/board_private.h"
#include "model/design/counted.h"
#include "model/document/edit_names.h"
#include "model/document/rehearsal.h"
#include "model/routing/router.h"
#include "model/sketch/completion.h"

#include <QCursor>
#include <QGuiApplication>

#include <algorithm>

// What a line of the sketch language does to the board.

namespace groundplan {

namespace {

/// "3 blocks, 2 connections"; empty: nothing.
QString inWords(const SketchPlan& plan, const Design& design) {
    QStringList parts;
    const auto add = [&parts](qsizetype count, const char* text) {
        if (count > 0)
            parts.append(counted(BoardController::tr(text, nullptr, int(count)), count));
    };
    add(plan.blocks.size(), QT_TRANSLATE_NOOP("groundplan::BoardController", "%n block(s)"));
    add(plan.frames.size(), QT_TRANSLATE_NOOP("groundplan::BoardController", "%n frame(s)"));
    add(plan.connections.size(), QT_TRANSLATE_NOOP("groundplan::BoardController", "%n connection(s)"));
    add(plan.taken.size(), QT_TRANSLATE_NOOP("groundplan::BoardController", "%n block(s) into a frame"));
    qsizetype facts = plan.labels.size();
    qsizetype ofConnections = 0;
    qsizetype metrics = 0, notes = 0, others = 0; // of the whole design
    for (const SketchPlan::FactsOf& of : plan.facts) {
        if (of.subject || of.decision) {
            (design.connections.contains(of.subject) ? ofConnections : facts) += of.facts.size();
            continue;
        }
        for (const SketchFact& fact : of.facts) {
            ++(fact.sort == SketchFact::Sort::Metric ? metrics
               : fact.sort == SketchFact::Sort::Note ? notes
                                                     : others);
        }
    }
    add(facts, QT_TRANSLATE_NOOP("groundplan::BoardController", "%n fact(s)"));
    add(ofConnections, QT_TRANSLATE_NOOP("groundplan::BoardController", "%n fact(s) of connections"));
    add(metrics, QT_TRANSLATE_NOOP("groundplan::BoardController", "%n metric(s) of the whole design"));
    add(notes, QT_TRANSLATE_NOOP("groundplan::BoardController", "%n note(s) on the whole design"));
    add(others, QT_TRANSLATE_NOOP("groundplan::BoardController", "%n fact(s) of the whole design"));
    return parts.join(BoardController::tr(", "));
}

/// More new connections than these, and the ghost shows blocks alone: the routes would not be ready by the
/// next keystroke.
constexpr qsizetype kMostGhostLines = 120;
/// On a larger board the ghost's connections are found one by one, in place of what Enter will do to all.
constexpr qsizetype kMostRehearsed = 600;

Rect boundsOfWay(const QList<Point>& corners) {
    Rect bounds;
    for (const Point corner : corners)
        bounds = bounds.united({corner.x, corner.y, 1, 1});
    return bounds;
}

/// What hangs on each element that anything hangs on.
QHash<ElementId, Preview::Hung> hungIn(const Design& design) {
    QHash<ElementId, Preview::Hung> all;
    for (const Note* note : design.notes.sorted())
        all[note->subject].notes.append(*note);
    for (const Decision* decision : design.decisions.sorted())
        all[decision->subject].decisions.append(*decision);
    for (const Metric* metric : design.metrics.sorted())
        all[metric->subject].metrics.append(*metric);
    return all;
}

/// What an edit changes of what is there already: other rectangles, other ways, other facts.
void showChanges(Preview& preview, const Design& before, const Design& after) {
    const auto compare = [&](const auto& rows) {
        for (const auto& row : rows) {
            if (const auto rect = before.rectOf(row.id); rect && *rect != row.rect)
                preview.resized.insert(row.id, row.rect);
        }
    };
    compare(after.blocks);
    compare(after.frames);
    compare(after.cards);
    const auto hungBefore = hungIn(before);
    const auto hungAfter = hungIn(after);
    for (const Block& block : after.blocks) {
        const Block* was = before.blocks.find(block.id);
        const Preview::Hung hung = hungAfter.value(block.id);
        if (!was || (*was == block && hungBefore.value(block.id) == hung))
            continue;
        preview.resized.insert(block.id, block.rect);
        preview.changed.insert(block.id, {block, hung});
    }
    for (const Connection& connection : after.connections) {
        const Connection* was = before.connections.find(connection.id);
        if (was && before.routeOf(*was) != after.routeOf(connection))
            preview.routes.insert(connection.id, after.routeOf(connection));
    }
}

} // namespace

namespace {

/// Where the pointer is on the viewport; nothing while it is elsewhere.
std::optional<QPointF> pointerOver(const QWidget& viewport) {
    const QPoint pointer = viewport.mapFromGlobal(QCursor::pos());
    if (!viewport.underMouse() || !viewport.rect().contains(pointer))
        return std::nullopt;
    return QPointF(pointer);
}

} // namespace

std::optional<Point> BoardController::pointerOnBoard() const {
    const std::optional<QPointF> pointer = pointerOver(*d->view.viewport());
    return pointer ? std::optional(d->view.transform().toBoard(*pointer)) : std::nullopt;
}

const ViewTransform& BoardController::Private::sketchView() const {
    // One who has moved the view since then looks elsewhere.
    return followed && followed->shown == view.transform() ? followed->before : view.transform();
}

SketchContext BoardController::Private::sketchContext() const {
    SketchContext context;
    // What follows a line does not change what it means.
    const ViewTransform& from = sketchView();
    const QSize size = &from == &view.transform() ? view.viewport()->size() : followed->viewport;
    const QPointF middle(size.width() / 2.0, size.height() / 2.0);
    context.at = from.toBoard(pointerOver(*view.viewport()).value_or(middle));
    context.selected = QList<ElementId>(selected.begin(), selected.end());
    std::sort(context.selected.begin(), context.selected.end());
    context.language = titleLanguage;
    context.measure = &measureLabel;
    const QRectF area = from.toPoints(QRectF(QPointF(0, 0), QSizeF(size)));
    context.seen = Rect{units(area.x()), units(area.y()), units(area.width()), units(area.height())};
    context.words = &boardWords();
    return context;
}

void BoardController::Private::showGhost(const SketchPlan& plan) {
    Preview preview;
    // The edit itself, on a copy: what is shown is what Enter does.
    std::optional<Rehearsal> rehearsal;
    if (!plan.isEmpty() && plan.connections.size() <= kMostGhostLines &&
        design().elements.size() <= kMostRehearsed) {
        rehearsal.emplace(design(), fitting([&](Editor& editor) {
                              return applySketch(editor, plan, &measureLabel).map([](const SketchResult&) {});
                          }));
    }
    const Design* after = rehearsal && rehearsal->result() ? &rehearsal->design() : nullptr;
    QHash<ElementId, Rect> rects = plan.moved;
    const auto rectOf = [&](ElementId id) {
        return rects.contains(id) ? rects.value(id) : design().rectOf(id).value_or(Rect{});
    };
    const auto placeOf = [&](ElementId id, const Rect& planned) {
        const Rect rect = after ? after->rectOf(id).value_or(planned) : planned;
        rects.insert(id, rect);
        return rect;
    };
    for (const SketchPlan::NewFrame& frame : plan.frames)
        preview.ghosts.append({placeOf(frame.row.id, frame.row.rect), {}, frame.row.title, {}});
    const auto hung = after ? hungIn(*after) : QHash<ElementId, Preview::Hung>();
    for (const SketchPlan::NewBlock& block : plan.blocks) {
        preview.ghosts.append({placeOf(block.row.id, block.row.rect), block.row.kind, block.row.title,
                               block.row.technology, hung.value(block.row.id)});
    }
    if (after) {
        showChanges(preview, design(), *after);
    } else {
        preview.resized = plan.grown;
        preview.resized.insert(plan.moved);
    }
    Rect ways;
    if (plan.connections.size() <= kMostGhostLines) {
        const Router router(routing());
        for (const Connection& connection : plan.connections) {
            const Connection* row = after ? after->connections.find(connection.id) : nullptr;
            preview.ghostLines.append({row ? after->routeOf(*row)
                                           : router.preview(rectOf(connection.source), connection.source,
                                                            rectOf(connection.target), connection.target),
                                       connection.flow, connection.direction, connection.label});
            ways = ways.united(boundsOfWay(preview.ghostLines.last().corners));
        }
    }
    setPreview(preview);
    followSketch(plan, rects, ways);
}

void BoardController::Private::followSketch(const SketchPlan& plan, const QHash<ElementId, Rect>& rects,
                                            const Rect& ways) {
    Rect all = ways;
    Rect link; // its last two
    Rect end;
    for (const SketchPlan::Named& named : plan.named) {
        const Rect rect =
            rects.contains(named.id) ? rects.value(named.id) : design().rectOf(named.id).value_or(Rect{});
        if (rect.isEmpty())
            continue;
        all = all.united(rect);
        link = end.united(rect);
        end = rect;
    }
    if (end.isEmpty())
        return;
    const ViewTransform from = sketchView();
    if (!followed || !(followed->shown == view.transform()))
        followed = Followed{from, view.viewport()->size(), from};
    view.reveal(from, {all, link, end});
    followed->shown = view.transform();
}

tl::expected<QString, SketchError> BoardController::previewSketch(const QString& line) {
    if (d->isReadOnly())
        return QString();
    SketchContext context = d->sketchContext();
    context.typing = true;
    const auto plan = planSketch(d->design(), d->kinds, line, context);
    if (!plan) {
        d->setPreview({});
        return tl::unexpected(plan.error());
    }
    d->showGhost(*plan);
    const QString words = inWords(*plan, d->design());
    if (!plan->missing)
        return words;
    // What is there is shown; Enter has to wait.
    SketchError missing = *plan->missing;
    if (!words.isEmpty())
        missing.sentence = tr("%1 So far: %2").arg(missing.sentence, words);
    return tl::unexpected(missing);
}

void BoardController::endSketchPreview() {
    d->setPreview({});
    const auto followed = std::exchange(d->followed, std::nullopt);
    // Back where it was, unless somebody has moved the view, or is about to click at what it shows.
    if (followed && followed->shown == d->view.transform() && QGuiApplication::mouseButtons() == Qt::NoButton)
        d->view.lookAs(followed->before);
}

QList<Meaning> BoardController::completionsFor(const QString& words, int most) const {
    const QList<Meaning> meanings = d->boardWords().meanings(words, most, true);
    return meanings.isEmpty() ? d->boardWords().meanings(plainSigns(words), most, true) : meanings;
}

QString BoardController::writtenFor(const Meaning& meaning) const {
    return groundplan::writtenFor(meaning, d->design(), d->kinds, d->sketchContext());
}

const WordMatcher& BoardController::Private::boardWords() const {
    if (!words) {
        words.emplace(kinds, titleLanguage);
        words->add(design());
    }
    return *words;
}

std::optional<SketchError> BoardController::sketch(const QString& line) {
    d->settle();
    SketchContext context = d->sketchContext();
    context.typing = true; // Enter closes the braces
    // Read first, so that a line with a fault is no failed edit.
    const auto first = planSketch(d->design(), d->kinds, line, context);
    if (!first)
        return first.error();
    if (first->missing) {
        SketchError missing = *first->missing;
        missing.at = line.size(); // where it is to be typed
        return missing;
    }
    if (const auto done = d->carryOutSketch(line, context, *first); !done)
        return SketchError{done.error().sentence, line.size()}; // what was typed must not be lost
    return std::nullopt;
}

Result<void> BoardController::Private::carryOutSketch(const QString& line, const SketchContext& context,
                                                      const SketchPlan& first) {
    if (first.isEmpty()) {
        q.setSelection(first.used);
        followSketch(first, {}, {});
        followed.reset();
        return {};
    }
    SketchPlan plan;
    const EditName name{"sketch", {quotedInName(line)}};
    const auto done = edit(name, [&](Editor& editor) -> Result<void> {
        SketchContext here = context;
        here.words = nullptr; // it may be run again, on a design that somebody else has changed
        auto made = planSketch(editor.design(), kinds, line, here);
        if (!made)
            return fail(ErrorCode::Refused, made.error().sentence);
        plan = std::move(*made);
        return applySketch(editor, plan, context.measure).map([](const SketchResult&) {});
    });
    setPreview({});
    if (!done)
        return done;
    q.setTool(ToolId::Select);
    // The next line goes on from where this one ends.
    const ElementId last = plan.named.isEmpty() ? ElementId{} : plan.named.last().id;
    if (last)
        q.setSelection({last});
    Rect ways;
    for (const Connection& connection : std::as_const(plan.connections)) {
        if (const Connection* row = design().connections.find(connection.id))
            ways = ways.united(boundsOfWay(design().routeOf(*row)));
    }
    followSketch(plan, {}, ways);
    followed.reset();
    return {};
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
    auto* next = new MeaningChooser(kinds, titleLanguage, view.painter(),
                                    upstream ? MeaningChooser::Asks::Before : MeaningChooser::Asks::Next,
                                    kinds.usualNext(from->kind, upstream), &view);
    QObject::connect(next, &MeaningChooser::finished, &q, [this, id, upstream](const Meaning& meaning) {
        view.setFocus(Qt::PopupFocusReason);
        if (meaning.kind.isEmpty() || !design().blocks.contains(id))
            return;
        SketchContext context = sketchContext();
        context.selected = {id};
        context.reuse = false;
        context.words = nullptr;
        const QString word = groundplan::writtenFor(meaning, design(), kinds, context);
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
        view.reveal(view.transform(), {boundsOf({id, added}), boundsOf({added})});
    });
    const Rect rect = from->rect;
    const Point corner = upstream ? Point{rect.left(), rect.top()} : Point{rect.right(), rect.top()};
    const QPoint at = view.viewport()->mapToGlobal(view.transform().toView(corner).toPoint());
    next->openAt(upstream ? at - QPoint(MeaningChooser::kWidth + 16, 0) : at + QPoint(16, 0));
    return true;
}

} // namespace groundplan
