#include "model/graphviz/dot.h"

#include "model/graphviz/dot_limits.h"
#include "model/graphviz/graph_reader.h"
#include "model/graphviz/helper_failure.h"
#include "model/graphviz/helper_process.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>

namespace groundplan {

namespace {

/// The line (from 1) at which git has left both sides of a conflict in the text; 0: nowhere. Graphviz takes
/// the marks for one HTML string, and what stands between them would be lost without a word.
qsizetype conflictLine(const QByteArray& text) {
    const auto lineStart = [&text](const QByteArray& mark) -> qsizetype {
        return text.startsWith(mark) ? 0 : text.indexOf('\n' + mark);
    };
    const qsizetype ours = lineStart("<<<<<<< ");
    if (ours < 0 || lineStart(">>>>>>> ") < 0)
        return 0;
    return QByteArrayView(text).first(ours + 1).count('\n') + 1;
}

} // namespace

Result<Import> readDot(const QByteArray& text, const QString& sourceName, const Catalogue& catalogue,
                       int timeoutMs, const std::atomic<bool>* cancelled, const ImportContext& context) {
    const QDeadlineTimer deadline(timeoutMs);
    if (std::size_t(text.size()) > dotlimits::kInputBytes) {
        return fail(ErrorCode::Unreadable,
                    sentenceOf({wire::Status::TooLarge, 0, dotlimits::kInputBytes, {}}, sourceName));
    }
    if (const qsizetype line = conflictLine(text)) {
        return fail(ErrorCode::Unreadable,
                    QCoreApplication::translate(
                        "Dot", "%1 holds both sides of a conflict (line %2): settle it first.")
                        .arg(sourceName)
                        .arg(line));
    }
    HelperProcess helper(HelperProcess::Task::Parse,
                         QCoreApplication::translate("Dot", "Reading %1").arg(sourceName));
    if (const Result<void> started = helper.start(text); !started)
        return Failure(started.error());
    const Result<QByteArray> answer = helper.wait(timeoutMs, cancelled);
    if (!answer)
        return Failure(answer.error());

    const std::string_view bytes(answer->constData(), std::size_t(answer->size()));
    const auto failure = wire::readFailure(bytes);
    if (failure && failure->status != wire::Status::Done)
        return fail(ErrorCode::Unreadable, sentenceOf(*failure, sourceName));
    const auto graph = wire::readGraph(bytes);
    if (!graph)
        return fail(ErrorCode::Unreadable, sentenceOf({wire::Status::BadRequest, 0, 0, {}}, sourceName));
    return readGraph(*graph, sourceName, catalogue, context,
                     int(std::max<qint64>(1, deadline.remainingTime())), cancelled);
}

} // namespace groundplan
