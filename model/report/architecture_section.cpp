#include "model/design/counted.h"
#include "model/design/web_link.h"
#include "model/design/words_text.h"
#include "model/report/report_material.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

/// Of fewer, each has an entry: that is as short as a table would be.
constexpr qsizetype kFewestRows = 2;

/// What the entries of blocks and frames draw on, gathered once.
class Surroundings {
public:
    explicit Surroundings(const Material& material)
        : material_(material) {
        for (const Connection* connection : material.design.connections.sorted()) {
            from_[connection->source].append(connection);
            to_[connection->target].append(connection);
        }
        for (const ElementId id : material.told()) {
            if (const Element* element = material.design.elements.find(id); element && element->parent)
                held_[element->parent].append(id);
        }
        for (const Metric& row : material.design.metrics)
            measured_.insert(row.subject);
        for (const Decision* row : material.decisions())
            decided_[row->subject].append(row);
        for (const Note& row : material.design.notes)
            noted_[row.subject].insert(int(row.kind));
        for (const Property& row : material.design.properties) {
            if (const Sheet* sheet = material.templates.sheet(row.field.section(u'.', 0, 0));
                sheet && hasText(row.value) && !filled_[row.subject].contains(sheet))
                filled_[row.subject].append(sheet);
        }
    }

    bool isConnected(ElementId id) const { return from_.contains(id) || to_.contains(id); }
    /// What a block's connections lead to, and where those come from that lead to it: names and how.
    QList<Line> endsTo(ElementId id) const { return ends(from_.value(id), &Connection::target); }
    QList<Line> endsFrom(ElementId id) const { return ends(to_.value(id), &Connection::source); }

    void addConnections(ElementId id, QList<Item>& items) const {
        addEnds(Text::tr("To:"), endsTo(id), items);
        addEnds(Text::tr("From:"), endsFrom(id), items);
    }

    /// `tabled` of it stand in a table, which comes next.
    void addHeld(ElementId frame, const QList<const Block*>& tabled, QList<Item>& items) const {
        QList<Line> names;
        for (const ElementId id : held_.value(frame)) {
            if (std::ranges::find(tabled, id, &Block::id) == tabled.end())
                names.append({material_.mention(id)});
        }
        if (names.isEmpty())
            return;
        Line line = Line{muted(Text::tr("Holds:") + u' ')} + joined(names, u", "_s);
        if (const qsizetype more = tabled.size(); more > 0)
            line.append(
                muted(u' ' + counted(Text::tr("and %n further block(s):", nullptr, int(more)), more)));
        items.append(paragraph(line));
    }

    /// Whether there is nothing to be said of it but what the diagram shows, too.
    bool isSilent(const Block& block) const {
        return !hasText(block.description) && !hasText(block.link) && !measured_.contains(block.id) &&
               !decided_.contains(block.id) && !noted_.contains(block.id) && !filled_.contains(block.id);
    }

    /// Where else the report speaks of it.
    void addElsewhere(ElementId id, QList<Item>& items) const {
        QList<Line> places;
        const auto lead = [&places](const QString& text, const QString& key) {
            places.append({Span{text, Span::Tone::Plain, {}, key}});
        };
        if (measured_.contains(id))
            lead(Text::tr("metrics"), QString::fromLatin1(sections::kMetrics));
        for (const Decision* decision : decided_.value(id))
            lead(u'“' + decision->question.simplified() + u'”', material_.keyOf(decision->id));
        for (const Sheet& sheet : material_.templates.sheets()) {
            if (filled_.value(id).contains(&sheet))
                lead(material_.in(sheet.title).toLower(), material_.keyOf(sheet, id));
        }
        const QSet<int> kinds = noted_.value(id);
        for (std::size_t i = 0; i < wordCount<NoteKind>(); ++i) {
            if (!kinds.contains(int(i)))
                continue;
            const bool question = NoteKind(i) == NoteKind::Question;
            lead(textOf(NoteKind(i)).toLower(), question ? QString::fromLatin1(sections::kOpen)
                                                         : u"notes-"_s + wordOf(NoteKind(i)).toString());
        }
        if (!places.isEmpty())
            items.append(paragraph(Line{muted(Text::tr("See also:") + u' ')} + joined(places, u", "_s)));
    }

private:
    static void addEnds(const QString& lead, const QList<Line>& ends, QList<Item>& items) {
        if (!ends.isEmpty())
            items.append(paragraph(Line{muted(lead + u' ')} + joined(ends, u", "_s)));
    }
    QList<Line> ends(const QList<const Connection*>& connections, ElementId Connection::*end) const {
        QList<Line> lines;
        for (const Connection* connection : connections) {
            QString how = textOf(connection->flow);
            if (connection->direction == Direction::Both)
                how += u", "_s + Text::tr("both ways");
            else if (connection->direction == Direction::None)
                how += u", "_s + Text::tr("no direction");
            if (hasText(connection->label))
                how += u", “"_s + connection->label.simplified() + u'”';
            lines.append({material_.mention(connection->*end), muted(u" ("_s + how + u')')});
        }
        return lines;
    }

    const Material& material_;
    QHash<ElementId, QList<const Connection*>> from_, to_;
    QHash<ElementId, QList<ElementId>> held_;
    QSet<ElementId> measured_;
    QHash<ElementId, QList<const Decision*>> decided_;
    QHash<ElementId, QSet<int>> noted_;
    QHash<ElementId, QList<const Sheet*>> filled_;
};

QStringList kindOf(const Material& material, const Block& block) {
    const Kind* kind = material.catalogue.kind(block.kind);
    QStringList facts{kind ? material.in(kind->title) : block.kind};
    if (hasText(block.technology))
        facts.append(block.technology.simplified());
    facts.removeAll(QString());
    return facts;
}

QStringList furtherFactsOf(const Block& block) {
    QStringList facts;
    if (block.ml)
        facts.append(Text::tr("needs machine learning"));
    if (block.path == Path::Online)
        facts.append(Text::tr("online path"));
    else if (block.path == Path::Offline)
        facts.append(Text::tr("offline path"));
    return facts;
}

Entry blockEntry(const Material& material, const Surroundings& around, const Block& block) {
    Entry entry{material.keyOf(block.id), material.nameOf(block.id), block.id, {}};
    QStringList facts = kindOf(material, block) + furtherFactsOf(block);
    const Element* element = material.design.elements.find(block.id);
    const bool held = element && element->parent;
    if (held)
        facts.append(Text::tr("in") + u' ');
    Line line;
    if (!facts.isEmpty())
        line.append(muted(facts.join(u" · "_s)));
    if (held)
        line.append(material.mention(element->parent));
    if (!line.isEmpty())
        entry.items.append(paragraph(line));
    if (hasText(block.description))
        entry.items.append(paragraph(block.description));
    if (hasText(block.link)) {
        const QUrl url = webLink(block.link);
        const QString shown = block.link.trimmed();
        entry.items.append(paragraph({muted(Text::tr("Link:") + u' '),
                                      Span{shown,
                                           Span::Tone::Plain,
                                           {},
                                           {},
                                           url.isValid() ? url.toString(QUrl::FullyEncoded) : QString()}}));
    }
    around.addConnections(block.id, entry.items);
    around.addElsewhere(block.id, entry.items);
    return entry;
}

using Tabled = QHash<ElementId, QList<const Block*>>; ///< by the frame that they lie in; none: the board

Tabled tabledBlocks(const Material& material, const Surroundings& around) {
    Tabled tabled;
    for (const ElementId id : material.told()) {
        const Block* block = material.design.blocks.find(id);
        if (!block || !around.isSilent(*block))
            continue;
        const Element* element = material.design.elements.find(id);
        const bool held = element && material.design.frames.contains(element->parent);
        tabled[held ? element->parent : ElementId()].append(block);
    }
    tabled.removeIf([](Tabled::iterator each) { return each->size() < kFewestRows; });
    return tabled;
}

/// What the diagram shows of blocks, a row each.
Item blockTable(const Material& material, const Surroundings& around, const QList<const Block*>& blocks) {
    Item item{Item::Type::Table, {}, {}};
    Table& table = item.table;
    const bool named =
        std::ranges::any_of(blocks, [](const Block* block) { return hasText(block->technology); });
    const bool connected =
        std::ranges::any_of(blocks, [&around](const Block* block) { return around.isConnected(block->id); });
    table.head = {cell(Text::tr("Block")), cell(named ? Text::tr("Kind and technology") : Text::tr("Kind"))};
    table.shares = {40, 60};
    if (connected) {
        table.head += {cell(Text::tr("To")), cell(Text::tr("From"))};
        table.shares = named ? QList<int>{22, 26, 26, 26} : QList<int>{24, 20, 28, 28};
    }
    for (const Block* block : blocks) {
        Span name{material.nameOf(block->id)};
        name.element = block->id;
        Line what = cell(kindOf(material, *block).join(u"\u00a0· "_s)); // a line ends after the dot
        if (const QStringList further = furtherFactsOf(*block); !further.isEmpty())
            what.append(muted((what.isEmpty() ? QString() : u"\n"_s) + further.join(u" · "_s)));
        QList<Line> row{{name}, what};
        if (connected)
            row += {joined(around.endsTo(block->id), u"\n"_s), joined(around.endsFrom(block->id), u"\n"_s)};
        table.rows.append(row);
        table.subjects.append({material.keyOf(block->id), block->id});
    }
    return item;
}

/// `tabled`: what of it stands in a table.
Entry frameEntry(const Material& material, const Surroundings& around, const Frame& frame,
                 const QList<const Block*>& tabled) {
    Entry entry{material.keyOf(frame.id), material.nameOf(frame.id), frame.id, {}};
    Line line{muted(Text::tr("Frame"))};
    const Element* element = material.design.elements.find(frame.id);
    if (element && element->parent)
        line += {muted(u' ' + Text::tr("in") + u' '), material.mention(element->parent)};
    if (hasText(frame.remark))
        line += {muted(u" · "_s), Span{frame.remark.simplified()}};
    entry.items.append(paragraph(line));
    around.addConnections(frame.id, entry.items);
    around.addElsewhere(frame.id, entry.items);
    around.addHeld(frame.id, tabled, entry.items);
    if (!tabled.isEmpty())
        entry.items.append(blockTable(material, around, tabled));
    return entry;
}

} // namespace

Section architectureSection(const Material& material) {
    Section section{QString::fromLatin1(sections::kArchitecture), Text::tr("Architecture"), {}, {}};
    const Design& design = material.design;
    if (material.told().isEmpty())
        return section;
    const qsizetype learning = std::count_if(design.blocks.begin(), design.blocks.end(),
                                             [](const Block& block) { return block.ml; });
    QStringList counts{
        counted(Text::tr("%n block(s)", nullptr, int(design.blocks.size())), design.blocks.size())};
    if (learning > 0)
        counts.append(Text::tr("%n of them with machine learning", nullptr, int(learning)));
    if (!design.frames.isEmpty())
        counts.append(
            counted(Text::tr("%n frame(s)", nullptr, int(design.frames.size())), design.frames.size()));
    if (!design.connections.isEmpty())
        counts.append(counted(Text::tr("%n connection(s)", nullptr, int(design.connections.size())),
                              design.connections.size()));
    section.items.append(paragraph({muted(counts.join(u", "_s))}));
    const Surroundings around(material);
    const Tabled tabled = tabledBlocks(material, around);
    QSet<ElementId> inTables;
    for (const QList<const Block*>& blocks : tabled) {
        for (const Block* block : blocks)
            inTables.insert(block->id);
    }
    for (const ElementId id : material.told()) {
        if (const Frame* frame = design.frames.find(id))
            section.entries.append(frameEntry(material, around, *frame, tabled.value(id)));
        else if (const Block* block = design.blocks.find(id); block && !inTables.contains(id))
            section.entries.append(blockEntry(material, around, *block));
    }
    if (const QList<const Block*> outside = tabled.value({}); !outside.isEmpty()) {
        const Item table = blockTable(material, around, outside);
        if (section.entries.isEmpty()) // there is nothing that they would be told apart from
            section.items.append(table);
        else
            section.entries.append({QString::fromLatin1(sections::kOtherBlocks),
                                    design.frames.isEmpty() ? Text::tr("Other blocks")
                                                            : Text::tr("Other blocks, outside of the frames"),
                                    {},
                                    {table}});
    }
    return section;
}

} // namespace groundplan::report
