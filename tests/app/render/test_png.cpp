#include "app/render/board_index.h"
#include "app/render/exports.h"
#include "tests/app/render/board_samples.h"
#include "tests/places.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace groundplan;

namespace {

/// Takes so many bytes and then has no room.
class Full final : public QIODevice {
public:
    explicit Full(qint64 room)
        : room_(room) {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override {
        if (size > room_) {
            setErrorString(QStringLiteral("No space left on device"));
            return -1;
        }
        room_ -= size;
        return size;
    }

private:
    qint64 room_;
};

} // namespace

class TestPng : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { catalogue_ = Catalogue::load({projectPath("templates/catalog")}); }

    void equalsTheScreen_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        QTest::newRow("1x") << 1.0 << false;
        QTest::newRow("2x") << 2.0 << false;
        QTest::newRow("2x dark") << 2.0 << true;
        QTest::newRow("far") << 0.3 << false;
        QTest::newRow("odd") << 1.37 << false;
    }
    void equalsTheScreen() {
        QFETCH(double, scale);
        QFETCH(bool, dark);
        ExportRequest request;
        request.design = samples::videoRecommendation();
        request.scale = scale;
        request.dark = dark;
        const QImage exported = imageOf(bytesOf(request));

        const BoardIndex index(request.design);
        const BoardPainter painter(catalogue_,
                                   dark ? Theme::darkTheme(catalogue_) : Theme::light(catalogue_));
        const Rect bounds = index.bounds().grown(units(24));
        const double left = std::floor(points(bounds.x) * scale + 1e-6),
                     top = std::floor(points(bounds.y) * scale + 1e-6);
        QImage screen(exported.size(), QImage::Format_RGB32);
        QPainter into(&screen);
        into.translate(-left, -top);
        into.scale(scale, scale);
        BoardPainter::Options options;
        options.scale = scale;
        options.cached = true;
        painter.paint(into, request.design, index,
                      QRectF(left / scale, top / scale, screen.width() / scale, screen.height() / scale),
                      options);
        into.end();
        QCOMPARE(exported.convertToFormat(QImage::Format_RGB32), screen);
        QVERIFY(exported.width() >= points(bounds.w) * scale);
        QVERIFY(exported.width() <= points(bounds.w) * scale + 2);
    }

    void sameBytesTwice() {
        ExportRequest request;
        request.design = samples::videoRecommendation();
        QCOMPARE(bytesOf(request), bytesOf(request));
    }

    /// 96 MB of pixels come in bands; no seam is to be seen.
    void bandsHaveNoSeams() {
        ExportRequest request;
        request.design = samples::grid(144);
        request.scale = 2.4; // 6,300 x 3,500 pixels
        const QImage whole = imageOf(bytesOf(request));
        QVERIFY(qint64(whole.width()) * whole.height() * 4 > qint64(64) << 20);
        // Painted in one piece, without bands.
        const BoardIndex index(request.design);
        const BoardPainter painter(catalogue_, Theme::light(catalogue_));
        QImage screen(whole.size(), QImage::Format_RGB32);
        const Rect bounds = index.bounds().grown(units(24));
        const double left = std::floor(points(bounds.x) * 2.4 + 1e-6),
                     top = std::floor(points(bounds.y) * 2.4 + 1e-6);
        QPainter into(&screen);
        into.translate(-left, -top);
        into.scale(2.4, 2.4);
        BoardPainter::Options options;
        options.scale = 2.4;
        options.cached = true;
        painter.paint(into, request.design, index,
                      QRectF(left / 2.4, top / 2.4, screen.width() / 2.4, screen.height() / 2.4), options);
        into.end();
        QVERIFY(whole.convertToFormat(QImage::Format_RGB32) == screen);
    }

    void reducedAboveTheLargestSide() {
        samples::Builder b;
        b.block("model", QStringLiteral("Left"), {}, samples::rectOf(0, 0, 176, 64));
        b.block("model", QStringLiteral("Right"), {}, samples::rectOf(100'000, 0, 176, 64));
        ExportRequest request;
        request.design = b.design;
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const Result<QString> sentence = writePng(request, catalogue_, buffer);
        QVERIFY(sentence.has_value());
        QCOMPARE(
            *sentence,
            QStringLiteral("The picture was reduced to 0.319 pixels a point instead of 2, because no side "
                           "may be longer than 32000 pixels."));
        QCOMPARE(imageOf(buffer.data()).width(), 32'000);
        request.scale = 0.2;
        QBuffer small;
        small.open(QIODevice::WriteOnly);
        QCOMPARE(*writePng(request, catalogue_, small), QString());
    }

    void selectionOnly() {
        ExportRequest request;
        request.design = samples::grid(16);
        const QImage all = imageOf(bytesOf(request));
        const Block* first = request.design.blocks.sorted()[0];
        request.selection = QSet<ElementId>{first->id};
        const QImage one = imageOf(bytesOf(request));
        QCOMPARE(one.width(), int((140 + 2 * (24 + 12)) * 2)); // block, reach and margin
        QVERIFY(one.width() < all.width());
    }

    void emptyBoard() {
        const QImage image = imageOf(bytesOf({}));
        QCOMPARE(image.size(), QSize(96, 96));
        QCOMPARE(image.pixelColor(50, 50), Theme::light(catalogue_).canvas);
    }

    /// Title and author are in the file when there are any, in Unicode, and nothing else is.
    void textChunks() {
        ExportRequest request;
        request.design = samples::grid(1);
        const QByteArray bare = bytesOf(request);
        QVERIFY(!bare.contains("iTXt") && !bare.contains("tEXt") && !bare.contains("tIME"));
        request.title = QStringLiteral("视频推荐");
        request.author = QStringLiteral("Ada Łovelace");
        const QByteArray named = bytesOf(request);
        QVERIFY(named.contains(request.title.toUtf8()));
        QVERIFY(named.contains(request.author.toUtf8()));
        const QImage image = imageOf(named);
        QCOMPARE(image.text(QStringLiteral("Author")), request.author);
        QCOMPARE(image.dotsPerMeterX(), int(std::lround(144 / 0.0254)));
    }

    void fullDisk() {
        ExportRequest request;
        request.design = samples::grid(4);
        for (const qint64 room : {0, 100, 4000}) {
            Full full(room);
            const Result<QString> done = writePng(request, catalogue_, full);
            QVERIFY(!done.has_value());
            QCOMPARE(done.error().code, ErrorCode::NotWritten);
            QCOMPARE(done.error().sentence,
                     QStringLiteral("The PNG picture could not be written: No space left on device."));
        }
    }

private:
    QByteArray bytesOf(const ExportRequest& request) const {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const Result<QString> done = writePng(request, catalogue_, buffer);
        if (!done || !done->isEmpty())
            qWarning("%s", qPrintable(done ? *done : done.error().sentence));
        return buffer.data();
    }

    static QImage imageOf(const QByteArray& bytes) {
        QImage image;
        if (!image.loadFromData(bytes, "PNG"))
            qWarning("not a PNG picture");
        image.setColorSpace({}); // the file says sRGB; what is painted says nothing
        return image;
    }

    Catalogue catalogue_;
};

QTEST_MAIN(TestPng)
#include "test_png.moc"
