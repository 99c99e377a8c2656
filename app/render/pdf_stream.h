#pragma once

#include <qpdf/QPDFObjectHandle.hh>

class QByteArray;

namespace groundplan {

/// Gives a stream of a PDF file its bytes as deflated() packed them, which may have been done on another
/// thread; qpdf packs no stream again.
void setPacked(QPDFObjectHandle stream, const QByteArray& packed);

} // namespace groundplan
