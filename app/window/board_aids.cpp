#include "app/window/board_aids.h"

#include "app/canvas/board_view.h"
#include "app/window/actions.h"
#include "app/window/board_controller.h"
#include "app/window/floating.h"
#include "app/window/settings.h"

namespace groundplan {

namespace {

constexpr int kMargin = 12; ///< pixels from the edge of the canvas

ActionId actionOf(Lens lens) {
    return ActionId(int(ActionId::LensOff) + int(lens));
}

} // namespace

BoardAids::BoardAids(BoardController& board, const Actions& actions, Settings& settings, QObject* parent)
    : QObject(parent)
    , board_(board)
    , actions_(actions)
    , find_(new FindBar(board, board.view()))
    , chip_(new LensChip(board.view()))
    , minimap_(new Minimap(board, board.view()))
    , presenter_(new Presenter(board, board.view()))
    , minimapWanted_(settings.minimap()) {
    presenter_->setParent(this);
    QWidget* viewport = board.view()->viewport();
    new Floating(find_, viewport, Qt::AlignTop | Qt::AlignRight, kMargin);
    new Floating(chip_, viewport, Qt::AlignTop | Qt::AlignLeft, kMargin);
    new Floating(minimap_, viewport, Qt::AlignBottom | Qt::AlignRight, kMargin);

    using enum ActionId;
    const auto on = [&](ActionId id, auto function) {
        connect(actions[id], &QAction::triggered, this, function);
    };
    on(Find, [this] { find_->open(); });
    on(FindNext, [this] { find_->next(); });
    on(FindPrevious, [this] { find_->previous(); });
    for (int i = 0; i < kLensCount; ++i)
        on(actionOf(Lens(i)), [this, i] { setLens(Lens(i)); });
    actions[LensOff]->setChecked(true);
    connect(chip_, &QAbstractButton::clicked, this, [this] {
        setLens(Lens::None);
        board_.view()->setFocus(Qt::OtherFocusReason);
    });
    actions[ActionId::Minimap]->setChecked(minimapWanted_);
    minimap_->setWanted(minimapWanted_);
    on(ActionId::Minimap, [this, &settings](bool wanted) {
        minimapWanted_ = wanted;
        settings.setMinimap(wanted);
        minimap_->setWanted(wanted);
    });
    on(Present, [this] {
        if (presenter_->isOn())
            presenter_->stop();
        else
            presenter_->start();
    });
    connect(presenter_, &Presenter::changed, this, [this](bool isOn) {
        minimap_->setWanted(minimapWanted_ && !isOn);
        if (isOn)
            find_->close();
        else
            setLens(lens_); // it has its light back
        Q_EMIT presenting(isOn);
    });
    connect(&board, &BoardController::lensUnwanted, this, [this] { setLens(Lens::None); });
    connect(&board, &BoardController::viewChanged, minimap_, &Minimap::viewChanged);
    connect(&board, &BoardController::documentChanged, this, &BoardAids::designChanged);
}

void BoardAids::documentReplaced() {
    presenter_->stop();
    if (find_->isVisible())
        find_->close();
    setLens(Lens::None);
    minimap_->designChanged();
}

void BoardAids::designChanged() {
    minimap_->designChanged();
    find_->searchAgain();
    if (lens_ != Lens::None)
        setLens(lens_);
}

void BoardAids::themeChanged() {
    minimap_->designChanged();
}

void BoardAids::setLens(Lens lens) {
    lens_ = board_.document() ? lens : Lens::None;
    QAction* action = actions_[actionOf(lens_)];
    action->setChecked(true);
    chip_->setLensText(lens_ == Lens::None ? QString() : action->text().remove(QLatin1Char('&')));
    if (presenter_->isOn())
        return;
    board_.view()->setLit(lens_ == Lens::None ? std::nullopt
                                              : std::optional(litBy(board_.document()->design(), lens_)));
}

} // namespace groundplan
