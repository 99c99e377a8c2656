#include "app/window/board_private.h"

// Edits with many ways to find: the window shows them at once, and makes them when the ways are there.

namespace groundplan {

namespace {

/// So many are routed within a few frames.
constexpr qsizetype kRoutedAtOnce = 300;

} // namespace

void BoardController::Private::editRouting(const RoutingEdit& edit) {
    finishRouting();
    if (!document || isReadOnly() || edit.routed <= kRoutedAtOnce) {
        carryOut(edit, edit.function);
        return;
    }
    if (edit.preview)
        view.setPreview(edit.preview());
    previewAfterRouting = {};
    routingRun = std::make_unique<RoutingRun>(edit, *document);
    QObject::connect(routingRun.get(), &RoutingRun::finished, &q, [this] { finishRouting(); });
    input.hold(view.window());
}

void BoardController::Private::finishRouting() {
    if (!routingRun)
        return;
    const EditFunction prepared = routingRun->prepared();
    const RoutingEdit edit = routingRun->edit();
    endRouting();
    view.setPreview(previewAfterRouting);
    carryOut(edit, prepared);
}

void BoardController::Private::endRouting() {
    routingRun.reset();
    input.release();
}

void BoardController::Private::carryOut(const RoutingEdit& edit, const EditFunction& function) {
    const auto done = edit.token.isEmpty() ? this->edit(edit.name, function)
                                           : editContinued(edit.name, edit.token, function);
    if (done && edit.then)
        edit.then();
}

} // namespace groundplan
