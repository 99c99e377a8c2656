#pragma once

#include "model/exchange/drawio_file.h"
#include "model/exchange/drawio_style.h"

#include <QStringList>

namespace groundplan::drawio {

/// The words of a cell, as they are to be read.
struct Label {
    QString text;        ///< lines divided by \n
    QString description; ///< what else its author noted: data, tooltip
    QString link;
    QStringList hints; ///< names that say what it is made of
};

/// In a label with placeholders the page's name stands for %page%, its variables for what the cell has no
/// data of. What a cell of ours had when it was written (`written`, else null) is not described again.
Label labelOf(const Cell& cell, const Style& style, const Page& page, const Cell* written = nullptr);

} // namespace groundplan::drawio
