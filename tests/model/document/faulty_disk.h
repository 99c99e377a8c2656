#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QString>

#include <functional>
#include <optional>

namespace groundplan {

/// A disk that fails when asked to, between SQLite and the real one: an SQLite VFS that counts every
/// operation which changes something (write, truncate, sync, delete), can fail the n-th of them once or for
/// ever, and knows what a power cut could leave behind: what was synced, and any part of what was not, torn
/// at sectors of 512 bytes. While an object exists it is SQLite's default disk. One at a time.
class FaultyDisk {
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    enum class Failure { None, Once, ForEver };
    /// From now on, operation number `at` (counted from 1) fails with SQLite's code `code`.
    void failAt(int at, Failure failure, int code);
    void heal();
    int operations() const { return operations_; }

    /// Called before each operation, with the disk as it is then.
    std::function<void()> beforeOperation;
    /// What the file at `path` may be after a power cut now; nothing when it may be missing and, this time,
    /// is.
    std::optional<QByteArray> afterPowerCut(const QString& path, QRandomGenerator& random) const;
    /// Pretends that syncing works without doing it: the switch with which the power-cut test must fail.
    bool lyingSync = false;

    // For the VFS's functions.
    int account();
    void wrote(const QByteArray& path, qint64 offset, const QByteArray& bytes);
    void truncated(const QByteArray& path, qint64 size);
    void synced(const QByteArray& path);
    void deleted(const QByteArray& path, bool durable);
    void opened(const QByteArray& path);

private:
    struct Change {
        enum class Sort { Write, Truncate, Delete } sort;
        qint64 offset = 0;
        QByteArray bytes;
    };
    struct File {
        bool durable = false; ///< exists on the disk whatever happens
        QByteArray content;   ///< what is safe
        QList<Change> pending;
    };
    QHash<QByteArray, File> files_;
    int operations_ = 0;
    int failAt_ = 0;
    Failure failure_ = Failure::None;
    int code_ = 0;
};

} // namespace groundplan
