#include "app/render/dot_import.h"

#include "app/render/connection_finish.h"
#include "app/render/import_context.h"

namespace groundplan {

Result<Import> readDotWhole(const QByteArray& text, const QString& sourceName, const Catalogue& catalogue,
                            int timeoutMs, const Assets& pictures) {
    Result<Import> import = readDot(text, sourceName, catalogue, timeoutMs, nullptr, importContext(pictures));
    if (import)
        finishConnections(import->design);
    return import;
}

Result<QStringList> importDot(Document& document, const EditName& name, const QByteArray& text,
                              const QString& sourceName, const Catalogue& catalogue, const QString& title) {
    Q_ASSERT(document.design().elements.isEmpty());
    Result<Import> import = readDotWhole(text, sourceName, catalogue);
    if (!import)
        return Failure(import.error());
    if (!title.isEmpty())
        import->design.board.title = title;
    if (const Result<void> filled = fillWith(document, name, import->design); !filled)
        return Failure(filled.error());
    return import->told + import->notTaken;
}

} // namespace groundplan
