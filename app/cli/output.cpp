#include "app/cli/output.h"

#include "app/render/write_file.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace groundplan::cli {

Result<void> writeStandardOutput(const std::function<Result<void>(QIODevice&)>& write) {
    QFile file;
    if (file.open(stdout, QIODevice::WriteOnly)) {
        const Result<void> written = write(file);
        // What the system said comes before whatever sentence the writer had for it.
        if (file.error() == QFileDevice::NoError && (!written || file.flush()))
            return written;
    }
    return fail(
        ErrorCode::NotWritten,
        QCoreApplication::translate("Cli", "Standard output cannot be written: %1.").arg(file.errorString()));
}

Result<void> writeOutput(const QString& path, const std::function<Result<void>(QIODevice&)>& write) {
    return path == "-"_L1 ? writeStandardOutput(write) : writeFileWhole(path, write);
}

} // namespace groundplan::cli
