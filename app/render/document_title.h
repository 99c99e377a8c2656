#pragma once

#include <QString>

namespace groundplan {

class Design;
class Document;

/// What a board is called, in windows and in what leaves it: its own title in one line, else what
/// untitledNameOf() says. The window and the command line both ask here.
QString titleOf(const Document& document);
/// The same, where the document was `design` once.
QString titleOf(const Document& document, const Design& design);
/// The name of a board without a title of its own: its file's, or "Untitled board" while it has none.
QString untitledNameOf(const Document& document);

} // namespace groundplan
