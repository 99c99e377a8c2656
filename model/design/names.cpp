#include "model/design/names.h"

#include <algorithm>

namespace groundplan {

namespace {

/// Marks that belong to the letter before them: accents, vowel signs; not what picks the look of an emoji.
bool isLetterMark(char32_t c) {
    const auto category = QChar::category(c);
    const bool mark = category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining;
    return mark && !(c >= 0xFE00 && c <= 0xFE0F) && !(c >= 0xE0100 && c <= 0xE01EF);
}

QString numbered(const QString& slug, qint64 number) {
    return slug + u'_' + QString::number(number);
}

} // namespace

QString slugOf(const QString& title) {
    constexpr qsizetype kLongest = 48;
    QString slug;
    bool gap = false;
    for (const char32_t c : title.toLower().toUcs4()) {
        const bool marksLetter = !gap && !slug.isEmpty() && isLetterMark(c);
        if (!QChar::isLetterOrNumber(c) && !marksLetter) {
            gap = true;
            continue;
        }
        QString next;
        if (gap && !slug.isEmpty())
            next = u'_';
        else if (slug.isEmpty() && !QChar::isLetter(c))
            next = QStringLiteral("b_");
        gap = false;
        next += QString::fromUcs4(&c, 1);
        if (slug.size() + next.size() > kLongest)
            break;
        slug += next;
    }
    return slug.isEmpty() ? QStringLiteral("block") : slug;
}

bool isSlug(const QString& name) {
    constexpr qsizetype kLongest = 64;
    if (name.isEmpty() || name.size() > kLongest)
        return false;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool first = i == 0;
        char32_t c = name.at(i).unicode();
        if (name.at(i).isHighSurrogate() && i + 1 < name.size() && name.at(i + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(name.at(i), name.at(i + 1));
            ++i;
        }
        const bool fits =
            first ? QChar::isLetter(c) : c == u'_' || QChar::isLetterOrNumber(c) || isLetterMark(c);
        if (!fits || QChar::toLower(c) != c)
            return false;
    }
    return true;
}

QString uniqueName(const QString& title, const QSet<QString>& taken) {
    const QString slug = slugOf(title);
    if (!taken.contains(slug))
        return slug;
    qint64 number = 2;
    while (taken.contains(numbered(slug, number)))
        ++number;
    return numbered(slug, number);
}

QString NameGiver::take(const QString& title) {
    const QString slug = slugOf(title);
    QString name = slug;
    if (taken_.contains(slug)) {
        // Names are never given back, so every number below the last one found stays taken.
        qint64& number = next_[slug];
        number = std::max<qint64>(number, 2);
        while (taken_.contains(numbered(slug, number)))
            ++number;
        name = numbered(slug, number);
    }
    taken_.insert(name);
    return name;
}

QSet<QString> namesIn(const Design& design, const QSet<ElementId>& except) {
    QSet<QString> names;
    names.reserve(design.blocks.size() + design.frames.size());
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
