#include "app/render/dot_import.h"

#include "app/render/board_painter.h"
#include "model/graphviz/dot.h"
#include "model/operations/operations.h"

#include <QCoreApplication>

namespace groundplan {
namespace {

template <class Row>
void putAll(Editor& editor, const Design& design) {
    for (const Row* row : tableOf<Row>(design).sorted())
        editor.put(*row);
}

/// Puts every row of `design` and finishes the connections; returns those that need a route.
QSet<ElementId> putDesign(Editor& editor, const Design& design) {
    editor.put(design.board);
    putAll<Element>(editor, design);
    putAll<Block>(editor, design);
    putAll<Frame>(editor, design);
    putAll<Card>(editor, design);
    putAll<Note>(editor, design);
    putAll<Decision>(editor, design);
    putAll<Option>(editor, design);
    putAll<Argument>(editor, design);
    putAll<Metric>(editor, design);
    putAll<Requirement>(editor, design);

    QSet<ElementId> unrouted;
    for (const Connection* row : design.connections.sorted()) {
        Connection connection = *row;
        if (!connection.label.isEmpty() && connection.labelSize == Size{})
            connection.labelSize = measureLabel(connection.label);
        if (connection.route.isEmpty())
            unrouted.insert(connection.id);
        editor.put(connection);
    }
    return unrouted;
}

} // namespace

Result<QStringList> importDot(Document& document, const QByteArray& text, const QString& sourceName,
                              const Catalogue& catalogue) {
    Q_ASSERT(document.design().elements.isEmpty());
    const Result<DotImport> import = readDot(text, sourceName, catalogue);
    if (!import)
        return Failure(import.error());
    return document
        .edit({QByteArrayLiteral("import"), {}},
              [&import](Editor& editor) -> Result<void> {
                  if (!editor.design().elements.isEmpty()) {
                      return fail(
                          ErrorCode::Refused,
                          QCoreApplication::translate(
                              "Import", "The board is not empty any more: import into a new document."));
                  }
                  const QSet<ElementId> unrouted = putDesign(editor, import->design);
                  if (!unrouted.isEmpty())
                      routeConnections(editor, unrouted);
                  return {};
              })
        .transform([&import] { return import->notTaken; });
}

} // namespace groundplan
