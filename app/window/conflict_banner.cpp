#include "app/window/conflict_banner.h"

#include "app/window/banner.h"
#include "model/document/document.h"
#include "model/versions/conflict_marks.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

const QString kSubject = u"conflicts"_s;

} // namespace

ConflictBanner::ConflictBanner(BannerArea& banners, Document& document)
    : QObject(&document)
    , banners_(&banners)
    , document_(document) {
    connect(&document, &Document::changed, this, &ConflictBanner::say);
    say();
}

ConflictBanner::~ConflictBanner() {
    if (banners_)
        banners_->clear(kSubject);
}

void ConflictBanner::say() {
    const qsizetype marks = conflictMarks(document_.design()).size();
    const qsizetype before = std::exchange(marks_, marks);
    if (!banners_ || marks == before)
        return;
    if (marks == 0) {
        banners_->clear(kSubject);
        return;
    }
    if (marks < before && !banners_->sentences().contains(said_))
        return;
    said_ = marks == 1
                ? tr("1 merge conflict: it is a question with both values, to be settled and removed.")
                : tr("%1 merge conflicts: each is a question with both values, to be settled and removed.")
                      .arg(marks);
    banners_->show(BannerArea::Tone::Warning, kSubject, said_, {{tr("Show"), [this] { showNext(); }}});
}

void ConflictBanner::showNext() {
    const QList<NoteId> marks = conflictMarks(document_.design());
    if (marks.isEmpty())
        return;
    // Where the one shown last is settled, the one behind it has come to its place.
    if (const qsizetype there = marks.indexOf(last_); there >= 0)
        next_ = there + 1;
    next_ %= marks.size();
    last_ = marks.at(next_);
    Q_EMIT wanted(last_);
}

} // namespace groundplan
