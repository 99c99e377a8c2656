#pragma once

#include <QString>
#include <QStringList>

/// Plain text out of what labels of other programs hold: HTML, Markdown, names of icons and their files.
namespace groundplan::markuptext {

/// readHtml() of a label in which line breaks are meant.
QString fromHtml(const QString& text);
/// Marks of headings, bold, italic, code and links gone; HTML within it likewise.
QString fromMarkdown(const QString& text);
/// What an icon's name or the address of its file says: "https://example.com/dev%2Fredis.svg" -> "redis",
/// "fa:fa-database" -> "database", "logos:aws-s3" -> "aws-s3".
QString iconHint(const QString& icon);

} // namespace groundplan::markuptext
