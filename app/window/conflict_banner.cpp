#include "app/window/conflict_banner.h"

#include "app/window/banner.h"
#include "app/window/board_controller.h"
#include "model/document/document.h"
#include "model/versions/conflict_marks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

const QString kSubject = u"conflicts"_s;

} // namespace

ConflictBanner::ConflictBanner(BannerArea& banners, BoardController& board, Document& document)
    : QObject(&document)
    , banners_(&banners)
    , board_(&board)
    , document_(document) {
    connect(&document, &Document::changed, this, [this] {
        // Only where it is still to be seen.
        if (banners_ && banners_->sentences().contains(said_))
            say();
    });
    say();
}

ConflictBanner::~ConflictBanner() {
    if (banners_)
        banners_->clear(kSubject);
}

qsizetype ConflictBanner::count() const {
    const Table<Note>& notes = document_.design().notes;
    return std::count_if(notes.begin(), notes.end(), isConflictMark);
}

QList<ElementId> ConflictBanner::places() const {
    QList<ElementId> found;
    for (const Note* note : document_.design().notes.sorted(isConflictMark)) {
        if (!found.contains(note->subject))
            found.append(note->subject);
    }
    return found;
}

void ConflictBanner::say() {
    const qsizetype marks = count();
    if (marks == 0) {
        banners_->clear(kSubject);
        return;
    }
    const QString sentence =
        marks == 1 ? tr("1 merge conflict: it is a question with both values, to be settled and removed.")
                   : tr("%1 merge conflicts: each is a question with both values, to be settled and removed.")
                         .arg(marks);
    if (sentence == said_)
        return;
    said_ = sentence;
    banners_->show(BannerArea::Tone::Warning, kSubject, sentence, {{tr("Show"), [this] { showNext(); }}});
}

void ConflictBanner::showNext() {
    const QList<ElementId> all = places();
    if (!board_ || all.isEmpty())
        return;
    const ElementId place = all.at(next_++ % all.size());
    const QSet<ElementId> ids = place ? QSet<ElementId>{place} : QSet<ElementId>{};
    board_->setSelection(ids);
    if (place)
        board_->bringIntoView(ids);
}

} // namespace groundplan
