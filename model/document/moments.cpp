#include "model/document/changeset.h"
#include "model/document/document.h"
#include "model/document/document_p.h"
#include "model/document/history_store.h"
#include "model/document/migration.h"
#include "model/document/version_store.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

// The moments of the history: what the design was, and the names that some of them have.

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Document", text);
}

Failure damagedAt(qint64 number) {
    return fail(ErrorCode::Unreadable,
                tr("Entry %1 of the history is damaged; what was before it cannot be shown.").arg(number));
}

/// What an entry did to the design, as a changeset: its own, or that of the edit which it takes back or makes
/// again.
std::optional<QByteArray> effectOf(const sqlite::Connection& connection,
                                   const historyStore::StoredEntry& stored) {
    if (stored.entry.inverts == 0)
        return stored.changeset;
    const auto inverted = historyStore::read(connection, stored.entry.inverts);
    if (!inverted)
        return std::nullopt;
    if (inverted->entry.inverts == 0)
        return invertedChangeset(inverted->changeset);
    const auto edit = historyStore::read(connection, inverted->entry.inverts);
    return edit && edit->entry.inverts == 0 ? std::optional(edit->changeset) : std::nullopt;
}

} // namespace

Result<Design> Document::designAt(qint64 moment) const {
    return designAt(moment, d->lastNumber, d->design);
}

Result<Design> Document::designAt(qint64 moment, qint64 known, Design design) const {
    if (moment < 0 || moment > d->lastNumber)
        return fail(ErrorCode::WrongUse, tr("The history has no entry %1.").arg(moment));
    if (moment == known)
        return design;
    if (known == 0) // no entry says what its rows add up to
        return designAt(moment);
    std::optional<sqlite::Connection> own;
    if (!d->connection.isOpen()) {
        auto opened = sqlite::Connection::open(d->path, sqlite::Access::ReadOnly);
        if (!opened)
            return fail(ErrorCode::Unreadable, tr("The history of this document cannot be read any more."));
        own = std::move(*opened);
    }
    const sqlite::Connection& connection = own ? *own : d->connection;
    using Stored = std::optional<historyStore::StoredEntry>;
    const auto entryOf = [&](qint64 number) {
        return number > 0 ? historyStore::read(connection, number) : Stored();
    };
    Stored stored = entryOf(known);
    quint64 digest = known == d->lastNumber ? d->digest : stored ? stored->entry.digest : 0;
    design.assets = d->design.assets; // the file keeps every picture that a moment may show
    ChangeSet ignored;
    const auto apply = [&](const std::optional<QByteArray>& changes) {
        if (!changes)
            return false;
        digest += digestDelta(*changes);
        return applyToDesign(*changes, design, ignored);
    };
    for (qint64 number = known; number < moment; ++number) {
        stored = entryOf(number + 1);
        if (!stored || !apply(effectOf(connection, *stored)) || stored->entry.digest != digest)
            return damagedAt(number + 1);
    }
    for (qint64 number = known; number > moment; --number) {
        if (!stored || stored->entry.digest != digest)
            return damagedAt(number);
        const auto effect = effectOf(connection, *stored);
        if (!effect || !apply(invertedChangeset(*effect)))
            return damagedAt(number);
        stored = entryOf(number - 1);
    }
    if (moment > 0 && (!stored || stored->entry.digest != digest))
        return damagedAt(moment);
    for (const Image& image : design.images) {
        if (!design.assets.contains(image.asset))
            return fail(ErrorCode::Unreadable,
                        tr("A picture that entry %1 of the history shows is damaged.").arg(moment));
    }
    return design;
}

QList<Version> Document::versions() const {
    if (d->connection.isOpen())
        return versionStore::load(d->connection);
    const auto opened = sqlite::Connection::open(d->path, sqlite::Access::ReadOnly);
    return opened ? versionStore::load(*opened) : QList<Version>();
}

Result<qint64> Document::nameVersion(const QString& name, std::optional<qint64> moment) {
    // What comes now is another moment.
    d->token.clear();
    d->tokenEntry = 0;
    Version version;
    version.entry = moment.value_or(d->lastNumber);
    version.time = QDateTime::currentDateTimeUtc();
    version.name = name.simplified();
    version.id = qint64(QRandomGenerator::system()->generate64() >> 1) | 1;
    if (version.entry < 0 || version.entry > d->lastNumber)
        return fail(ErrorCode::WrongUse, tr("The history has no entry %1.").arg(version.entry));
    if (d->lastNumber == 0 && !design().elements.isEmpty())
        return fail(ErrorCode::Refused,
                    tr("A version is a moment of the history, and this document was kept without one."));
    return writeVersion(version).transform([&] { return version.id; });
}

Result<void> Document::renameVersion(qint64 id, const QString& name) {
    for (Version version : versions()) {
        if (version.id != id)
            continue;
        version.name = name.simplified();
        return writeVersion(version);
    }
    return fail(ErrorCode::Refused, tr("This version is not there any more."));
}

Result<void> Document::writeVersion(const Version& version) {
    if (version.name.isEmpty())
        return fail(ErrorCode::Refused, tr("A version has a name."));
    if (version.name.size() > versionStore::kLongestName)
        return fail(ErrorCode::Refused,
                    tr("The name of a version has at most %1 characters.").arg(versionStore::kLongestName));
    if (std::ranges::all_of(version.name, [](QChar letter) { return letter.isDigit(); }))
        return fail(ErrorCode::Refused,
                    tr("“%1” is the number of an entry of the history: give a version a name with a letter.")
                        .arg(version.name));
    const QList<Version> all = versions();
    if (std::ranges::any_of(all, [&](const Version& one) {
            return one.id != version.id && one.name.compare(version.name, Qt::CaseInsensitive) == 0;
        }))
        return fail(ErrorCode::Refused, tr("There is a version “%1” already.").arg(version.name));
    if (all.size() >= versionStore::kMostVersions)
        return fail(ErrorCode::Refused,
                    tr("A document has at most %1 versions with names.").arg(versionStore::kMostVersions));
    return changeVersions([&] { return versionStore::write(d->connection, version); });
}

Result<void> Document::removeVersion(qint64 id) {
    return changeVersions([&] { return versionStore::remove(d->connection, id); });
}

Result<void> Document::changeVersions(const std::function<bool()>& write) {
    if (isReadOnly())
        return fail(ErrorCode::Refused, !d->notice.isEmpty() ? d->notice : tr("This document is read-only."));
    if (!d->begin())
        return d->writeFailure(d->connection.lastCode());
    // Another process may have brought the file up to date, as in keepSession().
    const auto version = qint32(d->connection.number("PRAGMA user_version"));
    const bool current = version == kSchemaVersion ||
                         (version >= 1 && version < kSchemaVersion && migrate(d->connection, version));
    if (!(current && write() && d->commit())) {
        const Failure failure = d->writeFailure(d->connection.lastCode());
        d->rollback();
        return failure;
    }
    Q_EMIT historyChanged();
    return {};
}

} // namespace groundplan
