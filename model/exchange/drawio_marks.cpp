#include "model/exchange/drawio_marks.h"

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

Diagram::Edge::Line lineOf(const Style& style) {
    constexpr double kThick = 3;
    if (style.is(u"dashed"_s)) {
        // "1 3" are dots, "8 8" dashes.
        const double first = style.value(u"dashPattern"_s).section(u' ', 0, 0).toDouble();
        return first > 0 && first <= 2 ? Diagram::Edge::Line::Dotted : Diagram::Edge::Line::Dashed;
    }
    return style.number(u"strokeWidth"_s, 1) >= kThick ? Diagram::Edge::Line::Thick
                                                       : Diagram::Edge::Line::Plain;
}

EndMark markOf(const QString& mark, EndMark usual) {
    if (mark.isEmpty())
        return usual;
    if (mark == u"none"_s)
        return EndMark::None;
    static const QStringList heads{u"classic"_s,  u"classicThin"_s, u"block"_s, u"blockThin"_s,  u"open"_s,
                                   u"openThin"_s, u"openAsync"_s,   u"async"_s, u"doubleBlock"_s};
    return heads.contains(mark) ? EndMark::Head : EndMark::Ornament;
}

QString cardinalityOf(const QString& mark) {
    static const QHash<QString, QString> all{
        {u"ERone"_s, u"1"_s},          {u"ERmandOne"_s, u"1"_s},       {u"ERmany"_s, u"*"_s},
        {u"ERoneToMany"_s, u"1..*"_s}, {u"ERzeroToMany"_s, u"0..*"_s}, {u"ERzeroToOne"_s, u"0..1"_s},
    };
    return all.value(mark);
}

} // namespace groundplan::drawio
