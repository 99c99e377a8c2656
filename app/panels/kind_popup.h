#pragma once

#include "app/panels/panel_host.h"

#include <QFrame>

namespace groundplan {

class KindView;

/// A searchable list of kinds that pops up below a widget.
class KindPopup : public QFrame {
    Q_OBJECT
public:
    KindPopup(PanelHost& host, QWidget* parent);
    /// Shows it below `anchor` with the current kind selected; it deletes itself when it closes.
    void popUp(const QWidget* anchor, const QString& current);
    KindView* view() const { return view_; }

Q_SIGNALS:
    void chosen(const QString& kind);

private:
    KindView* view_;
    QWidget* search_;
};

} // namespace groundplan
