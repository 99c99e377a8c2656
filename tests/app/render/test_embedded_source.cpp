#include "app/render/design_import.h"
#include "app/render/export_formats.h"
#include "model/document/document.h"
#include "model/document/document_bytes.h"
#include "model/exchange/embedded_source.h"
#include "model/exchange/exchange_limits.h"
#include "tests/encoded.h"
#include "tests/file_bytes.h"
#include "tests/model/graphviz/random_design.h"
#include "tests/places.h"
#include "tests/reliability/database.h"
#include "tests/reliability/sample_document.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QProcess>
#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <zlib.h>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// The design that travels inside of an exported PDF, PNG and SVG, and comes back out of it.
class TestEmbeddedSource : public QObject {
    Q_OBJECT

    Catalogue catalogue_;
    QTemporaryDir folder_{temporaryTemplate()};
    std::unique_ptr<Document> sample_; ///< has a history

    QString file(const QString& name) const { return folder_.filePath(name); }

    QByteArray exported(const QString& format, const QByteArray& source,
                        const std::optional<QSet<ElementId>>& selection = std::nullopt) const {
        ExportRequest request;
        request.design = sample_->design();
        request.title = u"Sample"_s;
        request.source = source;
        request.selection = selection;
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const auto done = exportDesign(request, format, catalogue_, out);
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
        return out.data();
    }
    static SourceCarrier carrierOf(const QString& format) {
        return format == "pdf"_L1   ? SourceCarrier::Pdf
               : format == "svg"_L1 ? SourceCarrier::Svg
                                    : SourceCarrier::Png;
    }
    static void formats() {
        QTest::addColumn<QString>("format");
        for (const QString& format : exportFormats()) {
            if (carriesSource(format))
                QTest::newRow(qPrintable(format)) << format;
        }
    }
    Result<DesignImport> imported(const QByteArray& bytes) const {
        return importDesign(bytes, u"in.bin"_s, catalogue_);
    }
    static QByteArray chunk(const QByteArray& type, const QByteArray& data) {
        QByteArray bytes(4, '\0');
        qToBigEndian<quint32>(quint32(data.size()), bytes.data());
        const QByteArray summed = type + data;
        QByteArray checksum(4, '\0');
        qToBigEndian<quint32>(
            quint32(crc32(0, reinterpret_cast<const Bytef*>(summed.data()), uInt(summed.size()))),
            checksum.data());
        return bytes + summed + checksum;
    }
    static QByteArray png(const QByteArray& chunks) {
        return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunks + chunk("IEND", {});
    }
    static QByteArray svg(const QByteArray& inside) {
        return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>";
    }
    /// A PDF with one attachment, whose stream is `data` as it is, behind those filters.
    struct Attachment {
        QByteArray name;
        QByteArray entries; ///< of the stream: its filters, its type
        QByteArray data;
    };
    static QByteArray pdf(const QByteArray& name, const QByteArray& filters, const QByteArray& data) {
        return pdf({{name, "/Filter " + filters, data}});
    }
    static QByteArray pdf(const QList<Attachment>& attachments) {
        QByteArrayList names;
        QByteArrayList objects{{}, "<< /Type /Pages /Kids [] /Count 0 >>"};
        for (const auto& [name, entries, data] : attachments) {
            const auto next = [&objects](int after) {
                return QByteArray::number(objects.size() + after) + " 0 R";
            };
            names += '(' + name + ") " + next(1);
            objects +=
                "<< /Type /Filespec /F (" + name + ") /UF (" + name + ") /EF << /F " + next(2) + " >> >>";
            objects += "<< /Type /EmbeddedFile " + entries + " /Length " + QByteArray::number(data.size()) +
                       " >>\nstream\n" + data + "\nendstream";
        }
        objects.front() = "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [" +
                          names.join(' ') + "] >> >> >>";
        const QByteArray size = QByteArray::number(objects.size() + 1);
        QByteArray bytes = "%PDF-1.7\n";
        QByteArray table = "xref\n0 " + size + "\n0000000000 65535 f \n";
        for (qsizetype i = 0; i < objects.size(); ++i) {
            table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
            bytes += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
        }
        return bytes + table + "trailer << /Size " + size + " /Root 1 0 R >>\nstartxref\n" +
               QByteArray::number(bytes.size()) + "\n%%EOF\n";
    }

private Q_SLOTS:
    void initTestCase() {
        catalogue_ = Catalogue::load({projectPath("templates/catalog")});
        makeSampleDocument(file(u"sample.gplan"_s));
        sample_ = std::move(*Document::open(file(u"sample.gplan"_s), Document::Use::CommandLine));
    }

    void theDesignComesBack_data() { formats(); }
    void theDesignComesBack() {
        QFETCH(QString, format);
        const QByteArray source = *documentBytes(*sample_, false);
        const QByteArray bytes = exported(format, source);
        QCOMPARE(importFormatOf(bytes, u"no ending"_s), importFormatNamed(format));
        const auto found = embeddedSource(bytes, carrierOf(format), u"x"_s);
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QVERIFY(**found == source);
        const auto back = imported(bytes);
        QVERIFY2(back, back ? "" : qPrintable(back.error().sentence));
        QVERIFY(back->import.design == sample_->design());
        QVERIFY(back->import.ours);
        QCOMPARE(back->import.notTaken, QStringList());
        QVERIFY(back->document == source);
    }

    void theHistoryComesBackWhenAsked_data() { formats(); }
    void theHistoryComesBackWhenAsked() {
        QFETCH(QString, format);
        const auto back = imported(exported(format, *documentBytes(*sample_, true)));
        QVERIFY(back);
        writeFile(file(u"back.gplan"_s), back->document);
        const auto again = std::move(*Document::open(file(u"back.gplan"_s), Document::Use::CommandLine));
        int steps = 0;
        Design design = sample_->design();
        while (again->canUndo() && sample_->canUndo()) {
            QVERIFY(again->undo());
            QVERIFY(sample_->undo());
            QVERIFY(again->design() == sample_->design());
            ++steps;
        }
        QVERIFY(steps > 3);
        QVERIFY(!again->canUndo() && !sample_->canUndo());
        while (steps-- > 0)
            QVERIFY(sample_->redo());
        QVERIFY(sample_->design() == design);
    }

    /// Designs of every sort, pictures, strokes and long texts in all alphabets among them.
    void anyDesignComesBack() {
        for (quint32 seed = 1; seed <= 12; ++seed) {
            auto document =
                Document::create(file(u"random-%1.gplan"_s.arg(seed)), Document::Use::CommandLine);
            QVERIFY(document);
            QVERIFY(fillWith(**document, {"import", {}},
                             RandomDesign(seed).make(int(seed) * 2, 3, int(seed), 3, int(seed), 4)));
            const Design& design = (*document)->design();
            ExportRequest request;
            request.design = design;
            request.scale = 0.1;
            request.source = *documentBytes(**document, false);
            for (const QString& format : exportFormats()) {
                if (!carriesSource(format))
                    continue;
                QBuffer out;
                out.open(QIODevice::WriteOnly);
                QVERIFY(exportDesign(request, format, catalogue_, out));
                const auto back = imported(out.data());
                QVERIFY2(back, back ? "" : qPrintable(back.error().sentence));
                QVERIFY(back->import.design == design);
            }
        }
    }

    void nothingTravelsUnasked_data() { formats(); }
    void nothingTravelsUnasked() {
        QFETCH(QString, format);
        const QByteArray plain = exported(format, {});
        QVERIFY(!**embeddedSource(plain, carrierOf(format), u"x"_s).transform([](const auto& found) {
            return std::optional(found.has_value());
        }));
        const auto back = imported(plain);
        QVERIFY(!back);
        QCOMPARE(
            back.error().sentence,
            u"in.bin: there is no Groundplan design in it; it was exported without one, or by another program."_s);
        QVERIFY(!pictureCarriesDesign(plain));
        // What was left out of a selection would be in it.
        const ElementId one = sample_->design().blocks.begin()->id;
        QVERIFY(exported(format, *documentBytes(*sample_, false), QSet{one}) ==
                exported(format, {}, QSet{one}));
    }

    void itIsStillTheSamePicture() {
        const QByteArray source = *documentBytes(*sample_, false);
        const QByteArray with = exported(u"png"_s, source);
        QCOMPARE(QImage::fromData(with), QImage::fromData(exported(u"png"_s, {})));
        QVERIFY(pictureCarriesDesign(with));
        QVERIFY(with == exported(u"png"_s, source));
    }

    /// Somebody has attached another board to our file.
    void ofTwoAttachmentsOursIsTaken() {
        const QByteArray begin("SQLite format 3\0", 16);
        const QByteArray ours = "/Filter [] /Subtype /application#2fx-groundplan";
        const auto found = embeddedSource(
            pdf({{"a.gplan", "/Filter []", begin + "theirs"}, {"design.gplan", ours, begin + "ours"}}),
            SourceCarrier::Pdf, u"x"_s);
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(found->value(), begin + "ours");
        QCOMPARE(
            embeddedSource(pdf({{"a.gplan", "/Filter []", begin + "theirs"}}), SourceCarrier::Pdf, u"x"_s)
                ->value(),
            begin + "theirs");
    }

    /// Any reader of PDF shows the attachment, and what it saves is a board.
    void othersCanTakeItOutOfThePdf() {
        const QByteArray source = *documentBytes(*sample_, false);
        writeFile(file(u"x.pdf"_s), exported(u"pdf"_s, source));
        QProcess detach;
        detach.start(u"pdfdetach"_s, {u"-save"_s, u"1"_s, u"-o"_s, file(u"x.gplan"_s), file(u"x.pdf"_s)});
        QVERIFY(detach.waitForFinished());
        QCOMPARE(detach.exitCode(), 0);
        QVERIFY(bytesOfFile(file(u"x.gplan"_s)) == source);
    }

    /// Other programs write the same text unpacked, or as international text.
    void everySortOfTextChunkIsRead() {
        const QByteArray source = *documentBytes(*sample_, false);
        const QByteArray text = packSource(source).toBase64();
        const QByteArray key = QByteArray("Groundplan") + '\0';
        const QByteArray zlib = qCompress(text).sliced(4);
        for (const QByteArray& chunks :
             QByteArrayList{chunk("tEXt", key + text), chunk("zTXt", key + '\0' + zlib),
                            chunk("iTXt", key + QByteArray("\0\0en\0x\0", 7) + text),
                            chunk("iTXt", key + QByteArray("\1\0\0\0", 4) + zlib),
                            chunk("tEXt", QByteArray("Title\0x", 7)) + chunk("IDAT", "..") +
                                chunk("tEXt", key + text)}) {
            const auto found = embeddedSource(png(chunks), SourceCarrier::Png, u"x"_s);
            QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
            QVERIFY(**found == source);
        }
    }

    /// As the SVG writer, or an editor that breaks lines and renames prefixes, leaves it.
    void metadataOfAnSvgIsRead() {
        const QByteArray source = *documentBytes(*sample_, false);
        const auto own = imported(svg("<metadata>" + sourceMetadata(source) + "</metadata>"));
        QVERIFY2(own, own ? "" : qPrintable(own.error().sentence));
        QVERIFY(own->import.design == sample_->design());
        QByteArray text = packSource(source).toBase64();
        for (qsizetype at = 60; at < text.size(); at += 61)
            text.insert(at, "\n    ");
        const QByteArray edited = svg(
            "<g/><metadata id=\"m\"><rdf xmlns=\"r\"/><ns1:source encoding=\"zlib+base64\" type=\"application/x-groundplan\">\n" +
            text + "\n</ns1:source></metadata>");
        QVERIFY(pictureCarriesDesign(edited));
        QVERIFY(**embeddedSource(edited, SourceCarrier::Svg, u"x"_s) == source);
        QVERIFY(!pictureCarriesDesign(svg("<metadata/><circle r=\"1\"/>")));
        for (const auto wide :
             {QStringConverter::Utf16LE, QStringConverter::Utf16BE, QStringConverter::Utf32LE}) {
            const QByteArray bytes = encoded(QString::fromUtf8(edited), wide, true);
            QVERIFY(**embeddedSource(bytes, SourceCarrier::Svg, u"x"_s) == source);
        }
    }

    void badBytesFailWithOneSentence_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const QByteArray& bytes, const QString& sentence) {
            QTest::newRow(name) << bytes << sentence;
        };
        const QString none =
            u"x: there is no Groundplan design in it; it was exported without one, or by another program."_s;
        const QString early =
            u"x: the file ends too early, and there is no Groundplan design in what is left of it."_s;
        const QString inPng = u"x cannot be read as PNG, chunk 1 (%1 “Groundplan”): "_s;
        const QString inText = inPng.arg(u"tEXt"_s);
        const QString inSvg = u"x cannot be read as SVG, line 2, element <source>: "_s;
        const QString inPdf = u"x cannot be read as PDF, the attached document: "_s;
        const QString noBase64 = u"what is there is no Base64."_s;
        const QString damaged = u"its compression is damaged."_s;
        const QString tooShort = u"what is compressed there ends too early."_s;
        const QString sum = u"what is compressed there does not match its checksum."_s;
        const QString bombed =
            u"what is compressed there unpacks to more than 100 times its size, as no drawing does."_s;
        const QString tooLarge =
            u"what is compressed there is larger than 256 MB, which is the most that is read."_s;
        const QString notOurs = u"what is there is no Groundplan document."_s;
        const QString fileEnds = u"the file ends within it."_s;
        const QString changed = u"it was damaged on its way: its checksum is wrong."_s;
        const QString noWords = u"what should stand before its text is missing."_s;
        const QByteArray key = QByteArray("Groundplan") + '\0';
        const auto text = [&key](const QByteArray& packed) { return chunk("tEXt", key + packed.toBase64()); };
        const auto element = [](const QByteArray& packed) {
            return svg("\n<s:source type=\"application/x-groundplan\">" + packed.toBase64() + "</s:source>");
        };
        const auto flate = [](const QByteArray& packed) { return pdf("a.gplan", "/FlateDecode", packed); };
        const QByteArray source = *documentBytes(*sample_, false);
        const QByteArray packed = packSource(source);
        QByteArray otherSum = packed;
        otherSum.back() = char(otherSum.back() ^ 1);
        QByteArray others = source;
        others[68] = 0x7f; // the first byte of SQLite's application_id
        const QByteArray zeros(200 << 20, '\0');
        const QByteArray zeroBomb = qCompress(zeros).sliced(4);
        const QByteArray bomb = qCompress(source.first(16) + zeros).sliced(4); // as a document begins
        const QByteArray large = packSource(source.first(16) + QByteArray(300 << 20, '\0'));

        row("PNG: no Base64", png(chunk("tEXt", key + "§§§")), inText + noBase64);
        row("PNG: nothing", png(chunk("tEXt", key)), inText + u"nothing is there."_s);
        row("PNG: no zlib", png(text("hello")), inText + damaged);
        row("PNG: cut off", png(text(packed.chopped(3))), inText + tooShort);
        row("PNG: another checksum", png(text(otherSum)), inText + sum);
        row("PNG: zTXt without a method", png(chunk("zTXt", key)), inPng.arg(u"zTXt"_s) + noWords);
        row("PNG: iTXt without words", png(chunk("iTXt", key + '\0')), inPng.arg(u"iTXt"_s) + noWords);
        row("PNG: zTXt without zlib", png(chunk("zTXt", key + '\0' + "hello")),
            inPng.arg(u"zTXt"_s) + damaged);
        row("PNG: changed on its way", png(text(packed)).replace(packed.toBase64().sliced(60, 8), "AAAAAAAA"),
            inText + changed);
        row("PNG: a bomb", png(text(bomb)), inText + bombed);
        row("PNG: a bomb of zeros", png(text(zeroBomb)), inText + notOurs);
        row("PNG: a bomb of text", png(chunk("zTXt", key + '\0' + bomb)), inPng.arg(u"zTXt"_s) + bombed);
        row("PNG: too large", png(text(large)), inText + tooLarge);
        row("PNG: a text that is not ours", png(text(packSource("hello"))), inText + notOurs);
        row("PNG: another program's database", png(text(packSource(others))),
            u"The design in x is a database of another program, not a Groundplan document."_s);
        row("PNG: the file ends", png(chunk("IDAT", "..") + text(packed)).first(400),
            u"x cannot be read as PNG, chunk 2 (tEXt “Groundplan”): "_s + fileEnds);
        row("SVG: no Base64", svg("\n<s:source type=\"application/x-groundplan\">&lt;&gt;</s:source>"),
            inSvg + noBase64);
        row("SVG: no zlib", element("hello"), inSvg + damaged);
        row("SVG: zlib cut off", element(packed.first(packed.size() / 2)), inSvg + tooShort);
        row("SVG: another checksum", element(otherSum), inSvg + sum);
        row("SVG: not ours", element(packSource("hello")), inSvg + notOurs);
        row("SVG: a bomb", element(bomb), inSvg + bombed);
        row("SVG: a bomb of zeros", element(zeroBomb), inSvg + notOurs);
        row("SVG: too large", element(large), inSvg + tooLarge);
        row("SVG: cut off in its design", "<svg>\n<s:source type=\"application/x-groundplan\">eJwr",
            inSvg + fileEnds);
        row("SVG: cut off in its mark", "<svg>\n<s:source type=\"application/x-groundplan\"",
            inSvg + fileEnds);
        row("PNG: cut off before its design", png(chunk("IDAT", "......")).first(24), early);
        row("PNG: cut off after a chunk", png(chunk("IDAT", "..")).chopped(12), early);
        row("PNG: of another program", png(chunk("IDAT", "..")), none);
        row("SVG: never ends", "<svg><metadata>", early);
        row("SVG: cut off in a tag", "<svg><g></g><text fill=\"re", early);
        row("SVG: cut off behind a drawing in it", "<svg><svg><g/></svg><g/>", early);
        row("SVG: very deep", "<svg>" + QByteArray("<g>").repeated(100'000), early);
        row("SVG: holds nothing", "<svg/>", none);
        row("SVG: a comment follows",
            "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:g/></s:svg >\n<!-- x -->", none);
        row("SVG: words of a text", svg("<text>source type=\"application/x-groundplan\"</text>"), none);
        row("SVG: another element", svg("<g type=\"application/x-groundplan\">eJwr</g>"), none);
        row("PDF: text", "%PDF-1.7\nhello", u"x: this is not a sound PDF file."_s);
        row("PDF: a bomb", flate(bomb), inPdf + bombed);
        row("PDF: a bomb of zeros", flate(zeroBomb), inPdf + notOurs);
        row("PDF: a bomb in a bomb", pdf("a.gplan", "[/FlateDecode /FlateDecode]", qCompress(bomb).sliced(4)),
            inPdf + bombed);
        row("PDF: too large", flate(large), inPdf + tooLarge);
        row("PDF: no flate", flate("hello"), inPdf + damaged);
        row("PDF: zlib cut off", flate(packed.first(packed.size() / 2)), inPdf + tooShort);
        row("PDF: not ours", pdf("a.gplan", "[]", "hello"), inPdf + notOurs);
        row("PDF: names without end", bytesOfFile(projectPath("tests/fuzz/corpus/pdf/names_without_end.pdf")),
            u"x: this is not a sound PDF file."_s);
        row("PDF: another attachment", pdf("a.txt", "[]", "hello"), none);
    }
    void badBytesFailWithOneSentence() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        QElapsedTimer time;
        time.start();
        const auto back = importDesign(bytes, u"x"_s, catalogue_);
        QVERIFY(!back);
        QVERIFY2(back.error().sentence.startsWith(sentence), qPrintable(back.error().sentence));
        QVERIFY2(time.elapsed() < 30'000, qPrintable(QString::number(time.elapsed())));
    }

    /// What it holds is read as far as this version knows it, and that is said.
    void ofANewerVersion() {
        QByteArray newer = *documentBytes(*sample_, false);
        newer[63] = 99; // the last byte of SQLite's user_version
        for (const QByteArray& bytes :
             {png(chunk("tEXt", QByteArray("Groundplan") + '\0' + packSource(newer).toBase64())),
              svg(sourceMetadata(newer)), pdf("a.gplan", "/FlateDecode", packSource(newer))}) {
            const auto back = imported(bytes);
            QVERIFY2(back, back ? "" : qPrintable(back.error().sentence));
            QVERIFY(back->import.design == sample_->design());
            const QString said = back->import.notTaken.value(0);
            QVERIFY2(said.startsWith(u"The design in in.bin was written by a newer version of Groundplan"_s),
                     qPrintable(said));
        }
    }

    /// Every cut and many flips of the bytes end in a design or a sentence, never in anything else.
    void damageIsMet_data() { formats(); }
    void damageIsMet() {
        QFETCH(QString, format);
        const QByteArray bytes = exported(format, *documentBytes(*sample_, false));
        const int step = format == "pdf"_L1 ? 15 : 150; // a process each
        for (int i = 1; i < step; ++i) {
            const qsizetype at = bytes.size() * i / step;
            QByteArray flipped = bytes;
            flipped[at] = char(flipped[at] ^ 0x55);
            for (const QByteArray& damaged : {bytes.first(at), flipped}) {
                const auto back = importDesign(damaged, u"x"_s, catalogue_, importFormatNamed(format));
                if (back)
                    QVERIFY(back->import.design == sample_->design());
                else
                    QVERIFY(!back.error().sentence.isEmpty());
            }
        }
    }

    void readingAPdfCanBeCancelled() {
        const std::atomic<bool> cancelled = true;
        const auto found = embeddedSource(exported(u"pdf"_s, *documentBytes(*sample_, false)),
                                          SourceCarrier::Pdf, u"x"_s, kImportTimeout, &cancelled);
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
    }

    void whatNobodyCouldReadBackIsNotWritten() {
        ExportRequest request;
        request.design = sample_->design();
        request.source = QByteArray(exchangelimits::kUnpackedBytes + 1, 'x');
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const auto done = exportDesign(request, u"pdf"_s, catalogue_, out);
        QVERIFY(!done);
        QCOMPARE(
            done.error().sentence,
            u"The design takes 256 MB, more than the 256 MB that can be read back out of an exported file: "
            "leave it out of this one, or leave out its history."_s);
    }
};

QTEST_MAIN(TestEmbeddedSource)
#include "test_embedded_source.moc"
