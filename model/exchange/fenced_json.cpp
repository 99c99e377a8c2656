#include "model/exchange/fenced_json.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr qsizetype kMost = 16 << 20; ///< bytes that are looked through

struct Block {
    qsizetype begin = -1, end = -1; ///< of the JSON; none: -1
    bool isAll = false;             ///< nothing but blanks stands around it
};

Block blockIn(const QByteArray& text) {
    Block block;
    bool words = false;
    QByteArrayView mark;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        const QByteArrayView line = QByteArrayView(text).sliced(at, next - at).trimmed();
        if (block.begin < 0 && (line.startsWith("```") || line.startsWith("~~~")) &&
            line.sliced(3).trimmed().toByteArray().toLower() == "json") {
            block.begin = next;
            mark = line.first(3);
        } else if (block.begin >= 0 && block.end < 0 && line == mark) {
            block.end = at;
        } else if (block.begin < 0 || block.end >= 0) {
            words = words || !line.isEmpty();
        }
        at = next;
    }
    if (block.begin >= 0 && block.end < 0)
        block.end = text.size();
    block.isAll = block.begin >= 0 && !words;
    return block;
}

} // namespace

QByteArray unfencedJson(const QByteArray& text) {
    if (text.size() > kMost || text.trimmed().startsWith('{'))
        return text;
    const Block block = blockIn(text);
    if (block.begin < 0)
        return text;
    return QByteArray(QByteArrayView(text).first(block.begin).count('\n'), '\n') +
           text.sliced(block.begin, block.end - block.begin);
}

bool isLikeJson(const QByteArray& text) {
    if (text.size() > kMost)
        return false;
    const QByteArray json = unfencedJson(text).trimmed();
    if (!json.startsWith('{'))
        return false;
    static const QRegularExpression lists(uR"re("(?:blocks|frames)"\s*:\s*\[)re"_s);
    if (lists.match(QString::fromUtf8(json)).hasMatch())
        return true;
    static const QRegularExpression opening(uR"re(\A\{\s*["}])re"_s);
    const QString head = QString::fromUtf8(json.first(std::min<qsizetype>(json.size(), 1000)));
    return json.endsWith('}') && opening.match(head).hasMatch() &&
           (text.trimmed().startsWith('{') || blockIn(text).isAll);
}

} // namespace groundplan
