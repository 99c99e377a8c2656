#include "tests/cli/cli_run.h"
#include "tests/places.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace groundplan {

CliRun runCli(const QStringList& words, const QStringList& more, const QByteArray& input) {
    QProcess process;
    QStringList environment{u"PATH="_s + qEnvironmentVariable("PATH"), u"HOME=/dev/null"_s,
                            u"LC_ALL=C.UTF-8"_s};
    for (const QString& entry : more) { // a later one replaces an earlier one
        environment.removeIf(
            [&entry](const QString& old) { return old.section(u'=', 0, 0) == entry.section(u'=', 0, 0); });
        environment += entry;
    }
    process.setEnvironment(environment);
    process.start(programPath("groundplan-cli"), words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        qFatal("groundplan-cli %s: %s", qPrintable(words.join(u' ')), qPrintable(process.errorString()));
    CliRun run;
    run.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -process.exitCode();
    run.bytes = process.readAllStandardOutput();
    run.out = QString::fromUtf8(run.bytes);
    run.err = QString::fromUtf8(process.readAllStandardError());
    return run;
}

} // namespace groundplan
