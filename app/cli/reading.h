#pragma once

#include "app/cli/arguments.h"
#include "model/design/catalogue.h"
#include "model/document/document.h"
#include "model/framework/templates.h"

#include <future>
#include <memory>
#include <optional>

namespace groundplan::cli {

/// `error`, and when the document is damaged how to make a new one of what can be read of it.
Failure advised(const Error& error, const QString& path);

/// The document's notice, and when it cannot be changed in place how to make a new one of its design.
QString advisedNotice(const Document& document, const QString& path);

/// What is a document, or says that it is one by its ending: its faults are then said in that sense.
bool isDocument(const QString& path);

/// Opens `path` to read it, while a window may have it open. Says on standard error when it is not simply a
/// document of this version.
Result<std::unique_ptr<Document>> openToRead(const QString& path, Console& console);

/// Opens `path` to change it in place, or says why it cannot be.
Result<std::unique_ptr<Document>> openToEdit(const QString& path);

/// The kinds that come with the program, and those of --kinds. A broken file is said on standard error.
Catalogue catalogueFor(const Arguments& arguments, Console& console);

/// The same, read on a thread of its own: a document can be opened meanwhile.
class CatalogueReading {
public:
    explicit CatalogueReading(const Arguments& arguments);
    CatalogueReading(const CatalogueReading&) = delete; // the thread writes into this one
    CatalogueReading& operator=(const CatalogueReading&) = delete;
    /// Waits for it, and says what was broken, the first time. Lives as long as this.
    const Catalogue& get(Console& console);

private:
    QStringList problems_;
    std::future<Catalogue> reading_;
    std::optional<Catalogue> catalogue_;
};

/// The templates that come with the program, and those of --templates. What is wrong in one is said on
/// standard error.
Templates templatesFor(const Arguments& arguments, const Catalogue& catalogue, Console& console);

/// The framework and the case of that name, or a sentence that says where they are listed; they live as long
/// as `templates`.
Result<const Framework*> frameworkNamed(const QString& name, const Templates& templates);
Result<const PracticeCase*> caseNamed(const QString& name, const Templates& templates);

/// The blocks and frames of those names ("ranker,serving"), and any elements of those ids; `path` is for the
/// sentence on one that is not there.
Result<QSet<ElementId>> elementsNamed(const QString& names, const Design& design, const QString& path);

} // namespace groundplan::cli
