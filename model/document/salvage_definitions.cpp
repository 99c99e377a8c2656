#include "model/document/salvage_definitions.h"

#include "model/document/loader.h"

#include <QDir>
#include <QFile>

namespace groundplan {

namespace {

/// An empty document with that layout; an empty path when it cannot be made.
QString emptyDocument(PageLayout layout, const QString& folder) {
    const QString made = QDir(folder).filePath(QStringLiteral("empty"));
    const QString vacuumed = QDir(folder).filePath(QStringLiteral("empty-vacuumed"));
    QFile::remove(made);
    QFile::remove(vacuumed);
    auto connection = sqlite::Connection::open(made, sqlite::Access::Create);
    if (!connection || !createSchema(*connection))
        return {};
    if (layout == PageLayout::Made)
        return made;
    return connection->prepare("VACUUM INTO " + sqlite::quoted(vacuumed)).run() ? vacuumed : QString();
}

} // namespace

bool putDefinitions(const QString& copy, PageLayout layout, const QString& folder) {
    const QString empty = emptyDocument(layout, folder);
    auto connection = sqlite::Connection::open(empty, sqlite::Access::ReadOnly);
    if (empty.isEmpty() || !connection)
        return false;
    const qint64 pageSize = connection->number("PRAGMA page_size");
    const qint64 pageCount = connection->number("PRAGMA page_count");
    QList<qint64> pages; // of the tree that holds the definitions
    sqlite::Statement select =
        connection->prepare("SELECT pageno FROM dbstat WHERE name IN ('sqlite_schema', 'sqlite_master')");
    while (select.step())
        pages.append(select.integer(0));
    if (!select.ok() || pages.isEmpty())
        return false;

    QFile source(empty);
    QFile target(copy);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::ReadWrite))
        return false;
    if (target.size() < pageCount * pageSize)
        target.resize(pageCount * pageSize); // a table whose root is cut off is broken, not unknown
    for (const qint64 page : pages) {
        const qint64 at = (page - 1) * pageSize;
        if (!source.seek(at) || !target.seek(at) || target.write(source.read(pageSize)) != pageSize)
            return false;
    }
    return true;
}

} // namespace groundplan
