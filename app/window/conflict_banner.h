#pragma once

#include "model/design/id.h"

#include <QObject>
#include <QPointer>

namespace groundplan {

class BannerArea;
class Document;

/// Says that a document has marks of a merge on it, and shows one after another; goes when the last is gone.
/// Once closed, it comes back only when another merge has left more. Lives with the document.
class ConflictBanner : public QObject {
    Q_OBJECT
public:
    ConflictBanner(BannerArea& banners, Document& document);
    ~ConflictBanner() override;

    /// The one after the one shown last; also when nothing is said any more.
    void showNext();

Q_SIGNALS:
    void wanted(groundplan::NoteId mark);

private:
    void say();

    QPointer<BannerArea> banners_;
    Document& document_;
    QString said_; ///< nobody is told twice what they have closed
    qsizetype marks_ = 0;
    NoteId last_; ///< shown last
    qsizetype next_ = 0;
};

} // namespace groundplan
