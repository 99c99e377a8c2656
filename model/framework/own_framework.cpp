#include "model/framework/own_framework.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cctype>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

struct CopyText {
    Q_DECLARE_TR_FUNCTIONS(OwnFramework)
};

constexpr qsizetype kLongestName = 48;

Result<QString> unreadable(const QString& path, const QString& reason) {
    return fail(ErrorCode::Unreadable, CopyText::tr("“%1” cannot be copied: %2.").arg(path, reason));
}

/// "cheat-sheet-copy", "cheat-sheet-copy-2", ...
QString copyName(const QString& name, int number) {
    const QString end = number == 1 ? u"-copy"_s : u"-copy-%1"_s.arg(number);
    return name.left(kLongestName - end.size()) + end;
}

QJsonValue retitled(const QJsonValue& title, int number) {
    const auto words = [number](const QString& text) {
        return number == 1 ? CopyText::tr("%1 (copy)").arg(text)
                           : CopyText::tr("%1 (copy %2)").arg(text).arg(number);
    };
    if (title.isString())
        return words(title.toString());
    QJsonObject byLanguage = title.toObject();
    for (auto it = byLanguage.begin(); it != byLanguage.end(); ++it)
        it.value() = words(it.value().toString());
    return byLanguage;
}

/// A value as it stands in a file.
QByteArray written(const QJsonValue& value) {
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    // A document holds an object or an array only.
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

/// Puts `value` in place of what stands behind the first `"key":` of the text, a string or a flat object.
bool replaceFirst(QByteArray& text, const QByteArray& key, const QJsonValue& value) {
    const qsizetype at = text.indexOf('"' + key + '"');
    qsizetype from = text.indexOf(':', at + key.size() + 2) + 1;
    if (at < 0 || from <= 0)
        return false;
    while (from < text.size() && std::isspace(uchar(text[from])))
        ++from;
    if (from == text.size() || (text[from] != '"' && text[from] != '{'))
        return false;
    const char end = text[from] == '"' ? '"' : '}';
    bool quoted = false;
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (quoted && text[i] == '\\') {
            ++i;
        } else if (text[i] == end && !quoted) {
            text.replace(from, i + 1 - from, written(value));
            return true;
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (end == '"' && text[i] == '\\') {
            ++i;
        }
    }
    return false;
}

} // namespace

Result<QString> copyFramework(const Framework& framework, const QString& root, const Templates& known) {
    QFile source(framework.path);
    if (!source.open(QIODevice::ReadOnly))
        return unreadable(framework.path, source.errorString());
    QByteArray text = source.readAll();
    QJsonParseError wrong;
    QJsonObject object = QJsonDocument::fromJson(text, &wrong).object();
    if (wrong.error != QJsonParseError::NoError)
        return unreadable(framework.path, wrong.errorString());
    const QDir folder(root + u"/frameworks"_s);
    if (!QDir().mkpath(folder.path()))
        return fail(ErrorCode::NotWritten,
                    CopyText::tr("The folder “%1” cannot be made.").arg(folder.path()));
    int number = 1;
    QString name = copyName(framework.name, number);
    while (known.framework(name) || known.sheet(name) || QFile::exists(folder.filePath(name + u".json"_s)))
        name = copyName(framework.name, ++number);
    object[u"name"_s] = name;
    object[u"title"_s] = retitled(object.value(u"title"_s), number);
    // As it was written, where only these two differ.
    const bool kept = replaceFirst(text, "name", object.value(u"name"_s)) &&
                      replaceFirst(text, "title", object.value(u"title"_s)) &&
                      QJsonDocument::fromJson(text).object() == object;
    if (!kept)
        text = QJsonDocument(object).toJson();
    const QString path = folder.filePath(name + u".json"_s);
    QFile target(path);
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly) || target.write(text) != text.size() ||
        !target.flush())
        return fail(ErrorCode::NotWritten,
                    CopyText::tr("“%1” cannot be written: %2.").arg(path, target.errorString()));
    return path;
}

} // namespace groundplan
