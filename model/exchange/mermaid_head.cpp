#include "model/exchange/mermaid_head.h"

#include "model/exchange/mermaid_markdown.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::mermaid {

namespace {

/// A text of YAML on one line.
QString yamlText(QStringView value) {
    const bool isQuoted = value.size() >= 2 && value.front() == value.back();
    const QString inner = isQuoted ? value.sliced(1, value.size() - 2).toString() : QString();
    if (isQuoted && value.front() == u'\'')
        return QString(inner).replace("''"_L1, "'"_L1);
    if (!isQuoted || value.front() != u'"')
        return value.toString();
    QString plain;
    for (qsizetype i = 0; i < inner.size(); ++i)
        plain += inner[i] == u'\\' && i + 1 < inner.size() ? inner[++i] : inner[i];
    return plain;
}

/// "theme: dark"; of a group all of it: "flowchart (curve: linear)".
class Settings {
public:
    explicit Settings(NotTaken& lost)
        : lost_(lost) {}
    ~Settings() { end(); }
    Q_DISABLE_COPY_MOVE(Settings)

    void add(const QString& name, const QString& value) {
        end();
        say(said(name, value));
    }
    void begin(const QString& group) {
        end();
        group_ = group;
    }
    void addInside(const QString& name, const QString& value) {
        constexpr qsizetype kShown = 200;
        if (inside_.size() < kShown)
            inside_ += (inside_.isEmpty() ? u""_s : u", "_s) + said(name, value.left(kShown));
    }
    void end() {
        if (!group_.isEmpty())
            say(group_ + (inside_.isEmpty() ? QString() : u" ("_s + inside_ + u')'));
        group_.clear();
        inside_.clear();
    }

private:
    static QString said(const QString& name, const QString& value) {
        return name + (name.isEmpty() || value.isEmpty() ? u""_s : u": "_s) + value;
    }
    void say(const QString& setting) {
        constexpr qsizetype kLongest = 200;
        const QString shown = setting.simplified();
        lost_.add(QCoreApplication::translate("Exchange", "Settings of how Mermaid draws were left out: %1."),
                  shown.size() > kLongest ? shown.left(kLongest) + u'…' : shown);
    }

    NotTaken& lost_;
    QString group_, inside_;
};

/// The head of YAML between two lines of dashes: "title: ...", and what stands below "config:".
class YamlHead {
public:
    explicit YamlHead(Head& head)
        : head_(head)
        , settings_(head.settings) {}

    void read(QStringView line) {
        const QStringView said = line.trimmed();
        if (said.isEmpty() || said.startsWith(u'#'))
            return;
        const qsizetype indent = said.data() - line.data();
        while (!around_.isEmpty() && around_.last().indent >= indent)
            around_.removeLast();
        qsizetype colon = said.indexOf(u':');
        while (colon >= 0 && colon + 1 < said.size() && !said[colon + 1].isSpace())
            colon = said.indexOf(u':', colon + 1);
        const QString name = yamlText(said.first(std::max<qsizetype>(colon, 0)).trimmed());
        const QString value = yamlText(said.sliced(colon + 1).trimmed());
        if (around_.isEmpty() && name == "title"_L1)
            head_.title = value;
        else if (!(around_.isEmpty() && name == "config"_L1 && value.isEmpty()))
            take(name, value);
        if (colon >= 0)
            around_.append({indent, around_.isEmpty() && name == "config"_L1});
    }

private:
    struct Level {
        qsizetype indent;
        bool isConfig;
    };
    void take(const QString& name, const QString& value) {
        const bool outermost = around_.isEmpty() || around_.last().isConfig;
        if (!outermost && !value.isEmpty())
            settings_.addInside(name, value);
        else if (outermost && value.isEmpty())
            settings_.begin(name);
        else if (outermost)
            settings_.add(name, value);
    }

    Head& head_;
    Settings settings_;
    QList<Level> around_; ///< what the line is written within
};

QString shown(const QJsonValue& value) {
    if (value.isString())
        return value.toString();
    const QByteArray listed = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(listed.sliced(1, listed.size() - 2));
}

/// "init: {'theme': 'dark'}", "wrap": what stands between "%%{" and "}%%".
void readDirective(QStringView written, NotTaken& lost) {
    const qsizetype colon = written.indexOf(u':');
    Settings settings(lost);
    // Mermaid takes either quotation mark.
    const QByteArray json = written.sliced(colon + 1).toString().replace(u'\'', u'"').toUtf8();
    const QJsonDocument said = colon < 0 ? QJsonDocument() : QJsonDocument::fromJson(json);
    if (!said.isObject()) {
        settings.add(written.trimmed().left(300).toString(), {});
        return;
    }
    const QJsonObject all = said.object();
    for (auto setting = all.begin(); setting != all.end(); ++setting) {
        if (!setting->isObject()) {
            settings.add(setting.key(), shown(*setting));
            continue;
        }
        settings.begin(setting.key());
        const QJsonObject inner = setting->toObject();
        for (auto inside = inner.begin(); inside != inner.end(); ++inside)
            settings.addInside(inside.key(), shown(*inside));
    }
}

} // namespace

QString withoutHead(QStringView text, Head& head) {
    QString plain = text.toString();
    const auto blank = [&plain](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i) {
            if (plain[i] != u'\n')
                plain[i] = u' ';
        }
    };
    qsizetype at = 0;
    while (at < plain.size() && plain[at].isSpace())
        ++at;
    if (QStringView(plain).sliced(at).startsWith(u"---")) {
        const qsizetype begin = at;
        takeLine(plain, at);
        YamlHead yaml(head);
        for (bool open = true; open && at < plain.size();) {
            const QStringView line = takeLine(plain, at);
            open = line.trimmed() != u"---";
            if (open)
                yaml.read(line);
        }
        blank(begin, at);
    }
    for (at = 0; at < plain.size();) {
        const qsizetype begin = at;
        qsizetype first = begin;
        while (first < plain.size() && (plain[first] == u' ' || plain[first] == u'\t'))
            ++first;
        const QStringView rest = QStringView(plain).sliced(first);
        if (rest.startsWith(u"%%{")) {
            const qsizetype end = plain.indexOf(u"}%%"_s, first);
            readDirective(
                QStringView(plain).sliced(first + 3).first((end < 0 ? plain.size() : end) - first - 3),
                head.settings);
            at = end < 0 ? plain.size() : end + 3;
            blank(begin, at);
        } else {
            takeLine(plain, at);
            if (rest.startsWith(u"%%"))
                blank(begin, at);
        }
    }
    return plain;
}

} // namespace groundplan::mermaid
