#pragma once

#include "model/sketch/word_matching.h"

namespace groundplan {

/// "#7" for what is on the board, else kind(product)"own title".
inline QString shown(const Meaning& meaning) {
    if (meaning.existing)
        return u'#' + meaning.existing.toString();
    QString text = meaning.kind;
    if (!meaning.technology.isEmpty())
        text += u'(' + meaning.technology + u')';
    if (!meaning.title.isEmpty())
        text += u'"' + meaning.title + u'"';
    return text;
}

} // namespace groundplan
