#include "model/document/edit_names.h"

#include "model/design/counted.h"

#include <QCoreApplication>
#include <QHash>

namespace groundplan {

namespace {

/// One message; %1, %2 are the edit's arguments, %n its count (the first argument) where it has a plural.
struct Message {
    const char* key;
    const char* text;
    bool counted = false;
};

#define MESSAGE(text) QT_TRANSLATE_NOOP("EditName", text)
constexpr Message kMessages[] = {
    {"start-practice", MESSAGE("Begin the case “%1”")},
    {"ask-interviewer", MESSAGE("Ask: %1")},
    {"add-block", MESSAGE("Add %1")},
    {"add-frame", MESSAGE("Add frame")},
    {"add-card", MESSAGE("Add card")},
    {"draw", MESSAGE("Draw a line")},
    {"add-shape", MESSAGE("Draw a figure")},
    {"add-text", MESSAGE("Write text")},
    {"add-image", MESSAGE("Add %n image(s)"), true},
    {"erase", MESSAGE("Erase %n element(s)"), true},
    {"draw-block", MESSAGE("Make a block of it")},
    {"draw-frame", MESSAGE("Make a frame of it")},
    {"draw-connection", MESSAGE("Make a connection of it")},
    {"change-text", MESSAGE("Change text")},
    {"change-width", MESSAGE("Change width of line")},
    {"change-filled", MESSAGE("Change filling")},
    {"change-text-size", MESSAGE("Change size of letters")},
    {"connect", MESSAGE("Connect %1 to %2")},
    {"reconnect", MESSAGE("Reconnect")},
    {"move", MESSAGE("Move %n element(s)"), true},
    {"resize", MESSAGE("Resize %1")},
    {"rename", MESSAGE("Rename to “%1”")},
    {"delete", MESSAGE("Delete %n element(s)"), true},
    {"cut", MESSAGE("Cut %n element(s)"), true},
    {"paste", MESSAGE("Paste %n element(s)"), true},
    {"duplicate", MESSAGE("Duplicate %n element(s)"), true},
    {"reorder", MESSAGE("Change order")},
    {"align-left", MESSAGE("Align left sides")},
    {"align-centre", MESSAGE("Align centres")},
    {"align-right", MESSAGE("Align right sides")},
    {"align-top", MESSAGE("Align top sides")},
    {"align-middle", MESSAGE("Align middles")},
    {"align-bottom", MESSAGE("Align bottom sides")},
    {"distribute-across", MESSAGE("Distribute horizontally")},
    {"distribute-down", MESSAGE("Distribute vertically")},
    {"same-width", MESSAGE("Make the same width")},
    {"same-height", MESSAGE("Make the same height")},
    {"same-size", MESSAGE("Make the same size")},
    {"group", MESSAGE("Group %n element(s)"), true},
    {"ungroup", MESSAGE("Ungroup")},
    {"add-stop", MESSAGE("Add as stop")},
    {"remove-stop", MESSAGE("Remove stop")},
    {"lock", MESSAGE("Lock")},
    {"unlock", MESSAGE("Unlock")},
    {"pin", MESSAGE("Pin %n element(s)"), true},
    {"unpin", MESSAGE("Unpin %n element(s)"), true},
    {"tidy", MESSAGE("Tidy %n block(s)"), true},
    {"tidy-new", MESSAGE("Place %n new block(s)"), true},
    {"import-into", MESSAGE("Import “%1” into this design")},
    {"frame-around", MESSAGE("Frame %n element(s)"), true},
    {"move-line", MESSAGE("Move line")},
    {"straighten", MESSAGE("Straighten")},
    {"move-label", MESSAGE("Move label")},
    {"change-kind", MESSAGE("Change kind to %1")},
    {"change-title", MESSAGE("Change title")},
    {"change-technology", MESSAGE("Change technology")},
    {"change-description", MESSAGE("Change description")},
    {"change-link", MESSAGE("Change link")},
    {"change-colour", MESSAGE("Change colour")},
    {"change-path", MESSAGE("Change path")},
    {"change-ml", MESSAGE("Change need of machine learning")},
    {"change-flow", MESSAGE("Change flow to %1")},
    {"change-direction", MESSAGE("Change direction")},
    {"change-label", MESSAGE("Change label")},
    {"change-remark", MESSAGE("Change remark")},
    {"change-card", MESSAGE("Change card")},
    {"change-task", MESSAGE("Change task")},
    {"add-note", MESSAGE("Add note")},
    {"change-note", MESSAGE("Change note")},
    {"delete-note", MESSAGE("Delete note")},
    {"add-decision", MESSAGE("Add decision")},
    {"change-decision", MESSAGE("Change decision")},
    {"delete-decision", MESSAGE("Delete decision")},
    {"add-option", MESSAGE("Add option")},
    {"change-option", MESSAGE("Change option")},
    {"delete-option", MESSAGE("Delete option")},
    {"move-option", MESSAGE("Move option")},
    {"choose-option", MESSAGE("Choose “%1”")},
    {"add-argument", MESSAGE("Add pro or con")},
    {"change-argument", MESSAGE("Change pro or con")},
    {"delete-argument", MESSAGE("Delete pro or con")},
    {"add-criterion", MESSAGE("Add criterion")},
    {"change-criterion", MESSAGE("Change criterion")},
    {"change-weight", MESSAGE("Change weight")},
    {"delete-criterion", MESSAGE("Delete criterion")},
    {"change-score", MESSAGE("Change score")},
    {"change-field", MESSAGE("Fill in “%1”")},
    {"add-metric", MESSAGE("Add metric")},
    {"change-metric", MESSAGE("Change metric")},
    {"delete-metric", MESSAGE("Delete metric")},
    {"add-requirement", MESSAGE("Add requirement")},
    {"change-requirement", MESSAGE("Change requirement")},
    {"delete-requirement", MESSAGE("Delete requirement")},
    {"choose-plan", MESSAGE("Choose plan “%1”")},
    {"leave-plan", MESSAGE("Leave the plan")},
    {"tick-prompt", MESSAGE("Tick a prompt")},
    {"untick-prompt", MESSAGE("Take a tick away")},
    {"sketch", MESSAGE("Sketch “%1”")},
    {"import", MESSAGE("Import %1")},
    {"merge", MESSAGE("Merge %1")},
    {"restore", MESSAGE("Restore “%1”")},
    {"new-from-example", MESSAGE("New from example “%1”")},
    {"begin", MESSAGE("Begin “%1”")},
    {"recover", MESSAGE("Recover %1")},
};

/// The same where all that is counted is of one sort: the edit's second argument says which.
struct SortedMessage {
    const char* key;
    ElementType sort;
    const char* text;
};
constexpr SortedMessage kSortedMessages[] = {
    {"move", ElementType::Block, MESSAGE("Move %n block(s)")},
    {"move", ElementType::Frame, MESSAGE("Move %n frame(s)")},
    {"move", ElementType::Card, MESSAGE("Move %n card(s)")},
    {"move", ElementType::Stroke, MESSAGE("Move %n drawing(s)")},
    {"move", ElementType::Shape, MESSAGE("Move %n drawing(s)")},
    {"move", ElementType::Image, MESSAGE("Move %n picture(s)")},
    {"delete", ElementType::Block, MESSAGE("Delete %n block(s)")},
    {"delete", ElementType::Frame, MESSAGE("Delete %n frame(s)")},
    {"delete", ElementType::Connection, MESSAGE("Delete %n connection(s)")},
    {"delete", ElementType::Card, MESSAGE("Delete %n card(s)")},
    {"delete", ElementType::Stroke, MESSAGE("Delete %n drawing(s)")},
    {"delete", ElementType::Shape, MESSAGE("Delete %n drawing(s)")},
    {"delete", ElementType::Image, MESSAGE("Delete %n picture(s)")},
    {"cut", ElementType::Block, MESSAGE("Cut %n block(s)")},
    {"cut", ElementType::Frame, MESSAGE("Cut %n frame(s)")},
    {"cut", ElementType::Connection, MESSAGE("Cut %n connection(s)")},
    {"cut", ElementType::Card, MESSAGE("Cut %n card(s)")},
    {"cut", ElementType::Stroke, MESSAGE("Cut %n drawing(s)")},
    {"cut", ElementType::Shape, MESSAGE("Cut %n drawing(s)")},
    {"cut", ElementType::Image, MESSAGE("Cut %n picture(s)")},
    {"paste", ElementType::Block, MESSAGE("Paste %n block(s)")},
    {"paste", ElementType::Frame, MESSAGE("Paste %n frame(s)")},
    {"paste", ElementType::Card, MESSAGE("Paste %n card(s)")},
    {"paste", ElementType::Stroke, MESSAGE("Paste %n drawing(s)")},
    {"paste", ElementType::Shape, MESSAGE("Paste %n drawing(s)")},
    {"paste", ElementType::Image, MESSAGE("Paste %n picture(s)")},
    {"duplicate", ElementType::Block, MESSAGE("Duplicate %n block(s)")},
    {"duplicate", ElementType::Frame, MESSAGE("Duplicate %n frame(s)")},
    {"duplicate", ElementType::Card, MESSAGE("Duplicate %n card(s)")},
    {"duplicate", ElementType::Stroke, MESSAGE("Duplicate %n drawing(s)")},
    {"duplicate", ElementType::Shape, MESSAGE("Duplicate %n drawing(s)")},
    {"duplicate", ElementType::Image, MESSAGE("Duplicate %n picture(s)")},
    {"group", ElementType::Block, MESSAGE("Group %n block(s)")},
    {"group", ElementType::Frame, MESSAGE("Group %n frame(s)")},
    {"group", ElementType::Card, MESSAGE("Group %n card(s)")},
    {"group", ElementType::Stroke, MESSAGE("Group %n drawing(s)")},
    {"group", ElementType::Shape, MESSAGE("Group %n drawing(s)")},
    {"group", ElementType::Image, MESSAGE("Group %n picture(s)")},
    {"frame-around", ElementType::Block, MESSAGE("Frame %n block(s)")},
    {"frame-around", ElementType::Frame, MESSAGE("Frame %n frame(s)")},
    {"frame-around", ElementType::Card, MESSAGE("Frame %n card(s)")},
    {"frame-around", ElementType::Stroke, MESSAGE("Frame %n drawing(s)")},
    {"frame-around", ElementType::Shape, MESSAGE("Frame %n drawing(s)")},
    {"frame-around", ElementType::Image, MESSAGE("Frame %n picture(s)")},
};
#undef MESSAGE

/// The words for a counted edit, by the sort of what it is about.
const char* wordsFor(const Message& message, const EditName& name) {
    for (const SortedMessage& sorted : kSortedMessages) {
        if (name.key == sorted.key &&
            name.args.value(1) == QLatin1String(Words<ElementType>::words[std::size_t(sorted.sort)]))
            return sorted.text;
    }
    return message.text;
}

const Message* find(const QByteArray& key) {
    for (const Message& message : kMessages) {
        if (key == message.key)
            return &message;
    }
    return nullptr;
}

/// Puts %1, %2, ... in, in one pass, so that an argument that holds "%1" itself stays as it is. An edit of
/// another version may have fewer arguments or more.
QString withArguments(const QString& text, const QStringList& args) {
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool place = text[i] == QLatin1Char('%') && i + 1 < text.size() && text[i + 1].isDigit();
        if (place)
            result += args.value(text[++i].digitValue() - 1);
        else
            result += text[i];
    }
    return result;
}

} // namespace

QString quotedInName(const QString& text) {
    constexpr qsizetype kQuoted = 200;
    const QString line = text.simplified();
    return line.size() <= kQuoted ? line : line.left(kQuoted - 1).trimmed() + u'…';
}

EditName countedEdit(const QByteArray& key, const Design& design, const QSet<ElementId>& ids) {
    EditName name{key, {QString::number(ids.size())}};
    std::optional<ElementType> sort;
    const auto isDrawn = [](ElementType type) {
        return type == ElementType::Stroke || type == ElementType::Shape;
    };
    for (const ElementId id : ids) {
        const Element* element = design.elements.find(id);
        // Lines and figures are told apart by nobody who has drawn them.
        if (!element || (sort && *sort != element->type && !(isDrawn(*sort) && isDrawn(element->type))))
            return name;
        sort = element->type;
    }
    if (sort)
        name.args.append(QLatin1String(
            Words<ElementType>::words[std::size_t(isDrawn(*sort) ? ElementType::Stroke : *sort)]));
    return name;
}

QString textOf(const EditName& name) {
    const Message* message = find(name.key);
    if (!message)
        return QString::fromUtf8(name.key);
    QString text;
    if (message->counted) {
        const int count = name.args.value(0).toInt();
        text =
            counted(QCoreApplication::translate("EditName", wordsFor(*message, name), nullptr, count), count);
    } else {
        text = QCoreApplication::translate("EditName", message->text);
        text = withArguments(text, name.args);
    }
    return text;
}

QString textOf(const HistoryEntry& entry, const QList<HistoryEntry>& history) {
    if (entry.inverts == 0)
        return textOf(EditName{entry.key, entry.args});
    // An undo names the edit; a redo names the undo that names the edit.
    const HistoryEntry* target = &entry;
    while (target && target->inverts != 0) {
        const qint64 number = target->inverts;
        const auto it = std::lower_bound(history.begin(), history.end(), number,
                                         [](const HistoryEntry& e, qint64 n) { return e.number < n; });
        target = it != history.end() && it->number == number ? &*it : nullptr;
    }
    const QString what =
        target ? textOf(EditName{target->key, target->args}) : QString::number(entry.inverts);
    return (entry.key == "redo" ? QCoreApplication::translate("EditName", "Redo: %1")
                                : QCoreApplication::translate("EditName", "Undo: %1"))
        .arg(what);
}

QList<QByteArray> knownEditKeys() {
    QList<QByteArray> keys;
    for (const Message& message : kMessages)
        keys.append(message.key);
    return keys;
}

} // namespace groundplan
