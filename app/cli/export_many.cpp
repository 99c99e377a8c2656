#include "app/cli/export_many.h"

#include "app/cli/console.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("Cli", text, nullptr, n);
}

/// How far it is, on standard error.
class ProgressLine {
public:
    /// Where the line is written anew: what is being done.
    void begin(const QString& text) {
        if (terminal_)
            say(text);
    }
    void say(const QString& text) {
        const QByteArray line = plain(text).toUtf8();
        std::fprintf(stderr, terminal_ ? "\r\033[K%s" : "%s\n", line.constData());
        std::fflush(stderr);
    }
    ~ProgressLine() {
        if (terminal_)
            std::fputs("\r\033[K", stderr);
    }
    ProgressLine() = default;
    Q_DISABLE_COPY_MOVE(ProgressLine)

private:
    const bool terminal_ = ::isatty(STDERR_FILENO) == 1;
};

} // namespace

QStringList namesFor(const QStringList& files, const QString& ending) {
    QStringList names(files.size());
    QSet<QString> taken;
    const auto take = [&](qsizetype i, const QString& base) {
        if (taken.contains(base.toCaseFolded()))
            return false;
        taken.insert(base.toCaseFolded());
        names[i] = base + u'.' + ending;
        return true;
    };
    const auto baseOf = [&](qsizetype i) {
        const QString base = QFileInfo(files.at(i)).completeBaseName();
        return base.isEmpty() ? QFileInfo(files.at(i)).fileName() : base;
    };
    // Numbers come after all names that files have by themselves: "board-2.gplan" may be among them.
    for (qsizetype i = 0; i < files.size(); ++i)
        take(i, baseOf(i));
    for (qsizetype i = 0; i < files.size(); ++i) {
        for (int number = 2; names.at(i).isEmpty(); ++number)
            take(i, u"%1-%2"_s.arg(baseOf(i)).arg(number));
    }
    return names;
}

Result<void>
exportMany(const QStringList& files, const QString& folder, const QString& format, Console& console,
           const std::function<Result<void>(const QString& from, const QString& to)>& exportOne) {
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::NotWritten, tr("The folder “%1” cannot be made: choose another.").arg(folder));
    const QStringList names = namesFor(files, format);
    QList<Error> faults;
    {
        ProgressLine progress;
        for (qsizetype i = 0; i < files.size(); ++i) {
            const QString to = QDir(folder).filePath(names.at(i));
            const QString from = u"%1/%2 %3"_s.arg(i + 1).arg(files.size()).arg(files.at(i));
            progress.begin(from);
            const auto done = exportOne(files.at(i), to);
            progress.say(done ? u"%1 → %2"_s.arg(from, to) : tr("%1: not exported").arg(from));
            if (!done)
                faults.append(done.error());
        }
    }
    if (faults.isEmpty())
        return {};
    std::stable_sort(faults.begin(), faults.end(), [](const Error& a, const Error& b) {
        return exitCode(a.code) == 3 && exitCode(b.code) != 3;
    });
    for (const Error& fault : std::as_const(faults))
        console.complain(fault.sentence);
    return fail(faults.constFirst().code,
                tr("%1 of %2 files could not be exported.").arg(faults.size()).arg(files.size()));
}

} // namespace groundplan::cli
