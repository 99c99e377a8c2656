#include "app/cli/shown.h"

#include "app/cli/moment.h"
#include "app/render/document_title.h"
#include "model/document/document_bytes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

/// A session begun later was not about the design as it was then.
void dropLaterThan(const QDateTime& time, QList<PracticeSession>& sessions) {
    sessions.removeIf([&](const PracticeSession& session) { return session.started > time; });
}

QDateTime timeOf(qint64 moment, const Document& document) {
    const QList<HistoryEntry> entries = document.history();
    for (const HistoryEntry& entry : entries) {
        if (entry.number == moment)
            return entry.time;
    }
    return {}; // before the first
}

/// "Version of 2026-11-20 14:05 UTC: “Sent to review”". A moment given as a number is said with its seconds;
/// nothing is said where it is the last one.
QString wordsFor(const QString& asked, qint64 moment, bool past, const Document& document) {
    const QList<Version> versions = document.versions();
    for (const Version& version : versions) {
        if (version.name.compare(asked.simplified(), Qt::CaseInsensitive) == 0)
            return tr("Version of %1 UTC: “%2”")
                .arg(version.time.toUTC().toString(u"yyyy-MM-dd HH:mm"_s), version.name);
    }
    if (!past)
        return {};
    const QDateTime time = timeOf(moment, document);
    return time.isValid() ? tr("Version of %1 UTC").arg(time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s))
                          : tr("The beginning, before the first edit");
}

} // namespace

Result<void> checkShown(const Arguments& arguments) {
    if (!arguments.has("with-history"))
        return {};
    if (arguments.has("no-source"))
        return fail(
            ErrorCode::WrongUse,
            tr("--with-history and --no-source exclude each other: the history is a part of the design's file."));
    if (arguments.has("at"))
        return fail(ErrorCode::WrongUse, tr("--with-history and --at exclude each other: the history goes on "
                                            "behind that moment."));
    return {};
}

Result<Shown> shownOf(const Arguments& arguments, const Document& document, bool carries) {
    Shown shown;
    shown.design = document.design();
    QList<PracticeSession> sessions = document.sessions();
    bool past = false;
    if (arguments.has("at")) {
        const auto moment = momentNamed(document, arguments.value("at"));
        if (!moment)
            return Failure(moment.error());
        auto design = document.designAt(*moment);
        if (!design)
            return Failure(design.error());
        const QList<HistoryEntry> entries = document.history();
        past = !entries.isEmpty() && entries.constLast().number != *moment;
        if (past) {
            shown.design = std::move(*design);
            dropLaterThan(timeOf(*moment, document), sessions);
        }
        shown.version = wordsFor(arguments.value("at"), *moment, past, document);
    }
    shown.title = titleOf(document, shown.design);
    if (!sessions.isEmpty())
        shown.session = sessions.constLast();
    if (carries && !arguments.has("no-source")) {
        if (past) {
            auto source = documentBytes(shown.design, sessions);
            if (!source)
                return Failure(source.error());
            shown.source = *source;
        } else {
            shown.source = CarriedDocument([&document, history = arguments.has("with-history")] {
                return documentBytes(document, history);
            });
        }
    }
    return shown;
}

} // namespace groundplan::cli
