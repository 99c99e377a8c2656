#include "model/design/label_lines.h"

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// Whether "[...]" at the end of a label names a technology. On a line of its own it does when it begins with
/// a letter ("[0..1]" counts something); behind other words small letters may be a condition ("retries
/// [expired]").
bool isTechnology(QStringView inner, bool onItsOwn) {
    return !inner.isEmpty() && !inner.contains(u'[') && !inner.contains(u']') &&
           (onItsOwn ? inner.front().isLetter() : inner.front().isUpper());
}

} // namespace

QString labelOfLines(const QStringList& lines) {
    const QString whole = lines.join(u' ').simplified();
    const qsizetype open = whole.lastIndexOf(u'[');
    if (open < 2 || !whole.endsWith(u']') || whole[open - 1] != u' ')
        return whole;
    const QStringView inner = QStringView(whole).sliced(open + 1).chopped(1);
    const QString last = lines.constLast().simplified();
    return isTechnology(inner, lines.size() > 1 && last.size() == whole.size() - open)
               ? whole.first(open) + u'(' + inner.toString() + u')'
               : whole;
}

} // namespace groundplan
