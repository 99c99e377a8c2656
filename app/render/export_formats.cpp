#include "app/render/export_formats.h"

#include "model/graphviz/dot.h"
#include "model/graphviz/dot_limits.h"
#include "model/operations/operations.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

Result<QString> writeDotText(const Design& design, const Catalogue& catalogue, QIODevice& out) {
    const QByteArray text = writeDot(design, catalogue);
    if (std::size_t(text.size()) > dotlimits::kInputBytes) {
        return fail(
            ErrorCode::NotWritten,
            Text::tr(
                "The DOT text would be %1 MB, mostly pictures, and only %2 MB can be read back: export fewer "
                "pictures, or make smaller ones of them.")
                .arg(text.size() >> 20)
                .arg(dotlimits::kInputBytes >> 20));
    }
    if (out.write(text) != text.size())
        return fail(ErrorCode::NotWritten,
                    Text::tr("The DOT text could not be written: %1.").arg(out.errorString()));
    return QString();
}

} // namespace

QStringList exportFormats() {
    return {u"dot"_s, u"pdf"_s, u"png"_s};
}

QString exportFormatOf(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "gv"_L1)
        return u"dot"_s;
    return exportFormats().contains(ending) ? ending : QString();
}

Result<QString> exportDesign(const ExportRequest& request, const QString& format, const Catalogue& catalogue,
                             QIODevice& out) {
    if (!exportFormats().contains(format)) {
        return fail(ErrorCode::WrongUse, Text::tr("There is no export format “%1”: choose one of %2.")
                                             .arg(format, exportFormats().join(u", "_s)));
    }
    if (!(request.scale >= 0.1 && request.scale <= 16)) {
        return fail(ErrorCode::WrongUse,
                    Text::tr("The scale %1 is out of range: choose one from 0.1 to 16.").arg(request.scale));
    }
    if (const auto timed = checkExportTime(); !timed)
        return Failure(timed.error());

    ExportRequest wanted = request;
    Design part = request.design;
    if (request.selection) {
        part = selectionOf(request.design, *request.selection);
        if (part.elements.isEmpty()) {
            return fail(
                ErrorCode::WrongUse,
                Text::tr("Nothing of the selection is on this board: select what is to be exported."));
        }
        QSet<ElementId> ids;
        for (const Element& element : part.elements)
            ids.insert(element.id);
        wanted.selection = ids;
    }

    if (format == "dot"_L1)
        return writeDotText(part, catalogue, out);
    if (format == "png"_L1)
        return writePng(wanted, catalogue, out);
    return writePdf(wanted, catalogue, out).transform([] { return QString(); });
}

} // namespace groundplan
