#include "model/framework/practice_case.h"

#include <algorithm>

namespace groundplan {

namespace {

/// The words of a text in lower case, each between blanks, so that whole words are found in it.
QString spaced(const QString& text) {
    QString words;
    for (const QChar c : text.toLower())
        words += c.isLetterOrNumber() ? c : QChar(u' ');
    return u' ' + words.simplified() + u' ';
}

} // namespace

const Fact* PracticeCase::fact(const QString& wanted) const {
    const auto at = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.name == wanted; });
    return at == facts.end() ? nullptr : &*at;
}

QList<const Fact*> factsAskedFor(const PracticeCase& practice, const QString& question) {
    const QString asked = spaced(question);
    struct Match {
        const Fact* fact;
        qsizetype letters; ///< of the longest phrase found
    };
    QList<Match> matches;
    for (const Fact& fact : practice.facts) {
        qsizetype letters = 0;
        for (const QString& phrase : fact.words) {
            const QString words = spaced(phrase);
            if (words.size() > 2 && asked.contains(words))
                letters = std::max(letters, words.size());
        }
        if (letters > 0)
            matches.append({&fact, letters});
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.letters > b.letters; });
    QList<const Fact*> facts;
    for (const Match& match : std::as_const(matches))
        facts.append(match.fact);
    return facts;
}

} // namespace groundplan
