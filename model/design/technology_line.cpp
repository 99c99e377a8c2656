#include "model/design/technology_line.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr qsizetype kLongest = 80;
constexpr qsizetype kLongestPart = 30;

/// A product, alone or with a word or two beside it ("FAISS HNSW", "Redis 7").
bool namesProduct(const LabelWords& words, const QString& part) {
    return part.size() <= kLongestPart &&
           (!words.technologyNamed(part).isEmpty() || !words.meaningOf(part).technology.isEmpty());
}

} // namespace

bool namesMachines(const QString& line) {
    static const QRegularExpression machines(
        uR"(^(?:\d{1,5}\s*[x×*]?\s*)?(?:NVIDIA\s+)?(?:[ABHLTVP]\d{1,4}|TPU(?:\s*v\d\w?)?|[GCT]PUs?)(?:\s*[x×*]\s*\d{1,5}|\s+\d{1,4}\s?GB|\s+GPUs?)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return line.size() <= kLongestPart && machines.match(line.trimmed()).hasMatch();
}

bool isTechnologyLine(const LabelWords& words, const QString& line) {
    // What is measured or compared is no name of a product.
    if (line.size() > kLongest || line.contains(u'?') || line.contains(u'<') || line.contains(u'=') ||
        line.contains(u'%'))
        return false;
    static const QRegularExpression signs(uR"(\s*[,;·•|&]\s*|\s*\+\s*(?=\w)|\s+/\s+)"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression joints(u"\\s+(?:and|on|with)\\s+"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QStringList parts = line.split(signs, Qt::SkipEmptyParts);
    const auto isProduct = [&words](const QString& part) { return namesProduct(words, part); };
    if (parts.size() > 1) {
        const auto known = std::count_if(parts.begin(), parts.end(), [&](const QString& part) {
            return isProduct(part) || namesMachines(part);
        });
        return 2 * known >= parts.size() && std::any_of(parts.begin(), parts.end(), isProduct);
    }
    // "PostgreSQL 15"
    static const QRegularExpression version(uR"(^(.*\S)\s+v?\d+(?:\.[\dx]+)*$)"_s);
    if (const auto match = version.match(line);
        match.hasMatch() && !words.technologyNamed(match.captured(1)).isEmpty())
        return true;
    const QStringList joined = line.split(joints, Qt::SkipEmptyParts);
    return joined.size() > 1 && std::any_of(joined.begin(), joined.end(), isProduct) &&
           std::all_of(joined.begin(), joined.end(), [&](const QString& part) {
               return !words.technologyNamed(part).isEmpty() || namesMachines(part);
           });
}

} // namespace groundplan
