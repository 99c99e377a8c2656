#include "model/framework/complete_path.h"
#include "model/framework/evidence.h"
#include "tests/model/sketch/sketched.h"

#include <QTest>

using namespace groundplan;
using namespace groundplan::test;
using namespace Qt::StringLiterals;

/// Which sketches lead from data to serving, and which only look so.
class TestCompletePath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leads_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("complete");
        const auto row = [](const char* line, bool complete) {
            QTest::newRow(line) << QString::fromLatin1(line) << complete;
        };
        row("event stream > model > online prediction", true);
        row("warehouse > training > registry > online prediction", true);
        row("event stream > feature store > ranking", true);
        row("event stream > stream transform > ranking", true);
        row("data source > embedding > retrieval", true);
        row("client > event stream > feature store > training > ranking", true);
        row("client > gateway > ranking", false);
        row("client > retrieval", false);
        row("client > gateway > retrieval > ranking", false);
        row("cache > ranking", false);
        row("client > gateway > model > ranking", false); // a request, and no data
        row("database > ranking", false);                 // it serves, and learns nothing
        row("event stream > gateway > ranking", false);
        row("event stream > feature store > gateway", false);
        row("warehouse > training", false);
    }
    void leads() {
        QFETCH(QString, line);
        QFETCH(bool, complete);
        Workbench bench;
        sketch(bench, line);
        QCOMPARE(!completePath(bench.design(), sketchCatalogue()).isEmpty(), complete);
        Evidence path;
        path.kind = EvidenceKind::Path;
        QCOMPARE(look(path, bench.design(), sketchCatalogue()).holds, complete);
    }
};

QTEST_GUILESS_MAIN(TestCompletePath)
#include "test_complete_path.moc"
