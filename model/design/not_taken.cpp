#include "model/design/not_taken.h"

#include "model/design/counted.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr qsizetype kLines = 500;
constexpr qsizetype kThings = 200; ///< in one sentence
constexpr qsizetype kTogether = 6; ///< in an entry of a list
constexpr qsizetype kCalled = 120; ///< characters: cuts what is no name
constexpr qsizetype kQuoted = 500;

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("NotTaken", text, nullptr, n);
}
/// Around a thing's id and its words, within sentences: characters that texts never have.
constexpr QChar kThing(0xfff9), kWords(0xfffa), kEnd(0xfffb);

bool isMark(QChar letter) {
    return letter == kThing || letter == kWords || letter == kEnd;
}
QString withoutMarks(QString text) {
    return text.removeIf(isMark);
}
QString cut(const QString& text, qsizetype most) {
    // They quote the file, which may have lines.
    const QString line = withoutMarks(text.left(4 * most)).simplified();
    return line.size() <= most ? line : line.left(most - 1).trimmed() + u'…';
}

/// Each thing by its title, else by its words.
QString named(const QString& sentence, const std::function<QString(const QString& id)>& titleOf) {
    QString said;
    qsizetype at = 0;
    while (at < sentence.size()) {
        const qsizetype thing = sentence.indexOf(kThing, at);
        const qsizetype words = sentence.indexOf(kWords, thing);
        const qsizetype end = sentence.indexOf(kEnd, words);
        if (thing < 0 || words < 0 || end < 0)
            break;
        const QString title = titleOf(sentence.sliced(thing + 1, words - thing - 1));
        said += QStringView(sentence).sliced(at, thing - at);
        said += NotTaken::called(title, sentence.sliced(words + 1, end - words - 1));
        at = end + 1;
    }
    return said + sentence.sliced(at);
}
QString plain(const QString& sentence) {
    return withoutMarks(named(sentence, [](const QString&) { return QString(); }));
}

} // namespace

void NotTaken::add(const QString& sentence) {
    ++items_;
    if (lines_.size() < kLines)
        lines_ << Line{sentence.simplified(), {}, 0};
    else
        ++more_;
}

void NotTaken::add(const QString& sentence, const QString& thing) {
    ++items_;
    const auto known = shared_.constFind(sentence);
    if (known == shared_.cend()) {
        if (lines_.size() >= kLines) {
            ++more_;
            return;
        }
        shared_.insert(sentence, lines_.size());
        lines_ << Line{sentence, {thing.simplified()}, 0};
        return;
    }
    Line& line = lines_[*known];
    if (line.things.size() < kThings)
        line.things << thing.simplified();
    else
        ++line.more;
}

void NotTaken::prepend(const QString& sentence) {
    ++items_;
    lines_.prepend({sentence.simplified(), {}, 0});
    for (qsizetype& at : shared_)
        ++at;
}

void NotTaken::tell(const QString& sentence) {
    if (!told_.contains(sentence))
        told_ << sentence;
}

void NotTaken::take(const NotTaken& other, const QString& prefix) {
    const auto prefixed = [&prefix](QString text) { return text.replace(kThing, kThing + prefix); };
    for (const QString& sentence : other.told_)
        tell(sentence);
    for (const Line& line : other.lines_) {
        if (line.things.isEmpty())
            add(prefixed(line.sentence));
        for (const QString& thing : line.things)
            add(line.sentence, prefixed(thing));
        items_ += line.more;
        if (const auto known = shared_.constFind(line.sentence); known != shared_.cend())
            lines_[*known].more += line.more;
        else
            more_ += line.more;
    }
    items_ += other.more_;
    more_ += other.more_;
}

void NotTaken::name(const std::function<QString(const QString& id)>& titleOf) {
    for (Line& line : lines_) {
        if (line.things.isEmpty())
            line.sentence = named(line.sentence, titleOf);
        for (QString& thing : line.things)
            thing = named(thing, titleOf);
    }
}

QString NotTaken::clipped(const QString& text, qsizetype longest, const QString& whose) {
    if (text.size() <= longest)
        return text;
    const bool splits = text[longest - 1].isHighSurrogate();
    const QString kept = text.left(splits ? longest - 1 : longest);
    add(tr("A text of %1 is longer than %2 characters; the rest was left out: %3")
            .arg(whose, QLocale().toString(longest), quoted(text.mid(kept.size()))));
    return kept;
}

QStringList NotTaken::sentences() const {
    QStringList all;
    for (const Line& line : lines_) {
        QString things = plain(line.things.join(u", "_s));
        if (line.more > 0)
            things += u' ' + tr("and %n more", line.more);
        all << (line.things.isEmpty() ? plain(line.sentence) : line.sentence.arg(things));
    }
    if (more_ > 0)
        all << counted(tr("%n more thing(s) could not be taken over.", more_), more_);
    return all;
}

QStringList NotTaken::lines() const {
    QStringList all;
    for (const Line& line : lines_) {
        if (line.things.isEmpty())
            all << plain(line.sentence);
        for (qsizetype at = 0; at < line.things.size(); at += kTogether) {
            const QStringList few = line.things.mid(at, kTogether);
            QString things = plain(few.join(u",\n"_s));
            if (few.size() > 1)
                things.prepend(u'\n');
            all << line.sentence.arg(things).replace(u" \n"_s, u"\n"_s);
        }
        if (line.more > 0)
            all << line.sentence.arg(tr("and %n more", line.more));
    }
    if (more_ > 0)
        all << counted(tr("%n more thing(s) could not be taken over.", more_), more_);
    return all;
}

QString NotTaken::called(const QString& text, const QString& otherwise) {
    const QString name = beginning(text);
    return name.isEmpty() ? otherwise : u'“' + name + u'”';
}

QString NotTaken::thing(const QString& id, const QString& words, const QString& otherwise) {
    const QString first = called(words.trimmed().section(u'\n', 0, 0), otherwise);
    return kThing + withoutMarks(id) + kWords + first + kEnd;
}

QString NotTaken::link(const QString& from, const QString& to, const QString& label) {
    const auto end = [](const QString& called) { return called.isEmpty() ? u"?"_s : called; };
    const QString way = end(from) + u" → "_s + end(to);
    return label.trimmed().isEmpty() ? way : called(label) + u" ("_s + way + u')';
}

QString NotTaken::quoted(const QString& text) {
    return u'“' + cut(text, kQuoted) + u'”';
}

QString NotTaken::beginning(const QString& text) {
    return cut(text, kCalled);
}

} // namespace groundplan
