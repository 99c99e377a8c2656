#pragma once

#include "model/design/id.h"

#include <QByteArray>
#include <QString>

/// How names and texts stand in Mermaid.
namespace groundplan::mermaidtext {

/// A node's id: its name where that cannot be taken for a word of Mermaid's, else one made of `id`.
QByteArray id(const QString& name, ElementId id);

/// A text of several lines in quotes. Mermaid takes texts for Markdown, HTML and references to characters;
/// nothing of that is left. `lineStart` is what stands before it on its line.
QByteArray label(const QString& text, const QByteArray& lineStart);

/// A title for YAML, in quotes.
QByteArray yaml(const QString& text);

/// A web or mail address for `click ... href "..."`; empty for anything else.
QByteArray link(const QString& url);

} // namespace groundplan::mermaidtext
