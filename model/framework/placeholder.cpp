#include "model/framework/placeholder.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

bool isPlaceholder(const QString& text) {
    static const QSet<QString> words{u"tbd"_s,
                                     u"tba"_s,
                                     u"tbc"_s,
                                     u"todo"_s,
                                     u"to do"_s,
                                     u"fixme"_s,
                                     u"wip"_s,
                                     u"na"_s,
                                     u"n a"_s,
                                     u"idk"_s,
                                     u"dunno"_s,
                                     u"unknown"_s,
                                     u"not known"_s,
                                     u"unclear"_s,
                                     u"unsure"_s,
                                     u"not sure"_s,
                                     u"no idea"_s,
                                     u"no clue"_s,
                                     u"dont know"_s,
                                     u"do not know"_s,
                                     u"i dont know"_s,
                                     u"i do not know"_s,
                                     u"we dont know"_s,
                                     u"we do not know"_s,
                                     u"i have no idea"_s,
                                     u"to be decided"_s,
                                     u"to be defined"_s,
                                     u"to be determined"_s,
                                     u"to be discussed"_s,
                                     u"to be done"_s,
                                     u"to be asked"_s,
                                     u"asdf"_s,
                                     u"blah"_s,
                                     u"lorem ipsum"_s,
                                     u"не знаю"_s,
                                     u"не известно"_s,
                                     u"неизвестно"_s,
                                     u"нет данных"_s,
                                     u"потом"_s,
                                     u"уточнить"_s,
                                     u"不知道"_s,
                                     u"待定"_s,
                                     u"未知"_s,
                                     u"未定"_s,
                                     u"unbekannt"_s,
                                     u"weiss nicht"_s,
                                     u"weiß nicht"_s};
    QString plain;
    for (const QChar c : text.toLower()) {
        if (c == u'\'' || c == u'\u2019')
            continue; // "don't"
        plain += c.isPunct() || c.isSpace() ? QChar(u' ') : c;
    }
    plain = plain.simplified();
    return std::all_of(plain.begin(), plain.end(), [](QChar c) { return c == u'x'; }) ||
           words.contains(plain);
}

} // namespace groundplan
