#pragma once

#include <QPlainTextEdit>

namespace groundplan {

/// A plain text edit as high as its text, from a number of lines on; Tab leaves it. Style draws its frame.
class GrowingTextEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit GrowingTextEdit(QWidget* parent = nullptr);
    /// Enter does not begin a line (Shift+Enter does) but says returnPressed().
    void setReturnFinishes(bool finishes) { returnFinishes_ = finishes; }
    /// Looks like text until it is entered.
    void setQuiet();
    void setMinimumLines(int lines);
    /// While it is empty it is high enough for all of its placeholder.
    void setWholePlaceholder();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void returnPressed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void adjustHeight();

    int minimumLines_ = 1;
    bool wholePlaceholder_ = false;
    bool returnFinishes_ = false;
};

} // namespace groundplan
