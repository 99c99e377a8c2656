#include "model/framework/board_texts.h"

#include "model/framework/placeholder.h"

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// Whether a title says no more than the kind does.
bool isKindsOwn(const QString& title, const Kind* kind) {
    if (!kind)
        return false;
    const QString lower = title.trimmed().toLower();
    if (kind->aliases.contains(lower) || kind->shortForms.contains(lower))
        return true;
    const QStringList titles = kind->title.all();
    return titles.contains(title.trimmed(), Qt::CaseInsensitive);
}

} // namespace

BoardTexts::BoardTexts(const Design& design, const Catalogue& catalogue) {
    add({}, design.board.task);
    for (const Note& row : design.notes)
        speakOf(row.subject, row.text);
    for (const Decision& row : design.decisions)
        speakOf(row.subject, textOf(row, design));
    for (const Metric& row : design.metrics) {
        if (!isPlaceholder(row.name))
            spokenOf_.insert(row.subject);
    }
    for (const Property& row : design.properties)
        speakOf(row.subject, row.value);
    for (const Requirement& row : design.requirements) {
        if (row.source == Source::Assumed)
            add({}, row.answer);
    }
    for (const Card& row : design.cards)
        add(row.id, row.text);
    for (const Shape& row : design.shapes)
        add(row.id, row.text);
    for (const Frame& row : design.frames) {
        if (row.ownTitle)
            add(row.id, row.title);
        add(row.id, row.remark);
    }
    for (const Connection& row : design.connections)
        add(row.id, row.label);
    addBlocks(design, catalogue);
}

void BoardTexts::addBlocks(const Design& design, const Catalogue& catalogue) {
    for (const Block& row : design.blocks) {
        if (row.ownTitle && !isKindsOwn(row.title, catalogue.kind(row.kind)))
            add(row.id, row.title);
        speakOf(row.id, row.description);
    }
    for (const Text& text : std::as_const(all_)) {
        if (design.blocks.find(text.subject))
            onBlock_[text.subject].append(text.words);
    }
    for (const Block& row : design.blocks) {
        if (!row.technology.isEmpty())
            onBlock_[row.id].append(SpokenText(row.technology));
    }
    for (const Connection& row : design.connections) {
        if (row.label.isEmpty())
            continue;
        const SpokenText label(row.label);
        for (const ElementId end : {row.source, row.target}) {
            if (design.blocks.find(end))
                onBlock_[end].append(label);
        }
    }
}

void BoardTexts::add(ElementId subject, const QString& text) {
    if (isPlaceholder(text))
        return;
    SpokenText words(text);
    if (!words.isEmpty())
        all_.append({subject, std::move(words)});
}

void BoardTexts::speakOf(ElementId subject, const QString& text) {
    add(subject, text);
    if (!isPlaceholder(text))
        spokenOf_.insert(subject);
}

QString BoardTexts::textOf(const Decision& decision, const Design& design) {
    QStringList lines{decision.question, decision.reason};
    for (const Option& option : design.options) {
        if (option.decision != decision.id)
            continue;
        lines << option.title;
        for (const Argument& argument : design.arguments) {
            if (argument.option == option.id)
                lines << argument.text;
        }
    }
    return lines.join(u'\n');
}

} // namespace groundplan
