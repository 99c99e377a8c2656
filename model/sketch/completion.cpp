#include "model/sketch/completion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// Whether `place` holds a sign that ends words; a hyphen does where a link begins.
bool dividesAt(const QString& plain, qsizetype place) {
    const QChar c = plain[place];
    static const QString kSigns = QStringLiteral("><~,;:\"(){}=\n\u2190\u2192\u2194");
    if (c == u':' && place + 1 < plain.size() && !plain[place + 1].isSpace())
        return false; // "ranker:v2"
    if (kSigns.contains(c))
        return true;
    if (c != u'-')
        return false;
    const QChar next = place + 1 < plain.size() ? plain[place + 1] : QChar(u' ');
    return !next.isLetterOrNumber() || place == 0 || plain[place - 1].isSpace();
}

bool holdsSigns(const QString& text) {
    const QString plain = plainSigns(text);
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (dividesAt(plain, i) || (plain[i] == u'/' && i + 1 < plain.size() && plain[i + 1] == u'/'))
            return true;
    }
    return false;
}

QString quotedIfNeeded(QString text) {
    return holdsSigns(text) ? u'"' + text.remove(u'"') + u'"' : text;
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
                   const SketchContext& context) {
    const auto reads = [&](const QString& text) {
        const auto plan = planSketch(design, catalogue, text, context);
        if (!plan || !plan->frames.isEmpty() || !plan->facts.isEmpty())
            return false;
        if (meaning.existing)
            return plan->blocks.isEmpty() && plan->used == QSet<ElementId>{meaning.existing};
        return plan->used.isEmpty() && plan->blocks.size() == 1 &&
               plan->blocks.first().row.kind == meaning.kind &&
               plan->blocks.first().row.technology == meaning.technology;
    };
    QStringList forms;
    const Kind* kind = catalogue.kind(meaning.kind);
    if (meaning.existing) {
        const Block* block = design.blocks.find(meaning.existing);
        const Frame* frame = design.frames.find(meaning.existing);
        forms.append(quotedIfNeeded(design.captionOf(meaning.existing)));
        if (block)
            forms << block->technology << block->name;
        else if (frame)
            forms << frame->name;
    } else {
        const QString title = kind ? kind->title.in(context.language) : QString();
        const QString own = !meaning.technology.isEmpty() ? meaning.technology : meaning.title;
        forms.append(quotedIfNeeded(own.isEmpty() ? title : own));
        if (kind) {
            const QString word = holdsSigns(title) ? kind->name : title;
            const QString with =
                meaning.technology.isEmpty() ? QString() : u" (%1)"_s.arg(meaning.technology);
            const auto titled = [&](const QString& as) { return u"%1 \"%2\"%3"_s.arg(word, as, with); };
            if (meaning.title.isEmpty())
                forms.append(word + with);
            else
                forms.append(titled(meaning.title));
            constexpr int kMostAlike = 100;
            QSet<QString> taken;
            for (const Block& block : design.blocks)
                taken << Phrase(block.title).together << Phrase(block.name).together;
            const QString base = meaning.title.isEmpty() ? title : meaning.title;
            int number = 2;
            while (number < kMostAlike && taken.contains(Phrase(u"%1 %2"_s.arg(base).arg(number)).together))
                ++number;
            forms.append(titled(u"%1 %2"_s.arg(base).arg(number)));
        }
    }
    const auto fitting = std::find_if(forms.cbegin(), forms.cend(), reads);
    return fitting == forms.cend() ? forms.first() : *fitting;
}

} // namespace groundplan
