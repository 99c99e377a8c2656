#include "app/render/pdf_content.h"

#include <array>
#include <charconv>
#include <cmath>

namespace groundplan {

QByteArray hex16(QStringView text) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    QByteArray hex;
    for (const QChar c : text) {
        for (int shift = 12; shift >= 0; shift -= 4)
            hex += kDigits[c.unicode() >> shift & 15];
    }
    return hex;
}

std::string pdfName(std::string_view name) {
    std::string slashed(1, '/');
    slashed += name;
    return slashed;
}

void PdfContent::beginClip(const QRectF& area) {
    setOpacity(100, 100);
    raw("q ");
    for (const double value : {area.left(), area.top(), area.width(), area.height()})
        number(value);
    raw("re W n\n");
}

void PdfContent::endClip() {
    raw("Q\n"); // and what was set since then is forgotten
    fill_.reset();
    stroke_.reset();
    width_.reset();
    opacity_ = {100, 100};
    cap_.reset();
    join_.reset();
    dash_.reset();
    font_.clear();
}

void PdfContent::number(double value) {
    auto thousandths = qint64(std::llround(value * 1000));
    std::array<char, 32> text;
    char* at = text.data();
    if (thousandths < 0) {
        *at++ = '-';
        thousandths = -thousandths;
    }
    at = std::to_chars(at, text.data() + text.size(), thousandths / 1000).ptr;
    int rest = int(thousandths % 1000);
    if (rest != 0) {
        *at++ = '.';
        for (int unit = 100; rest != 0; rest %= unit, unit /= 10)
            *at++ = char('0' + rest / unit);
    }
    *at++ = ' ';
    bytes_.append(text.data(), at);
}

void PdfContent::point(QPointF at) {
    number(at.x());
    number(at.y());
}

void PdfContent::colour(QRgb colour, const char* op) {
    number(qRed(colour) / 255.0);
    number(qGreen(colour) / 255.0);
    number(qBlue(colour) / 255.0);
    bytes_ += op;
}

void PdfContent::setFill(const QColor& colourWanted) {
    setOpacity(100, 100);
    applyFill(colourWanted);
}

void PdfContent::applyFill(const QColor& colourWanted) {
    const QRgb wanted = colourWanted.rgb();
    if (fill_ == wanted)
        return;
    fill_ = wanted;
    colour(wanted, "rg\n");
}

QByteArray PdfContent::stateName(int fill, int stroke) {
    return "O" + QByteArray::number(fill) + '-' + QByteArray::number(stroke);
}

void PdfContent::setOpacity(int fill, int stroke) {
    if (opacity_ == std::pair(fill, stroke))
        return;
    opacity_ = {fill, stroke};
    opacities_.insert(opacity_);
    raw('/' + stateName(fill, stroke) + " gs\n");
}

void PdfContent::setFont(const QByteArray& name, double size) {
    if (font_ == name && fontSize_ == size)
        return;
    font_ = name;
    fontSize_ = size;
    bytes_ += '/';
    raw(name);
    bytes_ += ' ';
    number(size);
    bytes_ += "Tf\n";
}

void PdfContent::setStroke(const QPen& pen, double scale) {
    const QRgb wanted = pen.color().rgb();
    if (stroke_ != wanted) {
        stroke_ = wanted;
        colour(wanted, "RG\n");
    }
    const double width = pen.widthF() * scale;
    if (width_ != width) {
        width_ = width;
        number(width);
        bytes_ += "w\n";
    }
    const int cap = pen.capStyle() == Qt::RoundCap ? 1 : pen.capStyle() == Qt::SquareCap ? 2 : 0;
    if (cap_ != cap) {
        cap_ = cap;
        number(cap);
        bytes_ += "J\n";
    }
    const int join = pen.joinStyle() == Qt::RoundJoin ? 1 : pen.joinStyle() == Qt::BevelJoin ? 2 : 0;
    if (join_ != join) {
        join_ = join;
        number(join);
        bytes_ += "j\n";
    }
    // The pattern is kept as it is written, to compare it and to write it.
    PdfContent dash;
    for (const qreal length : pen.dashPattern())
        dash.number(length * width);
    if (dash_ != dash.bytes_) {
        dash_ = dash.bytes_;
        bytes_ += '[' + dash.bytes_ + "] 0 d\n";
    }
}

void PdfContent::path(const QPainterPath& path, const QTransform& transform) {
    QPointF start, last;
    bool open = false;
    const auto close = [&] {
        if (open && last == start)
            bytes_ += "h\n";
        open = false;
    };
    const int count = path.elementCount();
    for (int i = 0; i < count; ++i) {
        const QPainterPath::Element& element = path.elementAt(i);
        const QPointF at = transform.map(QPointF(element));
        switch (element.type) {
        case QPainterPath::MoveToElement:
            close();
            start = at;
            point(at);
            bytes_ += "m\n";
            break;
        case QPainterPath::LineToElement:
            // What closes the path draws the line back to its start.
            if (open && at == start && (i + 1 == count || path.elementAt(i + 1).isMoveTo()))
                break;
            point(at);
            bytes_ += "l\n";
            open = true;
            break;
        case QPainterPath::CurveToElement: {
            point(at);
            point(transform.map(QPointF(path.elementAt(i + 1))));
            const QPointF end = transform.map(QPointF(path.elementAt(i + 2)));
            point(end);
            bytes_ += "c\n";
            open = true;
            last = end;
            i += 2;
            continue;
        }
        case QPainterPath::CurveToDataElement:
            break;
        }
        last = at;
    }
    close();
}

void PdfContent::fillPath(const QPainterPath& shape, const QTransform& transform) {
    path(shape, transform);
    bytes_ += shape.fillRule() == Qt::OddEvenFill ? "f*\n" : "f\n";
}

void PdfContent::paintPath(const QPainterPath& shape, const QTransform& transform, const QPen& pen,
                           const QBrush& brush) {
    const bool fills = brush.style() != Qt::NoBrush, strokes = pen.style() != Qt::NoPen;
    if (!fills && !strokes)
        return;
    const auto hundredths = [](const QColor& colour) { return int(std::lround(colour.alphaF() * 100)); };
    setOpacity(fills ? hundredths(brush.color()) : 100, strokes ? hundredths(pen.color()) : 100);
    if (fills)
        applyFill(brush.color());
    if (strokes)
        setStroke(pen, std::sqrt(std::abs(transform.determinant())));
    path(shape, transform);
    const bool evenOdd = shape.fillRule() == Qt::OddEvenFill;
    if (fills && strokes)
        bytes_ += evenOdd ? "B*\n" : "B\n";
    else if (fills)
        bytes_ += evenOdd ? "f*\n" : "f\n";
    else
        bytes_ += "S\n";
}

} // namespace groundplan
