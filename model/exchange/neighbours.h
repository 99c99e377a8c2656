#pragma once

#include "model/design/geometry.h"

#include <QList>
#include <QString>

namespace groundplan {

/// Says where something of a drawing lies that has no words of its own: beside what has some, as a person
/// would find it.
class Neighbours {
public:
    /// Something that has words: what sentences call it, see NotTaken::thing().
    void add(const QString& called, const Rect& rect);
    /// "left of “Kafka”", "on “Kafka”"; "at 20, 40" in points where there is nothing else. In bounded time.
    QString whereIs(const Rect& rect) const;

private:
    struct Entry {
        QString called;
        Rect rect;
    };
    QList<Entry> entries_;
    mutable qsizetype looks_ = 20'000'000; ///< left, of a hostile file
};

} // namespace groundplan
