#pragma once

#include "app/report/page_flow.h"
#include "app/report/set_text.h"

#include <QPointF>
#include <QSizeF>

#include <functional>
#include <optional>
#include <utility>

namespace groundplan::report {

/// What is painted in a slice.
struct SliceInk {
    struct Text {
        QPointF at; ///< top left corner, from that of the slice
        SetLine line;
        bool muted = false;
    };
    enum class Rule { None, Light, Strong };
    QList<Text> texts;
    Rule rule = Rule::None;   ///< along its lower edge, over the whole width
    QString anchor;           ///< the section, entry or row that begins here
    int level = 0;            ///< of a heading: 1 a section, 2 an entry
    int section = -1;         ///< index in the report; of a contents page -1
    QString within = {};      ///< the title of the entry that began before it; empty: none
    QString pageOf;           ///< contents: the page number of this entry stands at the right end
    TextStyle pageStyle = {}; ///< of that number
};

/// A report set in a column: slices one below the other, and what is in each.
struct SetReport {
    QList<Slice> slices;
    QList<SliceInk> inks; ///< as many
};

/// The printed number of the diagram's page on which an element is seen best; nothing: on none.
using DiagramPageOf = std::function<std::optional<int>(ElementId)>;

/// The sections, headings numbered, for a column of that width (points). Beside an entry and in a row stands
/// where on the diagram that is.
SetReport setSections(const Report& report, double width, const DiagramPageOf& pageOf);

inline constexpr auto kRubricKey = "rubric"; ///< of the page for the interviewer's pen

/// Title, author, case and date, and the table of contents with the diagrams' pages (titles and their keys)
/// first, for pages of that size: set closer where that saves one, and never with a line or two left over.
SetReport setFront(const Report& report, const QSizeF& page,
                   const QList<std::pair<QString, QString>>& diagrams);

/// "1  The task": how headings, contents and bookmarks have it.
QString numbered(qsizetype section, const QString& title);

} // namespace groundplan::report
