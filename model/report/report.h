#pragma once

#include "model/design/rows.h"

#include <QDate>
#include <QList>
#include <QString>

namespace groundplan::report {

// A design document as data: what is said, in which order, without fonts or marks of any format. The PDF
// report, the Markdown document and the HTML page are made of the same one.

/// A piece of running text.
struct Span {
    enum class Tone { Plain, Strong, Muted };
    QString text; ///< may hold line breaks
    Tone tone = Tone::Plain;
    // Where a click leads; at most one is set.
    ElementId element = {}; ///< to that block, frame or connection on the diagram
    QString entry = {};     ///< to the entry (or section) with that key
    QString url = {};       ///< outside
};
using Line = QList<Span>;

/// What a row of a table tells of, where it stands in place of an entry.
struct RowSubject {
    QString key; ///< as Entry::key
    ElementId subject;
};

struct Table {
    QList<Line> head;
    QList<QList<Line>> rows; ///< each as long as `head`
    QList<int> shares;       ///< of the width, in proportion; as long as `head`
    QList<RowSubject> subjects = {}; ///< as long as `rows`; empty: the rows tell of nothing by themselves
    /// Its columns follow what they hold; others stand where those of tables like them do, as `shares` say.
    bool fitted = false;
};

struct Item {
    enum class Type { Paragraph, Bullet, Table };
    Type type = Type::Paragraph;
    Line line = {};
    Table table = {};
};

/// One decision, one block with its sheets, one requirement group: a heading with what stands below it.
struct Entry {
    QString key; ///< unique in the report, letters, digits and "-" only: an anchor
    QString title;
    ElementId subject = {}; ///< what it is about; none: the board
    QList<Item> items;
    DecisionId decision = {}; ///< the one that it tells; none: it is about something else
};

struct Section {
    QString key; ///< as Entry::key
    QString title;
    QList<Item> items; ///< before the entries
    QList<Entry> entries;
};

struct Report {
    QString title;
    QString author;   ///< empty: none
    QString practice; ///< title of the case; empty: none
    QDate date;
    QString version;         ///< what of the design's history is shown; empty: the design as it is
    QList<Section> sections; ///< without those that would be empty
};

} // namespace groundplan::report
