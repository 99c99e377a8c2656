#pragma once

#include <QHash>
#include <QList>
#include <QtGlobal>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <type_traits>

namespace groundplan {

/// The rows of one table by id. Copying costs one reference count: the hash is implicitly shared, and when a
/// copy is written to, only pointers are copied, since rows themselves never change once they are in (they
/// are replaced).
template <class Row>
class Table {
public:
    using Key = std::remove_cvref_t<decltype(Row::id)>;
    using Pointer = std::shared_ptr<const Row>;

    /// The row, or nullptr. Valid until this table is written to.
    const Row* find(Key id) const {
        const auto it = rows_.constFind(id);
        return it == rows_.cend() ? nullptr : it->get();
    }
    /// The row, shared: stays valid whatever happens to this table. Null for an unknown id.
    Pointer share(Key id) const { return rows_.value(id); }
    /// The row of an id that is known to be in; ends the program when it is not.
    const Row& at(Key id) const {
        const Row* row = find(id);
        if (!row)
            qFatal("There is no row %lld in this table.", static_cast<long long>(id.value()));
        return *row;
    }
    bool contains(Key id) const { return rows_.contains(id); }
    qsizetype size() const { return rows_.size(); }
    bool isEmpty() const { return rows_.isEmpty(); }

    void put(Row row) {
        const Key id = row.id;
        rows_.insert(id, std::make_shared<const Row>(std::move(row)));
    }
    void remove(Key id) { rows_.remove(id); }
    void clear() { rows_.clear(); }
    void reserve(qsizetype size) { rows_.reserve(size); }

    /// Iterates over `const Row&` in no particular order; use sorted() where order reaches a user or a file.
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        using pointer = const Row*;
        using reference = const Row&;
        Iterator() = default;
        explicit Iterator(typename QHash<Key, Pointer>::const_iterator it)
            : it_(it) {}
        const Row& operator*() const { return **it_; }
        const Row* operator->() const { return it_->get(); }
        Iterator& operator++() {
            ++it_;
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++it_;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.it_ == b.it_; }

    private:
        typename QHash<Key, Pointer>::const_iterator it_;
    };
    Iterator begin() const { return Iterator(rows_.cbegin()); }
    Iterator end() const { return Iterator(rows_.cend()); }

    /// All rows by ascending `order` where the row has one, then by id: the same on every machine.
    QList<const Row*> sorted() const {
        return sorted([](const Row&) { return true; });
    }
    /// The rows that `wanted(row)` accepts, sorted like sorted().
    template <class Predicate>
    QList<const Row*> sorted(Predicate wanted) const {
        QList<const Row*> list;
        for (const Row& row : *this) {
            if (wanted(row))
                list.append(&row);
        }
        std::sort(list.begin(), list.end(), [](const Row* a, const Row* b) {
            if constexpr (requires { a->order; }) {
                if (a->order != b->order)
                    return a->order < b->order;
            }
            return a->id < b->id;
        });
        return list;
    }

    friend bool operator==(const Table& a, const Table& b) {
        if (a.size() != b.size())
            return false;
        return std::all_of(a.begin(), a.end(), [&b](const Row& row) {
            const Row* other = b.find(row.id);
            return other && (other == &row || *other == row);
        });
    }

private:
    QHash<Key, Pointer> rows_;
};

} // namespace groundplan
