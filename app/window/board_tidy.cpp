#include "app/window/board_private.h"

#include <algorithm>

// Tidy: what the board does before and after the layout.

namespace groundplan {

namespace {

/// Edits that put what they add somewhere without being told where.
bool bringsByItself(const QByteArray& key) {
    return key == "sketch" || key == "import";
}

bool arranges(const QByteArray& key) {
    return key == "tidy" || key == "tidy-new";
}

/// What lies where a sketch or an import has put it; `arranged`: also what lies where Tidy has put it.
/// Nothing when the history does not say: then all may have been placed by hand.
QSet<ElementId> placedByItself(const Document& document, bool arranged) {
    QSet<ElementId> ids;
    const bool whole = document.eachPlacing([&](ElementId id, const QByteArray& key, bool added) {
        if (added ? bringsByItself(key) : arranged && arranges(key))
            ids.insert(id);
        else if (!bringsByItself(key)) // what a sketch makes room for stays whose it was
            ids.remove(id);
    });
    return whole ? ids : QSet<ElementId>{};
}

} // namespace

void BoardController::Private::setUpTidy() {
    QObject::connect(&tidyRun, &TidyRun::runningChanged, &q, &BoardController::tidyRunningChanged);
}

void BoardController::tidy(Tidy what, bool leftToRight, bool keepPlaced) {
    d->settle();
    if (d->isReadOnly())
        return;
    TidyOptions options;
    options.leftToRight = leftToRight;
    options.onlyNew = keepPlaced || what == Tidy::New;
    if (options.onlyNew && d->document)
        options.fresh = placedByItself(*d->document, what != Tidy::New);
    if (what == Tidy::Selection) {
        options.selection = d->selected;
        const QSet<ElementId> all = d->design().withDescendants(d->selected);
        const auto isBlock = [this](ElementId id) { return d->design().blocks.contains(id); };
        if (!options.onlyNew && std::count_if(all.begin(), all.end(), isBlock) > kMostTidied)
            Q_EMIT message(
                tr("That is much at a time: it may take half a minute, or be too much for Graphviz."));
    }
    d->tidyName = options.onlyNew ? "tidy-new" : "tidy";
    d->tidyRun.start(d->design(), options, [this](const Design& before, const Result<TidyResult>& result) {
        d->takeTidy(before, result);
    });
}

void BoardController::cancelTidy() {
    if (!d->tidyRun.isRunning())
        return;
    d->tidyRun.cancel();
    Q_EMIT message(tr("Nothing was moved."));
}

bool BoardController::isTidying() const {
    return d->tidyRun.isRunning();
}

Motion& BoardController::motion() const {
    return d->motion;
}

void BoardController::Private::takeTidy(const Design& before, const Result<TidyResult>& result) {
    if (!result) {
        report(Failure(result.error()));
        return;
    }
    if (tool().isBusy()) {
        // A drag comes first; if it moves something, the result is out of date.
        constexpr int kSoon = 50; // ms
        QTimer::singleShot(kSoon, &q, [this, before, result] { takeTidy(before, result); });
        return;
    }
    settle(); // what is typed may make a block larger
    if (!document || !isLaidOutAlike(before, design())) {
        showMessage(BoardController::tr("The board was changed while it was being arranged, so nothing was "
                                        "moved: tidy again."));
        return;
    }
    if (result->rects.isEmpty()) {
        showMessage(BoardController::tr("This is tidy already."));
        return;
    }
    const QSet<ElementId> placed(result->rects.keyBegin(), result->rects.keyEnd());
    editRouting({{tidyName, {QString::number(result->blocks)}},
                 [rects = result->rects](Editor& editor) { return placeElements(editor, rects); },
                 design().connectionsAt(placed).size(),
                 {},
                 {},
                 [this, old = design(), placed] {
                     q.bringIntoView(placed);
                     if (motion.isWanted())
                         glide.start(old, design(), placed + design().connectionsAt(placed));
                 }});
}

void BoardController::setPinned(bool pinned) {
    d->settle();
    QSet<ElementId> ids = d->selected;
    ids.removeIf([this](ElementId id) { return !d->design().rectOf(id); });
    if (ids.isEmpty())
        return;
    edit({pinned ? "pin" : "unpin", {QString::number(ids.size())}},
         [ids, pinned](Editor& editor) { return groundplan::setPinned(editor, ids, pinned); });
}

} // namespace groundplan
