#include "app/render/pdf_facts.h"

#include "app/render/export_time.h"
#include "app/render/exports.h"
#include "model/exchange/inflate.h"

#include <QCoreApplication>
#include <QIODevice>

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PdfWriter", text);
}

QPDFObjectHandle text(const QString& value) {
    return QPDFObjectHandle::newUnicodeString(value.toStdString());
}

std::string dateOf(const QDateTime& time) {
    return time.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toStdString();
}

std::string escaped(const QString& value) {
    return value.toHtmlEscaped().toStdString();
}

/// The same facts again as XMP, where archives look for them.
std::string metadataOf(const PdfFacts& facts, const QString& language, const QDateTime& time) {
    const std::string date = time.toUTC().toString(Qt::ISODate).toStdString();
    std::string xmp = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n";
    xmp += "<dc:format>application/pdf</dc:format>\n";
    xmp += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(facts.title) +
           "</rdf:li></rdf:Alt></dc:title>\n";
    if (!facts.author.isEmpty())
        xmp += "<dc:creator><rdf:Seq><rdf:li>" + escaped(facts.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    if (!facts.subject.isEmpty())
        xmp += "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(facts.subject) +
               "</rdf:li></rdf:Alt></dc:description>\n";
    xmp += "<dc:language><rdf:Bag><rdf:li>" + escaped(language) + "</rdf:li></rdf:Bag></dc:language>\n";
    xmp += "<xmp:CreatorTool>Groundplan " GROUNDPLAN_VERSION "</xmp:CreatorTool>\n";
    xmp += "<xmp:CreateDate>" + date + "</xmp:CreateDate>\n<xmp:ModifyDate>" + date + "</xmp:ModifyDate>\n";
    return xmp + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

void addFacts(QPDF& pdf, const PdfFacts& facts) {
    const QDateTime time = exportTime();
    //: The code (BCP 47) of the language into which you are translating.
    const QString language = tr("en");
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    if (!facts.title.isEmpty())
        info.replaceKey("/Title", text(facts.title));
    if (!facts.author.isEmpty())
        info.replaceKey("/Author", text(facts.author));
    if (!facts.subject.isEmpty())
        info.replaceKey("/Subject", text(facts.subject));
    info.replaceKey("/Creator", QPDFObjectHandle::newString("Groundplan " GROUNDPLAN_VERSION));
    info.replaceKey("/Producer", QPDFObjectHandle::newString("Groundplan " GROUNDPLAN_VERSION));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(dateOf(time)));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(dateOf(time)));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));

    QPDFObjectHandle catalogue = pdf.getRoot();
    catalogue.replaceKey("/Lang", text(language));
    catalogue.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&pdf, metadataOf(facts, language, time));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    catalogue.replaceKey("/Metadata", metadata);
}

} // namespace

Result<void> finishPdf(QPDF& pdf, const PdfFacts& facts, QIODevice& out) {
    try {
        addFacts(pdf, facts);
        Pl_Flate::setCompressionLevel(kDeflateLevel);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setMinimumPDFVersion("1.7");
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setDeterministicID(true);
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        if (out.write(reinterpret_cast<const char*>(bytes->getBuffer()), qint64(bytes->getSize())) !=
            qint64(bytes->getSize()))
            return fail(ErrorCode::NotWritten,
                        tr("The PDF could not be written: %1.").arg(out.errorString()));
    } catch (const std::exception& problem) {
        return fail(ErrorCode::NotWritten,
                    tr("The PDF could not be made: %1.").arg(QString::fromLocal8Bit(problem.what())));
    }
    return {};
}

} // namespace groundplan
