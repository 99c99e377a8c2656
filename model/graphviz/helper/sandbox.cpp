#include "model/graphviz/helper/sandbox.h"

#include <csignal>
#include <cstdlib>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace groundplan {

namespace {

constexpr rlim_t kSeconds = 30;
constexpr rlim_t kFiles = 64;

bool limit(__rlimit_resource resource, rlim_t value, rlim_t grace = 0) {
    const rlimit both{value, value + grace};
    return setrlimit(resource, &both) == 0;
}

} // namespace

bool enterSandbox() {
    // The second more makes it end by SIGXCPU, which tells why, and not by SIGKILL.
    bool done = limit(RLIMIT_CPU, kSeconds, 1) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, kFiles);
#ifndef GROUNDPLAN_SANITIZED
    // The shadow memory of the sanitizers alone is terabytes of addresses.
    constexpr rlim_t kAddressSpace = rlim_t(2) << 30;
    done = done && limit(RLIMIT_AS, kAddressSpace);
#endif
    done = done && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close_range(3, ~0U, 0);
    clearenv();
    return done;
}

} // namespace groundplan
