#include "app/render/export_formats.h"

#include "app/render/export_time.h"
#include "app/render/left_out.h"
#include "app/render/svg_writer.h"
#include "app/render/unreadable.h"
#include "model/exchange/drawio_writer.h"
#include "model/exchange/embedded_source.h"
#include "model/exchange/exchange_limits.h"
#include "model/exchange/json_writer.h"
#include "model/exchange/mermaid_writer.h"
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

Result<QString> writeText(const QByteArray& text, const QString& format, QIODevice& out) {
    if (out.write(text) != text.size()) {
        return fail(
            ErrorCode::NotWritten,
            Text::tr("The %1 text could not be written: %2.").arg(nameOfFormat(format), out.errorString()));
    }
    return QString();
}
/// One behind the other; each may be empty.
QString sentences(const QString& first, const QString& second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + u' ' + second;
}
/// Written whatever its size: who shows it may raise Mermaid's limits.
Result<QString> writeFlowchart(const Design& design, const Catalogue& catalogue, QIODevice& out) {
    const QByteArray text = writeMermaid(design, catalogue);
    const MermaidSize size = mermaidSize(design, text);
    return writeText(text, u"mmd"_s, out).map([&](const QString&) {
        const QString leftOut = leftOutSentence(design, catalogue, LeavesAs::Flowchart);
        const QString tooLarge =
            size.isShown() ? QString()
                           : Text::tr("Mermaid shows no more than %1 connections and %2 characters, and this "
                                      "diagram has %3 and %4: raise maxEdges and maxTextSize in the settings "
                                      "of what shows it.")
                                 .arg(size.kMostConnections)
                                 .arg(size.kMostCharacters)
                                 .arg(size.connections)
                                 .arg(size.characters);
        return sentences(tooLarge, leftOut);
    });
}
/// The same, of a text that is to come back.
Result<QString> writeReadable(const QByteArray& text, qsizetype most, const QString& format, QIODevice& out) {
    if (text.size() > most) {
        return fail(
            ErrorCode::NotWritten,
            Text::tr("The %1 text would be %2 MB, mostly pictures, and only %3 MB can be read back: export "
                     "fewer pictures, or make smaller ones of them.")
                .arg(nameOfFormat(format), QString::number(text.size() >> 20), QString::number(most >> 20)));
    }
    return writeText(text, format, out);
}

} // namespace

QStringList exportFormats() {
    return {u"dot"_s, u"pdf"_s, u"png"_s, u"svg"_s, u"json"_s, u"mmd"_s, u"drawio"_s};
}

bool isPicture(const QString& format) {
    return format == "pdf"_L1 || format == "png"_L1 || format == "svg"_L1;
}

QString nameOfFormat(const QString& format) {
    if (format == "mmd"_L1)
        return u"Mermaid"_s;
    if (format == "drawio"_L1)
        return u"draw.io"_s;
    if (format == "md"_L1)
        return u"Markdown"_s;
    return format.toUpper();
}

QString exportFormatOf(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "gv"_L1)
        return u"dot"_s;
    if (ending == "mermaid"_L1)
        return u"mmd"_s;
    return exportFormats().contains(ending) ? ending : QString();
}

bool carriesSource(const QString& format) {
    return isPicture(format); // each of them has a place for what is not seen
}

Result<Design> exportedPart(const ExportRequest& request) {
    if (!request.selection)
        return request.design;
    const Design part = selectionOf(request.design, *request.selection);
    if (part.elements.isEmpty()) {
        return fail(ErrorCode::WrongUse,
                    Text::tr("Nothing of the selection is on this board: select what is to be exported."));
    }
    return part;
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

    const Result<Design> exported = exportedPart(request);
    if (!exported)
        return Failure(exported.error());
    const Design& part = *exported;
    ExportRequest wanted = request;
    if (request.selection)
        wanted.source = {};
    if (request.selection) {
        QSet<ElementId> ids;
        for (const Element& element : part.elements)
            ids.insert(element.id);
        wanted.selection = ids;
    }

    if (format == "dot"_L1)
        return writeReadable(writeDot(part, catalogue), dotlimits::kInputBytes, format, out);
    if (format == "json"_L1)
        return writeReadable(writeJson(part), exchangelimits::kInputBytes, format, out);
    if (format == "mmd"_L1)
        return writeFlowchart(part, catalogue, out);
    if (format == "drawio"_L1) {
        return writeText(writeDrawio(part, catalogue, request.carries), format, out).map([&](const QString&) {
            return request.carries ? QString() : leftOutSentence(part, catalogue, LeavesAs::Drawing);
        });
    }
    const auto withUnreadable = [&](const QString& remark) {
        return sentences(remark, unreadableSentence(part, wanted.title, Told::Picture));
    };
    if (format == "png"_L1)
        return writePng(wanted, catalogue, out).map(withUnreadable);
    const Result<void> written =
        format == "svg"_L1 ? writeSvg(wanted, catalogue, out) : writePdf(wanted, catalogue, out);
    return written.map([&] { return withUnreadable({}); });
}

} // namespace groundplan
