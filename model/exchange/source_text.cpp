#include "model/exchange/source_text.h"

#include "model/exchange/exchange_limits.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace groundplan {

Result<QString> sourceText(const QString& text, const QString& sourceName, const QString& language) {
    if (text.size() > exchangelimits::kInputBytes)
        return textTooLarge(sourceName, language);
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
