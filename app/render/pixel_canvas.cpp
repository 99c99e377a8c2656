#include "app/render/pixel_canvas.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

/// colour * coverage + below * (1 - coverage), two channels at a time; exact at 0 and 256.
inline quint32 blended(quint32 below, quint32 colour, quint32 coverage) {
    constexpr quint32 kOdd = 0x00ff00ff;
    const quint32 rest = 256 - coverage;
    const quint32 even = (((colour & kOdd) * coverage + (below & kOdd) * rest) >> 8) & kOdd;
    const quint32 odd = (((colour >> 8) & kOdd) * coverage + ((below >> 8) & kOdd) * rest) & ~kOdd;
    return even | odd;
}

/// Rounded, so that what falls a hair short of a value after a shift by whole pixels still gives it.
inline int part(double of, int coverage) {
    return int(of * coverage + 0.5);
}

} // namespace

PixelCanvas::PixelCanvas(QImage& image)
    : bits_(reinterpret_cast<quint32*>(image.bits()))
    , stride_(image.bytesPerLine() / 4)
    , width_(image.width())
    , height_(image.height()) {}

void PixelCanvas::run(int row, int from, int to, QRgb colour, int coverage) {
    from = std::max(from, 0);
    to = std::min(to, width_);
    if (from >= to || coverage <= 0)
        return;
    quint32* pixel = bits_ + row * stride_ + from;
    quint32* const end = pixel + (to - from);
    if (coverage >= 256) {
        std::fill(pixel, end, colour);
        return;
    }
    for (; pixel != end; ++pixel)
        *pixel = blended(*pixel, colour, quint32(coverage));
}

void PixelCanvas::dot(int x, int y, QRgb colour, int coverage) {
    if (coverage <= 0 || x < 0 || y < 0 || x >= width_ || y >= height_)
        return;
    quint32& pixel = bits_[y * stride_ + x];
    pixel = blended(pixel, colour, quint32(std::min(coverage, 256)));
}

void PixelCanvas::span(int row, double left, double right, QRgb colour, int coverage) {
    left = std::max(left, -1.0);
    right = std::min(right, width_ + 1.0);
    if (left >= right)
        return;
    const int first = int(std::floor(left)), last = int(std::floor(right));
    if (first == last) {
        dot(first, row, colour, part(right - left, coverage));
        return;
    }
    const double head = first + 1 - left;
    const int whole = head > 0.998 ? first : first + 1;
    if (whole != first)
        dot(first, row, colour, part(head, coverage));
    run(row, whole, last, colour, coverage);
    if (right - last > 0.002)
        dot(last, row, colour, part(right - last, coverage));
}

void PixelCanvas::rect(double left, double top, double right, double bottom, QRgb colour, int coverage) {
    const int from = std::max(0, int(std::floor(top))), to = std::min(height_, int(std::ceil(bottom)));
    for (int row = from; row < to; ++row) {
        const double high = std::min(bottom, row + 1.0) - std::max(top, double(row));
        span(row, left, right, colour, high > 0.998 ? coverage : part(high, coverage));
    }
}

void PixelCanvas::rounded(double left, double top, double right, double bottom, double radius, QRgb colour,
                          int coverage) {
    radius = std::min({radius, (right - left) / 2, (bottom - top) / 2});
    if (radius < 0.75) {
        rect(left, top, right, bottom, colour, coverage);
        return;
    }
    const int from = std::max(0, int(std::floor(top))), to = std::min(height_, int(std::ceil(bottom)));
    for (int row = from; row < to; ++row) {
        const double high = std::min(bottom, row + 1.0) - std::max(top, double(row));
        // How far the circle at the nearer end is from the side, at the middle of the row.
        const double deep = radius - std::min(row + 0.5 - top, bottom - row - 0.5);
        const double inset = deep <= 0 ? 0 : radius - std::sqrt(std::max(0.0, radius * radius - deep * deep));
        span(row, left + inset, right - inset, colour, high > 0.998 ? coverage : part(high, coverage));
    }
}

void PixelCanvas::line(double x1, double y1, double x2, double y2, QRgb colour, int coverage, int on,
                       int off) {
    const int left = int(std::floor(std::min(x1, x2))), right = int(std::floor(std::max(x1, x2)));
    const int top = int(std::floor(std::min(y1, y2))), bottom = int(std::floor(std::max(y1, y2)));
    if (right < 0 || bottom < 0 || left >= width_ || top >= height_)
        return;
    if (top == bottom) {
        if (on <= 0) {
            run(top, left, right + 1, colour, coverage);
            return;
        }
        for (int x = left + std::max(0, -left / (on + off)) * (on + off); x <= std::min(right, width_);
             x += on + off)
            run(top, x, std::min(x + on, right + 1), colour, coverage);
        return;
    }
    if (left == right) {
        const int last = std::min(bottom, height_ - 1);
        for (int y = std::max(top, 0); y <= last; ++y) {
            if (on <= 0 || (y - top) % (on + off) < on)
                dot(left, y, colour, coverage);
        }
        return;
    }
    // Slanting: along the longer axis each step shares its colour between two pixels (Wu's antialiased line).
    const bool steep = std::abs(y2 - y1) > std::abs(x2 - x1);
    if (steep) {
        std::swap(x1, y1);
        std::swap(x2, y2);
    }
    if (x1 > x2) {
        std::swap(x1, x2);
        std::swap(y1, y2);
    }
    const double slope = (y2 - y1) / (x2 - x1);
    const int most = steep ? height_ : width_;
    for (int x = std::max(0, int(std::floor(x1))); x <= std::min(most - 1, int(std::floor(x2))); ++x) {
        const double y = y1 + slope * (x + 0.5 - x1) - 0.5;
        const int row = int(std::floor(y));
        const int lower = part(y - row, coverage);
        if (steep) {
            dot(row, x, colour, coverage - lower);
            dot(row + 1, x, colour, lower);
        } else {
            dot(x, row, colour, coverage - lower);
            dot(x, row + 1, colour, lower);
        }
    }
}

} // namespace groundplan
