#pragma once

#include <QByteArray>
#include <QString>

namespace groundplan {

/// Why XML from outside is not given to Qt's reader: it takes time with the square of an element's
/// attributes, and entities that name themselves keep it busy for ever (CVE-2023-38197), where no limit
/// reaches.
enum class XmlFault {
    None,
    NotText,      ///< not of the encoding that it says or begins with
    Declarations, ///< a document type with declarations of its own: entities, attributes
    Attributes,   ///< an element has more than kMostAttributes
};

struct XmlText {
    static constexpr int kMostAttributes = 1'000;
    QString text; ///< for QXmlStreamReader, which then asks for no encoding; empty with a fault
    XmlFault fault = XmlFault::None;
    qsizetype line = 1; ///< of the fault
};

/// The text of XML in UTF-8, UTF-16, UTF-32 or Windows-1252 (and Latin-1, a part of it). Whether it is
/// well-formed is not its business. Readers of it should set namespaceProcessing to false: declarations add
/// up, and each name is looked for in all.
XmlText readXmlText(const QByteArray& bytes);

} // namespace groundplan
