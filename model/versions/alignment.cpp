#include "model/document/schema.h"
#include "model/versions/comparison.h"
#include "model/versions/row_references.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// Finds for each row whose id `base` does not have one that is the same by what it says, and gives it that
/// id. Elements first, then what hangs on them, so that each step knows the ids of the one before.
class Alignment {
public:
    Alignment(const Design& design, const Design& base)
        : design_(design)
        , base_(base) {}

    Design run() {
        alignElements(design_.blocks, base_.blocks, [](const Block& row) { return row.name; });
        alignElements(design_.frames, base_.frames, [](const Frame& row) { return row.name; });
        alignElements(design_.connections, base_.connections, [](const Connection& row) {
            return u"%1 %2 %3 %4"_s.arg(row.source.toString(), row.target.toString(),
                                        QString(wordOf(row.flow)), row.label);
        });
        alignElements(design_.connections, base_.connections, [](const Connection& row) {
            return u"%1 %2"_s.arg(row.source.toString(), row.target.toString());
        });
        alignElements(design_.shapes, base_.shapes, [](const Shape& row) {
            return row.text.isEmpty() ? QString() : wordOf(row.kind) + row.text;
        });
        alignElements(design_.images, base_.images, [](const Image& row) { return row.asset; });
        align(design_.requirements, base_.requirements, [](const Requirement& row) { return row.question; });
        align(design_.notes, base_.notes,
              [](const Note& row) { return row.subject.toString() + u' ' + row.text; });
        align(design_.metrics, base_.metrics,
              [](const Metric& row) { return row.subject.toString() + u' ' + row.name; });
        align(design_.properties, base_.properties,
              [](const Property& row) { return row.subject.toString() + u' ' + row.field; });
        align(design_.decisions, base_.decisions,
              [](const Decision& row) { return row.subject.toString() + u' ' + row.question; });
        align(design_.options, base_.options,
              [](const Option& row) { return row.decision.toString() + u' ' + row.title; });
        align(design_.arguments, base_.arguments, [](const Argument& row) {
            return u"%1 %2 %3"_s.arg(row.option.toString(), QString(wordOf(row.side)), row.text);
        });
        align(design_.criteria, base_.criteria,
              [](const Criterion& row) { return row.decision.toString() + u' ' + row.title; });
        align(design_.scores, base_.scores,
              [](const Score& row) { return row.option.toString() + u' ' + row.criterion.toString(); });
        alignElements(design_.cards, base_.cards, [](const Card& row) {
            return u"%1 %2 %3"_s.arg(QString(wordOf(row.kind)), row.decision.toString(), row.text);
        });
        return design_;
    }

private:
    /// The new ids of the rows of `table` that have one; an empty key is like nothing.
    template <class Row, class KeyOf>
    static auto pairs(const Table<Row>& table, const Table<Row>& base, KeyOf keyOf) {
        using Id = typename Table<Row>::Key;
        QHash<QString, QList<Id>> free;
        const QList<const Row*> known = base.sorted();
        for (auto it = known.crbegin(); it != known.crend(); ++it) {
            if (!table.contains((*it)->id))
                free[keyOf(**it)].append((*it)->id);
        }
        QHash<Id, Id> found;
        for (const Row* row : table.sorted()) {
            const QString key = keyOf(*row);
            const auto same = key.isEmpty() || base.contains(row->id) ? free.end() : free.find(key);
            if (same != free.end() && !same->isEmpty())
                found.insert(row->id, same->takeLast());
        }
        return found;
    }

    template <class Row, class KeyOf>
    void align(const Table<Row>& table, const Table<Row>& base, KeyOf keyOf) {
        const auto renamed = pairs(table, base, keyOf);
        if (!renamed.isEmpty())
            rename<Row>(renamed);
    }
    /// Rows of `element` go with those of their types.
    template <class Row, class KeyOf>
    void alignElements(const Table<Row>& table, const Table<Row>& base, KeyOf keyOf) {
        const auto found = pairs(table, base, keyOf);
        QHash<ElementId, ElementId> renamed;
        for (auto it = found.cbegin(); it != found.cend(); ++it) {
            const bool taken = design_.elements.contains(it.value());
            if (!taken && base_.elements.contains(it.value()))
                renamed.insert(it.key(), it.value());
        }
        if (renamed.isEmpty())
            return;
        rename<Row>(renamed);
        rename<Element>(renamed);
    }

    /// Gives rows of a table other ids, there and wherever they are named.
    template <class Renamed>
    void rename(const QHash<decltype(Renamed::id), decltype(Renamed::id)>& ids) {
        forEachRowType([&]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board>) {
                auto& table = tableOf<Row>(design_);
                for (const Row* row : table.sorted()) {
                    const auto kept = table.share(row->id); // while its place in the table is given up
                    Row changed = *kept;
                    if constexpr (std::is_same_v<Row, Renamed>)
                        changed.id = ids.value(changed.id, changed.id);
                    forEachReference(changed, [&](auto& id) {
                        if constexpr (std::is_same_v<std::remove_reference_t<decltype(id)>,
                                                     decltype(Renamed::id)>)
                            id = ids.value(id, id);
                    });
                    if (changed == *kept)
                        continue;
                    if (changed.id != kept->id)
                        table.remove(kept->id);
                    table.put(changed);
                }
            }
        });
    }

    Design design_;
    const Design& base_;
};

} // namespace

Design alignedWith(const Design& design, const Design& base) {
    return Alignment(design, base).run();
}

} // namespace groundplan
