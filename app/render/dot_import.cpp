#include "app/render/dot_import.h"

#include "app/render/board_painter.h"
#include "model/routing/label_choice.h"
#include "model/routing/router.h"

namespace groundplan {

namespace {

/// Gives connections what only this program can: the size of their labels and, where they have none, a route.
void finishConnections(Design& design) {
    QSet<ElementId> unrouted;
    for (const Connection* row : design.connections.sorted()) {
        if (row->route.isEmpty())
            unrouted.insert(row->id);
        if (!row->label.isEmpty() && row->labelSize == Size{}) {
            Connection connection = *row;
            connection.labelSize = measureLabel(connection.label);
            design.connections.put(connection);
        }
    }
    if (unrouted.isEmpty())
        return;
    const QHash<ElementId, Route> routes = Router(design).route(unrouted);
    for (auto it = routes.cbegin(); it != routes.cend(); ++it) {
        Connection connection = *design.connections.find(it.key());
        connection.route = it.value();
        design.connections.put(connection);
    }
    const QHash<ElementId, qint32> places = chooseLabelPlaces(design, RoutingIndex(design), unrouted);
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        Connection connection = *design.connections.find(it.key());
        connection.labelAt = it.value();
        design.connections.put(connection);
    }
}

} // namespace

Result<DotImport> readDotWhole(const QByteArray& text, const QString& sourceName, const Catalogue& catalogue,
                               int timeoutMs, const Assets& pictures) {
    const DotContext context{
        [](const Block& block) { return sizeForTitle({}, block); },
        [](const QString& label) { return measureLabel(label); },
        pictures,
    };
    Result<DotImport> import = readDot(text, sourceName, catalogue, timeoutMs, nullptr, context);
    if (import)
        finishConnections(import->design);
    return import;
}

Result<QStringList> importDot(Document& document, const EditName& name, const QByteArray& text,
                              const QString& sourceName, const Catalogue& catalogue, const QString& title) {
    Q_ASSERT(document.design().elements.isEmpty());
    Result<DotImport> import = readDotWhole(text, sourceName, catalogue);
    if (!import)
        return Failure(import.error());
    if (!title.isEmpty())
        import->design.board.title = title;
    if (const Result<void> filled = fillWith(document, name, import->design); !filled)
        return Failure(filled.error());
    return import->notTaken;
}

} // namespace groundplan
