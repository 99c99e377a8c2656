#include "model/exchange/frame_titles.h"

#include "model/design/box_index.h"
#include "model/exchange/nearest.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

/// How far from an edge a name stands that is meant to stand at it.
constexpr Coord kNear = 20 * kUnitsPerPoint;

bool standsUpon(const FreeText& text, const UntitledFrame& frame) {
    const Coord gap = frame.rect.top() - text.rect.bottom();
    const bool left = std::abs(text.rect.x - frame.rect.x) <= kNear;
    const bool middle = std::abs(text.rect.center().x - frame.rect.center().x) <= kNear;
    return text.parent == frame.parent && text.holder == frame.holder && gap <= kNear &&
           gap >= -text.rect.h / 2 && text.rect.w <= frame.rect.w && (left || middle);
}
bool standsAtBottom(const FreeText& text, const UntitledFrame& frame) {
    return text.rect.center().y >= frame.last && frame.rect.bottom() - text.rect.bottom() <= kNear;
}

} // namespace

QList<std::pair<qsizetype, qsizetype>> frameTitles(const QList<UntitledFrame>& frames,
                                                   const QList<FreeText>& texts) {
    BoxIndex above;
    QHash<qsizetype, qsizetype> byBox;
    for (qsizetype i = 0; i < frames.size(); ++i) {
        const Rect& rect = frames[i].rect;
        above.add(i, Rect{rect.x - kNear, rect.y - 4 * kNear, rect.w + 2 * kNear, 5 * kNear});
        byBox.insert(frames[i].which, i);
    }
    QList<Nearest> upon(frames.size());
    QHash<qsizetype, QList<qsizetype>> inside;
    for (qsizetype t = 0; t < texts.size(); ++t) {
        const FreeText& text = texts[t];
        Nearest frame;
        above.at(text.rect.center(), [&](qsizetype i, const Rect&) {
            if (standsUpon(text, frames[i]))
                frame.note(i, std::abs(frames[i].rect.top() - text.rect.bottom()));
        });
        if (frame.which >= 0)
            upon[frame.which].note(t, frame.away);
        if (const auto box = byBox.constFind(text.holder); box != byBox.cend())
            inside[*box] << t;
    }
    QList<std::pair<qsizetype, qsizetype>> titles;
    QSet<qsizetype> taken;
    const auto give = [&](qsizetype frame, qsizetype text) {
        titles << std::pair(frames[frame].which, texts[text].which);
        taken << text;
    };
    for (qsizetype i = 0; i < frames.size(); ++i) {
        if (upon[i].which >= 0)
            give(i, upon[i].which);
    }
    for (qsizetype i = 0; i < frames.size(); ++i) {
        const QList<qsizetype> within = inside.value(i);
        if (upon[i].which < 0 && within.size() == 1 && !taken.contains(within.first()) &&
            standsAtBottom(texts[within.first()], frames[i]))
            give(i, within.first());
    }
    return titles;
}

} // namespace groundplan
