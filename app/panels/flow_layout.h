#pragma once

#include <QLayout>

namespace groundplan {

/// Items side by side, as many in a row as there is room for.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(int spacing, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;
    /// How many items of one size stand in a row at the present width, for the keyboard.
    int columns() const;

private:
    int arrange(const QRect& rect, bool apply) const;
    QList<QLayoutItem*> items_;
};

} // namespace groundplan
