#pragma once

#include <QString>
#include <QStringList>

namespace groundplan {

/// A label written in HTML, as it is to be read.
struct HtmlText {
    /// Lines divided by \n, none of them empty, blanks at their ends gone; entries of lists after "• " or
    /// their numbers, raised and lowered numbers as such.
    QString text;
    QString link;             ///< the first that it holds; empty: none
    QStringList furtherLinks; ///< other ones
    int pictures = 0;         ///< that stand among the words
    /// How many lines stand above the first rule (<hr>) below words; 0: there is none.
    qsizetype linesAbove = 0;
};

/// Reads what the editors of web programs write: tags, entities, scripts and styles go, breaks and blocks
/// divide lines. What is no well-formed markup gives its text all the same. Takes time that grows with the
/// text.
HtmlText readHtml(const QString& html);

/// `text` without blanks at the ends of its lines and without empty lines.
QString tidiedLines(const QString& text);

} // namespace groundplan
