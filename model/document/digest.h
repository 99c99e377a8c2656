#pragma once

#include "model/document/schema.h"

namespace groundplan {

/// The digest of a design is the sum, modulo 2^64, of the hashes of all cells of its recorded tables
/// (design.md 3). A cell that holds its column's default counts nothing, so that a column added later leaves
/// old digests as they are; a key cell always counts. Being a sum it is kept up cell by cell: subtract the
/// old, add the new. It guards against accidents (flipped bits, torn copies), not against somebody who forges
/// a file. Hash: XXH3 64 bit, seeded by table, column and row.
quint64 cellDigest(const TableInfo& table, int column, qint64 key, const CellView& cell);

/// Checksum of arbitrary bytes for history entries (XXH3 64 bit).
quint64 checksumOf(QByteArrayView bytes);

} // namespace groundplan
