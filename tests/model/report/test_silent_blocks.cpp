#include "model/report/report_of.h"
#include "tests/model/report/report_text.h"
#include "tests/model/report/reported_design.h"

#include <QTest>

using namespace groundplan;
using namespace groundplan::report;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

/// Blocks of which nothing is said but what the diagram shows.
class TestSilentBlocks : public QObject {
    Q_OBJECT

    static Report of(const Design& design) {
        return reportOf(design, catalogue(), templates(), {u"Next video"_s, {}, {}, u"en"_s, {}});
    }
    static const Section& architecture(const Report& report) {
        return *std::ranges::find(report.sections, QString::fromLatin1(sections::kArchitecture),
                                  &Section::key);
    }
    static const Entry* entry(const Report& report, const QString& key) {
        const QList<Entry>& entries = architecture(report).entries;
        const auto found = std::ranges::find(entries, key, &Entry::key);
        return found == entries.end() ? nullptr : &*found;
    }
    static void add(Design& design, qint64 id, const QString& name, qint64 parent) {
        Element element = design.elements.at(ElementId(2));
        element.id = ElementId(id);
        element.parent = ElementId(parent);
        design.elements.put(element);
        Block block;
        block.id = element.id;
        block.kind = u"cache"_s;
        block.name = block.title = name;
        block.rect = {Coord(id * 100), 20'000, 80, 80};
        design.blocks.put(block);
    }
    /// The one of reports, and two in its frame, the first of which leads to Ranking.
    static Design design() {
        Design design = reportedDesign();
        add(design, 300, u"first"_s, 1);
        add(design, 301, u"second"_s, 1);
        add(design, 302, u"outside"_s, 0);
        Connection connection = design.connections.at(ElementId(5));
        connection.id = ElementId(303);
        connection.source = ElementId(300);
        connection.target = ElementId(3);
        design.connections.put(connection);
        Element line = design.elements.at(ElementId(5));
        line.id = connection.id;
        design.elements.put(line);
        return design;
    }

private Q_SLOTS:
    void areRowsOfATableWhereTheyLie() {
        const Design design = TestSilentBlocks::design();
        const Report report = of(design);
        const QHash<ElementId, QString> described = describedIn(report);
        QCOMPARE(described.size(), design.blocks.size() + design.frames.size());
        QCOMPARE(described.value(ElementId(301)), u"block-second"_s);
        QVERIFY(!entry(report, u"block-second"_s));
        const QList<Item>& held = entry(report, u"frame-online"_s)->items;
        QCOMPARE(textOf(held), u"Frame · p99 ≤ 150 ms|Holds: Retrieval, Ranking and 2 further blocks:|"
                               "Block|Kind|To|From|first|Cache|Ranking (stream, “candidates”)||"
                               "second|Cache||"_s);
        QCOMPARE(held.last().table.rows[0][0].first().element, ElementId(300));
        QCOMPARE(held.last().table.rows[0][2].first().entry, u"block-ranking"_s);
        QVERIFY(textOf(entry(report, u"block-ranking"_s)->items).contains(u"first (stream"_s));
        QCOMPARE(textOf(entry(report, u"other-blocks"_s)->items),
                 u"Block|Kind|Хранилище|Feature store|outside|Cache"_s);
    }

    /// Below the section's own heading, where there is nothing else.
    void needNoHeadingOfTheirOwn() {
        Design silent;
        silent.elements.put(design().elements.at(ElementId(2)));
        add(silent, 300, u"first"_s, 0);
        add(silent, 301, u"second"_s, 0);
        silent.elements.remove(ElementId(2));
        const Report report = of(silent);
        QVERIFY(architecture(report).entries.isEmpty());
        QCOMPARE(describedIn(report).size(), 2);
    }

    void oneAloneIsNoTable() {
        Design design = reportedDesign();
        add(design, 300, u"first"_s, 1);
        QVERIFY(entry(of(design), u"block-first"_s));
    }

    void whatSomethingIsSaidOfHasAnEntry() {
        Design design = TestSilentBlocks::design();
        const ElementId second(301);
        add(design, 304, u"third"_s, 1);
        const auto isEntry = [&](auto say) {
            Design told = design;
            say(told);
            return entry(of(told), u"block-second"_s) != nullptr;
        };
        const auto edited = [&](auto edit) {
            return isEntry([&](Design& told) {
                Block block = told.blocks.at(second);
                edit(block);
                told.blocks.put(block);
            });
        };
        QVERIFY(!edited([](Block& block) { block.technology = u"Redis"_s; }));
        QVERIFY(!edited([](Block& block) { block.ml = true; }));
        QVERIFY(edited([](Block& block) { block.description = u"Keeps them."_s; }));
        QVERIFY(edited([](Block& block) { block.link = u"https://example.org"_s; }));
        QVERIFY(isEntry([&](Design& told) {
            told.notes.put({NoteId(900), second, NoteKind::Risk, u"It fills up."_s, 1});
        }));
        QVERIFY(isEntry([&](Design& told) {
            told.decisions.put({DecisionId(900), second, u"Which cache?"_s, {}, {}, 1});
        }));
        QVERIFY(isEntry([&](Design& told) {
            Metric metric = told.metrics.at(MetricId(50));
            metric.id = MetricId(900);
            metric.subject = second;
            told.metrics.put(metric);
        }));
        QVERIFY(isEntry([&](Design& told) {
            for (const Property& property : Design(told).properties) {
                Property row = property;
                row.subject = second;
                if (templates().field(row.field))
                    told.properties.put(row);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestSilentBlocks)
#include "test_silent_blocks.moc"
