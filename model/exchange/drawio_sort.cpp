#include "model/exchange/drawio_sort.h"

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

Sort sortOf(const Style& style, const Label& label, bool linked) {
    const QString& shape = style.shape();
    if ((shape == u"group"_s || style.hasWord(u"group"_s)) && label.text.isEmpty() && !linked)
        return Sort::Group;
    if (isContainer(style))
        return Sort::Frame;
    if (shape == u"line"_s && label.text.isEmpty() && !linked)
        return Sort::Line;
    if (isPicture(style))
        return Sort::Picture;
    if (shape == u"note"_s || shape == u"note2"_s || shape == u"callout"_s || shape.endsWith(u".note"_s))
        return Sort::Sticky;
    if (isText(style))
        return Sort::Text;
    const bool bare = isNone(style.value(u"fillColor"_s)) && isNone(style.value(u"strokeColor"_s));
    return bare && !label.text.isEmpty() && style.value(u"shape"_s).isEmpty() ? Sort::Text : Sort::Box;
}

} // namespace groundplan::drawio
