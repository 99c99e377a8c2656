#pragma once

#include <QString>

namespace groundplan {

/// What `tr("%n block(s)", nullptr, count)` gives: a sentence that a translation may put in as many ways as
/// its language has plurals. Where none is loaded the English one is made here: each "(s)" goes or becomes
/// "s".
inline QString counted(QString translated, qsizetype count) {
    return translated.replace(QLatin1String("(s)"), QLatin1String(count == 1 ? "" : "s"));
}

} // namespace groundplan
