#include "app/cli/reading.h"

#include "app/cli/console.h"
#include "resources/resources.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

} // namespace

Result<std::unique_ptr<Document>> openToRead(const QString& path, Console& console) {
    auto document = Document::open(path, Document::Use::Reader);
    if (document && !(*document)->notice().isEmpty())
        console.complain((*document)->notice());
    return document;
}

Catalogue catalogueFor(const Arguments& arguments, Console& console) {
    QStringList problems;
    Catalogue catalogue = Catalogue::load(catalogueFolders(arguments.value("kinds")), &problems);
    for (const QString& problem : problems)
        console.complain(problem);
    return catalogue;
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
        const auto it = byName.constFind(name.trimmed());
        if (it == byName.cend()) {
            return fail(ErrorCode::WrongUse, tr("There is no block or frame named “%1” in “%2”; "
                                                "“groundplan-cli info” lists the names.")
                                                 .arg(name.trimmed(), path));
        }
        ids.insert(*it);
    }
    return ids;
}

} // namespace groundplan::cli
