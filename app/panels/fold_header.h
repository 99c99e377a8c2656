#pragma once

#include <QAbstractButton>

namespace groundplan {

/// The line above something that folds: an arrow, a title, and what is to be known of it while it is folded.
/// A click, space or Enter folds and unfolds; checked: it is open.
class FoldHeader : public QAbstractButton {
    Q_OBJECT
public:
    enum class Level {
        Whole, ///< as the heading of a section of the inspector
        Part,  ///< of such a section
    };
    FoldHeader(Level level, const QString& title, QWidget* parent = nullptr);
    void setDetail(const QString& detail);
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Level level_;
    QString detail_;
};

} // namespace groundplan
