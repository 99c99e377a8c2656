#include "app/window/guest_design.h"

#include "app/render/board_painter.h"
#include "app/render/field_words.h"
#include "model/design/validate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr Coord kBeside = 40 * kUnitsPerPoint; ///< between the drawing and its words

QString tr(const char* text) {
    return QCoreApplication::translate("Import", text);
}

/// A question that a framework asks everywhere and that nobody has answered says nothing.
bool saysSomething(const Requirement& requirement) {
    return !requirement.answer.isEmpty() || requirement.topic.isEmpty();
}

/// What is said of the board and can stand nowhere else; it leaves the design.
QStringList takeFacts(Design& design, const FieldTextOf& textOf) {
    QStringList lines;
    for (const Requirement* row : design.requirements.sorted()) {
        if (saysSomething(*row))
            lines << (row->question + u' ' + row->answer).trimmed();
    }
    design.requirements = {};
    Design said;
    const auto move = [](auto& from, auto& to) {
        for (const auto* row : from.sorted()) {
            if (!row->subject)
                to.put(*row);
        }
        for (const auto& row : to)
            from.remove(row.id);
    };
    move(design.properties, said.properties);
    move(design.metrics, said.metrics);
    move(design.notes, said.notes);
    for (const Difference& board : compare({}, said, textOf)) {
        for (const Change& change : board.changes)
            lines << tr("%1: %2").arg(change.what, change.after);
    }
    return lines;
}

QString taskLines(const Board& board, bool onCard, const Templates& templates, const QString& language) {
    QStringList lines;
    if (!onCard && !board.task.isEmpty())
        lines << board.task;
    if (!board.practice.isEmpty()) {
        const PracticeCase* practice = templates.practiceCase(board.practice);
        lines << tr("Case: %1").arg(practice ? practice->title.in(language) : board.practice);
    }
    if (!board.framework.isEmpty()) {
        const Framework* framework = templates.framework(board.framework);
        lines << tr("Framework: %1").arg(framework ? framework->title.in(language) : board.framework);
    }
    return lines.join(u'\n');
}

/// In texts that a card can hold, a line in one where it can be.
QStringList inCards(const QStringList& lines) {
    constexpr qsizetype kMost = 6'000; // about a page and a half
    QStringList texts;
    for (const QString& line : lines) {
        if (texts.isEmpty() || texts.last().size() + line.size() > kMost)
            texts << line.first(std::min(line.size(), limits::kTextLength));
        else
            texts.last() += u'\n' + line;
        for (qsizetype at = limits::kTextLength; at < line.size(); at += limits::kTextLength)
            texts << line.mid(at, limits::kTextLength);
    }
    return texts;
}

/// As wide as makes it no higher than the drawing, within what can be read.
Size sizeOf(Card card, Coord height) {
    for (const int width : {320, 400, 480, 560, 640}) {
        card.rect.w = width * kUnitsPerPoint;
        const Size size = fittingCardSize({}, card);
        card.rect.h = size.h;
        if (size.h <= height)
            break;
    }
    return {card.rect.w, card.rect.h};
}

} // namespace

bool saysAnything(const Design& design) {
    return !design.elements.isEmpty() || !design.board.task.isEmpty() || !design.board.practice.isEmpty() ||
           !design.properties.isEmpty() || !design.metrics.isEmpty() || !design.notes.isEmpty() ||
           !design.decisions.isEmpty() ||
           std::any_of(design.requirements.begin(), design.requirements.end(), saysSomething);
}

Design guestDesign(const Design& design, const QString& title, const Templates& templates,
                   const QString& language) {
    Design guest = design;
    guest.board = Board();
    bool onCard = false;
    for (Card card : Table<Card>(guest.cards)) {
        if (card.kind != CardKind::Task)
            continue;
        card.kind = CardKind::Text; // else it would show what was to be done here
        card.text = design.board.task.isEmpty() ? title : design.board.task;
        guest.cards.put(card);
        onCard = true;
    }
    QStringList lines = takeFacts(guest, fieldTextBy(templates, language));
    const QString task = taskLines(design.board, onCard, templates, language);
    if (!task.isEmpty())
        lines.prepend(task);
    if (lines.isEmpty())
        return guest;
    lines.prepend(tr("“%1” as a whole").arg(title));
    const Rect drawn = guest.bounds();
    Coord left = drawn.right() + kBeside;
    qint64 order = 0;
    for (const Element& element : guest.elements)
        order = std::max(order, element.order + 1);
    for (const QString& text : inCards(lines)) {
        Element element;
        element.id = ElementId::random();
        element.type = ElementType::Card;
        element.order = order++;
        Card card;
        card.id = element.id;
        card.text = text;
        const Size size = sizeOf(card, drawn.h);
        card.rect = {left, drawn.y, size.w, size.h};
        left += size.w + kBeside;
        guest.elements.put(element);
        guest.cards.put(card);
    }
    return guest;
}

} // namespace groundplan
