#include "model/exchange/source_text.h"

#include "model/exchange/exchange_limits.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace groundplan {

Result<QString> sourceText(const QString& text, const QString& sourceName, const QString& language) {
    if (text.size() > exchangelimits::kInputBytes)
        return textTooLarge(sourceName, language);
    if (const qsizetype nul = text.indexOf(QChar()); nul >= 0) {
        return fail(ErrorCode::Unreadable,
                    QCoreApplication::translate(
                        "Exchange", "%1 cannot be read as %2, line %3: there is a NUL byte here, so this is "
                                    "no text file.")
                        .arg(sourceName, language)
                        .arg(QStringView(text).first(nul).count(u'\n') + 1));
    }
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (plain.startsWith(QChar::ByteOrderMark))
        plain[0] = u' ';
    return plain;
}

Failure textTooLarge(const QString& sourceName, const QString& language) {
    return fail(ErrorCode::Unreadable,
                QCoreApplication::translate("Exchange", "%1 cannot be read as %2: it has more than %3 MB.")
                    .arg(sourceName, language, QLocale().toString(exchangelimits::kInputBytes >> 20)));
}

} // namespace groundplan
