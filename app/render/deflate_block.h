#pragma once

#include <QByteArray>

#include <array>
#include <cstdint>
#include <vector>

namespace groundplan {

/// Bits of a deflate stream (RFC 1951), lowest first.
class BitWriter {
public:
    /// At most 16 bits.
    void put(std::uint32_t bits, int count);
    /// An empty stored block: what follows begins at a whole byte.
    void align();
    /// What was written since; whole bytes only, so after align().
    QByteArray take() { return std::exchange(bytes_, {}); }

private:
    QByteArray bytes_;
    std::uint64_t waiting_ = 0;
    int count_ = 0; ///< of the bits that wait, below 32
};

/// A block of a deflate stream: bytes, and repetitions of what came before, in codes made for this block.
class DeflateBlock {
public:
    static constexpr int kLeastLength = 3, kMostLength = 258, kMostDistance = 32'768;

    DeflateBlock();
    void literal(std::uint8_t byte);
    /// Says again `length` bytes from `distance` bytes ago.
    void repeat(int length, int distance);
    /// As long as one kind of drawing lasts: more would blur what the codes are made for.
    bool isFull() const { return tokens_.size() >= kTokens; }
    /// As a block that is not the stream's last; then this one is empty. An empty one writes nothing.
    void writeTo(BitWriter& out);

private:
    static constexpr std::size_t kTokens = 32'768;
    struct Token {
        std::uint16_t length; ///< 0: a literal
        std::uint16_t value;  ///< the byte, or the distance
    };
    std::vector<Token> tokens_;
    std::array<std::uint32_t, 286> literals_{}; ///< how often; with lengths and the block's end
    std::array<std::uint32_t, 30> distances_{};
};

} // namespace groundplan
