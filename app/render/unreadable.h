#pragma once

#include <QString>

namespace groundplan {

class Design;

/// Which texts of a design are set in its fonts.
enum class Told {
    Picture, ///< what a diagram shows
    Report,  ///< that, and all that hangs on it
};

/// A sentence that names the characters of its texts and of `title` for which there is no letter in any font
/// of this machine, so that boxes stand for them in pictures and on pages; empty: there is one for all.
QString unreadableSentence(const Design& design, const QString& title, Told told);

} // namespace groundplan
