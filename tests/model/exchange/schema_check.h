#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QRegularExpression>

#include <cmath>

namespace groundplan::schemacheck {

/// What the words of JSON Schema (2020-12) that ours is written in say of a value. `root` holds the $defs.
class Check {
public:
    explicit Check(const QJsonObject& root)
        : root_(root) {}

    bool isValid(const QJsonValue& value) const { return holds(root_, value); }

private:
    bool holds(const QJsonObject& schema, const QJsonValue& value) const {
        for (auto word = schema.constBegin(); word != schema.constEnd(); ++word) {
            if (!holds(word.key(), word.value(), schema, value))
                return false;
        }
        return true;
    }
    bool holds(const QString& word, const QJsonValue& says, const QJsonObject& schema,
               const QJsonValue& value) const {
        const QJsonArray list = says.toArray();
        const auto any = [](const QJsonArray& each, auto&& fits) {
            return std::any_of(each.begin(), each.end(), fits);
        };
        if (word == QLatin1StringView("$ref"))
            return holds(root_[QLatin1StringView("$defs")][says.toString().section(u'/', -1)].toObject(),
                         value);
        if (word == QLatin1StringView("type"))
            return says.isString()
                       ? isOf(says.toString(), value)
                       : any(list, [&](const QJsonValue& one) { return isOf(one.toString(), value); });
        if (word == QLatin1StringView("const"))
            return value == says;
        if (word == QLatin1StringView("enum"))
            return list.contains(value);
        if (word == QLatin1StringView("anyOf"))
            return any(list, [&](const QJsonValue& one) { return holds(one.toObject(), value); });
        if (word == QLatin1StringView("allOf"))
            return !any(list, [&](const QJsonValue& one) { return !holds(one.toObject(), value); });
        if (word == QLatin1StringView("minimum"))
            return !value.isDouble() || value.toDouble() >= says.toDouble();
        if (word == QLatin1StringView("maximum"))
            return !value.isDouble() || value.toDouble() <= says.toDouble();
        if (word == QLatin1StringView("minLength"))
            return !value.isString() || value.toString().size() >= says.toInt();
        if (word == QLatin1StringView("maxLength"))
            return !value.isString() || value.toString().size() <= says.toInt();
        if (word == QLatin1StringView("pattern"))
            return !value.isString() ||
                   QRegularExpression(says.toString()).match(value.toString()).hasMatch();
        if (word == QLatin1StringView("minItems"))
            return !value.isArray() || value.toArray().size() >= says.toInt();
        if (word == QLatin1StringView("maxItems"))
            return !value.isArray() || value.toArray().size() <= says.toInt();
        if (word == QLatin1StringView("items"))
            return !any(value.toArray(), [&](const QJsonValue& one) { return !holds(says.toObject(), one); });
        if (word == QLatin1StringView("prefixItems")) {
            const QJsonArray items = value.toArray();
            for (qsizetype i = 0; i < std::min(items.size(), list.size()); ++i) {
                if (!holds(list[i].toObject(), items[i]))
                    return false;
            }
            return true;
        }
        if (word == QLatin1StringView("required"))
            return !value.isObject() || !any(list, [&](const QJsonValue& key) {
                return !value.toObject().contains(key.toString());
            });
        if (word == QLatin1StringView("properties") || word == QLatin1StringView("additionalProperties")) {
            const bool others = word == QLatin1StringView("additionalProperties");
            const QJsonObject known = schema[QLatin1StringView("properties")].toObject();
            const QJsonObject object = value.toObject();
            for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
                const bool isKnown = known.contains(it.key());
                if (isKnown != others &&
                    !holds(others ? says.toObject() : known[it.key()].toObject(), it.value()))
                    return false;
            }
            return true;
        }
        static const QStringList notes{QStringLiteral("$schema"), QStringLiteral("$defs"),
                                       QStringLiteral("title"),   QStringLiteral("description"),
                                       QStringLiteral("default"), QStringLiteral("contentEncoding")};
        if (!notes.contains(word))
            qFatal("This check does not know the word %s.", qPrintable(word));
        return true;
    }
    static bool isOf(const QString& type, const QJsonValue& value) {
        if (type == QLatin1StringView("integer"))
            return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
        return type == QLatin1StringView("object")    ? value.isObject()
               : type == QLatin1StringView("array")   ? value.isArray()
               : type == QLatin1StringView("string")  ? value.isString()
               : type == QLatin1StringView("number")  ? value.isDouble()
               : type == QLatin1StringView("boolean") ? value.isBool()
                                                      : value.isNull();
    }

    const QJsonObject root_;
};

} // namespace groundplan::schemacheck
