#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>

class QToolButton;

namespace groundplan {

/// Small controls of the panels; they take their colours from the palette (see Style).

/// A choice of two to four words side by side. Left and right move the choice; with allowNone() a click on
/// the chosen one (or Delete) takes it back.
class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(const QStringList& options, QWidget* parent = nullptr);
    void setAllowNone(bool allow) { allowNone_ = allow; }
    int current() const { return current_; } ///< -1: none
    void setCurrent(int index);              ///< says nothing
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(int index); ///< by the user; -1: taken back

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect segment(int index) const;
    int segmentAt(const QPoint& at) const;
    void choose(int index);

    QStringList options_;
    int current_ = -1;
    int hovered_ = -1;
    bool allowNone_ = false;
};

/// An on/off switch with its words at the left.
class Switch : public QAbstractButton {
    Q_OBJECT
public:
    explicit Switch(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Neither on nor off: several elements that differ. The next click switches on.
    void setMixed(bool mixed);

protected:
    void paintEvent(QPaintEvent* event) override;
    void nextCheckState() override;

private:
    bool mixed_ = false;
};

/// Swatches for a colour of one's own: the kind's (no colour), eight steady ones, and any other.
class ColourRow : public QWidget {
    Q_OBJECT
public:
    explicit ColourRow(QWidget* parent = nullptr);
    struct Swatch {
        QString colour; ///< "#rrggbb"
        QString name;
    };
    /// Others to choose from; `none`: what no colour means.
    void setSwatches(const QList<Swatch>& swatches, const QString& none);
    void setColour(const QString& colour); ///< "#rrggbb", or empty; says nothing
    QString colour() const { return colour_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(const QString& colour);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    int count() const;
    QRectF swatch(int index) const;
    int currentIndex() const;
    void activate(int index);

    QList<Swatch> swatches_;
    QString none_;
    QString colour_;
    int cursor_ = 0;
};

/// A combo box that leaves the wheel to the panel around it.
class Choice : public QComboBox {
    Q_OBJECT
public:
    explicit Choice(const QStringList& options = {}, QWidget* parent = nullptr);
    void showPopup() override;

protected:
    void wheelEvent(QWheelEvent* event) override;
};

/// A label that cuts its text, at the end unless told otherwise, and then shows all of it as a tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;
    void setElideMode(Qt::TextElideMode mode);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    Qt::TextElideMode mode_ = Qt::ElideRight;
};

/// A one pixel line across.
class Hairline : public QWidget {
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

QLabel* mutedLabel(const QString& text, QWidget* parent = nullptr);
/// A flat button with an icon alone; the text is its tool tip and its accessible name.
QToolButton* iconButton(const QString& iconName, const QString& text, QWidget* parent = nullptr);

} // namespace groundplan
