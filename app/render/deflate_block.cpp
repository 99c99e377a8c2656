#include "app/render/deflate_block.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace groundplan {

namespace {

constexpr int kBlockEnd = 256, kFirstLength = 257;
constexpr int kLongestCode = 15, kLongestLengthCode = 7;

// A length or distance is a symbol that says where its range begins, and some bits that say where in it.
constexpr std::array<std::uint16_t, 29> kLengthFrom = {3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                                       15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                                       67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr std::array<std::uint8_t, 29> kLengthBits = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                                      2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr std::array<std::uint16_t, 30> kDistanceFrom = {
    1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
    193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
constexpr std::array<std::uint8_t, 30> kDistanceBits = {0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
                                                        6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};

template <std::size_t Size, std::size_t Count>
constexpr std::array<std::uint8_t, Size> symbolsOf(const std::array<std::uint16_t, Count>& from) {
    std::array<std::uint8_t, Size> symbols{};
    std::size_t symbol = 0;
    for (std::size_t value = from[0]; value < Size; ++value) {
        while (symbol + 1 < Count && from[symbol + 1] <= value)
            ++symbol;
        symbols[value] = std::uint8_t(symbol);
    }
    return symbols;
}
constexpr auto kLengthSymbols = symbolsOf<DeflateBlock::kMostLength + 1>(kLengthFrom);
constexpr auto kDistanceSymbols = symbolsOf<DeflateBlock::kMostDistance + 1>(kDistanceFrom);

/// Huffman's codes for symbols of those frequencies, none longer than `longest` bits.
template <std::size_t Size>
class Codes {
public:
    Codes(const std::array<std::uint32_t, Size>& frequencies, int longest) {
        makeLengths(frequencies, longest);
        makeBits();
    }

    void put(BitWriter& out, std::size_t symbol) const { out.put(bits_[symbol], lengths_[symbol]); }
    std::uint8_t length(std::size_t symbol) const { return lengths_[symbol]; }
    /// Of all symbols up to the last that is used.
    std::span<const std::uint8_t> lengths(std::size_t least) const {
        std::size_t size = Size;
        while (size > least && lengths_[size - 1] == 0)
            --size;
        return std::span(lengths_).first(size);
    }

private:
    void makeLengths(const std::array<std::uint32_t, Size>& frequencies, int longest) {
        std::vector<std::size_t> symbols; // the rarest first
        for (std::size_t symbol = 0; symbol < Size; ++symbol) {
            if (frequencies[symbol] > 0)
                symbols.push_back(symbol);
        }
        // Each alphabet has two codes at least: not every reader takes less.
        for (std::size_t symbol = 0; symbols.size() < 2; ++symbol) {
            if (frequencies[symbol] == 0)
                symbols.push_back(symbol);
        }
        std::stable_sort(symbols.begin(), symbols.end(),
                         [&](auto a, auto b) { return frequencies[a] < frequencies[b]; });

        // The tree: leaves, then the nodes that join the two lightest, which come out ever heavier.
        const std::size_t leaves = symbols.size(), nodes = 2 * leaves - 1;
        std::vector<std::uint64_t> weights(nodes);
        std::vector<std::size_t> parents(nodes);
        for (std::size_t i = 0; i < leaves; ++i)
            weights[i] = frequencies[symbols[i]];
        std::size_t leaf = 0, joined = leaves;
        for (std::size_t node = leaves; node < nodes; ++node) {
            for (int child = 0; child < 2; ++child) {
                const bool takesLeaf = leaf < leaves && (joined >= node || weights[leaf] <= weights[joined]);
                const std::size_t lightest = takesLeaf ? leaf++ : joined++;
                weights[node] += weights[lightest];
                parents[lightest] = node;
            }
        }
        std::vector<int> depths(nodes);
        std::vector<std::uint32_t> ofLength(std::size_t(longest) + 1);
        for (std::size_t node = nodes - 1; node-- > 0;) {
            depths[node] = depths[parents[node]] + 1;
            if (node < leaves)
                ++ofLength[std::size_t(std::min(depths[node], longest))];
        }
        shorten(ofLength);
        auto symbol = symbols.cbegin();
        for (std::size_t length = ofLength.size() - 1; length > 0; --length) {
            for (std::uint32_t i = 0; i < ofLength[length]; ++i)
                lengths_[*symbol++] = std::uint8_t(length);
        }
    }

    /// Codes that were cut to the longest length take more room than there is: each pair of them gets
    /// the place of a shorter one, which goes a bit down.
    static void shorten(std::vector<std::uint32_t>& ofLength) {
        const std::size_t longest = ofLength.size() - 1;
        std::uint64_t taken = 0;
        for (std::size_t length = 1; length <= longest; ++length)
            taken += std::uint64_t(ofLength[length]) << (longest - length);
        for (; taken > std::uint64_t(1) << longest; --taken) {
            std::size_t length = longest - 1;
            while (ofLength[length] == 0)
                --length;
            --ofLength[length];
            --ofLength[longest];
            ofLength[length + 1] += 2;
        }
    }

    /// The codes that follow from their lengths; they are written highest bit first.
    void makeBits() {
        std::array<std::uint32_t, kLongestCode + 1> ofLength{}, next{};
        for (const std::uint8_t length : lengths_)
            ++ofLength[length];
        ofLength[0] = 0;
        for (std::size_t length = 1; length < next.size(); ++length)
            next[length] = (next[length - 1] + ofLength[length - 1]) << 1;
        for (std::size_t symbol = 0; symbol < Size; ++symbol) {
            std::uint32_t code = next[lengths_[symbol]]++;
            for (int bit = 0; bit < lengths_[symbol]; ++bit, code >>= 1)
                bits_[symbol] = std::uint16_t(bits_[symbol] << 1 | (code & 1));
        }
    }

    std::array<std::uint8_t, Size> lengths_{};
    std::array<std::uint16_t, Size> bits_{};
};

/// The lengths of both alphabets' codes, as they stand before a block: repetitions are symbols of their own.
class CodeLengths {
public:
    void add(std::span<const std::uint8_t> lengths) {
        all_.insert(all_.end(), lengths.begin(), lengths.end());
    }

    void writeTo(BitWriter& out) {
        for (std::size_t at = 0; at < all_.size();)
            at += addRun(at);
        const Codes<19> codes(frequencies_, kLongestLengthCode);
        constexpr std::array<std::uint8_t, 19> kOrder = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                         11, 4,  12, 3, 13, 2, 14, 1, 15};
        std::size_t count = kOrder.size();
        while (count > 4 && codes.length(kOrder[count - 1]) == 0)
            --count;
        out.put(std::uint32_t(count - 4), 4);
        for (std::size_t i = 0; i < count; ++i)
            out.put(codes.length(kOrder[i]), 3);
        for (const Symbol& symbol : symbols_) {
            codes.put(out, symbol.code);
            out.put(symbol.extra, symbol.bits);
        }
    }

private:
    struct Symbol {
        std::uint8_t code;
        std::uint8_t extra;
        std::uint8_t bits;
    };

    void add(int code, std::size_t extra = 0, int bits = 0) {
        symbols_.push_back({std::uint8_t(code), std::uint8_t(extra), std::uint8_t(bits)});
        ++frequencies_[std::size_t(code)];
    }

    /// How many equal lengths there are from there on, up to what one symbol says.
    std::size_t addRun(std::size_t at) {
        constexpr int kSame = 16, kFewZeros = 17, kManyZeros = 18;
        const std::uint8_t length = all_[at];
        const bool zero = length == 0, again = !zero && at > 0 && all_[at - 1] == length;
        std::size_t run = 1;
        while (at + run < all_.size() && all_[at + run] == length && run < (zero ? 138 : again ? 6 : 1))
            ++run;
        if (run < 3) {
            add(length);
            return 1;
        }
        if (again)
            add(kSame, run - 3, 2);
        else if (run < 11)
            add(kFewZeros, run - 3, 3);
        else
            add(kManyZeros, run - 11, 7);
        return run;
    }

    std::vector<std::uint8_t> all_;
    std::vector<Symbol> symbols_;
    std::array<std::uint32_t, 19> frequencies_{};
};

} // namespace

void BitWriter::put(std::uint32_t bits, int count) {
    waiting_ |= std::uint64_t(bits) << count_;
    count_ += count;
    if (count_ < 32)
        return;
    const std::array four = {char(waiting_), char(waiting_ >> 8), char(waiting_ >> 16), char(waiting_ >> 24)};
    bytes_.append(four.data(), four.size());
    waiting_ >>= 32;
    count_ -= 32;
}

void BitWriter::align() {
    put(0, 3);
    for (count_ = (count_ + 7) / 8 * 8; count_ > 0; count_ -= 8, waiting_ >>= 8)
        bytes_.append(char(waiting_));
    bytes_.append("\x00\x00\xff\xff", 4);
}

DeflateBlock::DeflateBlock() {
    tokens_.reserve(kTokens);
}

void DeflateBlock::literal(std::uint8_t byte) {
    tokens_.push_back({0, byte});
    ++literals_[byte];
}

void DeflateBlock::repeat(int length, int distance) {
    tokens_.push_back({std::uint16_t(length), std::uint16_t(distance)});
    ++literals_[std::size_t(kFirstLength) + kLengthSymbols[std::size_t(length)]];
    ++distances_[kDistanceSymbols[std::size_t(distance)]];
}

void DeflateBlock::writeTo(BitWriter& out) {
    if (tokens_.empty())
        return;
    constexpr std::uint32_t kOwnCodes = 2;
    literals_[kBlockEnd] = 1;
    const Codes literals(literals_, kLongestCode);
    const Codes distances(distances_, kLongestCode);
    const auto literalLengths = literals.lengths(kFirstLength), distanceLengths = distances.lengths(1);
    out.put(kOwnCodes << 1, 3);
    out.put(std::uint32_t(literalLengths.size() - kFirstLength), 5);
    out.put(std::uint32_t(distanceLengths.size() - 1), 5);
    CodeLengths lengths;
    lengths.add(literalLengths);
    lengths.add(distanceLengths);
    lengths.writeTo(out);
    for (const Token token : tokens_) {
        if (token.length == 0) {
            literals.put(out, token.value);
            continue;
        }
        const std::size_t length = kLengthSymbols[token.length], distance = kDistanceSymbols[token.value];
        literals.put(out, kFirstLength + length);
        out.put(std::uint32_t(token.length - kLengthFrom[length]), kLengthBits[length]);
        distances.put(out, distance);
        out.put(std::uint32_t(token.value - kDistanceFrom[distance]), kDistanceBits[distance]);
    }
    literals.put(out, kBlockEnd);
    tokens_.clear();
    literals_ = {};
    distances_ = {};
}

} // namespace groundplan
