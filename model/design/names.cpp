#include "model/design/names.h"

namespace groundplan {

QString slugOf(const QString& title) {
    constexpr qsizetype kLongest = 48;
    QString slug;
    bool gap = false;
    for (const char32_t c : title.toLower().toUcs4()) {
        if (!QChar::isLetterOrNumber(c)) {
            gap = true;
            continue;
        }
        if (gap && !slug.isEmpty())
            slug += QLatin1Char('_');
        gap = false;
        const QString letter = QString::fromUcs4(&c, 1);
        if (slug.size() + letter.size() > kLongest)
            break;
        slug += letter;
    }
    while (slug.endsWith(QLatin1Char('_')))
        slug.chop(1);
    if (slug.isEmpty())
        return QStringLiteral("block");
    if (slug.at(0).isDigit())
        slug.prepend(QStringLiteral("b_"));
    return slug;
}

QString uniqueName(const QString& title, const QSet<QString>& taken) {
    const QString slug = slugOf(title);
    if (!taken.contains(slug))
        return slug;
    for (qint64 number = 2;; ++number) {
        const QString candidate = slug + QLatin1Char('_') + QString::number(number);
        if (!taken.contains(candidate))
            return candidate;
    }
}

QSet<QString> namesIn(const Design& design, const QSet<ElementId>& except) {
    QSet<QString> names;
    for (const Block& block : design.blocks) {
        if (!except.contains(block.id))
            names.insert(block.name);
    }
    for (const Frame& frame : design.frames) {
        if (!except.contains(frame.id))
            names.insert(frame.name);
    }
    return names;
}

} // namespace groundplan
