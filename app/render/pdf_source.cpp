#include "app/render/pdf_source.h"

#include "app/render/meanwhile.h"
#include "app/render/pdf_stream.h"
#include "model/exchange/embedded_source.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

namespace groundplan {

Result<TravellingSource::Packed> TravellingSource::packedOf(const CarriedDocument& document) {
    return document.bytes().map([](const QByteArray& bytes) {
        return Packed{packSource(bytes), bytes.size(),
                      QCryptographicHash::hash(bytes, QCryptographicHash::Md5)};
    });
}

TravellingSource::TravellingSource(const CarriedDocument& document) {
    if (!document.isNone())
        making_ = meanwhile(&TravellingSource::packedOf, document);
}

Result<void> TravellingSource::attachTo(QPDF& pdf, const QString& title) {
    if (!making_.valid())
        return {};
    const Result<Packed> source = making_.get();
    if (!source)
        return Failure(source.error());
    // Not createEFStream(), which wants the bytes before they are packed and takes their sum once more.
    QPDFObjectHandle embedded = QPDFObjectHandle::newStream(&pdf);
    setPacked(embedded, source->bytes);
    QPDFObjectHandle facts = QPDFObjectHandle::newDictionary();
    facts.replaceKey("/CheckSum", QPDFObjectHandle::newString(source->checksum.toStdString()));
    facts.replaceKey("/Size", QPDFObjectHandle::newInteger(source->size));
    embedded.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/EmbeddedFile"));
    embedded.getDict().replaceKey("/Params", facts);
    QPDFEFStreamObjectHelper stream(embedded);
    stream.setSubtype(kSourceType);
    auto specification = QPDFFileSpecObjectHelper::createFileSpec(pdf, kSourceAttachment, stream);
    const QString said =
        QCoreApplication::translate("PdfWriter", "The design itself, to be opened in Groundplan: %1");
    specification.setDescription(said.arg(title).toStdString());
    QPDFObjectHandle dictionary = specification.getObjectHandle();
    dictionary.replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Source"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(kSourceAttachment, specification);
    pdf.getRoot().replaceKey("/AF", QPDFObjectHandle::newArray({dictionary}));
    return {};
}

} // namespace groundplan
