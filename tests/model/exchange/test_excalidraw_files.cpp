#include "model/exchange/excalidraw_reader.h"
#include "tests/model/exchange/diagram_words.h"
#include "tests/places.h"

#include <QFile>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

/// Files as Excalidraw writes them, of several of its versions, each with what becomes of it in words.
class TestExcalidrawFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void files_data();
    void files();
};

void TestExcalidrawFiles::files_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("lost");

    QTest::newRow("by_program.excalidraw")
        << QString()
        << QStringList{u"block \"Ingestion\" 160x60 at 0,0"_s,
                       u"block \"Object store (S3)\" 160x60 at 260,0 #e03131"_s,
                       u"ellipse ellipse 40x40 at 0,200"_s,
                       u"\"Ingestion\" -> \"Object store (S3)\" \"Parquet\""_s}
        << QStringList{};
    QTest::newRow("feed_ranking.excalidraw")
        << QString()
        << QStringList{u"block \"API gateway\" 160x80 at 100,100 #a5d8ff"_s,
                       u"block \"Ranking model\" ellipse 160x100 at 400,90"_s,
                       u"block \"Cached?\" diamond 140x120 at 420,300"_s,
                       u"frame \"Offline path\" 520x240 at 80,500"_s,
                       u"block \"Click log\" in \"Offline path\" 140x70 at 120,560 #ffec99"_s,
                       u"block \"Training (PyTorch)\" in \"Offline path\" 140x70 at 400,560 <https://example.org/training>"_s,
                       u"text \"Ranking of a feed\" 220x35 at 100,30"_s,
                       u"stroke 700,100 710,108 725,120 740,130 #e03131"_s,
                       u"stroke 700,160 710,170 group g2"_s,
                       u"image 64x64 at 700,200"_s,
                       u"rectangle 40x100 at 830,70 #b2f2bb locked group g2"_s,
                       u"stroke 800,300 860,330 #1971c2"_s,
                       u"block \"https://example.org/board\" 200x120 at 800,400 <https://example.org/board>"_s,
                       u"\"API gateway\" -> \"Ranking model\" \"100 QPS\""_s,
                       u"\"Ranking model\" <-> \"Cached?\" dashed"_s,
                       u"\"Click log\" -> \"Training (PyTorch)\" dotted by 324,635"_s,
                       u"\"Training (PyTorch)\" -> \"Ranking model\" thick by 670,455"_s}
        << QStringList{
               u"Shapes that are translucent no more: a pen stroke right of “Ranking model”."_s,
               u"Pictures whose files are missing were left out: a picture right of “Cached?”."_s,
               u"Turned or mirrored shapes stand upright: a rectangle right of “Ranking model”."_s,
               u"Pages that are shown within boxes became blocks that link to them: a web page right of “Offline path” (https://example.org/board)."_s};
    QTest::newRow("fraud_2021.excalidraw")
        << QString() << QStringList{u"block \"Events (Kafka)\" 180x80 at 0,0"_s,
                                    u"block \"Feature store\" 180x80 at 300,0"_s,
                                    u"block \"Fraud model\" 180x80 at 300,200"_s,
                                    u"block \"Analyst\" 180x80 at 0,200"_s,
                                    u"\"Events (Kafka)\" -> \"Feature store\""_s,
                                    u"\"Feature store\" <-> \"Fraud model\" \"features\""_s,
                                    u"\"Analyst\" -- \"Fraud model\""_s}
        << QStringList{};
    QTest::newRow("queue.excalidraw.png")
        << QString()
        << QStringList{u"block \"Queue\" 120x60 at 0,0"_s, u"block \"Wörker\" 120x60 at 220,0"_s,
                       u"\"Queue\" -> \"Wörker\""_s}
        << QStringList{};
    QTest::newRow("queue.excalidraw.svg")
        << QString()
        << QStringList{u"block \"Queue\" 120x60 at 0,0"_s, u"block \"Wörker\" 120x60 at 220,0"_s,
                       u"\"Queue\" -> \"Wörker\""_s}
        << QStringList{};
    QTest::newRow("queue_2020.svg") << QString()
                                    << QStringList{u"block \"Queue\" 120x60 at 0,0"_s,
                                                   u"block \"Wörker\" 120x60 at 220,0"_s,
                                                   u"\"Queue\" -> \"Wörker\""_s}
                                    << QStringList{};
    QTest::newRow("web_2020.excalidraw")
        << QString()
        << QStringList{u"frame \"Kubernetes\" 500x300 at 0,0"_s,
                       u"block \"Web app\" in \"Kubernetes\" 140x80 at 40,100 #ced4da"_s,
                       u"block \"Model|server\" in \"Kubernetes\" 140x80 at 300,100 #fab005"_s,
                       u"block \"Redis\" ellipse 120x80 at 600,100"_s,
                       u"stroke 0,400 25,420 50,400"_s,
                       u"rectangle 60x60 at 600,300 #82c91e"_s,
                       u"\"Web app\" -> \"Model|server\" \"gRPC\""_s,
                       u"\"Model|server\" -> \"Redis\""_s}
        << QStringList{};
}

void TestExcalidrawFiles::files() {
    QFETCH(QString, title);
    QFETCH(QStringList, words);
    QFETCH(QStringList, lost);
    QFile file(projectPath("tests/data/excalidraw/") + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<Diagram> diagram = readExcalidraw(file.readAll(), file.fileName());
    QVERIFY2(diagram, qPrintable(diagram ? QString() : diagram.error().sentence));
    QCOMPARE(diagram->title, title);
    QCOMPARE(wordsOf(*diagram), words);
    QCOMPARE(diagram->notTaken.sentences(), lost);
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestExcalidrawFiles)
#include "test_excalidraw_files.moc"
