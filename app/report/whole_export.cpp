#include "app/report/whole_export.h"

#include "app/render/export_formats.h"
#include "app/render/export_time.h"
#include "app/render/left_out.h"
#include "app/render/write_file.h"
#include "app/report/html_page.h"
#include "app/report/side_file.h"
#include "model/exchange/mermaid_writer.h"
#include "model/report/markdown.h"
#include "model/report/report_of.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

/// The diagram of a Markdown document, in which a flowchart that nobody shows is only a page of noise.
struct Flowchart {
    QByteArray mermaid;
    QString remark; ///< why there is none; else empty
};
Flowchart flowchartOf(const Design& design, const Catalogue& catalogue) {
    if (design.elements.isEmpty())
        return {};
    const QByteArray mermaid = writeMermaid(design, catalogue);
    const MermaidSize size = mermaidSize(design, mermaid);
    if (size.isShown())
        return {mermaid, {}};
    return {{},
            Text::tr("The diagram is not given as a Mermaid flowchart as well: Mermaid shows no more than %1 "
                     "connections and %2 characters, and it has %3 and %4.")
                .arg(size.kMostConnections)
                .arg(size.kMostCharacters)
                .arg(size.connections)
                .arg(size.characters)};
}

/// `remark` becomes what is to be said of them, or stays empty.
QByteArray bytesOf(const ExportRequest& part, const std::optional<PracticeSession>& session,
                   const QString& format, const Catalogue& catalogue, const Templates& templates,
                   const QString& picture, QString& remark) {
    ReportFacts facts;
    facts.title = part.title;
    facts.author = part.author;
    facts.date = exportTime().date();
    facts.language = reportLanguage();
    facts.session = session;
    facts.version = part.version;
    const Report report = reportOf(part.design, catalogue, templates, facts);
    if (format == "html"_L1)
        return htmlPage(part, report, catalogue);
    const Flowchart flowchart = flowchartOf(part.design, catalogue);
    remark = flowchart.remark;
    const QString leftOut =
        picture.isEmpty() ? leftOutSentence(part.design, catalogue, LeavesAs::DocumentAlone) : QString();
    remark += (remark.isEmpty() || leftOut.isEmpty() ? QString() : u" "_s) + leftOut;
    return writeMarkdown(report, part.design.elements.isEmpty() ? QString() : picture, flowchart.mermaid,
                         flowchart.remark);
}

} // namespace

QStringList wholeFormats() {
    return exportFormats() + QStringList{u"md"_s, u"html"_s};
}

bool isDocument(const QString& format) {
    return format == "md"_L1 || format == "html"_L1;
}

bool namesAuthor(const QString& format) {
    return isDocument(format) || isPicture(format);
}

QString wholeFormatOf(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "markdown"_L1)
        return u"md"_s;
    if (ending == "htm"_L1)
        return u"html"_s;
    return isDocument(ending) ? ending : exportFormatOf(path);
}

Result<QString> exportWhole(const WholeExport& wanted, const QString& format, const Catalogue& catalogue,
                            const Templates& templates, QIODevice& out, const QString& picture) {
    if (!wholeFormats().contains(format)) {
        return fail(ErrorCode::WrongUse, Text::tr("There is no export format “%1”: choose one of %2.")
                                             .arg(format, wholeFormats().join(u", "_s)));
    }
    if (!isDocument(format))
        return exportDesign(wanted.request, format, catalogue, out);
    if (const auto timed = checkExportTime(); !timed)
        return Failure(timed.error());
    ExportRequest part = wanted.request;
    const Result<Design> design = exportedPart(part);
    if (!design)
        return Failure(design.error());
    part.design = *design;
    part.selection.reset();
    QString remark;
    const QByteArray bytes = bytesOf(part, wanted.session, format, catalogue, templates, picture, remark);
    if (out.write(bytes) != bytes.size()) {
        return fail(
            ErrorCode::NotWritten,
            Text::tr("The %1 text could not be written: %2.").arg(nameOfFormat(format), out.errorString()));
    }
    return remark;
}

QString pictureBeside(const QString& path, const QString& format) {
    const QFileInfo file(path);
    // Names of streams, which may lead to files.
    const bool isStream =
        file.path() == "/dev"_L1 || path.startsWith("/dev/fd/"_L1) || path.startsWith("/proc/"_L1);
    if (format != "md"_L1 || isStream || (file.exists() && !file.isFile()))
        return {};
    return file.path() + u'/' + file.completeBaseName() + u".diagram.svg"_s;
}

QString pictureInTheWay(const Design& design, const QString& path, const QString& format) {
    const QString beside = pictureBeside(path, format);
    return beside.isEmpty() || design.elements.isEmpty() || !isOfSomebodyElse(beside) ? QString() : beside;
}

Result<QString> exportFile(const WholeExport& wanted, const QString& format, const Catalogue& catalogue,
                           const Templates& templates, const QString& path) {
    const QString beside = pictureBeside(path, format);
    if (!beside.isEmpty() && !wanted.request.design.elements.isEmpty()) {
        QBuffer picture;
        picture.open(QIODevice::WriteOnly);
        if (const auto drawn = exportWhole(wanted, u"svg"_s, catalogue, templates, picture); !drawn)
            return Failure(drawn.error());
        const QByteArray bytes = asSideFile(picture.data());
        const Result<void> written = writeFileWhole(beside, [&](QIODevice& out) -> Result<void> {
            if (out.write(bytes) == bytes.size())
                return {};
            return fail(ErrorCode::NotWritten,
                        Text::tr("“%1” could not be written: %2.").arg(beside, out.errorString()));
        });
        if (!written)
            return Failure(written.error());
    }
    QString remark;
    const Result<void> written = writeFileWhole(path, [&](QIODevice& out) -> Result<void> {
        return exportWhole(wanted, format, catalogue, templates, out, QFileInfo(beside).fileName())
            .map([&remark](const QString& said) { remark = said; });
    });
    if (!written)
        return Failure(written.error());
    return remark;
}

} // namespace groundplan::report
