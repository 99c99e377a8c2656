#include "app/cli/draft.h"

#include "app/cli/console.h"
#include "app/cli/reading.h"
#include "model/exchange/exchange_limits.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

} // namespace

Result<void> refuseExisting(const QString& path, const Arguments& arguments) {
    const QFileInfo info(path);
    if (info.isDir())
        return fail(ErrorCode::NotWritten, tr("“%1” is a folder: name a file in it.").arg(path));
    if (info.exists() && !arguments.has("force")) {
        return fail(ErrorCode::NotWritten,
                    tr("“%1” exists already: choose another name, or replace it with --force.").arg(path));
    }
    return {};
}

Result<QByteArray> readWhole(const QString& path) {
    QFile file(path);
    const bool open = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open && path != "-"_L1 && !QFileInfo::exists(path))
        return fail(ErrorCode::Unreadable, tr("“%1” does not exist.").arg(path));
    if (!open)
        return fail(ErrorCode::Unreadable, tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
    // A device, or another program's output, may never end.
    constexpr qsizetype kPart = 1024 * 1024;
    QByteArray bytes;
    bytes.reserve(std::min<qint64>(file.size(), exchangelimits::kCarrierBytes)); // growing holds it twice
    for (QByteArray part = file.read(kPart); !part.isEmpty(); part = file.read(kPart)) {
        bytes += part;
        if (bytes.size() > exchangelimits::kCarrierBytes) {
            return fail(ErrorCode::Unreadable,
                        tr("“%1” is larger than %2 MB, which is the most that is read.")
                            .arg(path == "-"_L1 ? tr("standard input") : path)
                            .arg(exchangelimits::kCarrierBytes >> 20));
        }
    }
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Unreadable, tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
    return bytes;
}

Result<std::unique_ptr<Draft>> Draft::empty() {
    auto draft = std::make_unique<Draft>();
    if (!draft->folder_.isValid()) {
        return fail(ErrorCode::NotWritten,
                    tr("No temporary folder can be made (%1): set TMPDIR to a folder that can be written.")
                        .arg(draft->folder_.errorString()));
    }
    return draft;
}

Result<std::unique_ptr<Draft>> Draft::make(const QString& path) {
    auto draft = empty();
    if (!draft)
        return draft;
    auto document = Document::createUnnamed((*draft)->folder_.path(), Document::Use::CommandLine);
    if (!document)
        return notMade(document.error(), path);
    (*draft)->document_ = std::move(*document);
    return draft;
}

Result<std::unique_ptr<Draft>> Draft::of(const QByteArray& bytes, const QString& path) {
    auto draft = empty();
    if (!draft)
        return draft;
    QFile file((*draft)->fileBeside(u"inside.gplan"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return notMade({ErrorCode::NotWritten, file.errorString()}, path);
    file.close();
    auto document = Document::open(file.fileName(), Document::Use::CommandLine);
    if (!document)
        return notMade(document.error(), path);
    (*draft)->document_ = std::move(*document);
    return draft;
}

Result<std::unique_ptr<Draft>> Draft::copy(const QString& source, const QString& path, Console& console) {
    auto draft = empty();
    if (!draft)
        return draft;
    const QString copied = (*draft)->fileBeside(u"copy.gplan"_s);
    {
        const auto original = openToRead(source, console);
        if (!original)
            return Failure(original.error());
        if (const auto saved = (*original)->saveCopy(copied, true); !saved)
            return notMade(saved.error(), path);
    }
    auto document = Document::open(copied, Document::Use::CommandLine);
    if (!document)
        return notMade(document.error(), path);
    (*draft)->document_ = std::move(*document);
    return draft;
}

Failure Draft::notMade(const Error& error, const QString& path) {
    if (error.code != ErrorCode::NotWritten)
        return Failure(error);
    return fail(ErrorCode::NotWritten,
                tr("“%1” was not made; make room in “%2”, where it is drafted, or set TMPDIR to another "
                   "folder: the disk reports an error or is full.")
                    .arg(path, QDir::toNativeSeparators(QDir::tempPath())));
}

Result<void> Draft::save(const QString& path, Console& console, const QString& shown) {
    return document_->saveAs(path).map([&] {
        const Design& design = document_->design();
        console.line(tr("Made “%1” (blocks: %2, frames: %3, connections: %4).")
                         .arg(shown.isEmpty() ? path : shown)
                         .arg(design.blocks.size())
                         .arg(design.frames.size())
                         .arg(design.connections.size()));
    });
}

} // namespace groundplan::cli
