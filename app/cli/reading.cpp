#include "app/cli/reading.h"

#include "app/cli/console.h"
#include "app/render/meanwhile.h"
#include "resources/resources.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

} // namespace

Failure advised(const Error& error, const QString& path) {
    if (error.code != ErrorCode::Damaged)
        return Failure(error);
    return fail(error.code,
                tr("%1 “groundplan-cli import %2 -o NEW.gplan --salvage” makes a new document of what can "
                   "be read of it.")
                    .arg(error.sentence, path));
}

QString advisedNotice(const Document& document, const QString& path) {
    if (document.openedAs() != OpenedAs::Imported)
        return document.notice();
    return tr("%1 “groundplan-cli import %2 -o NEW.gplan” makes a new document of its design.")
        .arg(document.notice(), path);
}

bool isDocument(const QString& path) {
    QFile file(path);
    if (path != "-"_L1 && QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return false; // a pipe gives what it holds only once
    if (path.endsWith(".gplan"_L1, Qt::CaseInsensitive) && QFileInfo::exists(path))
        return true;
    return path != "-"_L1 && file.open(QIODevice::ReadOnly) &&
           file.read(16) == QByteArray("SQLite format 3\0", 16);
}

Result<std::unique_ptr<Document>> openToRead(const QString& path, Console& console) {
    auto document = Document::open(path, Document::Use::Reader);
    if (!document)
        return advised(document.error(), path);
    if (!(*document)->notice().isEmpty())
        console.complain(advisedNotice(**document, path));
    return document;
}

Result<std::unique_ptr<Document>> openToEdit(const QString& path) {
    auto document = Document::open(path, Document::Use::CommandLine);
    if (!document)
        return advised(document.error(), path);
    if ((*document)->isReadOnly())
        return fail(ErrorCode::NotWritten, advisedNotice(**document, path));
    return document;
}

Catalogue catalogueFor(const Arguments& arguments, Console& console) {
    CatalogueReading reading(arguments);
    return reading.get(console);
}

CatalogueReading::CatalogueReading(const Arguments& arguments)
    : reading_(meanwhile([this, folders = catalogueFolders(arguments.value("kinds"))] {
        return Catalogue::load(folders, &problems_);
    })) {}

const Catalogue& CatalogueReading::get(Console& console) {
    if (!catalogue_) {
        catalogue_ = reading_.get();
        for (const QString& problem : std::as_const(problems_))
            console.complain(problem);
    }
    return *catalogue_;
}

Templates templatesFor(const Arguments& arguments, const Catalogue& catalogue, Console& console) {
    QStringList problems;
    Templates templates = Templates::load(templateRoots(arguments.value("templates")), catalogue, &problems);
    for (const QString& problem : problems)
        console.complain(problem);
    return templates;
}

Result<const Framework*> frameworkNamed(const QString& name, const Templates& templates) {
    if (const Framework* framework = templates.framework(name))
        return framework;
    return fail(ErrorCode::WrongUse,
                tr("There is no framework “%1”: “groundplan-cli frameworks” lists them.").arg(name));
}

Result<const PracticeCase*> caseNamed(const QString& name, const Templates& templates) {
    if (const PracticeCase* practice = templates.practiceCase(name))
        return practice;
    return fail(ErrorCode::WrongUse,
                tr("There is no case “%1”: “groundplan-cli cases” lists them.").arg(name));
}

Result<QSet<ElementId>> elementsNamed(const QString& names, const Design& design, const QString& path) {
    QHash<QString, ElementId> byName;
    for (const Block& block : design.blocks)
        byName.insert(block.name, block.id);
    for (const Frame& frame : design.frames)
        byName.insert(frame.name, frame.id);
    QSet<ElementId> ids;
    const QStringList wanted = names.split(u',');
    for (const QString& name : wanted) {
        // A name may be a number, too; what has no name is known by its id.
        const ElementId id = byName.value(name.trimmed(), ElementId(name.trimmed().toLongLong()));
        if (!design.elements.contains(id)) {
            return fail(ErrorCode::WrongUse, tr("There is no block or frame named “%1” in “%2”; "
                                                "“groundplan-cli info” lists the names.")
                                                 .arg(name.trimmed(), path));
        }
        ids.insert(id);
    }
    return ids;
}

} // namespace groundplan::cli
