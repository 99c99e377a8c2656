#include "model/sketch/sketch_text.h"

namespace groundplan {

QString plainSigns(const QString& text) {
    QString plain = text;
    for (QChar& c : plain) {
        // The full-width forms of all that ASCII has lie in its order.
        if (c >= u'\uFF01' && c <= u'\uFF5E') {
            c = QChar(c.unicode() - 0xFEE0);
            continue;
        }
        switch (c.unicode()) {
        case u'\u3000':
            c = u' ';
            break;
        case u'\u3001':
            c = u',';
            break;
        case u'\u300B':
        case u'\u3009':
        case u'\u203A':
            c = u'>';
            break;
        case u'\u300A':
        case u'\u3008':
        case u'\u2039':
            c = u'<';
            break;
        case u'\u301C':
            c = u'~';
            break;
        case u'\u2010':
        case u'\u2011':
        case u'\u2013':
        case u'\u2014':
        case u'\u2212':
            c = u'-';
            break;
        case u'\u201C':
        case u'\u201D':
        case u'\u201E':
        case u'\u00AB':
        case u'\u00BB':
        case u'\u300C':
        case u'\u300D':
        case u'\u300E':
        case u'\u300F':
            c = u'"';
            break;
        case u'\u21D2':
        case u'\u27F6':
        case u'\u279C':
        case u'\u2794':
            c = u'\u2192';
            break;
        case u'\u21D0':
        case u'\u27F5':
            c = u'\u2190';
            break;
        case u'\u21D4':
        case u'\u27F7':
            c = u'\u2194';
            break;
        default:
            break;
        }
    }
    return plain;
}

} // namespace groundplan
