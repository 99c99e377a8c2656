#pragma once

#include "model/design/design.h"
#include "model/exchange/drawio_file.h"

#include <QString>

#include <atomic>
#include <memory>

namespace groundplan::drawio {

/// The attribute of a page's root that holds the design that was exported there, and of a cell that says what
/// it is ("card") and which element it stands for: draw.io keeps both, the latter in copies, too.
inline const QString kCarried = QStringLiteral("groundplan");

/// The design, but for pictures, which their cells hold: JSON, packed, in Base64. Equal designs give equal
/// texts.
QString carriedText(const Design& design);

/// What Groundplan has exported onto a page, to tell what was changed there since: only that is to be read as
/// another program's drawing.
class Carried {
public:
    /// Of a page that carries nothing, or nothing sound, all is another program's. `left`: how many bytes the
    /// designs of this page and those behind it may unpack to; 0 after one that is not sound.
    Carried(const Page& page, qsizetype& left, const std::atomic<bool>* cancelled);

    /// Null: nothing is carried.
    const std::shared_ptr<const Design>& design() const { return design_; }
    /// How a cell was written that stands for an element, or is a copy of one; null: it does not.
    const Cell* written(const Cell& cell) const;
    /// The element that a cell stands for which was written.
    static ElementId elementOf(const Cell& cell);
    /// The cell, with what it said when it was `written` (or null) if it has lost the object around it.
    static Cell whole(const Cell& cell, const Cell* written);
    /// Whether what is left of it lies above each other as it did.
    bool isInOrder() const { return inOrder_; }
    /// The page's name when it was written.
    const QString& pageName() const { return pageName_; }

private:
    std::shared_ptr<const Design> design_;
    QHash<ElementId, Cell> written_;
    QString pageName_;
    bool inOrder_ = true;
};

} // namespace groundplan::drawio
