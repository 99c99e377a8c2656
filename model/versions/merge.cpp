#include "model/versions/merge.h"

#include "model/design/validate.h"
#include "model/document/schema.h"
#include "model/versions/comparison_words.h"
#include "model/versions/conflict_marks.h"
#include "model/versions/merge_columns.h"
#include "model/versions/merge_settling.h"
#include "model/versions/row_references.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

namespace words = comparisonwords;

class Merger {
    Q_DECLARE_TR_FUNCTIONS(Merge)

public:
    Merger(const Design& base, const Design& ours, const Design& theirs, const FieldTextOf& fields)
        : base_(base)
        , ours_(ours)
        , theirs_(theirs)
        , fields_(fields) {}

    Result<Merge> run() {
        mergeBoard();
        forEachRowType([this]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board>)
                mergeTable<Row>();
        });
        mergeAssets();
        completeElements();
        while (restoreWhatIsUsed() || restoreWhatWentAlong()) {
        }
        unnest();
        forgetStaleWays(design(), ours_, theirs_);
        merge_.remarks += makeNamesUnique(design(), ours_);
        dropDoubles(design().properties,
                    [](const Property& row) { return std::pair(row.subject, row.field); });
        dropDoubles(design().scores, [](const Score& row) { return std::pair(row.option, row.criterion); });
        addConflictMarks(design(), merge_.conflicts);
        const QStringList problems = validate(design(), 1);
        if (!problems.isEmpty())
            return fail(ErrorCode::Refused,
                        tr("The two versions cannot be merged: %1").arg(problems.first()));
        return std::move(merge_);
    }

private:
    Design& design() { return merge_.design; }
    const Design& design() const { return merge_.design; }

    // ---- rows and columns

    void mergeBoard() {
        Board board = ours_.board;
        mergeColumns(base_.board, ours_.board, theirs_.board, board);
        design().board = board;
    }

    template <class Row>
    static QList<decltype(Row::id)> idsOf(std::initializer_list<const Design*> designs) {
        QSet<decltype(Row::id)> ids;
        for (const Design* one : designs) {
            for (const Row& row : tableOf<Row>(*one))
                ids.insert(row.id);
        }
        QList<decltype(Row::id)> sorted(ids.begin(), ids.end());
        std::sort(sorted.begin(), sorted.end());
        return sorted;
    }

    template <class Row>
    void mergeTable() {
        auto& table = tableOf<Row>(design());
        for (const auto id : idsOf<Row>({&base_, &ours_, &theirs_})) {
            const Row* base = rowIn<Row>(base_, id);
            const Row* ours = rowIn<Row>(ours_, id);
            const Row* theirs = rowIn<Row>(theirs_, id);
            if (ours && theirs) {
                Row row = *ours;
                if (!(*ours == *theirs))
                    mergeColumns(base ? *base : Row{}, *ours, *theirs, row);
                table.put(row);
            } else if (ours && (!base || removedAndChanged(*ours, *base, true))) {
                table.put(*ours);
            } else if (theirs && (!base || removedAndChanged(*theirs, *base, false))) {
                table.put(*theirs);
            }
        }
    }

    template <class Row>
    void mergeColumns(const Row& base, const Row& ours, const Row& theirs, Row& result) {
        struct Unit {
            QByteArrayView name;
            QList<const Column<Row>*> columns;
        };
        QList<Unit> units;
        for (const Column<Row>& column : columnsOf<Row>().subspan(1)) {
            const QByteArrayView name = unitOf(column);
            const auto known =
                std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.name == name; });
            if (known == units.end())
                units.append({name, {&column}});
            else
                known->columns.append(&column);
        }
        for (const Unit& unit : std::as_const(units)) {
            const auto equal = [&unit](const Row& a, const Row& b) {
                return std::all_of(unit.columns.begin(), unit.columns.end(), [&](const Column<Row>* column) {
                    Cell one;
                    Cell other;
                    column->get(a, one);
                    column->get(b, other);
                    return one.view() == other.view();
                });
            };
            if (equal(ours, theirs) || equal(theirs, base))
                continue;
            if constexpr (std::is_same_v<Row, Frame>) {
                // Both put something into it.
                if (unit.name == "x" && ours.rect.contains(base.rect) && theirs.rect.contains(base.rect) &&
                    base.id) {
                    result.rect = ours.rect.united(theirs.rect);
                    continue;
                }
            }
            const bool onlyTheirs = equal(ours, base);
            const words::Field& field = words::fieldOf(tableName<Row>(), unit.columns.first()->name);
            if (!onlyTheirs && !isQuiet(field, *unit.columns.first()))
                addConflict(ours, theirs, field, *unit.columns.first());
            if (!onlyTheirs)
                continue;
            for (const Column<Row>* column : unit.columns) {
                Cell cell;
                column->get(theirs, cell);
                column->set(result, cell.view());
            }
        }
    }
    void mergeAssets() {
        design().assets.add(ours_.assets);
        design().assets.add(theirs_.assets);
        design().assets.add(base_.assets);
    }

    // ---- what belongs together

    /// A thing's row among the elements and the one of its type come and go together.
    void completeElements() {
        forEachRowType([this]<class Row>() {
            if constexpr (isOfElement<Row>) {
                for (const Row* row : tableOf<Row>(design()).sorted()) {
                    if (!design().elements.contains(row->id))
                        restore<Element>(row->id);
                }
            }
        });
        for (const Element* element : design().elements.sorted())
            restoreOfType(element->id);
    }
    void restoreOfType(ElementId id) {
        forEachRowType([this, id]<class Row>() {
            if constexpr (isOfElement<Row>) {
                const bool wanted = rowIn<Row>(ours_, id) || rowIn<Row>(theirs_, id) || rowIn<Row>(base_, id);
                if (wanted && !tableOf<Row>(design()).contains(id))
                    restore<Row>(id);
            }
        });
    }

    /// Back in, as the side has it that did not remove it.
    template <class Row>
    void restore(decltype(Row::id) id) {
        for (const Design* from : {&ours_, &theirs_, &base_}) {
            if (const Row* row = rowIn<Row>(*from, id)) {
                tableOf<Row>(design()).put(*row);
                return;
            }
        }
    }

    /// What a row names must be there: what one side removed and the other one uses comes back, with its
    /// connections and all that hung on it. True when something came back, which may name other rows.
    bool restoreWhatIsUsed() {
        QSet<ElementId> elements;
        QSet<DecisionId> decisions;
        QSet<OptionId> options;
        QSet<CriterionId> criteria;
        forEachRowType([&]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board>) {
                for (const Row& row : tableOf<Row>(design())) {
                    forEachReference(row, [&](const auto& id) {
                        using Id = std::remove_cvref_t<decltype(id)>;
                        if (!id)
                            return;
                        if constexpr (std::is_same_v<Id, ElementId>) {
                            if (!design().elements.contains(id))
                                elements.insert(id);
                        } else if constexpr (std::is_same_v<Id, DecisionId>) {
                            if (!design().decisions.contains(id))
                                decisions.insert(id);
                        } else if constexpr (std::is_same_v<Id, OptionId>) {
                            if (!design().options.contains(id))
                                options.insert(id);
                        } else if constexpr (std::is_same_v<Id, CriterionId>) {
                            if (!design().criteria.contains(id))
                                criteria.insert(id);
                        }
                    });
                }
            }
        });
        for (const ElementId id : sortedIds(elements))
            restoreElement(id);
        for (const DecisionId id : sortedIds(decisions))
            restoreUsed<Decision>(id);
        for (const OptionId id : sortedIds(options))
            restoreUsed<Option>(id);
        for (const CriterionId id : sortedIds(criteria))
            restoreUsed<Criterion>(id);
        return !(elements.isEmpty() && decisions.isEmpty() && options.isEmpty() && criteria.isEmpty());
    }
    template <class Id>
    static QList<Id> sortedIds(const QSet<Id>& ids) {
        QList<Id> list(ids.begin(), ids.end());
        std::sort(list.begin(), list.end());
        return list;
    }
    /// Of what the other side only changed it is known already.
    template <class Row>
    void restoreUsed(decltype(Row::id) id) {
        const bool removedByUs = !rowIn<Row>(ours_, id);
        const Design& keeper = removedByUs ? theirs_ : ours_;
        restore<Row>(id);
        const QStringList uses = addedUses(id, keeper);
        if (uses.isEmpty())
            return;
        const Row& row = tableOf<Row>(design()).at(id);
        MergeConflict conflict;
        conflict.element = subjectOf(row);
        conflict.caption = captionOf(keeper, conflict.element);
        conflict.what = tr("%1, removed and still used").arg(calledOf(row));
        (removedByUs ? conflict.theirs : conflict.ours) = tr("with %1").arg(uses.join(tr(", ")));
        merge_.conflicts.append(conflict);
    }
    /// What a side has let name a row since `base`, as the user calls it.
    template <class Id>
    QStringList addedUses(Id id, const Design& side) const {
        QStringList uses;
        const auto names = [id](const auto& row) {
            bool named = false;
            forEachReference(row, [&](const auto& other) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(other)>, Id>)
                    named = named || other == id;
            });
            return named;
        };
        forEachRowType([&]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board>) {
                for (const Row* row : tableOf<Row>(side).sorted(names)) {
                    const Row* before = rowIn<Row>(base_, row->id);
                    if (before && names(*before))
                        continue;
                    const QString called = useCalled<Id>(*row, side);
                    if (!called.isEmpty() && !uses.contains(called))
                        uses.append(called);
                }
            }
        });
        return uses;
    }
    template <class Used, class Row>
    QString useCalled(const Row& row, const Design& side) const {
        if constexpr (std::is_same_v<Used, OptionId> && std::is_same_v<Row, Decision>)
            return tr("the choice");
        else if constexpr (std::is_same_v<Row, Card>)
            return tr("a card");
        else if constexpr (std::is_same_v<Row, Connection>)
            return tr("connection “%1”").arg(captionOf(side, row.id));
        else if constexpr (std::is_same_v<Row, Element>)
            return tr("“%1” in it").arg(captionOf(side, row.id));
        else
            return calledOf(row);
    }
    void restoreElement(ElementId id) {
        const bool removedByUs = !ours_.elements.contains(id);
        const Design& keeper = removedByUs ? theirs_ : ours_;
        restore<Element>(id);
        restoreOfType(id);
        MergeConflict conflict;
        conflict.element = id;
        conflict.caption = captionOf(keeper, id);
        conflict.what = tr("removed, and still used");
        const QStringList added = addedUses(id, keeper);
        (removedByUs ? conflict.theirs : conflict.ours) =
            added.isEmpty() ? tr("kept") : tr("with %1").arg(added.join(tr(", ")));
        merge_.conflicts.append(conflict);
    }

    /// A row that one side removed and that stays all the same.
    template <class Row>
    bool cameBack(decltype(Row::id) id) const {
        return rowIn<Row>(design(), id) && rowIn<Row>(base_, id) &&
               !(rowIn<Row>(ours_, id) && rowIn<Row>(theirs_, id));
    }
    /// What went only because something else went which came back: connections, notes, options, what lay in a
    /// frame. True when something came back, which may have taken along more.
    bool restoreWhatWentAlong() {
        bool any = false;
        forEachRowType([&]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board> && !isOfElement<Row>) {
                for (const auto id : idsOf<Row>({&base_})) {
                    const Design& keeper = rowIn<Row>(ours_, id) ? ours_ : theirs_;
                    if (!rowIn<Row>(keeper, id) || rowIn<Row>(design(), id) ||
                        !belongsToWhatCameBack<Row>(id, keeper))
                        continue;
                    restore<Row>(id);
                    if constexpr (std::is_same_v<Row, Element>)
                        restoreOfType(id);
                    any = true;
                }
            }
        });
        return any;
    }
    /// Whether a row, which is out, names something that came back and nothing that is out.
    template <class Row>
    bool belongsToWhatCameBack(decltype(Row::id) id, const Design& keeper) const {
        bool belongs = false;
        bool whole = true;
        const auto look = [&](const auto& named) {
            using Id = std::remove_cvref_t<decltype(named)>;
            const auto lookIn = [&]<class Other>() {
                whole = whole && rowIn<Other>(design(), named);
                belongs = belongs || cameBack<Other>(named);
            };
            if (!named)
                return;
            if constexpr (std::is_same_v<Id, ElementId>)
                lookIn.template operator()<Element>();
            else if constexpr (std::is_same_v<Id, DecisionId>)
                lookIn.template operator()<Decision>();
            else if constexpr (std::is_same_v<Id, CriterionId>)
                lookIn.template operator()<Criterion>();
            else if constexpr (std::is_same_v<Id, OptionId> && !std::is_same_v<Row, Decision>)
                lookIn.template operator()<Option>(); // a decision's choice comes with its options
        };
        forEachReference(*rowIn<Row>(keeper, id), look);
        if constexpr (std::is_same_v<Row, Element>) {
            if (const Connection* connection = keeper.connections.find(id))
                forEachReference(*connection, look);
        }
        return belongs && whole;
    }

    /// Frames that came to lie inside themselves because each side put one into the other: ours stands.
    void unnest() {
        for (const Frame* frame : design().frames.sorted()) {
            QSet<ElementId> way;
            for (ElementId at = frame->id; at; at = parentOf(at)) {
                if (way.contains(at)) {
                    unnest(way);
                    break;
                }
                way.insert(at);
            }
        }
    }
    ElementId parentOf(ElementId id) const {
        const Element* element = design().elements.find(id);
        return element ? element->parent : ElementId();
    }
    void unnest(const QSet<ElementId>& cycle) {
        for (const ElementId id : sortedIds(cycle)) {
            const Element* ours = ours_.elements.find(id);
            Element element = design().elements.at(id);
            const ElementId wanted = ours ? ours->parent : ElementId();
            if (element.parent == wanted)
                continue;
            merge_.conflicts.append({id, captionOf(design(), id), tr("frame"), captionOf(ours_, wanted),
                                     captionOf(theirs_, element.parent)});
            element.parent = wanted;
            design().elements.put(element);
        }
    }

    /// Two rows that say the same thing, one from each side: ours stays.
    template <class Row, class KeyOf>
    void dropDoubles(const Table<Row>& table, KeyOf keyOf) {
        QList<const Row*> rows = table.sorted();
        std::stable_partition(rows.begin(), rows.end(),
                              [this](const Row* row) { return rowIn<Row>(ours_, row->id) != nullptr; });
        QHash<decltype(keyOf(*rows.first())), Row> first;
        QList<Row> doubles;
        for (const Row* row : std::as_const(rows)) {
            const auto known = first.constFind(keyOf(*row));
            if (known == first.cend()) {
                first.insert(keyOf(*row), *row);
                continue;
            }
            doubles.append(*row);
            if (known->value != row->value) {
                for (const Column<Row>& column : columnsOf<Row>()) {
                    if (QByteArrayView(column.name) == "value")
                        addConflict(*known, *row, words::fieldOf(tableName<Row>(), column.name), column);
                }
            }
        }
        for (const Row& row : std::as_const(doubles))
            tableOf<Row>(design()).remove(row.id);
    }

    // ---- conflicts

    template <class Row>
    void addConflict(const Row& ours, const Row& theirs, const words::Field& field,
                     const Column<Row>& column) {
        const auto value = [&](const Row& row, const Design& side) {
            if constexpr (requires { row.rect; }) {
                if (QByteArrayView(column.name) == "x")
                    return tr("at %1, %2, %3 by %4")
                        .arg(points(row.rect.x))
                        .arg(points(row.rect.y))
                        .arg(points(row.rect.w))
                        .arg(points(row.rect.h));
            }
            if constexpr (std::is_same_v<Row, Connection>) {
                if (QByteArrayView(column.name) == "source")
                    return captionOf(side, row.id);
            }
            if constexpr (std::is_same_v<Row, Property>) {
                if (QByteArrayView(column.name) == "value")
                    return fieldText(row).value;
            }
            Cell cell;
            column.get(row, cell);
            return words::textOf(field, cell, side);
        };
        MergeConflict conflict;
        conflict.element = subjectOf(ours);
        conflict.caption = captionOf(ours_, conflict.element);
        const QString whose = calledOf(ours);
        QString word = words::wordFor(field);
        if constexpr (std::is_same_v<Row, Connection>) {
            // The two are one unit: what it is called by need not be the one that differs.
            if (QByteArrayView(column.name) == "source" && ours.source == theirs.source)
                word = words::wordFor(words::fieldOf(tableName<Row>(), "target"));
        }
        constexpr bool kIsField = std::is_same_v<Row, Property>; // it has a value and nothing else
        conflict.what = whose.isEmpty() ? word : kIsField ? whose : tr("%1, %2").arg(whose, word);
        conflict.ours = value(ours, ours_);
        conflict.theirs = value(theirs, theirs_);
        merge_.conflicts.append(conflict);
    }

    /// One side removed the row. Whether the other one changed it in more than its place in a list, which is
    /// asked about then.
    template <class Row>
    bool removedAndChanged(const Row& row, const Row& base, bool byUs) {
        QStringList changed;
        for (const Column<Row>& column : columnsOf<Row>().subspan(1)) {
            Cell now;
            Cell before;
            column.get(row, now);
            column.get(base, before);
            const words::Field& field = words::fieldOf(tableName<Row>(), column.name);
            if (now.view() == before.view() || isQuiet(field, column))
                continue;
            const QString word = words::wordFor(field);
            const QString text = words::textOf(field, now, byUs ? ours_ : theirs_);
            const QString said = text.isEmpty() ? word : tr("%1: %2").arg(word, text);
            if (!changed.contains(said))
                changed.append(said);
        }
        if (changed.isEmpty())
            return false;
        if constexpr (isOfElement<Row>) {
            // What is put on a block makes it larger, which is the least of it.
            if (const QStringList added = addedUses(row.id, byUs ? ours_ : theirs_); !added.isEmpty())
                changed.prepend(tr("with %1").arg(added.join(tr(", "))));
        }
        MergeConflict conflict;
        conflict.element = subjectOf(row);
        conflict.caption = captionOf(byUs ? ours_ : theirs_, conflict.element);
        const QString whose = calledOf(row);
        conflict.what =
            whose.isEmpty() ? tr("removed, and changed") : tr("%1, removed and changed").arg(whose);
        (byUs ? conflict.ours : conflict.theirs) = changed.join(tr("; "));
        merge_.conflicts.append(conflict);
        return true;
    }

    template <class Row>
    ElementId subjectOf(const Row& row) const {
        if constexpr (std::is_same_v<Row, Element> || isOfElement<Row>)
            return row.id;
        else if constexpr (requires { row.subject; })
            return row.subject;
        else if constexpr (std::is_same_v<Row, Option> || std::is_same_v<Row, Criterion>)
            return subjectOf(row.decision);
        else if constexpr (std::is_same_v<Row, Argument> || std::is_same_v<Row, Score>) {
            const Option* option = either<Option>(row.option);
            return option ? subjectOf(option->decision) : ElementId();
        } else
            return {};
    }
    ElementId subjectOf(DecisionId id) const {
        const Decision* decision = either<Decision>(id);
        return decision ? decision->subject : ElementId();
    }
    template <class Row>
    const Row* either(decltype(Row::id) id) const {
        const Row* row = rowIn<Row>(ours_, id);
        return row ? row : rowIn<Row>(theirs_, id);
    }

    /// What a row that hangs on something is called; empty for the thing itself and the board.
    template <class Row>
    QString calledOf(const Row& row) const {
        if constexpr (std::is_same_v<Row, Note>)
            return wordOf(row.kind);
        else if constexpr (std::is_same_v<Row, Metric>)
            return tr("metric “%1”").arg(row.name);
        else if constexpr (std::is_same_v<Row, Decision>)
            return tr("decision “%1”").arg(row.question.left(kShown));
        else if constexpr (std::is_same_v<Row, Option>)
            return tr("option “%1”").arg(row.title.left(kShown));
        else if constexpr (std::is_same_v<Row, Argument>)
            return wordOf(row.side);
        else if constexpr (std::is_same_v<Row, Criterion>)
            return tr("criterion “%1”").arg(row.title.left(kShown));
        else if constexpr (std::is_same_v<Row, Score>)
            return scoreCalled(row);
        else if constexpr (std::is_same_v<Row, Requirement>)
            return tr("requirement “%1”").arg(row.question.left(kShown));
        else if constexpr (std::is_same_v<Row, Property>)
            return fieldText(row).title;
        else
            return {};
    }
    QString scoreCalled(const Score& score) const {
        const Option* option = either<Option>(score.option);
        const Criterion* criterion = either<Criterion>(score.criterion);
        return option && criterion ? tr("score of “%1” by “%2”")
                                         .arg(option->title.left(kShown), criterion->title.left(kShown))
                                   : tr("score");
    }
    FieldText fieldText(const Property& property) const {
        return fields_ ? fields_(property) : FieldText{property.field, property.value};
    }
    static QString captionOf(const Design& design, ElementId id) {
        if (!id)
            return tr("the board");
        const Connection* connection = design.connections.find(id);
        return connection ? tr("%1 → %2").arg(design.captionOf(connection->source),
                                              design.captionOf(connection->target))
                          : design.captionOf(id);
    }

    static constexpr qsizetype kShown = 60;

    const Design& base_;
    const Design& ours_;
    const Design& theirs_;
    const FieldTextOf& fields_;
    Merge merge_;
};

} // namespace

Result<Merge> merge(const Design& base, const Design& ours, const Design& theirs, const FieldTextOf& fields) {
    return Merger(base, ours, theirs, fields).run();
}

} // namespace groundplan
