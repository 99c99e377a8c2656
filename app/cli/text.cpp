// text and from-text: the form of a design that git compares, out and in.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/draft.h"
#include "app/cli/output.h"
#include "app/cli/reading.h"
#include "app/render/dot_import.h"
#include "model/design/validate.h"
#include "model/graphviz/text_form.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("Cli", text, nullptr, n);
}

/// Where the pictures of a text are that are too large to stand in it.
QString picturesFolderOf(const QString& textPath) {
    return textPath + u".pictures"_s;
}

Result<void> writeBytes(const QString& path, const QByteArray& bytes) {
    return writeOutput(path, [&](QIODevice& device) -> Result<void> {
        if (device.write(bytes) != bytes.size())
            return fail(ErrorCode::NotWritten,
                        tr("“%1” cannot be written: %2.").arg(path, device.errorString()));
        return {};
    });
}

/// Before the text, so that a text never names what is not there. A file with the name of a picture's bytes
/// is that picture; pictures that the text no longer names stay: other versions of it do.
Result<void> writePictures(const TextForm& form, const QString& folder) {
    if (form.pictures.isEmpty())
        return {};
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::NotWritten, tr("The folder “%1” cannot be made.").arg(folder));
    for (auto it = form.pictures.cbegin(); it != form.pictures.cend(); ++it) {
        const QString path = QDir(folder).filePath(it.key());
        if (QFileInfo(path).size() == it.value().size())
            continue;
        if (const auto written = writeBytes(path, it.value()); !written)
            return written;
    }
    return {};
}

/// What lies in the folder under the name of its bytes; anything else there is not ours.
Assets picturesIn(const QString& folder) {
    Assets pictures;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    qint64 all = 0;
    for (const QFileInfo& info : files) {
        if (!Assets::isKey(info.fileName()) || info.size() > limits::kAssetBytes)
            continue;
        all += info.size();
        if (all > limits::kAllAssetBytes)
            break;
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (Assets::keyOf(bytes) == info.fileName())
            pictures.add(bytes);
    }
    return pictures;
}

} // namespace

Result<void> runText(const Arguments& arguments, Console& console) {
    const auto reading = openToRead(arguments.operand, console);
    if (!reading && arguments.has("git")) { // at a failure git would die, and show no other file
        // Not by git's own name for it, which is another one each time.
        const QString name = QFileInfo(arguments.operand).fileName();
        console.line(QString(reading.error().sentence).replace(arguments.operand, name));
        return {};
    }
    if (!reading)
        return Failure(reading.error());
    const TextForm form = writeTextForm((*reading)->design(), catalogueFor(arguments, console));
    const QString out = arguments.has("output") ? arguments.value("output") : u"-"_s;
    if (out != "-"_L1) {
        if (const auto written = writePictures(form, picturesFolderOf(out)); !written)
            return written;
    }
    return writeBytes(out, form.text);
}

Result<void> runFromText(const Arguments& arguments, Console& console) {
    const QString from = arguments.operand;
    const QString to = arguments.value("output");
    if (const Result<void> free = refuseExisting(to, arguments); !free)
        return free;
    const Result<QByteArray> text = readWhole(from);
    if (!text)
        return Failure(text.error());
    const QString shown = from == "-"_L1 ? tr("standard input") : from;
    const Assets pictures = from == "-"_L1 ? Assets() : picturesIn(picturesFolderOf(from));
    const Result<Import> read =
        readDotWhole(*text, shown, catalogueFor(arguments, console), kImportTimeout, pictures);
    if (!read)
        return Failure(read.error());
    if (!read->ours) {
        return fail(ErrorCode::Unreadable,
                    tr("%1 is no text form of a design: “groundplan-cli import” takes DOT of other programs.")
                        .arg(shown));
    }
    for (const QString& sentence : read->told + read->notTaken)
        console.complain(sentence);
    const auto draft = Draft::make(to);
    if (!draft)
        return Failure(draft.error());
    const EditName name{QByteArrayLiteral("import"), {QFileInfo(from).fileName()}};
    if (const auto filled = fillWith((*draft)->document(), name, read->design); !filled)
        return Draft::notMade(filled.error(), to);
    return (*draft)->save(to, console);
}

} // namespace groundplan::cli
