#pragma once

#include <QHash>
#include <QList>

#include <algorithm>
#include <numeric>
#include <utility>

namespace groundplan {

/// Things numbered from 0 that links join, directly or by others between: one list a group, in the order of
/// their first members.
inline QList<QList<int>> linkedGroups(int count, const QList<std::pair<int, int>>& links) {
    QList<int> root(count);
    std::iota(root.begin(), root.end(), 0);
    const auto find = [&root](int i) {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    };
    for (const auto& [a, b] : links) {
        const auto [first, second] = std::minmax({find(a), find(b)});
        root[second] = first;
    }
    QList<QList<int>> groups;
    QHash<int, qsizetype> groupOf;
    for (int i = 0; i < count; ++i) {
        const int at = find(i);
        if (!groupOf.contains(at)) {
            groupOf.insert(at, groups.size());
            groups.append(QList<int>{});
        }
        groups[groupOf.value(at)].append(i);
    }
    return groups;
}

} // namespace groundplan
