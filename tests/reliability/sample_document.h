#pragma once

#include "model/document/document.h"

namespace groundplan {

/// A small design with rows in every table, made step by step so that the document has a history: adding,
/// typing, moving, deleting, undoing and redoing. The same ids and rows each time. Fails the program when the
/// document refuses.
void makeSampleDocument(const QString& path);

} // namespace groundplan
