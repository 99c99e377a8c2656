#pragma once

#include "app/render/deflate_block.h"

#include <QByteArray>

#include <span>

namespace groundplan {

/// Compresses what is nearly all zeros, as the rows of a drawing are that say what differs from the row
/// above: zeros are passed over a word at a time and are nowhere looked for. zlib does both for each byte,
/// and needs ten times as long for a few per cent more bytes.
///
/// The result is a zlib stream (RFC 1950): what start(), each add() and finish() return, one after the other.
/// The same pieces give the same bytes.
class FlatDeflate {
public:
    QByteArray start();
    /// At most 2 GB. Nothing of it is referred to later, so it may go.
    QByteArray add(std::span<const uchar> data);
    QByteArray finish();

private:
    BitWriter out_;
    DeflateBlock block_;
    quint32 checksum_ = 1;
};

} // namespace groundplan
