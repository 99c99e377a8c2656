#pragma once

namespace groundplan {

/// Takes from this process what it does not need before it reads a byte of input: time and memory are
/// limited, no core file, no new privileges, no environment, no inherited files but the three standard ones;
/// it dies with its parent. False when a limit could not be set.
bool enterSandbox();

} // namespace groundplan
