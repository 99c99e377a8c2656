#include "model/exchange/drawio_reader.h"
#include "tests/model/exchange/diagram_words.h"
#include "tests/places.h"

#include <QFile>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

/// Files as draw.io writes them, of several of its versions, each with what becomes of it in words.
class TestDrawioFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void files_data();
    void files();
};

void TestDrawioFiles::files_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("lost");

    QTest::newRow("by_hand.drawio")
        << QString()
        << QStringList{u"frame \"Serving\" 420x220 at 40,40"_s,
                       u"block \"Gateway\" in \"Serving\" 120x60 at 70,110"_s,
                       u"block \"Model server\" in \"Serving\" 120x60 at 300,110"_s,
                       u"\"Gateway\" -> \"Model server\""_s}
        << QStringList{};
    QTest::newRow("clouds.drawio")
        << QString()
        << QStringList{u"frame \"AWS Cloud\" 520x360 at 40,40 #232f3e"_s,
                       u"frame \"VPC\" in \"AWS Cloud\" 440x260 at 80,100 #8c4fff"_s,
                       u"frame \"Availability Zone\" in \"VPC\" 400x200 at 100,140 #147eba"_s,
                       u"block \"Score a request\" in \"Availability Zone\" 78x78 at 140,200 #ed7100 (lambda)"_s,
                       u"block \"Dynamodb\" in \"Availability Zone\" 78x78 at 360,200 #c925d1 (dynamodb)"_s,
                       u"block \"Training data\" 76x93 at 620,80 #f58534 (s3)"_s,
                       u"block \"Cloud|PubSub\" 150x60 at 620,240 (cloud pubsub)"_s,
                       u"block \"Cosmos\" 64x64 at 640,340 (Azure Cosmos DB)"_s,
                       u"block \"Pod\" 50x48 at 800,140 #2875e2 (pod)"_s,
                       u"\"Dynamodb\" -> \"Score a request\""_s,
                       u"\"Training data\" -> \"Score a request\""_s,
                       u"\"Cloud|PubSub\" -> \"Cosmos\""_s}
        << QStringList{
               u"The picture of “logo” right of “Training data” was left out, it lies outside of the file: “https://example.org/logo.png”"_s};
    QTest::newRow("feed_ranking.drawio")
        << QString()
        << QStringList{u"frame \"Offline training\" 420x320 at 40,80 #d5e8d4"_s,
                       u"block \"Click log\" in \"Offline training\" cylinder 100x80 at 60,140"_s,
                       u"block \"Feature pipeline|Spark\" in \"Offline training\" 120x60 at 210,150 #dae8fc"_s,
                       u"block \"Model training|PyTorch\" in \"Offline training\" 120x60 at 210,300"_s,
                       u"frame \"Online serving\" 480x320 at 540,80"_s,
                       u"block \"API gateway\" in \"Online serving\" 120x60 at 600,120"_s,
                       u"block \"Cached?\" in \"Online serving\" diamond 100x80 at 780,110"_s,
                       u"block \"Ranker\" in \"Online serving\" ellipse 80x80 at 800,270"_s,
                       u"block \"Feature store\" in \"Online serving\" cylinder 110x80 at 610,270 #ffe6cc [One row a user, an hour old at most|owner: team ranking] <https://example.org/feature-store>"_s,
                       u"sticky \"p99 below 120 ms & cost below 5 €\" 140x90 at 1060,80 #fff2cc"_s,
                       u"text \"Ranking of a feed\" 300x40 at 40,20"_s,
                       u"image 48x48 at 1060,220"_s,
                       u"stroke 1060,330 1180,360"_s,
                       u"rectangle 60x40 at 1060,380 #f8cecc"_s,
                       u"block \"Fallback\" 40x100 at 1130,270"_s,
                       u"stroke 40,435 460,435"_s,
                       u"\"Click log\" -> \"Feature pipeline|Spark\""_s,
                       u"\"Feature pipeline|Spark\" -> \"Model training|PyTorch\" dashed \"training set\""_s,
                       u"\"API gateway\" -> \"Cached?\""_s,
                       u"\"Cached?\" -> \"Ranker\" \"no\""_s,
                       u"\"Feature store\" <-> \"Ranker\""_s,
                       u"\"Model training|PyTorch\" -> \"Ranker\" thick \"weekly model\" by 500,330 500,430 840,430"_s,
                       u"\"Ranker\" -> \"Click log\" dotted \"clicks\""_s}
        << QStringList{u"Turned or mirrored shapes stand upright: “Fallback”."_s,
                       u"Shapes that are translucent no more: “Fallback”."_s};
    QTest::newRow("first_years.xml")
        << QString()
        << QStringList{u"block \"Crawler\" 120x60 at 40,40"_s,
                       u"block \"Document|store\" cylinder 60x60 at 240,40"_s,
                       u"block \"Indexer\" 120x60 at 400,40 #ffcc99 [owner: search]"_s,
                       u"block \"a < b <i>\" triangle 60x80 at 400,160"_s,
                       u"stroke 520,72 700,72"_s,
                       u"\"Crawler\" -> \"Document|store\" \"pages\""_s,
                       u"\"Document|store\" -- \"Indexer\""_s}
        << QStringList{u"Lines that end at nothing became drawn ones: “Indexer” → ?."_s};
    QTest::newRow("fraud_2019.drawio")
        << u"Fraud detection"_s
        << QStringList{u"block \"Kafka|events\" cylinder 60x80 at 80,100"_s,
                       u"block \"Stream processor\" 120x60 at 220,110"_s,
                       u"block \"Fraud model\" 120x60 at 420,110"_s,
                       u"block \"Review queue\" 90x40 at 420,220 group 7"_s,
                       u"block \"Отметки\" 90x40 at 530,280 group 7"_s,
                       u"\"Kafka|events\" -> \"Stream processor\""_s,
                       u"\"Stream processor\" -> \"Fraud model\" \"100 ms – 1 s\""_s,
                       u"\"Review queue\" -> \"Fraud model\""_s,
                       u"\"Review queue\" -- \"Отметки\""_s}
        << QStringList{};
    QTest::newRow("pages_and_layers.drawio")
        << QString()
        << QStringList{u"frame \"Overview\""_s,
                       u"block \"Search service\" in \"Overview\" 140x60 at 0,10"_s,
                       u"block \"Product catalogue\" in \"Overview\" cylinder 100x80 at 240,0 locked"_s,
                       u"frame \"Ranking\""_s,
                       u"block \"Search service\" in \"Ranking\" 140x60 at 460,0"_s,
                       u"block \"Ranker\" in \"Ranking\" 140x60 at 700,0"_s,
                       u"frame \"Release\""_s,
                       u"frame \"Rollout\" in \"Release\" 300x200 at 0,200"_s,
                       u"block \"Canary\" in \"Rollout\" 100x40 at 40,260"_s,
                       u"\"Search service\" -> \"Product catalogue\""_s,
                       u"\"Search service\" -> \"Ranker\""_s}
        << QStringList{
               u"“Beta” was left out: it is hidden."_s,
               u"The hidden layer “Old ideas” was left out."_s,
               u"“Monolith” was left out: it lies on the hidden layer “Old ideas”."_s,
               u"“Batch” was left out: it lies on the hidden layer “Old ideas”."_s,
               u"The connector “Search service” → “Monolith” was left out: it ends at something hidden."_s,
               u"The layers (Services, Data) lie together on the board, which has no layers."_s,
               u"The link of “Ranker” was left out, it leads to a page or an action of draw.io: “data:page/id,p1”"_s};
    QTest::newRow("queue.drawio.png")
        << QString()
        << QStringList{u"block \"Queue\" 120x60 at 20,20"_s, u"block \"Worker\" 120x60 at 220,20"_s,
                       u"\"Queue\" -> \"Worker\""_s}
        << QStringList{};
    QTest::newRow("queue.drawio.svg")
        << QString()
        << QStringList{u"block \"Queue\" 120x60 at 20,20"_s, u"block \"Worker\" 120x60 at 220,20"_s,
                       u"\"Queue\" -> \"Worker\""_s}
        << QStringList{};
    QTest::newRow("queue_2015.png") << QString()
                                    << QStringList{u"block \"Queue\" 120x60 at 20,20"_s,
                                                   u"block \"Worker\" 120x60 at 220,20"_s,
                                                   u"\"Queue\" -> \"Worker\""_s}
                                    << QStringList{};
    QTest::newRow("tables_and_c4.drawio")
        << u"Data"_s
        << QStringList{u"block \"users\" cylinder 180x90 at 40,40 [PK id|birthday]"_s,
                       u"block \"Ranker\" 160x86 at 360,40 [+ weights: path|+ score(items)]"_s,
                       u"block \"Recommender\" 240x120 at 40,220 #23a2d9 (TorchServe, Container) [Says what a member may like.|TorchServe]"_s,
                       u"block \"Shadow model (staging)\" 140x60 at 360,240"_s,
                       u"\"Ranker\" -- \"users\" \"1 → 1..*\""_s,
                       u"\"Recommender\" -> \"Shadow model (staging)\" \"asks\""_s}
        << QStringList{};
}

void TestDrawioFiles::files() {
    QFETCH(QString, title);
    QFETCH(QStringList, words);
    QFETCH(QStringList, lost);
    QFile file(projectPath("tests/data/drawio/") + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<Diagram> diagram = readDrawio(file.readAll(), file.fileName());
    QVERIFY2(diagram, qPrintable(diagram ? QString() : diagram.error().sentence));
    QCOMPARE(diagram->title, title);
    QCOMPARE(wordsOf(*diagram), words);
    QCOMPARE(diagram->notTaken.sentences(), lost);
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestDrawioFiles)
#include "test_drawio_files.moc"
