#pragma once

#include "app/window/start_page.h"

#include <QAbstractButton>
#include <QPixmap>

class QToolButton;

namespace groundplan {

/// One board on the start page: its picture, title and where it is. A click or Enter opens it.
class StartCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit StartCard(const StartItem& item, QWidget* parent = nullptr);

    const StartItem& item() const { return item_; }
    void setPicture(const QPixmap& picture);
    void setTitle(const QString& title);
    static QSize pictureSize();
    QSize sizeHint() const override;
    QToolButton* removeButton() const { return remove_; }

Q_SIGNALS:
    void removeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void showRemove();

    StartItem item_;
    QPixmap picture_;
    QToolButton* remove_ = nullptr; ///< of recent files
};

} // namespace groundplan
