#include "app/render/flat_deflate.h"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace groundplan {

namespace {

constexpr int kHashBits = 15;
constexpr int kWindow = DeflateBlock::kMostDistance;
constexpr int kCandidates = 16; ///< places that a repetition is looked for at
constexpr int kLongEnough = 64; ///< repetitions from which on no longer one is looked for a byte further on
constexpr int kLeastRepetition = 4;

quint32 fourAt(const uchar* bytes) {
    quint32 four;
    std::memcpy(&four, bytes, sizeof four);
    return four;
}

/// How many of the first bytes of eight are zero.
int leadingZeros(quint64 eight) {
    return (std::endian::native == std::endian::little ? std::countr_zero(eight) : std::countl_zero(eight)) /
           8;
}

quint64 eightAt(const uchar* bytes) {
    quint64 eight;
    std::memcpy(&eight, bytes, sizeof eight);
    return eight;
}

quint32 checksumWith(quint32 checksum, std::span<const uchar> bytes) {
    return quint32(adler32_z(checksum, bytes.data(), bytes.size()));
}

/// Zeros need not be read for it.
quint32 checksumWithZeros(quint32 checksum, int count) {
    constexpr quint64 kModulus = 65'521;
    const quint64 sum = checksum & 0xffff, sums = checksum >> 16;
    return quint32((sums + sum * quint64(count)) % kModulus << 16 | sum);
}

/// The bytes of one piece, and where in it something was seen before. Places are hashed by four bytes; four
/// zeros have no place.
class Window {
public:
    struct Repetition {
        int length = 0; ///< 0: there is none
        int from = 0;
    };

    explicit Window(std::span<const uchar> data)
        : data_(data)
        , newest_(std::size_t(1) << kHashBits, -1)
        , before_(kWindow, -1) {}

    int size() const { return int(data_.size()); }
    uchar at(int place) const { return data_[std::size_t(place)]; }
    std::span<const uchar> from(int place, int end) const {
        return data_.subspan(std::size_t(place), std::size_t(end - place));
    }
    bool hasFourZeros(int place) const { return place + 4 <= size() && fourAt(bytes(place)) == 0; }

    int zerosFrom(int place) const {
        int end = place;
        for (; end + 8 <= size(); end += 8) {
            if (const quint64 eight = eightAt(bytes(end)); eight != 0)
                return end + leadingZeros(eight) - place;
        }
        while (end < size() && at(end) == 0)
            ++end;
        return end - place;
    }

    void remember(int place) {
        if (place + 4 > size() || hasFourZeros(place))
            return;
        int& newest = newest_[hashOf(place)];
        before_[std::size_t(place % kWindow)] = newest;
        newest = place;
    }

    /// The longest that is longer than `shorter`; of equals the nearest.
    Repetition repetitionAt(int place, int shorter) const {
        Repetition best{shorter, -1};
        const int most = std::min(DeflateBlock::kMostLength, size() - place);
        if (most < kLeastRepetition)
            return {};
        int candidate = newest_[hashOf(place)];
        for (int i = 0; i < kCandidates && candidate >= 0 && place - candidate < kWindow; ++i) {
            if (best.length >= most)
                break;
            if (at(candidate + best.length) == at(place + best.length)) {
                if (const int length = equalBytes(candidate, place, most); length > best.length)
                    best = {length, candidate};
            }
            const int older = before_[std::size_t(candidate % kWindow)];
            if (older >= candidate) // its place was taken by a later one
                break;
            candidate = older;
        }
        return best.from < 0 ? Repetition{} : best;
    }

private:
    const uchar* bytes(int place) const { return data_.data() + place; }
    std::size_t hashOf(int place) const {
        return (fourAt(bytes(place)) * 2'654'435'761U) >> (32 - kHashBits);
    }
    int equalBytes(int a, int b, int most) const {
        int length = 0;
        for (; length + 8 <= most; length += 8) {
            if (const quint64 differs = eightAt(bytes(a + length)) ^ eightAt(bytes(b + length)); differs != 0)
                return length + leadingZeros(differs);
        }
        while (length < most && at(a + length) == at(b + length))
            ++length;
        return length;
    }

    std::span<const uchar> data_;
    std::vector<int> newest_; ///< by hash
    std::vector<int> before_; ///< by place in the window: the last one of the same hash before it
};

/// Says one piece in blocks.
class Piece {
public:
    Piece(std::span<const uchar> data, DeflateBlock& block, BitWriter& out, quint32& checksum)
        : window_(data)
        , block_(block)
        , out_(out)
        , checksum_(checksum) {}

    void write() {
        while (place_ < window_.size()) {
            if (window_.hasFourZeros(place_))
                zeros(window_.zerosFrom(place_));
            else
                next();
        }
        checksum_ = checksumWith(checksum_, window_.from(summed_, place_));
        block_.writeTo(out_);
        out_.align();
    }

private:
    void zeros(int count) {
        checksum_ = checksumWithZeros(checksumWith(checksum_, window_.from(summed_, place_)), count);
        const int end = place_ + count;
        summed_ = end;
        if (place_ == 0 || window_.at(place_ - 1) != 0)
            literal();
        while (end - place_ >= DeflateBlock::kLeastLength)
            repeat(std::min(DeflateBlock::kMostLength, end - place_), 1);
        while (place_ < end)
            literal();
    }

    /// A repetition, unless one that begins a byte later says more.
    void next() {
        auto best = window_.repetitionAt(place_, kLeastRepetition - 1);
        window_.remember(place_);
        if (best.length == 0) {
            literal();
            return;
        }
        while (best.length < kLongEnough && !window_.hasFourZeros(place_ + 1)) {
            const auto later = window_.repetitionAt(place_ + 1, best.length);
            if (later.length == 0)
                break;
            literal();
            window_.remember(place_);
            best = later;
        }
        const int end = place_ + best.length;
        for (int place = place_ + 1; place < end; ++place)
            window_.remember(place);
        repeat(best.length, place_ - best.from);
    }

    void literal() {
        block_.literal(window_.at(place_));
        said(1);
    }
    void repeat(int length, int distance) {
        block_.repeat(length, distance);
        said(length);
    }
    void said(int count) {
        place_ += count;
        if (block_.isFull())
            block_.writeTo(out_);
    }

    Window window_;
    DeflateBlock& block_;
    BitWriter& out_;
    quint32& checksum_;
    int place_ = 0;  ///< what is before was said
    int summed_ = 0; ///< what is before is in the checksum
};

} // namespace

QByteArray FlatDeflate::start() {
    checksum_ = 1;
    return QByteArrayLiteral("\x78\x5e"); // deflate, a window of 32 KB, a fast method
}

QByteArray FlatDeflate::add(std::span<const uchar> data) {
    Piece(data, block_, out_, checksum_).write();
    return out_.take();
}

QByteArray FlatDeflate::finish() {
    QByteArray end("\x03\x00", 2); // an empty last block
    for (int shift = 24; shift >= 0; shift -= 8)
        end.append(char(checksum_ >> shift));
    return end;
}

} // namespace groundplan
