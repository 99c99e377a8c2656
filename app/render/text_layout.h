#pragma once

#include "app/render/fonts.h"
#include "app/render/plain_lines.h"

#include <QCache>
#include <QGlyphRun>
#include <QList>
#include <QString>

#include <optional>

class QPainter;
class QTextLayout;

namespace groundplan {

/// A text shaped once and fitted into a width: glyphs ready to be painted at any scale (fonts are not hinted,
/// so a text is equally wide at each). Sizes in points.
struct FittedText {
    struct Line {
        QString text;           ///< what its glyphs say, in reading order ("Feature st…")
        QList<QGlyphRun> runs;  ///< positions relative to the top left corner of the whole text
        bool fromRight = false; ///< what it belongs to is written from the right
        /// Of a line without runs (TextCache::keepGlyphs()), whose letters stand in one row from its left.
        double baseline = 0;
    };
    QList<Line> lines;
    fonts::Role role = fonts::Role::CardText;
    double width = 0;   ///< of the widest line; all there was for lines from the right
    double height = 0;  ///< of all lines
    bool cut = false;   ///< not all of the text is shown
    bool split = false; ///< a line ends inside of a word
    bool tall = false;  ///< glyphs (stacked marks) may reach out of the lines; paint clipped

    bool isEmpty() const { return lines.isEmpty(); }
    QString shown() const; ///< all lines
};

/// A text shows what was typed: "->" is no arrow, as Inter would have it, and "☃️" a picture. Call before
/// beginLayout(), behind all that sets formats.
void keepSigns(QTextLayout& layout);

/// One line, elided at its end by grapheme. Line breaks and other control characters count as spaces.
FittedText fitLine(const QString& text, fonts::Role role, double width);
/// At most so many lines, wrapped at words (anywhere when a word is too long), the last one elided; the first
/// is shorter by `spared`. Line breaks and other control characters count as spaces.
FittedText fitLines(const QString& text, fonts::Role role, double width, double spared, int most);
/// Wrapped at words (anywhere when a word is too long), cut with an ellipsis after `height`; each paragraph
/// is aligned by its own direction.
FittedText fitParagraphs(const QString& text, fonts::Role role, double width, double height);

/// From one line to the next; card texts are set with some air.
double lineStep(fonts::Role role);

/// Fitted texts by text, role and room. Not for use by two threads at once.
class TextCache {
public:
    TextCache();
    /// Whether texts come with glyphs, as they do at first. Without, those that are plain and fit on a line
    /// may have none, only their widths; for pages that write texts.
    void keepGlyphs(bool keep);
    const FittedText& line(const QString& text, fonts::Role role, double width);
    const FittedText& lines(const QString& text, fonts::Role role, double width, double spared, int most);
    const FittedText& paragraphs(const QString& text, fonts::Role role, double width, double height);

private:
    struct Key {
        QString text;
        int role = 0;
        int width = 0;
        int height = 0;
        int spared = 0;
        friend bool operator==(const Key&, const Key&) = default;
        friend size_t qHash(const Key& key, size_t seed = 0) noexcept {
            return qHashMulti(seed, key.text, key.role, key.width, key.height, key.spared);
        }
    };
    template <class Make>
    const FittedText& find(const Key& key, Make make);
    std::optional<FittedText> plainLine(const QString& text, fonts::Role role, double width) const;

    QCache<Key, FittedText> texts_;
    PlainLines plain_;
    bool keepsGlyphs_ = true;
};

/// Paints with the painter's pen colour set to `colour`.
void paintText(QPainter& painter, QPointF topLeft, const FittedText& text, const QColor& colour);

} // namespace groundplan
