#include "model/document/document_p.h"

#include "model/document/asset_store.h"
#include "model/document/file_replacement.h"
#include "model/document/history_store.h"
#include "model/document/migration.h"
#include "model/document/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

#include <cmath>

namespace groundplan {

namespace {
/// Whether an entry of that name, if it is the first, is what the board was made from.
bool isBeginning(const EditName& name) {
    return name.key == "new-from-example" || name.key == "import" || name.key == "recover" ||
           name.key == "start-practice";
}

QString canonicalFolder(const QString& path) {
    return QFileInfo(path).absoluteDir().canonicalPath();
}
} // namespace

Document::Private::~Private() {
    connection.close();
    if (identity)
        openDocuments::remove(*identity);
}

void Document::Private::registerFile(const QString& newPath) {
    if (identity)
        openDocuments::remove(*identity);
    guard.reset();
    path = QFileInfo(newPath).absoluteFilePath();
    unnamed = !folder.isEmpty() && canonicalFolder(path) == QDir(folder).canonicalPath();
    identity = identityOf(path);
    if (identity)
        openDocuments::add(*identity);
}

void Document::Private::adopt(OpenedFile file) {
    connection = std::move(file.connection);
    privateCopy = file.privateCopy;
    design = std::move(file.loaded.design);
    digest = file.loaded.digest;
    dataVersion = file.dataVersion; // not that of now: another process may have written since
    schemaVersion = file.schema.version;
    readHistory();
}

bool Document::Private::bringUpToDate() {
    return schemaVersion >= kSchemaVersion || migrate(connection, schemaVersion);
}

bool Document::Private::commit() {
    if (!connection.exec("COMMIT"))
        return false;
    schemaVersion = qint32(connection.number("PRAGMA user_version", schemaVersion));
    return true;
}

void Document::Private::readHistory() {
    undoStack.clear();
    redoStack.clear();
    names.clear();
    lastNumber = 0;
    floor = 0;
    floorReason.clear();
    beginning = 0;
    bool complete = true;
    for (const HistoryEntry& entry : historyStore::list(connection, &complete))
        noteEntry(entry);
    if (!complete) {
        floor = lastNumber;
        floorReason = tr("The history of this document is damaged; undo ends where the damage begins.");
    }
}

void Document::Private::noteEntry(const HistoryEntry& entry) {
    if (entry.number != lastNumber + 1) { // they are numbered from 1 without a gap
        floor = entry.number - 1;
        floorReason = tr("Entry %1 of the history is missing; undo ends there.").arg(floor);
        redoStack.clear();
    }
    lastNumber = std::max(lastNumber, entry.number);
    if (entry.inverts == 0) {
        undoStack.append(entry.number);
        redoStack.clear();
        names.insert(entry.number, EditName{entry.key, entry.args});
        if (entry.number == 1 && isBeginning(names[1]))
            beginning = 1;
    } else if (!undoStack.isEmpty() && entry.inverts == undoStack.last()) {
        redoStack.append({undoStack.takeLast(), entry.number});
    } else if (!redoStack.isEmpty() && entry.inverts == redoStack.last().undoEntry) {
        undoStack.append(redoStack.takeLast().edit);
    } else {
        // It names something that is not there to be inverted: nothing at or below it can be trusted for
        // undo.
        floor = entry.number;
        floorReason = tr("Entry %1 of the history is damaged; undo ends there.").arg(entry.number);
        undoStack.clear();
        redoStack.clear();
    }
}

void Document::Private::forgetLast() {
    names.remove(lastNumber);
    undoStack.removeOne(lastNumber);
    --lastNumber;
}

bool Document::Private::hasPicturesOf(const QByteArray& changeset) const {
    const QSet<QString> keys = assetStore::broughtBy(changeset);
    return std::all_of(keys.begin(), keys.end(),
                       [this](const QString& key) { return design.assets.contains(key); });
}

bool Document::Private::writeDigest(quint64 value) {
    sqlite::Statement update = connection.prepare("UPDATE digest SET value = ? WHERE id = 1");
    return update.bind(0, qint64(value)).run();
}

Failure Document::Private::writeFailure(int code) const {
    return fail(ErrorCode::NotWritten, tr("The change was not kept: “%1” cannot be written, because %2.")
                                           .arg(QDir::toNativeSeparators(path), sqlite::reasonOf(code)));
}

Document::Document(std::unique_ptr<Private> state)
    : d(std::move(state)) {}

Document::~Document() = default;

QString Document::unnamedFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QLatin1String("/groundplan/boards");
}

Result<std::unique_ptr<Document>> Document::create(const QString& path, Use use) {
    const QString shown = QDir::toNativeSeparators(path);
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return fail(ErrorCode::NotWritten, tr("“%1” exists already.").arg(shown));
    // SQLite deletes the journal of a database that is not there, and it may be all that is left of one.
    if (const QString journal = strayJournalOf(path); !journal.isEmpty()) {
        return fail(ErrorCode::NotWritten, tr("“%1” cannot be created: “%2” beside it holds an unfinished "
                                              "change of another file; move it away or "
                                              "choose another name.")
                                               .arg(shown, journal));
    }
    if (const QString fault = faultOfFolder(path); !fault.isEmpty())
        return fail(ErrorCode::NotWritten, tr("“%1” cannot be created: %2.").arg(shown, fault));
    auto connection = sqlite::Connection::open(path, sqlite::Access::Create);
    if (!connection) {
        return fail(ErrorCode::NotWritten,
                    tr("“%1” cannot be created: %2.").arg(shown, sqlite::reasonOf(connection.error())));
    }
    if (!createSchema(*connection)) {
        const int code = connection->lastCode();
        connection->close();
        QFile::remove(path); // ours: made a moment ago, nothing in it
        return fail(ErrorCode::NotWritten,
                    tr("“%1” cannot be created: %2.").arg(shown, sqlite::reasonOf(code)));
    }
    connection->close();
    return open(path, use);
}

Result<std::unique_ptr<Document>> Document::createUnnamed(const QString& folder, Use use) {
    if (!QDir().mkpath(folder)) {
        return fail(
            ErrorCode::NotWritten,
            tr("The folder “%1” for new boards cannot be created.").arg(QDir::toNativeSeparators(folder)));
    }
    const QString path =
        QDir(folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1String(".gplan"));
    auto made = create(path, Use::Reader);
    if (!made)
        return made;
    made->reset();
    return open(path, use, folder); // so that it knows the folder in which it is unnamed
}

Result<std::unique_ptr<Document>> Document::open(const QString& path, Use use, const QString& folder) {
    const bool reads = use == Use::Reader || use == Use::Importer;
    auto file = openChecked(path, !reads, openDocuments::contains(path));
    if (!file)
        return tl::unexpected(file.error());
    auto state = std::make_unique<Private>();
    state->use = use;
    state->folder = folder;

    if (file->import && use == Use::Window) {
        auto imported = createUnnamed(folder, use);
        if (!imported)
            return tl::unexpected(imported.error());
        const EditName name{"import", {QFileInfo(path).fileName()}};
        if (const auto filled = fillWith(**imported, name, file->loaded.design); !filled)
            return tl::unexpected(filled.error());
        (*imported)->d->openedAs = OpenedAs::Imported;
        (*imported)->d->notice = file->takenNotice;
        return imported;
    }

    const QString notice = use == Use::Importer ? file->takenNotice : file->notice;
    const bool writable = file->writable;
    const bool import = file->import;
    state->registerFile(path);
    state->adopt(std::move(*file));
    state->notice = notice;
    if (!writable)
        state->openedAs = import ? OpenedAs::Imported : OpenedAs::ReadOnly;
    if (reads) {
        state->connection.close(); // readers let go, so that nobody waits for them
    } else if (use == Use::Window && writable && state->identity) {
        state->guard = GuardLock::take(*state->identity);
        if (!state->guard) {
            state->openedAs = OpenedAs::ReadOnly;
            state->notice = tr("“%1” is open in another window; this one shows it read-only.")
                                .arg(QDir::toNativeSeparators(path));
        }
    }
    return std::unique_ptr<Document>(new Document(std::move(state)));
}

QString Document::path() const {
    return d->path;
}
bool Document::isUnnamed() const {
    return d->unnamed;
}
OpenedAs Document::openedAs() const {
    return d->openedAs;
}
QString Document::notice() const {
    return d->notice;
}
const Design& Document::design() const {
    return d->design;
}
quint64 Document::digest() const {
    return d->digest;
}
void Document::setAuthor(const QString& author) {
    d->author = author;
}
bool Document::isUntouched() const {
    // A history that was forgotten is empty, too: only a board without anything was never touched.
    if (d->lastNumber == 0)
        return d->design == Design{};
    return d->lastNumber == 1 && d->names.value(1).key == "new-from-example";
}

bool Document::isReadOnly() const {
    return d->openedAs == OpenedAs::ReadOnly || !d->connection.isOpen() ||
           (d->openedAs == OpenedAs::Imported && !d->unnamed);
}

QList<HistoryEntry> Document::history() const {
    if (!d->connection.isOpen()) {
        auto connection = sqlite::Connection::open(d->path, sqlite::Access::ReadOnly);
        return connection ? historyStore::list(*connection, nullptr) : QList<HistoryEntry>{};
    }
    return historyStore::list(d->connection, nullptr);
}

bool Document::canUndo() const {
    return !isReadOnly() && !d->undoStack.isEmpty() && d->undoStack.last() > std::max(d->floor, d->beginning);
}

bool Document::canRedo() const {
    return !isReadOnly() && !d->redoStack.isEmpty() && d->redoStack.last().edit > d->floor;
}

EditName Document::undoName() const {
    return canUndo() ? d->names.value(d->undoStack.last()) : EditName{};
}
EditName Document::redoName() const {
    return canRedo() ? d->names.value(d->redoStack.last().edit) : EditName{};
}
QString Document::undoFloor() const {
    return d->floorReason;
}

ViewState Document::viewState() const {
    ViewState state;
    if (!d->connection.isOpen())
        return state;
    sqlite::Statement select = d->connection.prepare("SELECT x, y, zoom FROM view WHERE id = 1");
    if (select.step())
        state = {double(select.integer(0)) / 8, double(select.integer(1)) / 8,
                 std::abs(double(select.integer(2))) / 10'000, select.integer(2) < 0};
    return state;
}

void Document::setViewState(const ViewState& state) {
    if (isReadOnly())
        return;
    sqlite::Statement write =
        d->connection.prepare("INSERT OR REPLACE INTO view(id, x, y, zoom) VALUES(1, ?, ?, ?)");
    const qint64 zoom = qint64(state.zoom * 10'000);
    // The sign says whether all was in sight.
    write.bind(0, qint64(units(state.x)))
        .bind(1, qint64(units(state.y)))
        .bind(2, state.whole ? -zoom : zoom)
        .run();
}

Result<void> fillWith(Document& document, const EditName& name, const Design& design) {
    return document.edit(name, [&design](Editor& editor) -> Result<void> {
        for (const QByteArray& bytes : design.assets.all())
            editor.addAsset(bytes);
        editor.put(design.board);
        forEachRowType([&]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board>) {
                for (const Row* row : tableOf<Row>(design).sorted())
                    editor.put(*row);
            }
        });
        return {};
    });
}

} // namespace groundplan
