// diff: what two designs do not have alike, as text, as JSON and as a picture.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/draft.h"
#include "app/cli/moment.h"
#include "app/cli/reading.h"
#include "app/render/design_import.h"
#include "app/render/difference_picture.h"
#include "app/render/document_title.h"
#include "app/render/export_formats.h"
#include "app/render/field_words.h"
#include "app/render/write_file.h"
#include "model/versions/change_text.h"
#include "model/versions/comparison.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

constexpr std::array kKindWords = {QT_TRANSLATE_NOOP("Cli", "added"), QT_TRANSLATE_NOOP("Cli", "removed"),
                                   QT_TRANSLATE_NOOP("Cli", "changed"), QT_TRANSLATE_NOOP("Cli", "moved")};

const char* wordOf(Difference::Kind kind) {
    return kKindWords[std::size_t(kind)];
}

struct Side {
    Design design;
    QString title; ///< what the board is called
};

/// What another file than a document holds: an export of ours, or a drawing of another program.
Result<Side> importedSide(const QString& path, const Arguments& arguments, Console& console) {
    const Result<QByteArray> bytes = readWhole(path);
    if (!bytes)
        return Failure(bytes.error());
    const auto read = importDesign(*bytes, path, catalogueFor(arguments, console));
    if (!read)
        return Failure(read.error());
    for (const QString& sentence : read->import.notTaken)
        console.complain(sentence);
    const QString& title = read->import.design.board.title;
    return Side{read->import.design, title.isEmpty() ? QFileInfo(path).completeBaseName() : title};
}

/// The design in a file; an empty file, or none ("/dev/null"), is an empty design: what git gives for a side
/// on which the document does not exist.
Result<Side> sideIn(const QString& path, const Arguments& arguments, Console& console,
                    const QString& moment = {}) {
    const QFileInfo info(path);
    if (info.exists() && !info.isDir() && info.size() == 0)
        return Side();
    if (moment.isNull() && !arguments.has("git") && info.isFile() && !isDocument(path))
        return importedSide(path, arguments, console);
    const auto document = openToRead(path, console);
    if (!document)
        return Failure(document.error());
    const Result<Design> design =
        moment.isNull() ? Result<Design>((*document)->design()) : designNamed(**document, moment);
    return design.map([&](const Design& read) { return Side{read, titleOf(**document, read)}; });
}

QString sortOf(const Difference& difference) {
    return difference.element ? QString(groundplan::wordOf(difference.type)) : QString();
}

void say(const QList<Difference>& differences, Console& console) {
    std::array<int, kKindWords.size()> counts{};
    for (const Difference& difference : differences) {
        ++counts[std::size_t(difference.kind)];
        QString line = tr(wordOf(difference.kind)).leftJustified(8);
        if (difference.element)
            line += u' ' + sortOf(difference) + u' ' +
                    (difference.name.isEmpty() ? QString() : difference.name + u' ') +
                    u"“%1”"_s.arg(plain(difference.caption));
        else
            line += u' ' + difference.caption;
        console.line(line);
        for (const Change& change : difference.changes) {
            console.line(u"         "_s + plain(wholeTextOf(change)));
        }
    }
    QStringList parts;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            parts.append(u"%1 %2"_s.arg(counts[i]).arg(tr(kKindWords[i])));
    }
    console.line(parts.isEmpty() ? tr("Nothing differs.") : parts.join(u", "_s) + u'.');
}

QJsonObject jsonOf(const Difference& difference) {
    QJsonArray changes;
    for (const Change& change : difference.changes)
        changes.append(QJsonObject{
            {u"what"_s, change.whole()}, {u"before"_s, change.before}, {u"after"_s, change.after}});
    return {{u"kind"_s, QString::fromLatin1(wordOf(difference.kind))},
            {u"id"_s, difference.element ? QJsonValue(difference.element.toString()) : QJsonValue()},
            {u"type"_s, difference.element ? sortOf(difference) : u"board"_s},
            {u"name"_s, difference.name},
            {u"caption"_s, difference.caption},
            {u"changes"_s, changes}};
}

/// How many words git gives to an external diff driver: of a path with a conflict, of one that has kept its
/// name, of one that has not.
constexpr qsizetype kUnmerged = 1, kSame = 7, kRenamed = 9;

/// "board.gplan:", or "old.gplan → new.gplan:" of a document that got another name.
QString titleForGit(const Arguments& arguments) {
    const QString name = arguments.all.first();
    // A new name stands behind the seven words.
    return arguments.all.size() > kSame ? tr("%1 → %2:").arg(name, arguments.all.at(kSame))
                                        : tr("%1:").arg(name);
}

/// git dies, and shows nothing of what comes after, when its driver fails: what is no document is a line.
/// `path` is git's own name for it, which is another one each time.
Result<void> sayToGit(const Arguments& arguments, const QString& path, const Error& error, Console& console) {
    console.line(titleForGit(arguments));
    console.line(plain(QString(error.sentence).replace(path, QFileInfo(path).fileName())));
    return {};
}

Result<void> draw(const Design& before, const Design& after, const QList<Difference>& differences,
                  const QString& title, const QString& out, const Catalogue& catalogue) {
    const QString format = exportFormatOf(out);
    if (!isPicture(format))
        return fail(ErrorCode::WrongUse,
                    tr("“%1” is no name of a picture: let it end in .pdf, .png or .svg.").arg(out));
    ExportRequest request = differencePicture(before, after, differences);
    request.title = title;
    return writeFileWhole(out, [&](QIODevice& device) -> Result<void> {
        return exportDesign(request, format, catalogue, device).map([](const QString&) {});
    });
}

} // namespace

Result<void> runDiff(const Arguments& arguments, Console& console) {
    const bool git = arguments.has("git");
    const bool since = arguments.has("since");
    const qsizetype given = arguments.all.size();
    if (git ? since || (given != kUnmerged && given != kSame && given != kRenamed)
            : given != 2 && !(since && given == 1)) {
        return fail(ErrorCode::WrongUse, git ? tr("--git is for git alone, which gives seven words, or nine.")
                                             : tr("It takes two files, A and B, or one and --since."));
    }
    if (git)
        console.letReaderLeave(); // git would say that its driver has died
    if (git && given == kUnmerged) {
        console.line(tr("%1: not merged yet").arg(arguments.all.first()));
        return {};
    }
    const QString before = git ? arguments.all.at(1) : arguments.all.first();
    const QString after = git ? arguments.all.at(4) : arguments.all.last();
    const auto one = sideIn(before, arguments, console, since ? arguments.value("since") : QString());
    if (!one)
        return git ? sayToGit(arguments, before, one.error(), console) : Failure(one.error());
    const auto other = sideIn(after, arguments, console);
    if (!other)
        return git ? sayToGit(arguments, after, other.error(), console) : Failure(other.error());
    const Design& older = one->design;
    const Design newer = alignedWith(other->design, older);
    // For programs fields stand by the names that they are stored under.
    const bool inWords = !arguments.has("json") && !(older.properties == newer.properties);
    Catalogue catalogue;
    Templates templates;
    if (inWords || arguments.has("output"))
        catalogue = catalogueFor(arguments, console);
    if (inWords)
        templates = templatesFor(arguments, catalogue, console);
    const QList<Difference> differences =
        compare(older, newer, inWords ? fieldTextBy(templates, u"en"_s) : FieldTextOf());
    if (arguments.has("output")) {
        const QString title = since ? tr("%1: %2 → now").arg(other->title, arguments.value("since"))
                                    : tr("%1 → %2").arg(QFileInfo(before).completeBaseName(),
                                                        QFileInfo(after).completeBaseName());
        const auto drawn = draw(older, newer, differences, title, arguments.value("output"), catalogue);
        if (!drawn)
            return drawn;
    }
    if (git)
        console.line(titleForGit(arguments));
    if (arguments.has("json")) {
        QJsonArray list;
        for (const Difference& difference : differences)
            list.append(jsonOf(difference));
        console.bytes(QJsonDocument(QJsonObject{{u"differences"_s, list}}).toJson());
    } else {
        say(differences, console);
    }
    if (!differences.isEmpty() && !git)
        console.found();
    return {};
}

} // namespace groundplan::cli
