#include "model/exchange/xml_text.h"

#include "model/exchange/plain_text.h"

#include <QByteArrayList>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// What the bytes begin with, else what the XML declaration says.
QStringConverter::Encoding encodingOf(const QByteArray& bytes) {
    if (const auto encoding = QStringConverter::encodingForData(bytes, u'<'))
        return *encoding;
    const QByteArray head = bytes.left(200).toLower();
    static const QByteArrayList western{"iso-8859-1", "latin1", "us-ascii", "windows-1252", "cp1252"};
    const bool latin = std::any_of(western.begin(), western.end(), [&head](const QByteArray& name) {
        return head.contains("encoding=\"" + name + '"') || head.contains("encoding='" + name + '\'');
    });
    return latin && head.startsWith("<?xml") ? QStringConverter::Latin1 : QStringConverter::Utf8;
}

/// `at` becomes where it is.
XmlFault faultIn(QStringView text, qsizetype& at) {
    const auto skip = [&text](qsizetype from, QStringView mark) {
        const qsizetype end = text.indexOf(mark, from);
        return end < 0 ? text.size() : end + mark.size();
    };
    for (at = text.indexOf(u'<'); at >= 0 && at < text.size(); at = text.indexOf(u'<', at)) {
        const QStringView rest = text.sliced(at);
        if (rest.startsWith(u"<!--")) {
            at = skip(at + 4, u"-->");
        } else if (rest.startsWith(u"<![CDATA[")) {
            at = skip(at, u"]]>");
        } else if (rest.startsWith(u"<?")) {
            at = skip(at, u"?>");
        } else {
            const bool declaration = rest.startsWith(u"<!");
            QChar quote;
            int texts = 0;
            for (++at; at < text.size(); ++at) {
                const QChar c = text[at];
                if (!quote.isNull()) {
                    if (c == quote)
                        quote = QChar();
                } else if (c == u'"' || c == u'\'') {
                    quote = c;
                    if (++texts > XmlText::kMostAttributes)
                        return XmlFault::Attributes;
                } else if (declaration && c == u'[') {
                    return XmlFault::Declarations;
                } else if (c == u'>') {
                    break;
                }
            }
        }
    }
    return XmlFault::None;
}

} // namespace

XmlText readXmlText(const QByteArray& bytes) {
    const QStringConverter::Encoding encoding = encodingOf(bytes);
    XmlText xml;
    bool isText = true;
    if (encoding == QStringConverter::Latin1) {
        xml.text = fromWindows1252(bytes);
    } else {
        QStringDecoder decode(encoding);
        xml.text = decode(bytes);
        isText = !decode.hasError();
    }
    qsizetype at = isText ? 0 : xml.text.indexOf(QChar::ReplacementCharacter);
    xml.fault = isText ? faultIn(xml.text, at) : XmlFault::NotText;
    if (xml.fault != XmlFault::None && at >= 0)
        xml.line = QStringView(xml.text).first(at).count(u'\n') + 1;
    if (xml.fault != XmlFault::None)
        xml.text.clear();
    return xml;
}

} // namespace groundplan
