#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPen>
#include <QStringView>
#include <QTransform>

#include <string>
#include <string_view>

namespace groundplan {

/// The text of an SVG file as it is written. Coordinates are points, y growing downwards.
class SvgText {
public:
    const std::string& bytes() const { return bytes_; }
    std::string take() { return std::move(bytes_); }
    void reserve(std::size_t size) { bytes_.reserve(size); }

    void raw(std::string_view text) { bytes_ += text; }
    /// With at most two decimals, and nothing that says nothing: "12", "0.5", "-3.25".
    void number(double value);
    /// `text` in UTF-8, with what XML takes for its own escaped; what XML cannot have (control characters,
    /// half a pair of surrogates) becomes a blank or U+FFFD.
    void escaped(QStringView text);
    /// "#fff" or "#1b1f27".
    void colour(QRgb colour);

    /// ' name="value"'
    void attribute(std::string_view name, double value);
    void attribute(std::string_view name, QStringView value);
    void attribute(std::string_view name, std::string_view value); ///< that needs no escaping
    /// ' viewBox="0 0 40 30"'
    void viewBox(const QRectF& area);
    /// ' fill="#fff"', and its opacity where it has one; "none" without a brush.
    void fill(const QBrush& brush);
    /// ' stroke="#fff" ...', everything of the pen that is not SVG's default; nothing without a pen. `scale`
    /// is what one unit of the pen is in points. `open`: ends and corners are seen.
    void stroke(const QPen& pen, double scale, bool open);
    /// The data of a path: "M1 2H30V40".
    void path(const QPainterPath& path, const QTransform& transform);

private:
    std::string bytes_;
};

} // namespace groundplan
