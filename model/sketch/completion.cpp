#include "model/sketch/completion.h"

#include <algorithm>

namespace groundplan {

namespace {

/// Whether `place` holds a sign that ends words; a hyphen does where a link begins.
bool dividesAt(const QString& plain, qsizetype place) {
    const QChar c = plain[place];
    static const QString kSigns = QStringLiteral("><~,;:\"(){}=\n\u2190\u2192\u2194");
    if (kSigns.contains(c))
        return true;
    if (c != u'-')
        return false;
    const QChar next = place + 1 < plain.size() ? plain[place + 1] : QChar(u' ');
    return !next.isLetterOrNumber() || place == 0 || plain[place - 1].isSpace();
}

} // namespace

TextSpan wordsAround(const QString& line, qsizetype cursor) {
    const QString plain = plainSigns(line);
    cursor = std::clamp<qsizetype>(cursor, 0, plain.size());
    // Inside quotes nothing is completed.
    if (plain.left(cursor).count(u'"') % 2 != 0)
        return {cursor, cursor};
    TextSpan span{cursor, cursor};
    while (span.from > 0 && !dividesAt(plain, span.from - 1))
        --span.from;
    while (span.to < plain.size() && !dividesAt(plain, span.to))
        ++span.to;
    while (span.from < span.to && plain[span.from].isSpace())
        ++span.from;
    while (span.to > span.from && plain[span.to - 1].isSpace())
        --span.to;
    return span;
}

QString writtenFor(const Meaning& meaning, const Design& design, const Catalogue& catalogue,
                   const QString& language) {
    QString text;
    if (meaning.existing) {
        text = design.captionOf(meaning.existing);
    } else if (!meaning.technology.isEmpty()) {
        text = meaning.technology;
    } else if (!meaning.title.isEmpty()) {
        text = meaning.title;
    } else if (const Kind* kind = catalogue.kind(meaning.kind)) {
        text = kind->title.in(language);
    }
    const QString plain = plainSigns(text);
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (dividesAt(plain, i) || (plain[i] == u'/' && i + 1 < plain.size() && plain[i + 1] == u'/'))
            return u'"' + text.remove(u'"') + u'"';
    }
    return text;
}

} // namespace groundplan
