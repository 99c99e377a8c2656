#include "app/render/pdf_picture.h"

#include <QByteArray>
#include <QImage>

#include <qpdf/QPDF.hh>

#include <string>

namespace groundplan {

namespace {

QPDFObjectHandle imageObject(QPDF& pdf, const QImage& image, std::string data, const char* colours) {
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, data);
    QPDFObjectHandle dict = stream.getDict();
    dict.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dict.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    dict.replaceKey("/Width", QPDFObjectHandle::newInteger(image.width()));
    dict.replaceKey("/Height", QPDFObjectHandle::newInteger(image.height()));
    dict.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
    dict.replaceKey("/ColorSpace", QPDFObjectHandle::newName(colours));
    return stream;
}

/// Rows without the padding that QImage puts after them.
std::string packed(const QImage& image, int bytesPerPixel) {
    std::string data;
    data.reserve(std::size_t(image.width()) * std::size_t(image.height()) * std::size_t(bytesPerPixel));
    for (int y = 0; y < image.height(); ++y)
        data.append(reinterpret_cast<const char*>(image.constScanLine(y)),
                    std::size_t(image.width()) * std::size_t(bytesPerPixel));
    return data;
}

bool isJpeg(const QByteArray& bytes) {
    return bytes.startsWith("\xff\xd8\xff");
}

} // namespace

QPDFObjectHandle pdfPicture(QPDF& pdf, const QImage& image, const QByteArray& bytes) {
    if (isJpeg(bytes)) {
        // As Qt read it, so the number of colours fits what the file has: we wrote it with one or three.
        const bool grey = image.format() == QImage::Format_Grayscale8 || image.format() == QImage::Format_Indexed8;
        QPDFObjectHandle stream =
            imageObject(pdf, image, bytes.toStdString(), grey ? "/DeviceGray" : "/DeviceRGB");
        stream.getDict().replaceKey("/Filter", QPDFObjectHandle::newName("/DCTDecode"));
        return stream;
    }
    QPDFObjectHandle stream =
        imageObject(pdf, image, packed(image.convertToFormat(QImage::Format_RGB888), 3), "/DeviceRGB");
    if (image.hasAlphaChannel()) {
        const QImage mask = image.convertToFormat(QImage::Format_Alpha8);
        stream.getDict().replaceKey("/SMask", imageObject(pdf, mask, packed(mask, 1), "/DeviceGray"));
    }
    return stream;
}

} // namespace groundplan
