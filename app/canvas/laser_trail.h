#pragma once

#include "app/canvas/view_transform.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QRectF>
#include <QTimer>

class QPainter;

namespace groundplan {

/// The trail of a laser pointer: it lies on the board, fades within kLasts and is part of nothing.
class LaserTrail : public QObject {
    Q_OBJECT
public:
    static constexpr int kLasts = 900; ///< ms

    explicit LaserTrail(QObject* parent = nullptr);
    /// `begins`: no trail leads there from the last place.
    void shine(Point at, bool begins);
    void putOut();
    bool isLit() const { return !sparks_.isEmpty(); }
    /// What it covers, in pixels of the viewport.
    QRectF bounds(const ViewTransform& view) const;
    void paint(QPainter& painter, const ViewTransform& view) const;

Q_SIGNALS:
    void changing(); ///< before and after each change
    void changed();

private:
    struct Spark {
        Point at;
        qint64 when; ///< ms on clock_
        bool begins;
    };
    void fade();

    QList<Spark> sparks_; ///< oldest first
    QElapsedTimer clock_;
    QTimer timer_;
};

} // namespace groundplan
