#pragma once

#include "model/exchange/drawio_file.h"
#include "model/exchange/drawio_style.h"

#include <QStringList>

namespace groundplan::drawio {

/// The words of a cell, as they are to be read.
struct Label {
    QString text;             ///< lines divided by \n
    qsizetype titleLines = 0; ///< so many stand above a rule; 0: there is none
    QString description;      ///< what else its author noted: data, tooltip
    QString link;
    QStringList hints; ///< names that say what it is made of
    int pictures = 0;  ///< within the text, which they are left out of
};

/// In a label with placeholders the page's name stands for %page%, its variables for what the cell has no
/// data of. Of a cell of ours (`written` is how it was, else null) neither the tooltip nor what it
/// had then is described.
Label labelOf(const Cell& cell, const Style& style, const Page& page, const Cell* written = nullptr);

} // namespace groundplan::drawio
