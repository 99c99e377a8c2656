#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace groundplan {

/// Why something did not happen. The command line turns the code into its exit code (see exitCode()).
enum class ErrorCode {
    WrongUse,   ///< the caller asked for something that does not exist or makes no sense
    Unreadable, ///< input from outside (file, clipboard, template) is missing, damaged or not ours
    Damaged,    ///< a document of ours that lost something; salvage() recovers what can be read
    NotWritten, ///< the target could not be written: full disk, read-only folder, replaced file
    Refused,    ///< the edit makes no sense on the design as it is now (its subject is gone, ...)
    Cancelled,  ///< the user cancelled
};

/// One failure: a code for programs and one sentence for people, which says what, where and what to do.
struct Error {
    ErrorCode code = ErrorCode::WrongUse;
    QString sentence;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

/// `return fail(ErrorCode::Unreadable, tr("..."))` from any function that returns a Result.
inline Failure fail(ErrorCode code, QString sentence) {
    return Failure(Error{code, std::move(sentence)});
}

/// Exit code of groundplan-cli for an error: 2 wrong use, 3 unreadable input, 4 could not write.
constexpr int exitCode(ErrorCode code) {
    switch (code) {
    case ErrorCode::WrongUse:
    case ErrorCode::Refused:
        return 2;
    case ErrorCode::Unreadable:
    case ErrorCode::Damaged:
        return 3;
    case ErrorCode::NotWritten:
    case ErrorCode::Cancelled:
        return 4;
    }
    return 2;
}

} // namespace groundplan
