#pragma once

#include <QAbstractButton>

namespace groundplan {

/// Says over the canvas which lens is on; a click switches it off.
class LensChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit LensChip(QWidget* parent = nullptr);
    void setLensText(const QString& text); ///< "Online path"; empty: hidden
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace groundplan
