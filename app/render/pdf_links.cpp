#include "app/render/pdf_links.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace groundplan {
namespace {

QPDFObjectHandle text(const QString& value) {
    return QPDFObjectHandle::newUnicodeString(value.toStdString());
}

QPDFObjectHandle real(double value) {
    return QPDFObjectHandle::newReal(value, 2, true);
}

} // namespace

PdfLinks::PdfLinks(QPDF& pdf)
    : pdf_(pdf)
    , pages_(pdf.getAllPages()) {
    for (QPDFObjectHandle& page : pages_)
        heights_.push_back(page.getKey("/MediaBox").getArrayAsRectangle().ury);
}

PdfLinks::~PdfLinks() = default;

QPDFObjectHandle PdfLinks::destination(const PdfPlace& place) const {
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    array.appendItem(pages_[std::size_t(place.page)]);
    array.appendItem(QPDFObjectHandle::newName("/XYZ"));
    array.appendItem(real(place.at.x()));
    array.appendItem(real(heights_[std::size_t(place.page)] - place.at.y()));
    array.appendItem(QPDFObjectHandle::newNull()); // the zoom stays
    return array;
}

void PdfLinks::addAnnotation(int page, const QRectF& area, QPDFObjectHandle annotation) {
    const double height = heights_[std::size_t(page)];
    annotation.replaceKey("/Rect",
                          QPDFObjectHandle::newArray({real(area.left()), real(height - area.bottom()),
                                                      real(area.right()), real(height - area.top())}));
    QPDFObjectHandle& object = pages_[std::size_t(page)];
    if (!object.hasKey("/Annots"))
        object.replaceKey("/Annots", QPDFObjectHandle::newArray());
    object.getKey("/Annots").appendItem(pdf_.makeIndirectObject(annotation));
}

void PdfLinks::addLink(int page, const QRectF& area, const PdfPlace& to, const QString& says) {
    QPDFObjectHandle link = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 >>");
    link.replaceKey("/Dest", destination(to));
    if (!says.isEmpty())
        link.replaceKey("/Contents", text(says));
    addAnnotation(page, area, link);
}

void PdfLinks::addUrl(int page, const QRectF& area, const QString& url) {
    QPDFObjectHandle link = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 >>");
    QPDFObjectHandle action = QPDFObjectHandle::parse("<< /S /URI >>");
    action.replaceKey("/URI", QPDFObjectHandle::newString(url.toStdString()));
    link.replaceKey("/A", action);
    link.replaceKey("/Contents", text(url));
    addAnnotation(page, area, link);
}

void PdfLinks::addOutline(const QList<OutlineEntry>& entries) {
    if (entries.isEmpty())
        return;
    QPDFObjectHandle root = pdf_.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>"));
    // One chain of siblings for each of the two levels.
    struct Chain {
        QPDFObjectHandle parent, last;
        int count = 0;
    };
    Chain top{root, {}, 0}, below;
    const auto append = [this](Chain& chain, const OutlineEntry& entry) {
        QPDFObjectHandle item = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", text(entry.title));
        item.replaceKey("/Parent", chain.parent);
        item.replaceKey("/Dest", destination(entry.place));
        if (chain.count == 0) {
            chain.parent.replaceKey("/First", item);
        } else {
            item.replaceKey("/Prev", chain.last);
            chain.last.replaceKey("/Next", item);
        }
        chain.last = item;
        chain.parent.replaceKey("/Last", item);
        ++chain.count;
    };
    const auto fold = [&below] {
        if (below.count > 0)
            below.parent.replaceKey("/Count", QPDFObjectHandle::newInteger(-below.count));
        below.count = 0;
    };
    for (const OutlineEntry& entry : entries) {
        if (entry.level == 1 || top.count == 0) {
            fold();
            append(top, entry);
            below.parent = top.last;
        } else {
            append(below, entry);
        }
    }
    fold();
    root.replaceKey("/Count", QPDFObjectHandle::newInteger(top.count));
    pdf_.getRoot().replaceKey("/Outlines", root);
    pdf_.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

void PdfLinks::addNames(const QList<std::pair<QString, PdfPlace>>& names) {
    QPDFNameTreeObjectHelper tree = QPDFNameTreeObjectHelper::newEmpty(pdf_);
    for (const auto& [name, place] : names)
        tree.insert(name.toStdString(), destination(place));
    QPDFObjectHandle root = pdf_.getRoot();
    if (!root.hasKey("/Names"))
        root.replaceKey("/Names", QPDFObjectHandle::newDictionary());
    root.getKey("/Names").replaceKey("/Dests", tree.getObjectHandle());
}

} // namespace groundplan
