#include "app/render/document_title.h"

#include "model/document/document.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace groundplan {

QString titleOf(const Document& document) {
    const QString title = document.design().board.title.simplified();
    return title.isEmpty() ? untitledNameOf(document) : title;
}

QString untitledNameOf(const Document& document) {
    return document.isUnnamed() ? QCoreApplication::translate("Export", "Untitled board")
                                : QFileInfo(document.path()).completeBaseName();
}

} // namespace groundplan
