#pragma once

#include <QUrl>

namespace groundplan {

/// A block's own link as something that may be opened: a file may come from a stranger, so that nothing but
/// the web and mail is (http, https, mailto; "example.org/x" is http). An invalid one for everything else.
QUrl webLink(const QString& typed);

} // namespace groundplan
