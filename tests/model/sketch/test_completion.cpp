#include "model/sketch/completion.h"
#include "tests/places.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestCompletion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheWords_data() {
        QTest::addColumn<QString>("line"); // the cursor is at the bar
        QTest::addColumn<QString>("words");
        const auto row = [](const QString& line, const QString& words) {
            QTest::newRow(qPrintable(line)) << line << words;
        };
        row(u"kaf|"_s, u"kaf"_s);
        row(u"kafka > feature st|"_s, u"feature st"_s);
        row(u"ka|fka > b"_s, u"kafka"_s);
        row(u"a > |"_s, u""_s);
        row(u"a > b, c|"_s, u"c"_s);
        row(u"x { y|"_s, u"y"_s);
        row(u"a-b t|"_s, u"a-b t"_s);
        row(u"a -s> b|"_s, u"b"_s);
        row(u"a \"tit|"_s, u""_s);
        row(u"用户＞网|"_s, u"网"_s);
    }
    void findsTheWords() {
        QFETCH(QString, line);
        const qsizetype cursor = line.indexOf(u'|');
        line.remove(cursor, 1);
        const TextSpan span = wordsAround(line, cursor);
        QTEST(line.mid(span.from, span.to - span.from), "words");
    }

    void writesWhatIsReadBack() {
        const Catalogue catalogue = Catalogue::load({projectPath("templates/catalog")});
        const WordMatcher matcher(catalogue, u"en"_s);
        for (const Kind& kind : catalogue.kinds()) {
            const Meaning meaning{{}, kind.name, {}, {}, 0};
            const QString written = writtenFor(meaning, {}, catalogue, u"en"_s);
            if (!written.startsWith(u'"'))
                QCOMPARE(matcher.meaningOf(written).kind, kind.name);
        }
        QCOMPARE(writtenFor({{}, u"block"_s, {}, u"a > b"_s, 0}, {}, catalogue, u"en"_s), u"\"a > b\""_s);
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "test_completion.moc"
