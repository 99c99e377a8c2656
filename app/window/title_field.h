#pragma once

#include <QLineEdit>

namespace groundplan {

class PanelHost;

/// The design's title in the top bar: looks like a heading, becomes a field when it is clicked.
class TitleField : public QLineEdit {
    Q_OBJECT
public:
    explicit TitleField(PanelHost& host, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showFileName();
    PanelHost& host_;
};

} // namespace groundplan
