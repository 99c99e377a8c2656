#include "model/design/validate.h"
#include "model/exchange/design_from_diagram.h"
#include "model/exchange/drawio_reader.h"
#include "model/exchange/excalidraw_reader.h"
#include "tests/model/exchange/imported.h"
#include "tests/places.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

/// The designs that drawings of draw.io and Excalidraw become.
class TestImportedDrawings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allAreSound_data();
    void allAreSound();
    void cloudIconsTellKinds();
    void pagesGoIntoFrames();
    void picturesKeepTheirBytes();

private:
    Import import(const QString& path) {
        QFile file(projectPath("tests/data/") + path);
        if (!file.open(QIODevice::ReadOnly))
            QTest::qFail(qPrintable(path), __FILE__, __LINE__);
        const QByteArray bytes = file.readAll();
        const auto diagram =
            path.startsWith(u"drawio/"_s) ? readDrawio(bytes, path) : readExcalidraw(bytes, path);
        if (!diagram) {
            QTest::qFail(qPrintable(diagram.error().sentence), __FILE__, __LINE__);
            return {};
        }
        const auto made = designFromDiagram(*diagram, path, catalogue_, {}, 30'000);
        if (!made) {
            QTest::qFail(qPrintable(made.error().sentence), __FILE__, __LINE__);
            return {};
        }
        return *made;
    }

    Catalogue catalogue_;
};

void TestImportedDrawings::initTestCase() {
    QLocale::setDefault(QLocale::c());
    catalogue_ = Catalogue::load({projectPath("templates/catalog")});
}

void TestImportedDrawings::allAreSound_data() {
    QTest::addColumn<QString>("path");
    for (const QString& folder : {u"drawio"_s, u"excalidraw"_s}) {
        for (const QString& name : QDir(projectPath("tests/data/") + folder).entryList(QDir::Files))
            QTest::newRow(qPrintable(name)) << folder + u'/' + name;
    }
}

void TestImportedDrawings::allAreSound() {
    QFETCH(QString, path);
    const Import made = import(path);
    QCOMPARE(validate(made.design), QStringList());
    QVERIFY(made.positioned);
    QVERIFY(made.design.connections.size() > 0);
}

void TestImportedDrawings::cloudIconsTellKinds() {
    const Import made = import(u"drawio/clouds.drawio"_s);
    const QStringList blocks = imported::blocksOf(made.design);
    QVERIFY2(blocks.contains(u"DynamoDB (database) in Availability Zone"_s), qPrintable(blocks.join(u'\n')));
    QVERIFY2(blocks.contains(u"Cosmos (database, Cosmos DB)"_s), qPrintable(blocks.join(u'\n')));
    QVERIFY2(blocks.contains(u"Cloud PubSub (event-stream, Pub/Sub)"_s), qPrintable(blocks.join(u'\n')));
}

void TestImportedDrawings::pagesGoIntoFrames() {
    const Import made = import(u"drawio/pages_and_layers.drawio"_s);
    QCOMPARE(imported::framesOf(made.design),
             QStringList({u"Overview"_s, u"Ranking"_s, u"Release"_s, u"Rollout in Release"_s}));
    // Beside each other, each around what is on it.
    QList<Rect> pages;
    for (const Frame& frame : made.design.frames) {
        if (made.design.elements.find(frame.id)->parent)
            continue;
        for (const Rect& other : std::as_const(pages))
            QVERIFY(!frame.rect.intersects(other));
        pages << frame.rect;
        for (const Block& block : made.design.blocks) {
            if (made.design.elements.find(block.id)->parent == frame.id)
                QVERIFY(frame.rect.contains(block.rect));
        }
    }
}

void TestImportedDrawings::picturesKeepTheirBytes() {
    for (const QString& path : {u"drawio/feed_ranking.drawio"_s, u"excalidraw/feed_ranking.excalidraw"_s}) {
        const Import made = import(path);
        QCOMPARE(made.design.images.size(), 1);
        for (const Image& image : made.design.images)
            QVERIFY(made.design.assets.bytes(image.asset).startsWith("\x89PNG"));
    }
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestImportedDrawings)
#include "test_imported_drawings.moc"
