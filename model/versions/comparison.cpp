#include "model/versions/comparison.h"

#include "model/document/schema.h"
#include "model/versions/comparison_words.h"
#include "model/versions/row_references.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

namespace words = comparisonwords;

class Comparer {
    Q_DECLARE_TR_FUNCTIONS(Comparison)

public:
    Comparer(const Design& before, const Design& after, const FieldTextOf& fields)
        : before_(before)
        , after_(after)
        , fields_(fields) {}

    QList<Difference> run() {
        compareBoard();
        forEachRowType([this]<class Row>() {
            if constexpr (std::is_same_v<Row, Element> || isOfElement<Row>)
                compareElements<Row>();
        });
        compareHanging();
        return sorted();
    }

private:
    /// What is known of one element's differences so far.
    struct Found {
        bool added = false;
        bool removed = false;
        bool moved = false;
        QList<Change> changes;
    };
    struct CellPair {
        words::Field field;
        Cell before;
        Cell after;
    };

    template <class Row>
    static QList<CellPair> differingCells(const Row& a, const Row& b) {
        QList<CellPair> cells;
        for (const Column<Row>& column : columnsOf<Row>().subspan(1)) {
            Cell before;
            Cell after;
            column.get(a, before);
            column.get(b, after);
            if (!(before.view() == after.view()))
                cells.append({words::fieldOf(tableName<Row>(), column.name), before, after});
        }
        return cells;
    }

    Change changeOf(const CellPair& cell, const QString& whose = {}) const {
        const QString word = words::wordFor(cell.field);
        return {whose.isEmpty() ? word : tr("%1, %2").arg(whose, word),
                words::textOf(cell.field, cell.before, before_),
                words::textOf(cell.field, cell.after, after_)};
    }

    void compareBoard() {
        for (const CellPair& cell : differingCells(before_.board, after_.board))
            found_[ElementId()].changes.append(changeOf(cell));
    }

    template <class Row>
    void compareElements() {
        const auto& before = tableOf<Row>(before_);
        const auto& after = tableOf<Row>(after_);
        for (const Row& row : after) {
            const Row* was = before.find(row.id);
            if (!was)
                found_[row.id].added = true;
            else if (!(was == &row || *was == row))
                compareRow(*was, row);
        }
        for (const Row& row : before) {
            if (!after.contains(row.id))
                found_[row.id].removed = true;
        }
    }

    template <class Row>
    void compareRow(const Row& was, const Row& row) {
        for (const CellPair& cell : differingCells(was, row)) {
            if (cell.field.role == words::Role::Computed || follows(row, cell.field))
                continue;
            Found& found = found_[row.id];
            if (cell.field.role == words::Role::Place)
                found.moved = true;
            else
                found.changes.append(changeOf(cell));
        }
    }
    /// A way and a label go where their connection's ends go.
    template <class Row>
    bool follows(const Row& row, const words::Field& field) const {
        if constexpr (std::is_same_v<Row, Connection>) {
            if (field.role != words::Role::Place)
                return false;
            const Connection& was = before_.connections.at(row.id);
            return was.source != row.source || was.target != row.target || hasMoved(row.source) ||
                   hasMoved(row.target);
        } else {
            return false;
        }
    }
    bool hasMoved(ElementId id) const { return before_.rectOf(id) != after_.rectOf(id); }

    // ---- what hangs on elements and on the board

    void compareHanging() {
        compareTable<Note>([](const Note& note) { return note.subject; },
                           [](const Note& note) { return QString(wordOf(note.kind)); },
                           [](const Note& note, const Design&) { return note.text; });
        compareTable<Metric>([](const Metric& metric) { return metric.subject; },
                             [](const Metric& metric) { return tr("metric “%1”").arg(metric.name); },
                             [](const Metric& metric, const Design&) { return valueOf(metric); });
        compareTable<Property>(
            [](const Property& property) { return property.subject; },
            [this](const Property& property) { return fieldText(property).title; },
            [this](const Property& property, const Design&) { return fieldText(property).value; });
        compareTable<Requirement>([](const Requirement&) { return ElementId(); },
                                  [](const Requirement& requirement) {
                                      return tr("requirement “%1”").arg(shortened(requirement.question));
                                  },
                                  [](const Requirement& requirement, const Design&) {
                                      return requirement.answer.isEmpty()
                                                 ? QString(wordOf(requirement.source)).replace(u'-', u' ')
                                                 : requirement.answer;
                                  });
        compareTable<Decision>(
            [](const Decision& decision) { return decision.subject; },
            [](const Decision& decision) { return tr("decision “%1”").arg(shortened(decision.question)); },
            [](const Decision& decision, const Design& design) {
                const Option* chosen = design.options.find(decision.chosen);
                return chosen ? chosen->title : tr("open");
            });
        compareTable<Option>([this](const Option& option) { return subjectOf(option.decision); },
                             [](const Option&) { return tr("option"); },
                             [](const Option& option, const Design&) { return option.title; },
                             [this](const Option& option) { return calledOf(option.decision); });
        compareTable<Argument>(
            [this](const Argument& argument) { return subjectOf(decisionOf(argument.option)); },
            [this](const Argument& argument) {
                return tr("%1 of “%2”").arg(wordOf(argument.side), optionTitle(argument.option));
            },
            [](const Argument& argument, const Design&) { return argument.text; },
            [this](const Argument& argument) { return calledOf(decisionOf(argument.option)); });
        compareTable<Criterion>([this](const Criterion& criterion) { return subjectOf(criterion.decision); },
                                [](const Criterion&) { return tr("criterion"); },
                                [](const Criterion& criterion, const Design&) { return criterion.title; },
                                [this](const Criterion& criterion) { return calledOf(criterion.decision); });
        compareTable<Score>([this](const Score& score) { return subjectOf(decisionOf(score.option)); },
                            [this](const Score& score) {
                                const Criterion* criterion = either<Criterion>(score.criterion);
                                return tr("score of “%1” by “%2”")
                                    .arg(optionTitle(score.option),
                                         criterion ? shortened(criterion->title) : QString());
                            },
                            [](const Score& score, const Design&) { return QString::number(score.value); },
                            [this](const Score& score) { return calledOf(decisionOf(score.option)); });
    }

    /// A row that came or went is one change, with `valueOf` as its text; of one that is in both, each column
    /// is. `withinOf`: the decision that it is part of.
    template <class Row, class SubjectOf, class WordOf, class ValueOf, class WithinOf>
    void compareTable(SubjectOf subjectOf, WordOf wordOf, ValueOf valueOf, WithinOf withinOf) {
        const auto& before = tableOf<Row>(before_);
        const auto& after = tableOf<Row>(after_);
        for (const Row* row : after.sorted()) {
            const Row* was = before.find(row->id);
            if (!was) {
                found_[subjectOf(*row)].changes.append(
                    {wordOf(*row), {}, valueOf(*row, after_), withinOf(*row)});
                continue;
            }
            if (was == row || *was == *row)
                continue;
            for (const CellPair& cell : differingCells(*was, *row)) {
                Found& found = found_[subjectOf(*row)];
                if (cell.field.role == words::Role::Place)
                    found.moved = true;
                else
                    found.changes.append(changeIn(*was, *row, cell, wordOf(*was), withinOf(*row)));
            }
        }
        for (const Row* row : before.sorted()) {
            if (!after.contains(row->id))
                found_[subjectOf(*row)].changes.append(
                    {wordOf(*row), valueOf(*row, before_), {}, withinOf(*row)});
        }
    }
    /// Without a decision around.
    template <class Row, class SubjectOf, class WordOf, class ValueOf>
    void compareTable(SubjectOf subjectOf, WordOf wordOf, ValueOf valueOf) {
        compareTable<Row>(subjectOf, wordOf, valueOf, [](const Row&) { return QString(); });
    }

    /// One column of a row that is in both. A text of its own needs no word for its column, and what belongs
    /// to a decision stands within it.
    template <class Row>
    Change changeIn(const Row& was, const Row& row, const CellPair& cell, const QString& whose,
                    const QString& within) const {
        const QByteArrayView column(cell.field.column);
        if constexpr (std::is_same_v<Row, Property>) {
            if (column == "value")
                return {whose, fieldText(was).value, fieldText(row).value};
        }
        Change change = changeOf(cell, whose);
        const bool isItself = (std::is_same_v<Row, Argument> || std::is_same_v<Row, Note>)&&column == "text";
        if (isItself || (std::is_same_v<Row, Score> && column == "value"))
            change.what = whose;
        change.within = within;
        if constexpr (std::is_same_v<Row, Decision>) {
            change.what = words::wordFor(cell.field);
            change.within = whose;
        }
        return change;
    }
    FieldText fieldText(const Property& property) const {
        return fields_ ? fields_(property) : FieldText{property.field, property.value};
    }

    /// The row of the newer version, else of the older.
    template <class Row>
    const Row* either(decltype(Row::id) id) const {
        const Row* row = tableOf<Row>(after_).find(id);
        return row ? row : tableOf<Row>(before_).find(id);
    }
    ElementId subjectOf(DecisionId id) const {
        const Decision* decision = either<Decision>(id);
        return decision ? decision->subject : ElementId();
    }
    DecisionId decisionOf(OptionId id) const {
        const Option* option = either<Option>(id);
        return option ? option->decision : DecisionId();
    }
    QString optionTitle(OptionId id) const {
        const Option* option = either<Option>(id);
        return option ? shortened(option->title) : QString();
    }
    QString calledOf(DecisionId id) const {
        const Decision* decision = either<Decision>(id);
        return decision ? tr("decision “%1”").arg(shortened(decision->question)) : QString();
    }
    static QString shortened(const QString& text) {
        constexpr qsizetype kShown = 60;
        const QString line = text.left(4 * kShown).simplified();
        return line.size() <= kShown ? line : line.left(kShown - 1) + u'…';
    }
    static QString valueOf(const Metric& metric) {
        QStringList parts;
        const auto withUnit = [&metric](const QString& value) {
            return metric.unit.isEmpty() ? value : value + u' ' + metric.unit;
        };
        if (!metric.target.isEmpty())
            parts.append((metric.goal == Goal::AtLeast ? u"≥ "_s : u"≤ "_s) + withUnit(metric.target));
        if (!metric.current.isEmpty())
            parts.append(tr("now %1").arg(withUnit(metric.current)));
        return parts.isEmpty() ? QString(wordOf(metric.kind)) : parts.join(u", "_s);
    }

    // ---- the list

    QList<Difference> sorted() const {
        QList<Difference> list;
        for (auto it = found_.cbegin(); it != found_.cend(); ++it) {
            const ElementId id = it.key();
            const Found& found = it.value();
            Difference difference;
            difference.element = id;
            difference.kind = found.removed             ? Difference::Kind::Removed
                              : found.added             ? Difference::Kind::Added
                              : found.changes.isEmpty() ? Difference::Kind::Moved
                                                        : Difference::Kind::Changed;
            const Design& design = found.removed ? before_ : after_;
            if (const Element* element = design.elements.find(id))
                difference.type = element->type;
            difference.caption = captionOf(design, id);
            difference.name = design.nameOf(id);
            difference.changes = found.changes;
            list.append(difference);
        }
        std::sort(list.begin(), list.end(),
                  [this](const Difference& a, const Difference& b) { return placeOf(a) < placeOf(b); });
        return list;
    }
    QString captionOf(const Design& design, ElementId id) const {
        if (!id)
            return tr("the board");
        const Connection* connection = design.connections.find(id);
        if (!connection)
            return design.captionOf(id);
        const QString ends =
            tr("%1 → %2").arg(design.captionOf(connection->source), design.captionOf(connection->target));
        return connection->label.isEmpty() ? ends : tr("%1 (%2)").arg(ends, connection->label);
    }
    std::tuple<bool, bool, Coord, Coord, ElementId> placeOf(const Difference& difference) const {
        const Design& design = difference.kind == Difference::Kind::Removed ? before_ : after_;
        const bool isConnection = difference.type == ElementType::Connection;
        const ElementId at =
            isConnection ? design.connections.at(difference.element).source : difference.element;
        const Rect rect = design.rectOf(at).value_or(Rect{});
        return {bool(difference.element), isConnection, rect.y, rect.x, difference.element};
    }

    const Design& before_;
    const Design& after_;
    const FieldTextOf& fields_;
    QHash<ElementId, Found> found_;
};

} // namespace

QList<Difference> compare(const Design& before, const Design& after, const FieldTextOf& fields) {
    return Comparer(before, after, fields).run();
}

} // namespace groundplan
