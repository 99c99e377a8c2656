#include "model/design/folded_words.h"

using namespace Qt::StringLiterals;

namespace groundplan {

QStringList foldedWords(const QString& text, bool humps) {
    QStringList words(QString{});
    bool wasLower = false;
    for (const QChar c : text) {
        const bool inWord = c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
        if ((!inWord || (humps && wasLower && c.isUpper())) && !words.last().isEmpty())
            words.append(QString{});
        if (inWord)
            words.last() += c.toCaseFolded();
        wasLower = c.isLower();
    }
    if (words.last().isEmpty())
        words.removeLast();
    for (QString& word : words) {
        // A NAT is not one of several NATS.
        if (word.size() > 3 && word.endsWith(u's') && !word.endsWith("ss"_L1) && word != "nats"_L1)
            word.chop(1);
    }
    return words;
}

} // namespace groundplan
