#include "app/cli/reading.h"

#include "app/cli/console.h"
#include "resources/resources.h"

namespace groundplan::cli {

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

} // namespace groundplan::cli
