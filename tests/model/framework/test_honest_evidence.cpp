#include "tests/model/framework/shipped.h"
#include "tests/model/sketch/sketched.h"

#include <QTest>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

namespace {

/// The points of a case that a design ticks.
QStringList ticked(const PracticeCase& practice, const Design& design) {
    EvidenceSearch search(design, catalogue());
    QStringList names;
    for (const MustTouch& point : practice.must) {
        if (search.lookForAny(point.evidence).holds)
            names << point.name;
    }
    return names;
}

void putElement(Design& design, ElementId id, ElementType type) {
    Element element;
    element.id = id;
    element.type = type;
    design.elements.put(element);
}

/// A block of every kind, as it is dropped from the palette.
Design everyKind() {
    Design design;
    qint64 last = 0;
    for (const Kind& kind : catalogue().kinds()) {
        Block block;
        block.id = ElementId(++last);
        block.kind = kind.name;
        block.name = kind.name;
        block.title = kind.title.in(u"en"_s);
        block.ml = kind.ml;
        block.path = kind.path;
        putElement(design, block.id, ElementType::Block);
        design.blocks.put(block);
    }
    return design;
}

/// The same, each connected with the next, with all flows in turn.
Design everyKindInAChain() {
    Design design = everyKind();
    const qint64 blocks = design.blocks.size();
    for (qint64 i = 1; i < blocks; ++i) {
        Connection connection;
        connection.id = ElementId(blocks + i);
        connection.source = ElementId(i);
        connection.target = ElementId(i + 1);
        connection.flow = Flow(i % qint64(wordCount<Flow>()));
        putElement(design, connection.id, ElementType::Connection);
        design.connections.put(connection);
    }
    return design;
}

const PracticeCase& caseOf(int index) {
    return templates().cases().at(index);
}

} // namespace

/// A point of a case is not ticked by what says nothing of it.
class TestHonestEvidence : public QObject {
    Q_OBJECT

    void rows() {
        QTest::addColumn<int>("index");
        for (qsizetype i = 0; i < templates().cases().size(); ++i)
            QTest::newRow(qPrintable(caseOf(int(i)).name)) << int(i);
    }
    static void atMost(qsizetype most, const PracticeCase& practice, const Design& design) {
        const QStringList points = ticked(practice, design);
        QVERIFY2(points.size() <= most, qPrintable(points.join(u", "_s)));
    }

private Q_SLOTS:
    void blocksThatAreOnlyDroppedTickNothing_data() { rows(); }
    void blocksThatAreOnlyDroppedTickNothing() {
        QFETCH(int, index);
        atMost(0, caseOf(index), everyKind());
    }

    void aChainOfEverythingTicksNextToNothing_data() { rows(); }
    void aChainOfEverythingTicksNextToNothing() {
        QFETCH(int, index);
        atMost(2, caseOf(index), everyKindInAChain());
    }

    void nonsenseTicksNextToNothing_data() { rows(); }
    void nonsenseTicksNextToNothing() {
        QFETCH(int, index);
        test::Workbench bench;
        test::sketch(bench,
                     u"labelling; sampling; baseline; cache; event stream > feature store > training > "
                     "ranking; retrieval; ab test; rules; monitoring; human review; embedding; vector "
                     "index; * x; auc 0.8; ctr 1; ? x; # y; ! z; ?? q | a | b"_s);
        QVERIFY(bench.design().blocks.size() > 10);
        atMost(1, caseOf(index), bench.design());
    }

    /// Copying the question is no answer.
    void thePromptSaysNothing_data() { rows(); }
    void thePromptSaysNothing() {
        QFETCH(int, index);
        Design design;
        const PracticeCase& practice = caseOf(index);
        QStringList lines{practice.prompt.in(u"en"_s), practice.title.in(u"en"_s)};
        for (const GivenNumber& number : practice.numbers)
            lines << number.title.in(u"en"_s) + u' ' + number.value;
        design.board.task = lines.join(u'\n');
        atMost(0, practice, design);
    }
};

QTEST_APPLESS_MAIN(TestHonestEvidence)
#include "test_honest_evidence.moc"
