#include "model/document/unnamed_boards.h"

#include "model/document/document.h"
#include "model/document/guard_lock.h"
#include "model/document/sqlite.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

namespace groundplan {

namespace {

constexpr qint64 kJustMade = 2'000; // ms

/// A look that costs little: most boards have a history.
bool mayBeUntouched(const QString& path) {
    const auto connection = sqlite::Connection::open(path, sqlite::Access::ReadOnly);
    return connection && connection->number("SELECT count(*) FROM (SELECT 1 FROM history LIMIT 2)", 2) < 2;
}

bool removeIfUntouched(const QString& path, const QString& folder) {
    if (openDocuments::contains(path) || !mayBeUntouched(path))
        return false;
    const auto file = identityOf(path);
    const auto guard = file ? GuardLock::take(*file) : std::nullopt; // no window opens it meanwhile
    if (!guard)
        return false;
    const auto document = Document::open(path, Document::Use::CommandLine, folder);
    return document && (*document)->openedAs() == OpenedAs::Writable && (*document)->isUntouched() &&
           QFile::remove(path);
}

} // namespace

int removeUntouchedBoards(const QString& folder) {
    const QDateTime youngest = QDateTime::currentDateTime().addMSecs(-kJustMade);
    int removed = 0;
    const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.gplan")}, QDir::Files);
    for (const QFileInfo& file : files) {
        if (file.lastModified() < youngest && removeIfUntouched(file.absoluteFilePath(), folder))
            ++removed;
    }
    return removed;
}

} // namespace groundplan
