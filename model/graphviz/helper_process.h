#pragma once

#include "model/design/error.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <atomic>

namespace groundplan {

/// One run of groundplan-graphviz: a request in, an answer out (wire.h). It has a clean environment and an
/// empty folder to work in, takes its own limits of time and memory, and is killed when this object goes.
/// Needs no event loop; used from one thread.
class HelperProcess {
public:
    enum class Task { Parse, Layout };

    /// `subject` is what a sentence calls the work: "“a.dot”", "The layout of 12 blocks".
    HelperProcess(Task task, QString subject);
    ~HelperProcess();

    Result<void> start(const QByteArray& request);
    /// The whole answer. Fails with one sentence when the helper crashed, was killed, ran out of time or was
    /// cancelled.
    Result<QByteArray> wait(int timeoutMs, const std::atomic<bool>* cancelled = nullptr);
    qint64 processId() const { return process_.processId(); }

    /// Where the helper lies: named by the environment variable GROUNDPLAN_GRAPHVIZ, else beside the running
    /// program, in
    /// ../libexec/groundplan or ../bin from there, or in the PATH. Empty: nowhere.
    static QString program();

private:
    Failure stop(ErrorCode code, const QString& sentence);
    Result<QByteArray> finished();

    Task task_;
    QString subject_;
    QTemporaryDir folder_;
    QProcess process_;
};

} // namespace groundplan
