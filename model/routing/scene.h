#pragma once

#include "model/routing/index_data.h"
#include "model/routing/way.h"

#include <QHash>

#include <atomic>
#include <limits>

namespace groundplan::routing {

/// Elements that are somewhere else than in the index, for previews: shifted by a common step, or given
/// another place.
struct Overlay {
    std::vector<char> liftedNode; ///< by node slot
    std::vector<char> liftedLink; ///< by link slot: its stored route no longer counts
    QHash<int, Rect> rects;       ///< of lifted nodes, before the shift
    GridHash obstacles;           ///< lifted ones, before the shift
    GridHash frames;              ///< the same of frames
    GridHash segments;            ///< of connections that move along, before the shift
    Point by;
};

/// How much one run may look at: counted, so that the same design ends in the same routes everywhere.
struct Budget {
    qint64 looks = std::numeric_limits<qint64>::max(); ///< at segments of lines
    const std::atomic<bool>* cancelled = nullptr;
};

/// Both ends of a connection to be routed.
struct Ends {
    Rect source;
    Rect target;
    int sourceNode = -1; ///< -1: not an element of the design
    int targetNode = -1;
    bool sourceInTarget = false;
    bool targetInSource = false;
    /// Frames that no end is in, not even partly, are in the way: a line enters a frame only to reach what is
    /// inside. Given up where there is no other way.
    bool mindsFrames = true;

    Ends() = default;
    Ends(const Rect& sourceRect, int source_, const Rect& targetRect, int target_)
        : source(sourceRect)
        , target(targetRect)
        , sourceNode(source_)
        , targetNode(target_)
        , sourceInTarget(targetRect.contains(sourceRect) && targetRect != sourceRect && !targetRect.isEmpty())
        , targetInSource(sourceRect.contains(targetRect) && targetRect != sourceRect &&
                         !sourceRect.isEmpty()) {}

    bool isLoop() const { return source == target; }
    Port sourcePort(Way side, Coord along) const {
        return {pointOn(source, side, along), side, targetInSource ? opposite(side) : side};
    }
    Port targetPort(Way side, Coord along) const {
        return {pointOn(target, side, along), side, sourceInTarget ? opposite(side) : side};
    }
};

/// Which rectangle stands in the way.
enum class Part { Other, Source, Target };

/// The board as one run of the router sees it: index, overlay, and the routes it has made so far.
class Scene {
public:
    explicit Scene(const IndexData& data, const Overlay* overlay = nullptr, const Budget& budget = {})
        : data_(data)
        , overlay_(overlay)
        , budget_(budget)
        , ignored_(data.links.size(), 0) {}

    bool isCancelled() const {
        return budget_.cancelled && budget_.cancelled->load(std::memory_order_relaxed);
    }
    /// What was done beside looking at segments, as the looks that would have taken as long.
    void noteWork(qint64 looks) const { looks_ += looks; }
    /// There is to be no more work than what makes the result whole.
    bool isTired() const { return looks_ > budget_.looks || isCancelled(); }
    /// There is to be no more work than what lines with a place at both ends need to get their ways.
    bool isHalfTired() const { return looks_ > budget_.looks / 2 || isCancelled(); }

    const IndexData& data() const { return data_; }
    bool hasFrames() const { return !data_.frames.isEmpty() || (overlay_ && !overlay_->frames.isEmpty()); }
    bool hasLabels() const {
        return std::any_of(data_.links.begin(), data_.links.end(),
                           [](const Link& link) { return link.label.w > 0; });
    }
    /// Whether there is anything for visitBorders() or visitWords().
    bool hasWords() const { return hasFrames() || data_.labelsByHand > 0; }
    Size labelOf(int link) const { return data_.links[std::size_t(link)].label; }
    Rect rectOf(int node) const {
        if (overlay_ && overlay_->liftedNode[std::size_t(node)])
            return overlay_->rects.value(node).translated(overlay_->by);
        return data_.nodes[std::size_t(node)].rect;
    }
    /// The stored route of this link no longer counts (it is being routed).
    void ignoreLink(int link) { ignored_[std::size_t(link)] = kIgnored; }
    bool isIgnored(int link) const { return ignored_[std::size_t(link)] == kIgnored; }
    /// The stored route of this link stays as it is, whatever comes beside it.
    void pinLink(int link) {
        if (!isIgnored(link))
            ignored_[std::size_t(link)] = kPinned;
    }
    bool isPinned(int link) const {
        return ignored_[std::size_t(link)] == kPinned ||
               (overlay_ && overlay_->liftedLink[std::size_t(link)]);
    }

    void addRoute(const Path& path) {
        for (qsizetype i = 1; i < path.size(); ++i)
            fresh_.insert(0, spanOf(path.at(i - 1), path.at(i)));
    }
    void removeRoute(const Path& path) {
        for (qsizetype i = path.size() - 1; i > 0; --i) // as added last, so found first
            fresh_.remove(0, spanOf(path.at(i - 1), path.at(i)));
    }

    /// Calls found(rect, part) for everything in the way of a connection about `area`: blocks and cards that
    /// hold neither end, and its ends themselves where they have an inside to keep out of.
    template <class Found>
    void visitObstacles(const Ends& ends, const Rect& area, Found&& found) const {
        constexpr qint64 kWeighing = 8; // looks: it is sorted, or measured
        const auto other = [&](int node, const Rect& rect) {
            looks_ += kWeighing;
            if (node != ends.sourceNode && node != ends.targetNode && !holds(rect, ends.source) &&
                !holds(rect, ends.target))
                found(rect, Part::Other);
        };
        data_.obstacles.visit(area, [&](int node, const Rect& rect) {
            if (!overlay_ || !overlay_->liftedNode[std::size_t(node)])
                other(node, rect);
        });
        if (overlay_) {
            const Point by = overlay_->by;
            overlay_->obstacles.visit(area.translated({-by.x, -by.y}),
                                      [&](int node, const Rect& rect) { other(node, rect.translated(by)); });
        }
        if (ends.mindsFrames)
            visitFrames(ends, area, found);
        if (!ends.source.isEmpty() && !ends.targetInSource)
            found(ends.source, Part::Source);
        if (!ends.target.isEmpty() && !ends.sourceInTarget)
            found(ends.target, Part::Target);
    }

    /// Calls found(rect, flat) for the strips along the borders of all frames that touch `area`, in which a
    /// line can hardly be told from the border when it goes the same way, `flat` or upright.
    template <class Found>
    void visitBorders(const Rect& area, Found&& found) const {
        visitAllFrames(area.grown(kBorderKeep), [&](int, const Rect& rect) {
            const Rect wide = rect.grown(kBorderKeep);
            constexpr Coord kStrip = 2 * kBorderKeep;
            found(Rect{rect.x, wide.y, rect.w, kStrip}, true);
            found(Rect{rect.x, rect.bottom() - kBorderKeep, rect.w, kStrip}, true);
            found(Rect{wide.x, rect.y, kStrip, rect.h}, false);
            found(Rect{rect.right() - kBorderKeep, rect.y, kStrip, rect.h}, false);
        });
    }
    /// Calls found(rect), with some air, for the words about `area` that no line should cover: titles and
    /// remarks of frames, and labels that stay where somebody has put them. Other labels make room.
    template <class Found>
    void visitWords(const Rect& area, Found&& found) const {
        visitAllFrames(area.grown(kWordsBeside), [&](int node, const Rect& rect) {
            data_.nodes[std::size_t(node)].words.visit(rect,
                                                       [&](const Rect& words) { found(withAir(words)); });
        });
        if (data_.labelsByHand == 0)
            return;
        data_.labels.visit(area.grown(kWordsBeside), [&](int link, const Rect& rect) {
            if (data_.links[std::size_t(link)].labelByHand && !isIgnored(link) &&
                !(overlay_ && overlay_->liftedLink[std::size_t(link)]))
                found(withAir(rect));
        });
    }
    static constexpr Coord kBorderKeep = 8 * kUnitsPerPoint;
    static constexpr Coord kWordsBeside = 6 * kUnitsPerPoint; ///< a line that passes them upright
    static constexpr Coord kWordsAir = 3 * kUnitsPerPoint;    ///< over and under them, where blocks are near

    /// Calls found(link, span) for the segments about `area` of stored routes that count.
    template <class Found>
    void visitStoredLinks(const Rect& area, Found&& found) const {
        data_.segments.visit(area, [&](int link, const Rect& span) {
            if (!isIgnored(link) && !(overlay_ && overlay_->liftedLink[std::size_t(link)]))
                found(link, span);
        });
        if (overlay_) {
            const Point by = overlay_->by;
            overlay_->segments.visit(area.translated({-by.x, -by.y}), [&](int link, const Rect& span) {
                if (!isIgnored(link))
                    found(link, span.translated(by));
            });
        }
    }
    /// The same, whosesoever they are.
    template <class Found>
    void visitStoredSegments(const Rect& area, Found&& found) const {
        visitStoredLinks(area, [&](int, const Rect& span) { found(span); });
    }
    /// Calls found(rect) for the labels about `area` of stored routes that count.
    template <class Found>
    void visitLabels(const Rect& area, Found&& found) const {
        data_.labels.visit(area, [&](int link, const Rect& rect) {
            if (!isIgnored(link) && !(overlay_ && overlay_->liftedLink[std::size_t(link)]))
                found(rect);
        });
    }
    /// Those segments, and the ones of routes made in this run.
    template <class Found>
    void visitSegments(const Rect& area, Found&& found) const {
        const auto look = [&](const Rect& span) {
            ++looks_;
            found(span);
        };
        visitStoredSegments(area, look);
        fresh_.visit(area, [&](int, const Rect& span) { look(span); });
    }

private:
    static constexpr Rect withAir(const Rect& words) {
        return {words.x - kWordsBeside, words.y - kWordsAir, words.w + 2 * kWordsBeside,
                words.h + 2 * kWordsAir};
    }
    /// A bare place on a border is outside.
    static bool holds(const Rect& rect, const Rect& end) {
        return end.isEmpty() ? rect.grown(-1).contains(end.topLeft()) : rect.contains(end);
    }
    template <class Found>
    void visitFrames(const Ends& ends, const Rect& area, Found&& found) const {
        const auto foreign = [&](int node, const Rect& rect) {
            if (node != ends.sourceNode && node != ends.targetNode && !overlaps(rect, ends.source) &&
                !overlaps(rect, ends.target))
                found(rect, Part::Other);
        };
        visitAllFrames(area, foreign);
    }
    template <class Found>
    void visitAllFrames(const Rect& area, Found&& found) const {
        constexpr qint64 kBordering = 16; // looks: it has four borders and words
        data_.frames.visit(area, [&](int node, const Rect& rect) {
            looks_ += kBordering;
            if (!overlay_ || !overlay_->liftedNode[std::size_t(node)])
                found(node, rect);
        });
        if (overlay_) {
            const Point by = overlay_->by;
            overlay_->frames.visit(area.translated({-by.x, -by.y}),
                                   [&](int node, const Rect& rect) { found(node, rect.translated(by)); });
        }
    }

    const IndexData& data_;
    const Overlay* overlay_;
    static constexpr char kIgnored = 1;
    static constexpr char kPinned = 2;
    const Budget budget_;
    mutable qint64 looks_ = 0;
    std::vector<char> ignored_;
    GridHash fresh_;
};

} // namespace groundplan::routing
