#pragma once

#include <qpdf/QPDFObjectHandle.hh>

class QByteArray;
class QImage;
class QPDF;

namespace groundplan {

/// A picture as an image object of a PDF file. `bytes`, the file it was read from, goes in as it is where it
/// is a JPEG; otherwise the pixels do, without loss, and what lets through as a soft mask. May throw, as qpdf
/// does.
QPDFObjectHandle pdfPicture(QPDF& pdf, const QImage& image, const QByteArray& bytes);

} // namespace groundplan
