#pragma once

#include <QByteArray>

#include <atomic>
#include <optional>

namespace groundplan {

struct SvgSource {
    QByteArray text;
    qsizetype line = 1;  ///< where its element begins
    bool cutOff = false; ///< the file ends before the element does
};

/// The text of the element "source" (of any prefix: editors call namespaces as they like) whose type is
/// kSourceType, in an SVG of UTF-8, UTF-16 or UTF-32 that need not be well-formed. It is found by its mark
/// and not by an XML reader: that would take a multiple of the file in memory, and could not be stopped
/// within a long text. Nothing where there is none, or after cancelling.
std::optional<SvgSource> sourceInSvg(const QByteArray& svg, const std::atomic<bool>* cancelled);

/// Whether its outermost element is not closed any more.
bool svgEndsEarly(const QByteArray& svg);

} // namespace groundplan
