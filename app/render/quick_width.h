#pragma once

#include "app/render/fonts.h"

#include <QStringView>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace groundplan {

/// How wide plain texts are, without shaping them: each letter takes what it takes before the letter that
/// follows, which is measured once. For pages that write texts and need no glyphs; a hundred pairs of letters
/// make the titles of thousands of blocks. Equal to fitLine()'s width within a hundredth of a point a letter
/// where the board's font is there. Not for use by two threads at once.
class QuickWidths {
public:
    /// In points; nothing for a text that has anything but Latin letters, digits and single blanks between
    /// them.
    std::optional<double> of(QStringView text, fonts::Role role);
    /// From the top of a line to its letters' feet.
    double baseline(fonts::Role role);

private:
    static constexpr int kSigns = 62;
    struct Table {
        std::array<double, kSigns> alone;
        std::array<double, kSigns * kSigns> before;      ///< a letter before that one
        std::array<double, kSigns * kSigns> beforeBlank; ///< a letter and a blank before that one
        double baseline;
    };
    Table& tableOf(fonts::Role role);

    std::array<std::unique_ptr<Table>, fonts::kRoleCount> tables_;
};

} // namespace groundplan
