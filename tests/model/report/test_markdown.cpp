#include "model/exchange/mermaid_writer.h"
#include "model/report/linked_text.h"
#include "model/report/markdown.h"
#include "model/report/report_of.h"
#include "tests/model/report/reported_design.h"

#include <QRegularExpression>
#include <QTest>

using namespace groundplan;
using namespace groundplan::report;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

/// The report as Markdown: its order, its tables, its links, and texts that stay texts.
class TestMarkdown : public QObject {
    Q_OBJECT

    static QByteArray of(const Design& design, const QString& picture = u"next video.svg"_s) {
        const ReportFacts facts{u"Next video"_s, u"Ada"_s, {2026, 11, 22}, u"en"_s, {}};
        return writeMarkdown(reportOf(design, catalogue(), templates(), facts), picture,
                             writeMermaid(design, catalogue()));
    }
    static QByteArray ofText(const QString& text) {
        Report report;
        report.title = u"T"_s;
        report.sections = {{u"s"_s, u"S"_s, {{Item::Type::Paragraph, {Span{text}}, {}}}, {}}};
        linkAddresses(report);
        const QByteArray written = writeMarkdown(report, {}, {});
        const QByteArray head = "# T\n\n## <a id=\"s\"></a>S\n\n";
        return written.startsWith(head) ? written.mid(head.size()) : written;
    }

private Q_SLOTS:
    void aDesign() {
        const QByteArray text = of(reportedDesign());
        QVERIFY2(text.startsWith("# Next video\n\nAda \u00b7 "), text.left(200).constData());
        QVERIFY(text.contains("2026-11-22\n"));
        const QByteArray diagram =
            "\n[![Diagram: Next video](next%20video.svg)](next%20video.svg)\n\n```mermaid\n";
        QVERIFY(text.contains(diagram));
        // In the order of the report, the diagram where the architecture is told.
        qsizetype last = 0;
        const Report report =
            reportOf(reportedDesign(), catalogue(), templates(), {u"Next video"_s, {}, {}, u"en"_s, {}});
        for (const Section& section : report.sections) {
            const qsizetype at = text.indexOf("\n## <a id=\"" + section.key.toUtf8() + "\"></a>");
            QVERIFY2(at > last, qPrintable(section.key));
            last = at;
        }
        QVERIFY(text.indexOf(diagram) > text.indexOf("<a id=\"architecture\">"));
        QVERIFY(text.contains("\n| Metric | Kind | Target | Now | Of |"));
        QVERIFY(text.contains("<a id=\"open-questions\">"));
        QCOMPARE(of(reportedDesign()), text);
        // Every link leads to an anchor.
        static const QRegularExpression link(u"\\]\\(#([^)]*)\\)"_s);
        int links = 0;
        for (auto it = link.globalMatch(QString::fromUtf8(text)); it.hasNext(); ++links)
            QVERIFY(text.contains("<a id=\"" + it.next().captured(1).toUtf8() + "\"></a>"));
        QVERIFY(links > 5);
    }

    void withoutAPictureTheFlowchartAlone() {
        const QByteArray text = of(reportedDesign(), {});
        QVERIFY(!text.contains("!["));
        QCOMPARE(text.count("```mermaid\n"), 1);
        QCOMPARE(text.count("```"), 2);
    }

    void textsStayTexts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("plain") << u"p99 <= 60 ms (was 71), user_id = 3.5"_s
                               << QByteArray("p99 \\<= 60 ms (was 71), user_id = 3.5\n");
        QTest::newRow("html") << u"</script><img onerror=x> &amp;"_s
                              << QByteArray("\\</script\\>\\<img onerror=x\\> \\&amp;\n");
        QTest::newRow("emphasis") << u"*a* _b_ `c` ~d~ [e](f) $g$"_s
                                  << QByteArray("\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\[e\\](f) \\$g\\$\n");
        QTest::newRow("heading") << u"# a"_s << QByteArray("\\# a\n");
        QTest::newRow("list") << u"1. a\n- b\n   + c"_s << QByteArray("1\\. a\\\n\\- b\\\n\\+ c\n");
        QTest::newRow("rule") << u"a\n==="_s << QByteArray("a\\\n\\===\n");
        QTest::newRow("address") << u"see https://wiki.e.org/a_b_?a=1&b=2#x_y, and (http://e.org)."_s
                                 << QByteArray("see <https://wiki.e.org/a_b_?a=1&b=2#x_y>, and "
                                               "(<http://e.org>).\n");
        QTest::newRow("no address") << u"https:// is_it_, xhttp://e.org"_s
                                    << QByteArray("https:// is_it\\_, xhttp://e.org\n");
        QTest::newRow("backslash") << u"a\\"_s << QByteArray("a\\\\\n");
    }
    void textsStayTexts() {
        QFETCH(const QString, text);
        QFETCH(const QByteArray, written);
        QCOMPARE(ofText(text), written);
    }

    void cellsStayInTheirRow() {
        Report report;
        Item item{Item::Type::Table,
                  {},
                  {{{Span{u"a|b"_s}}, {Span{u"c"_s}}},
                   {{{Span{u"x\ny|z"_s}}, {Span{u"bold"_s, Span::Tone::Strong}}}},
                   {50, 50}}};
        report.sections = {{u"s"_s, u"S"_s, {item}, {}}};
        QVERIFY(writeMarkdown(report, {}, {})
                    .endsWith("\n| a\\|b | c |\n| --- | --- |\n| x<br>y\\|z | **bold** |\n"));
    }

    /// What leads to a row in place of an entry arrives there; the row does not lead to itself.
    void rowsHaveAnchors() {
        Span name{u"Kafka"_s}, other{u"Spark"_s};
        name.element = ElementId(1);
        other.entry = u"block-spark"_s;
        Item item{Item::Type::Table, {}, {}};
        item.table.head = {{Span{u"Block"_s}}, {Span{u"To"_s}}};
        item.table.rows = {{{name}, {other}}};
        item.table.shares = {50, 50};
        item.table.subjects = {{u"block-kafka"_s, ElementId(1)}};
        Report report;
        report.sections = {{QString::fromLatin1(sections::kArchitecture), u"S"_s, {item}, {}}};
        QVERIFY(writeMarkdown(report, {}, {})
                    .endsWith("\n| <a id=\"block-kafka\"></a>Kafka | [Spark](#block-spark) |\n"));
    }

    void onlyWebLinks() {
        Report report;
        Line line{Span{u"a"_s, Span::Tone::Plain, {}, {}, u"https://e.org/(x) y"_s}, Span{u" "_s},
                  Span{u"b"_s, Span::Tone::Plain, {}, {}, u"javascript:alert(1)"_s}};
        report.sections = {{u"s"_s, u"S"_s, {{Item::Type::Paragraph, line, {}}}, {}}};
        QVERIFY(writeMarkdown(report, {}, {}).endsWith("\n[a](<https://e.org/(x)%20y>) b\n"));
    }
};

QTEST_GUILESS_MAIN(TestMarkdown)
#include "test_markdown.moc"
