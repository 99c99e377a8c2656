// What the overview of a large diagram says of the pages that show its parts.
#include "app/report/overview_map.h"

#include "app/report/diagram_pages.h"
#include "app/report/report_pdf.h"
#include "tests/model/framework/shipped.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

using namespace groundplan;
using namespace groundplan::report;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

class TestOverviewMap : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    static void addElement(Design& design, qint64 id, ElementType type, qint64 parent) {
        Element element;
        element.id = ElementId(id);
        element.type = type;
        element.parent = ElementId(parent);
        design.elements.put(element);
    }
    static void addFrame(Design& design, qint64 id, Rect rect, const QString& title, qint64 parent = 0) {
        addElement(design, id, ElementType::Frame, parent);
        Frame frame;
        frame.id = ElementId(id);
        frame.name = u"frame_%1"_s.arg(id);
        frame.title = title;
        frame.rect = rect;
        design.frames.put(frame);
    }
    static void addBlock(Design& design, qint64 id, Point at, qint64 parent = 0) {
        addElement(design, id, ElementType::Block, parent);
        Block block;
        block.id = ElementId(id);
        block.kind = u"cache"_s;
        block.name = block.title = u"block_%1"_s.arg(id);
        block.rect = {at.x, at.y, 1400, 600};
        design.blocks.put(block);
    }
    static void addBlocks(Design& design, qint64 first, Point at, qint64 parent) {
        for (qint64 j = 0; j < 6; ++j)
            addBlock(design, first + j,
                     {Coord(at.x + 200 + (j % 3) * 2400), Coord(at.y + 600 + (j / 3) * 2400)}, parent);
    }
    /// Frames side by side: a strip.
    static Design strip(int frames, bool titled = true) {
        Design design;
        for (qint64 i = 0; i < frames; ++i) {
            const Rect rect{Coord(i * 8000), 0, 7600, 5600};
            addFrame(design, i + 1, rect, titled ? u"Team %1"_s.arg(i + 1) : QString());
            addBlocks(design, 1000 + i * 10, rect.topLeft(), i + 1);
        }
        return design;
    }
    static Design field(int columns, int rows) {
        Design design;
        for (qint64 i = 0; i < columns * rows; ++i)
            addBlock(design, i + 1, {Coord(i % columns * 3000), Coord(i / columns * 4000)});
        return design;
    }
    static int printed(int page) { return page + 2; } // behind the contents
    static double lettersOf(const MapLabel& label) {
        return label.scale * fonts::of(label.number.role).pixelSize();
    }
    /// Large enough to be read, on the page, none on another.
    static void verifyLabels(const DiagramPage& shown, const QList<MapLabel>& labels) {
        const QRectF paper(QPointF(), shown.paper);
        for (const MapLabel& label : labels) {
            if (label.place.isEmpty())
                continue;
            QVERIFY(lettersOf(label) >= 7 - 1e-6);
            QVERIFY(paper.contains(label.place));
            for (const MapLabel& other : labels)
                QVERIFY(&other == &label || !other.place.intersects(label.place));
        }
    }
    QString written(const Design& design) const {
        ReportRequest request;
        request.design = design;
        request.title = u"Large"_s;
        QFile file(folder_.filePath(u"report.pdf"_s));
        if (!file.open(QIODevice::WriteOnly) || !writeReportPdf(request, catalogue(), templates(), file))
            qFatal("no report");
        return file.fileName();
    }
    static QString run(const QString& program, const QStringList& words) {
        QProcess process;
        process.start(program, words);
        process.waitForFinished(120'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private Q_SLOTS:
    /// However thin the strip is that they are painted in.
    void everyFrameSaysItsTitleAndPage() {
        const Design design = strip(10);
        const Diagrams diagrams(design, Paper::A4);
        const QList<MapEntry> map = diagrams.mapOf(0);
        QCOMPARE(map.size(), 10);
        const QList<MapLabel> labels = mapLabels(design, diagrams.pages()[0], map, printed);
        verifyLabels(diagrams.pages()[0], labels);
        for (qsizetype i = 0; i < map.size(); ++i) {
            QCOMPARE(diagrams.pages()[map[i].page].frame, map[i].frame);
            QVERIFY(!labels[i].place.isEmpty());
            QCOMPARE(labels[i].title.shown(), design.frames.at(map[i].frame).title);
            QCOMPARE(labels[i].number.shown(), u"p. %1"_s.arg(printed(map[i].page)));
            // Over its own frame.
            const QRectF area = diagrams.pages()[0].toPage().mapRect(map[i].area);
            QVERIFY(area.adjusted(-1, -20, 1, 1).contains(labels[i].place));
        }
        for (int i = 1; i < diagrams.pages().size(); ++i) // the others are no overviews
            QVERIFY(diagrams.mapOf(i).isEmpty());
        QVERIFY(Diagrams(strip(1), Paper::A4).mapOf(0).isEmpty());
    }

    /// Without a title the page is enough; a part has its number in its middle.
    void whatHasNoTitleSaysItsPage() {
        const Design untitled = strip(10, false);
        const Diagrams frames(untitled, Paper::A4);
        for (const MapLabel& label : mapLabels(untitled, frames.pages()[0], frames.mapOf(0), printed))
            QVERIFY(label.title.isEmpty() && !label.place.isEmpty());
        const Design many = field(60, 4);
        const Diagrams parts(many, Paper::A4);
        const QList<MapEntry> map = parts.mapOf(0);
        QVERIFY2(map.size() > 6, qPrintable(QString::number(map.size())));
        const QList<MapLabel> labels = mapLabels(many, parts.pages()[0], map, printed);
        verifyLabels(parts.pages()[0], labels);
        for (qsizetype i = 0; i < map.size(); ++i) {
            QVERIFY(!map[i].frame && !labels[i].place.isEmpty());
            const QRectF area = parts.pages()[0].toPage().mapRect(map[i].area);
            QVERIFY(std::abs(area.center().x() - labels[i].place.center().x()) < 1);
        }
    }

    /// A frame of frames is an overview itself, which tells of those in it; the board's tells of all.
    void framesWithinFrames() {
        Design design;
        addFrame(design, 1, {0, 0, 60'000, 14'000}, u"Platform"_s);
        for (qint64 i = 0; i < 12; ++i) {
            const Rect rect{Coord(400 + i % 6 * 9000), Coord(800 + i / 6 * 6500), 7600, 5600};
            addFrame(design, 10 + i, rect, u"Team %1"_s.arg(i + 1), 1);
            addBlocks(design, 1000 + i * 10, rect.topLeft(), 10 + i);
        }
        const Diagrams diagrams(design, Paper::A4);
        QCOMPARE(diagrams.pages()[1].frame, ElementId(1));
        const QList<MapEntry> board = diagrams.mapOf(0), platform = diagrams.mapOf(1);
        QCOMPARE(board.size(), 13);
        QCOMPARE(board[0].frame, ElementId(1));
        QCOMPARE(board[0].level, 0);
        QCOMPARE(board[1].level, 1);
        QCOMPARE(platform.size(), 12);
        QCOMPARE(platform[0].level, 0);
        verifyLabels(diagrams.pages()[0], mapLabels(design, diagrams.pages()[0], board, printed));
        verifyLabels(diagrams.pages()[1], mapLabels(design, diagrams.pages()[1], platform, printed));
    }

    /// The list takes what is free, and a little of the picture rather than nothing.
    void theListStandsBelowThePicture() {
        const QRectF room(36, 58, 1118, 700);
        const MapRoom thin = shareRoom(room, {20'000, 1500}, 10);
        QVERIFY(thin.columns > 1 && thin.list.top() > thin.picture.bottom() && room.contains(thin.list));
        QCOMPARE(thin.scale, 1118.0 / 20'000);
        const MapRoom full = shareRoom(room, {11'180, 7000}, 10);
        QVERIFY(full.columns > 1 && full.scale < 0.1 && full.scale > 0.08);
        QVERIFY(room.contains(full.list) && room.contains(full.picture));
        QCOMPARE(shareRoom(room, {11'180, 7000}, 100).columns, 0); // the contents tell them
        QCOMPARE(shareRoom(room, {11'180, 7000}, 100).scale, 0.1);
    }

    /// As the file has it: said on the overview, in letters that can be read, and with links to each page.
    void inTheReport() {
        const QString path = written(strip(10));
        const QStringList second{u"-f"_s, u"2"_s, u"-l"_s, u"2"_s};
        const QString said = run(u"pdftotext"_s, second + QStringList{u"-layout"_s, path, u"-"_s});
        static const QRegularExpression row(u"Team 7[ .]+9\\b"_s);
        QVERIFY2(said.contains(row), qPrintable(said));
        QVERIFY2(said.contains(QRegularExpression(u"Team 7 +p\\. 9\\b"_s)), qPrintable(said));
        QPDF pdf;
        pdf.processFile(path.toLocal8Bit().constData());
        std::vector<QPDFObjectHandle> pages = pdf.getAllPages();
        QHash<int, int> links; // by object
        for (QPDFObjectHandle link : pages[1].getKey("/Annots").getArrayAsVector())
            ++links[link.getKey("/Dest").getArrayItem(0).getObjectID()];
        for (std::size_t i = 2; i < 12; ++i) // the frame, its label and its row
            QCOMPARE(links.value(pages[i].getObjectID()), 3);
        QCOMPARE(links.size(), 10); // what nobody can read leads to no description
    }
};

QTEST_MAIN(TestOverviewMap)
#include "test_overview_map.moc"
