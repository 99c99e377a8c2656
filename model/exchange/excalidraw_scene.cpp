#include "model/exchange/excalidraw_scene.h"

#include "model/exchange/exchange_limits.h"
#include "model/exchange/inflate.h"
#include "model/exchange/json_text.h"
#include "model/exchange/json_weight.h"
#include "model/exchange/png_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace groundplan::excalidraw {

namespace {

using namespace exchangelimits;

class SceneReader {
    Q_DECLARE_TR_FUNCTIONS(ExcalidrawScene)

public:
    explicit SceneReader(const QString& sourceName)
        : sourceName_(sourceName) {}

    Result<QJsonObject> read(const QByteArray& bytes) const {
        if (bytes.size() > kInputBytes)
            return refuse(tr("the file is larger than %1 MB, which is the most that is read.")
                              .arg(QLocale().toString(kInputBytes >> 20)));
        if (isPng(bytes))
            return readPng(bytes);
        if (bytes.left(4'096).trimmed().startsWith('<'))
            return readSvg(bytes);
        const QByteArrayView text = QByteArrayView(bytes).trimmed();
        const bool isJson = text.startsWith('{') || text.startsWith('[');
        if (!isJson && (text.startsWith("---") || bytes.contains(kMarkdownDrawing)))
            return readMarkdown(bytes);
        auto scene = parse(bytes);
        return scene ? checked(*scene) : scene;
    }

private:
    static constexpr QByteArrayView kMarkdownDrawing = "# Drawing";

    Failure refuse(const QString& reason) const {
        return fail(
            ErrorCode::Unreadable,
            tr("%1 is not read as an Excalidraw file: %2", "source, reason").arg(sourceName_, reason));
    }
    Failure refuseAt(const QString& place, const QString& reason) const {
        return fail(ErrorCode::Unreadable,
                    tr("%1 is not read as an Excalidraw file, %2: %3", "source, place, reason")
                        .arg(sourceName_, place, reason));
    }
    Failure refusePicture() const {
        return refuse(tr("this picture holds no scene; export it from Excalidraw with “Embed scene”."));
    }

    Result<QJsonObject> parse(const QByteArray& json) const {
        if (isHeavyJson(json))
            return refuse(tr("it has more lists and values than are read; split it."));
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (error.error != QJsonParseError::NoError && !isJsonValue(json)) {
            const auto end = json.begin() + std::clamp<qsizetype>(error.offset, 0, json.size());
            const auto line = 1 + std::count(json.begin(), end, '\n');
            return fail(ErrorCode::Unreadable,
                        tr("%1 is not read as an Excalidraw file, line %2: %3", "source, line, reason")
                            .arg(sourceName_)
                            .arg(line)
                            .arg(wordsOf(error)));
        }
        if (!document.isObject())
            return refuse(tr("its JSON is not an object."));
        return document.object();
    }
    static QString wordsOf(const QJsonParseError& error) {
        switch (error.error) {
        case QJsonParseError::DeepNesting:
            return tr("the JSON is nested too deep.");
        case QJsonParseError::IllegalUTF8String:
            return tr("this is not UTF-8 text.");
        case QJsonParseError::UnterminatedObject:
        case QJsonParseError::UnterminatedArray:
        case QJsonParseError::UnterminatedString:
            return tr("the file ends too early.");
        default:
            return tr("the JSON is damaged here.");
        }
    }

    Result<QJsonObject> checked(const QJsonObject& scene) const {
        const QString type = scene.value(u"type"_s).toString();
        if (type == u"excalidrawlib"_s)
            return refuse(tr("this is a library of shapes and not a drawing."));
        if (!scene.value(u"elements"_s).isArray())
            return refuse(tr("it has no list of elements."));
        return scene;
    }

    // ---- within Markdown

    /// Obsidian's notes end with the drawing: "## Drawing" and a fenced block.
    Result<QJsonObject> readMarkdown(const QByteArray& text) const {
        QByteArrayView left =
            QByteArrayView(text).sliced(std::max<qsizetype>(0, text.lastIndexOf(kMarkdownDrawing)));
        const auto nextLine = [&left] {
            const qsizetype end = left.indexOf('\n');
            const QByteArrayView line = end < 0 ? left : left.first(end);
            left = end < 0 ? QByteArrayView() : left.sliced(end + 1);
            return line.trimmed();
        };
        QByteArrayView fence;
        while (!left.isEmpty() && !fence.startsWith("```"))
            fence = nextLine();
        if (fence == QByteArrayView("```compressed-json"))
            return refuse(tr("the drawing in this note is compressed; use Obsidian's command “Decompress "
                             "current Excalidraw file”, then import it again."));
        const qsizetype end = left.indexOf("\n```");
        if (fence != QByteArrayView("```json") || end < 0)
            return refuse(tr("this note holds no drawing."));
        const auto scene = parse(left.first(end).toByteArray());
        return scene ? checked(*scene) : scene;
    }

    // ---- within pictures

    Result<QJsonObject> readPng(const QByteArray& bytes) const {
        const PngText found = pngText(bytes, "application/vnd.excalidraw+json", kInputBytes);
        if (found.fault != PngText::Fault::None)
            return refuseAt(found.chunk, groundplan::wordsOf(found, kInputBytes));
        if (!found.text)
            return refusePicture();
        // The chunk is Latin-1, each character a byte of what is packed.
        return unpacked(QString::fromLatin1(*found.text).toUtf8(), found.chunk);
    }

    Result<QJsonObject> readSvg(const QByteArray& bytes) const {
        if (!bytes.contains("payload-type:application/vnd.excalidraw+json"))
            return refusePicture();
        constexpr QByteArrayView kBegin("payload-start -->"), kEnd("<!-- payload-end");
        const qsizetype begin = bytes.indexOf(kBegin);
        const qsizetype end = bytes.indexOf(kEnd, std::max<qsizetype>(begin, 0));
        if (begin < 0)
            return refusePicture();
        const QString place = tr("line %1").arg(QByteArrayView(bytes).first(begin).count('\n') + 1);
        if (end < 0)
            return refuseAt(place, tr("the file ends within the scene."));
        const qsizetype from = begin + kBegin.size();
        const auto json = QByteArray::fromBase64Encoding(
            bytes.mid(from, end - from).simplified().replace(' ', QByteArrayView()),
            QByteArray::AbortOnBase64DecodingErrors);
        if (!json)
            return refuseAt(place, tr("the scene that begins here is no Base64."));
        // The first version kept UTF-8 there, those after it a byte a character.
        const bool isFirst = bytes.contains("payload-version:1 ") || !bytes.contains("payload-version:");
        return unpacked(isFirst ? *json : QString::fromLatin1(*json).toUtf8(), place);
    }

    /// {"version":"1","encoding":"bstring","compressed":true,"encoded":"..."}, or the scene itself.
    Result<QJsonObject> unpacked(const QByteArray& json, const QString& place) const {
        const auto wrapping = parse(json);
        if (!wrapping || !wrapping->contains(u"encoded"_s))
            return wrapping ? checked(*wrapping) : wrapping;
        const QString encoded = wrapping->value(u"encoded"_s).toString();
        if (std::any_of(encoded.begin(), encoded.end(), [](QChar c) { return c.unicode() > 0xff; }))
            return refuseAt(place, tr("“encoded” has characters that stand for no byte."));
        QByteArray content = encoded.toLatin1();
        if (wrapping->value(u"compressed"_s).toBool(true)) {
            auto whole = inflated(content, Wrapping::Zlib, {kInputBytes});
            if (!whole)
                return refuseAt(place, groundplan::wordsOf(whole.error(), kInputBytes));
            content = std::move(*whole);
        }
        const auto scene = parse(content);
        return scene ? checked(*scene) : scene;
    }

    const QString sourceName_;
};

} // namespace

Result<QJsonObject> readScene(const QByteArray& bytes, const QString& sourceName) {
    return SceneReader(sourceName).read(bytes);
}

} // namespace groundplan::excalidraw
