#pragma once

#include <QtGlobal>

#include <ctime>

/// Computing time of this process since it was made, in milliseconds: what else runs on the machine counts
/// nothing, so a bound on it can be meant.
class ProcessorTime {
public:
    qint64 elapsed() const { return qint64(std::clock() - start_) * 1000 / CLOCKS_PER_SEC; }

private:
    std::clock_t start_ = std::clock();
};
