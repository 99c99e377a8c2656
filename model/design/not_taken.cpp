#include "model/design/not_taken.h"

#include "model/design/counted.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr qsizetype kLines = 500;
constexpr qsizetype kThings = 200; ///< in one sentence
constexpr qsizetype kCalled = 40;  ///< characters
constexpr qsizetype kQuoted = 500;

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("NotTaken", text, nullptr, n);
}
QString beginning(const QString& text, qsizetype most) {
    const QString line = text.left(4 * most).simplified(); // they quote the file, which may have lines
    return line.size() <= most ? line : line.left(most - 1).trimmed() + u'…';
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

void NotTaken::take(const NotTaken& other) {
    for (const QString& sentence : other.told_)
        tell(sentence);
    for (const Line& line : other.lines_) {
        if (line.things.isEmpty())
            add(line.sentence);
        for (const QString& thing : line.things)
            add(line.sentence, thing);
        items_ += line.more;
        if (const auto known = shared_.constFind(line.sentence); known != shared_.cend())
            lines_[*known].more += line.more;
        else
            more_ += line.more;
    }
    items_ += other.more_;
    more_ += other.more_;
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
        QString things = line.things.join(u", "_s);
        if (line.more > 0)
            things += u' ' + tr("and %n more", line.more);
        all << (line.things.isEmpty() ? line.sentence : line.sentence.arg(things));
    }
    if (more_ > 0)
        all << counted(tr("%n more thing(s) could not be taken over.", more_), more_);
    return all;
}

QStringList NotTaken::lines() const {
    QStringList all;
    for (const Line& line : lines_) {
        if (line.things.isEmpty())
            all << line.sentence;
        for (const QString& thing : line.things)
            all << line.sentence.arg(thing);
        if (line.more > 0)
            all << line.sentence.arg(tr("and %n more", line.more));
    }
    if (more_ > 0)
        all << counted(tr("%n more thing(s) could not be taken over.", more_), more_);
    return all;
}

QString NotTaken::called(const QString& text, const QString& otherwise) {
    const QString name = beginning(text, kCalled);
    return name.isEmpty() ? otherwise : u'“' + name + u'”';
}

QString NotTaken::calledLink(const QString& from, const QString& to, const QString& label) {
    const QString way = called(from, u"?"_s) + u" → "_s + called(to, u"?"_s);
    return label.trimmed().isEmpty() ? way : called(label) + u" ("_s + way + u')';
}

QString NotTaken::quoted(const QString& text) {
    return u'“' + beginning(text, kQuoted) + u'”';
}

} // namespace groundplan
