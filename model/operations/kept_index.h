#pragma once

#include "model/routing/routing_index.h"

namespace groundplan {

class Document;
class Editor;

/// The index for routing that is kept with a document: made once, then told what each edit changes, so that
/// no edit of a large board pays for making it. Shows the design as it is now, within an edit the editor's;
/// valid until that changes.
const RoutingIndex& routingIndexOf(Editor& editor);
const RoutingIndex& routingIndexOf(const Document& document);

} // namespace groundplan
