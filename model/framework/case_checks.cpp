#include "model/framework/case_checks.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr qsizetype kFewestFacts = 8;

struct Checks {
    Q_DECLARE_TR_FUNCTIONS(Templates)

public:
    Checks(const PracticeCase& practice, const Templates& templates)
        : practice_(practice)
        , templates_(templates) {}

    QStringList run() {
        counts();
        facts();
        furtherTopics();
        numbers();
        for (const MustTouch& point : practice_.must) {
            if (point.evidence.isEmpty())
                say(tr("point “%1” has no evidence.").arg(point.name));
        }
        return sentences_;
    }

private:
    void say(const QString& what) { sentences_ << practice_.path + u", "_s + what; }

    void counts() {
        if (practice_.facts.size() < kFewestFacts)
            say(tr("key “facts”: there are %1; a case has %2 at least.")
                    .arg(practice_.facts.size())
                    .arg(kFewestFacts));
        if (practice_.must.isEmpty())
            say(tr("key “must”: nothing says what a good answer touches."));
        if (practice_.traps.isEmpty())
            say(tr("key “traps”: there are none."));
        if (practice_.followUps.isEmpty())
            say(tr("key “follow-ups”: there are none."));
        if (practice_.frameworks.isEmpty())
            say(tr("key “frameworks”: none fits."));
    }

    void facts() {
        QHash<QString, qsizetype> seen;
        for (qsizetype i = 0; i < practice_.facts.size(); ++i) {
            const Fact& fact = practice_.facts.at(i);
            const QString question = fact.question.in(u"en"_s).simplified().toLower();
            const QString answer = fact.answer.in(u"en"_s).simplified().toLower();
            QStringList marks{u"question "_s + question, u"answer "_s + answer};
            if (!fact.topic.isEmpty())
                marks << u"topic "_s + fact.topic;
            for (const QString& mark : std::as_const(marks)) {
                if (!seen.contains(mark))
                    continue;
                say(tr("fact %1: fact %2 says the same.").arg(i + 1).arg(seen.value(mark) + 1));
                break;
            }
            for (const QString& mark : std::as_const(marks))
                seen.insert(mark, i);
            readable(tr("fact %1").arg(i + 1), fact.topic, fact.value);
        }
    }

    /// What answers a topic: a fact of its own or a given number, else one fact that settles it, too.
    void furtherTopics() {
        QSet<QString> answered;
        for (const Fact& fact : practice_.facts)
            answered.insert(fact.topic);
        for (const GivenNumber& number : practice_.numbers)
            answered.insert(number.topic);
        for (qsizetype i = 0; i < practice_.facts.size(); ++i) {
            for (const QString& topic : practice_.facts.at(i).topics) {
                if (answered.contains(topic))
                    say(tr("fact %1, key “topics”: “%2” has its own answer already.").arg(i + 1).arg(topic));
                answered.insert(topic);
            }
        }
    }

    void numbers() {
        QSet<QString> topics;
        for (qsizetype i = 0; i < practice_.numbers.size(); ++i) {
            const GivenNumber& number = practice_.numbers.at(i);
            if (!number.topic.isEmpty() && topics.contains(number.topic))
                say(tr("number %1: another one has its topic, too.").arg(i + 1));
            topics.insert(number.topic);
            readable(tr("number %1").arg(i + 1), number.topic, number.value);
        }
    }

    void readable(const QString& what, const QString& topic, const QString& value) {
        const Topic* known = templates_.topic(topic);
        if (known && known->quantity && !value.isEmpty() && !quantityIn(value, *known->quantity))
            say(tr("%1, key “value”: “%2” cannot be read as the %3 that its topic asks for.")
                    .arg(what, value, wordOf(*known->quantity)));
    }

    const PracticeCase& practice_;
    const Templates& templates_;
    QStringList sentences_;
};

} // namespace

QStringList lackingIn(const PracticeCase& practice, const Templates& templates) {
    return Checks(practice, templates).run();
}

} // namespace groundplan
