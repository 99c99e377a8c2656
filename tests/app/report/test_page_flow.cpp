#include "app/report/page_flow.h"
#include "app/report/report_flow.h"
#include "app/report/table_setting.h"

#include <QElapsedTimer>
#include <QTest>

#include <ctime>

using namespace groundplan;
using namespace groundplan::report;
using namespace Qt::StringLiterals;

/// How text becomes lines and lines become pages, as data.
class TestPageFlow : public QObject {
    Q_OBJECT

    static QList<Slice> lines(qsizetype count, double height = 10) {
        QList<Slice> slices;
        for (qsizetype i = 0; i < count; ++i)
            slices.append({height, 0, false, -1, false});
        return slices;
    }
    static QList<int> slicesOf(const FlowPage& page) {
        QList<int> numbers;
        for (const PlacedSlice& placed : page)
            numbers.append(placed.slice);
        return numbers;
    }
    static QString textOf(const SetLine& line) {
        QString text;
        for (const Piece& piece : line)
            text += piece.text.lines.first().text;
        return text;
    }
    static QString textOf(const QList<SetLine>& lines) {
        QString text;
        for (const SetLine& line : lines)
            text += textOf(line);
        return text;
    }

    /// What must hold on every page, whatever is set: everything once and in order, within the page, and
    /// nothing that is kept with what follows at the bottom.
    static void checkPages(const QList<Slice>& slices, const QList<FlowPage>& pages, double height) {
        int next = 0;
        for (const FlowPage& page : pages) {
            QVERIFY(!page.isEmpty());
            double bottom = 0;
            for (const PlacedSlice& placed : page) {
                QVERIFY(placed.top >= bottom - 0.01);
                bottom = placed.top + slices[placed.slice].height;
                while (next < slices.size() && slices[next].spare)
                    ++next;
                if (!placed.repeated)
                    QCOMPARE(placed.slice, next++);
                else
                    QVERIFY(slices[placed.slice].head || slices[placed.slice].spare);
            }
            QVERIFY(bottom <= height + 0.01);
        }
        QCOMPARE(next, int(slices.size()));
    }

private Q_SLOTS:
    void pagesAreFilled() {
        const QList<FlowPage> pages = flowIntoPages(lines(25), 100);
        QCOMPARE(pages.size(), 3);
        checkPages(lines(25), pages, 100);
        QCOMPARE(pages[0].size(), 10);
        QVERIFY(flowIntoPages({}, 100).isEmpty());
    }

    void airIsLeftOutAtTheTopOfAPage() {
        QList<Slice> slices = lines(11);
        slices[10].before = 30;
        slices[5].before = 0;
        const QList<FlowPage> pages = flowIntoPages(slices, 100);
        QCOMPARE(pages.size(), 2);
        QCOMPARE(pages[1].first().top, 0.0);
    }

    void aHeadingStandsWithWhatFollows() {
        QList<Slice> slices = lines(14);
        slices[9].keep = true; // a heading that would be the last line of the first page
        const QList<FlowPage> pages = flowIntoPages(slices, 100);
        QCOMPARE(slicesOf(pages[0]).last(), 8);
        QCOMPARE(slicesOf(pages[1]).first(), 9);
    }

    void noLineOfAParagraphStandsAlone() {
        for (const qsizetype before : {6, 7, 8, 9}) {
            QList<Slice> slices = lines(before + 5);
            avoidWidows(slices, before, 5);
            const QList<FlowPage> pages = flowIntoPages(slices, 100);
            qsizetype onFirst = 0;
            for (const int slice : slicesOf(pages[0]))
                onFirst += slice >= before;
            QVERIFY2(onFirst == 0 || (onFirst >= 2 && onFirst <= 3), qPrintable(QString::number(onFirst)));
        }
    }

    void whatNoPageHoldsIsParted() {
        QList<Slice> slices = lines(35);
        for (Slice& slice : slices)
            slice.keep = true;
        const QList<FlowPage> pages = flowIntoPages(slices, 100);
        checkPages(slices, pages, 100);
        QCOMPARE(pages.size(), 4);
    }

    void aTableThatGoesOnRepeatsItsHead() {
        QList<Slice> slices = lines(30);
        for (Slice& slice : slices)
            slice.table = 0;
        slices[0].head = slices[0].keep = true;
        slices[1].head = slices[1].keep = true;
        const QList<FlowPage> pages = flowIntoPages(slices, 100);
        checkPages(slices, pages, 100);
        QCOMPARE(pages.size(), 4);
        for (qsizetype i = 1; i < pages.size(); ++i) {
            QCOMPARE(slicesOf(pages[i]).mid(0, 2), (QList<int>{0, 1}));
            QVERIFY(pages[i][0].repeated && pages[i][1].repeated && !pages[i][2].repeated);
        }
    }

    void aHeadAsHighAsThePageIsNotRepeated() {
        QList<Slice> slices = lines(30);
        for (Slice& slice : slices)
            slice.table = 0;
        for (int i = 0; i < 6; ++i)
            slices[i].head = true;
        const QList<FlowPage> pages = flowIntoPages(slices, 100);
        checkPages(slices, pages, 100);
        QVERIFY(!pages[1].first().repeated);
    }

    void rowsOfTablesAreWholeAndEndInTwos() {
        Table table;
        table.head = {{{u"Question"_s}}, {{u"Answer"_s}}};
        table.shares = {50, 50};
        for (int i = 0; i < 60; ++i)
            table.rows.append({{{u"Question %1"_s.arg(i)}}, {{u"one\ntwo\nthree"_s}}});
        SetReport set;
        setTable(table, 0, 400, set);
        const QList<FlowPage> pages = flowIntoPages(set.slices, 600);
        checkPages(set.slices, pages, 600);
        QVERIFY(pages.size() > 2);
        for (const FlowPage& page : pages) {
            int rows = 0;
            for (const PlacedSlice& placed : page) {
                if (!placed.repeated && set.inks[placed.slice].rule == SliceInk::Rule::Light)
                    ++rows;
            }
            QVERIFY(rows >= 2);
            // A page ends where a row does.
            QVERIFY(set.inks[page.last().slice].rule == SliceInk::Rule::Light);
        }
    }

    void aVeryLongRowIsPartedBetweenLines() {
        Table table;
        table.head = {{{u"Question"_s}}, {{u"Answer"_s}}};
        table.shares = {30, 70};
        table.rows.append({{{u"Why?"_s}}, {{u"because of this and that and more of it "_s.repeated(500)}}});
        SetReport set;
        setTable(table, 0, 400, set);
        const QList<FlowPage> pages = flowIntoPages(set.slices, 600);
        checkPages(set.slices, pages, 600);
        QVERIFY(pages.size() > 3);
        // Below the head, what it is an answer to, as far from the rule as a row's first line is.
        for (qsizetype i = 1; i < pages.size(); ++i) {
            QVERIFY(pages[i][0].repeated && pages[i][1].repeated && !pages[i][2].repeated);
            const SliceInk& again = set.inks[pages[i][1].slice];
            QCOMPARE(textOf(again.texts.first().line), u"Why?  continued"_s);
            QVERIFY(again.texts.first().at.y() >= 3);
            QVERIFY(again.texts.first().line.last().target.tone == Span::Tone::Muted);
        }
    }

    /// A few rows of a table are not left for a page of their own.
    void aTableEndsInFourRows() {
        Table table;
        table.head = {{{u"Step"_s}}, {{u"Time"_s}}};
        table.shares = {50, 50};
        for (int i = 0; i < 8; ++i)
            table.rows.append({{{u"Step %1"_s.arg(i)}}, {{u"5 min"_s}}});
        SetReport set;
        setTable(table, 0, 400, set);
        for (double height = 60; height < 200; height += 4) {
            const QList<FlowPage> pages = flowIntoPages(set.slices, height);
            checkPages(set.slices, pages, height);
            const auto rows = std::ranges::count_if(
                pages.last(), [](const PlacedSlice& placed) { return !placed.repeated; });
            QVERIFY2(rows >= 4 || height < 100, qPrintable(QString::number(height)));
        }
    }

    /// A contents page is not followed by one with a line or two.
    void contentsAreSetCloserOrCarriedOver() {
        Report report;
        report.title = u"Board"_s;
        for (int sections = 10; sections < 90; ++sections) {
            report.sections.append(
                QList<Section>(sections - report.sections.size(), {u"x"_s, u"Part"_s, {}, {}}));
            const SetReport set = setFront(report, {484, 652}, {{u"Diagram"_s, u"diagram"_s}});
            const QList<FlowPage> pages = flowIntoPages(set.slices, 652);
            checkPages(set.slices, pages, 652);
            QVERIFY2(pages.last().size() >= 6, qPrintable(QString::number(sections)));
            QVERIFY(pages.size() == 1 || sections > 25); // 22 when it is set as wide as on A4
        }
    }

    void textIsSetWhole() {
        const QString text =
            u"The quick brown fox — 漢字 🧊 שלום — jumps over the lazy dog. "_s.repeated(40);
        const QList<SetLine> set = setText(text, {}, 200);
        QVERIFY(set.size() > 40);
        QCOMPARE(textOf(set).simplified().remove(u' '), text.simplified().remove(u' '));
        for (const SetLine& line : set) {
            for (const Piece& piece : line)
                QVERIFY2(piece.right <= 201, qPrintable(textOf(line)));
        }
    }

    void spansKeepTheirTonesAndTargetsAcrossLines() {
        Span strong{u"a strong word that is long enough for two lines"_s, Span::Tone::Strong};
        strong.entry = u"there"_s;
        const QList<SetLine> set = setText(Line{{u"Before "_s}, strong, {u" and after."_s}}, {}, 140);
        QVERIFY(set.size() > 1);
        qsizetype linked = 0;
        for (const SetLine& line : set) {
            for (const Piece& piece : line) {
                if (piece.target.entry != u"there"_s)
                    continue;
                ++linked;
                QCOMPARE(piece.text.role, fonts::Role::CardStrong);
            }
        }
        QVERIFY(linked >= 2);
    }

    void textFromTheRightStandsAtTheRight() {
        const SetLine line = setText(u"שלום"_s, {}, 200).value(0);
        QVERIFY(line.first().right > 195);
        QVERIFY(line.first().left > 100);
    }

    void lineBreaksBeginLinesAndControlCharactersAreNone() {
        QCOMPARE(setText(u"a\nb\n\nc\n"_s, {}, 200).size(), 4);
        QCOMPARE(textOf(setText(u"a\tb\x01"
                                "c"_s,
                                {}, 200)),
                 u"a b c"_s);
        QCOMPARE(setText(QString(), {}, 200).size(), 1);
    }

    /// With and without spaces; twice as long takes about twice as long.
    void hugeTextsTakeTimeInProportion_data() {
        QTest::addColumn<QString>("piece");
        QTest::newRow("words") << u"word "_s;
        QTest::newRow("no spaces") << u"wordw"_s;
        QTest::newRow("Chinese") << u"特征存储库"_s;
        QTest::newRow("emoji") << u"🧊🚀x"_s;
        QTest::newRow("Hebrew") << u"שלום "_s;
        QTest::newRow("marks") << u"áéí"_s;
        QTest::newRow("line breaks") << u"wor\nd"_s;
    }
    void hugeTextsTakeTimeInProportion() {
        QFETCH(QString, piece);
        const auto seconds = [&piece](int bytes) {
            const QString text = piece.repeated(bytes / int(piece.size()));
            const std::clock_t before = std::clock();
            const QList<SetLine> set = setText(text, {}, 430);
            const double taken = double(std::clock() - before) / CLOCKS_PER_SEC;
            if (textOf(set).remove(u' ').size() != QString(text).remove(u' ').remove(u'\n').size())
                qFatal("something was cut");
            return taken;
        };
        const double small = seconds(40'000), large = seconds(160'000);
        QVERIFY2(large < 12, qPrintable(QString::number(large)));
        QVERIFY2(large < 4 * 2.5 * std::max(small, 0.02), qPrintable(u"%1 s, %2 s"_s.arg(small).arg(large)));
    }
};

QTEST_MAIN(TestPageFlow)
#include "test_page_flow.moc"
