#pragma once

#include "app/panels/panel_host.h"

#include <QAbstractButton>
#include <QLabel>

#include <functional>

namespace groundplan {

// What the plan is made of on the screen.

/// How a prompt stands.
enum class PromptMark { Open, Shown, Ticked };
void paintPromptMark(QPainter& painter, const QRectF& area, PromptMark mark, const Theme& theme);
/// A ring that fills with what is done; a tick when all is. Nothing to do is an empty ring.
void paintProgressRing(QPainter& painter, const QRectF& area, int done, int of, const Theme& theme);
/// The dot of one of several choices.
void paintRadio(QPainter& painter, const QRectF& area, bool chosen, const Theme& theme);

/// A row that is clicked: a mark, words that wrap, and a quieter line below them. Enter clicks it too.
class PlanButton : public QAbstractButton {
    Q_OBJECT
public:
    using PaintMark = std::function<void(QPainter&, const QRectF&)>;
    explicit PlanButton(const QString& text = {}, QWidget* parent = nullptr);

    void setMark(PaintMark paint); ///< 16 wide, beside the first line
    void setRemark(const QString& remark);
    void setStrong(bool strong); ///< the words, not the remark
    void setFramed(bool framed);
    void setCompact(bool compact); ///< smaller words, less room around them
    void setChevron(bool chevron); ///< at the end of the first line: it opens something
    void setStripe(bool stripe);   ///< at its left edge: the one of several that is under way
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Places {
        QRect text, remark;
        int height;
    };
    Places placesFor(int width) const;
    QFont textFont() const;
    QFont remarkFont() const;

    PaintMark paintMark_;
    QString remark_;
    bool strong_ = false;
    bool framed_ = false;
    bool compact_ = false;
    bool chevron_ = false;
    bool stripe_ = false;
};

/// A small pill that is clicked; long words are cut.
class Chip : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

/// A thin line that fills.
class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(QWidget* parent = nullptr);
    void setProgress(int done, int of);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int done_ = 0;
    int of_ = 0;
};

/// Small muted words that wrap.
QLabel* smallLabel(const QString& text = {});

} // namespace groundplan
