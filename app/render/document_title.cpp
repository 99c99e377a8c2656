#include "app/render/document_title.h"

#include "model/document/document.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace groundplan {

QString titleOf(const Document& document) {
    return titleOf(document, document.design());
}

QString titleOf(const Document& document, const Design& design) {
    const QString title = design.board.title.simplified();
    return title.isEmpty() ? untitledNameOf(document) : title;
}

QString untitledNameOf(const Document& document) {
    return document.isUnnamed() ? QCoreApplication::translate("Export", "Untitled board")
                                : QFileInfo(document.path()).completeBaseName();
}

} // namespace groundplan
