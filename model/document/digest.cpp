#include "model/document/digest.h"

#include <QtEndian>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace groundplan {

quint64 cellDigest(const TableInfo& table, int column, qint64 key, const CellView& cell) {
    const TableInfo::ColumnInfo& info = table.columns[column];
    if (column > 0 && cell == info.defaultCell.view())
        return 0;
    constexpr quint64 kSpread = 0x9e3779b97f4a7c15; // 2^64 / golden ratio: neighbouring keys get unlike seeds
    const quint64 seed = info.seed ^ (quint64(key) * kSpread) ^ quint64(cell.type);
    if (cell.type == CellType::Integer) {
        const qint64 little = qToLittleEndian(cell.integer);
        return XXH3_64bits_withSeed(&little, sizeof little, seed);
    }
    return XXH3_64bits_withSeed(cell.bytes.data(), std::size_t(cell.bytes.size()), seed);
}

quint64 checksumOf(QByteArrayView bytes) {
    return XXH3_64bits(bytes.data(), std::size_t(bytes.size()));
}

} // namespace groundplan
