#include "model/versions/comparison_words.h"

#include <QCoreApplication>

namespace groundplan::comparisonwords {
namespace {

#define WORD(text) QT_TRANSLATE_NOOP("Comparison", text)

constexpr Field kFields[] = {
    {"board", "title", WORD("title"), Role::Text},
    {"board", "task", WORD("task"), Role::Text},
    {"board", "framework", WORD("framework"), Role::Text},
    {"board", "practice", WORD("case"), Role::Text},

    {"element", "type", WORD("sort"), Role::Word},
    {"element", "parent", WORD("frame"), Role::Element},
    {"element", "ord", WORD("stacking"), Role::Place},
    {"element", "locked", WORD("locked"), Role::Flag},
    {"element", "pinned", WORD("pinned"), Role::Flag},
    {"element", "grp", WORD("group"), Role::Group},
    {"element", "stop", WORD("stop"), Role::Number},

    {"block", "kind", WORD("kind"), Role::Text},
    {"block", "name", WORD("name"), Role::Text},
    {"block", "own_title", WORD("own title"), Role::Computed},
    {"block", "title", WORD("title"), Role::Text},
    {"block", "technology", WORD("technology"), Role::Text},
    {"block", "description", WORD("description"), Role::Text},
    {"block", "link", WORD("link"), Role::Text},
    {"block", "colour", WORD("colour"), Role::Text},
    {"block", "ml", WORD("machine learning"), Role::Flag},
    {"block", "path", WORD("path"), Role::Word},
    {"block", "x", WORD("place"), Role::Place},
    {"block", "y", WORD("place"), Role::Place},
    {"block", "w", WORD("size"), Role::Place},
    {"block", "h", WORD("size"), Role::Place},

    {"frame", "name", WORD("name"), Role::Text},
    {"frame", "own_title", WORD("own title"), Role::Computed},
    {"frame", "title", WORD("title"), Role::Text},
    {"frame", "remark", WORD("remark"), Role::Text},
    {"frame", "colour", WORD("colour"), Role::Text},
    {"frame", "x", WORD("place"), Role::Place},
    {"frame", "y", WORD("place"), Role::Place},
    {"frame", "w", WORD("size"), Role::Place},
    {"frame", "h", WORD("size"), Role::Place},

    {"connection", "source", WORD("source"), Role::Element},
    {"connection", "target", WORD("target"), Role::Element},
    {"connection", "flow", WORD("flow"), Role::Word},
    {"connection", "direction", WORD("direction"), Role::Word},
    {"connection", "label", WORD("label"), Role::Text},
    {"connection", "label_w", WORD("size of the label"), Role::Computed},
    {"connection", "label_h", WORD("size of the label"), Role::Computed},
    {"connection", "label_at", WORD("place of the label"), Role::Place},
    {"connection", "route", WORD("way"), Role::Place},
    {"connection", "waypoints", WORD("way"), Role::Place},

    {"card", "kind", WORD("kind"), Role::Word},
    {"card", "text", WORD("text"), Role::Text},
    {"card", "decision", WORD("decision"), Role::Group},
    {"card", "x", WORD("place"), Role::Place},
    {"card", "y", WORD("place"), Role::Place},
    {"card", "w", WORD("size"), Role::Place},
    {"card", "h", WORD("size"), Role::Place},

    {"stroke", "tool", WORD("tool"), Role::Word},
    {"stroke", "colour", WORD("colour"), Role::Text},
    {"stroke", "width", WORD("width"), Role::Number},
    {"stroke", "points", WORD("line"), Role::Bytes},
    {"stroke", "x", WORD("place"), Role::Place},
    {"stroke", "y", WORD("place"), Role::Place},
    {"stroke", "w", WORD("size"), Role::Place},
    {"stroke", "h", WORD("size"), Role::Place},

    {"shape", "kind", WORD("form"), Role::Word},
    {"shape", "text", WORD("text"), Role::Text},
    {"shape", "colour", WORD("colour"), Role::Text},
    {"shape", "filled", WORD("filled"), Role::Flag},
    {"shape", "text_size", WORD("size of the text"), Role::Number},
    {"shape", "x", WORD("place"), Role::Place},
    {"shape", "y", WORD("place"), Role::Place},
    {"shape", "w", WORD("size"), Role::Place},
    {"shape", "h", WORD("size"), Role::Place},

    {"image", "asset", WORD("picture"), Role::Group},
    {"image", "description", WORD("description"), Role::Text},
    {"image", "x", WORD("place"), Role::Place},
    {"image", "y", WORD("place"), Role::Place},
    {"image", "w", WORD("size"), Role::Place},
    {"image", "h", WORD("size"), Role::Place},

    {"note", "subject", WORD("what it hangs on"), Role::Element},
    {"note", "kind", WORD("kind"), Role::Word},
    {"note", "text", WORD("text"), Role::Text},
    {"note", "ord", WORD("order"), Role::Place},

    {"decision", "subject", WORD("what it hangs on"), Role::Element},
    {"decision", "question", WORD("question"), Role::Text},
    {"decision", "chosen", WORD("choice"), Role::Option},
    {"decision", "reason", WORD("reason"), Role::Text},
    {"decision", "ord", WORD("order"), Role::Place},
    {"decision", "topic", WORD("topic"), Role::Text},

    {"option", "decision", WORD("decision"), Role::Group},
    {"option", "title", WORD("title"), Role::Text},
    {"option", "ord", WORD("order"), Role::Place},

    {"argument", "option", WORD("option"), Role::Option},
    {"argument", "side", WORD("side"), Role::Word},
    {"argument", "text", WORD("text"), Role::Text},
    {"argument", "ord", WORD("order"), Role::Place},

    {"criterion", "decision", WORD("decision"), Role::Group},
    {"criterion", "title", WORD("title"), Role::Text},
    {"criterion", "weight", WORD("weight"), Role::Number},
    {"criterion", "ord", WORD("order"), Role::Place},

    {"score", "option", WORD("option"), Role::Option},
    {"score", "criterion", WORD("criterion"), Role::Group},
    {"score", "value", WORD("score"), Role::Number},

    {"metric", "subject", WORD("what it hangs on"), Role::Element},
    {"metric", "kind", WORD("kind"), Role::Word},
    {"metric", "name", WORD("name"), Role::Text},
    {"metric", "unit", WORD("unit"), Role::Text},
    {"metric", "goal", WORD("goal"), Role::Word},
    {"metric", "target", WORD("target"), Role::Text},
    {"metric", "current", WORD("current value"), Role::Text},
    {"metric", "shown", WORD("shown"), Role::Flag},
    {"metric", "ord", WORD("order"), Role::Place},
    {"metric", "cost_false_positive", WORD("cost of a false positive"), Role::Text},
    {"metric", "cost_false_negative", WORD("cost of a false negative"), Role::Text},

    {"requirement", "question", WORD("question"), Role::Text},
    {"requirement", "answer", WORD("answer"), Role::Text},
    {"requirement", "source", WORD("source"), Role::Word},
    {"requirement", "shown", WORD("shown"), Role::Flag},
    {"requirement", "ord", WORD("order"), Role::Place},
    {"requirement", "topic", WORD("topic"), Role::Text},

    {"property", "subject", WORD("what it hangs on"), Role::Element},
    {"property", "field", WORD("field"), Role::Text},
    {"property", "value", WORD("value"), Role::Text},
};

#undef WORD

QString tr(const char* text) {
    return QCoreApplication::translate("Comparison", text);
}

} // namespace

const Field& fieldOf(QByteArrayView table, QByteArrayView column) {
    for (const Field& field : kFields) {
        if (table == QByteArrayView(field.table) && column == QByteArrayView(field.column))
            return field;
    }
    qFatal("Nobody has said what people call %s.%s.", table.toByteArray().constData(),
           column.toByteArray().constData());
}

QString wordFor(const Field& field) {
    return tr(field.word);
}

QString textOf(const Field& field, const Cell& cell, const Design& design) {
    switch (field.role) {
    case Role::Text:
        return QString::fromUtf8(cell.bytes);
    case Role::Word: {
        QString word = QString::fromUtf8(cell.bytes);
        return word.replace(u'-', u' ');
    }
    case Role::Flag:
        return cell.integer ? tr("yes") : tr("no");
    case Role::Number:
        return QString::number(cell.integer);
    case Role::Element:
        return design.captionOf(ElementId(cell.integer));
    case Role::Option: {
        const Option* option = design.options.find(OptionId(cell.integer));
        return option ? option->title : QString();
    }
    case Role::Group:
    case Role::Bytes:
        return cell.integer == 0 && cell.bytes.isEmpty() ? QString() : tr("another one");
    case Role::Place:
    case Role::Computed:
        return {};
    }
    return {};
}

} // namespace groundplan::comparisonwords
