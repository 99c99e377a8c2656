#pragma once

#include <QImage>
#include <QRgb>

namespace groundplan {

/// Rectangles and straight lines written right into a 32-bit image, antialiased by coverage: what an overview
/// of ten thousand blocks is made of. Coordinates in pixels; everything is clipped. Colours are opaque and
/// premultiplied; a coverage of 256 is full.
class PixelCanvas {
public:
    explicit PixelCanvas(QImage& image);

    int width() const { return width_; }
    int height() const { return height_; }

    void rect(double left, double top, double right, double bottom, QRgb colour, int coverage = 256);
    void rounded(double left, double top, double right, double bottom, double radius, QRgb colour,
                 int coverage = 256);
    /// One pixel wide, from pixel to pixel, both included. Upright and level ones may be broken: `on` and
    /// `off` pixels.
    void line(double x1, double y1, double x2, double y2, QRgb colour, int coverage = 256, int on = 0,
              int off = 0);

private:
    void span(int row, double left, double right, QRgb colour, int coverage);
    void run(int row, int from, int to, QRgb colour, int coverage); ///< pixels [from, to), clipped
    void dot(int x, int y, QRgb colour, int coverage);

    quint32* bits_;
    qsizetype stride_; ///< in pixels
    int width_;
    int height_;
};

} // namespace groundplan
