#pragma once

#include "app/window/find_bar.h"
#include "app/window/lens_chip.h"
#include "app/window/minimap.h"
#include "app/window/presenter.h"
#include "model/design/lens.h"

namespace groundplan {

class Actions;
class Settings;

/// What helps to see and show a board, and floats over its canvas: find, lenses, minimap, presenting.
class BoardAids : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    BoardAids(BoardController& board, const Actions& actions, Settings& settings, QObject* parent = nullptr);

    /// Another document is shown, or none: the search, the lens and the presentation end.
    void documentReplaced();
    void designChanged();
    void themeChanged();

    void setLens(Lens lens);
    Lens lens() const { return lens_; }
    FindBar* findBar() const { return find_; }
    LensChip* lensChip() const { return chip_; }
    Minimap* minimap() const { return minimap_; }
    Presenter* presenter() const { return presenter_; }

Q_SIGNALS:
    void presenting(bool on); ///< the board alone, on the full screen

private:
    BoardController& board_;
    const Actions& actions_;
    FindBar* find_;
    LensChip* chip_;
    Minimap* minimap_;
    Presenter* presenter_;
    Lens lens_ = Lens::None;
    bool minimapWanted_;
};

} // namespace groundplan
