#include "app/render/text_layout.h"

#include "app/render/glyph_runs.h"
#include "app/render/picture_signs.h"
#include "app/render/vector_page.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <array>
#include <cmath>
#include <optional>

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

QTextOption lineOption(bool wrapped, bool fromRight = false) {
    QTextOption option;
    option.setUseDesignMetrics(true);
    option.setWrapMode(wrapped ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setAlignment((fromRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    return option;
}

/// Room above the letters of a line, which share what lineStep() has more than the font's own height.
double leadOf(fonts::Role role);

/// Shapes one line into `into` at `top`; returns its width.
double shapeLine(const QString& text, fonts::Role role, double left, double top, FittedText& into) {
    QTextLayout layout(text, fonts::of(role));
    layout.setCacheEnabled(true); // else glyphRuns() shapes it once more
    layout.setTextOption(lineOption(false));
    keepSigns(layout);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    double width = 0;
    if (line.isValid()) {
        line.setLineWidth(kUnbounded);
        line.setPosition({left, top + leadOf(role)});
        width = line.naturalTextWidth();
    }
    layout.endLayout();
    into.lines.append({text, glyphRunsOf(layout), text.isRightToLeft()});
    return width;
}

const QFontMetricsF& metricsOf(fonts::Role role) {
    thread_local const auto all = [] {
        std::vector<QFontMetricsF> metrics;
        for (int i = 0; i < fonts::kRoleCount; ++i)
            metrics.emplace_back(fonts::of(fonts::Role(i)));
        return metrics;
    }();
    return all[std::size_t(role)];
}

double leadOf(fonts::Role role) {
    return (lineStep(role) - metricsOf(role).height()) / 2;
}

} // namespace

namespace {

/// U+FE0F asks for the picture of a sign that fonts have as a letter, too: ☃️, ❤️, 1️⃣. Fonts are
/// asked in one order for all that a text holds, and those of letters come first.
QList<QTextLayout::FormatRange> picturesOf(const QTextLayout& layout) {
    constexpr QChar kAsPicture(0xfe0f);
    const QString text = layout.text();
    QList<QTextLayout::FormatRange> pictures;
    if (!text.contains(kAsPicture))
        return pictures;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
        const QStringView sign = QStringView(text).mid(from, to - from);
        if (sign.contains(kAsPicture) && fonts::hasPicture(sign)) {
            pictures.append({int(from), int(to - from), {}});
            QTextCharFormat& format = pictures.last().format;
            format.setFontFamilies({fonts::familyOfPictures()});
            // No other family, or that selector is looked for in all of them and takes the sign along.
            format.setFontStyleStrategy(
                QFont::StyleStrategy(layout.font().styleStrategy() | QFont::NoFontMerging));
        }
        from = to;
    }
    return pictures;
}

} // namespace

void keepSigns(QTextLayout& layout) {
    const auto isSign = [](QChar c) { return c == u'-' || c == u'<' || c == u'>' || c == u'='; };
    const QString text = layout.text();
    QList<QTextLayout::FormatRange> apart;
    for (int i = 1; i < int(text.size()); ++i) {
        if (!isSign(text[i]) || !isSign(text[i - 1]))
            continue;
        // A change of format parts what is shaped; the format itself changes nothing.
        apart.append({i, 1, {}});
        apart.last().format.setProperty(QTextFormat::UserProperty, i);
    }
    apart += picturesOf(layout);
    if (!apart.isEmpty())
        layout.setFormats(layout.formats() + apart);
}

double lineStep(fonts::Role role) {
    const double height = metricsOf(role).height();
    return role == fonts::Role::CardText || role == fonts::Role::CardStrong ? std::round(height * 1.17)
                                                                            : height;
}

QString FittedText::shown() const {
    QString all;
    for (const Line& line : lines)
        all += line.text;
    return all;
}

FittedText fitLine(const QString& text, fonts::Role role, double width) {
    FittedText fitted;
    fitted.role = role;
    QString shown = singleLine(text, width);
    if (shown.isEmpty() || width <= 0)
        return fitted;
    fitted.height = lineStep(role);
    fitted.cut = shown.size() < text.trimmed().size();
    fitted.width = shapeLine(shown, role, 0, 0, fitted);
    if (fitted.width > width + 0.01 || fitted.cut) {
        const bool longer = fitted.cut;
        const QString whole = shown;
        // Measured without keepSigns(): what that made wider is taken off.
        double room = width;
        for (int tries = 0; tries < 2; ++tries) {
            shown = metricsOf(role).elidedText(whole, Qt::ElideRight, room);
            if (longer && !shown.endsWith(kEllipsis))
                shown.append(kEllipsis);
            fitted.lines.clear();
            fitted.width = shapeLine(shown, role, 0, 0, fitted);
            if (fitted.width <= width + 0.5)
                break;
            room -= fitted.width - width;
        }
        fitted.cut = true;
    }
    if (fitted.width > width + 0.5) { // not even an ellipsis fits
        fitted = {};
        fitted.role = role;
        return fitted;
    }
    fitted.tall = mayReachOut(shown);
    return fitted;
}

FittedText fitLines(const QString& text, fonts::Role role, double width, double spared, int most) {
    if (most <= 1)
        return fitLine(text, role, width - spared);
    FittedText fitted;
    fitted.role = role;
    const QString whole = singleLine(text, width * most);
    if (whole.isEmpty() || width - spared < 4)
        return fitted;
    const double step = lineStep(role);
    QTextBoundaryFinder boundaries(QTextBoundaryFinder::Line, whole);
    QTextLayout layout(whole, fonts::of(role));
    layout.setTextOption(lineOption(true));
    keepSigns(layout);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        const double room = fitted.lines.isEmpty() ? width - spared : width;
        line.setLineWidth(room);
        const qsizetype start = line.textStart(), end = start + line.textLength();
        // As in fitParagraphs(): what does not fit is elided with all that follows.
        const bool more = end < whole.size() || whole.size() < text.trimmed().size();
        if (line.naturalTextWidth() > room + 0.5 || (fitted.lines.size() + 1 == most && more)) {
            fitted.cut = true;
            const FittedText tail = fitLine(whole.mid(start) + kEllipsis, role, room);
            if (!tail.isEmpty()) {
                shapeLine(tail.lines.constFirst().text, role, 0, fitted.height, fitted);
                fitted.width = std::max(fitted.width, tail.width);
                fitted.height += step;
            }
            break;
        }
        boundaries.setPosition(end);
        fitted.split |= end < whole.size() && !boundaries.isAtBoundary();
        line.setPosition({0, fitted.height + leadOf(role)});
        fitted.width = std::max(fitted.width, line.naturalTextWidth());
        fitted.lines.append({whole.mid(start, end - start), glyphRunsOf(line), whole.isRightToLeft()});
        fitted.height += step;
    }
    layout.endLayout();
    fitted.tall = mayReachOut(whole);
    return fitted;
}

FittedText fitParagraphs(const QString& text, fonts::Role role, double width, double height) {
    FittedText fitted;
    fitted.role = role;
    const double step = lineStep(role);
    const auto most = qsizetype((height + 0.01) / step);
    if (most < 1 || width < 4)
        return fitted;
    qsizetype from = 0;
    while (from <= text.size() && fitted.lines.size() < most) {
        qsizetype to = text.indexOf(QLatin1Char('\n'), from);
        if (to < 0)
            to = text.size();
        const bool last = to == text.size();
        const auto room = qsizetype(double(most - fitted.lines.size()) * width / kNarrowestGlyph) + 8;
        const QString paragraph = text.mid(from, std::min(to - from, room));
        from = to + 1;
        if (paragraph.isEmpty()) {
            fitted.lines.append(FittedText::Line());
            fitted.height += step;
            continue;
        }
        QTextLayout layout(paragraph, fonts::of(role));
        const bool fromRight = paragraph.isRightToLeft();
        layout.setTextOption(lineOption(true, fromRight));
        keepSigns(layout);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            const qsizetype start = line.textStart(), end = start + line.textLength();
            // The last line there is room for carries the ellipsis, and so does one whose only letter is too
            // wide.
            const bool tooWide = line.naturalTextWidth() > width + 0.5;
            if (tooWide || (fitted.lines.size() + 1 == most && (end < paragraph.size() || !last))) {
                fitted.cut = true;
                const FittedText tail = fitLine(paragraph.mid(start) + kEllipsis, role, width);
                if (!tail.isEmpty()) {
                    shapeLine(tail.lines.constFirst().text, role, fromRight ? width - tail.width : 0,
                              fitted.height, fitted);
                    fitted.width = std::max(fitted.width, fromRight ? width : tail.width);
                    fitted.height += step;
                }
                break;
            }
            if (end < paragraph.size() && !fitted.split) {
                QTextBoundaryFinder boundaries(QTextBoundaryFinder::Line, paragraph);
                boundaries.setPosition(end);
                fitted.split = !boundaries.isAtBoundary();
            }
            line.setPosition({0, fitted.height + leadOf(role)});
            fitted.width = std::max(fitted.width, fromRight ? width : line.naturalTextWidth());
            fitted.lines.append({paragraph.mid(start, end - start), glyphRunsOf(line), fromRight});
            fitted.height += step;
        }
        layout.endLayout();
    }
    fitted.tall = mayReachOut(fitted.shown());
    return fitted;
}

TextCache::TextCache()
    : texts_(kCacheBytes) {}

template <class Make>
const FittedText& TextCache::find(const Key& key, Make make) {
    if (const FittedText* found = texts_.object(key))
        return *found;
    auto* made = new FittedText(make());
    qsizetype glyphs = 0, runs = 0;
    for (const FittedText::Line& line : std::as_const(made->lines)) {
        for (const QGlyphRun& run : line.runs)
            glyphs += run.glyphIndexes().size();
        runs += line.runs.size();
    }
    // A glyph is an index of 4 bytes and a position of 16; the text is there twice; runs and nodes add their
    // own. Never more than the whole cache, or QCache would delete what is returned here.
    const qsizetype cost = std::min(kCacheBytes, 20 * glyphs + 4 * key.text.size() + 300 * runs + 300);
    texts_.insert(key, made, cost);
    return *made;
}

void TextCache::keepGlyphs(bool keep) {
    if (std::exchange(keepsGlyphs_, keep) != keep)
        texts_.clear();
}

std::optional<FittedText> TextCache::plainLine(const QString& text, fonts::Role role, double width) const {
    const auto line = plain_.line(text, role, keepsGlyphs_);
    if (!line || line->width > width)
        return std::nullopt;
    FittedText fitted;
    fitted.role = role;
    fitted.width = line->width;
    fitted.height = lineStep(role);
    fitted.lines.append({text, keepsGlyphs_ ? QList{line->run} : QList<QGlyphRun>(), false, line->baseline});
    return fitted;
}

const FittedText& TextCache::line(const QString& text, fonts::Role role, double width) {
    const Key key{text, int(role), int(std::floor(width * 8)), -1, 0};
    return find(key, [&] {
        if (std::optional<FittedText> plain = plainLine(text, role, width))
            return *std::move(plain);
        FittedText shaped = fitLine(text, role, width);
        if (!shaped.isEmpty() && !shaped.cut)
            plain_.learn(text, role, shaped.lines.constFirst().runs, shaped.width);
        return shaped;
    });
}

const FittedText& TextCache::lines(const QString& text, fonts::Role role, double width, double spared,
                                   int most) {
    // What fits on one line is the same however many there may be. Not tried with what is surely too long:
    // no letter is narrower.
    if (most <= 1 || double(text.size()) * kNarrowestGlyph * 2 < width - spared) {
        const FittedText& one = line(text, role, width - spared);
        if (most <= 1 || (!one.cut && !one.isEmpty()))
            return one;
    }
    const Key key{text, int(role), int(std::floor(width * 8)), -1 - most, int(std::floor(spared * 8))};
    return find(key, [&] { return fitLines(text, role, width, spared, most); });
}

const FittedText& TextCache::paragraphs(const QString& text, fonts::Role role, double width, double height) {
    const Key key{text, int(role), int(std::floor(width * 8)), int(std::floor(std::max(0.0, height) * 8)), 0};
    return find(key, [&] { return fitParagraphs(text, role, width, height); });
}

namespace {

/// Pictures and SVG keep what is written, not glyphs: to them goes each line as a text.
bool keepsText(const QPainter& painter) {
    const QPaintEngine* engine = painter.paintEngine();
    return engine && (engine->type() == QPaintEngine::SVG || engine->type() == QPaintEngine::Picture);
}

void writeLine(QPainter& painter, QPointF topLeft, const FittedText::Line& line, fonts::Role role) {
    std::optional<QPointF> start;
    for (const QGlyphRun& run : line.runs) {
        const QList<QPointF> positions = run.positions();
        for (const QPointF& at : positions) {
            if (!start || at.x() < start->x())
                start = at;
        }
    }
    if (!start)
        return;
    painter.setFont(fonts::of(role));
    painter.drawText(topLeft + *start, line.text);
}

} // namespace

void paintText(QPainter& painter, QPointF topLeft, const FittedText& text, const QColor& colour) {
    if (text.isEmpty())
        return;
    if (VectorPage* page = vectorPageOf(painter)) {
        page->drawText(painter.worldTransform(), topLeft, text, colour);
        return;
    }
    painter.setPen(colour);
    if (text.tall) {
        painter.save();
        painter.setClipRect(QRectF(topLeft, QSizeF(text.width, text.height)).adjusted(-2, -2, 2, 2),
                            Qt::IntersectClip);
    }
    const bool written = keepsText(painter);
    for (const FittedText::Line& line : text.lines) {
        if (written) {
            writeLine(painter, topLeft, line, text.role);
            continue;
        }
        for (const QGlyphRun& run : line.runs)
            painter.drawGlyphRun(topLeft, run);
    }
    if (text.tall)
        painter.restore();
}

} // namespace groundplan
