#include "model/exchange/design_from_diagram.h"
#include "model/exchange/mermaid_reader.h"
#include "model/exchange/mermaid_writer.h"
#include "model/graphviz/dot.h"
#include "tests/model/exchange/imported.h"
#include "tests/places.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

using namespace imported;

/// What Groundplan writes as Mermaid and reads again: titles, frames and connections as they were, kinds
/// mostly.
class TestMermaidRoundTrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void examples_data();
    void examples();
    void coloursAndTechnologies();

private:
    static QStringList titlesOf(const Design& design) {
        QStringList titles;
        for (const Block& block : design.blocks)
            titles << block.title + inFrame(design, block.id);
        titles.sort();
        return titles;
    }
    static int kindsInCommon(const Design& one, const Design& other) {
        int common = 0;
        for (const Block& block : one.blocks) {
            const Block* again = blockCalled(other, block.title);
            common += again && again->kind == block.kind ? 1 : 0;
        }
        return common;
    }

    Catalogue catalogue_;
};

void TestMermaidRoundTrip::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    catalogue_ = Catalogue::load({projectPath("templates/catalog")});
}

void TestMermaidRoundTrip::examples_data() {
    QTest::addColumn<QString>("path");
    const QDir folder(projectPath("templates/designs"));
    for (const QString& name : folder.entryList({u"*.dot"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestMermaidRoundTrip::examples() {
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<Import> written = readDot(file.readAll(), path, catalogue_);
    QVERIFY2(written, written ? "" : qPrintable(written.error().sentence));
    const Design& design = written->design;
    const QString text = QString::fromUtf8(writeMermaid(design, catalogue_));
    const Result<Diagram> diagram = readMermaid(text, u"a.mmd"_s);
    QVERIFY2(diagram, diagram ? "" : qPrintable(diagram.error().sentence));
    const Result<Import> read = designFromDiagram(*diagram, u"a.mmd"_s, catalogue_, {}, 30'000);
    QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));

    QCOMPARE(read->design.board.title, design.board.title);
    QCOMPARE(titlesOf(read->design), titlesOf(design));
    QCOMPARE(framesOf(read->design), framesOf(design));
    QCOMPARE(connectionsOf(read->design), connectionsOf(design));
    const int common = kindsInCommon(design, read->design);
    QCOMPARE(common, design.blocks.size());
    QCOMPARE(imported::connectionsOf(read->design, true), imported::connectionsOf(design, true));
    for (const Block& block : read->design.blocks)
        QCOMPARE(block.colour, QString());
}

void TestMermaidRoundTrip::coloursAndTechnologies() {
    const Result<Import> written = readDot(R"(digraph { gp_version=1
        subgraph cluster_online { label="Online"; gp_colour="#b7791f"; kafka; store }
        kafka [label="Kafka", gp_kind="event-stream", gp_technology="Kafka", gp_colour="#6d28d9"]
        store [label="Store\nFeast", gp_kind="feature-store"] })",
                                           u"a.dot"_s, catalogue_);
    QVERIFY2(written, written ? "" : qPrintable(written.error().sentence));
    const QString text = QString::fromUtf8(writeMermaid(written->design, catalogue_));
    QCOMPARE(text.count(u"Kafka"_s), 1);
    const Result<Diagram> diagram = readMermaid(text, u"a.mmd"_s);
    QVERIFY(diagram);
    const Result<Import> read = designFromDiagram(*diagram, u"a.mmd"_s, catalogue_, {}, 30'000);
    QVERIFY(read);
    QCOMPARE(read->notTaken, QStringList());
    QCOMPARE(read->design.frames.sorted().first()->colour, u"#b7791f"_s);
    QCOMPARE(blockCalled(read->design, u"Kafka"_s)->colour, u"#6d28d9"_s);
    QCOMPARE(blockCalled(read->design, u"Kafka"_s)->technology, u"Kafka"_s);
    QCOMPARE(blockCalled(read->design, u"Store"_s)->technology, u"Feast"_s);
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestMermaidRoundTrip)
#include "test_mermaid_round_trip.moc"
