#include "model/design/counted.h"
#include "model/design/web_link.h"
#include "model/design/words_text.h"
#include "model/report/report_material.h"

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

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
                held_[element->parent].append(material.mention(id));
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

    void addConnections(ElementId id, QList<Item>& items) const {
        addEnds(Text::tr("To:"), from_.value(id), &Connection::target, items);
        addEnds(Text::tr("From:"), to_.value(id), &Connection::source, items);
    }

    void addHeld(ElementId frame, QList<Item>& items) const {
        QList<Line> names;
        for (const Span& name : held_.value(frame))
            names.append({name});
        if (!names.isEmpty())
            items.append(paragraph(Line{muted(Text::tr("Holds:") + u' ')} + joined(names, u", "_s)));
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
    void addEnds(const QString& lead, const QList<const Connection*>& connections, ElementId Connection::*end,
                 QList<Item>& items) const {
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
        if (!lines.isEmpty())
            items.append(paragraph(Line{muted(lead + u' ')} + joined(lines, u", "_s)));
    }

    const Material& material_;
    QHash<ElementId, QList<const Connection*>> from_, to_;
    QHash<ElementId, QList<Span>> held_;
    QSet<ElementId> measured_;
    QHash<ElementId, QList<const Decision*>> decided_;
    QHash<ElementId, QSet<int>> noted_;
    QHash<ElementId, QList<const Sheet*>> filled_;
};

Entry blockEntry(const Material& material, const Surroundings& around, const Block& block) {
    Entry entry{material.keyOf(block.id), material.nameOf(block.id), block.id, {}};
    const Kind* kind = material.catalogue.kind(block.kind);
    QStringList facts{kind ? material.in(kind->title) : block.kind};
    if (hasText(block.technology))
        facts.append(block.technology.simplified());
    if (block.ml)
        facts.append(Text::tr("needs machine learning"));
    if (block.path == Path::Online)
        facts.append(Text::tr("online path"));
    else if (block.path == Path::Offline)
        facts.append(Text::tr("offline path"));
    const Element* element = material.design.elements.find(block.id);
    const bool held = element && element->parent;
    if (held)
        facts.append(Text::tr("in") + u' ');
    facts.removeAll(QString());
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

Entry frameEntry(const Material& material, const Surroundings& around, const Frame& frame) {
    Entry entry{material.keyOf(frame.id), material.nameOf(frame.id), frame.id, {}};
    Line line{muted(Text::tr("Frame"))};
    const Element* element = material.design.elements.find(frame.id);
    if (element && element->parent)
        line += {muted(u' ' + Text::tr("in") + u' '), material.mention(element->parent)};
    if (hasText(frame.remark))
        line += {muted(u" · "_s), Span{frame.remark.simplified()}};
    entry.items.append(paragraph(line));
    around.addHeld(frame.id, entry.items);
    around.addConnections(frame.id, entry.items);
    around.addElsewhere(frame.id, entry.items);
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
    for (const ElementId id : material.told()) {
        if (const Block* block = design.blocks.find(id))
            section.entries.append(blockEntry(material, around, *block));
        else if (const Frame* frame = design.frames.find(id))
            section.entries.append(frameEntry(material, around, *frame));
    }
    return section;
}

} // namespace groundplan::report
