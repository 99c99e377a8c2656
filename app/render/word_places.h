#pragma once

#include <QLineF>
#include <QList>
#include <QRectF>

namespace groundplan {

/// Finds places for boxes of words on a picture that is there already: beside what they are about, clear of
/// things and of each other, and across as few lines as can be. All in points.
class WordPlaces {
public:
    /// `weight`: how bad a covered square point is; of what is to be read, 20.
    static constexpr double kRead = 20;
    void keepOff(const QRectF& thing, double weight = kRead);
    void keepOffLine(const QList<QPointF>& way);

    struct Place {
        QRectF box;
        QLineF leader; ///< from what it is about to the box; null: they touch
    };
    /// The cheapest place for a box of that size near `about`, which is kept off from then on.
    Place take(const QRectF& about, QSizeF size);

private:
    struct Thing {
        QRectF rect;
        double weight;
    };
    QList<Thing> things_;
    QList<QLineF> lines_;
};

} // namespace groundplan
