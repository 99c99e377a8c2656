#pragma once

#include <QLineEdit>

namespace groundplan {

class PanelHost;

/// The design's title in the top bar: looks like a heading, becomes a field when it is clicked. Where the
/// room is short it ends in "…" and its tool tip says the whole.
class TitleField : public QLineEdit {
    Q_OBJECT
public:
    explicit TitleField(PanelHost& host, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showFileName();
    QString shownTitle() const;
    QRect letters() const;
    bool isCut() const;
    void updateToolTip();
    PanelHost& host_;
};

} // namespace groundplan
