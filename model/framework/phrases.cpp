#include "model/framework/phrases.h"

#include <QHash>

#include <libstemmer.h>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

class Stemmer {
public:
    explicit Stemmer(const char* language)
        : stemmer_(sb_stemmer_new(language, "UTF_8"), &sb_stemmer_delete) {}
    QString stem(const QString& word) const {
        const QByteArray bytes = word.toUtf8();
        const sb_symbol* cut =
            stemmer_ ? sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(bytes.constData()),
                                       int(bytes.size()))
                     : nullptr;
        if (!cut) // out of memory, or a library built without that language: the word as it is
            return word;
        return QString::fromUtf8(reinterpret_cast<const char*>(cut), sb_stemmer_length(stemmer_.get()));
    }

private:
    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer_;
};

bool isCyrillic(const QString& word) {
    return word.front().script() == QChar::Script_Cyrillic;
}

/// Signs that are words by themselves: nothing stands between one word and the next.
bool isSign(QChar c) {
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana ||
           script == QChar::Script_Katakana;
}

/// The American spelling: the stemmer takes "labelling" and "labeling" for one word, but not these.
QString americanised(QString word) {
    constexpr qsizetype kShortestWithIse = 8; // "optimise", not "noise", "raise" or "precise"
    constexpr std::pair<QLatin1StringView, QLatin1StringView> pairs[] = {
        {"isation"_L1, "ization"_L1}, {"iour"_L1, "ior"_L1}, {"lour"_L1, "lor"_L1},
        {"bour"_L1, "bor"_L1},        {"vour"_L1, "vor"_L1}, {"alogue"_L1, "alog"_L1}};
    for (const auto& [british, american] : pairs)
        word.replace(british, american);
    if (word.size() >= kShortestWithIse) {
        for (const QLatin1StringView end : {"ise"_L1, "ised"_L1, "ises"_L1, "iser"_L1, "ising"_L1}) {
            if (word.endsWith(end)) {
                word[word.size() - end.size() + 1] = u'z';
                break;
            }
        }
    }
    return word;
}

/// "gpus", "kpis": the stemmer takes them for Latin and keeps the s.
bool isPluralOfLetters(const QString& word) {
    const auto isVowel = [](QChar c) { return QStringView(u"aeiouy").contains(c); };
    return word.size() == 4 && word.endsWith(u's') && !isVowel(word.at(0)) && !isVowel(word.at(1)) &&
           isVowel(word.at(2));
}

QString stemOf(const QString& word) {
    constexpr qsizetype kMostKept = 20'000;
    thread_local const Stemmer english("english");
    thread_local const Stemmer russian("russian");
    thread_local QHash<QString, QString> kept;
    if (const auto known = kept.constFind(word); known != kept.constEnd())
        return *known;
    if (kept.size() >= kMostKept)
        kept.clear();
    QString stem = isCyrillic(word) ? russian.stem(word) : english.stem(americanised(word));
    if (stem == word && isPluralOfLetters(word))
        stem.chop(1);
    kept.insert(word, stem);
    return stem;
}

} // namespace

QStringList stemsOf(const QString& text) {
    QStringList stems;
    QString word;
    const auto finish = [&] {
        while (word.endsWith(u'\''))
            word.chop(1);
        if (!word.isEmpty())
            stems.append(stemOf(word));
        word.clear();
    };
    const QString lower = text.toLower();
    for (const QChar c : lower) {
        if (isSign(c)) {
            finish();
            word = c;
            finish();
        } else if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            word += c;
        } else if ((c == u'\'' || c == u'\u2019') && !word.isEmpty()) {
            word += u'\''; // "don't" is one word, and the stemmer knows what to do with "user's"
        } else {
            finish();
        }
    }
    finish();
    return stems;
}

QSet<QString> stemSetOf(const QString& text) {
    const QStringList stems = stemsOf(text);
    return {stems.begin(), stems.end()};
}

bool isFiller(const QString& stem) {
    static const QSet<QString> fillers = stemSetOf(
        u"a an the this that these those there and or is are was were be been being am do does did has have "
        "had will would shall should can could may might must of to it its it's we us our ours i me my you "
        "your they them their he she his her"_s);
    return fillers.contains(stem);
}

KeyPhrase::KeyPhrase(const QString& words)
    : text(words)
    , stems(stemsOf(words)) {
    stems.removeDuplicates();
    const auto carries = [](const QString& stem) { return !isFiller(stem); };
    if (std::any_of(stems.cbegin(), stems.cend(), carries))
        stems.removeIf([](const QString& stem) { return isFiller(stem); });
}

bool KeyPhrase::isIn(const QSet<QString>& stemsOfText) const {
    return !stems.isEmpty() && std::all_of(stems.begin(), stems.end(),
                                           [&](const QString& stem) { return stemsOfText.contains(stem); });
}

QList<KeyPhrase> phrasesOf(const QStringList& texts) {
    QList<KeyPhrase> phrases;
    for (const QString& text : texts)
        phrases.append(KeyPhrase(text));
    return phrases;
}

bool isAnyIn(const QList<KeyPhrase>& phrases, const QSet<QString>& stemsOfText) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](const KeyPhrase& phrase) { return phrase.isIn(stemsOfText); });
}

} // namespace groundplan
