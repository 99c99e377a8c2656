#pragma once

#include "app/render/exports.h"

namespace groundplan {

/// What is in front of the user, and so what is handed out: the board, a moment of its history, or two
/// designs compared.
struct Looked {
    Design design;
    std::optional<qint64> moment; ///< of the history; nothing: the board as it is
    QString caption;              ///< of that moment
    QString name;                 ///< its version's, if it is one
    /// Two designs in one picture, whose title says which; then `design` is both of them.
    std::optional<ExportRequest> comparison;
};

} // namespace groundplan
