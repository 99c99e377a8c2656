#include "app/render/pdf_page.h"

#include "app/render/glyph_runs.h"
#include "app/render/meanwhile.h"
#include "app/render/pdf_picture.h"
#include "app/render/pdf_stream.h"
#include "model/exchange/inflate.h"

#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <cmath>
#include <future>

namespace groundplan {

namespace {

/// Packing a large page is what the file waits for: half the time of kDeflateLevel for 5 % more bytes.
constexpr int kContentLevel = 4;

} // namespace

PdfPage::PdfPage(QSizeF size, std::shared_ptr<PdfFontSet> fonts)
    : VectorPage(size)
    , fonts_(fonts ? std::move(fonts) : std::make_shared<PdfFontSet>()) {
    page_.raw("1 0 0 -1 0 ");
    page_.number(size.height());
    page_.raw("cm\n");
}

PdfPage::~PdfPage() = default;

void PdfPage::paintPath(const QPainterPath& path, const QTransform& transform, const QPen& pen,
                        const QBrush& brush) {
    content_->paintPath(path, transform, pen, brush);
}

bool PdfPage::takeMeaning(const FittedText::Line& line, fonts::Role role) {
    const QString& text = line.text;
    struct Placed {
        double x;
        quint32 glyph;
        PdfFont* font;
    };
    std::vector<Placed> placed;
    bool rightToLeft = false;
    std::vector<std::pair<PdfFont*, QList<quint32>>> pictures; // the whole line is drawn with one font a face
    for (const QGlyphRun& run : line.runs) {
        PdfFont* font = fonts_->of(run.rawFont());
        if (!font || !font->hasPictures())
            continue;
        const auto it = std::find_if(pictures.begin(), pictures.end(),
                                     [font](const auto& each) { return each.first == font; });
        (it == pictures.end() ? pictures.emplace_back(font, QList<quint32>()) : *it).second +=
            run.glyphIndexes();
    }
    for (const auto& [font, glyphs] : pictures)
        fonts_->makeRoom(*font, glyphs);
    for (const QGlyphRun& run : line.runs) {
        PdfFont* font = fonts_->of(run.rawFont());
        if (!font)
            continue;
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        for (qsizetype i = 0; i < glyphs.size(); ++i)
            placed.push_back({positions[i].x(), glyphs[i], font});
        rightToLeft |= run.isRightToLeft();
    }
    bool all = true;
    const bool oneEach =
        !rightToLeft && qsizetype(placed.size()) == text.size() &&
        std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSurrogate() || c.isMark(); });
    if (oneEach) {
        // Left to right with a glyph for each character: they stand in the order of the text, whatever their
        // fonts.
        if (line.runs.size() > 1)
            std::stable_sort(placed.begin(), placed.end(),
                             [](const Placed& a, const Placed& b) { return a.x < b.x; });
        for (std::size_t i = 0; i < placed.size(); ++i)
            all &= placed[i].font->use(placed[i].glyph, QStringView(text).mid(qsizetype(i), 1));
        return all;
    }
    // Otherwise each letter with its marks is asked for on its own.
    QTextLayout layout(text, fonts::of(role));
    keepSigns(layout);
    layout.beginLayout();
    layout.createLine().setLineWidth(1e6);
    layout.endLayout();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > from;
         from = to, to = finder.toNextBoundary()) {
        QStringView rest = QStringView(text).mid(from, to - from);
        const QList<QGlyphRun> runs = glyphRunsOf(layout, int(from), int(to - from));
        for (const QGlyphRun& run : runs) {
            PdfFont* font = fonts_->of(run.rawFont());
            if (!font)
                continue;
            const QList<quint32> glyphs = run.glyphIndexes();
            for (qsizetype i = 0; i < glyphs.size(); ++i) {
                // The first glyph stands for the letter and all that has no glyph of its own.
                const qsizetype part =
                    i + 1 == glyphs.size() ? rest.size() : std::min<qsizetype>(1, rest.size());
                all &= !rest.isEmpty() && font->use(glyphs[i], rest.first(part));
                rest = rest.mid(part);
            }
        }
        all &= rest.isEmpty();
    }
    // A glyph that the layout gives only for longer ranges would have no meaning: keep it valid all the same.
    for (const Placed& each : placed)
        each.font->use(each.glyph, {});
    return all;
}

void PdfPage::drawRun(const QTransform& transform, QPointF topLeft, const QGlyphRun& run, PdfFont& font) {
    std::vector<std::pair<QPointF, quint32>> glyphs;
    const QList<quint32> indexes = run.glyphIndexes();
    const QList<QPointF> positions = run.positions();
    glyphs.reserve(std::size_t(indexes.size()));
    for (qsizetype i = 0; i < indexes.size(); ++i)
        glyphs.emplace_back(positions[i], indexes[i]);
    // Right to left they come in reading order; readers of PDF expect them as they stand and turn them round
    // themselves.
    if (run.isRightToLeft())
        std::stable_sort(glyphs.begin(), glyphs.end(),
                         [](const auto& a, const auto& b) { return a.first.x() < b.first.x(); });

    const double pixels = run.rawFont().pixelSize();
    content_->setFont(font.name(), pixels * transform.m11());
    // The pen may be off by this much (points) before it is put right: Qt's positions are rounded to 1/64.
    constexpr double kSlack = 0.03;
    QByteArray codes;
    for (std::size_t from = 0; from < glyphs.size();) {
        const QPointF start = glyphs[from].first;
        double pen = start.x();
        codes.clear();
        std::size_t i = from;
        for (; i < glyphs.size() && std::abs(glyphs[i].first.y() - start.y()) < 0.01; ++i) {
            const auto& [position, glyph] = glyphs[i];
            const double off = position.x() - pen;
            if (i > from && std::abs(off) > kSlack) {
                codes += '>';
                codes += QByteArray::number(-off * 1000 / pixels, 'f', 0);
                codes += '<';
                pen = position.x();
            }
            font.appendCode(glyph, codes);
            pen += font.advance(glyph) * pixels / 1000;
        }
        const QPointF at = transform.map(topLeft + start);
        content_->raw("BT 1 0 0 -1 ");
        content_->number(at.x());
        content_->number(at.y());
        content_->raw("Tm [<");
        content_->raw(codes);
        content_->raw(">] TJ ET\n");
        from = i;
    }
}

void PdfPage::drawOutlines(const QTransform& transform, QPointF topLeft, const QGlyphRun& run) {
    const QList<quint32> glyphs = run.glyphIndexes();
    const QList<QPointF> positions = run.positions();
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        const QPainterPath outline = run.rawFont().pathForGlyph(glyphs[i]).translated(topLeft + positions[i]);
        if (!outline.isEmpty())
            content_->fillPath(outline, transform);
    }
}

void PdfPage::drawLine(const QTransform& transform, QPointF topLeft, const FittedText::Line& line,
                       fonts::Role role) {
    const bool known = takeMeaning(line, role);
    // A glyph has another meaning elsewhere: the line says itself what it says.
    if (!known && !said_)
        content_->raw("/Span <</ActualText <FEFF" + hex16(line.text) + ">>> BDC\n");
    for (const QGlyphRun& run : line.runs) {
        if (PdfFont* font = fonts_->of(run.rawFont()))
            drawRun(transform, topLeft, run, *font);
        else
            drawOutlines(transform, topLeft, run);
    }
    if (!known && !said_)
        content_->raw("EMC\n");
}

void PdfPage::drawText(const QTransform& transform, QPointF topLeft, const FittedText& text,
                       const QColor& colour) {
    // A title on two lines is one text to be found, whatever a reader would take to lie between them. Not
    // from right to left: there readers turn round what they take from the page, and this along with it.
    const auto turned = [](const FittedText::Line& line) {
        return std::any_of(line.runs.begin(), line.runs.end(),
                           [](const QGlyphRun& run) { return run.isRightToLeft(); });
    };
    said_ = text.role == fonts::Role::BlockTitle && text.lines.size() > 1 &&
            std::none_of(text.lines.begin(), text.lines.end(), turned);
    if (said_)
        content_->raw("/Span <</ActualText <FEFF" + hex16(text.shown()) + ">>> BDC\n");
    drawLines(transform, topLeft, text, colour);
    if (std::exchange(said_, false))
        content_->raw("EMC\n");
}

void PdfPage::drawLines(const QTransform& transform, QPointF topLeft, const FittedText& text,
                        const QColor& colour) {
    if (text.tall) {
        const QRectF clip =
            transform.mapRect(QRectF(topLeft, QSizeF(text.width, text.height)).adjusted(-2, -2, 2, 2));
        content_->setOpacity(100, 100);
        content_->raw("q ");
        for (const double value : {clip.left(), clip.top(), clip.width(), clip.height()})
            content_->number(value);
        content_->raw("re W n\n");
        PdfContent inside;
        std::swap(*content_, inside); // what is set between q and Q is forgotten after Q
        content_->setFill(colour);
        for (const FittedText::Line& line : text.lines)
            drawLine(transform, topLeft, line, text.role);
        std::swap(*content_, inside);
        content_->raw(inside.bytes());
        content_->raw("Q\n");
        return;
    }
    content_->setFill(colour);
    for (const FittedText::Line& line : text.lines)
        drawLine(transform, topLeft, line, text.role);
}

void PdfPage::paintClipped(const QRectF& area, const std::function<void()>& paint) {
    content_->beginClip(area);
    paint();
    content_->endClip();
}

void PdfPage::drawForm(const QByteArray& key, QPainter& painter, QPointF at, const QRectF& bounds,
                       const std::function<void(QPainter&)>& paint) {
    std::unique_ptr<Form>& form = forms_[key.toStdString()];
    const QTransform board = painter.worldTransform();
    if (!form) {
        form = std::make_unique<Form>();
        form->name = "X" + QByteArray::number(qlonglong(forms_.size()));
        form->bounds = bounds;
        formOrder_.push_back(form.get());
        PdfContent* outer = std::exchange(content_, &form->content);
        painter.setWorldTransform(QTransform());
        paint(painter);
        painter.setWorldTransform(board);
        content_ = outer;
    }
    const QPointF place = board.map(at);
    content_->setOpacity(100, 100); // what holds outside holds inside, too
    content_->raw("q ");
    content_->number(board.m11());
    content_->raw("0 0 ");
    content_->number(board.m22());
    content_->number(place.x());
    content_->number(place.y());
    content_->raw("cm /" + form->name + " Do Q\n");
}

void PdfPage::drawPicture(const QString& key, const QByteArray& bytes, const QImage& image, QPainter& painter,
                          const QRectF& target) {
    if (image.isNull())
        return;
    auto it = pictureNumbers_.constFind(key);
    if (it == pictureNumbers_.cend()) {
        it = pictureNumbers_.insert(key, int(pictures_.size()));
        pictures_.push_back({bytes, image});
    }
    const QRectF place = painter.worldTransform().mapRect(target);
    content_->setOpacity(100, 100);
    // A picture's unit square stands upright, the page's y grows downwards.
    content_->raw("q ");
    for (const double value : {place.width(), 0.0, 0.0, -place.height(), place.left(), place.bottom()})
        content_->number(value);
    content_->raw("cm /P" + QByteArray::number(*it) + " Do Q\n");
}

void PdfPage::writeTo(QPDF& pdf) {
    // Packed while the fonts are cut down to what is used of them.
    std::future<QByteArray> content =
        meanwhile(deflated, QByteArray::fromStdString(page_.bytes()), kContentLevel);
    QPDFObjectHandle forms = QPDFObjectHandle::newDictionary();
    for (const Form* form : formOrder_) {
        QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, form->content.bytes());
        QPDFObjectHandle dict = stream.getDict();
        dict.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
        dict.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
        dict.replaceKey("/BBox", QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(
                                     form->bounds.left(), form->bounds.top(), form->bounds.right(),
                                     form->bounds.bottom())));
        forms.replaceKey(pdfName(form->name.toStdString()), stream);
    }
    for (std::size_t i = 0; i < pictures_.size(); ++i)
        forms.replaceKey("/P" + std::to_string(i), pdfPicture(pdf, pictures_[i].image, pictures_[i].bytes));
    QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
    if (!page_.opacities().isEmpty()) {
        QPDFObjectHandle states = QPDFObjectHandle::newDictionary();
        for (const auto& [fill, stroke] : page_.opacities()) {
            QPDFObjectHandle state = QPDFObjectHandle::parse("<< /Type /ExtGState >>");
            state.replaceKey("/ca", QPDFObjectHandle::newReal(fill / 100.0, 2, true));
            state.replaceKey("/CA", QPDFObjectHandle::newReal(stroke / 100.0, 2, true));
            states.replaceKey(pdfName(PdfContent::stateName(fill, stroke).toStdString()), state);
        }
        resources.replaceKey("/ExtGState", states);
    }
    resources.replaceKey("/Font", fonts_->write(pdf));
    resources.replaceKey("/XObject", forms);
    QPDFObjectHandle page = QPDFObjectHandle::parse("<< /Type /Page >>");
    page.replaceKey("/MediaBox", QPDFObjectHandle::newArray(
                                     QPDFObjectHandle::Rectangle(0, 0, size().width(), size().height())));
    page.replaceKey("/Resources", resources);
    QPDFObjectHandle contents = QPDFObjectHandle::newStream(&pdf);
    setPacked(contents, content.get());
    page.replaceKey("/Contents", contents);
    pdf.addPage(pdf.makeIndirectObject(page), false);
}

} // namespace groundplan
