#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace groundplan {

/// Words to choose from, as chips that flow over as many lines as they need. The arrow keys walk them, space
/// and Enter choose, Delete takes everything back. It takes its colours from the palette (see Style).
class ChipField : public QWidget {
    Q_OBJECT
public:
    struct Chip {
        QString name;  ///< what names() says
        QString title; ///< what is seen
        QString hint;  ///< its tool tip
    };
    enum class Mode {
        One,     ///< at most one; choosing it again takes it back
        Any,     ///< any of them
        Suggest, ///< none stays chosen: each choice is said by chosen() alone
    };
    ChipField(const QList<Chip>& chips, Mode mode, QWidget* parent = nullptr);

    /// Those chosen, in the order of the chips; names without a chip get one of their own, at the end. Says
    /// nothing.
    void setNames(const QStringList& names);
    QStringList names() const { return names_; }
    const QList<Chip>& chips() const { return chips_; }
    QRect chipRect(int index) const { return places_.value(index); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, height_}; }

Q_SIGNALS:
    void chosen(const QStringList& names); ///< by the user; of Suggest the one that was clicked

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();
    int chipAt(const QPoint& at) const;
    int beside(int index, int lines) const;
    void choose(int index);

    const QList<Chip> own_;
    QList<Chip> chips_; ///< with those of names that it does not know
    const Mode mode_;
    QStringList names_;
    QList<QRect> places_;
    int height_ = 0;
    int cursor_ = 0;
    int hovered_ = -1;
};

} // namespace groundplan
