#pragma once

#include "model/design/error.h"

#include <QByteArray>

#include <functional>

namespace groundplan {

/// The whole document (documentBytes()) that travels inside of an exported file, so that it opens as a board
/// again; or none. It may be made only when it is asked for, as the writers do on a thread of its own while
/// they paint.
class CarriedDocument {
public:
    using Make = std::function<Result<QByteArray>()>;

    CarriedDocument() = default; ///< none
    CarriedDocument(const QByteArray& bytes)
        : make_(bytes.isEmpty() ? Make() : [bytes] { return bytes; }) {}
    /// `make` is called once, by any thread, while what it looks at stays as it is.
    explicit CarriedDocument(Make make)
        : make_(std::move(make)) {}

    bool isNone() const { return !make_; }
    /// Fails when it cannot be made, or nothing could read it back (checkSource()). Not for none.
    Result<QByteArray> bytes() const;

private:
    Make make_;
};

} // namespace groundplan
