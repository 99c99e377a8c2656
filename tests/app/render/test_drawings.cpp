#include "app/render/board_index.h"
#include "app/render/exports.h"
#include "app/render/picture.h"
#include "app/render/svg_writer.h"
#include "model/design/stroke.h"
#include "tests/app/render/board_samples.h"
#include "tests/places.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace groundplan;
using namespace Qt::StringLiterals;
using samples::rectOf;

namespace {

constexpr QRgb kInk = 0xff1a56db;
const QString kInkName = u"#1a56db"_s;

QByteArray fileOf(const QImage& image, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

struct Drawn : samples::Builder {
    ElementId stroke(StrokeTool tool, double width, const QList<PenPoint>& line,
                     const QString& colour = kInkName) {
        Stroke row = strokeThrough(line, tool, colour, units(width));
        row.id = element(ElementType::Stroke);
        design.strokes.put(row);
        return row.id;
    }
    ElementId shape(ShapeKind kind, const QString& text, const Rect& rect, double size = 16,
                    bool filled = false) {
        Shape row;
        row.id = element(ElementType::Shape);
        row.kind = kind;
        row.text = text;
        row.colour = kInkName;
        row.filled = filled;
        row.textSize = units(size);
        row.rect = rect;
        design.shapes.put(row);
        return row.id;
    }
    ElementId image(const QByteArray& bytes, const Rect& rect, const QString& description = {}) {
        Image row;
        row.id = element(ElementType::Image);
        row.asset = design.assets.add(bytes);
        row.description = description;
        row.rect = rect;
        design.images.put(row);
        return row.id;
    }
};

PenPoint pen(double x, double y, int pressure = 128) {
    return {{units(x), units(y)}, quint8(pressure)};
}

QImage flat(QImage::Format format, QColor colour) {
    QImage image(60, 40, format);
    image.fill(colour);
    return image;
}

/// Pressed lines, an arrow, a highlighter over a block, shapes with texts, and pictures of every sort that is
/// kept.
Design everything() {
    Drawn b;
    b.block("model", u"Ranker"_s, u"XGBoost"_s, rectOf(0, 0, 176, 64));
    b.stroke(StrokeTool::Pen, 6, {pen(0, 100, 255), pen(100, 140, 60), pen(200, 100, 255)});
    b.stroke(StrokeTool::Pen, 3, {pen(0, 160), pen(100, 200), pen(200, 160)});
    b.stroke(StrokeTool::Arrow, 3, {pen(0, 240), pen(200, 240)});
    b.stroke(StrokeTool::Highlighter, 20, {pen(0, 32), pen(176, 32)}, u"#e0a100"_s);
    b.shape(ShapeKind::Ellipse, u"cold path"_s, rectOf(300, 0, 200, 90), 16, true);
    b.shape(ShapeKind::Rectangle, u"retry queue"_s, rectOf(300, 120, 200, 90), 14);
    b.shape(ShapeKind::Text, u"Why do we need this?"_s, rectOf(300, 240, 400, 50), 32);
    QImage clear = flat(QImage::Format_ARGB32, QColor(200, 40, 40, 128));
    b.image(fileOf(clear, "png"), rectOf(600, 0, 120, 80));
    b.image(fileOf(flat(QImage::Format_RGB32, Qt::darkGreen), "png"), rectOf(600, 100, 120, 80));
    b.image(fileOf(flat(QImage::Format_RGB32, Qt::darkBlue), "jpeg"), rectOf(740, 0, 120, 80));
    b.image(fileOf(flat(QImage::Format_Grayscale8, Qt::gray), "jpeg"), rectOf(740, 100, 120, 80));
    return b.design;
}

/// But for the rounding of colours that are blended twice.
bool looksTheSame(const QImage& a, const QImage& b) {
    constexpr int kRounding = 3;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            if (std::abs(qRed(p) - qRed(q)) > kRounding || std::abs(qGreen(p) - qGreen(q)) > kRounding ||
                std::abs(qBlue(p) - qBlue(q)) > kRounding)
                return false;
        }
    }
    return true;
}

bool isInk(QRgb pixel) {
    return std::abs(qRed(pixel) - qRed(kInk)) < 12 && std::abs(qGreen(pixel) - qGreen(kInk)) < 12 &&
           std::abs(qBlue(pixel) - qBlue(kInk)) < 12;
}

} // namespace

/// Strokes, shapes and images, as they are painted and leave the board.
class TestDrawings : public QObject {
    Q_OBJECT

    Catalogue catalogue_;
    QTemporaryDir folder_;

    /// A design painted at 1:1, with the board's origin at (20, 20).
    QImage painted(const Design& design, double zoom = 1) const {
        QImage image(int(1000 * zoom), int(500 * zoom), QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        painter.scale(zoom, zoom);
        painter.translate(20, 20);
        BoardIndex index(design);
        BoardPainter::Options options;
        options.fullDetail = true;
        BoardPainter(catalogue_, Theme::light(catalogue_))
            .paint(painter, design, index, QRectF(-20, -20, 1000, 500), options);
        return image;
    }
    QByteArray pdf(const Design& design, bool dark = false) const {
        ExportRequest request;
        request.design = design;
        request.dark = dark;
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        const Result<void> written = writePdf(request, catalogue_, buffer);
        if (!written)
            qFatal("%s", qPrintable(written.error().sentence));
        return bytes;
    }
    QString written(const QByteArray& bytes) const {
        const QString path = folder_.filePath(u"out.pdf"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return path;
    }
    /// What a program of poppler says; a warning fails the test.
    static QString run(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
        if (const QByteArray warnings = process.readAllStandardError(); !warnings.isEmpty())
            QTest::qFail(warnings.constData(), __FILE__, __LINE__);
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private Q_SLOTS:
    void initTestCase() { catalogue_ = Catalogue::load({projectPath("templates/catalog")}); }
    void cleanup() { qunsetenv("SOURCE_DATE_EPOCH"); }

    /// Where the line ends, where it crosses itself, and at each point: no hole in the ink.
    void pressedLinesHaveNoHoles_data() {
        QTest::addColumn<QList<PenPoint>>("line");
        QTest::newRow("to the right")
            << QList<PenPoint>{pen(0, 100, 255), pen(100, 100, 200), pen(200, 100, 255)};
        QTest::newRow("to the left") << QList<PenPoint>{pen(200, 100, 255), pen(100, 100, 200),
                                                        pen(0, 100, 255)};
        QTest::newRow("upwards") << QList<PenPoint>{pen(50, 300, 255), pen(50, 200, 150), pen(50, 100, 255)};
        QTest::newRow("downwards") << QList<PenPoint>{pen(50, 100, 255), pen(50, 200, 150),
                                                      pen(50, 300, 255)};
        QList<PenPoint> loop, back;
        for (int i = 0; i <= 60; ++i) {
            const double angle = i / 40.0 * 2 * M_PI;
            loop.append(pen(200 + 80 * std::cos(angle), 150 + 80 * std::sin(angle), 128 + (i % 3) * 40));
            back.prepend(loop.last());
        }
        QTest::newRow("a loop that goes over itself") << loop;
        QTest::newRow("and the other way round") << back;
    }
    void pressedLinesHaveNoHoles() {
        QFETCH(const QList<PenPoint>, line);
        Drawn b;
        b.stroke(StrokeTool::Pen, 12, line);
        const QImage image = painted(b.design, 2);
        for (const PenPoint& point : line) {
            const QPoint at(int(2 * (points(point.at.x) + 20)), int(2 * (points(point.at.y) + 20)));
            for (const QPoint off : {QPoint(0, 0), QPoint(3, 0), QPoint(-3, 0), QPoint(0, 3), QPoint(0, -3)})
                QVERIFY2(isInk(image.pixel(at + off)),
                         qPrintable(u"%1,%2"_s.arg(at.x() + off.x()).arg(at.y() + off.y())));
        }
    }

    void pressureIsWidth() {
        Drawn b;
        b.stroke(StrokeTool::Pen, 8, {pen(0, 100, 20), pen(200, 100, 140), pen(400, 100, 255)});
        const QImage image = painted(b.design);
        const auto width = [&image](int x) {
            int count = 0;
            for (int y = 60; y < 180; ++y)
                count += isInk(image.pixel(x + 20, y)) ? 1 : 0;
            return count;
        };
        QVERIFY2(width(20) < width(200) && width(200) < width(380),
                 qPrintable(u"%1 %2 %3"_s.arg(width(20)).arg(width(200)).arg(width(380))));
    }

    /// The tip of an arrow is where it was drawn to, and nothing lies beyond it.
    void arrowsEndAtTheirTip() {
        Drawn b;
        b.stroke(StrokeTool::Arrow, 3, {pen(0, 100), pen(200, 100)});
        const QImage image = painted(b.design);
        QVERIFY(isInk(image.pixel(20 + 100, 120)));
        QVERIFY(isInk(image.pixel(20 + 197, 120)));
        QVERIFY(isInk(image.pixel(20 + 190, 120 + 3)));
        QVERIFY(!isInk(image.pixel(20 + 199, 120 + 3)));
        QVERIFY(!isInk(image.pixel(20 + 203, 120)));
    }

    /// On the screen strokes come from pictures that are kept: as they would be painted, moved with what they
    /// lie on, and anew when they change.
    void keptPicturesLookTheSame() {
        Drawn b;
        const ElementId id =
            b.stroke(StrokeTool::Pen, 8, {pen(0, 100, 20), pen(200, 160, 140), pen(400, 100, 255)});
        b.stroke(StrokeTool::Arrow, 1, {pen(0, 200), pen(200, 260)});
        b.stroke(StrokeTool::Highlighter, 20, {pen(100, 60), pen(300, 220)}, u"#e0a100"_s);
        const BoardPainter painter(catalogue_, Theme::light(catalogue_));
        const auto onScreen = [&](const Design& design, bool kept) {
            QImage image(500, 320, QImage::Format_ARGB32_Premultiplied);
            QPainter into(&image);
            into.translate(20, 20);
            const BoardIndex index(design);
            BoardPainter::Options options;
            options.cached = kept;
            options.grid = false;
            painter.paint(into, design, index, QRectF(-20, -20, 500, 320), options);
            return image;
        };
        QVERIFY(looksTheSame(onScreen(b.design, true), onScreen(b.design, false)));
        QVERIFY(looksTheSame(onScreen(b.design, true), onScreen(b.design, false))); // now from what is kept
        Design changed = b.design;
        Stroke stroke = *changed.strokes.find(id);
        stroke.colour = u"#c02020"_s;
        stroke.rect = stroke.rect.translated({80, 160});
        changed.strokes.put(stroke);
        QVERIFY(looksTheSame(onScreen(changed, true), onScreen(changed, false)));
        QVERIFY(!looksTheSame(onScreen(changed, true), onScreen(b.design, true)));
        QVERIFY(looksTheSame(onScreen(b.design, true), onScreen(b.design, false)));
    }

    /// What is under a highlighter is still seen.
    void highlightersAreTranslucent() {
        Drawn b;
        b.shape(ShapeKind::Rectangle, {}, rectOf(50, 80, 40, 40));
        b.stroke(StrokeTool::Highlighter, 20, {pen(0, 100), pen(200, 100)}, u"#ffcc00"_s);
        const QImage image = painted(b.design);
        const QRgb alone = image.pixel(20 + 150, 120);
        const QRgb over = image.pixel(20 + 51, 120); // the rectangle's left side
        QVERIFY(qBlue(alone) > 120 && qBlue(alone) < 250);
        QVERIFY(qRed(over) < qRed(alone) - 60);
    }

    void captionsAreCentredLineByLine() {
        Drawn b;
        b.shape(ShapeKind::Rectangle, u"wwwwwwwwwwww\ni"_s, rectOf(0, 0, 300, 120), 20);
        const QImage image = painted(b.design);
        const auto middle = [&image](int top, int bottom) {
            int left = 10'000, right = 0;
            for (int y = top; y < bottom; ++y) {
                for (int x = 40; x < 300; ++x) {
                    if (isInk(image.pixel(x, y))) {
                        left = std::min(left, x);
                        right = std::max(right, x);
                    }
                }
            }
            return (left + right) / 2;
        };
        QVERIFY2(std::abs(middle(40, 78) - 170) <= 2, qPrintable(QString::number(middle(40, 78))));
        QVERIFY2(std::abs(middle(84, 120) - 170) <= 2, qPrintable(QString::number(middle(84, 120))));
    }

    /// Bytes that are no picture (from a file made elsewhere): an outline says where, and of what.
    void aPictureThatCannotBeReadHasAnOutline() {
        Drawn b;
        b.image("no picture", rectOf(0, 0, 200, 100), u"the old whiteboard"_s);
        const QImage image = painted(b.design);
        int marked = 0;
        for (int x = 20; x < 220; ++x)
            marked += qGray(image.pixel(x, 20)) < 200 ? 1 : 0;
        QVERIFY(marked > 80);
        QVERIFY(run(u"pdftotext"_s, {written(pdf(b.design)), u"-"_s}).contains(u"the old whiteboard"_s));
        QCOMPARE(run(u"pdfimages"_s, {u"-list"_s, written(pdf(b.design))}).count(u'\n'), 2);
    }

    void pdfHoldsTextAsTextLinesAsLinesAndPicturesAsTheyAre_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void pdfHoldsTextAsTextLinesAsLinesAndPicturesAsTheyAre() {
        QFETCH(const bool, dark);
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        const QByteArray bytes = pdf(everything(), dark);
        QCOMPARE(pdf(everything(), dark), bytes);
        const QString path = written(bytes);
        const QString text = run(u"pdftotext"_s, {path, u"-"_s});
        for (const QString& said : {u"cold path"_s, u"retry queue"_s, u"Why do we need this?"_s, u"Ranker"_s})
            QVERIFY2(text.contains(said), qPrintable(said));
        // The four pictures and the mask of the one that is translucent, and no other raster.
        QStringList kinds;
        for (const QString& line :
             run(u"pdfimages"_s, {u"-list"_s, path}).split(u'\n', Qt::SkipEmptyParts).mid(2)) {
            const QStringList fields = line.simplified().split(u' ');
            kinds += fields.at(2) + u' ' + fields.at(5) + u' ' + fields.at(8);
        }
        kinds.sort();
        QCOMPARE(kinds, (QStringList{u"image gray jpeg"_s, u"image rgb image"_s, u"image rgb image"_s,
                                     u"image rgb jpeg"_s, u"smask gray image"_s}));
        const QString picture = folder_.filePath(u"page"_s);
        run(u"pdftoppm"_s, {u"-r"_s, u"72"_s, u"-png"_s, path, picture});
    }

    void pngAndSvgShowThem() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        const Design design = everything();
        const auto png = [&] {
            ExportRequest request;
            request.design = design;
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            const auto done = writePng(request, catalogue_, buffer);
            return done ? bytes : QByteArray();
        };
        const QByteArray bytes = png();
        QVERIFY(!bytes.isEmpty());
        QCOMPARE(png(), bytes);
        const QByteArray svg = svgPicture(design, catalogue_, u"Drawings"_s);
        QCOMPARE(svg.count("<image "), 4);
        QVERIFY(svg.contains("cold path") && svg.contains("Why do we need this?"));
    }
};

QTEST_MAIN(TestDrawings)
#include "test_drawings.moc"
