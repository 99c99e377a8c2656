#include "app/report/report_flow.h"

#include "app/report/table_setting.h"
#include "model/report/report_of.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportPages)
};

using fonts::Role;
const TextStyle kTitle{Role::InspectorTitle, Role::InspectorTitle, 26, 33, false, true};
const TextStyle kHeading{Role::InspectorTitle, Role::InspectorTitle, 17, 23, false, true};
const TextStyle kEntry{Role::CardStrong, Role::CardStrong, 12, 16, false, true};
const TextStyle kText{Role::CardText, Role::CardStrong, 10, 14.5, false};
const TextStyle kPlace{Role::CardText, Role::CardText, 8, 16, true};
const TextStyle kContents{Role::CardStrong, Role::CardStrong, 10, 18, false, true};
const TextStyle kContentsEntry{Role::CardText, Role::CardText, 9, 14, true, true};

constexpr double kProse = 430;      ///< the longest lines that are read with ease
constexpr double kSectionAir = 32;  ///< above a section
constexpr double kEntryAir = 16;    ///< above an entry
constexpr double kParagraphAir = 5; ///< above a paragraph
constexpr double kBulletAir = 2.5;  ///< above one of a list
constexpr double kIndent = 12;      ///< of a list's text
constexpr double kPlaceWidth = 96;  ///< at the right end of an entry's heading
constexpr double kNumberWidth = 40; ///< of page numbers in the contents
constexpr qsizetype kMostWhole = 8; ///< lines of an entry, with its heading, that is not parted
constexpr int kMostContents = 110;  ///< lines of contents; above, sections only

class Column {
public:
    Column(double width, const DiagramPageOf& pageOf)
        : width_(width)
        , pageOf_(pageOf) {}

    SetReport set;

    void setSection(int section) { section_ = section; }

    /// Returns its first slice.
    qsizetype heading(const QString& key, qsizetype number, const QString& title) {
        Line line{{QString::number(number + 1) + u"  "_s, Span::Tone::Muted}, {title}};
        const qsizetype begin = addText(line, kHeading, width_, 0, kSectionAir);
        beginAnchor(begin, key, 1);
        return begin;
    }

    void entry(const Entry& entry) {
        Span place;
        if (const std::optional<int> page = pageOf(entry.subject)) {
            place.text = Words::tr("diagram, p. %1").arg(*page);
            place.element = entry.subject;
        }
        const double room = place.text.isEmpty() ? width_ : width_ - kPlaceWidth;
        Span title{entry.title};
        if (!place.text.isEmpty()) {
            title.tone = Span::Tone::Strong;
            title.element = entry.subject;
        }
        const qsizetype begin = addText({title}, kEntry, room, 0, kEntryAir);
        if (!place.text.isEmpty()) {
            // Where it is on the diagram, for those who read on paper, too.
            const double width = setWidth(place, kPlace);
            set.inks[begin].texts.append(
                {{width_ - width, 0}, setText(Line{place}, kPlace, kPlaceWidth).value(0), false});
        }
        beginAnchor(begin, entry.key, 2);
        items(begin, entry.items, false);
        for (qsizetype i = begin + 1; i < set.inks.size(); ++i)
            set.inks[i].within = entry.title;
    }

    /// What stands below the heading that begins with that slice, and before the entries if there are some.
    void items(qsizetype begin, const QList<Item>& items, bool entriesFollow) {
        for (qsizetype i = 0; i < items.size(); ++i) {
            const qsizetype first = set.slices.size();
            item(items[i]);
            const bool isLine = set.slices.size() == first + 1;
            const bool isLast = i + 1 == items.size();
            // A single line below the heading says what is told: it stands with that.
            if (i == 0 && isLine && (!isLast || entriesFollow))
                set.slices.last().keep = true;
            // The last line is not torn off, nor what a table comes to from the table.
            const bool isTable = items[i].type == Item::Type::Table;
            const bool afterTable = i > 0 && items[i - 1].type == Item::Type::Table;
            if ((isLine && isLast) || (afterTable && !isTable))
                set.slices[first - 1].keep = true;
            // Nor what leads up to a table from that.
            if (i > 0 && isTable && !afterTable)
                set.slices[first - 1].keep = true;
        }
        if (set.slices.size() - begin > kMostWhole)
            return;
        for (qsizetype i = begin; i + 1 < set.slices.size(); ++i)
            set.slices[i].keep = true;
    }

private:
    void item(const Item& item) {
        switch (item.type) {
        case Item::Type::Paragraph:
            paragraph(item.line, 0, kParagraphAir);
            break;
        case Item::Type::Bullet: {
            const qsizetype begin = paragraph(item.line, kIndent, kBulletAir);
            set.inks[begin].texts.append({{0, 0}, setText(u"•"_s, kText, kIndent).value(0), true});
            break;
        }
        case Item::Type::Table:
            setTable(withPages(item.table), tables_++, width_, set);
            for (qsizetype i = set.inks.size() - 1; i >= 0 && set.slices[i].table == tables_ - 1; --i)
                set.inks[i].section = section_;
            break;
        }
    }

    std::optional<int> pageOf(ElementId id) const { return pageOf_ && id ? pageOf_(id) : std::nullopt; }

    /// With a column of the diagram's pages, where what the rows tell of is not all on one.
    Table withPages(const Table& table) const {
        constexpr int kShare = 10;
        QList<std::optional<int>> pages;
        for (const RowSubject& row : table.subjects)
            pages.append(pageOf(row.subject));
        if (std::ranges::adjacent_find(pages, std::not_equal_to()) == pages.end())
            return table;
        Table with = table;
        with.shares.append(kShare);
        with.head.append({{Words::tr("Diagram")}});
        for (qsizetype i = 0; i < pages.size(); ++i) {
            Span place{pages[i] ? Words::tr("p. %1").arg(*pages[i]) : u"–"_s};
            if (pages[i])
                place.element = table.subjects[i].subject;
            with.rows[i].append({place});
        }
        return with;
    }

    static double setWidth(const Span& span, const TextStyle& style) {
        double width = 0;
        for (const Piece& piece : setText(Line{span}, style, kPlaceWidth).value(0))
            width = std::max(width, piece.right);
        return width;
    }

    qsizetype paragraph(const Line& line, double indent, double before) {
        const qsizetype begin = addText(line, kText, std::min(kProse, width_) - indent, indent, before);
        avoidWidows(set.slices, begin, set.slices.size() - begin);
        return begin;
    }

    /// Appends the lines; returns the place of the first one.
    qsizetype addText(const Line& line, const TextStyle& style, double width, double indent, double before) {
        const qsizetype begin = set.slices.size();
        for (const SetLine& each : setText(line, style, width)) {
            Slice slice;
            slice.height = style.leading;
            set.slices.append(slice);
            SliceInk ink;
            ink.texts.append({{indent, 0}, each, style.muted});
            ink.section = section_;
            set.inks.append(ink);
        }
        set.slices[begin].before = before;
        return begin;
    }

    /// What was appended from there on is a heading.
    void beginAnchor(qsizetype begin, const QString& key, int level) {
        set.inks[begin].anchor = key;
        set.inks[begin].level = level;
        for (qsizetype i = begin; i < set.slices.size(); ++i)
            set.slices[i].keep = true;
    }

    double width_;
    const DiagramPageOf& pageOf_;
    int section_ = -1;
    int tables_ = 0;
};

} // namespace

QString numbered(qsizetype section, const QString& title) {
    return QString::number(section + 1) + u"  "_s + title;
}

SetReport setSections(const Report& report, double width, const DiagramPageOf& pageOf) {
    Column column(width, pageOf);
    for (qsizetype i = 0; i < report.sections.size(); ++i) {
        const Section& section = report.sections[i];
        column.setSection(int(i));
        const qsizetype begin = column.heading(section.key, i, section.title);
        column.items(begin, section.items, !section.entries.isEmpty());
        for (const Entry& entry : section.entries)
            column.entry(entry);
    }
    // Nothing follows the last one.
    if (!column.set.slices.isEmpty())
        column.set.slices.last().keep = false;
    return column.set;
}

namespace {

/// `spread` is what the leading of the contents is multiplied by.
SetReport frontOf(const Report& report, double width, const QList<std::pair<QString, QString>>& diagrams,
                  double spread) {
    TextStyle contents = kContents, contentsEntry = kContentsEntry;
    contents.leading *= spread;
    contentsEntry.leading *= spread;
    SetReport front;
    const auto add = [&front](const Line& line, const TextStyle& style, double room, double indent,
                              double before) {
        const qsizetype begin = front.slices.size();
        for (const SetLine& each : setText(line, style, room)) {
            front.slices.append({style.leading, front.slices.size() == begin ? before : 0, false, -1, false});
            SliceInk ink;
            ink.texts.append({{indent, 0}, each, style.muted});
            front.inks.append(ink);
        }
        return begin;
    };
    add({{report.title}}, kTitle, width, 0, 0);
    QStringList facts;
    if (!report.author.isEmpty())
        facts.append(report.author);
    if (!report.practice.isEmpty())
        facts.append(Words::tr("Case: %1").arg(report.practice));
    const QString times = timesOf(report).join(u"  ·  "_s);
    QString said = facts.join(u"  ·  "_s);
    if (!said.isEmpty())
        said += report.version.isEmpty() ? u"  ·  "_s : u"\n"_s; // of a version it is a line of its own
    add({{said + times, Span::Tone::Muted}}, kText, width, 0, 6);
    front.inks.last().rule = SliceInk::Rule::Strong;
    front.slices.last().height += 14;

    const auto lead = [&](const QString& title, const QString& key, const TextStyle& style, double indent,
                          double before) {
        const qsizetype begin = add({{title}}, style, width - indent - kNumberWidth, indent, before);
        front.inks.last().pageOf = key;
        front.inks.last().pageStyle = style;
        return begin;
    };
    add({{Words::tr("Contents")}}, kEntry, width, 0, 26 * spread);
    front.slices.last().keep = true;
    for (const auto& [title, key] : diagrams)
        lead(title, key, contents, 0, 4 * spread);
    // Entries with names of their own are listed: decisions, and what has a sheet. Each block would be too
    // much.
    const auto isListed = [](const Section& section) {
        return section.key == QLatin1StringView(sections::kDecisions) || section.key.startsWith(u"sheet-"_s);
    };
    qsizetype lines = 0;
    for (const Section& section : report.sections)
        lines += 1 + (isListed(section) ? section.entries.size() : 0);
    for (qsizetype i = 0; i < report.sections.size(); ++i) {
        const Section& section = report.sections[i];
        lead(numbered(i, section.title), section.key, contents, 0, 4 * spread);
        if (lines > kMostContents || !isListed(section))
            continue;
        for (const Entry& entry : section.entries) {
            front.slices.last().keep = true;
            lead(entry.title, entry.key, contentsEntry, 16, 0);
            front.slices.last().keep = false;
        }
    }
    lead(Words::tr("Rubric"), QString::fromLatin1(kRubricKey), contents, 0, 4 * spread);
    return front;
}

} // namespace

SetReport setFront(const Report& report, const QSizeF& page,
                   const QList<std::pair<QString, QString>>& diagrams) {
    constexpr qsizetype kCarried = 6; // lines on the last page
    const auto pagesOf = [&page](const SetReport& set) {
        return flowIntoPages(set.slices, page.height()).size();
    };
    SetReport front = frontOf(report, page.width(), diagrams, 1);
    const qsizetype pages = pagesOf(front);
    if (pages < 2)
        return front;
    for (const double spread : {0.92, 0.84}) {
        SetReport closer = frontOf(report, page.width(), diagrams, spread);
        if (pagesOf(closer) < pages)
            return closer;
    }
    for (qsizetype i = std::max<qsizetype>(0, front.slices.size() - kCarried); i + 1 < front.slices.size();
         ++i)
        front.slices[i].keep = true;
    return front;
}

} // namespace groundplan::report
