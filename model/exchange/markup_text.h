#pragma once

#include "model/exchange/diagram.h"

#include <QString>
#include <QStringList>

/// Plain text out of what labels of other programs hold: HTML, Markdown, names of icons and their files.
namespace groundplan::markuptext {

/// One line more, at the end.
void addLine(QString& text, const QString& line);
/// What stands in a label beside its words.
struct Besides {
    QStringList links;
    int pictures = 0;
    qsizetype linesAbove = 0; ///< a rule; 0: there is none
};
/// readHtml() of a label in which line breaks are meant.
QString fromHtml(const QString& text, Besides* besides = nullptr);
/// Marks of headings, bold, italic, code and links gone; HTML within it likewise.
QString fromMarkdown(const QString& text, Besides* besides = nullptr);
/// The first address becomes the link of a node that has none; the others are noted.
void take(const Besides& besides, Diagram::Node& node, NotTaken& lost);
void take(const Besides& besides, Diagram::Edge& edge, NotTaken& lost);
/// What an icon's name or the address of its file says: "https://example.com/dev%2Fredis.svg" -> "redis",
/// "fa:fa-database" -> "database", "logos:aws-s3" -> "aws-s3".
QString iconHint(const QString& icon);

} // namespace groundplan::markuptext
