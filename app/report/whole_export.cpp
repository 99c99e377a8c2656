#include "app/report/whole_export.h"

#include "app/render/export_formats.h"
#include "app/report/html_page.h"
#include "model/exchange/mermaid_writer.h"
#include "model/report/markdown.h"
#include "model/report/report_of.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

QByteArray bytesOf(const ExportRequest& part, const std::optional<PracticeSession>& session,
                   const QString& format, const Catalogue& catalogue, const Templates& templates,
                   const QString& picture) {
    ReportFacts facts;
    facts.title = part.title;
    facts.author = part.author;
    facts.date = exportTime().date();
    facts.language = reportLanguage();
    facts.session = session;
    const Report report = reportOf(part.design, catalogue, templates, facts);
    if (format == "html"_L1)
        return htmlPage(part, report, catalogue);
    const bool drawn = !part.design.elements.isEmpty();
    return writeMarkdown(report, drawn ? picture : QString(),
                         drawn ? writeMermaid(part.design, catalogue) : QByteArray());
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
    const QByteArray bytes = bytesOf(part, wanted.session, format, catalogue, templates, picture);
    if (out.write(bytes) != bytes.size()) {
        return fail(
            ErrorCode::NotWritten,
            Text::tr("The %1 text could not be written: %2.").arg(nameOfFormat(format), out.errorString()));
    }
    return QString();
}

QString pictureBeside(const QString& path, const QString& format) {
    const QFileInfo file(path);
    return format == "md"_L1 ? file.path() + u'/' + file.completeBaseName() + u".svg"_s : QString();
}

Result<QString> exportFile(const WholeExport& wanted, const QString& format, const Catalogue& catalogue,
                           const Templates& templates, const QString& path) {
    QString remark;
    const auto write = [&](const QString& target, const QString& as, const QString& picture) {
        return writeFileWhole(target, [&](QIODevice& out) -> Result<void> {
            return exportWhole(wanted, as, catalogue, templates, out, picture)
                .map([&remark](const QString& said) { remark = said; });
        });
    };
    const QString beside = pictureBeside(path, format);
    if (!beside.isEmpty() && !wanted.request.design.elements.isEmpty()) {
        if (const Result<void> drawn = write(beside, u"svg"_s, {}); !drawn)
            return Failure(drawn.error());
    }
    const Result<void> written = write(path, format, QFileInfo(beside).fileName());
    if (!written)
        return Failure(written.error());
    return remark;
}

} // namespace groundplan::report
