#include "app/report/page_flow.h"

#include <QHash>

#include <algorithm>

namespace groundplan::report {
namespace {

constexpr double kMostHead = 1.0 / 3; ///< of a page that a repeated head may take
constexpr double kSlack = 0.01;       ///< points that sums of doubles may be off

class Flow {
public:
    Flow(const QList<Slice>& slices, double height)
        : slices_(slices)
        , height_(height) {
        for (qsizetype i = 0; i < slices.size(); ++i) {
            if (slices[i].head)
                heads_[slices[i].table].append(int(i));
        }
    }

    QList<FlowPage> run() {
        pages_.append(FlowPage());
        for (qsizetype from = 0; from < slices_.size();) {
            if (slices_[from].spare) {
                ++from;
                continue;
            }
            qsizetype to = from;
            double needed = 0;
            do {
                if (!slices_[to].spare)
                    needed += slices_[to].height + (to > from ? slices_[to].before : 0);
                ++to;
            } while (to < slices_.size() && slices_[to - 1].keep);
            place(from, to, needed);
            from = to;
        }
        return pages_;
    }

private:
    double airOf(qsizetype slice) const { return pages_.last().isEmpty() ? 0 : slices_[slice].before; }

    void place(qsizetype from, qsizetype to, double needed) {
        if (used_ + airOf(from) + needed > height_ + kSlack && !pages_.last().isEmpty()) {
            // What no page can hold begins where it stands, if there is some room for it.
            const bool fitsNone = needed > height_;
            if (!fitsNone || used_ > height_ / 2)
                beginPage(from);
        }
        for (qsizetype i = from; i < to; ++i) {
            if (slices_[i].spare)
                continue;
            if (used_ + airOf(i) + slices_[i].height > height_ + kSlack && !pages_.last().isEmpty())
                beginPage(i);
            used_ += airOf(i);
            pages_.last().append({int(i), used_, false});
            used_ += slices_[i].height;
        }
    }

    /// A new page that `slice` is to begin.
    void beginPage(qsizetype slice) {
        pages_.append(FlowPage());
        used_ = 0;
        const Slice& next = slices_[slice];
        if (next.table < 0 || next.head)
            return;
        const QList<int> head = heads_.value(next.table);
        double taken = 0;
        for (const int each : head)
            taken += slices_[each].height;
        if (taken <= height_ * kMostHead)
            std::for_each(head.begin(), head.end(), [this](int each) { repeat(each); });
        if (next.resumed >= 0)
            repeat(next.resumed);
    }

    void repeat(int slice) {
        pages_.last().append({slice, used_, true});
        used_ += slices_[slice].height;
    }

    const QList<Slice>& slices_;
    const double height_;
    QHash<int, QList<int>> heads_; ///< slices by table
    QList<FlowPage> pages_;
    double used_ = 0;
};

} // namespace

QList<FlowPage> flowIntoPages(const QList<Slice>& slices, double height) {
    return slices.isEmpty() ? QList<FlowPage>() : Flow(slices, height).run();
}

void avoidWidows(QList<Slice>& slices, qsizetype first, qsizetype count) {
    if (count < 2)
        return;
    slices[first].keep = true;
    slices[first + count - 2].keep = true;
}

} // namespace groundplan::report
