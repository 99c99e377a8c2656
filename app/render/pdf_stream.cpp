#include "app/render/pdf_stream.h"

#include <QByteArray>

namespace groundplan {

void setPacked(QPDFObjectHandle stream, const QByteArray& packed) {
    stream.replaceStreamData(packed.toStdString(), QPDFObjectHandle::newName("/FlateDecode"),
                             QPDFObjectHandle::newNull());
}

} // namespace groundplan
