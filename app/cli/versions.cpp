// version and restore: names for moments of the history, and the way back to one.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/moment.h"
#include "app/cli/reading.h"
#include "model/versions/becoming.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

void list(const Document& document, Console& console) {
    const QList<Version> versions = document.versions();
    if (versions.isEmpty())
        console.line(tr("No version has a name."));
    const qsizetype width = versions.isEmpty() ? 0 : QString::number(versions.last().entry).size();
    for (const Version& version : versions)
        console.line(QString::number(version.entry).rightJustified(width) + u"  "_s +
                     version.time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) + u"  "_s + plain(version.name));
}

Result<Version> versionNamed(const Document& document, const QString& name) {
    const QList<Version> versions = document.versions();
    QStringList names;
    for (const Version& version : versions) {
        if (version.name.compare(name.simplified(), Qt::CaseInsensitive) == 0)
            return version;
        names.append(u"“%1”"_s.arg(version.name));
    }
    return fail(
        ErrorCode::WrongUse,
        names.isEmpty()
            ? tr("There is no version “%1”: none has a name; “groundplan-cli history” lists the moments.")
                  .arg(name)
            : tr("There is no version “%1”: there are %2.").arg(name, names.join(u", "_s)));
}

} // namespace

Result<qint64> momentNamed(const Document& document, const QString& moment) {
    const auto version = versionNamed(document, moment);
    if (version)
        return version->entry;
    bool isNumber = false;
    const qint64 number = moment.toLongLong(&isNumber);
    return isNumber ? Result<qint64>(number) : Failure(version.error()); // designAt() knows the numbers
}

Result<Design> designNamed(const Document& document, const QString& moment) {
    const auto number = momentNamed(document, moment);
    return number ? document.designAt(*number) : Failure(number.error());
}

Result<void> runVersion(const Arguments& arguments, Console& console) {
    if (arguments.second.isNull()) {
        if (arguments.has("at") || arguments.has("remove"))
            return fail(ErrorCode::WrongUse,
                        tr("The name of a version is missing behind “%1”.").arg(arguments.operand));
        const auto reading = openToRead(arguments.operand, console);
        if (!reading)
            return Failure(reading.error());
        list(**reading, console);
        return {};
    }
    const auto document = openToEdit(arguments.operand);
    if (!document)
        return Failure(document.error());
    if (arguments.has("remove")) {
        const auto version = versionNamed(**document, arguments.second);
        if (!version)
            return Failure(version.error());
        return (*document)->removeVersion(version->id).map([&] {
            console.line(tr("“%1” is no version any more.").arg(plain(version->name)));
        });
    }
    std::optional<qint64> moment;
    if (arguments.has("at")) {
        const auto named = momentNamed(**document, arguments.value("at"));
        if (!named)
            return Failure(named.error());
        moment = *named;
    }
    return (*document)->nameVersion(arguments.second, moment).map([&](qint64) {
        console.line(tr("“%1” is a version now.").arg(plain(arguments.second.simplified())));
    });
}

Result<void> runRestore(const Arguments& arguments, Console& console) {
    const auto document = openToEdit(arguments.operand);
    if (!document)
        return Failure(document.error());
    if (arguments.second.isNull())
        return fail(ErrorCode::WrongUse,
                    tr("What is to be restored? Name a version, or the number of an entry of the history."));
    const Result<Design> then = designNamed(**document, arguments.second);
    if (!then)
        return Failure(then.error());
    if (*then == (*document)->design()) {
        console.line(tr("It is so already."));
        return {};
    }
    const auto restored =
        (*document)->edit({"restore", {arguments.second.simplified()}}, [&](Editor& editor) -> Result<void> {
            become(editor, *then);
            return {};
        });
    return restored.map([&] { console.line(tr("Restored: %1.").arg(plain(arguments.second.simplified()))); });
}

} // namespace groundplan::cli
