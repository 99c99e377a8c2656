#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/reading.h"
#include "app/render/document_title.h"
#include "model/design/metric_value.h"
#include "model/operations/comparing.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("Cli", text, nullptr, n);
}

QString word(auto value) {
    return wordOf(value).toString();
}

/// What an element is called here: a block's or frame's name, "source -> target" of a connection (<-> both
/// ways, -- neither), a card's kind; empty for the board.
QString placeOf(const Design& design, ElementId id) {
    if (const Connection* connection = design.connections.find(id)) {
        const QString arrow = connection->direction == Direction::Both   ? u" <-> "_s
                              : connection->direction == Direction::None ? u" -- "_s
                                                                         : u" -> "_s;
        return design.nameOf(connection->source) + arrow + design.nameOf(connection->target);
    }
    if (const Card* card = design.cards.find(id))
        return word(card->kind) + u" card"_s;
    return design.nameOf(id);
}

/// Rows by name: the same order whatever was moved to the front.
template <class Row>
QList<const Row*> byName(const Table<Row>& table) {
    QList<const Row*> rows = table.sorted();
    std::sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) { return a->name < b->name; });
    return rows;
}

/// By what they hang on (the board first), then in their own order.
template <class Row>
QList<const Row*> bySubject(const Design& design, const Table<Row>& table) {
    QList<const Row*> rows = table.sorted();
    std::stable_sort(rows.begin(), rows.end(), [&design](const Row* a, const Row* b) {
        return placeOf(design, a->subject) < placeOf(design, b->subject);
    });
    return rows;
}

/// By what they hang on (the board first), then by field.
QList<const Property*> propertiesOf(const Design& design) {
    QList<const Property*> rows;
    for (const Property& row : design.properties)
        rows.append(&row);
    std::sort(rows.begin(), rows.end(), [&design](const Property* a, const Property* b) {
        const QString one = placeOf(design, a->subject);
        const QString other = placeOf(design, b->subject);
        return std::tie(one, a->field, a->id) < std::tie(other, b->field, b->id);
    });
    return rows;
}

QList<const Connection*> connectionsByEnds(const Design& design) {
    QList<const Connection*> rows = design.connections.sorted();
    std::stable_sort(rows.begin(), rows.end(), [&design](const Connection* a, const Connection* b) {
        return placeOf(design, a->id) < placeOf(design, b->id);
    });
    return rows;
}

QStringList argumentsOf(const Design& design, OptionId id, Side side) {
    QStringList texts;
    for (const Argument* argument : design.arguments.sorted(
             [id, side](const Argument& row) { return row.option == id && row.side == side; }))
        texts += argument->text;
    return texts;
}

// --- as JSON
// -----------------------------------------------------------------------------------------------------------

/// A name, or null for the board.
QJsonValue placeJson(const Design& design, ElementId id) {
    return id ? QJsonValue(placeOf(design, id)) : QJsonValue();
}

template <class Row>
QJsonArray listOf(const QList<const Row*>& rows, auto&& toObject) {
    QJsonArray list;
    for (const Row* row : rows)
        list.append(toObject(*row));
    return list;
}

QJsonObject toJson(const Design& design, const Block& block) {
    const Element* element = design.elements.find(block.id);
    return {{u"id"_s, block.id.toString()},
            {u"name"_s, block.name},
            {u"kind"_s, block.kind},
            {u"title"_s, block.title},
            {u"technology"_s, block.technology},
            {u"description"_s, block.description},
            {u"link"_s, block.link},
            {u"ml"_s, block.ml},
            {u"path"_s, word(block.path)},
            {u"frame"_s, placeJson(design, element ? element->parent : ElementId())}};
}

QJsonObject toJson(const Design& design, const Frame& frame) {
    const Element* element = design.elements.find(frame.id);
    return {{u"id"_s, frame.id.toString()},
            {u"name"_s, frame.name},
            {u"title"_s, frame.title},
            {u"remark"_s, frame.remark},
            {u"frame"_s, placeJson(design, element ? element->parent : ElementId())}};
}

QJsonObject toJson(const Design& design, const Connection& connection) {
    return {{u"id"_s, connection.id.toString()},
            {u"source"_s, design.nameOf(connection.source)},
            {u"target"_s, design.nameOf(connection.target)},
            {u"flow"_s, word(connection.flow)},
            {u"direction"_s, word(connection.direction)},
            {u"label"_s, connection.label}};
}

QJsonObject toJson(const Design& design, const Card& card) {
    const Element* element = design.elements.find(card.id);
    return {{u"id"_s, card.id.toString()},
            {u"kind"_s, word(card.kind)},
            {u"text"_s, card.text},
            {u"frame"_s, placeJson(design, element ? element->parent : ElementId())}};
}

QJsonObject toJson(const Design& design, const Stroke& stroke) {
    const Element* element = design.elements.find(stroke.id);
    return {{u"id"_s, stroke.id.toString()},
            {u"tool"_s, word(stroke.tool)},
            {u"points"_s, stroke.points.size()},
            {u"frame"_s, placeJson(design, element ? element->parent : ElementId())}};
}

QJsonObject toJson(const Design& design, const Shape& shape) {
    const Element* element = design.elements.find(shape.id);
    return {{u"id"_s, shape.id.toString()},
            {u"kind"_s, word(shape.kind)},
            {u"text"_s, shape.text},
            {u"frame"_s, placeJson(design, element ? element->parent : ElementId())}};
}

QJsonObject toJson(const Design& design, const Image& image) {
    const Element* element = design.elements.find(image.id);
    return {{u"id"_s, image.id.toString()},
            {u"description"_s, image.description},
            {u"bytes"_s, design.assets.bytes(image.asset).size()},
            {u"frame"_s, placeJson(design, element ? element->parent : ElementId())}};
}

QJsonObject toJson(const Design& design, const Note& note) {
    return {{u"on"_s, placeJson(design, note.subject)}, {u"kind"_s, word(note.kind)}, {u"text"_s, note.text}};
}

QJsonObject toJson(const Design& design, const Decision& decision) {
    const QList<const Criterion*> criteria = criteriaOf(design, decision.id);
    const QList<Weighed> weighed = weigh(design, decision.id);
    const QJsonArray options = listOf(optionsOf(design, decision.id), [&](const Option& option) {
        QJsonArray scores; // as many as criteria; null: none yet
        for (const Criterion* criterion : criteria) {
            const Score* score = scoreOf(design, option.id, criterion->id);
            scores.append(score ? QJsonValue(score->value) : QJsonValue());
        }
        const auto sum = std::find_if(weighed.begin(), weighed.end(),
                                      [&](const Weighed& one) { return one.option == option.id; });
        return QJsonObject{
            {u"scores"_s, scores},
            {u"sum"_s, sum->sum},
            {u"title"_s, option.title},
            {u"chosen"_s, option.id == decision.chosen},
            {u"pros"_s, QJsonArray::fromStringList(argumentsOf(design, option.id, Side::Pro))},
            {u"cons"_s, QJsonArray::fromStringList(argumentsOf(design, option.id, Side::Con))}};
    });
    return {{u"on"_s, placeJson(design, decision.subject)},
            {u"topic"_s, decision.topic},
            {u"question"_s, decision.question},
            {u"criteria"_s, listOf(criteria,
                                   [](const Criterion& row) {
                                       return QJsonObject{{u"title"_s, row.title}, {u"weight"_s, row.weight}};
                                   })},
            {u"options"_s, options},
            {u"reason"_s, decision.reason}};
}

QJsonObject toJson(const Design& design, const Metric& metric) {
    return {{u"on"_s, placeJson(design, metric.subject)},
            {u"kind"_s, word(metric.kind)},
            {u"name"_s, metric.name},
            {u"unit"_s, metric.unit},
            {u"goal"_s, word(metric.goal)},
            {u"target"_s, metric.target},
            {u"current"_s, metric.current},
            {u"costFalsePositive"_s, metric.costFalsePositive},
            {u"costFalseNegative"_s, metric.costFalseNegative}};
}

QJsonObject toJson(const Design& design, const Property& property) {
    return {{u"on"_s, placeJson(design, property.subject)},
            {u"field"_s, property.field},
            {u"value"_s, property.value}};
}

QJsonObject toJson(const Requirement& requirement) {
    return {{u"topic"_s, requirement.topic},
            {u"question"_s, requirement.question},
            {u"answer"_s, requirement.answer},
            {u"source"_s, word(requirement.source)}};
}

QJsonObject countsOf(const Document& document) {
    const Design& design = document.design();
    return {{u"blocks"_s, design.blocks.size()},
            {u"frames"_s, design.frames.size()},
            {u"connections"_s, design.connections.size()},
            {u"cards"_s, design.cards.size()},
            {u"strokes"_s, design.strokes.size()},
            {u"shapes"_s, design.shapes.size()},
            {u"images"_s, design.images.size()},
            {u"notes"_s, design.notes.size()},
            {u"decisions"_s, design.decisions.size()},
            {u"metrics"_s, design.metrics.size()},
            {u"requirements"_s, design.requirements.size()},
            {u"properties"_s, design.properties.size()},
            {u"edits"_s, document.history().size()}};
}

QJsonObject toJson(const Document& document, const QString& path) {
    const Design& design = document.design();
    QMap<QString, int> kinds;
    for (const Block& block : design.blocks)
        ++kinds[block.kind];
    QJsonObject kindCounts;
    for (auto it = kinds.cbegin(); it != kinds.cend(); ++it)
        kindCounts.insert(it.key(), it.value());
    const auto inDesign = [&design](const auto& row) { return toJson(design, row); };
    const QList<const Requirement*> requirements = design.requirements.sorted();
    return {{u"file"_s, path},
            {u"notice"_s, document.notice()},
            {u"title"_s, design.board.title},
            {u"task"_s, design.board.task},
            {u"framework"_s, design.board.framework},
            {u"case"_s, design.board.practice},
            {u"digest"_s, QString::number(document.digest(), 16).rightJustified(16, u'0')},
            {u"counts"_s, countsOf(document)},
            {u"kinds"_s, kindCounts},
            {u"blocks"_s, listOf(byName(design.blocks), inDesign)},
            {u"frames"_s, listOf(byName(design.frames), inDesign)},
            {u"connections"_s, listOf(connectionsByEnds(design), inDesign)},
            {u"cards"_s, listOf(design.cards.sorted(), inDesign)},
            {u"strokes"_s, listOf(design.strokes.sorted(), inDesign)},
            {u"shapes"_s, listOf(design.shapes.sorted(), inDesign)},
            {u"images"_s, listOf(design.images.sorted(), inDesign)},
            {u"notes"_s, listOf(bySubject(design, design.notes), inDesign)},
            {u"decisions"_s, listOf(bySubject(design, design.decisions), inDesign)},
            {u"metrics"_s, listOf(bySubject(design, design.metrics), inDesign)},
            {u"properties"_s, listOf(propertiesOf(design), inDesign)},
            {u"requirements"_s, listOf(requirements, [](const Requirement& row) { return toJson(row); })}};
}

// --- as text
// -----------------------------------------------------------------------------------------------------------

/// Rows of cells in aligned columns below a heading; nothing for no rows.
void sayTable(Console& console, const QString& heading, const QList<QStringList>& rows) {
    if (rows.isEmpty())
        return;
    console.line();
    console.line(heading);
    for (const QString& line : inColumns(rows))
        console.line(u"  "_s + line);
}

QString orBoard(const Design& design, ElementId id) {
    return id ? placeOf(design, id) : tr("the board");
}

void sayCounts(Console& console, const Document& document) {
    const Design& design = document.design();
    const QStringList counts{
        tr("blocks: %1").arg(design.blocks.size()),
        tr("frames: %1").arg(design.frames.size()),
        tr("connections: %1").arg(design.connections.size()),
        tr("cards: %1").arg(design.cards.size()),
        tr("drawings: %1").arg(design.strokes.size() + design.shapes.size()),
        tr("images: %1").arg(design.images.size()),
        tr("notes: %1").arg(design.notes.size()),
        tr("decisions: %1").arg(design.decisions.size()),
        tr("metrics: %1").arg(design.metrics.size()),
        tr("requirements: %1").arg(design.requirements.size()),
        tr("filled fields: %1").arg(design.properties.size()),
        tr("edits: %1").arg(document.history().size()),
    };
    console.line(counts.join(u", "_s));
}

/// What the options are weighed by, and how they do: a line each.
void sayComparison(QList<QStringList>& rows, const Design& design, DecisionId id) {
    const QList<const Criterion*> criteria = criteriaOf(design, id);
    if (criteria.isEmpty())
        return;
    QStringList by;
    for (const Criterion* criterion : criteria)
        by += tr("%1 × %2").arg(plain(criterion->title)).arg(criterion->weight);
    rows += {QString(), tr("by %1").arg(by.join(u", "_s))};
    for (const Weighed& one : weigh(design, id)) {
        QStringList scores;
        for (const Criterion* criterion : criteria) {
            const Score* score = scoreOf(design, one.option, criterion->id);
            scores += score ? QString::number(score->value) : u"–"_s;
        }
        rows += {QString(), tr("    %1: %2 = %3")
                                .arg(plain(design.options.find(one.option)->title), scores.join(u' '))
                                .arg(one.sum)};
    }
}

void sayDecisions(Console& console, const Design& design) {
    QList<QStringList> rows;
    for (const Decision* decision : bySubject(design, design.decisions)) {
        rows += {orBoard(design, decision->subject), plain(decision->question)};
        for (const Option* option : optionsOf(design, decision->id)) {
            const bool chosen = option->id == decision->chosen;
            QString line = (chosen ? u"[x] "_s : u"[ ] "_s) + plain(option->title);
            if (chosen && !decision->reason.isEmpty())
                line += u": "_s + plain(decision->reason);
            rows += {QString(), line};
            for (const QString& pro : argumentsOf(design, option->id, Side::Pro))
                rows += {QString(), u"    + "_s + plain(pro)};
            for (const QString& con : argumentsOf(design, option->id, Side::Con))
                rows += {QString(), u"    - "_s + plain(con)};
        }
        sayComparison(rows, design, decision->id);
    }
    sayTable(console, tr("Decisions"), rows);
}

void sayElements(Console& console, const Design& design) {
    QList<QStringList> rows;
    for (const Block* block : byName(design.blocks)) {
        const Element* element = design.elements.find(block->id);
        QString what = plain(block->title);
        if (!block->technology.isEmpty())
            what += u" ("_s + plain(block->technology) + u')';
        if (element && element->parent)
            what += tr(", in %1").arg(design.nameOf(element->parent));
        rows += {block->name, block->kind, what};
    }
    sayTable(console, tr("Blocks"), rows);

    rows.clear();
    for (const Frame* frame : byName(design.frames))
        rows += {frame->name,
                 plain(frame->remark.isEmpty() ? frame->title : frame->title + u" · "_s + frame->remark)};
    sayTable(console, tr("Frames"), rows);

    rows.clear();
    for (const Connection* connection : connectionsByEnds(design))
        rows += {placeOf(design, connection->id), word(connection->flow), plain(connection->label)};
    sayTable(console, tr("Connections"), rows);

    rows.clear();
    for (const Shape* shape : design.shapes.sorted()) {
        if (!shape->text.isEmpty())
            rows += {word(shape->kind), plain(shape->text)};
    }
    sayTable(console, tr("Texts of drawings"), rows);

    rows.clear();
    for (const Image* image : design.images.sorted()) {
        rows += {plain(image->description.isEmpty() ? tr("no description") : image->description),
                 QLocale(QLocale::English).formattedDataSize(design.assets.bytes(image->asset).size())};
    }
    sayTable(console, tr("Images"), rows);
}

void sayMetrics(Console& console, const Design& design) {
    QList<QStringList> rows;
    for (const Metric* metric : bySubject(design, design.metrics)) {
        QString value = targetText(*metric);
        if (const QString now = currentText(*metric); !now.isEmpty())
            value += (value.isEmpty() ? tr("now %1") : tr(", now %1")).arg(now);
        for (const auto& [cost, words] :
             {std::pair(metric->costFalsePositive, tr("a false positive costs %1")),
              std::pair(metric->costFalseNegative, tr("a false negative costs %1"))}) {
            if (!cost.isEmpty())
                value += (value.isEmpty() ? QString() : u", "_s) + words.arg(cost);
        }
        rows += {orBoard(design, metric->subject), word(metric->kind), plain(metric->name), plain(value)};
    }
    sayTable(console, tr("Metrics"), rows);
}

void sayText(Console& console, const Document& document) {
    const Design& design = document.design();
    console.line(plain(titleOf(document)));
    if (!design.board.task.isEmpty())
        console.line(tr("Task: %1").arg(plain(design.board.task)));
    if (!design.board.framework.isEmpty())
        console.line(tr("Framework: %1").arg(design.board.framework));
    if (!design.board.practice.isEmpty())
        console.line(tr("Case: %1").arg(design.board.practice));
    sayCounts(console, document);
    sayElements(console, design);
    sayMetrics(console, design);

    QList<QStringList> rows;
    for (const Note* note : bySubject(design, design.notes))
        rows += {orBoard(design, note->subject), word(note->kind), plain(note->text)};
    sayTable(console, tr("Notes"), rows);

    sayDecisions(console, design);

    rows.clear();
    for (const Requirement* row : design.requirements.sorted())
        rows += {word(row->source), row->topic, plain(row->question), plain(row->answer)};
    sayTable(console, tr("Requirements"), rows);

    rows.clear();
    for (const Property* row : propertiesOf(design))
        rows += {orBoard(design, row->subject), row->field, plain(row->value)};
    sayTable(console, tr("Filled fields"), rows);
}

} // namespace

Result<void> runInfo(const Arguments& arguments, Console& console) {
    const auto reading = openToRead(arguments.operand, console);
    if (!reading)
        return Failure(reading.error());
    const Document& document = **reading;
    if (arguments.has("json"))
        console.bytes(QJsonDocument(toJson(document, arguments.operand)).toJson());
    else
        sayText(console, document);
    return {};
}

} // namespace groundplan::cli
