#include "model/exchange/helper/unpack.h"
#include "model/exchange/unpack_answer.h"

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>

#include <malloc.h>

using namespace groundplan;

// The helper has a bound on its memory, and answers when it meets it. A sanitizer has none (its own memory is
// terabytes of addresses) and ends the process instead: so what the reader takes by new is counted here.
namespace {

constexpr std::size_t kMost = std::size_t(1) << 20;      ///< bytes of a document
constexpr std::int64_t kMemory = std::int64_t(24) << 20; ///< bytes that reading may take

std::atomic<bool> counting = false;
std::atomic<std::int64_t> taken = 0;

} // namespace

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    if (counting && (size > std::size_t(kMemory) || taken + std::int64_t(size) > kMemory))
        return nullptr;
    void* const memory = std::malloc(size > 0 ? size : 1);
    taken += std::int64_t(malloc_usable_size(memory));
    return memory;
}
void* operator new(std::size_t size) {
    if (void* const memory = operator new(size, std::nothrow))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    taken -= std::int64_t(malloc_usable_size(memory));
    std::free(memory);
}
// A sanitizer has all of these by itself, apart from each other.
void* operator new[](std::size_t size) {
    return operator new(size);
}
void* operator new[](std::size_t size, const std::nothrow_t& nothrow) noexcept {
    return operator new(size, nothrow);
}
void operator delete(void* memory, std::size_t) noexcept {
    operator delete(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
    operator delete(memory);
}
void operator delete[](void* memory) noexcept {
    operator delete(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    operator delete(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept {
    operator delete(memory);
}

/// What groundplan-unpack does with a PDF, without the process of its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string file(reinterpret_cast<const char*>(data), size);
    taken = 0;
    counting = true;
    const std::string answer = unpackPdf(file, kMost, kMost / 2);
    counting = false;

    using namespace unpackanswer;
    if (answer.empty())
        std::abort();
    switch (answer.front()) {
    case kSource:
        if (answer.size() > kMost / 2 + 1)
            std::abort();
        break;
    case kNone:
    case kPassword:
    case kTooLarge:
    case kBomb:
    case kUnwanted:
    case kStream:
    case kTooShort:
    case kDamaged:
        if (answer.size() != 1)
            std::abort();
        break;
    default:
        std::abort();
    }
    return 0;
}
