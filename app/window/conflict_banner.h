#pragma once

#include "model/design/id.h"

#include <QObject>
#include <QPointer>

namespace groundplan {

class BannerArea;
class BoardController;
class Document;

/// Says that a document has marks of a merge on it, and shows one after another; goes when the last is gone.
/// Lives with the document.
class ConflictBanner : public QObject {
    Q_OBJECT
public:
    ConflictBanner(BannerArea& banners, BoardController& board, Document& document);
    ~ConflictBanner() override;

private:
    void say();
    void showNext();
    QList<ElementId> places() const; ///< where they are, each once; none: the board
    qsizetype count() const;

    QPointer<BannerArea> banners_;
    QPointer<BoardController> board_;
    Document& document_;
    QString said_; ///< nobody is told twice what they have closed
    qsizetype next_ = 0;
};

} // namespace groundplan
