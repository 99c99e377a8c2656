#include "model/graphviz/helper_process.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// More than the largest graph within its limits gives.
constexpr qint64 kLargestAnswer = qint64(1) << 30;

QString tr(const char* text) {
    return QCoreApplication::translate("Dot", text);
}

/// Whole seconds, below one of them with a tenth: what is left of a longer time is seldom a round number.
QString inSeconds(int ms) {
    return ms < 1000 ? QLocale().toString(ms / 1000.0, 'f', 1) : QLocale().toString(qRound(ms / 1000.0));
}

QString nameOf(HelperProcess::Task task) {
    return task == HelperProcess::Task::Unpack ? u"groundplan-unpack"_s : u"groundplan-graphviz"_s;
}

} // namespace

HelperProcess::HelperProcess(Task task, QString subject)
    : task_(task)
    , subject_(std::move(subject)) {}

HelperProcess::~HelperProcess() {
    if (process_.state() != QProcess::NotRunning) {
        process_.kill();
        process_.waitForFinished(-1);
    }
}

QString HelperProcess::program(Task task) {
    const QString named =
        qEnvironmentVariable(task == Task::Unpack ? "GROUNDPLAN_UNPACK" : "GROUNDPLAN_GRAPHVIZ");
    if (!named.isEmpty())
        return named;
    const QString name = nameOf(task);
    if (QCoreApplication::instance()) {
        const QDir here(QCoreApplication::applicationDirPath());
        for (const QString& folder : {u"."_s, u"../libexec/groundplan"_s, u"../bin"_s}) {
            const QFileInfo file(here, folder + u'/' + name);
            if (file.isExecutable())
                return file.canonicalFilePath();
        }
    }
    return QStandardPaths::findExecutable(name);
}

Result<void> HelperProcess::start(const QByteArray& request) {
    const QString path = program(task_);
    if (path.isEmpty() || !folder_.isValid()) {
        return fail(ErrorCode::Unreadable,
                    path.isEmpty() ? tr("%1 needs the program %2, which is not installed beside this one: "
                                        "install Groundplan again.")
                                         .arg(subject_, nameOf(task_))
                                   : tr("%1 needs a temporary folder, and none could be made: %2.")
                                         .arg(subject_, folder_.errorString()));
    }
    QProcessEnvironment environment;
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process_.setProcessEnvironment(environment);
    process_.setWorkingDirectory(folder_.path());
    process_.setStandardErrorFile(QProcess::nullDevice());
    QStringList words;
    if (task_ != Task::Unpack)
        words += task_ == Task::Parse ? u"parse"_s : u"layout"_s;
    process_.start(path, words);
    if (!process_.waitForStarted(-1)) {
        return fail(ErrorCode::Unreadable, tr("%1 needs the program “%2”, which could not be started: %3.")
                                               .arg(subject_, path, process_.errorString()));
    }
    process_.write(request);
    process_.closeWriteChannel();
    return {};
}

Result<QByteArray> HelperProcess::wait(int timeoutMs, const std::atomic<bool>* cancelled) {
    constexpr int kSliceMs = 20;
    const QDeadlineTimer deadline(timeoutMs);
    while (process_.state() != QProcess::NotRunning) {
        if (cancelled && cancelled->load())
            return stop(ErrorCode::Cancelled, tr("%1 was cancelled.").arg(subject_));
        if (deadline.hasExpired()) {
            return stop(ErrorCode::Unreadable,
                        tr("%1 took longer than %2 s and was stopped; choose less at a time.")
                            .arg(subject_, inSeconds(timeoutMs)));
        }
        if (process_.bytesAvailable() > kLargestAnswer)
            return stop(ErrorCode::Unreadable, tr("%1 grew too large and was stopped.").arg(subject_));
        process_.waitForFinished(
            int(std::min<qint64>(kSliceMs, std::max<qint64>(1, deadline.remainingTime()))));
    }
    return finished();
}

Failure HelperProcess::stop(ErrorCode code, const QString& sentence) {
    process_.kill();
    process_.waitForFinished(-1);
    return fail(code, sentence);
}

Result<QByteArray> HelperProcess::finished() {
    if (process_.exitStatus() == QProcess::CrashExit) {
        if (process_.exitCode() == SIGXCPU) {
            return fail(ErrorCode::Unreadable,
                        tr("%1 took more than 30 s of processor time and was stopped; choose less at a time.")
                            .arg(subject_));
        }
        const QString what = task_ == Task::Unpack
                                 ? tr("%1 crashed or ran out of memory (signal %2); nothing was taken over.")
                                 : tr("%1 made Graphviz crash or run out of memory (signal %2); nothing was "
                                      "taken over.");
        return fail(ErrorCode::Unreadable, what.arg(subject_).arg(process_.exitCode()));
    }
    if (process_.exitCode() != 0) {
        return fail(ErrorCode::Unreadable, tr("%1 failed in the program %2 (exit code %3).")
                                               .arg(subject_, nameOf(task_))
                                               .arg(process_.exitCode()));
    }
    return process_.readAllStandardOutput();
}

} // namespace groundplan
