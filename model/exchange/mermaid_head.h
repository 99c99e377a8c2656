#pragma once

#include "model/design/not_taken.h"

#include <QString>
#include <QStringView>

namespace groundplan::mermaid {

/// What a text of Mermaid says beside the diagram.
struct Head {
    QString title;
    NotTaken settings; ///< of how it is to be drawn, which nothing here asks
};
/// The text with comments, directives ("%%{init: ...}%%") and the head of YAML as blanks, so that places and
/// lines stay the same. Takes time that grows with the text.
QString withoutHead(QStringView text, Head& head);

} // namespace groundplan::mermaid
