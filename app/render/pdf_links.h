#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace groundplan {

/// Somewhere in a PDF file: the page from 0 on, and points from its top left corner.
struct PdfPlace {
    int page = 0;
    QPointF at;
};

struct OutlineEntry {
    QString title;
    int level = 1; ///< 1, or 2 below the one before of level 1
    PdfPlace place;
};

/// Adds what leads from one place of a PDF file to another. All pages are there; may throw, as qpdf does.
class PdfLinks {
public:
    explicit PdfLinks(QPDF& pdf);
    ~PdfLinks();
    PdfLinks(const PdfLinks&) = delete;
    PdfLinks& operator=(const PdfLinks&) = delete;

    /// `says` is what a screen reader says of it.
    void addLink(int page, const QRectF& area, const PdfPlace& to, const QString& says);
    void addUrl(int page, const QRectF& area, const QString& url);
    /// Bookmarks; those of level 2 are folded in.
    void addOutline(const QList<OutlineEntry>& entries);
    /// Names under which a place can be asked for from outside ("report.pdf#NAME").
    void addNames(const QList<std::pair<QString, PdfPlace>>& names);

private:
    QPDFObjectHandle destination(const PdfPlace& place) const;
    void addAnnotation(int page, const QRectF& area, QPDFObjectHandle annotation);

    QPDF& pdf_;
    std::vector<QPDFObjectHandle> pages_;
    std::vector<double> heights_; ///< of the pages
};

} // namespace groundplan
