#include "app/render/carried_document.h"

#include "model/exchange/embedded_source.h"

namespace groundplan {

Result<QByteArray> CarriedDocument::bytes() const {
    Result<QByteArray> made = make_();
    if (made) {
        if (const auto fits = checkSource(*made); !fits)
            return Failure(fits.error());
    }
    return made;
}

} // namespace groundplan
