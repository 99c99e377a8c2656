#include "app/render/exports.h"
#include "app/render/flow_style.h"
#include "tests/app/render/board_samples.h"
#include "tests/places.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <qpdf/QPDF.hh>

using namespace groundplan;
using samples::Builder;
using samples::rectOf;

/// Looks into exported files with the tools of poppler, as a reader of PDF would.
class TestPdf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { catalogue_ = Catalogue::load({projectPath("templates/catalog")}); }
    void cleanup() { qunsetenv("SOURCE_DATE_EPOCH"); }

    void everyTextIsFound() {
        const QString said = said_(write(video()), {QStringLiteral("-raw")});
        const Design design = samples::videoRecommendation();
        for (const Block& block : design.blocks) {
            QVERIFY2(said.contains(block.title), qPrintable(block.title));
            QVERIFY2(said.contains(block.technology), qPrintable(block.technology));
        }
        for (const Frame& frame : design.frames)
            QVERIFY2(said.contains(frame.title) && said.contains(frame.remark), qPrintable(frame.title));
        for (const Connection& connection : design.connections)
            QVERIFY2(said.contains(connection.label), qPrintable(connection.label));
        // Signs that the font draws otherwise beside digits mean themselves all the same.
        for (const char* sign :
             {"p99 ≤ 150 ms", "AUC ≥ 0.78", "two towers + HNSW", "+ AUC 0.79 − GPU, 60 ms p99",
              "watch time ≥ +2 %", "Deep model ✓", "Which ranking model?", "Assumed: clicks reach us"})
            QVERIFY2(said.contains(QString::fromUtf8(sign)), sign);
    }

    /// All titles of the catalogue, and longer ones on blocks that have grown for them.
    void titlesAreWhole_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void titlesAreWhole() {
        QFETCH(bool, dark);
        QStringList titles = {QStringLiteral("Kafka clickstream ingestion of raw mobile events, by hour"),
                              QStringLiteral("ends in backslash, with a long way to go \\"),
                              QStringLiteral("user_events_enriched_with_sessions_daily_v2")};
        for (const Kind& kind : catalogue_.kinds())
            titles.append(kind.title.in(QStringLiteral("en")));
        QVERIFY(titles.size() >= 53);
        Builder b;
        for (qsizetype i = 0; i < titles.size(); ++i) {
            const Kind* kind =
                catalogue_.kinds().size() > i - 3 && i >= 3 ? &catalogue_.kinds()[i - 3] : nullptr;
            const Rect rect = rectOf(double(i % 6) * 360, double(i / 6) * 100, 176, 64);
            const ElementId id =
                b.block(kind ? kind->name.toLatin1().constData() : "model", titles[i],
                        i % 2 ? QStringLiteral("technology") : QString(), rect, !kind || kind->ml);
            Block block = *b.design.blocks.find(id);
            const Size size = sizeForTitle(b.design, block);
            if (kind)
                QCOMPARE(size, (Size{rect.w, rect.h}));
            block.rect.w = size.w;
            block.rect.h = size.h;
            b.design.blocks.put(block);
        }
        ExportRequest request;
        request.design = b.design;
        request.dark = dark;
        const QString path = write(request);
        for (const QStringList& options : {QStringList{}, QStringList{QStringLiteral("-raw")}}) {
            const QString said = said_(path, options).simplified();
            QVERIFY(!said.contains(QChar(0x2026)));
            for (const QString& title : std::as_const(titles))
                QVERIFY2(said.contains(title), qPrintable(title + QLatin1Char('\n') + said));
        }
    }

    /// Titles in which both directions meet, on one line and on two: each word is found.
    void mixedDirectionsAreFound() {
        Builder b;
        const QStringList titles = {QStringLiteral("مرحبا بالعالم pipeline"), QStringLiteral("שלום model"),
                                    QStringLiteral("ranking מודל")};
        for (const double width : {120.0, 400.0}) {
            for (qsizetype i = 0; i < titles.size(); ++i)
                b.block("model", titles[i], {}, rectOf(width * 3, double(i) * 120, width, 84), false);
        }
        ExportRequest request;
        request.design = b.design;
        const QString path = write(request);
        for (const QStringList& options : {QStringList{}, QStringList{QStringLiteral("-raw")}}) {
            const QString said = said_(path, options);
            for (const QString& title : titles) {
                for (const QString& word : title.split(QLatin1Char(' ')))
                    QVERIFY2(said.count(word) >= 2, qPrintable(word + QLatin1Char('\n') + said));
            }
        }
    }

    void everyScriptIsFound() {
        Builder b;
        const QStringList titles = {QStringLiteral("特征存储"),        QStringLiteral("ランキング"),
                                    QStringLiteral("랭킹 모델"),       QStringLiteral("Ранжирование"),
                                    QStringLiteral("מאגר תכונות"),     QStringLiteral("مخزن الميزات"),
                                    QStringLiteral("office ffi fl"),   QStringLiteral("naïve café Łódź"),
                                    QStringLiteral("e\u0301 combined")};
        for (qsizetype i = 0; i < titles.size(); ++i)
            b.block("model", titles[i], {}, rectOf(0, double(i) * 100, 240, 64));
        ExportRequest request;
        request.design = b.design;
        const QString path = write(request);
        static const QRegularExpression direction(QStringLiteral("[\\x{200E}\\x{200F}\\x{202A}-\\x{202E}]"));
        const QString said = said_(path).remove(direction).normalized(QString::NormalizationForm_C);
        for (const QString& title : titles)
            QVERIFY2(said.contains(title.normalized(QString::NormalizationForm_C)),
                     qPrintable(title + QLatin1Char('\n') + said));
        QCOMPARE(imagesIn(path), 0);
    }

    void emojiAreThere() {
        Builder b;
        b.block("model", QStringLiteral("go 🚀 👩‍🔬 up"), {}, rectOf(0, 0, 200, 64));
        ExportRequest request;
        request.design = b.design;
        const QString path = write(request);
        const QString said = said_(path);
        QVERIFY2(said.contains(QStringLiteral("🚀")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("👩‍🔬")), qPrintable(said));
        QVERIFY(said.contains(QStringLiteral("go")) && said.contains(QStringLiteral("up")));
        // And painted: something red, yellow or blue that no other part of this block is.
        const QImage image = imageOf(path, 144);
        int colourful = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor c = image.pixelColor(x, y);
                colourful += c.red() > 200 && c.blue() < 90;
            }
        }
        QVERIFY(colourful > 20);
    }

    void fontsAreEmbeddedAndNothingIsAPicture() {
        const QString path = write(video());
        QCOMPARE(imagesIn(path), 0);
        const QStringList lines =
            run(QStringLiteral("pdffonts"), {path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(lines.size() >= 2 + 3);
        for (const QString& line : lines.mid(2)) {
            QVERIFY2(line.contains(QStringLiteral("Inter-")), qPrintable(line));
            QVERIFY2(line.contains(QRegularExpression(QStringLiteral("yes yes yes"))),
                     qPrintable(line)); // emb sub uni
        }
    }

    void facts() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        ExportRequest request = video();
        request.title = QStringLiteral("Видео & <视频>");
        request.author = QStringLiteral("Ada Łovelace");
        const QString path = write(request);
        const QString info = run(QStringLiteral("pdfinfo"), {QStringLiteral("-isodates"), path});
        const auto fact = [&info](const char* key) {
            const QRegularExpression line(QStringLiteral("^%1: +(.*)$").arg(QLatin1StringView(key)),
                                          QRegularExpression::MultilineOption);
            return line.match(info).captured(1);
        };
        QCOMPARE(fact("Title"), request.title);
        QCOMPARE(fact("Author"), request.author);
        QCOMPARE(fact("Creator"), QStringLiteral("Groundplan " GROUNDPLAN_VERSION));
        QCOMPARE(fact("CreationDate"), QStringLiteral("2023-11-14T22:13:20Z"));
        QCOMPARE(fact("ModDate"), QStringLiteral("2023-11-14T22:13:20Z"));
        QCOMPARE(fact("Pages"), QStringLiteral("1"));
        QCOMPARE(fact("Metadata Stream"), QStringLiteral("yes"));
        const QString xmp = run(QStringLiteral("pdfinfo"), {QStringLiteral("-meta"), path});
        QVERIFY(xmp.contains(QStringLiteral("Видео &amp; &lt;视频&gt;")));
        QVERIFY(said_(path).contains(QStringLiteral("2023-11-14")));

        request.author.clear();
        QVERIFY(!run(QStringLiteral("pdfinfo"), {write(request)}).contains(QStringLiteral("Author")));
    }

    /// Where the block is, and nothing but the web and mail.
    void aBlocksLinkIsOneInTheFile() {
        Builder b;
        const ElementId one = b.block("model", QStringLiteral("One"), {}, rectOf(0, 0, 400, 300));
        const ElementId two = b.block("model", QStringLiteral("Two"), {}, rectOf(0, 400, 400, 300));
        Block row = *b.design.blocks.find(one);
        row.link = QStringLiteral("example.org/ü");
        b.design.blocks.put(row);
        row = *b.design.blocks.find(two);
        row.link = QStringLiteral("javascript:alert(1)");
        b.design.blocks.put(row);
        ExportRequest request;
        request.design = b.design;
        QPDF pdf;
        pdf.processFile(write(request).toLocal8Bit().constData());
        QPDFObjectHandle page = pdf.getAllPages().at(0);
        auto links = page.getKey("/Annots").getArrayAsVector();
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0].getKey("/A").getKey("/URI").getUTF8Value(),
                 std::string("http://example.org/%C3%BC"));
        const auto at = links[0].getKey("/Rect").getArrayAsRectangle();
        const auto size = page.getKey("/MediaBox").getArrayAsRectangle();
        // 12 points of reach and 32 of margin; 44 of header above.
        QCOMPARE(QRectF(QPointF(at.llx, size.ury - at.ury), QPointF(at.urx, size.ury - at.lly)),
                 QRectF(12 + 32, 12 + 32 + 44, 400, 300));
    }

    void sameBytesAtTheSameTime() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        QCOMPARE(bytesOf(video()), bytesOf(video()));
        // Rows in another order of arrival change nothing.
        ExportRequest other = video();
        Design shuffled;
        shuffled.board = other.design.board;
        const auto copy = [](const auto& from, auto& to) {
            auto rows = from.sorted();
            for (auto it = rows.crbegin(); it != rows.crend(); ++it)
                to.put(**it);
        };
        copy(other.design.elements, shuffled.elements);
        copy(other.design.blocks, shuffled.blocks);
        copy(other.design.frames, shuffled.frames);
        copy(other.design.connections, shuffled.connections);
        copy(other.design.cards, shuffled.cards);
        copy(other.design.notes, shuffled.notes);
        copy(other.design.decisions, shuffled.decisions);
        copy(other.design.options, shuffled.options);
        copy(other.design.arguments, shuffled.arguments);
        copy(other.design.metrics, shuffled.metrics);
        copy(other.design.requirements, shuffled.requirements);
        other.design = shuffled;
        QCOMPARE(bytesOf(other), bytesOf(video()));
    }

    void onlyDatesAndIdsDiffer() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        const QByteArray one = bytesOf(video());
        qputenv("SOURCE_DATE_EPOCH", "1700000001"); // the same day: the date on the page is the same
        const QByteArray two = bytesOf(video());
        QVERIFY(one != two);
        QCOMPARE(picture(one), picture(two));
    }

    void sizeAndScaling() {
        Builder b;
        b.block("model", QStringLiteral("One"), {}, rectOf(0, 0, 400, 300));
        ExportRequest request;
        request.design = b.design;
        // Block and reach, margins of 32, header of 44; no legend without connections.
        QCOMPARE(pageOf(write(request)), QSizeF(400 + 24 + 64, 300 + 24 + 64 + 44));

        b.block("model", QStringLiteral("Far away"), {}, rectOf(200'000, 40'000, 400, 300));
        request.design = b.design;
        const QString path = write(request);
        const QSizeF size = pageOf(path);
        QCOMPARE(size.width(), 14'400.0);
        QVERIFY(size.height() > 2'800 && size.height() < 3'000);
        QVERIFY(said_(path).contains(QStringLiteral("Far away")));
        QVERIFY(run(QStringLiteral("pdfinfo"), {path})
                    .contains(QRegularExpression(QStringLiteral("Pages: +1\n"))));
    }

    void legendUnlessThereIsOne() {
        Builder b;
        const auto from = b.block("model", QStringLiteral("A"), {}, rectOf(0, 0, 176, 64));
        const auto to = b.block("model", QStringLiteral("B"), {}, rectOf(300, 0, 176, 64));
        b.connection(from, to, Flow::Feedback, {{176, 32}, {300, 32}});
        ExportRequest request;
        request.design = b.design;
        QString said = said_(write(request));
        QVERIFY(said.contains(QStringLiteral("feedback")));
        QVERIFY(!said.contains(QStringLiteral("telemetry")));
        b.card(CardKind::Legend, {}, rectOf(0, 100, 200, 120));
        request.design = b.design;
        said = said_(write(request));
        QCOMPARE(said.count(QStringLiteral("feedback")), 1);
        // A selection without connections has none.
        request.selection = QSet<ElementId>{from};
        said = said_(write(request));
        QVERIFY(!said.contains(QStringLiteral("feedback")));
        QVERIFY(!said.contains(QLatin1Char('B')));
    }

    /// What poppler paints is what the screen shows: as vectors it differs at edges only.
    void looksLikeTheScreen_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void looksLikeTheScreen() {
        QFETCH(bool, dark);
        ExportRequest request = video();
        request.dark = dark;
        const QImage pdf = imageOf(write(request), 72);
        request.scale = 1;
        QBuffer png;
        png.open(QIODevice::WriteOnly);
        QVERIFY(writePng(request, catalogue_, png).has_value());
        const QImage screen = QImage::fromData(png.data(), "PNG");
        // The design begins 32 in and 76 down on the page, 24 in and down in the picture.
        int differing = 0, count = 0;
        for (int y = 30; y < screen.height() - 60; ++y) {
            for (int x = 30; x < screen.width() - 30; ++x, ++count) {
                const QColor a = pdf.pixelColor(x + 8, y + 52), b = screen.pixelColor(x, y);
                const int off = std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                                std::abs(a.blue() - b.blue());
                differing += off > 120;
            }
        }
        QVERIFY2(differing < count * 3 / 100,
                 qPrintable(QStringLiteral("%1 of %2").arg(differing).arg(count)));
    }

    void nastyTextsDoNoHarm() {
        ExportRequest request;
        request.design = samples::nasty();
        request.title = samples::nastyTitles().join(QLatin1Char(' '));
        const QString path = write(request);
        QVERIFY(run(QStringLiteral("pdfinfo"), {path})
                    .contains(QRegularExpression(QStringLiteral("Pages: +1\n"))));
        QVERIFY(said_(path).contains(QStringLiteral("Donaudampf")));
        QVERIFY(!imageOf(path, 72).isNull());
    }

    void emptyBoard() {
        const QString path = write({});
        QCOMPARE(pageOf(path).width(), 360.0);
    }

    void tenThousandBlocks() {
        ExportRequest request;
        request.design = samples::grid(10'000);
        const QByteArray bytes = bytesOf(request);
        QVERIFY(bytes.startsWith("%PDF-1.7"));
        QVERIFY2(bytes.size() < 2'000'000, qPrintable(QString::number(bytes.size())));
    }

private:
    ExportRequest video() const {
        ExportRequest request;
        request.design = samples::videoRecommendation();
        request.title = QStringLiteral("Video recommendation");
        return request;
    }

    QByteArray bytesOf(const ExportRequest& request) const {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        if (const Result<void> done = writePdf(request, catalogue_, buffer); !done)
            qWarning("%s", qPrintable(done.error().sentence));
        return buffer.data();
    }

    QString write(const ExportRequest& request) {
        const QString path = folder_.filePath(QStringLiteral("%1.pdf").arg(++files_));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write(bytesOf(request));
        return path;
    }

    static QString run(const QString& tool, const QStringList& arguments) {
        QProcess process;
        process.start(tool, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qWarning("%s: %s", qPrintable(tool), process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    static QString said_(const QString& path, const QStringList& options = {}) {
        return run(QStringLiteral("pdftotext"), options + QStringList{path, QStringLiteral("-")});
    }

    static int imagesIn(const QString& path) {
        return int(run(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path})
                       .split(QLatin1Char('\n'), Qt::SkipEmptyParts)
                       .size()) -
               2;
    }

    static QSizeF pageOf(const QString& path) {
        const auto match = QRegularExpression(QStringLiteral("Page size: +([0-9.]+) x ([0-9.]+) pts"))
                               .match(run(QStringLiteral("pdfinfo"), {path}));
        return {match.captured(1).toDouble(), match.captured(2).toDouble()};
    }

    QImage imageOf(const QString& path, int resolution) const {
        const QString base = path.chopped(4);
        run(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QString::number(resolution),
                                         QStringLiteral("-png"), QStringLiteral("-singlefile"), path, base});
        return QImage(base + QStringLiteral(".png"));
    }

    /// The picture that a file's page shows, for files that differ in what is not on the page.
    QImage picture(const QByteArray& bytes) {
        const QString path = folder_.filePath(QStringLiteral("%1.pdf").arg(++files_));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write(bytes);
        file.close();
        return imageOf(path, 72);
    }

    Catalogue catalogue_;
    QTemporaryDir folder_;
    int files_ = 0;
};

QTEST_MAIN(TestPdf)
#include "test_pdf.moc"
