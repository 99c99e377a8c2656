#include "app/report/set_text.h"

#include "app/render/glyph_runs.h"

#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace groundplan::report {
namespace {

/// How much is shaped at a time. What follows the last line of it that surely is whole is shaped again with
/// what comes next: a text of any length takes time in proportion to it.
constexpr qsizetype kWindow = 4'096;

bool isBreak(QChar c) {
    return c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

/// A control character would be a box.
QString cleaned(QString text) {
    for (QChar& c : text) {
        if ((c.unicode() < 0x20 && c != u'\n') || c.unicode() == 0x7f)
            c = u' ';
    }
    return text;
}

/// Marks upon marks leave their line: the text is painted clipped.
bool hasStackedMarks(const QString& text) {
    const auto isMark = [](QChar c) { return c.isMark(); };
    return std::adjacent_find(text.begin(), text.end(),
                              [&](QChar a, QChar b) { return isMark(a) && isMark(b); }) != text.end();
}

/// Some characters of a paragraph that belong to one span.
struct Stretch {
    qsizetype from = 0, to = 0;
    const Span* span = nullptr;
};

struct Paragraph {
    QString text;
    QList<Stretch> stretches;
};

QList<Paragraph> paragraphsOf(const Line& line) {
    QList<Paragraph> paragraphs{{}};
    for (const Span& span : line) {
        const QString text = cleaned(span.text);
        qsizetype from = 0;
        while (from <= text.size()) {
            const auto end = std::find_if(text.begin() + from, text.end(), isBreak);
            const qsizetype to = end - text.begin();
            Paragraph& paragraph = paragraphs.last();
            const qsizetype begin = paragraph.text.size();
            paragraph.text += QStringView(text).mid(from, to - from);
            if (paragraph.text.size() > begin)
                paragraph.stretches.append({begin, paragraph.text.size(), &span});
            if (to == text.size())
                break;
            paragraphs.append(Paragraph());
            from = to + 1;
        }
    }
    // Line breaks at the end are no lines.
    while (paragraphs.size() > 1 && paragraphs.last().text.isEmpty())
        paragraphs.removeLast();
    return paragraphs;
}

fonts::Role roleOf(const Span& span, const TextStyle& style) {
    return span.tone == Span::Tone::Strong ? style.strong : style.plain;
}

class Setter {
public:
    Setter(const Paragraph& paragraph, const TextStyle& style, double width, QList<SetLine>& into)
        : paragraph_(paragraph)
        , style_(style)
        , scale_(style.size / fonts::of(style.plain).pixelSize())
        , width_(width / scale_)
        , fromRight_(paragraph.text.isRightToLeft())
        , into_(into) {}

    void run() {
        if (paragraph_.text.isEmpty()) {
            into_.append(SetLine());
            return;
        }
        for (qsizetype from = 0; from < paragraph_.text.size();)
            from = setWindow(from);
    }

private:
    /// Sets lines from there on; returns where they end.
    qsizetype setWindow(qsizetype from) {
        qsizetype to = std::min(from + kWindow, paragraph_.text.size());
        if (to < paragraph_.text.size() && paragraph_.text[to].isLowSurrogate())
            --to;
        QTextLayout layout(paragraph_.text.mid(from, to - from), fonts::of(style_.plain));
        QTextOption option;
        option.setUseDesignMetrics(true);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(fromRight_ ? Qt::RightToLeft : Qt::LeftToRight);
        option.setAlignment((fromRight_ && !style_.heads ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignAbsolute);
        layout.setTextOption(option);
        QList<QTextLayout::FormatRange> formats;
        for (const Stretch& stretch : paragraph_.stretches) {
            const qsizetype begin = std::max(stretch.from, from), end = std::min(stretch.to, to);
            if (begin >= end || roleOf(*stretch.span, style_) == style_.plain)
                continue;
            QTextLayout::FormatRange range;
            range.start = int(begin - from);
            range.length = int(end - begin);
            range.format.setFont(fonts::of(roleOf(*stretch.span, style_)),
                                 QTextCharFormat::FontPropertiesAll);
            formats.append(range);
        }
        layout.setFormats(formats);
        keepSigns(layout);
        layout.beginLayout();
        qsizetype done = 0;
        const qsizetype before = into_.size();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width_);
            const qsizetype end = line.textStart() + line.textLength();
            // The last line of a window would go on: it is set with the next one.
            if (end == to - from && to < paragraph_.text.size() && into_.size() > before)
                break;
            line.setPosition({0, baseline() - line.ascent()});
            takeLine(line, from);
            done = end;
        }
        layout.endLayout();
        return from + std::max<qsizetype>(done, 1);
    }

    /// Letters of whatever font stand on one line.
    double baseline() const { return baselineOf(style_) / scale_; }

    void takeLine(const QTextLine& line, qsizetype offset) {
        SetLine set;
        const qsizetype begin = offset + line.textStart(), end = begin + line.textLength();
        // The first stretch that ends behind the line's beginning.
        auto it = std::partition_point(paragraph_.stretches.begin(), paragraph_.stretches.end(),
                                       [begin](const Stretch& each) { return each.to <= begin; });
        for (; it != paragraph_.stretches.end() && it->from < end; ++it) {
            const qsizetype from = std::max(it->from, begin), to = std::min(it->to, end);
            Piece piece;
            piece.target = *it->span;
            piece.target.text.clear();
            piece.text.role = roleOf(*it->span, style_);
            const QString text = paragraph_.text.mid(from, to - from);
            const QList<QGlyphRun> runs = glyphRunsOf(line, int(from - offset), int(to - from));
            piece.text.lines.append({text, runs});
            piece.text.height = style_.leading / scale_;
            piece.text.width = width_;
            piece.text.tall = hasStackedMarks(text);
            piece.scale = scale_;
            piece.left = width_ * scale_;
            for (const QGlyphRun& run : runs) {
                const QRectF bounds = run.boundingRect();
                piece.left = std::min(piece.left, bounds.left() * scale_);
                piece.right = std::max(piece.right, bounds.right() * scale_);
            }
            if (piece.left < piece.right || !text.trimmed().isEmpty())
                set.append(piece);
        }
        into_.append(set);
    }

    const Paragraph& paragraph_;
    const TextStyle& style_;
    double scale_; ///< from the font's size to the style's
    double width_; ///< in the font's size, as all that is laid out
    bool fromRight_;
    QList<SetLine>& into_;
};

} // namespace

double baselineOf(const TextStyle& style) {
    return std::round(style.leading * 0.72 * 4) / 4;
}

QList<SetLine> setText(const Line& line, const TextStyle& style, double width) {
    QList<SetLine> lines;
    for (const Paragraph& paragraph : paragraphsOf(line))
        Setter(paragraph, style, width, lines).run();
    return lines;
}

QList<SetLine> setText(const QString& text, const TextStyle& style, double width) {
    return setText(Line{Span{text}}, style, width);
}

} // namespace groundplan::report
