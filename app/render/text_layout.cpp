#include "app/render/text_layout.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <array>
#include <cmath>

namespace groundplan {

namespace {

constexpr QChar kEllipsis(0x2026);
constexpr double kUnbounded = 1e6;
/// No glyph that matters is narrower; bounds how much of a huge text is shaped at all.
constexpr double kNarrowestGlyph = 1.5;
constexpr qsizetype kCacheBytes = 12'000'000;

bool isControl(QChar c) {
    return c.unicode() < 0x20 || c.unicode() == 0x7f || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

/// The text on one line, and not longer than could ever fit.
QString singleLine(const QString& text, double width) {
    QString line = text;
    const auto most = qsizetype(width / kNarrowestGlyph) + 8;
    if (line.size() > most) {
        line.truncate(most);
        if (line.back().isHighSurrogate())
            line.chop(1);
    }
    if (std::any_of(line.cbegin(), line.cend(), isControl)) {
        std::replace_if(line.begin(), line.end(), isControl, QLatin1Char(' '));
        line = line.trimmed();
    }
    return line;
}

bool mayReachOut(const QString& text) {
    // Letters with several combining marks (and scripts that stack) leave their line; Latin, CJK and so on do
    // not.
    int marks = 0;
    for (QChar c : text) {
        marks = c.isMark() ? marks + 1 : 0;
        if (marks >= 2)
            return true;
    }
    return false;
}

QTextOption lineOption(bool wrapped) {
    QTextOption option;
    option.setUseDesignMetrics(true);
    option.setWrapMode(wrapped ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setAlignment(wrapped ? Qt::AlignLeading : Qt::AlignLeft | Qt::AlignAbsolute);
    return option;
}

double shapeLine(const QString& text, const QFont& font, double top, FittedText& into) {
    QTextLayout layout(text, font);
    layout.setTextOption(lineOption(false));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    double width = 0;
    if (line.isValid()) {
        line.setLineWidth(kUnbounded);
        line.setPosition({0, top});
        width = line.naturalTextWidth();
    }
    layout.endLayout();
    into.runs = layout.glyphRuns();
    return width;
}

const QFontMetricsF& metricsOf(fonts::Role role) {
    static const auto all = [] {
        std::vector<QFontMetricsF> metrics;
        for (int i = 0; i < fonts::kRoleCount; ++i)
            metrics.emplace_back(fonts::of(fonts::Role(i)));
        return metrics;
    }();
    return all[std::size_t(role)];
}

} // namespace

double lineHeight(fonts::Role role) {
    return metricsOf(role).height();
}

FittedText fitLine(const QString& text, fonts::Role role, double width) {
    FittedText fitted;
    fitted.shown = singleLine(text, width);
    if (fitted.shown.isEmpty() || width <= 0)
        return fitted;
    fitted.height = lineHeight(role);
    fitted.lines = 1;
    fitted.cut = fitted.shown.size() < text.trimmed().size();
    fitted.width = shapeLine(fitted.shown, fonts::of(role), 0, fitted);
    if (fitted.width > width + 0.01 || fitted.cut) {
        fitted.shown = metricsOf(role).elidedText(fitted.shown, Qt::ElideRight, width);
        if (fitted.cut && !fitted.shown.endsWith(kEllipsis))
            fitted.shown.append(kEllipsis);
        fitted.width = shapeLine(fitted.shown, fonts::of(role), 0, fitted);
        fitted.cut = true;
    }
    if (fitted.width > width + 0.5) // not even an ellipsis fits
        return {};
    fitted.tall = mayReachOut(fitted.shown);
    return fitted;
}

FittedText fitParagraphs(const QString& text, fonts::Role role, double width, double height) {
    FittedText fitted;
    const double step = lineHeight(role);
    const int most = int((height + 0.01) / step);
    if (most < 1 || width < 4)
        return fitted;
    const QFont& font = fonts::of(role);
    double top = 0;
    qsizetype from = 0;
    while (from <= text.size() && fitted.lines < most) {
        qsizetype to = text.indexOf(QLatin1Char('\n'), from);
        if (to < 0)
            to = text.size();
        const auto room = qsizetype((most - fitted.lines) * width / kNarrowestGlyph) + 8;
        const bool last = to == text.size();
        const QString paragraph = text.mid(from, std::min(to - from, room));
        from = to + 1;
        QTextLayout layout(paragraph, font);
        layout.setTextOption(lineOption(true));
        layout.beginLayout();
        qsizetype shownTo = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, top});
            const bool more = line.textStart() + line.textLength() < paragraph.size() || !last;
            if (fitted.lines + 1 == most && more) {
                // The last line there is room for carries the ellipsis, aligned as its paragraph is.
                const qsizetype start = line.textStart();
                QString rest = paragraph.mid(start);
                if (!last)
                    rest += kEllipsis;
                FittedText tail = fitLine(rest, role, width);
                if (!tail.cut && !tail.shown.endsWith(kEllipsis))
                    tail.shown += kEllipsis;
                const double left = paragraph.isRightToLeft() ? width - tail.width : 0;
                for (QGlyphRun& run : tail.runs) {
                    QList<QPointF> positions = run.positions();
                    for (QPointF& position : positions)
                        position += QPointF(left, top);
                    run.setPositions(positions);
                }
                layout.endLayout();
                if (start > 0)
                    fitted.runs += layout.glyphRuns(0, int(start));
                fitted.runs += tail.runs;
                fitted.shown += paragraph.left(start) + tail.shown;
                fitted.width = std::max(fitted.width, tail.width);
                fitted.height = top + step;
                ++fitted.lines;
                fitted.cut = true;
                fitted.tall = mayReachOut(fitted.shown);
                return fitted;
            }
            fitted.width = std::max(fitted.width, line.naturalTextWidth());
            top += step;
            ++fitted.lines;
            shownTo = line.textStart() + line.textLength();
        }
        if (paragraph.isEmpty() && layout.lineCount() == 0) {
            top += step;
            ++fitted.lines;
        }
        layout.endLayout();
        fitted.runs += layout.glyphRuns();
        fitted.shown += paragraph.left(shownTo);
        if (!last)
            fitted.shown += QLatin1Char('\n');
    }
    fitted.height = top;
    fitted.tall = mayReachOut(fitted.shown);
    return fitted;
}

TextCache::TextCache()
    : texts_(kCacheBytes) {}

template <class Make>
const FittedText& TextCache::find(const Key& key, Make make) {
    if (const FittedText* found = texts_.object(key))
        return *found;
    auto* made = new FittedText(make());
    qsizetype glyphs = 0;
    for (const QGlyphRun& run : std::as_const(made->runs))
        glyphs += run.glyphIndexes().size();
    // Glyph: index 4 bytes, position 16; text twice; run and node overhead. Never more than the whole cache,
    // or QCache would delete what is returned here.
    const qsizetype cost =
        std::min(kCacheBytes, 20 * glyphs + 4 * key.text.size() + 300 * made->runs.size() + 300);
    texts_.insert(key, made, cost);
    return *made;
}

const FittedText& TextCache::line(const QString& text, fonts::Role role, double width) {
    const Key key{text, int(role), int(std::floor(width * 8)), -1};
    return find(key, [&] { return fitLine(text, role, width); });
}

const FittedText& TextCache::paragraphs(const QString& text, fonts::Role role, double width, double height) {
    const Key key{text, int(role), int(std::floor(width * 8)), int(std::floor(std::max(0.0, height) * 8))};
    return find(key, [&] { return fitParagraphs(text, role, width, height); });
}

void paintText(QPainter& painter, QPointF topLeft, const FittedText& text, const QColor& colour) {
    if (text.runs.isEmpty())
        return;
    painter.setPen(colour);
    if (text.tall) {
        painter.save();
        painter.setClipRect(QRectF(topLeft, QSizeF(text.width, text.height)).adjusted(-2, -2, 2, 2),
                            Qt::IntersectClip);
    }
    for (const QGlyphRun& run : text.runs)
        painter.drawGlyphRun(topLeft, run);
    if (text.tall)
        painter.restore();
}

} // namespace groundplan
