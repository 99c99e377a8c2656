#pragma once

#include "app/render/pdf_content.h"
#include "app/render/pdf_fonts.h"
#include "app/render/text_layout.h"
#include "app/render/vector_page.h"

#include <QByteArray>
#include <QHash>
#include <QImage>
#include <QRectF>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace groundplan {

/// One page of a PDF file that a QPainter paints on: paths as vectors, texts as text, what repeats as forms.
///
/// Qt's own PDF engine is not used, for what was measured with 10,000 blocks: it writes each glyph as an
/// operator of its own and each card anew (31 MB of content, six times as slow), and a glyph that the font
/// substituted ("≥" before a digit, a ligature) stands for nothing there and cannot be found in the text.
class PdfPage final : public VectorPage {
public:
    /// `size` in points. `fonts`: those that it shares with other pages; none: it has its own.
    explicit PdfPage(QSizeF size, std::shared_ptr<PdfFontSet> fonts = {});
    ~PdfPage() override;

    void drawText(const QTransform& transform, QPointF topLeft, const FittedText& text,
                  const QColor& colour) override;

    /// The first time it becomes a form of the page, later times only refer to it.
    void drawForm(const QByteArray& key, QPainter& painter, QPointF at, const QRectF& bounds,
                  const std::function<void(QPainter&)>& paint) override;

    /// A JPEG goes in as it is.
    void drawPicture(const QString& key, const QByteArray& bytes, const QImage& image, QPainter& painter,
                     const QRectF& target) override;

    /// What `paint` paints is seen within `area` (points of the page) only.
    void paintClipped(const QRectF& area, const std::function<void()>& paint);

    using VectorPage::size; ///< points

    /// Adds the page with its fonts and forms to the document; all pages that share its fonts have been
    /// painted. May throw, as qpdf does.
    void writeTo(QPDF& pdf);

protected:
    void paintPath(const QPainterPath& path, const QTransform& transform, const QPen& pen,
                   const QBrush& brush) override;

private:
    struct Form {
        QByteArray name;
        QRectF bounds;
        PdfContent content;
    };

    void drawLines(const QTransform& transform, QPointF topLeft, const FittedText& text,
                   const QColor& colour);
    void drawLine(const QTransform& transform, QPointF topLeft, const FittedText::Line& line,
                  fonts::Role role);
    void drawRun(const QTransform& transform, QPointF topLeft, const QGlyphRun& run, PdfFont& font);
    void drawOutlines(const QTransform& transform, QPointF topLeft, const QGlyphRun& run);
    /// Tells the fonts what each glyph of the line stands for; false when they cannot all keep that in mind.
    bool takeMeaning(const FittedText::Line& line, fonts::Role role);

    PdfContent page_;
    PdfContent* content_ = &page_; ///< the page or the form being painted
    bool said_ = false;            ///< what the lines say has been written already
    std::unordered_map<std::string, std::unique_ptr<Form>> forms_;
    std::vector<Form*> formOrder_;
    struct PagePicture {
        QByteArray bytes;
        QImage image;
    };
    std::vector<PagePicture> pictures_;
    QHash<QString, int> pictureNumbers_; ///< by key: place in pictures_
    std::shared_ptr<PdfFontSet> fonts_;
};

} // namespace groundplan
