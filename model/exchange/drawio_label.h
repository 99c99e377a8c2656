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

/// `pageName` stands for %page% in a label with placeholders.
Label labelOf(const Cell& cell, const Style& style, const QString& pageName);

} // namespace groundplan::drawio
