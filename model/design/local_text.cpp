#include "model/design/local_text.h"

#include <algorithm>

namespace groundplan {

QString LocalText::in(const QString& language) const {
    for (const QString& wanted : {language, language.section(u'_', 0, 0), QStringLiteral("en")}) {
        if (const auto it = byLanguage_.constFind(wanted); it != byLanguage_.cend())
            return *it;
    }
    if (byLanguage_.isEmpty())
        return {};
    QStringList languages = byLanguage_.keys();
    return byLanguage_.value(*std::min_element(languages.begin(), languages.end()));
}

} // namespace groundplan
