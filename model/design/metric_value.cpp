#include "model/design/metric_value.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace groundplan {

namespace {

/// Walks over a typed text without ever reading past its end.
class Reader {
public:
    explicit Reader(const QString& text)
        : text_(text) {}

    QChar at(qsizetype ahead = 0) const {
        return at_ + ahead < text_.size() ? text_.at(at_ + ahead) : QChar(u'\0');
    }
    bool isDigit(qsizetype ahead = 0) const { return at(ahead).digitValue() >= 0 && at(ahead).isDigit(); }
    void skip(qsizetype count = 1) { at_ += count; }
    void skipSpaces() {
        while (at().isSpace())
            skip();
    }
    QString rest() const { return text_.mid(at_); }

private:
    const QString& text_;
    qsizetype at_ = 0;
};

bool isMinus(QChar c) {
    return c == u'-' || c == u'\u2212';
}

/// What people write before a figure and what does not change it: "~60", "≤ 60", "$3".
bool isLead(QChar c) {
    return QStringView(u"~\u2248<>=\u2264\u2265").contains(c) || c.category() == QChar::Symbol_Currency ||
           c.isSpace();
}

/// Between three digits each: a space of any width or an apostrophe.
bool isGroupSeparator(QChar c) {
    return c.isSpace() || c == u'\'' || c == u'\u2019';
}

/// Whether exactly three digits follow the character that is `ahead`.
bool isGroup(const Reader& reader, qsizetype ahead = 0) {
    return reader.isDigit(ahead + 1) && reader.isDigit(ahead + 2) && reader.isDigit(ahead + 3) &&
           !reader.isDigit(ahead + 4);
}

void takeDigits(Reader& reader, QByteArray& into) {
    for (; reader.isDigit(); reader.skip())
        into += char('0' + reader.at().digitValue());
}

/// "1", "1 200", "12,000,000": the digits before the decimal sign.
QByteArray takeWholePart(Reader& reader) {
    QByteArray digits;
    takeDigits(reader, digits);
    if (digits.isEmpty() || digits.size() > 3)
        return digits;
    // A comma is a decimal sign here unless it can only part thousands: "0,785" and "2,5", but "1,200".
    const bool comma = reader.at() == u',' && digits != "0";
    while ((comma ? reader.at() == u',' : isGroupSeparator(reader.at())) && isGroup(reader)) {
        reader.skip();
        takeDigits(reader, digits);
    }
    return digits;
}

/// The factor of a suffix such as the k of "4k/s"; a letter that begins a word ("10 MB", "5 min") is a unit,
/// not a suffix.
double takeFactor(Reader& reader) {
    qsizetype ahead = 0;
    while (reader.at(ahead).isSpace())
        ++ahead;
    if (reader.at(ahead + 1).isLetter())
        return 1;
    double factor = 1;
    switch (reader.at(ahead).unicode()) {
    case u'k':
    case u'K':
        factor = 1e3;
        break;
    case u'M':
        factor = 1e6;
        break;
    case u'G':
    case u'B':
        factor = 1e9;
        break;
    case u'T':
        factor = 1e12;
        break;
    default:
        return 1;
    }
    reader.skip(ahead + 1);
    return factor;
}

} // namespace

std::optional<TypedNumber> typedNumberIn(const QString& typed) {
    Reader reader(typed);
    while (isLead(reader.at()))
        reader.skip();
    QByteArray number;
    if (isMinus(reader.at()) || reader.at() == u'+') {
        if (isMinus(reader.at()))
            number += '-';
        reader.skip();
        while (isLead(reader.at()))
            reader.skip();
    }
    const QByteArray whole = takeWholePart(reader);
    number += whole;
    QByteArray fraction;
    if ((reader.at() == u'.' || reader.at() == u',') && reader.isDigit(1)) {
        reader.skip();
        takeDigits(reader, fraction);
        number += '.' + fraction;
    }
    if (whole.isEmpty() && fraction.isEmpty())
        return std::nullopt;
    if (reader.at() == u'e' || reader.at() == u'E') {
        const bool sign = isMinus(reader.at(1)) || reader.at(1) == u'+';
        if (reader.isDigit(sign ? 2 : 1)) {
            number += isMinus(reader.at(1)) ? "e-" : "e";
            reader.skip(sign ? 2 : 1);
            takeDigits(reader, number);
        }
    }
    bool ok = false;
    TypedNumber figure;
    figure.number = number.toDouble(&ok) * takeFactor(reader);
    if (!ok || !std::isfinite(figure.number))
        return std::nullopt;
    figure.unit = reader.rest().simplified();
    return figure;
}

namespace {

bool hasDigit(const QString& text) {
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

/// The figure as typed, with the metric's unit unless it was typed along; a word or a % stands a space apart
/// from its number, however it was typed.
QString withUnit(const QString& typed, const QString& unit) {
    const QString figure = typed.trimmed();
    if (!hasDigit(figure))
        return figure;
    const auto read = typedNumberIn(figure);
    if (read && !read->unit.isEmpty()) {
        const QString& own = read->unit;
        const bool isWord = own.front().isLetter() || own.front() == u'%';
        if (!isWord || hasDigit(own) || !figure.endsWith(own))
            return figure;
        return figure.chopped(own.size()).trimmed() + u' ' + own;
    }
    if (unit.isEmpty())
        return figure;
    return unit.startsWith(u'/') ? figure + unit : figure + u' ' + unit;
}

} // namespace

std::optional<double> numberIn(const QString& typed) {
    const auto figure = typedNumberIn(typed);
    return figure ? std::optional(figure->number) : std::nullopt;
}

Verdict verdictOf(const Metric& metric) {
    const auto target = typedNumberIn(metric.target);
    const auto current = typedNumberIn(metric.current);
    if (!target || !current)
        return Verdict::Unknown;
    const QString& targetUnit = target->unit.isEmpty() ? metric.unit : target->unit;
    const QString& currentUnit = current->unit.isEmpty() ? metric.unit : current->unit;
    if (!targetUnit.isEmpty() && !currentUnit.isEmpty() && targetUnit != currentUnit)
        return Verdict::Unknown;
    const bool met =
        metric.goal == Goal::AtLeast ? current->number >= target->number : current->number <= target->number;
    return met ? Verdict::Met : Verdict::Missed;
}

QString targetText(const Metric& metric) {
    const QString target = withUnit(metric.target, metric.unit);
    if (!hasDigit(target))
        return {};
    return (metric.goal == Goal::AtLeast ? QStringLiteral("\u2265 ") : QStringLiteral("\u2264 ")) + target;
}

QString currentText(const Metric& metric) {
    return withUnit(metric.current, metric.unit);
}

QString chipText(const Metric& metric) {
    const QString current = currentText(metric);
    const QString figure = current.isEmpty() ? targetText(metric) : current;
    if (figure.isEmpty())
        return metric.name;
    return metric.name.isEmpty() ? figure : metric.name + u' ' + figure;
}

} // namespace groundplan
