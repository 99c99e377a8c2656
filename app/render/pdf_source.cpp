#include "app/render/pdf_source.h"

#include "app/render/pdf_stream.h"
#include "model/exchange/embedded_source.h"

#include <QCoreApplication>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

namespace groundplan {

void attachSource(QPDF& pdf, const QByteArray& document, const QByteArray& packed, const QString& title) {
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, document.toStdString());
    stream.setSubtype(kSourceType);
    setPacked(stream.getObjectHandle(), packed);
    auto specification = QPDFFileSpecObjectHelper::createFileSpec(pdf, kSourceAttachment, stream);
    const QString said =
        QCoreApplication::translate("PdfWriter", "The design itself, to be opened in Groundplan: %1");
    specification.setDescription(said.arg(title).toStdString());
    QPDFObjectHandle dictionary = specification.getObjectHandle();
    dictionary.replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Source"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(kSourceAttachment, specification);
    pdf.getRoot().replaceKey("/AF", QPDFObjectHandle::newArray({dictionary}));
}

} // namespace groundplan
