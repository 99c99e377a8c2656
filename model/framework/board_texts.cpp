#include "model/framework/board_texts.h"

#include "model/framework/phrases.h"

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
    for (const Note& row : design.notes) {
        add(row.subject, row.text);
        spokenOf_.insert(row.subject);
    }
    for (const Decision& row : design.decisions) {
        add(row.subject, textOf(row, design));
        spokenOf_.insert(row.subject);
    }
    for (const Metric& row : design.metrics)
        spokenOf_.insert(row.subject);
    for (const Property& row : design.properties) {
        add(row.subject, row.value);
        spokenOf_.insert(row.subject);
    }
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
        add(row.id, row.description);
        if (!row.description.trimmed().isEmpty())
            spokenOf_.insert(row.id);
    }
    for (const Text& text : std::as_const(all_)) {
        if (design.blocks.find(text.subject))
            onBlock_[text.subject].append(text.stems);
    }
    for (const Block& row : design.blocks) {
        if (!row.technology.isEmpty())
            onBlock_[row.id].append(stemSetOf(row.technology));
    }
    for (const Connection& row : design.connections) {
        if (row.label.isEmpty())
            continue;
        const QSet<QString> stems = stemSetOf(row.label);
        for (const ElementId end : {row.source, row.target}) {
            if (design.blocks.find(end))
                onBlock_[end].append(stems);
        }
    }
}

void BoardTexts::add(ElementId subject, const QString& text) {
    QSet<QString> stems = stemSetOf(text);
    if (!stems.isEmpty())
        all_.append({subject, std::move(stems)});
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
