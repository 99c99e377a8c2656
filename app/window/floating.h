#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace groundplan {

/// Keeps a widget at a place over another one, both children of the same parent: a corner, or the middle of a
/// side, `margin` pixels inside. The widget has its own size, at most that of the other.
class Floating : public QObject {
    Q_OBJECT
public:
    Floating(QWidget* widget, QWidget* over, Qt::Alignment where, int margin);
    void place();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* widget_; ///< owns this
    QPointer<QWidget> over_;
    Qt::Alignment where_;
    int margin_;
};

} // namespace groundplan
