#include "app/render/svg_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace groundplan {

namespace {

constexpr QRgb kRgb = 0xFFFFFF;

/// To the hundredths in which numbers are written.
qint64 hundredths(double value) {
    return qint64(std::llround(value * 100));
}

void append(std::string& bytes, char32_t c) {
    if (c < 0x80) {
        bytes += char(c);
    } else if (c < 0x800) {
        bytes += char(0xC0 | c >> 6);
        bytes += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        bytes += char(0xE0 | c >> 12);
        bytes += char(0x80 | (c >> 6 & 0x3F));
        bytes += char(0x80 | (c & 0x3F));
    } else {
        bytes += char(0xF0 | c >> 18);
        bytes += char(0x80 | (c >> 12 & 0x3F));
        bytes += char(0x80 | (c >> 6 & 0x3F));
        bytes += char(0x80 | (c & 0x3F));
    }
}

} // namespace

void SvgText::number(double value) {
    qint64 parts = hundredths(value);
    std::array<char, 24> digits;
    char* at = digits.data();
    if (parts < 0) {
        *at++ = '-';
        parts = -parts;
    }
    at = std::to_chars(at, digits.data() + digits.size(), parts / 100).ptr;
    if (const int rest = int(parts % 100); rest != 0) {
        *at++ = '.';
        *at++ = char('0' + rest / 10);
        if (rest % 10 != 0)
            *at++ = char('0' + rest % 10);
    }
    bytes_.append(digits.data(), std::size_t(at - digits.data()));
}

void SvgText::escaped(QStringView text) {
    constexpr char32_t kUnknown = 0xFFFD;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= 0x20 && c < 0x7F) {
            switch (c) {
            case '&':
                bytes_ += "&amp;";
                break;
            case '<':
                bytes_ += "&lt;";
                break;
            case '>':
                bytes_ += "&gt;";
                break;
            case '"':
                bytes_ += "&quot;";
                break;
            default:
                bytes_ += char(c);
            }
        } else if (c == '\n') {
            bytes_ += '\n';
        } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            bytes_ += ' ';
        } else if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            append(bytes_, QChar::surrogateToUcs4(c, text[++i].unicode()));
        } else {
            append(bytes_, QChar::isSurrogate(c) || c >= 0xFFFE ? kUnknown : char32_t(c));
        }
    }
}

void SvgText::colour(QRgb colour) {
    static constexpr char kDigits[] = "0123456789abcdef";
    bytes_ += '#';
    const QRgb rgb = colour & kRgb;
    const bool isShort = (rgb >> 4 & 0x0F0F0F) == (rgb & 0x0F0F0F);
    for (int shift = 20; shift >= 0; shift -= isShort ? 8 : 4)
        bytes_ += kDigits[rgb >> shift & 15];
}

void SvgText::attribute(std::string_view name, std::string_view value) {
    bytes_ += ' ';
    bytes_ += name;
    bytes_ += "=\"";
    bytes_ += value;
    bytes_ += '"';
}

void SvgText::attribute(std::string_view name, double value) {
    bytes_ += ' ';
    bytes_ += name;
    bytes_ += "=\"";
    number(value);
    bytes_ += '"';
}

void SvgText::attribute(std::string_view name, QStringView value) {
    bytes_ += ' ';
    bytes_ += name;
    bytes_ += "=\"";
    escaped(value);
    bytes_ += '"';
}

void SvgText::viewBox(const QRectF& area) {
    bytes_ += " viewBox=\"";
    for (const double value : {area.x(), area.y(), area.width()}) {
        number(value);
        bytes_ += ' ';
    }
    number(area.height());
    bytes_ += '"';
}

void SvgText::fill(const QBrush& brush) {
    if (brush.style() == Qt::NoBrush) {
        raw(" fill=\"none\"");
        return;
    }
    raw(" fill=\"");
    colour(brush.color().rgb());
    raw("\"");
    if (brush.color().alpha() != 255)
        attribute("fill-opacity", brush.color().alphaF());
}

void SvgText::stroke(const QPen& pen, double scale, bool open) {
    if (pen.style() == Qt::NoPen)
        return;
    const QColor ink = pen.color();
    raw(" stroke=\"");
    colour(ink.rgb());
    raw("\"");
    if (ink.alpha() != 255)
        attribute("stroke-opacity", ink.alphaF());
    const double width = pen.widthF() * scale;
    if (hundredths(width) != 100)
        attribute("stroke-width", width);
    if (open && pen.capStyle() != Qt::FlatCap)
        attribute("stroke-linecap", std::string_view(pen.capStyle() == Qt::RoundCap ? "round" : "square"));
    if (open && (pen.joinStyle() == Qt::RoundJoin || pen.joinStyle() == Qt::BevelJoin))
        attribute("stroke-linejoin", std::string_view(pen.joinStyle() == Qt::RoundJoin ? "round" : "bevel"));
    if (pen.style() == Qt::SolidLine)
        return;
    raw(" stroke-dasharray=\"");
    bool first = true;
    for (const qreal length : pen.dashPattern()) {
        if (!std::exchange(first, false))
            raw(" ");
        number(length * width);
    }
    raw("\"");
    if (hundredths(pen.dashOffset() * width) != 0)
        attribute("stroke-dashoffset", pen.dashOffset() * width);
}

void SvgText::path(const QPainterPath& path, const QTransform& transform) {
    // Numbers are compared as they are written: what looks level is written as level.
    qint64 x = 0, y = 0, startX = 0, startY = 0;
    char last = 0;
    bool open = false;
    const auto write = [&](QPointF at) {
        x = hundredths(at.x());
        y = hundredths(at.y());
        number(at.x());
        bytes_ += ' ';
        number(at.y());
    };
    const auto command = [&](char letter) {
        // A letter that would only be said again is left out, and so is L behind M.
        if (last == letter || (letter == 'L' && last == 'M'))
            bytes_ += ' ';
        else
            bytes_ += letter;
        last = letter;
    };
    const auto close = [&] {
        if (open && x == startX && y == startY) {
            bytes_ += 'Z';
            last = 'Z';
        }
        open = false;
    };
    const int count = path.elementCount();
    for (int i = 0; i < count; ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const QPointF at = transform.map(QPointF(element));
        switch (element.type) {
        case QPainterPath::MoveToElement:
            close();
            last = 0;
            command('M');
            write(at);
            startX = x;
            startY = y;
            break;
        case QPainterPath::LineToElement: {
            const qint64 toX = hundredths(at.x()), toY = hundredths(at.y());
            const bool isEnd = i + 1 == count || path.elementAt(i + 1).type == QPainterPath::MoveToElement;
            open = true;
            // The last line of a closed figure is its Z.
            if (isEnd && toX == startX && toY == startY) {
                x = toX;
                y = toY;
                break;
            }
            if (toY == y && toX != x) {
                command('H');
                number(at.x());
                x = toX;
            } else if (toX == x && toY != y) {
                command('V');
                number(at.y());
                y = toY;
            } else if (toX != x || toY != y || isEnd) {
                command('L');
                write(at);
            }
            break;
        }
        case QPainterPath::CurveToElement:
            command('C');
            write(at);
            bytes_ += ' ';
            write(transform.map(QPointF(path.elementAt(i + 1))));
            bytes_ += ' ';
            write(transform.map(QPointF(path.elementAt(i + 2))));
            i += 2;
            open = true;
            break;
        case QPainterPath::CurveToDataElement:
            break;
        }
    }
    close();
}

} // namespace groundplan
