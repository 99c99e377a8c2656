#pragma once

#include "app/render/carried_document.h"

#include <QByteArray>
#include <QString>

#include <future>

class QPDF;

namespace groundplan {

/// The document that a PDF file carries, made ready in a thread of its own while the pages are painted.
class TravellingSource {
public:
    /// Starts at once. `document` is copied; of one that isNone() nothing is made.
    explicit TravellingSource(const CarriedDocument& document);
    /// Attaches it, where readers show it under that title and embeddedSource() finds it; nothing where none
    /// travels. Once only. May throw, as qpdf does.
    Result<void> attachTo(QPDF& pdf, const QString& title);

private:
    struct Packed {
        QByteArray bytes;    ///< packSource()
        qsizetype size = 0;  ///< before that
        QByteArray checksum; ///< MD5, as PDF wants it; tells accidents, guards against nobody
    };
    static Result<Packed> packedOf(const CarriedDocument& document);

    std::future<Result<Packed>> making_;
};

} // namespace groundplan
