#include "model/exchange/drawio_file.h"

#include "model/exchange/exchange_limits.h"
#include "model/exchange/inflate.h"
#include "model/exchange/png_text.h"
#include "model/exchange/xml_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QXmlStreamReader>

#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

namespace {

using namespace exchangelimits;

class FileReader {
    Q_DECLARE_TR_FUNCTIONS(DrawioFile)

public:
    FileReader(const QString& sourceName, const std::atomic<bool>* cancelled)
        : sourceName_(sourceName)
        , cancelled_(cancelled) {}

    Result<QList<Page>> read(const QByteArray& bytes) {
        if (bytes.size() > kInputBytes)
            return refuse(tr("the file is larger than %1 MB, which is the most that is read.")
                              .arg(QLocale().toString(kInputBytes >> 20)));
        if (isPng(bytes))
            return readPng(bytes);
        readXml(bytes, {}, Level::File);
        if (!error_.sentence.isEmpty())
            return Failure(error_);
        return std::move(pages_);
    }

private:
    enum class Level { File, Page };

    Failure refuse(const QString& reason) const {
        return fail(ErrorCode::Unreadable,
                    tr("%1 is not read as a draw.io file: %2", "source, reason").arg(sourceName_, reason));
    }
    Failure refuseAt(const QString& place, const QString& reason) const {
        return fail(ErrorCode::Unreadable,
                    tr("%1 is not read as a draw.io file, %2: %3", "source, place, reason")
                        .arg(sourceName_, place, reason));
    }
    static QString placeIn(const QString& page, qint64 line) {
        return page.isEmpty() ? tr("line %1").arg(line)
                              : tr("page “%1”, line %2").arg(page.left(40)).arg(line);
    }
    void stop(const Failure& failure) {
        if (error_.sentence.isEmpty())
            error_ = failure.value();
    }
    void stopAt(const QXmlStreamReader& xml, const QString& reason) {
        stop(refuseAt(placeIn(page_, xml.lineNumber()), reason));
    }
    bool stopped() {
        if (cancelled_ && *cancelled_)
            stop(fail(ErrorCode::Cancelled, tr("Reading %1 was cancelled.").arg(sourceName_)));
        return !error_.sentence.isEmpty();
    }

    // ---- wrappings

    Result<QList<Page>> readPng(const QByteArray& bytes) {
        // Of these the first is draw.io's today, the other one that of its first years.
        for (const char* keyword : {"mxfile", "mxGraphModel"}) {
            const PngText found = pngText(bytes, keyword, kInputBytes);
            if (found.fault != PngText::Fault::None)
                return refuseAt(found.chunk, groundplan::wordsOf(found, kInputBytes));
            if (!found.text)
                continue;
            readText(*found.text, {}, found.chunk);
            if (!error_.sentence.isEmpty())
                return Failure(error_);
            return std::move(pages_);
        }
        return refuse(tr("this picture holds no drawing; export it from draw.io with “Include a copy of my "
                         "diagram”."));
    }

    /// What stands in place of XML: XML with percent signs, or packed. `place`: where, for sentences.
    void readText(const QByteArray& text, const QString& pageName, const QString& place) {
        const QByteArray trimmed = text.trimmed();
        if (trimmed.isEmpty()) {
            if (!pageName.isNull())
                pages_ << Page{pageName, {}, {}, {}};
            return;
        }
        if (trimmed.startsWith('<')) {
            readXml(trimmed, pageName, Level::Page);
            return;
        }
        if (trimmed.startsWith('%')) {
            readXml(QByteArray::fromPercentEncoding(trimmed), pageName, Level::Page);
            return;
        }
        // Programs that write XML break long lines.
        const auto packed = QByteArray::fromBase64Encoding(
            trimmed.simplified().replace(' ', QByteArrayView()), QByteArray::AbortOnBase64DecodingErrors);
        if (!packed) {
            stop(refuseAt(place, tr("what is there is neither XML nor Base64.")));
            return;
        }
        const auto text2 = inflated(*packed, Wrapping::Bare, {kInputBytes - unpacked_, {}, cancelled_});
        if (!text2) {
            if (!stopped()) // cancelled
                stop(refuseAt(place, groundplan::wordsOf(text2.error(), kInputBytes)));
            return;
        }
        unpacked_ += text2->size();
        readXml(QByteArray::fromPercentEncoding(*text2), pageName, Level::Page);
    }

    void readXml(const QByteArray& bytes, const QString& pageName, Level level) {
        if (++nested_ > 4) // a page within the attribute of a picture within a page: nobody's
            stop(refuse(tr("drawings lie within drawings.")));
        const XmlText text = readXmlText(bytes);
        if (text.fault != XmlFault::None)
            stop(refuseAt(placeIn(pageName, text.line), wordsOf(text.fault)));
        if (!stopped()) {
            const QString before = std::exchange(page_, pageName);
            QXmlStreamReader xml(text.text);
            xml.setNamespaceProcessing(false);
            readRoot(xml, pageName, level);
            if (xml.hasError())
                stopAt(xml, wordsOf(xml));
            page_ = before;
        }
        --nested_;
    }
    static QString wordsOf(XmlFault fault) {
        switch (fault) {
        case XmlFault::Declarations:
            return tr("it declares entities or attributes of its own, which no draw.io file does.");
        case XmlFault::Attributes:
            return tr("an element has more than %1 attributes.").arg(XmlText::kMostAttributes);
        case XmlFault::NotText:
        case XmlFault::None:
            break;
        }
        return tr("this is not text in UTF-8.");
    }
    static QString wordsOf(const QXmlStreamReader& xml) {
        switch (xml.error()) {
        case QXmlStreamReader::PrematureEndOfDocumentError:
            return tr("the file ends too early.");
        default:
            return tr("the XML is damaged here.");
        }
    }

    void readRoot(QXmlStreamReader& xml, const QString& pageName, Level level) {
        if (!xml.readNextStartElement())
            return;
        const QStringView name = xml.name();
        if (name == u"mxfile") {
            readFile(xml);
        } else if (name == u"mxGraphModel") {
            addPage(xml, pageName);
            readModel(xml);
        } else if (name == u"svg" && level == Level::File) {
            const QString content = xml.attributes().value(u"content"_s).toString();
            const QString place = tr("attribute “content” of <svg>");
            if (content.isEmpty())
                stop(refuse(tr("this picture holds no drawing; export it from draw.io with “Include a copy "
                               "of my diagram”.")));
            else
                readText(content.toUtf8(), {}, place);
            return; // the picture itself says nothing more
        } else if (name == u"mxlibrary") {
            stopAt(xml, tr("this is a library of shapes and not a drawing."));
        } else {
            stopAt(xml, tr("it begins with <%1> and not with <mxfile>.").arg(name.left(40)));
        }
        while (!xml.atEnd() && !stopped())
            xml.readNext();
    }

    void addPage(const QXmlStreamReader& xml, const QString& name) {
        const QString background = xml.attributes().value(u"background"_s).toString();
        pages_ << Page{name, background == u"none"_s ? QString() : background, variables_, {}};
    }
    /// A few names with their values, as JSON.
    void readVariables(const QXmlStreamReader& xml) {
        const QByteArray json = xml.attributes().value(u"vars"_s).toUtf8();
        if (json.isEmpty() || json.size() > kTextLength)
            return;
        const QJsonObject values = QJsonDocument::fromJson(json).object();
        for (auto value = values.begin(); value != values.end(); ++value)
            variables_.insert(value.key(), value.value().toVariant().toString());
    }
    void readFile(QXmlStreamReader& xml) {
        readVariables(xml);
        while (!stopped() && xml.readNextStartElement()) {
            if (xml.name() == u"diagram")
                readDiagram(xml);
            else
                skip(xml);
        }
    }

    void readDiagram(QXmlStreamReader& xml) {
        QString name = xml.attributes().value(u"name"_s).toString();
        if (name.isNull())
            name = u""_s;
        QString text;
        const qint64 line = xml.lineNumber();
        while (!stopped() && !xml.atEnd()) {
            xml.readNext();
            if (xml.isCharacters()) {
                text += xml.text();
            } else if (xml.isStartElement()) {
                if (xml.name() == u"mxGraphModel") {
                    const QString before = std::exchange(page_, name);
                    addPage(xml, name);
                    readModel(xml);
                    if (xml.hasError())
                        stopAt(xml, wordsOf(xml));
                    page_ = before;
                    while (!stopped() && xml.readNextStartElement())
                        skip(xml);
                    return;
                }
                skip(xml);
            } else if (xml.isEndElement()) {
                break;
            }
        }
        if (!stopped() && !xml.hasError())
            readText(text.toUtf8(), name, placeIn(name.isEmpty() ? u"?"_s : name, line));
    }

    /// skipCurrentElement() with an end: it goes as deep as the file does.
    void skip(QXmlStreamReader& xml) {
        int depth = 1;
        while (depth > 0 && !xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement())
                ++depth;
            else if (xml.isEndElement())
                --depth;
            if (depth > kDepth) {
                stopAt(xml, tr("elements lie more than %1 deep within each other.").arg(kDepth));
                return;
            }
        }
    }

    // ---- cells

    void readModel(QXmlStreamReader& xml) {
        while (!stopped() && xml.readNextStartElement()) {
            if (xml.name() != u"root") {
                skip(xml);
                continue;
            }
            while (!stopped() && xml.readNextStartElement()) {
                Cell cell;
                if (xml.name() == u"mxCell")
                    readCell(xml, cell);
                else
                    readWrapper(xml, cell);
                take(xml, std::move(cell));
            }
        }
    }

    void take(const QXmlStreamReader& xml, Cell cell) {
        (cell.edge ? edges_ : nodes_) += 1;
        if (nodes_ > kNodes || edges_ > kEdges) {
            stopAt(xml, tr("it has more than %1 shapes or %2 connectors; split it.")
                            .arg(QLocale().toString(kNodes), QLocale().toString(kEdges)));
        } else {
            pages_.last().cells << std::move(cell);
        }
    }

    /// UserObject, object, or a name of somebody's own around a cell: its attributes are data.
    void readWrapper(QXmlStreamReader& xml, Cell& cell) {
        readData(xml.attributes(), cell);
        while (!stopped() && xml.readNextStartElement()) {
            if (xml.name() == u"mxCell")
                readCell(xml, cell);
            else
                skip(xml);
        }
    }
    static void readData(const QXmlStreamAttributes& attributes, Cell& cell) {
        for (const QXmlStreamAttribute& attribute : attributes) {
            const QStringView name = attribute.name();
            QString value = attribute.value().toString();
            if (name == u"id")
                cell.id = value;
            else if (name == u"label" || name == u"value")
                cell.label = value;
            else if (name == u"link")
                cell.link = value;
            else if (name == u"tooltip")
                cell.tooltip = value;
            else if (name == u"placeholders")
                cell.placeholders = value == u"1"_s;
            else if (name != u"as")
                cell.data.emplaceBack(name.toString(), std::move(value));
        }
    }

    void readCell(QXmlStreamReader& xml, Cell& cell) {
        for (const QXmlStreamAttribute& attribute : xml.attributes()) {
            const QStringView name = attribute.name();
            const QStringView value = attribute.value();
            if (name == u"id" && cell.id.isEmpty())
                cell.id = value.toString();
            else if (name == u"value" && cell.label.isEmpty())
                cell.label = value.toString();
            else if (name == u"style")
                cell.style = value.toString();
            else if (name == u"parent")
                cell.parent = value.toString();
            else if (name == u"source")
                cell.source = value.toString();
            else if (name == u"target")
                cell.target = value.toString();
            else if (name == u"vertex")
                cell.vertex = value == u"1" || value == u"true";
            else if (name == u"edge")
                cell.edge = value == u"1" || value == u"true";
            else if (name == u"visible")
                cell.visible = value != u"0" && value != u"false";
            else if (name == u"collapsed")
                cell.folded = value == u"1" || value == u"true";
        }
        while (!stopped() && xml.readNextStartElement()) {
            if (xml.name() == u"mxGeometry") {
                readGeometry(xml, cell.geometry);
            } else {
                // The first versions kept a UserObject within its cell.
                if (xml.attributes().value(u"as"_s) == u"value")
                    readData(xml.attributes(), cell);
                skip(xml);
            }
        }
    }

    /// 0 for what is none; `wrong` becomes true where something is written and cannot be meant.
    static double number(const QXmlStreamAttributes& attributes, const QString& name, bool& wrong) {
        const QStringView written = attributes.value(name);
        if (written.isEmpty())
            return 0;
        bool valid = false;
        const double value = written.toDouble(&valid);
        // As far as a board goes, so that sums of many stay numbers, too.
        constexpr double kMost = 1e7;
        if (valid && std::isfinite(value) && std::abs(value) <= kMost)
            return value;
        wrong = true;
        return 0;
    }
    static QPointF pointOf(const QXmlStreamReader& xml, bool& wrong) {
        const QXmlStreamAttributes attributes = xml.attributes();
        return {number(attributes, u"x"_s, wrong), number(attributes, u"y"_s, wrong)};
    }
    static QRectF rectOf(const QXmlStreamReader& xml, bool& wrong) {
        const QXmlStreamAttributes attributes = xml.attributes();
        return {number(attributes, u"x"_s, wrong), number(attributes, u"y"_s, wrong),
                number(attributes, u"width"_s, wrong), number(attributes, u"height"_s, wrong)};
    }

    void readGeometry(QXmlStreamReader& xml, Geometry& geometry) {
        geometry.rect = rectOf(xml, geometry.wrong);
        geometry.relative = xml.attributes().value(u"relative"_s) == u"1";
        while (!stopped() && xml.readNextStartElement()) {
            const QString as = xml.attributes().value(u"as"_s).toString();
            if (xml.name() == u"mxPoint") {
                if (as == u"sourcePoint"_s)
                    geometry.start = pointOf(xml, geometry.wrong);
                else if (as == u"targetPoint"_s)
                    geometry.end = pointOf(xml, geometry.wrong);
                else if (as == u"offset"_s)
                    geometry.offset = pointOf(xml, geometry.wrong);
            } else if (xml.name() == u"mxRectangle" && as == u"alternateBounds"_s) {
                geometry.unfolded = rectOf(xml, geometry.wrong);
            } else if (xml.name() == u"Array" && as == u"points"_s) {
                readPoints(xml, geometry);
                continue;
            }
            skip(xml);
        }
    }
    void readPoints(QXmlStreamReader& xml, Geometry& geometry) {
        while (!stopped() && xml.readNextStartElement()) {
            if (++points_ > kStrokePoints)
                stopAt(
                    xml,
                    tr("its connectors have more than %1 corners.").arg(QLocale().toString(kStrokePoints)));
            else if (xml.name() == u"mxPoint")
                geometry.points << pointOf(xml, geometry.wrong);
            skip(xml);
        }
    }

    const QString sourceName_;
    const std::atomic<bool>* cancelled_;
    QList<Page> pages_;
    QHash<QString, QString> variables_;
    QString page_; ///< that is being read, while it lies in a file of several
    Error error_{ErrorCode::Unreadable, {}};
    int nested_ = 0;
    qsizetype unpacked_ = 0;
    qsizetype nodes_ = 0;
    qsizetype edges_ = 0;
    qsizetype points_ = 0;
};

} // namespace

Result<QList<Page>> readPages(const QByteArray& bytes, const QString& sourceName,
                              const std::atomic<bool>* cancelled) {
    return FileReader(sourceName, cancelled).read(bytes);
}

} // namespace groundplan::drawio
