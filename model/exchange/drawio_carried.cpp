#include "model/exchange/drawio_carried.h"

#include "model/exchange/drawio_writer.h"
#include "model/exchange/inflate.h"
#include "model/exchange/json_reader.h"
#include "model/exchange/json_writer.h"

#include <QSet>

#include <utility>

namespace groundplan::drawio {

namespace {

QString valueOf(const Cell& cell) {
    for (const auto& [name, value] : cell.data) {
        if (name == kCarried)
            return value;
    }
    return {};
}

std::shared_ptr<const Design> designOn(const Page& page, qsizetype& left,
                                       const std::atomic<bool>* cancelled) {
    for (const Cell& cell : page.cells) {
        const QString text = cell.vertex || cell.edge || !cell.parent.isEmpty() ? QString() : valueOf(cell);
        if (text.isEmpty() || left <= 0)
            continue;
        // Whoever writes what is not sound gets one try for all pages.
        const qsizetype most = std::exchange(left, 0);
        const auto packed =
            QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        const auto json =
            inflated(packed ? packed.decoded : QByteArray(), Wrapping::Zlib, {most, {}, cancelled});
        static const Catalogue none;
        const auto import = json ? readJson(*json, page.name, none, {}, cancelled) : Result<Import>(Import());
        if (!json || !import || !import->positioned || !import->notTaken.isEmpty())
            return {};
        left = most - json->size();
        return std::make_shared<const Design>(import->design);
    }
    return {};
}

bool isBare(const Cell& cell) {
    return cell.data.isEmpty() && cell.tooltip.isEmpty() && cell.link.isEmpty();
}

} // namespace

QString carriedText(const Design& design) {
    Design carried = design;
    QSet<ElementId> images;
    for (const Image& image : design.images)
        images.insert(image.id);
    for (const ElementId id : std::as_const(images)) {
        carried.images.remove(id);
        carried.elements.remove(id);
    }
    // What hangs on them stands in their tooltips.
    const auto drop = [&images](auto& table, const auto& rows) {
        for (const auto& row : rows) {
            if (images.contains(row.subject))
                table.remove(row.id);
        }
    };
    drop(carried.notes, design.notes);
    drop(carried.metrics, design.metrics);
    drop(carried.properties, design.properties);
    for (Decision decision : Table<Decision>(design.decisions)) {
        if (!images.contains(decision.subject))
            continue;
        decision.subject = {}; // a card may show it
        carried.decisions.put(decision);
    }
    return QString::fromLatin1(deflated(writeJson(carried)).toBase64());
}

Carried::Carried(const Page& page, qsizetype& left, const std::atomic<bool>* cancelled)
    : design_(designOn(page, left, cancelled)) {
    if (!design_)
        return;
    // Colours of kinds are not compared, so that no catalogue is needed.
    const auto pages = readPages(writeDrawio(*design_, {}), page.name, cancelled);
    if (!pages || pages->isEmpty()) {
        design_.reset();
        return;
    }
    pageName_ = pages->first().name;
    QHash<QString, qsizetype> places;
    for (const Cell& cell : pages->first().cells) {
        if (!cell.vertex && !cell.edge)
            continue;
        places.insert(cell.id, places.size());
        written_.insert(elementOf(cell), cell);
    }
    qsizetype last = -1;
    for (const Cell& cell : page.cells) {
        const qsizetype place = places.value(cell.id, last);
        inOrder_ = inOrder_ && place >= last;
        last = place;
    }
}

const Cell* Carried::written(const Cell& cell) const {
    if (!design_)
        return nullptr;
    const auto known = written_.constFind(elementOf(cell));
    return known != written_.cend() && known->edge == cell.edge ? &*known : nullptr;
}

ElementId Carried::elementOf(const Cell& cell) {
    const QString mark = valueOf(cell);
    if (!mark.isNull() || !isBare(cell) || !cell.id.startsWith(u'e'))
        return ElementId(mark.section(u' ', -1).toLongLong());
    return ElementId(cell.id.sliced(1).toLongLong());
}

Cell Carried::whole(const Cell& cell, const Cell* written) {
    Cell all = cell;
    if (written && isBare(cell)) {
        all.data = written->data;
        all.tooltip = written->tooltip;
        all.link = written->link;
    }
    return all;
}

} // namespace groundplan::drawio
