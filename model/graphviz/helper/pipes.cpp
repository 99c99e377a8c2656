#include "model/graphviz/helper/pipes.h"

#include <cerrno>

#include <unistd.h>

namespace groundplan {

bool readInput(std::string& input, std::size_t most) {
    constexpr std::size_t kPiece = 1 << 16; // what a pipe holds
    while (input.size() <= most) {
        const std::size_t before = input.size();
        input.resize(before + kPiece);
        const ssize_t got = read(STDIN_FILENO, input.data() + before, kPiece);
        input.resize(before + std::size_t(got > 0 ? got : 0));
        if (got == 0)
            return true;
        if (got < 0 && errno != EINTR)
            return false;
    }
    return true;
}

bool writeOutput(std::string_view output) {
    while (!output.empty()) {
        const ssize_t put = write(STDOUT_FILENO, output.data(), output.size());
        if (put > 0)
            output.remove_prefix(std::size_t(put));
        else if (errno != EINTR)
            return false;
    }
    return true;
}

} // namespace groundplan
