#include "app/cli/shown.h"

#include "app/cli/moment.h"

#include <QCoreApplication>

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

} // namespace

Result<void> checkShown(const Arguments& arguments) {
    if (!arguments.has("with-history"))
        return {};
    if (arguments.has("no-source"))
        return fail(
            ErrorCode::WrongUse,
            tr("--with-history and --no-source exclude each other: the history is a part of the design's file."));
    if (arguments.has("at"))
        return fail(ErrorCode::WrongUse, tr("--with-history and --at exclude each other: the history goes on "
                                            "behind that moment."));
    return {};
}

Result<report::Shown> shownOf(const Arguments& arguments, const Document& document, bool carries) {
    std::optional<qint64> moment;
    if (arguments.has("at")) {
        const auto named = momentNamed(document, arguments.value("at"));
        if (!named)
            return Failure(named.error());
        moment = *named;
    }
    return report::shownOf(document, moment,
                           !carries || arguments.has("no-source") ? report::Inside::Nothing
                           : arguments.has("with-history")        ? report::Inside::History
                                                                  : report::Inside::Design,
                           arguments.value("at"));
}

} // namespace groundplan::cli
