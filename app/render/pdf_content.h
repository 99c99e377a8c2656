#pragma once

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QPainterPath>
#include <QPen>
#include <QSet>
#include <QStringView>
#include <QTransform>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace groundplan {

/// UTF-16 as hexadecimal digits, as strings in PDF files have it.
QByteArray hex16(QStringView text);

/// "/F1" for "F1": how dictionaries of PDF files have their names.
std::string pdfName(std::string_view name);

/// A PDF content stream as it is written: paths, colours and lines, each set only where it changes.
/// Coordinates are points, y growing downwards (the page's first operator turns them).
class PdfContent {
public:
    const std::string& bytes() const { return bytes_; }

    /// A number with at most three decimals and a space behind it.
    void number(double value);
    void raw(QByteArrayView text) { bytes_.append(text.data(), std::size_t(text.size())); }

    /// Fills, strokes or both, as brush and pen say; `transform` maps the path to points.
    void paintPath(const QPainterPath& path, const QTransform& transform, const QPen& pen,
                   const QBrush& brush);
    /// Fills in the colour that was set last.
    void fillPath(const QPainterPath& path, const QTransform& transform);
    void setFill(const QColor& colour); ///< and full opacity
    /// From here on fills and lines let through what lies below: opacity in hundredths, by a state of the
    /// page's resources that stateName() names.
    void setOpacity(int fill, int stroke);
    static QByteArray stateName(int fill, int stroke);
    const QSet<std::pair<int, int>>& opacities() const { return opacities_; }
    /// What follows is seen within `area` (points of the page) only, until endClip(); they are not nested.
    void beginClip(const QRectF& area);
    void endClip();
    /// Sets the font for text that follows; `name` as in the resources.
    void setFont(const QByteArray& name, double size);

private:
    void path(const QPainterPath& path, const QTransform& transform);
    void point(QPointF at);
    void applyFill(const QColor& colour);
    void setStroke(const QPen& pen, double scale);
    void colour(QRgb colour, const char* op);

    std::string bytes_; ///< not a QByteArray, which takes five times as long for a short piece
    // What the stream has set so far; nothing: not known.
    std::optional<QRgb> fill_, stroke_;
    std::optional<double> width_;
    std::pair<int, int> opacity_{100, 100};
    QSet<std::pair<int, int>> opacities_; ///< that were set
    std::optional<int> cap_, join_;
    std::optional<std::string> dash_;
    QByteArray font_;
    double fontSize_ = 0;
};

} // namespace groundplan
