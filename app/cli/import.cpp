// import: a document of what another program, or an export of ours, holds.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/draft.h"
#include "app/cli/reading.h"
#include "app/render/design_import.h"
#include "model/document/file_identity.h"
#include "model/document/salvage.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

/// The rows of a document that opens, though perhaps not in place; its history stays behind.
Result<void> fillFromDocument(Document& document, const EditName& name, const QString& path,
                              Console& console) {
    const auto source = Document::open(path, Document::Use::Importer);
    if (!source)
        return advised(source.error(), path);
    if (!(*source)->notice().isEmpty())
        console.complain((*source)->notice());
    return fillWith(document, name, (*source)->design());
}

Result<void> fillFromDamaged(Draft& draft, const EditName& name, const QString& path, Console& console) {
    const QString rescued = draft.fileBeside(u"salvaged.gplan"_s);
    const Result<SalvageReport> report = salvage(path, rescued);
    if (!report)
        return Failure(report.error());
    console.line(report->summary);
    return fillFromDocument(draft.document(), name, rescued, console);
}

Result<std::optional<ImportFormat>> formatFor(const Arguments& arguments) {
    if (!arguments.has("format"))
        return std::nullopt;
    const auto format = importFormatNamed(arguments.value("format").toLower());
    if (format)
        return format;
    return fail(ErrorCode::WrongUse, tr("There is no import format “%1”: choose one of %2.")
                                         .arg(arguments.value("format"), importFormats().join(u", "_s)));
}

Result<void> importForeign(const EditName& name, const Arguments& arguments, Console& console) {
    const QString from = arguments.operand;
    const QString to = arguments.value("output");
    const auto format = formatFor(arguments);
    if (!format)
        return Failure(format.error());
    const Result<QByteArray> bytes = readWhole(from);
    if (!bytes)
        return Failure(bytes.error());
    const QString shown = from == "-"_L1 ? tr("standard input") : from;
    Result<DesignImport> read = importDesign(*bytes, shown, catalogueFor(arguments, console), *format);
    if (!read)
        return Failure(read.error());
    if (from != "-"_L1)
        nameByFile(read->import, from);
    if (read->import.design.elements.isEmpty())
        console.complain(tr("There is nothing to draw in “%1”.").arg(shown));
    for (const QString& sentence : read->import.told + read->import.notTaken)
        console.complain(sentence);
    const auto draft = read->document.isEmpty() ? Draft::make(to) : Draft::of(read->document, to);
    if (!draft)
        return Failure(draft.error());
    if (read->document.isEmpty()) {
        if (const auto filled = fillWith((*draft)->document(), name, read->import.design); !filled)
            return Draft::notMade(filled.error(), to);
    }
    return (*draft)->save(to, console);
}

} // namespace

Result<void> runImport(const Arguments& arguments, Console& console) {
    const QString from = arguments.operand;
    const QString to = arguments.value("output");
    if (const Result<void> free = refuseExisting(to, arguments); !free)
        return free;
    if (const auto file = identityOf(from); file && from != "-"_L1 && file == identityOf(to)) {
        return fail(ErrorCode::NotWritten,
                    tr("“%1” is what is imported: choose another name for the new document.").arg(to));
    }
    const EditName name{QByteArrayLiteral("import"), {QFileInfo(from).fileName()}};
    const bool salvages = arguments.has("salvage");
    if (!salvages && (arguments.has("format") || !isDocument(from)))
        return importForeign(name, arguments, console);
    const auto draft = Draft::make(to);
    if (!draft)
        return Failure(draft.error());
    const Result<void> filled = salvages ? fillFromDamaged(**draft, name, from, console)
                                         : fillFromDocument((*draft)->document(), name, from, console);
    return filled ? (*draft)->save(to, console) : Draft::notMade(filled.error(), to);
}

} // namespace groundplan::cli
