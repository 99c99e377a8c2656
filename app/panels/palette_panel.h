#pragma once

#include "app/panels/panel_host.h"

#include <QWidget>

class QLineEdit;

namespace groundplan {

class KindView;

/// The kinds by group, searchable: drag one onto the board, or double-click it, or press Enter.
class PalettePanel : public QWidget {
    Q_OBJECT
public:
    explicit PalettePanel(PanelHost& host, QWidget* parent = nullptr);

    void focusSearch();
    QLineEdit* searchField() const { return search_; }
    KindView* view() const { return view_; }
    QSize sizeHint() const override { return {216, 400}; }

Q_SIGNALS:
    void foldsChanged();

private:
    PanelHost& host_;
    QLineEdit* search_;
    KindView* view_;
};

} // namespace groundplan
