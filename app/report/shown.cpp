#include "app/report/shown.h"

#include "app/render/document_title.h"
#include "model/document/document_bytes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

QDateTime timeOf(qint64 moment, const Document& document) {
    const QList<HistoryEntry> entries = document.history();
    for (const HistoryEntry& entry : entries) {
        if (entry.number == moment)
            return entry.time;
    }
    return {}; // before the first
}

/// A session begun later was not about the design as it was then.
QList<PracticeSession> sessionsBy(qint64 moment, const Document& document) {
    const QDateTime time = timeOf(moment, document);
    QList<PracticeSession> sessions = document.sessions();
    sessions.removeIf([&](const PracticeSession& session) { return session.started > time; });
    return sessions;
}

bool isPast(qint64 moment, const Document& document) {
    const QList<HistoryEntry> entries = document.history();
    return !entries.isEmpty() && entries.constLast().number != moment;
}

/// "Version of 2026-11-20 14:05 UTC: “Sent to review”". A moment that was not asked for by name is
/// said with its seconds.
QString wordsFor(qint64 moment, const QString& asked, bool past, const Document& document) {
    const QDateTime time = timeOf(moment, document); // and not when it was given a name
    const QList<Version> versions = document.versions();
    for (const Version& version : versions) {
        if (version.entry != moment || version.name.compare(asked, Qt::CaseInsensitive) != 0)
            continue;
        return time.isValid() ? Text::tr("Version of %1 UTC: “%2”")
                                    .arg(time.toUTC().toString(u"yyyy-MM-dd HH:mm"_s), version.name)
                              : Text::tr("The beginning, before the first edit: “%1”").arg(version.name);
    }
    if (!past)
        return {};
    return time.isValid() ? Text::tr("Version of %1 UTC").arg(time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s))
                          : Text::tr("The beginning, before the first edit");
}

} // namespace

Result<Shown> shownOf(const Document& document, std::optional<qint64> moment, Inside inside,
                      const QString& name) {
    Shown shown;
    shown.design = document.design();
    QList<PracticeSession> sessions;
    bool past = false;
    if (moment) {
        auto design = document.designAt(*moment); // which knows the numbers
        if (!design)
            return Failure(design.error());
        past = isPast(*moment, document);
        if (past)
            shown.design = std::move(*design);
        shown.version = wordsFor(*moment, name.simplified(), past, document);
    }
    sessions = past ? sessionsBy(*moment, document) : document.sessions();
    shown.title = titleOf(document, shown.design);
    if (!sessions.isEmpty())
        shown.session = sessions.constLast();
    if (inside == Inside::Nothing)
        return shown;
    if (past) {
        auto source = documentBytes(shown.design, sessions);
        if (!source)
            return Failure(source.error());
        shown.source = *source;
    } else {
        shown.source = CarriedDocument(
            [&document, history = inside == Inside::History] { return documentBytes(document, history); });
    }
    return shown;
}

Result<void> saveCopyOf(const Document& document, qint64 moment, const QString& path) {
    if (!isPast(moment, document))
        return document.saveCopy(path, false);
    const auto design = document.designAt(moment);
    return design ? saveDesign(*design, sessionsBy(moment, document), path) : Failure(design.error());
}

} // namespace groundplan::report
