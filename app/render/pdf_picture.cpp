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

/// How many colours each pixel of a JPEG file has; 0: it is none, or one that says so in no place we know.
/// JPEG standard, ITU-T T.81, annex B: segments of a marker and a length, of which that of the frame holds
/// it.
int coloursOfJpeg(const QByteArray& bytes) {
    const auto at = [&bytes](qsizetype i) { return i < bytes.size() ? int(uchar(bytes[i])) : 0; };
    if (!bytes.startsWith("\xff\xd8\xff"))
        return 0;
    for (qsizetype i = 2; i + 9 < bytes.size() && at(i) == 0xff;) {
        const int marker = at(i + 1);
        const bool isFrame =
            marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame)
            return at(i + 9);
        i += marker == 0xff ? 1 : 2 + at(i + 2) * 256 + at(i + 3);
    }
    return 0;
}

} // namespace

QPDFObjectHandle pdfPicture(QPDF& pdf, const QImage& image, const QByteArray& bytes) {
    // Ours have one or three; those of others (four, for print) are taken as pixels.
    if (const int colours = coloursOfJpeg(bytes); colours == 1 || colours == 3) {
        QPDFObjectHandle stream =
            imageObject(pdf, image, bytes.toStdString(), colours == 1 ? "/DeviceGray" : "/DeviceRGB");
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
