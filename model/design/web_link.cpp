#include "model/design/web_link.h"

using namespace Qt::StringLiterals;

namespace groundplan {

QUrl webLink(const QString& typed) {
    const QUrl url = QUrl::fromUserInput(typed.trimmed());
    const QString scheme = url.scheme();
    const bool opens = scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1;
    return url.isValid() && opens ? url : QUrl();
}

} // namespace groundplan
