#include "model/design/words_text.h"
#include "model/framework/progress.h"
#include "model/report/report_material.h"

#include <array>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

Line noteLine(const Material& material, ElementId subject, const QString& text) {
    Line line;
    if (subject)
        line += {material.mention(subject), Span{u": "_s}};
    line.append({text});
    return line;
}

QString pluralOf(NoteKind kind) {
    switch (kind) {
    case NoteKind::Assumption:
        return Text::tr("Assumptions");
    case NoteKind::Question:
        return Text::tr("Questions");
    case NoteKind::Risk:
        return Text::tr("Risks");
    case NoteKind::Remark:
        return Text::tr("Remarks");
    }
    return {};
}

QList<Item> notesOf(const Material& material, NoteKind kind) {
    QList<Item> items;
    for (const Note* note : material.told(material.design.notes)) {
        if (note->kind == kind && hasText(note->text))
            items.append(bullet(noteLine(material, note->subject, note->text)));
    }
    return items;
}

/// What is written on the board itself: stickies, texts, shapes.
QList<Item> boardTexts(const Material& material) {
    QList<Item> items;
    for (const Element* element : material.design.elements.sorted()) {
        QString text;
        if (const Card* card = material.design.cards.find(element->id); card && card->kind == CardKind::Text)
            text = card->text;
        else if (const Shape* shape = material.design.shapes.find(element->id))
            text = shape->text;
        else if (const Image* image = material.design.images.find(element->id))
            text = hasText(image->description) ? Text::tr("Image: %1").arg(image->description) : QString();
        if (hasText(text))
            items.append(bullet({{text}}));
    }
    return items;
}

/// What the framework asks and the board does not answer yet, step by step.
QList<Item> gapsOf(const Material& material, const Framework& framework) {
    const Progress progress = progressOf(framework, material.design, material.catalogue);
    EvidenceSearch search(material.design, material.catalogue);
    QList<Item> items;
    for (qsizetype i = 0; i < framework.steps.size(); ++i) {
        const Step& step = framework.steps[i];
        for (qsizetype j = 0; j < step.prompts.size(); ++j) {
            const Prompt& prompt = step.prompts[j];
            if (prompt.operations || progress.steps[i].prompts[j].done)
                continue;
            Line line{muted(material.in(step.title) + u": "_s), {material.in(prompt.text)}};
            if (std::any_of(prompt.evidence.begin(), prompt.evidence.end(),
                            [&search](const Evidence& one) { return search.isSeenInPart(one); }))
                line.append(muted(u' ' + Text::tr("A part of it is there.")));
            items.append(bullet(line));
        }
    }
    return items;
}

} // namespace

Section noteSection(const Material& material) {
    Section section{QString::fromLatin1(sections::kNotes), Text::tr("Notes"), {}, {}};
    for (const NoteKind kind : {NoteKind::Assumption, NoteKind::Risk, NoteKind::Remark}) {
        const QList<Item> items = notesOf(material, kind);
        if (!items.isEmpty())
            section.entries.append({u"notes-"_s + wordOf(kind).toString(), pluralOf(kind), {}, items});
    }
    const QList<Item> texts = boardTexts(material);
    if (!texts.isEmpty())
        section.entries.append({u"notes-board"_s, Text::tr("Written on the board"), {}, texts});
    return section;
}

Section openSection(const Material& material) {
    Section section{QString::fromLatin1(sections::kOpen), Text::tr("Open questions"), {}, {}};
    const auto add = [&section](const QString& key, const QString& title, const QList<Item>& items) {
        if (!items.isEmpty())
            section.entries.append({key, title, {}, items});
    };
    add(u"open-notes"_s, pluralOf(NoteKind::Question), notesOf(material, NoteKind::Question));

    QList<Item> requirements;
    for (const Requirement* row : material.design.requirements.sorted()) {
        if (!hasText(row->answer) && row->source != Source::NotRelevant && hasText(row->question))
            requirements.append(bullet({{row->question}}));
    }
    add(u"open-requirements"_s, Text::tr("Requirements without an answer"), requirements);

    QList<Item> decisions;
    for (const Decision* decision : material.decisions()) {
        if (!decision->chosen && hasText(decision->question))
            decisions.append(
                bullet({{decision->question, Span::Tone::Plain, {}, material.keyOf(decision->id)}}));
    }
    add(u"open-decisions"_s, Text::tr("Still to be decided"), decisions);

    if (const Framework* framework = material.templates.framework(material.design.board.framework))
        add(u"open-framework"_s, Text::tr("What “%1” also asks").arg(material.in(framework->title)),
            gapsOf(material, *framework));
    return section;
}

} // namespace groundplan::report
