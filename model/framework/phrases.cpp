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

/// Numbers that are written in words. Not "one", which seldom counts anything.
const QHash<QString, QString>& numbers() {
    static const QHash<QString, QString> words{
        {u"two"_s, u"2"_s},  {u"three"_s, u"3"_s},   {u"four"_s, u"4"_s},      {u"five"_s, u"5"_s},
        {u"six"_s, u"6"_s},  {u"seven"_s, u"7"_s},   {u"eight"_s, u"8"_s},     {u"nine"_s, u"9"_s},
        {u"ten"_s, u"10"_s}, {u"twenty"_s, u"20"_s}, {u"hundred"_s, u"100"_s}, {u"thousand"_s, u"1000"_s}};
    return words;
}

bool isNumber(QStringView word) {
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

/// A word without its plural "'s" and the like stays as it is; "10x" and "percent" are two words each.
QStringList stemsOfWord(const QString& word, const QString& before) {
    if (word == "%"_L1 || word == "percent"_L1)
        return {u"per"_s, u"cent"_s};
    const bool timesBehind = word.endsWith(u'x') && isNumber(QStringView(word).chopped(1));
    if (timesBehind)
        return {word.chopped(1), stemOf(u"times"_s)};
    if (word.startsWith(u'x') && isNumber(QStringView(word).mid(1)))
        return {word.mid(1), stemOf(u"times"_s)};
    if (word == "x"_L1 && isNumber(before))
        return {stemOf(u"times"_s)};
    const auto number = numbers().constFind(word);
    return {number != numbers().constEnd() ? *number : stemOf(word)};
}

/// Calls `each` with every stem of a text, where its word begins and ends, and the number of its clause.
template <class Each>
void eachStem(const QString& text, Each each) {
    constexpr QStringView ends = u".;!?\n。！？；";
    int clause = 0;
    qsizetype from = 0;
    QString word;
    QString before;
    const auto finish = [&](qsizetype to) {
        while (word.endsWith(u'\''))
            word.chop(1);
        if (!word.isEmpty()) {
            const QString lower = word.toLower();
            for (const QString& stem : stemsOfWord(lower, before))
                each(stem, from, to, clause);
            before = lower;
        }
        word.clear();
    };
    const auto alone = [&](qsizetype i, QStringView sign) {
        finish(i);
        from = i;
        word = sign.toString();
        finish(i + 1);
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isSign(c)) {
            alone(i, QStringView(&c, 1));
        } else if (c == u'%' || c == u'\u00d7') {
            alone(i, c == u'%' ? u"%" : u"x");
        } else if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            if (word.isEmpty())
                from = i;
            word += c;
        } else if ((c == u'\'' || c == u'\u2019') && !word.isEmpty()) {
            word += u'\''; // "don't" is one word, and the stemmer knows what to do with "user's"
        } else {
            finish(i);
            const bool decimal = c == u'.' && i + 1 < text.size() && text.at(i + 1).isLetterOrNumber();
            if (ends.contains(c) && !decimal)
                ++clause;
        }
    }
    finish(text.size());
}

} // namespace

QStringList stemsOf(const QString& text) {
    QStringList stems;
    eachStem(text, [&](const QString& stem, qsizetype, qsizetype, int) { stems.append(stem); });
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

SpokenText::SpokenText(const QString& text)
    : text_(text) {
    eachStem(text, [this](const QString& stem, qsizetype from, qsizetype to, int clause) {
        words_.append({stem, from, to, clause});
        stems_.insert(stem);
    });
    for (const Word& word : std::as_const(words_)) {
        if (!isFiller(word.stem))
            carrying_.append(word);
    }
}

QString SpokenText::quoteOf(const KeyPhrase& phrase) const {
    constexpr qsizetype kMostOthers = 3; ///< between two words of a phrase; one more for each further word
    if (!phrase.isIn(stems_))
        return {};
    const bool fillers = isFiller(phrase.stems.first()); // it has nothing else then
    const QList<Word>& words = fillers ? words_ : carrying_;
    const qsizetype longest =
        phrase.stems.size() + kMostOthers + std::max<qsizetype>(phrase.stems.size() - 2, 0);
    const Word* first = nullptr;
    const Word* last = nullptr;
    qsizetype shortest = longest + 1;
    for (qsizetype begin = 0; begin < words.size(); ++begin) {
        if (!phrase.stems.contains(words.at(begin).stem))
            continue;
        QStringList missing = phrase.stems;
        for (qsizetype at = begin; at < words.size() && at - begin + 1 < shortest; ++at) {
            if (words.at(at).clause != words.at(begin).clause)
                break;
            missing.removeAll(words.at(at).stem);
            if (missing.isEmpty()) {
                shortest = at - begin + 1;
                first = &words.at(begin);
                last = &words.at(at);
                break;
            }
        }
    }
    return first ? text_.mid(first->from, last->to - first->from).simplified() : QString();
}

QString SpokenText::quoteOf(const QList<KeyPhrase>& phrases) const {
    for (const KeyPhrase& phrase : phrases) {
        const QString quote = quoteOf(phrase);
        if (!quote.isEmpty())
            return quote;
    }
    return {};
}

} // namespace groundplan
