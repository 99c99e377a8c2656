#pragma once

#include "model/design/local_text.h"
#include "model/design/words.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <optional>

namespace groundplan {

/// Reads one JSON file of the templates entry by entry and says everything that is not as it should be: one
/// sentence each, with the file and its line, or with the file, the entry and the key.
class TemplateReader {
public:
    TemplateReader(QString path, QStringList& problems)
        : path_(std::move(path))
        , problems_(problems) {}

    /// Reads the file and enters its object; false, and a problem said, when it is no JSON object of at most
    /// 4 MB.
    bool open();
    const QString& path() const { return path_; }

    /// Goes on with another object of the file; `what` is its name in sentences ("kind “cache”").
    void enter(QJsonObject object, QString what);
    /// The same object under a better name.
    void rename(QString what) { what_ = std::move(what); }

    // Each takes a key of the entered object. A value of the wrong sort, or a needed one that is missing,
    // makes the entry unsound; a missing one is empty.
    QString string(const QString& key, bool needed);
    /// A string of lower-case letters, digits and hyphens: it becomes part of file names and documents.
    QString name(const QString& key);
    /// One of the words of an enumeration; nothing where the key is missing.
    template <class Enum>
    std::optional<Enum> word(const QString& key);
    bool boolean(const QString& key);
    QStringList strings(const QString& key);
    LocalText text(const QString& key); ///< needed
    LocalText textOrNone(const QString& key);
    QList<LocalText> texts(const QString& key);
    /// A whole number within these limits; `least` where the key is missing.
    int integer(const QString& key, int least, int most);
    QJsonObject object(const QString& key);
    bool has(const QString& key) const { return object_.contains(key); }
    bool isArray(const QString& key) const { return object_.value(key).isArray(); }
    QString colour(const QString& key); ///< needed; "#rrggbb"
    QJsonArray array(const QString& key);

    /// Whether all that was asked of the entered object was there and of the right sort.
    bool sound() const { return sound_; }
    /// Says `sentence`, in which %1 becomes the file, the entry and the key, and %2 `value`. The entry cannot
    /// be used.
    void refuse(const QString& key, const QString& sentence, const QString& value = {});
    /// The same, but the entry can be used.
    void complain(const QString& key, const QString& sentence, const QString& value = {});
    /// Says each key that nobody asked for.
    void complainAboutUnknownKeys();

private:
    QJsonValue take(const QString& key, bool needed);
    LocalText textIn(const QString& key, const QJsonValue& value);
    void refuseWord(const QString& key, const QString& word, const QStringList& allowed);

    QString path_;
    QStringList& problems_;
    QJsonObject object_;
    QString what_;
    QSet<QString> known_;
    bool sound_ = true;
};

template <class Enum>
std::optional<Enum> TemplateReader::word(const QString& key) {
    const QString word = string(key, false);
    const std::optional<Enum> value = fromWord<Enum>(word);
    if (!word.isEmpty() && !value) {
        QStringList allowed;
        for (const char* one : Words<Enum>::words)
            allowed << QLatin1StringView(one);
        refuseWord(key, word, allowed);
    }
    return value;
}

/// Whether `name` is made of lower-case ASCII letters, digits and hyphens, at most 48 of them, a letter
/// first.
bool isTemplateName(const QString& name);

} // namespace groundplan
