#include "tests/reliability/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>
#include <sys/stat.h>

namespace groundplan {

namespace {

class Database {
public:
    Database(const QString& path, int flags) {
        code_ = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle_, flags, nullptr);
    }
    ~Database() { sqlite3_close(handle_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    QString message() const { return QString::fromUtf8(sqlite3_errmsg(handle_)); }
    bool isOpen() const { return code_ == SQLITE_OK; }
    sqlite3* handle() const { return handle_; }

private:
    sqlite3* handle_ = nullptr;
    int code_ = SQLITE_ERROR;
};

} // namespace

QString runSql(const QString& path, const QString& sql) {
    const Database database(path, SQLITE_OPEN_READWRITE);
    if (!database.isOpen() ||
        sqlite3_exec(database.handle(), sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return database.message();
    return {};
}

QStringList queryColumn(const QString& path, const QString& sql) {
    const Database database(path, SQLITE_OPEN_READONLY);
    QStringList rows;
    sqlite3_stmt* statement = nullptr;
    if (!database.isOpen() ||
        sqlite3_prepare_v2(database.handle(), sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        return {database.message()};
    while (sqlite3_step(statement) == SQLITE_ROW)
        rows += QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return rows;
}

QString integrityOf(const QString& path) {
    return queryColumn(path, QStringLiteral("PRAGMA integrity_check")).value(0);
}

FileState stateOf(const QString& path) {
    struct stat status {};
    ::stat(QFile::encodeName(path).constData(), &status);
    QFile file(path);
    return {file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(),
            qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
}

QString temporaryTemplate() {
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return (memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath()) +
           QStringLiteral("/groundplan-test-XXXXXX");
}

void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s could not be written", qPrintable(path));
}

} // namespace groundplan
