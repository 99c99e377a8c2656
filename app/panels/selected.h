#pragma once

#include "model/design/design.h"

#include <QString>

#include <array>
#include <optional>

namespace groundplan {

/// The value that all of a selection have, or nothing when they differ or there are none.
template <class T>
class Common {
public:
    void take(const T& value) {
        if (count_++ == 0)
            value_ = value;
        else if (value_ != value)
            same_ = false;
    }
    bool any() const { return count_ > 0; }
    std::optional<T> value() const { return count_ > 0 && same_ ? std::optional<T>(value_) : std::nullopt; }

private:
    int count_ = 0;
    bool same_ = true;
    T value_{};
};

/// How many there are of each type, and of what is drawn by what people call it.
class ElementCounts {
public:
    void add(ElementType type) { ++counts_[std::size_t(type)]; }
    void add(const Stroke& stroke) {
        add(ElementType::Stroke);
        ++strokes_[std::size_t(stroke.tool)];
    }
    void add(const Shape& shape) {
        add(ElementType::Shape);
        texts_ += shape.kind == ShapeKind::Text;
    }
    void add(const Design& design, const Element& element);
    int of(ElementType type) const { return counts_[std::size_t(type)]; }
    QString text() const; ///< "3 blocks · 1 arrow"; empty: none

private:
    std::array<int, wordCount<ElementType>()> counts_{};
    std::array<int, wordCount<StrokeTool>()> strokes_{};
    int texts_ = 0; ///< of the shapes
};

} // namespace groundplan
