#pragma once

#include "app/render/preview.h"

#include <QVariantAnimation>

#include <functional>

namespace groundplan {

/// Shows things that have been put elsewhere on their way there, after the edit: only a preview, shorter than
/// 150 ms. The design is already what it will be.
class Glide : public QObject {
    Q_OBJECT
public:
    /// More things than these are simply there.
    static constexpr qsizetype kMost = 400;

    explicit Glide(std::function<void(const Preview&)> show, QObject* parent = nullptr);
    void start(const Design& from, const Design& to, const QSet<ElementId>& changed);
    void stop(); ///< at once at the end
    bool isRunning() const;

private:
    void showAt(double part);

    struct Line {
        QList<Point> from;
        QList<Point> to;
    };
    std::function<void(const Preview&)> show_;
    QHash<ElementId, std::pair<Rect, Rect>> rects_;
    QHash<ElementId, Line> lines_;
    QVariantAnimation animation_;
};

} // namespace groundplan
