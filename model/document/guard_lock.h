#pragma once

#include "model/document/file_identity.h"

#include <optional>

namespace groundplan {

/// Keeps a second window on the same document read-only: a lock on a small file in the user's runtime folder,
/// named after the document's device and inode. It dies with its process, so it never goes stale. A courtesy
/// between our own windows; correctness rests on SQLite's locks and data_version alone.
class GuardLock {
public:
    /// Nothing when another window (of this or another process) has it. Where there is no runtime folder the
    /// lock is granted without effect.
    static std::optional<GuardLock> take(const FileIdentity& file);
    ~GuardLock();
    GuardLock(GuardLock&& other) noexcept;
    GuardLock& operator=(GuardLock&& other) noexcept;

private:
    explicit GuardLock(int descriptor)
        : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

} // namespace groundplan
