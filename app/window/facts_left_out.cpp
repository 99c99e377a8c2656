#include "app/window/facts_left_out.h"

#include "app/render/field_words.h"
#include "model/design/not_taken.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Import", text);
}

bool differs(const QString& mine, const QString& theirs) {
    return !mine.isEmpty() && !theirs.isEmpty() && mine != theirs;
}

} // namespace

QStringList factsLeftOut(const Design& mine, const Design& part, const Templates& templates,
                         const QString& language) {
    QStringList sentences;
    const bool onCard = std::any_of(part.cards.begin(), part.cards.end(),
                                    [](const Card& card) { return card.kind == CardKind::Task; });
    if (differs(mine.board.task, part.board.task) && !onCard)
        sentences << tr("The task, as this board has its own: %1.").arg(NotTaken::quoted(part.board.task));
    if (differs(mine.board.framework, part.board.framework)) {
        const Framework* framework = templates.framework(part.board.framework);
        sentences << tr("The framework that it follows, as this board has its own: %1.")
                         .arg(NotTaken::called(framework ? framework->title.in(language)
                                                         : part.board.framework));
    }
    if (differs(mine.board.practice, part.board.practice)) {
        const PracticeCase* practice = templates.practiceCase(part.board.practice);
        sentences << tr("The case that it answers, as this board has its own: %1.")
                         .arg(
                             NotTaken::called(practice ? practice->title.in(language) : part.board.practice));
    }
    QHash<QString, QString> said;
    for (const Property& property : mine.properties) {
        if (!property.subject)
            said.insert(property.field, property.value);
    }
    const FieldTextOf textOf = fieldTextBy(templates, language);
    for (const Property* property : part.properties.sorted()) {
        if (property->subject || !said.contains(property->field) ||
            said.value(property->field) == property->value)
            continue;
        const FieldText text = textOf(*property);
        sentences << tr("A fact of its board, as this board says something else: %1: %2.")
                         .arg(text.title, NotTaken::quoted(text.value));
    }
    return sentences;
}

} // namespace groundplan
