#include "model/exchange/html_text.h"

#include "model/graphviz/dot_text.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

bool dividesLines(const QString& name) {
    static const QSet<QString> names{u"br"_s,    u"div"_s, u"p"_s,          u"h1"_s,    u"h2"_s, u"h3"_s,
                                     u"h4"_s,    u"h5"_s,  u"h6"_s,         u"li"_s,    u"ul"_s, u"ol"_s,
                                     u"table"_s, u"tr"_s,  u"blockquote"_s, u"hr"_s,    u"dl"_s, u"dt"_s,
                                     u"dd"_s,    u"pre"_s, u"section"_s,    u"header"_s};
    return names.contains(name);
}

/// "10<sup>6</sup>" is not 106: numbers have letters of their own for that; other words stay as they are.
QString raised(const QString& text, bool up) {
    static const QString plain = u"0123456789+-−n"_s;
    static const QString high = u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ"_s, low = u"₀₁₂₃₄₅₆₇₈₉₊₋₋ₙ"_s;
    QString shown = text;
    for (QChar& c : shown) {
        const qsizetype at = plain.indexOf(c);
        if (at < 0)
            return text;
        c = (up ? high : low)[at];
    }
    return shown;
}

class Reader {
public:
    explicit Reader(const QString& html)
        : html_(html) {}

    HtmlText read() {
        while (at_ < html_.size()) {
            if (html_[at_] == u'<' && beginsTag())
                readTag();
            else
                readText();
        }
        found_.text = tidiedLines(plain_);
        if (const QString above = tidiedLines(plain_.first(std::clamp<qsizetype>(rule_, 0, plain_.size())));
            !above.isEmpty())
            found_.linesAbove = above.count(u'\n') + 1;
        return found_;
    }

private:
    QStringView rest() const { return QStringView(html_).sliced(at_); }
    /// "a < b" is a text.
    bool beginsTag() const {
        if (at_ + 1 >= html_.size())
            return false;
        const QChar next = html_[at_ + 1];
        return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
    }
    void readText() {
        qsizetype end = at_ + 1;
        while (end < html_.size() && html_[end] != u'<')
            ++end;
        QString text = html_.sliced(at_, end - at_);
        // Line breaks of the source are blanks, but not those of entities (&#10;).
        std::replace_if(
            text.begin(), text.end(), [](QChar c) { return c.isSpace(); }, QChar(u' '));
        plain_ += text.contains(u'&') ? dottext::decodeEntities(text) : text;
        hasWords_ = hasWords_ || !QStringView(text).trimmed().isEmpty();
        at_ = end;
    }
    void readTag() {
        if (rest().startsWith(u"<!--")) {
            skipBehind(u"-->");
            return;
        }
        const qsizetype begin = at_ + 1;
        qsizetype end = begin;
        while (end < html_.size() && html_[end] != u'>')
            ++end;
        const QStringView tag = QStringView(html_).sliced(begin, end - begin);
        at_ = std::min(end + 1, html_.size());
        const bool closes = tag.startsWith(u'/');
        qsizetype nameEnd = closes ? 1 : 0;
        while (nameEnd < tag.size() && tag[nameEnd].isLetterOrNumber())
            ++nameEnd;
        const QString name = tag.sliced(closes ? 1 : 0, nameEnd - (closes ? 1 : 0)).toString().toLower();
        if (dividesLines(name))
            plain_ += u'\n';
        if (name == u"hr"_s && rule_ == 0 && hasWords_)
            rule_ = plain_.size();
        if (name == u"sup"_s || name == u"sub"_s)
            readRaised(name == u"sup"_s, closes);
        else if (name == u"ul"_s || name == u"ol"_s)
            readList(name == u"ol"_s, closes);
        else if (closes)
            plain_ += name == u"td"_s || name == u"th"_s ? u" "_s : QString();
        else if (name == u"li"_s)
            plain_ +=
                lists_.isEmpty() || lists_.last() < 0 ? u"• "_s : QString::number(++lists_.last()) + u". "_s;
        else if (name == u"script"_s || name == u"style"_s)
            skipBehind(QString(u"</"_s + name));
        else if (name == u"img"_s)
            ++found_.pictures;
        else if (name == u"a"_s)
            takeLink(hrefOf(tag));
    }
    void readRaised(bool up, bool closes) {
        if (closes && raisedFrom_ >= 0) {
            const QString words = plain_.sliced(raisedFrom_);
            plain_.truncate(raisedFrom_);
            plain_ += raised(words, up);
        }
        raisedFrom_ = closes ? -1 : plain_.size();
    }
    void readList(bool numbered, bool closes) {
        if (!closes)
            lists_ << (numbered ? 0 : -1);
        else if (!lists_.isEmpty())
            lists_.removeLast();
    }
    void takeLink(const QString& link) {
        if (found_.link.isEmpty())
            found_.link = link;
        else if (!link.isEmpty() && link != found_.link && !seen_.contains(link))
            found_.furtherLinks << *seen_.insert(link);
    }
    void skipBehind(QStringView mark) {
        const qsizetype found = html_.indexOf(mark, at_, Qt::CaseInsensitive);
        at_ = found < 0 ? html_.size() : found + mark.size();
        // Of an end tag the rest goes, too.
        if (found >= 0 && mark.startsWith(u"</"))
            at_ = html_.indexOf(u'>', at_) < 0 ? html_.size() : html_.indexOf(u'>', at_) + 1;
    }
    static QString hrefOf(QStringView tag) {
        qsizetype at = tag.indexOf(u"href", 0, Qt::CaseInsensitive);
        if (at < 0)
            return {};
        at = tag.indexOf(u'=', at);
        if (at < 0)
            return {};
        QStringView value = tag.sliced(at + 1).trimmed();
        if (value.isEmpty())
            return {};
        if (value[0] == u'"' || value[0] == u'\'') {
            const qsizetype end = value.indexOf(value[0], 1);
            value = end < 0 ? value.sliced(1) : value.sliced(1, end - 1);
        }
        return dottext::decodeEntities(value.toString()).trimmed();
    }

    const QString html_;
    qsizetype at_ = 0;
    bool hasWords_ = false; ///< in plain_
    qsizetype rule_ = 0;    ///< in plain_: where the first <hr> below words stands
    QString plain_;
    HtmlText found_;
    QSet<QString> seen_;        ///< further links
    QList<int> lists_;          ///< open ones: the last number, or -1
    qsizetype raisedFrom_ = -1; ///< in plain_, within <sup> or <sub>
};

} // namespace

HtmlText readHtml(const QString& html) {
    return Reader(html).read();
}

QString tidiedLines(const QString& text) {
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        const QString plain = line.simplified();
        if (!plain.isEmpty() && plain != u"•"_s)
            lines << plain;
    }
    return lines.join(u'\n');
}

} // namespace groundplan
