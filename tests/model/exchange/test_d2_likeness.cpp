#include "model/exchange/d2_likeness.h"
#include "tests/places.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// Which pasted texts are D2, and which are sentences, lists, code, or lines of our own sketches.
class TestD2Likeness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data() {
        QTest::addColumn<bool>("isD2");
        const auto row = [](const char* text, bool isD2) { QTest::newRow(text) << isD2; };
        row("kafka -> spark: events", true);
        row("a: Client\nb: Server\na -> b", true);
        row("a: Client\nb: Server\na -- b", true);
        row("a -> b: calls\nb -> c: reads\n", true);
        row("edge: Online path {\n  a -> b\n}\nedge -> x", true);
        row("a -> b: {style.stroke-dash: 3}", true);
        row("direction: right\na -> b", true);
        row("user: Reader {\n  shape: person\n}\n", true);
        row("a.shape: cylinder\na -> b.c", true);
        row("x -> y: \"a label (long); yes\"", true);
        row("a: Online {\n  b: Ranker {shape: queue}\n  c -> b: scores\n", true);
        row("fn main() {\n  if a -> b {", false);
        // Chains are sketched, and sketches have words of their own.
        row("a -> b -> c", false);
        row("kafka > spark > feast < ranker", false);
        row("Online path { retrieval -> ranker }", false);
        row("ranker: p99 20 ms", false);
        row("app -> gateway\nlatency budget", false);
        // Sentences, lists, data and code.
        row("Agreed: the shape is a circle.\nAnna: sends it to Bob", false);
        row("We send it -> they read it, and then: nothing", false);
        row("Wait -- what?", false);
        row("shape: circle\ncolour: red", false);
        row("direction: right\nspeed: 3", false);
        row("{\"shape\": \"circle\"}", false);
        row("fn main() -> i32 {\n  let x: u8 = 1;\n}", false);
        row("def f(x: int) -> str:\n  return x", false);
        row("a { color: red; style: none }", false);
        row("type User {\n  id: ID\n  shape: String\n}", false);
        row("p->x = 5;", false);
        row("", false);
    }
    void texts() { QTEST(isLikeD2(QString::fromUtf8(QTest::currentDataTag())), "isD2"); }

    /// Whole files, as people copy them.
    void files() {
        const QDir folder(projectPath("tests/data/d2"));
        const QStringList names = folder.entryList({u"*.d2"_s});
        QVERIFY(names.size() >= 3);
        for (const QString& name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(isLikeD2(QString::fromUtf8(file.readAll())), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(TestD2Likeness)
#include "test_d2_likeness.moc"
