#pragma once

#include "app/render/pdf_content.h"
#include "app/render/pdf_fonts.h"
#include "app/render/text_layout.h"

#include <QByteArray>
#include <QHash>
#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
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
class PdfPage final : public QPaintDevice {
public:
    /// `size` in points. `fonts`: those that it shares with other pages; none: it has its own.
    explicit PdfPage(QSizeF size, std::shared_ptr<PdfFontSet> fonts = {});
    ~PdfPage() override;

    QPaintEngine* paintEngine() const override;

    void drawText(const QTransform& transform, QPointF topLeft, const FittedText& text, const QColor& colour);

    /// Paints what `paint` paints within `bounds`, at `at`; the first time it becomes a form named by `key`,
    /// later times only refer to it.
    void drawForm(const QByteArray& key, QPainter& painter, QPointF at, const QRectF& bounds,
                  const std::function<void(QPainter&)>& paint);

    /// Paints a picture in `target`; `bytes` is the file it was read from, which goes in as it is where it is
    /// a JPEG. A key that comes again refers to the first one.
    void drawPicture(const QString& key, const QByteArray& bytes, const QImage& image, QPainter& painter,
                     const QRectF& target);

    QSizeF size() const { return size_; }

    /// Adds the page with its fonts and forms to the document; all pages that share its fonts have been
    /// painted. May throw, as qpdf does.
    void writeTo(QPDF& pdf);

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
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

    QSizeF size_;
    std::unique_ptr<Engine> engine_;
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

/// The page that the painter paints on, if it is one.
PdfPage* pdfPageOf(const QPainter& painter);

} // namespace groundplan
