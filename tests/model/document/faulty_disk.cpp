#include "tests/model/document/faulty_disk.h"

#include <QFile>

#include <sqlite3.h>

#include <cstring>

namespace groundplan {

namespace {

FaultyDisk* current = nullptr;
sqlite3_vfs* real = nullptr;
sqlite3_vfs shim;

/// Ours, followed in memory by the real VFS's file.
struct ShimFile {
    sqlite3_file base;
    const char* path; ///< lives as long as the file is open
    sqlite3_file* behind() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
ShimFile* shimOf(sqlite3_file* file) {
    return reinterpret_cast<ShimFile*>(file);
}

int fileClose(sqlite3_file* file) {
    sqlite3_file* behind = shimOf(file)->behind();
    return behind->pMethods ? behind->pMethods->xClose(behind) : SQLITE_OK;
}
int fileRead(sqlite3_file* file, void* data, int amount, sqlite3_int64 offset) {
    sqlite3_file* behind = shimOf(file)->behind();
    return behind->pMethods->xRead(behind, data, amount, offset);
}
int fileWrite(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
    if (const int code = current->account())
        return code;
    sqlite3_file* behind = shimOf(file)->behind();
    const int code = behind->pMethods->xWrite(behind, data, amount, offset);
    if (code == SQLITE_OK && shimOf(file)->path)
        current->wrote(shimOf(file)->path, offset, QByteArray(static_cast<const char*>(data), amount));
    return code;
}
int fileTruncate(sqlite3_file* file, sqlite3_int64 size) {
    if (const int code = current->account())
        return code;
    sqlite3_file* behind = shimOf(file)->behind();
    if (shimOf(file)->path)
        current->truncated(shimOf(file)->path, size);
    return behind->pMethods->xTruncate(behind, size);
}
int fileSync(sqlite3_file* file, int) {
    if (const int code = current->account())
        return code;
    if (shimOf(file)->path && !current->lyingSync)
        current->synced(shimOf(file)->path);
    return SQLITE_OK; // the machine under the test stays on: waiting for its disk would prove nothing
}
int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    sqlite3_file* behind = shimOf(file)->behind();
    return behind->pMethods->xFileSize(behind, size);
}
int fileLock(sqlite3_file* file, int lock) {
    sqlite3_file* behind = shimOf(file)->behind();
    return behind->pMethods->xLock(behind, lock);
}
int fileUnlock(sqlite3_file* file, int lock) {
    sqlite3_file* behind = shimOf(file)->behind();
    return behind->pMethods->xUnlock(behind, lock);
}
int fileCheckLock(sqlite3_file* file, int* result) {
    sqlite3_file* behind = shimOf(file)->behind();
    return behind->pMethods->xCheckReservedLock(behind, result);
}
int fileControl(sqlite3_file* file, int operation, void* argument) {
    sqlite3_file* behind = shimOf(file)->behind();
    return behind->pMethods->xFileControl(behind, operation, argument);
}
int fileSectorSize(sqlite3_file* file) {
    sqlite3_file* behind = shimOf(file)->behind();
    return behind->pMethods->xSectorSize(behind);
}
int fileCharacteristics(sqlite3_file*) {
    return 0;
} // promise nothing that a bad disk would not keep

const sqlite3_io_methods kMethods = [] {
    sqlite3_io_methods methods{};
    methods.iVersion = 1;
    methods.xClose = fileClose;
    methods.xRead = fileRead;
    methods.xWrite = fileWrite;
    methods.xTruncate = fileTruncate;
    methods.xSync = fileSync;
    methods.xFileSize = fileSize;
    methods.xLock = fileLock;
    methods.xUnlock = fileUnlock;
    methods.xCheckReservedLock = fileCheckLock;
    methods.xFileControl = fileControl;
    methods.xSectorSize = fileSectorSize;
    methods.xDeviceCharacteristics = fileCharacteristics;
    return methods;
}();

int diskOpen(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    ShimFile* ours = shimOf(file);
    std::memset(ours, 0, sizeof(ShimFile));
    const bool followed = flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL);
    const int code = real->xOpen(real, name, ours->behind(), flags, outFlags);
    if (code == SQLITE_OK) {
        ours->base.pMethods = &kMethods;
        ours->path = followed ? name : nullptr;
        if (followed)
            current->opened(name);
    }
    return code;
}
int diskDelete(sqlite3_vfs*, const char* name, int syncFolder) {
    if (const int code = current->account())
        return code;
    current->deleted(name, syncFolder != 0 && !current->lyingSync);
    return real->xDelete(real, name, 0);
}

} // namespace

FaultyDisk::FaultyDisk() {
    Q_ASSERT(!current);
    current = this;
    real = sqlite3_vfs_find(nullptr);
    shim = *real;
    shim.zName = "faulty";
    shim.szOsFile = int(sizeof(ShimFile)) + real->szOsFile;
    shim.xOpen = diskOpen;
    shim.xDelete = diskDelete;
    sqlite3_vfs_register(&shim, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&shim);
    sqlite3_vfs_register(real, 1);
    current = nullptr;
}

void FaultyDisk::failAt(int at, Failure failure, int code) {
    operations_ = 0;
    failAt_ = at;
    failure_ = failure;
    code_ = code;
}

void FaultyDisk::heal() {
    failure_ = Failure::None;
}

int FaultyDisk::account() {
    if (beforeOperation)
        beforeOperation();
    ++operations_;
    const bool fails = (failure_ == Failure::Once && operations_ == failAt_) ||
                       (failure_ == Failure::ForEver && operations_ >= failAt_);
    return fails ? code_ : SQLITE_OK;
}

void FaultyDisk::opened(const QByteArray& path) {
    if (files_.contains(path))
        return;
    File file;
    QFile present(QString::fromUtf8(path));
    if (present.open(QIODevice::ReadOnly)) {
        file.content = present.readAll();
        file.durable = !file.content.isEmpty();
    }
    files_.insert(path, file);
}

void FaultyDisk::wrote(const QByteArray& path, qint64 offset, const QByteArray& bytes) {
    constexpr qint64 kSector = 512;
    for (qint64 at = 0; at < bytes.size();) { // each sector may or may not reach the disk
        const qint64 step = std::min(kSector - (offset + at) % kSector, qint64(bytes.size()) - at);
        files_[path].pending.append({Change::Sort::Write, offset + at, bytes.mid(at, step)});
        at += step;
    }
}

void FaultyDisk::truncated(const QByteArray& path, qint64 size) {
    files_[path].pending.append({Change::Sort::Truncate, size, {}});
}

namespace {
void change(QByteArray& content, bool write, qint64 offset, const QByteArray& bytes) {
    if (!write) {
        content.resize(offset);
        return;
    }
    if (content.size() < offset + bytes.size())
        content.append(QByteArray(offset + bytes.size() - content.size(), '\0'));
    content.replace(offset, bytes.size(), bytes);
}
} // namespace

void FaultyDisk::synced(const QByteArray& path) {
    File& file = files_[path];
    for (const Change& pending : file.pending)
        change(file.content, pending.sort == Change::Sort::Write, pending.offset, pending.bytes);
    file.pending.clear();
    file.durable = true;
}

void FaultyDisk::deleted(const QByteArray& path, bool durable) {
    if (durable)
        files_.remove(path);
    else
        files_[path].pending.append({Change::Sort::Delete, 0, {}});
}

std::optional<QByteArray> FaultyDisk::afterPowerCut(const QString& path, QRandomGenerator& random) const {
    const auto found = files_.constFind(path.toUtf8());
    if (found == files_.cend())
        return std::nullopt;
    if (!found->durable && random.bounded(2) == 0)
        return std::nullopt;
    QByteArray content = found->content;
    for (const Change& pending : found->pending) {
        if (random.bounded(2) == 0)
            continue;
        if (pending.sort == Change::Sort::Delete)
            return std::nullopt;
        change(content, pending.sort == Change::Sort::Write, pending.offset, pending.bytes);
    }
    return content;
}

} // namespace groundplan
