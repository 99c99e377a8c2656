#pragma once

#include "model/design/error.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <atomic>

namespace groundplan {

/// One run of a program that reads what comes from strangers, with a library that may not be trusted with it:
/// groundplan-graphviz (a request in, an answer out: wire.h) or groundplan-unpack (model/exchange/helper). It
/// has a clean environment and an empty folder to work in, takes its own limits of time and memory, and is
/// killed when this object goes. Needs no event loop; used from one thread.
class HelperProcess {
public:
    enum class Task { Parse, Layout, Unpack };

    /// `subject` is what a sentence calls the work: "“a.dot”", "The layout of 12 blocks".
    HelperProcess(Task task, QString subject);
    ~HelperProcess();

    Result<void> start(const QByteArray& request);
    /// The whole answer. Fails with one sentence when the helper crashed, was killed, ran out of time or was
    /// cancelled.
    Result<QByteArray> wait(int timeoutMs, const std::atomic<bool>* cancelled = nullptr);
    qint64 processId() const { return process_.processId(); }

    /// Where the helper for that lies: named by the environment variable GROUNDPLAN_GRAPHVIZ or
    /// GROUNDPLAN_UNPACK, else beside the running program, in ../libexec/groundplan or ../bin from there, or
    /// in the PATH. Empty: nowhere.
    static QString program(Task task = Task::Parse);

private:
    Failure stop(ErrorCode code, const QString& sentence);
    Result<QByteArray> finished();

    Task task_;
    QString subject_;
    QTemporaryDir folder_;
    QProcess process_;
};

} // namespace groundplan
