#include "app/report/report_pdf.h"

#include "app/render/design_import.h"
#include "app/render/dot_import.h"
#include "app/report/diagram_pages.h"
#include "app/report/page_look.h"
#include "model/document/document.h"
#include "model/document/document_bytes.h"
#include "model/exchange/exchange_limits.h"
#include "model/report/report_of.h"
#include "tests/model/report/reported_design.h"
#include "tests/places.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <ctime>

using namespace groundplan;
using namespace groundplan::report;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

/// The report as a file: looked into with the tools of poppler and with libqpdf.
class TestReportPdf : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    static ReportRequest requestOf(const Design& design) {
        ReportRequest request;
        request.design = design;
        request.title = u"Next video"_s;
        request.author = u"Ada Lovelace"_s;
        return request;
    }
    static QByteArray bytesOf(const ReportRequest& request) {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const Result<void> written = writeReportPdf(request, catalogue(), templates(), out);
        return written ? out.data() : QByteArray();
    }
    QString write(const ReportRequest& request) {
        const QString path = folder_.filePath(u"report.pdf"_s);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytesOf(request)) > 0 ? path : QString();
    }
    static QString run(const QString& program, const QStringList& words) {
        QProcess process;
        process.start(program, words);
        process.waitForFinished(120'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    static QString textOf(const QString& path, const QStringList& options = {}) {
        return run(u"pdftotext"_s, options + QStringList{u"-enc"_s, u"UTF-8"_s, path, u"-"_s});
    }
    static QString wordsOf(const QString& path) { return textOf(path).simplified(); }
    static Design shippedDesign(const char* path) {
        QFile file(projectPath(path));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        auto import = readDotWhole(file.readAll(), QString::fromLatin1(path), catalogue());
        return import ? import->design : Design();
    }
    /// A board of frames side by side, each with some blocks, as large as no paper.
    static Design wideDesign(int frames) {
        Design design;
        for (qint64 i = 0; i < frames; ++i) {
            Element element;
            element.id = ElementId(i + 1);
            element.type = ElementType::Frame;
            design.elements.put(element);
            Frame frame;
            frame.id = element.id;
            frame.name = frame.title = u"frame_%1"_s.arg(i + 1);
            frame.rect = {Coord(i * 8000), 0, 7600, 5600};
            design.frames.put(frame);
            for (qint64 j = 0; j < 6; ++j) {
                Element inside;
                inside.id = ElementId(1000 + i * 10 + j);
                inside.parent = frame.id;
                design.elements.put(inside);
                Block block;
                block.id = inside.id;
                block.kind = u"cache"_s;
                block.name = block.title = u"block_%1_%2"_s.arg(i + 1).arg(j + 1);
                block.rect = {Coord(i * 8000 + 200 + (j % 3) * 2400), Coord(600 + (j / 3) * 2400), 1400, 600};
                design.blocks.put(block);
            }
        }
        return design;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("SOURCE_DATE_EPOCH", "1763769600"); }

    void itSaysWhatItIs() {
        const QString path = write(requestOf(reportedDesign()));
        QVERIFY(!path.isEmpty());
        const QString info = run(u"pdfinfo"_s, {path});
        QVERIFY2(info.contains(QRegularExpression(u"Title:\\s+Next video"_s)), qPrintable(info));
        QVERIFY(info.contains(QRegularExpression(u"Author:\\s+Ada Lovelace"_s)));
        QVERIFY(info.contains(QRegularExpression(u"Page size:.*\\(A4\\)"_s)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QPDF pdf;
        pdf.processFile(path.toStdString().c_str());
        QCOMPARE(QString::fromStdString(pdf.getRoot().getKey("/Lang").getUTF8Value()), u"en"_s);
        const QString fonts = run(u"pdffonts"_s, {path});
        const QStringList rows = fonts.split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(rows.size() >= 3);
        for (const QString& row : rows)
            QVERIFY2(row.contains(QRegularExpression(u" (yes|no ) *(yes|no) *(yes|no) +\\d+ +0"_s)) &&
                         row.contains(u"yes"_s),
                     qPrintable(row));
        const QString first = textOf(path, {u"-l"_s, u"1"_s});
        QVERIFY(first.contains(u"Ada Lovelace"_s) && first.contains(u"2025-11-22"_s));
    }

    /// With contents, links and bookmarks as they are without it.
    void itCarriesTheDesign() {
        const Design design = reportedDesign();
        auto document = Document::create(folder_.filePath(u"carried.gplan"_s), Document::Use::CommandLine);
        QVERIFY(document);
        QVERIFY(fillWith(**document, {"import", {}}, design));
        ReportRequest request = requestOf(design);
        const auto plain = importDesign(bytesOf(request), u"report.pdf"_s, catalogue());
        QVERIFY(!plain);
        QCOMPARE(plain.error().sentence, u"report.pdf: there is no Groundplan design in it; it was exported "
                                         "without one, or by another program."_s);
        request.source = *documentBytes(**document, false);
        const QByteArray bytes = bytesOf(request);
        QVERIFY(bytes == bytesOf(request));
        const auto back = importDesign(bytes, u"report.pdf"_s, catalogue());
        QVERIFY2(back, back ? "" : qPrintable(back.error().sentence));
        QVERIFY(back->import.design == design);
        QVERIFY(back->document == request.source.bytes());
        const QString path = write(request);
        QPDF pdf;
        pdf.processFile(path.toStdString().c_str());
        QPDFObjectHandle names = pdf.getRoot().getKey("/Names");
        QVERIFY(names.hasKey("/Dests") && names.hasKey("/EmbeddedFiles"));
        QVERIFY(pdf.getRoot().hasKey("/Outlines"));

        request.source = QByteArray(exchangelimits::kUnpackedBytes + 1, 'x');
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const Result<void> refused = writeReportPdf(request, catalogue(), templates(), out);
        QVERIFY(!refused);
        QVERIFY2(refused.error().sentence.contains(u"leave it out of this one"_s),
                 qPrintable(refused.error().sentence));
        QVERIFY(out.data().isEmpty());
    }

    void paperIsA4OrLetter() {
        ReportRequest request = requestOf(reportedDesign());
        request.paper = Paper::Letter;
        const QString info = run(u"pdfinfo"_s, {write(request)});
        QVERIFY2(info.contains(QRegularExpression(u"Page size:\\s+612 x 792 pts \\(letter\\)"_s)),
                 qPrintable(info));
        QCOMPARE(paperNamed(u"LETTER"_s), Paper::Letter);
        QVERIFY(!paperNamed(u"a5"_s));
    }

    void everythingIsFound() {
        ReportRequest request = requestOf(reportedDesign());
        request.session = reportedSession();
        const QString said = wordsOf(write(request));
        for (const QString& text : {u"Recommend the next video."_s,
                                    u"Open, watch, close."_s,
                                    u"How many viewers?"_s,
                                    u"still open"_s,
                                    u"≤ 60 ms"_s,
                                    u"missed"_s,
                                    u"Orders 500 candidates."_s,
                                    u"Which model?"_s,
                                    u"Learns crossings"_s,
                                    u"Chosen: Deep network. The gain pays for it."_s,
                                    u"Weighted sum"_s,
                                    u"Random label, Existing system"_s,
                                    u"Cold start — 冷启动"_s,
                                    u"🧊"_s,
                                    u"Ask about the budget"_s,
                                    u"How many candidates?"_s,
                                    u"Time use of the session"_s,
                                    u"9:30"_s,
                                    u"Rubric"_s,
                                    u"Very strong"_s,
                                    u"Contents"_s})
            QVERIFY2(said.contains(text), qPrintable(text));
    }

    void contentsBlocksAndEntriesLeadToEachOther() {
        const Design design = reportedDesign();
        QPDF pdf;
        const QByteArray bytes = bytesOf(requestOf(design));
        pdf.processMemoryFile("report", bytes.constData(), std::size_t(bytes.size()));
        const std::vector<QPDFObjectHandle> pages = pdf.getAllPages();
        const auto numberOf = [&pages](QPDFObjectHandle page) {
            for (std::size_t i = 0; i < pages.size(); ++i) {
                if (pages[i].getObjGen() == page.getObjGen())
                    return int(i);
            }
            return -1;
        };
        QMap<int, QList<int>> links; // from page to pages
        QStringList urls;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            QPDFObjectHandle page = pages[i];
            if (!page.hasKey("/Annots"))
                continue;
            const auto box = page.getKey("/MediaBox").getArrayAsRectangle();
            for (QPDFObjectHandle link : page.getKey("/Annots").getArrayAsVector()) {
                const auto rect = link.getKey("/Rect").getArrayAsRectangle();
                QVERIFY(rect.llx >= 0 && rect.lly >= 0 && rect.urx <= box.urx + 1 && rect.ury <= box.ury + 1);
                QVERIFY(rect.llx < rect.urx && rect.lly < rect.ury);
                if (link.hasKey("/A")) {
                    urls.append(QString::fromStdString(link.getKey("/A").getKey("/URI").getUTF8Value()));
                    continue;
                }
                const int to = numberOf(link.getKey("/Dest").getArrayItem(0));
                QVERIFY(to >= 0);
                links[int(i)].append(to);
            }
        }
        QCOMPARE(urls, QStringList{u"https://example.org/ranking?a=1&b=2"_s}); // and no javascript:
        const int diagram = 1;
        QVERIFY(links[0].contains(diagram) && links[0].contains(int(pages.size()) - 1));
        // A link for each block and frame, none of which stays on the page.
        QCOMPARE(links[diagram].size(), design.blocks.size() + design.frames.size());
        QVERIFY(!links[diagram].contains(diagram));
        // And back from what they lead to.
        for (const int page : std::as_const(links[diagram]))
            QVERIFY(links[page].contains(diagram));

        // Bookmarks: everything that has a heading.
        QPDFObjectHandle root = pdf.getRoot().getKey("/Outlines");
        QStringList titles;
        QList<QPDFObjectHandle> open{root.getKey("/First")};
        while (!open.isEmpty()) {
            QPDFObjectHandle item = open.takeLast();
            titles.append(QString::fromStdString(item.getKey("/Title").getUTF8Value()));
            QVERIFY(numberOf(item.getKey("/Dest").getArrayItem(0)) >= 0);
            if (item.hasKey("/Next"))
                open.append(item.getKey("/Next"));
            if (item.hasKey("/First"))
                open.append(item.getKey("/First"));
        }
        for (const QString& title :
             {u"Diagram"_s, u"1  The task"_s, u"Ranking"_s, u"Which model?"_s, u"Rubric"_s})
            QVERIFY2(titles.contains(title), qPrintable(titles.join(u'|')));
        QPDFNameTreeObjectHelper names(pdf.getRoot().getKey("/Names").getKey("/Dests"), pdf);
        QVERIFY(names.hasName("block-ranking") && names.hasName("metrics") && names.hasName("diagram"));
    }

    /// Blocks of which nothing is said are rows: the diagram leads there, the row leads back, and the
    /// bookmarks are those of what has a heading.
    void rowsAreLedToAndLeadToTheDiagram() {
        const Design design = wideDesign(12);
        const QByteArray bytes = bytesOf(requestOf(design));
        QPDF pdf;
        pdf.processMemoryFile("report", bytes.constData(), std::size_t(bytes.size()));
        const std::vector<QPDFObjectHandle> pages = pdf.getAllPages();
        const auto linksBetween = [&pages](QPDFObjectHandle from, QPDFObjectHandle to) {
            int links = 0;
            for (QPDFObjectHandle link : from.getKey("/Annots").getArrayAsVector())
                links += link.getKey("/Dest").getArrayItem(0).getObjGen() == to.getObjGen();
            return links;
        };
        QPDFNameTreeObjectHelper names(pdf.getRoot().getKey("/Names").getKey("/Dests"), pdf);
        QPDFObjectHandle row;
        QVERIFY(names.findObject("block-block-3-2", row));
        QPDFObjectHandle told = row.getArrayItem(0), third = pages[4]; // after the cover and the overview
        QVERIFY(linksBetween(third, told) >= 6);
        QVERIFY(linksBetween(told, third) >= 6);
        QPDFObjectHandle other;
        QVERIFY(names.findObject("block-block-3-3", other));
        QVERIFY(other.getArrayItem(0).getObjGen() == told.getObjGen());
        QVERIFY(other.getArrayItem(3).getNumericValue() < row.getArrayItem(3).getNumericValue()); // below it
        const int outlines = pdf.getRoot().getKey("/Outlines").getKey("/Count").getIntValueAsInt();
        QVERIFY2(std::abs(outlines) < 40, qPrintable(QString::number(outlines))); // 72 blocks
    }

    void thePageNumbersOfTheContentsAreRight() {
        const QString path = write(requestOf(shippedDesign("templates/cases/designs/churn.dot")));
        const QString front = textOf(path, {u"-layout"_s, u"-l"_s, u"1"_s});
        static const QRegularExpression line(
            u"(\\d+) +(Requirements|Metrics|Trade-offs|Notes)[ .·]*(\\d+)\\n"_s);
        auto it = line.globalMatch(front);
        int found = 0;
        while (it.hasNext()) {
            const QRegularExpressionMatch match = it.next();
            const QString page = match.captured(3);
            const QString there = textOf(path, {u"-f"_s, page, u"-l"_s, page});
            QVERIFY2(there.contains(QRegularExpression(match.captured(1) + u"\\s+"_s + match.captured(2))),
                     qPrintable(match.captured(0) + there));
            ++found;
        }
        QVERIFY2(found >= 3, qPrintable(front));
    }

    void aTableThatGoesOnHasItsHeadAgain() {
        Design design = reportedDesign();
        for (qint64 i = 0; i < 200; ++i) {
            Metric metric;
            metric.id = MetricId(1000 + i);
            metric.name = u"metric %1"_s.arg(i);
            design.metrics.put(metric);
        }
        const QString path = write(requestOf(design));
        int pages = 0;
        const QStringList texts = textOf(path, {u"-layout"_s}).split(u'\f');
        for (const QString& text : texts) {
            if (!text.contains(QRegularExpression(u"metric \\d+"_s)))
                continue;
            ++pages;
            QVERIFY2(text.contains(QRegularExpression(u"Metric +Kind +Target +Now"_s)),
                     qPrintable(text.left(400)));
        }
        QVERIFY(pages >= 4);
    }

    /// A page in the middle of it is found again: whose sheet, which decision.
    void whatGoesOnIsNamedAtTheHeadOfThePage() {
        Design design = reportedDesign();
        for (qint64 i = 0; i < 200; ++i)
            design.options.put({OptionId(1000 + i), DecisionId(20), u"option %1"_s.arg(i), 10 + i});
        int goesOn = 0;
        const QStringList texts = textOf(write(requestOf(design)), {u"-layout"_s}).split(u'\f');
        for (const QString& text : texts) {
            const QString head = text.section(u'\n', 0, 0).simplified();
            if (!text.contains(QRegularExpression(u"option \\d+"_s)))
                continue;
            const bool begins = text.contains(u"option 0"_s);
            goesOn += !begins;
            QVERIFY2(begins ||
                         head.endsWith(u"Trade-offs: "_s + design.decisions.at(DecisionId(20)).question),
                     qPrintable(head));
        }
        QVERIFY(goesOn >= 3);
    }

    void aDiagramStandsOnTheSmallestPaperThatShowsIt() {
        const Diagrams small(reportedDesign(), Paper::A4);
        QCOMPARE(small.pages().size(), 1);
        QCOMPARE(small.pages().first().paper.width(),
                 seriesOf(Paper::A4).first().height()); // it is broad: turned
        QVERIFY(Diagrams({}, Paper::A4).pages().isEmpty());
        for (const char* path :
             {"templates/designs/video-recommendation.dot", "templates/cases/designs/churn.dot",
              "templates/cases/designs/payment-fraud.dot"}) {
            const Design design = shippedDesign(path);
            const Diagrams diagrams(design, Paper::A4);
            QCOMPARE(diagrams.pages().size(), 1);
            const DiagramPage& page = diagrams.pages().first();
            QVERIFY2(page.scale >= 0.42, qPrintable(QString::number(page.scale)));
            const QRectF content = page.toPage().mapRect(page.content);
            QVERIFY(QRectF(kDiagramSide - 1, kDiagramTop - 1, page.paper.width() - 2 * kDiagramSide + 2,
                           page.paper.height() - kDiagramTop - kDiagramBottom + 2)
                        .contains(content));
        }
    }

    void aVeryLargeDiagramBecomesAnOverviewAndAPageAFrame() {
        const Design design = wideDesign(12);
        const Diagrams diagrams(design, Paper::A4);
        QCOMPARE(diagrams.pages().size(), 13);
        QVERIFY(!diagrams.pages()[0].frame);
        QCOMPARE(diagrams.pageOf(ElementId(1000)), 1);
        QCOMPARE(diagrams.pageOf(ElementId(1110)), 12);
        const QString path = write(requestOf(design));
        const QString third = textOf(path, {u"-f"_s, u"5"_s, u"-l"_s, u"5"_s});
        QVERIFY2(third.contains(u"block_3_1"_s) && !third.contains(u"block_4_1"_s), qPrintable(third));
    }

    void withoutFramesTheSheetGrows() {
        Design design;
        for (qint64 i = 0; i < 225; ++i) {
            Element element;
            element.id = ElementId(i + 1);
            design.elements.put(element);
            Block block;
            block.id = element.id;
            block.name = block.title = u"block_%1"_s.arg(i);
            block.rect = {Coord(i % 15 * 2000), Coord(i / 15 * 1000), 1400, 600};
            design.blocks.put(block);
        }
        const Diagrams diagrams(design, Paper::A4);
        QCOMPARE(diagrams.pages().size(), 1);
        QVERIFY(diagrams.pages().first().paper.width() > 1000);
    }

    void theSameRequestGivesTheSameBytes() {
        ReportRequest request = requestOf(reportedDesign());
        request.session = reportedSession();
        QVERIFY(bytesOf(request) == bytesOf(request));
    }

    /// Each face once, however many pages.
    void pagesShareTheirFonts() {
        Design design = reportedDesign();
        const qsizetype before = bytesOf(requestOf(design)).size();
        for (qint64 i = 0; i < 500; ++i)
            design.notes.put({NoteId(1000 + i), {}, NoteKind::Remark, u"Remark %1 🚀"_s.arg(i), i});
        const QString path = write(requestOf(design));
        const QStringList fonts = run(u"pdffonts"_s, {path}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY2(fonts.size() <= 8, qPrintable(fonts.join(u'\n')));
        QVERIFY(QFileInfo(path).size() < before + 100'000);
    }

    void moreEmojiThanAFontHoldsAreShown() {
        Design design = reportedDesign();
        QString all;
        for (char32_t code = 0x1F400; code < 0x1F400 + 300; ++code)
            all += QString::fromUcs4(&code, 1) + u' ';
        design.notes.put({NoteId(1000), {}, NoteKind::Remark, all, 1});
        const QString said = wordsOf(write(requestOf(design)));
        for (const char32_t code : {0x1F400, 0x1F4FF, 0x1F52B})
            QVERIFY(said.contains(QString::fromUcs4(&code, 1)));
    }

    void longTextsAndManyDecisionsAreWhole() {
        Design design = reportedDesign();
        QString text;
        for (int i = 0; text.size() < 500'000; ++i)
            text += u"word%1 "_s.arg(i);
        design.notes.put({NoteId(1000), {}, NoteKind::Remark, text + u"end-of-note"_s, 1});
        for (qint64 i = 0; i < 1'000; ++i) {
            design.decisions.put(
                {DecisionId(1000 + i), ElementId(3), u"Question number %1?"_s.arg(i), {}, {}, i});
            design.options.put({OptionId(1000 + i), DecisionId(1000 + i), u"Only option %1"_s.arg(i), 1});
        }
        const std::clock_t before = std::clock();
        const QString path = write(requestOf(design));
        const double seconds = double(std::clock() - before) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 20, qPrintable(QString::number(seconds)));
        const QString said = wordsOf(path);
        QVERIFY(said.contains(u"end-of-note"_s));
        QVERIFY(said.contains(u"word31000 "_s));
        QVERIFY(said.contains(u"Question number 999?"_s) && said.contains(u"Only option 999"_s));
    }

    void anEmptyBoardHasAReport() {
        const QString path = write(requestOf({}));
        QCOMPARE(run(u"pdfinfo"_s, {path}).contains(QRegularExpression(u"Pages:\\s+2"_s)), true);
    }
};

QTEST_MAIN(TestReportPdf)
#include "test_report_pdf.moc"
