#include "app/render/board_index.h"
#include "app/render/board_painter.h"
#include "app/render/dot_import.h"
#include "app/render/route_shape.h"
#include "model/routing/label_place.h"
#include "tests/app/render/board_samples.h"
#include "tests/places.h"

#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using samples::Builder;
using samples::rectOf;

/// What render adds to a foreign graph: room for titles and for labels.
class TestDotImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void titlesAndLabelsHaveRoom_data() {
        QTest::addColumn<QByteArray>("direction");
        QTest::newRow("left to right") << QByteArray("LR");
        QTest::newRow("downwards") << QByteArray("TB");
    }
    void titlesAndLabelsHaveRoom() {
        QFETCH(QByteArray, direction);
        const Design design = imported("digraph clicks { rankdir=" + direction + R"dot(;
  subgraph cluster_on { label="Online"; app [label="Mobile application"]; gw [label="API Gateway (Envoy)"];
    rank [label="Gradient boosted trees ranker"]; fs [label="Online feature store\nRedis"]; }
  subgraph cluster_off { label="Offline"; ks [label="Kafka clickstream ingestion of all our mobile events"];
    lake [label="user_events_enriched_with_sessions"]; spark [label="Feature engineering jobs\nSpark"];
    train [label="Nightly training pipeline on GPUs"]; reg [label="Model registry\nMLflow"]; }
  app -> gw [label="HTTP requests with user id"]; gw -> rank [label="candidate videos, 300"];
  rank -> fs [label="feature lookups"]; app -> ks [label="clicks and impressions"];
  ks -> lake [label="hourly dump"]; lake -> spark; spark -> fs [label="materialise every hour"];
  lake -> train [label="training set of 90 days"]; train -> reg [label="model artifact"];
  reg -> rank [label="canary rollout"]; app -> train [label="a label across several ranks"];
})dot");
        QCOMPARE(design.blocks.size(), 9);
        QCOMPARE(design.connections.size(), 11);
        for (const Block& block : design.blocks) {
            QVERIFY2(sizeForTitle(design, block) == (Size{block.rect.w, block.rect.h}),
                     qPrintable(block.title));
            for (const Block& other : design.blocks)
                QVERIFY(other.id == block.id || !block.rect.intersects(other.rect));
        }
        const QList<QRectF> labels = labelsOf(design);
        QCOMPARE(labels.size(), 10);
        for (qsizetype i = 0; i < labels.size(); ++i) {
            for (const Block& block : design.blocks)
                QVERIFY2(!labels[i].intersects(toRectF(block.rect)), qPrintable(block.title));
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY(!labels[i].intersects(labels[j]));
        }
    }

    /// Also where they were drawn too close for it: what lies behind moves on.
    void labelsHaveRoomBetweenDrawnNodes() {
        const Design design = imported(R"dot(digraph {
  graph [bb="0,0,300,200"];
  ingest [pos="54,162", width=1.5, height=0.5]; store [pos="54,90", width=1.5, height=0.5, label="HBase"];
  model [pos="180,90", width=1.2, height=0.5, label="LR model"];
  ingest -> store; store -> model [label="scan"];
})dot");
        const QList<QRectF> labels = labelsOf(design);
        QCOMPARE(labels.size(), 1);
        for (const Block& block : design.blocks)
            QVERIFY2(!labels[0].intersects(toRectF(block.rect)), qPrintable(block.title));
    }

private:
    Design imported(const QByteArray& dot) {
        const QString path = folder_.filePath(QStringLiteral("%1.gplan").arg(++files_));
        auto document = Document::create(path);
        if (!document)
            qFatal("%s", qPrintable(document.error().sentence));
        const auto done =
            importDot(**document, {"import", {}}, dot, QStringLiteral("foreign.dot"), catalogue_);
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
        return (*document)->design();
    }

    static QList<QRectF> labelsOf(const Design& design) {
        QList<QRectF> labels;
        for (const Connection* row : design.connections.sorted()) {
            const QList<QPointF> corners = toPointsF(design.routeOf(*row));
            const QSizeF size(points(row->labelSize.w), points(row->labelSize.h));
            if (!size.isEmpty())
                labels.append(placeLabel(corners, row->labelAt, size, row->direction));
        }
        return labels;
    }

    const Catalogue catalogue_ = Catalogue::load({projectPath("templates/catalog")});
    QTemporaryDir folder_;
    int files_ = 0;
};

QTEST_MAIN(TestDotImport)
#include "test_dot_import.moc"
