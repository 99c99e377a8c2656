#include "model/design/template_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace groundplan {

namespace {

constexpr qint64 kLargestFile = 4 * 1024 * 1024;
constexpr qsizetype kLongestText = 4'000; ///< what a panel can show and a person will read

QString tr(const char* sentence) {
    return QCoreApplication::translate("Templates", sentence);
}

bool isLowerHex(QChar c) {
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

bool isColour(const QString& text) {
    return text.size() == 7 && text.front() == u'#' &&
           std::all_of(text.begin() + 1, text.end(), [](QChar c) { return isLowerHex(c.toLower()); });
}

} // namespace

bool isTemplateName(const QString& name) {
    const auto isLower = [](QChar c) { return c >= u'a' && c <= u'z'; };
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !name.isEmpty() && name.size() <= 48 && isLower(name.front()) && !name.endsWith(u'-') &&
           std::all_of(name.begin(), name.end(),
                       [&](QChar c) { return isLower(c) || isDigit(c) || c == u'-'; });
}

bool TemplateReader::open() {
    QFile file(path_);
    if (!file.open(QIODevice::ReadOnly)) {
        problems_ << tr("%1 cannot be read: %2.").arg(path_, file.errorString());
        return false;
    }
    const QByteArray text = file.read(kLargestFile + 1);
    if (text.size() > kLargestFile) {
        problems_ << tr("%1 is larger than 4 MB; the file was left out.").arg(path_);
        return false;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto end = text.begin() + std::clamp<qsizetype>(error.offset, 0, text.size());
        const qsizetype line = std::count(text.begin(), end, '\n') + 1;
        problems_ << tr("%1, line %2: this is not valid JSON (%3); the file was left out.")
                         .arg(path_)
                         .arg(line)
                         .arg(error.errorString());
        return false;
    }
    if (!document.isObject()) {
        problems_ << tr("%1 does not hold a JSON object; the file was left out.").arg(path_);
        return false;
    }
    enter(document.object(), tr("top level"));
    return true;
}

void TemplateReader::enter(QJsonObject object, QString what) {
    object_ = std::move(object);
    what_ = std::move(what);
    known_.clear();
    sound_ = true;
}

QJsonValue TemplateReader::take(const QString& key, bool needed) {
    known_.insert(key);
    const QJsonValue value = object_.value(key);
    if (needed && value.isUndefined()) {
        problems_ << tr("%1, %2: the key “%3” is missing.").arg(path_, what_, key);
        sound_ = false;
    }
    return value;
}

QString TemplateReader::string(const QString& key, bool needed) {
    const QJsonValue value = take(key, needed);
    if (!value.isUndefined() && !value.isString())
        refuse(key, tr("%1: the value is not a text."));
    return value.toString();
}

QString TemplateReader::name(const QString& key) {
    const QString value = string(key, true);
    if (sound_ && !isTemplateName(value))
        refuse(key, tr("%1: “%2” is not a name of lower-case letters, digits and hyphens."), value);
    return value;
}

bool TemplateReader::boolean(const QString& key) {
    const QJsonValue value = take(key, false);
    if (!value.isUndefined() && !value.isBool())
        refuse(key, tr("%1: the value is neither true nor false."));
    return value.toBool();
}

QStringList TemplateReader::strings(const QString& key) {
    const QJsonValue value = take(key, false);
    QStringList list;
    bool fits = value.isUndefined() || value.isArray();
    for (const QJsonValue entry : value.toArray()) {
        fits = fits && entry.isString();
        list << entry.toString();
    }
    if (!fits)
        refuse(key, tr("%1: the value is not a list of texts."));
    return list;
}

LocalText TemplateReader::text(const QString& key) {
    const QJsonValue value = take(key, true);
    return value.isUndefined() ? LocalText() : textIn(key, value);
}

LocalText TemplateReader::textOrNone(const QString& key) {
    const QJsonValue value = take(key, false);
    return value.isUndefined() ? LocalText() : textIn(key, value);
}

QList<LocalText> TemplateReader::texts(const QString& key) {
    QList<LocalText> list;
    const QJsonArray values = array(key);
    for (const QJsonValue value : values)
        list.append(textIn(key, value));
    return list;
}

int TemplateReader::integer(const QString& key, int least, int most) {
    const QJsonValue value = take(key, false);
    if (value.isUndefined())
        return least;
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(number >= least && number <= most) || number != int(number)) {
        refuse(key, tr("%1: the value is no whole number from %3 to %4.")
                        .arg(u"%1", QString::number(least), QString::number(most)));
        return least;
    }
    return int(number);
}

QJsonObject TemplateReader::object(const QString& key) {
    const QJsonValue value = take(key, false);
    if (!value.isUndefined() && !value.isObject())
        refuse(key, tr("%1: the value is not an object."));
    return value.toObject();
}

LocalText TemplateReader::textIn(const QString& key, const QJsonValue& value) {
    const QJsonObject object =
        value.isString() ? QJsonObject{{QStringLiteral("en"), value}} : value.toObject();
    QHash<QString, QString> byLanguage;
    bool tooLong = false;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().toString().isEmpty())
            byLanguage.insert(it.key(), it.value().toString());
        tooLong = tooLong || it.value().toString().size() > kLongestText;
    }
    if (tooLong)
        refuse(key, tr("%1: the text is longer than 4,000 letters."));
    if (object.isEmpty() || byLanguage.size() != object.size())
        refuse(key, tr("%1: the value is neither a text nor an object with a text for each language."));
    return LocalText(std::move(byLanguage));
}

QString TemplateReader::colour(const QString& key) {
    const QString value = string(key, true);
    if (sound_ && !isColour(value))
        refuse(key, tr("%1: “%2” is not a colour such as #1d4ed8."), value);
    return value;
}

QJsonArray TemplateReader::array(const QString& key) {
    const QJsonValue value = take(key, false);
    if (!value.isUndefined() && !value.isArray())
        refuse(key, tr("%1: the value is not a list."));
    return value.toArray();
}

void TemplateReader::refuseWord(const QString& key, const QString& word, const QStringList& allowed) {
    refuse(key,
           tr("%1: “%2” is not one of the words it may be: %3.")
               .arg(u"%1", u"%2", allowed.join(QStringLiteral(", "))),
           word);
}

void TemplateReader::refuse(const QString& key, const QString& sentence, const QString& value) {
    complain(key, sentence, value);
    sound_ = false;
}

void TemplateReader::complain(const QString& key, const QString& sentence, const QString& value) {
    const QString place = tr("%1, %2, key “%3”").arg(path_, what_, key);
    problems_ << (value.isNull() ? sentence.arg(place) : sentence.arg(place, value));
}

void TemplateReader::complainAboutUnknownKeys() {
    const QStringList keys = object_.keys();
    for (const QString& key : keys) {
        if (!known_.contains(key))
            complain(key, tr("%1: there is no such key; it was passed over."));
    }
}

} // namespace groundplan
