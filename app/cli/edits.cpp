// history, undo, redo and check: commands about what happened to a document.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/reading.h"
#include "model/document/edit_names.h"
#include "model/document/salvage.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

QJsonObject toJson(const HistoryEntry& entry, const QList<HistoryEntry>& history) {
    QJsonObject object{
        {u"number"_s, entry.number},
        {u"time"_s, entry.time.toUTC().toString(Qt::ISODateWithMs)},
        {u"author"_s, entry.author},
        {u"edit"_s, QString::fromUtf8(entry.key)},
        {u"arguments"_s, QJsonArray::fromStringList(entry.args)},
        {u"text"_s, textOf(entry, history)},
        {u"digest"_s, QString::number(entry.digest, 16).rightJustified(16, u'0')},
    };
    if (entry.inverts != 0)
        object.insert(u"inverts"_s, entry.inverts);
    return object;
}

/// undo and redo differ in which entry they take, what they do with it and in their words.
struct Step {
    bool (Document::*can)() const;
    EditName (Document::*name)() const;
    Result<void> (Document::*act)();
    QString done;    ///< with the edit's name
    QString nothing; ///< with the path
};

Result<void> step(const Arguments& arguments, Console& console, const Step& how) {
    const auto document = openToEdit(arguments.operand);
    if (!document)
        return Failure(document.error());
    if (!((**document).*how.can)()) {
        // Only the way back can end early.
        const QString floor = how.can == &Document::canUndo ? (*document)->undoFloor() : QString();
        return floor.isEmpty() ? fail(ErrorCode::Refused, how.nothing.arg(arguments.operand))
                               : fail(ErrorCode::Unreadable, floor);
    }
    const QString name = textOf(((**document).*how.name)());
    return ((**document).*how.act)().map([&] { console.line(how.done.arg(name)); });
}

} // namespace

Result<void> runHistory(const Arguments& arguments, Console& console) {
    const auto reading = openToRead(arguments.operand, console);
    if (!reading)
        return Failure(reading.error());
    const QList<HistoryEntry> history = (*reading)->history();
    if (arguments.has("json")) {
        QJsonArray list;
        for (const HistoryEntry& entry : history)
            list.append(toJson(entry, history));
        QJsonArray versions;
        for (const Version& version : (*reading)->versions())
            versions.append(QJsonObject{{u"name"_s, version.name},
                                        {u"entry"_s, version.entry},
                                        {u"time"_s, version.time.toUTC().toString(Qt::ISODateWithMs)}});
        console.bytes(QJsonDocument(QJsonObject{{u"history"_s, list}, {u"versions"_s, versions}}).toJson());
        return {};
    }
    const QList<Version> versions = (*reading)->versions();
    if (history.isEmpty())
        console.line(tr("No edits."));
    const qsizetype width = history.isEmpty() ? 0 : QString::number(history.last().number).size();
    for (const HistoryEntry& entry : history) {
        QString line = QString::number(entry.number).rightJustified(width) + u"  "_s +
                       entry.time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) + u"  "_s +
                       plain(textOf(entry, history));
        if (!entry.author.isEmpty())
            line += u" ("_s + plain(entry.author) + u')';
        for (const Version& version : versions) {
            if (version.entry == entry.number)
                line += u"  ← "_s + plain(version.name);
        }
        console.line(line);
    }
    return {};
}

Result<void> runUndo(const Arguments& arguments, Console& console) {
    return step(arguments, console,
                {&Document::canUndo, &Document::undoName, &Document::undo, tr("Undone: %1."),
                 tr("There is nothing to undo in “%1”.")});
}

Result<void> runRedo(const Arguments& arguments, Console& console) {
    return step(arguments, console,
                {&Document::canRedo, &Document::redoName, &Document::redo, tr("Redone: %1."),
                 tr("There is nothing to redo in “%1”.")});
}

Result<void> runCheck(const Arguments& arguments, Console& console) {
    const QString path = arguments.operand;
    const Result<QString> sound = checkFile(path);
    if (sound) {
        console.line(*sound);
        return {};
    }
    // It may be one whose design is whole.
    const auto document = Document::open(path, Document::Use::Reader);
    if (document && (*document)->openedAs() == OpenedAs::Imported)
        return fail(sound.error().code, advisedNotice(**document, path));
    return advised(sound.error(), path);
}

} // namespace groundplan::cli
