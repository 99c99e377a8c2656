#include "app/window/printing.h"
#include "tests/app/window/shown_board.h"

#include <QPainter>
#include <QPrinter>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

constexpr QSizeF kPaper(595, 842);

/// What a program of poppler-utils says.
QString answerOf(const QString& program, const QStringList& words) {
    QProcess process;
    process.start(program, words);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

ExportRequest called(const Design& design, const QString& title) {
    ExportRequest request;
    request.design = design;
    request.title = title;
    return request;
}

} // namespace

class TestPrinting : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    QString printed(const ShownBoard& board, const PrintSetup& setup) const {
        const QString path = folder_.filePath(u"%1.pdf"_s.arg(setup.tiled));
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printer.setPageSize(QPageSize(QPageSize::A4));
        const PrintJob job(called(board.document->design(), u"Recommending videos"_s), catalogue());
        return job.print(printer, setup) ? path : QString();
    }
    static int pagesOf(const QString& path) {
        const QString info = answerOf(u"pdfinfo"_s, {path});
        return info.mid(info.indexOf(u"Pages:"_s) + 6).section(u'\n', 0, 0).trimmed().toInt();
    }

private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    void oneSheetFits_data() {
        QTest::addColumn<QRectF>("content");
        QTest::addColumn<bool>("landscape");
        QTest::newRow("wide") << QRectF(-100, 50, 3'000, 700) << true;
        QTest::newRow("tall") << QRectF(0, 0, 400, 3'000) << false;
        QTest::newRow("small") << QRectF(0, 0, 100, 50) << false;
    }
    void oneSheetFits() {
        QFETCH(const QRectF, content);
        QFETCH(const bool, landscape);
        const PrintSheets sheets = printSheets(content, kPaper, {});
        QCOMPARE(sheets.count(), 1);
        QCOMPARE(sheets.landscape, landscape);
        QVERIFY(QRectF({}, sheets.paper).contains(sheets.room));
        QVERIFY(content.width() * sheets.scale <= sheets.room.width() + 0.01);
        QVERIFY(content.height() * sheets.scale <= sheets.room.height() + 0.01);
        QVERIFY(sheets.scale <= 2);
    }

    void tilesCoverAll() {
        const QRectF content(0, 0, 2'000, 1'000);
        const PrintSheets sheets = printSheets(content, kPaper, {true, 1});
        QVERIFY(sheets.columns * sheets.room.width() >= content.width());
        QVERIFY(sheets.rows * sheets.room.height() >= content.height());
        // One less in either direction would be too few.
        QVERIFY((sheets.columns - 1) * sheets.room.width() < content.width());
        QVERIFY((sheets.rows - 1) * sheets.room.height() < content.height());
        QCOMPARE(sheets.scale, 1.0);
        // Exactly as wide as the room is one column.
        QCOMPARE(printSheets(QRectF(QPointF(), sheets.room.size()), kPaper, {true, 1}).count(), 1);
        // A board without end does not take paper without end.
        const PrintSheets huge = printSheets(QRectF(0, 0, 1e7, 1e7), kPaper, {true, 4});
        QVERIFY(huge.count() <= kMostSheets);
        QVERIFY(huge.columns * huge.room.width() >= 1e7 * huge.scale - 1);
    }

    void pages() {
        ShownBoard board;
        const ElementId a = board.block("event-stream", 0, 0);
        const ElementId b = board.block("ranking", 1'500, 0);
        const ElementId c = board.block("feature-store", 1'500, 1'500);
        board.connection(a, b, "clicks");
        board.connection(b, c);
        const QString one = printed(board, {});
        QCOMPARE(pagesOf(one), 1);
        const QString text = answerOf(u"pdftotext"_s, {one, u"-"_s});
        for (const QString& word :
             {u"Event stream"_s, u"Ranking"_s, u"Feature store"_s, u"clicks"_s, u"Recommending videos"_s})
            QVERIFY2(text.contains(word), qPrintable(word + u" in: "_s + text));
        QVERIFY(!text.contains(u"row 1"_s));

        const QString several = printed(board, {true, 1});
        const PrintJob job(called(board.design(), {}), catalogue());
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setPageSize(QPageSize(QPageSize::A4));
        const PrintSheets sheets = job.sheetsOn(printer, {true, 1});
        QVERIFY(sheets.count() > 4);
        QCOMPARE(pagesOf(several), sheets.count());
        const QString all = answerOf(u"pdftotext"_s, {several, u"-"_s});
        for (int row = 1; row <= sheets.rows; ++row) {
            for (int column = 1; column <= sheets.columns; ++column) {
                const QString place = u"row %1 of %2, column %3 of %4"_s.arg(row)
                                          .arg(sheets.rows)
                                          .arg(column)
                                          .arg(sheets.columns);
                QVERIFY2(all.contains(place), qPrintable(place));
            }
        }
        QVERIFY(all.contains(u"Feature store"_s));
    }

    /// Put together, the tiles are the board: nothing is cut away or shown twice.
    void tilesMeet() {
        ShownBoard board;
        board.block("event-stream", 0, 0);
        board.block("ranking", 700, 900);
        const BoardIndex index(board.design());
        const BoardPainter painter(catalogue(), Theme::light(catalogue()));
        const QRectF content(-10, -10, 900, 990);
        const PrintSheets sheets = printSheets(content, kPaper, {true, 1});
        QVERIFY(sheets.count() > 1);
        const PrintBoard what{board.design(), index, painter, {}, {}, {}};
        const QSize room = sheets.room.size().toSize();
        QImage together(room.width() * sheets.columns, room.height() * sheets.rows, QImage::Format_RGB32);
        together.fill(Qt::white);
        for (int i = 0; i < sheets.count(); ++i) {
            QImage sheet(sheets.paper.toSize(), QImage::Format_RGB32);
            sheet.fill(Qt::white);
            QPainter one(&sheet);
            paintSheet(one, what, sheets, i);
            one.end();
            QPainter all(&together);
            all.drawImage(QPoint((i % sheets.columns) * room.width(), (i / sheets.columns) * room.height()),
                          sheet, QRect(sheets.room.topLeft().toPoint(), room));
        }
        QImage whole(together.size(), QImage::Format_RGB32);
        whole.fill(Qt::white);
        QPainter direct(&whole);
        const QPointF first = content.center() - QPointF(whole.width(), whole.height()) / 2;
        direct.translate(-first);
        BoardPainter::Options options;
        options.background = false;
        options.fullDetail = true;
        painter.paint(direct, board.design(), index, QRectF(first, QSizeF(whole.size())), options);
        direct.end();
        qint64 ink = 0;
        qint64 difference = 0;
        for (int y = 0; y < whole.height(); ++y) {
            for (int x = 0; x < whole.width(); ++x) {
                ink += 255 - qGray(whole.pixel(x, y));
                difference += std::abs(qGray(whole.pixel(x, y)) - qGray(together.pixel(x, y)));
            }
        }
        QVERIFY(ink > 10'000);
        QVERIFY2(difference < ink / 20, qPrintable(u"%1 of %2"_s.arg(difference).arg(ink)));
    }

    void dialog() {
        ShownBoard board;
        board.block("event-stream", 0, 0);
        board.block("ranking", 1'500, 1'500);
        auto job = std::make_unique<PrintJob>(called(board.design(), u"Board"_s), catalogue());
        auto* dialog = new PrintDialog(std::move(job), u"Board"_s, &board.window);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QVERIFY2(dialog->sentence().startsWith(u"All on one sheet"_s), qPrintable(dialog->sentence()));
        dialog->setSetup({true, 1});
        QVERIFY2(dialog->sentence().contains(u"with marks"_s), qPrintable(dialog->sentence()));
        QVERIFY2(dialog->sentence().contains(
                     QRegularExpression(u"^\\d+ sheets \\(\\d+ rows, \\d+ columns\\) at"_s)),
                 qPrintable(dialog->sentence()));
        dialog->setSetup({true, 0.25});
        QVERIFY2(dialog->sentence().startsWith(u"1 sheet (1 row, 1 column) at"_s),
                 qPrintable(dialog->sentence()));
        QVERIFY(dialog->setup().tiled);
        dialog->reject();
    }
};

QTEST_MAIN(TestPrinting)
#include "test_printing.moc"
