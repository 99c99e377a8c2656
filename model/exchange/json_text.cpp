#include "model/exchange/json_text.h"

#include "model/design/not_taken.h"
#include "model/exchange/exchange_limits.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>

namespace groundplan {
namespace {

// Qt needs some 150 bytes for an array or object and 16 for a value within one.
constexpr qsizetype kContainers = 3'500'000;
constexpr qsizetype kValues = 12'000'000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

Failure unreadable(const QString& sourceName, QByteArrayView bytes, qsizetype at, const QString& why) {
    const QByteArrayView before = bytes.first(qBound(qsizetype(0), at, bytes.size()));
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
    return fail(ErrorCode::Unreadable,
                Text::tr("%1 cannot be read as JSON: line %2, column %3: %4.")
                    .arg(sourceName, QString::number(line), QString::number(column), why));
}

/// The outermost object's keys: of two lists of one name the parser would keep the last in silence.
class Keys {
public:
    /// A text that stands at `from` up to before `to`; false when it is a key again.
    bool add(QByteArrayView bytes, qsizetype from, qsizetype to) {
        qsizetype next = to + 1;
        while (next < bytes.size() &&
               (bytes[next] == ' ' || bytes[next] == '\n' || bytes[next] == '\r' || bytes[next] == '\t'))
            ++next;
        if (next >= bytes.size() || bytes[next] != ':' || to - from > 100)
            return true;
        const QByteArray key = bytes.sliced(from, to - from).toByteArray();
        if (keys_.contains(key))
            return false;
        keys_.insert(key);
        return true;
    }

private:
    QSet<QByteArray> keys_;
};

/// Looks at brackets, commas and the outermost keys only.
Result<void> checkLimits(QByteArrayView bytes, const QString& sourceName,
                         const std::atomic<bool>* cancelled) {
    int depth = 0;
    qsizetype containers = 0;
    qsizetype values = 0;
    bool inText = false;
    qsizetype textAt = 0;
    Keys keys;
    constexpr qsizetype kGlance = 1 << 20;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (i % kGlance == 0 && cancelled && *cancelled)
            return fail(ErrorCode::Cancelled, Text::tr("Reading %1 was cancelled.").arg(sourceName));
        const char c = bytes[i];
        if (inText) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inText = false;
                if (depth == 1 && !keys.add(bytes, textAt, i)) {
                    return unreadable(
                        sourceName, bytes, textAt,
                        Text::tr("%1 stands there twice")
                            .arg(NotTaken::called(QString::fromUtf8(bytes.sliced(textAt, i - textAt)))));
                }
            }
            continue;
        }
        switch (c) {
        case '"':
            inText = true;
            textAt = i + 1;
            break;
        case '[':
        case '{':
            ++containers;
            if (++depth > exchangelimits::kDepth) {
                return unreadable(
                    sourceName, bytes, i,
                    Text::tr("more than %1 brackets are open inside each other").arg(exchangelimits::kDepth));
            }
            break;
        case ']':
        case '}':
            --depth;
            break;
        case ',':
            ++values;
            break;
        default:
            break;
        }
        if (containers > kContainers || values > kValues) {
            return unreadable(sourceName, bytes, i,
                              Text::tr("there are more than %1 values")
                                  .arg(QLocale().toString(containers > kContainers ? kContainers : kValues)));
        }
    }
    return {};
}

} // namespace

Result<QJsonObject> parseJsonObject(QByteArray bytes, const QString& sourceName,
                                    const std::atomic<bool>* cancelled) {
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    if (bytes.size() > exchangelimits::kInputBytes) {
        return fail(ErrorCode::Unreadable,
                    Text::tr("%1 cannot be read as JSON: it has more than %2 MB.")
                        .arg(sourceName, QString::number(exchangelimits::kInputBytes >> 20)));
    }
    if (const Result<void> sound = checkLimits(bytes, sourceName, cancelled); !sound)
        return Failure(sound.error());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isObject())
        return document.object();
    if (error.error != QJsonParseError::NoError && !isJsonValue(bytes))
        return unreadable(sourceName, bytes, error.offset, error.errorString());
    return fail(ErrorCode::Unreadable,
                Text::tr("%1 is JSON, but no design: a design is an object in braces.").arg(sourceName));
}

bool isJsonValue(const QByteArray& bytes) {
    const QByteArray value = bytes.trimmed();
    if (value.isEmpty() || value.startsWith('[') || value.startsWith('{'))
        return false;
    return QJsonDocument::fromJson('[' + value + ']').array().size() == 1;
}

} // namespace groundplan
