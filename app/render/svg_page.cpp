#include "app/render/svg_page.h"

#include "app/render/svg_shapes.h"
#include "app/render/text_layout.h"
#include "model/design/web_link.h"

#include <QImage>
#include <QPainter>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

static_assert(fonts::kRoleCount <= 16);

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// How much longer a length of the painter is on the page.
double scaleOf(const QTransform& transform) {
    return transform.type() <= QTransform::TxTranslate ? 1 : std::sqrt(std::abs(transform.determinant()));
}

bool isUpright(const QTransform& transform) {
    return transform.type() <= QTransform::TxScale && transform.m11() > 0 && transform.m22() > 0;
}

std::string_view layerOf(VectorPage::Part part) {
    switch (part) {
    case VectorPage::Part::Frame:
        return "layer-frames";
    case VectorPage::Part::Connection:
        return "layer-connections";
    case VectorPage::Part::Front:
        return "layer-blocks";
    case VectorPage::Part::Label:
        return "layer-labels";
    }
    return {};
}

std::string_view classOf(const Design& design, ElementId id) {
    const Element* element = design.elements.find(id);
    return element ? std::string_view(Words<ElementType>::words[std::size_t(element->type)])
                   : std::string_view();
}

/// Whether the font would draw one arrow where "->" was typed (see keepSigns()).
bool hasSigns(const QString& text) {
    const auto isSign = [](QChar c) { return c == u'-' || c == u'<' || c == u'>' || c == u'='; };
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (isSign(text[i]) && isSign(text[i - 1]))
            return true;
    }
    return false;
}

/// From where to where the glyphs of a line lie, and on which height.
struct Extent {
    double left, right, baseline;
};

std::optional<Extent> extentOf(const FittedText::Line& line) {
    if (line.runs.isEmpty() && !line.text.isEmpty())
        return Extent{0, 0, line.baseline};
    std::optional<Extent> extent;
    const bool turned = std::any_of(line.runs.begin(), line.runs.end(),
                                    [](const QGlyphRun& run) { return run.isRightToLeft(); });
    for (const QGlyphRun& run : line.runs) {
        const QList<QPointF> positions = run.positions();
        if (positions.isEmpty())
            continue;
        if (!extent)
            extent = {positions.first().x(), positions.first().x(), positions.first().y()};
        if (!turned && !line.fromRight) {
            extent->left = std::min(extent->left, positions.first().x());
            continue;
        }
        // A run is all of one font, in whatever order its pieces stand.
        const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
        for (qsizetype i = 0; i < positions.size(); ++i) {
            extent->left = std::min(extent->left, positions[i].x());
            extent->right = std::max(extent->right, positions[i].x() + advances.value(i).x());
        }
    }
    return extent;
}

} // namespace

SvgPage::SvgPage(const Design& design, const Catalogue& catalogue, const BoardIndex& index, QSizeF size)
    : VectorPage(size)
    , design_(design)
    , ids_(design)
    , words_(design, catalogue, index) {
    constexpr std::size_t kUsual = 400; ///< bytes an element
    content_.reserve(kUsual * std::size_t(design.elements.size()) + 4096);
    for (int role = 0; role < fonts::kRoleCount; ++role) {
        const QFont& font = fonts::of(fonts::Role(role));
        if (font.weight() != QFont::Normal)
            fonts_[std::size_t(role)] = " font-weight=\"" + std::to_string(int(font.weight())) + '"';
    }
}

SvgPage::~SvgPage() = default;

void SvgPage::beginLayer(std::string_view id) {
    endLayer();
    text_->raw("<g");
    text_->attribute("id", id);
    text_->raw(">\n");
    inLayer_ = true;
}

void SvgPage::endLayer() {
    if (std::exchange(inLayer_, false))
        text_->raw("</g>\n");
    layer_.reset();
}

void SvgPage::beginWindow(const QRectF& area) {
    endLayer();
    text_->raw("<svg");
    text_->attribute("x", area.x());
    text_->attribute("y", area.y());
    text_->attribute("width", area.width());
    text_->attribute("height", area.height());
    text_->viewBox(area);
    text_->raw(">\n");
}

void SvgPage::endWindow() {
    endLayer();
    text_->raw("</svg>\n");
}

void SvgPage::beginElement(ElementId id, Part part) {
    pending_ = {id, part};
}

void SvgPage::open() {
    if (isOpen_ || !pending_ || text_ != &content_)
        return;
    const auto [id, part] = *pending_;
    if (layer_ != part) {
        beginLayer(layerOf(part));
        layer_ = part;
    }
    isOpen_ = true;
    const QString name = ids_.of(id);
    if (part == Part::Label) {
        text_->raw("<g");
        text_->attribute("id", QStringView(name + QStringLiteral("-label")));
        text_->raw(" class=\"label\">");
        return;
    }
    text_->raw("<g");
    text_->attribute("id", QStringView(name));
    text_->attribute("class", classOf(design_, id));
    text_->raw("><title>");
    text_->escaped(words_.title(id));
    text_->raw("</title>");
    if (const QString description = words_.description(id); !description.isEmpty()) {
        text_->raw("<desc>");
        text_->escaped(description);
        text_->raw("</desc>");
    }
    const Block* block = design_.blocks.find(id);
    const QString link =
        block && !block->link.isEmpty() ? webLink(block->link).toString(QUrl::FullyEncoded) : QString();
    isLinked_ = !link.isEmpty();
    if (isLinked_) {
        text_->raw("\n<a");
        text_->attribute("href", QStringView(link));
        text_->attribute("xlink:href", QStringView(link));
        text_->raw(">");
    }
}

void SvgPage::endElement() {
    if (std::exchange(isLinked_, false))
        text_->raw("\n</a>");
    if (std::exchange(isOpen_, false))
        text_->raw("\n</g>\n");
    pending_.reset();
}

void SvgPage::writeRect(const QRectF& rect, QSizeF radii, const QPen& pen, const QBrush& brush,
                        double scale) {
    open();
    text_->raw("\n<rect");
    text_->attribute("x", rect.x());
    text_->attribute("y", rect.y());
    text_->attribute("width", rect.width());
    text_->attribute("height", rect.height());
    if (radii.width() > 0)
        text_->attribute("rx", radii.width());
    if (std::abs(radii.height() - radii.width()) > 0.005)
        text_->attribute("ry", radii.height());
    text_->fill(brush);
    text_->stroke(pen, scale, false);
    text_->raw("/>");
}

void SvgPage::paintRect(const QRectF& rect, const QTransform& transform, const QPen& pen,
                        const QBrush& brush) {
    if (isUpright(transform))
        writeRect(transform.mapRect(rect), {0, 0}, pen, brush, scaleOf(transform));
    else
        VectorPage::paintRect(rect, transform, pen, brush);
}

void SvgPage::paintEllipse(const QRectF& rect, const QTransform& transform, const QPen& pen,
                           const QBrush& brush) {
    if (!isUpright(transform)) {
        VectorPage::paintEllipse(rect, transform, pen, brush);
        return;
    }
    open();
    const QRectF place = transform.mapRect(rect);
    const bool isCircle = std::abs(place.width() - place.height()) < 0.005;
    text_->raw(isCircle ? "\n<circle" : "\n<ellipse");
    text_->attribute("cx", place.center().x());
    text_->attribute("cy", place.center().y());
    if (isCircle) {
        text_->attribute("r", place.width() / 2);
    } else {
        text_->attribute("rx", place.width() / 2);
        text_->attribute("ry", place.height() / 2);
    }
    text_->fill(brush);
    text_->stroke(pen, scaleOf(transform), false);
    text_->raw("/>");
}

void SvgPage::paintPath(const QPainterPath& path, const QTransform& transform, const QPen& pen,
                        const QBrush& brush) {
    const bool fills = brush.style() != Qt::NoBrush, strokes = pen.style() != Qt::NoPen;
    if ((!fills && !strokes) || path.isEmpty())
        return;
    const double scale = scaleOf(transform);
    if (isUpright(transform)) {
        if (const auto rounded = roundedRectIn(path)) {
            writeRect(transform.mapRect(rounded->rect), QSizeF(rounded->rx, rounded->ry) * scale, pen, brush,
                      scale);
            return;
        }
    }
    open();
    text_->raw("\n<path d=\"");
    text_->path(path, transform);
    text_->raw("\"");
    text_->fill(brush);
    if (fills && path.fillRule() == Qt::OddEvenFill && isCompound(path))
        text_->raw(" fill-rule=\"evenodd\"");
    text_->stroke(pen, scale, true);
    text_->raw("/>");
}

void SvgPage::writeLine(const QTransform& transform, QPointF topLeft, const FittedText& text, qsizetype line,
                        const QColor& colour) {
    const FittedText::Line& each = text.lines[line];
    const auto extent = extentOf(each);
    if (!extent || QStringView(each.text).trimmed().isEmpty())
        return;
    const QPointF start =
        transform.map(topLeft + QPointF(each.fromRight ? extent->right : extent->left, extent->baseline));
    text_->raw("\n<text");
    text_->attribute("x", start.x());
    text_->attribute("y", start.y());
    text_->attribute("font-size", fonts::of(text.role).pixelSize() * transform.m11());
    text_->raw(fonts_[std::size_t(text.role)]);
    text_->fill(colour);
    if (each.fromRight)
        text_->raw(" direction=\"rtl\"");
    if (hasSigns(each.text))
        text_->raw(" style=\"font-feature-settings:'calt' 0\"");
    if (each.text.startsWith(u' ') || each.text.contains(QStringLiteral("  ")))
        text_->raw(" xml:space=\"preserve\"");
    text_->raw(">");
    text_->escaped(QStringView(each.text).trimmed());
    text_->raw("</text>");
}

void SvgPage::drawText(const QTransform& transform, QPointF topLeft, const FittedText& text,
                       const QColor& colour) {
    open();
    if (text.tall) {
        const QByteArray id = "clip-" + QByteArray::number(++clips_);
        text_->raw("\n<clipPath");
        text_->attribute("id", view(id));
        text_->raw(">");
        writeRect(transform.mapRect(QRectF(topLeft, QSizeF(text.width, text.height)).adjusted(-2, -2, 2, 2)),
                  {0, 0}, Qt::NoPen, Qt::black, 1);
        text_->raw("</clipPath><g clip-path=\"url(#");
        text_->raw(view(id));
        text_->raw(")\">");
    }
    for (qsizetype line = 0; line < text.lines.size(); ++line)
        writeLine(transform, topLeft, text, line, colour);
    if (text.tall)
        text_->raw("</g>");
}

void SvgPage::drawForm(const QByteArray&, QPainter& painter, QPointF at, const QRectF&,
                       const std::function<void(QPainter&)>& paint) {
    const QTransform before = painter.worldTransform();
    painter.translate(at);
    paint(painter);
    painter.setWorldTransform(before);
}

QByteArray SvgPage::definitionId(const char* prefix, const QByteArray& name) {
    QByteArray base = prefix + name;
    for (char& c : base) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '_' || c == '.';
        if (!plain)
            c = '_';
    }
    QByteArray id = base;
    for (int number = 2; definitionIds_.contains(id); ++number)
        id = base + '.' + QByteArray::number(number);
    definitionIds_.insert(id);
    return id;
}

void SvgPage::drawIcon(const QByteArray& name, QPainter& painter, const QRectF& target, double side,
                       const std::function<void(QPainter&)>& paint) {
    open();
    const QTransform before = painter.worldTransform();
    QByteArray& id = icons_[name];
    if (id.isEmpty()) {
        // No id of an element has a dot.
        id = definitionId("icon.", name);
        SvgText* outer = std::exchange(text_, &definitions_);
        text_->raw("<g");
        text_->attribute("id", view(id));
        text_->raw(">");
        painter.setWorldTransform(QTransform());
        paint(painter);
        painter.setWorldTransform(before);
        text_->raw("\n</g>\n");
        text_ = outer;
    }
    const QRectF place = before.mapRect(target);
    text_->raw("\n<use xlink:href=\"#");
    text_->raw(view(id));
    text_->raw("\"");
    const double scale = place.width() / side;
    if (std::abs(scale - 1) < 1e-6) {
        text_->attribute("x", place.x());
        text_->attribute("y", place.y());
    } else {
        text_->raw(" transform=\"translate(");
        text_->number(place.x());
        text_->raw(" ");
        text_->number(place.y());
        text_->raw(") scale(");
        // Two decimals would be too few.
        text_->raw(view(QByteArray::number(scale, 'g', 5)));
        text_->raw(")\"");
    }
    text_->raw("/>");
}

void SvgPage::drawPicture(const QString& key, const QByteArray& bytes, const QImage& image, QPainter& painter,
                          const QRectF& target) {
    if (image.isNull())
        return;
    open();
    const QRectF place = painter.worldTransform().mapRect(target);
    if (const auto shown = pictures_.constFind(key); shown != pictures_.cend()) {
        text_->raw("\n<use xlink:href=\"#");
        text_->raw(view(shown->id));
        text_->raw("\" transform=\"translate(");
        text_->number(place.x());
        text_->raw(" ");
        text_->number(place.y());
        text_->raw(") scale(");
        text_->raw(view(QByteArray::number(place.width() / shown->size.width(), 'g', 6)));
        text_->raw(" ");
        text_->raw(view(QByteArray::number(place.height() / shown->size.height(), 'g', 6)));
        text_->raw(")\"/>");
        return;
    }
    // Its own place is the group's around it, so that others can refer to the picture without it.
    const Shown shown{definitionId("picture.", QByteArray::number(pictures_.size() + 1)), place.size()};
    pictures_.insert(key, shown);
    text_->raw("\n<g transform=\"translate(");
    text_->number(place.x());
    text_->raw(" ");
    text_->number(place.y());
    text_->raw(")\"><image");
    text_->attribute("id", view(shown.id));
    text_->attribute("width", place.width());
    text_->attribute("height", place.height());
    text_->raw(" preserveAspectRatio=\"none\" xlink:href=\"data:image/");
    text_->raw(bytes.startsWith("\xff\xd8\xff") ? "jpeg" : "png");
    text_->raw(";base64,");
    text_->raw(view(bytes.toBase64()));
    text_->raw("\"/></g>");
}

} // namespace groundplan
