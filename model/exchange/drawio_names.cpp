#include "model/exchange/drawio_names.h"

#include "model/design/not_taken.h"
#include "model/exchange/board_place.h"
#include "model/exchange/drawio_label.h"
#include "model/exchange/drawio_look.h"
#include "model/exchange/drawio_style.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

namespace {

QString tr(const char* text, const char* meaning = nullptr) {
    return QCoreApplication::translate("Drawio", text, meaning);
}

} // namespace

QString CellNames::of(const Cell& cell) const {
    const Style style(cell.style);
    if (const QString words = labelOf(cell, style, page_).text; !words.trimmed().isEmpty())
        return NotTaken::thing(prefix_ + cell.id, words);
    const QStringList icons = iconsOf(style);
    const QString sort = cell.edge          ? tr("a connector")
                         : !icons.isEmpty() ? NotTaken::called(icons.first())
                         : isPicture(style) ? tr("a picture")
                                            : tr("a shape without a text");
    if (cell.edge && !cell.geometry.start)
        return sort;
    return tr("%1 %2", "what, where").arg(sort, whereIs(cell));
}

QString CellNames::whereIs(const Cell& cell) const {
    if (!neighbours_) {
        neighbours_.emplace();
        for (const Cell& other : page_.cells)
            cells_.insert(other.id, &other);
        for (const Cell& other : page_.cells) {
            if (!other.vertex || !other.visible || other.label.isEmpty())
                continue;
            if (const QString words = labelOf(other, Style(other.style), page_).text;
                !words.trimmed().isEmpty())
                neighbours_->add(NotTaken::thing(prefix_ + other.id, words), boardRect(placeOf(other)));
        }
    }
    return neighbours_->whereIs(boardRect(placeOf(cell)));
}

QRectF CellNames::placeOf(const Cell& cell) const {
    constexpr qsizetype kDeepest = 1'000; // a damaged file may have a cell within itself
    QList<const Cell*> way{&cell};
    while (way.size() < kDeepest) {
        const Cell* parent = cells_.value(way.constLast()->parent);
        if (!parent)
            break;
        way << parent;
    }
    QRectF place;
    for (auto at = way.crbegin(); at != way.crend(); ++at) {
        if ((*at)->vertex)
            place = rectOf((*at)->geometry, (*at)->folded, place.topLeft(), place.size());
    }
    return cell.edge && cell.geometry.start ? QRectF(place.topLeft() + *cell.geometry.start, QSizeF(1, 1))
                                            : place;
}

} // namespace groundplan::drawio
