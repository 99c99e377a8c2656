#pragma once

#include "app/window/session_run.h"

#include <QAbstractButton>

class QMenu;

namespace groundplan {

class Appearance;

/// How far the current step is: its last fifth, and what lies beyond its budget, have colours of their own.
enum class Pace { Calm, Last, Over, Paused };
Pace paceOf(const SessionRun& run);
/// "06:12"; "+01:20" where it is less than nothing (`ms` is what is left).
QString clockText(qint64 ms);
/// "Data · 06:12 of 10:00": the step, what is left of it, and its budget.
QString sessionText(const SessionRun& run, const QString& language);

/// The clock of the practice session in the top bar: the step, what is left of it, a ring that fills. A click
/// opens its menu. It never takes the keyboard by itself.
class SessionPill : public QAbstractButton {
    Q_OBJECT
public:
    /// All outlive it. It hides itself while no session is under way.
    SessionPill(const SessionRun& run, const Appearance& appearance, const QString& language,
                QWidget* parent = nullptr);
    void setMenu(QMenu* menu) { menu_ = menu; } ///< shown below it; not owned
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    const SessionRun& run_;
    const Appearance& appearance_;
    QString language_;
    QMenu* menu_ = nullptr;
    Pace shown_ = Pace::Calm;
};

/// The same as a window of its own that stays above all others; dragged with the mouse, it never takes the
/// keyboard.
class SmallClock : public QWidget {
    Q_OBJECT
public:
    SmallClock(const SessionRun& run, const Appearance& appearance, const QString& language, QWidget* parent);
    QSize sizeHint() const override;

Q_SIGNALS:
    void closed(); ///< by the user, with a double click

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    const SessionRun& run_;
    const Appearance& appearance_;
    QString language_;
    QPoint grip_;
};

} // namespace groundplan
