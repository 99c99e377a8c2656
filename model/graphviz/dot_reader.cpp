#include "model/graphviz/dot.h"

#include "model/graphviz/dot_limits.h"
#include "model/graphviz/graph_reader.h"
#include "model/graphviz/helper_failure.h"
#include "model/graphviz/helper_process.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>

namespace groundplan {

Result<DotImport> readDot(const QByteArray& text, const QString& sourceName, const Catalogue& catalogue,
                          int timeoutMs, const std::atomic<bool>* cancelled, const DotMeasures& measures) {
    const QDeadlineTimer deadline(timeoutMs);
    if (std::size_t(text.size()) > dotlimits::kInputBytes) {
        return fail(ErrorCode::Unreadable,
                    sentenceOf({wire::Status::TooLarge, 0, dotlimits::kInputBytes, {}}, sourceName));
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
    return readGraph(*graph, sourceName, catalogue, measures,
                     int(std::max<qint64>(1, deadline.remainingTime())), cancelled);
}

} // namespace groundplan
