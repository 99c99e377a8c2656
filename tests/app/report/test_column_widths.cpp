#include "app/report/column_widths.h"
#include "app/report/html_text.h"
#include "app/report/table_setting.h"

#include <QRegularExpression>
#include <QTest>

#include <numeric>

using namespace groundplan;
using namespace groundplan::report;
using namespace Qt::StringLiterals;

/// How wide the columns of a table are: by their shares, by their words, and by what they hold.
class TestColumnWidths : public QObject {
    Q_OBJECT

    static constexpr double kPage = 483; ///< A4

    static Table comparison(const QStringList& options) {
        Table table;
        table.fitted = true;
        table.head = {{{u"Criterion"_s}}, {{u"Weight"_s}}};
        table.shares = {int(100 - 12 - 60 / options.size() * options.size()), 12};
        QList<Line> row{{{u"Latency"_s}}, {{u"3"_s}}};
        for (const QString& option : options) {
            table.head.append({{option}});
            table.shares.append(int(60 / options.size()));
            row.append({{u"4"_s}});
        }
        table.rows = {row, row};
        return table;
    }
    static QList<double> placesOf(const SetReport& set) {
        QList<double> places;
        for (const SliceInk::Text& text : set.inks.first().texts)
            places.append(text.at.x());
        return places;
    }
    static qsizetype headLines(const SetReport& set) {
        return std::ranges::count_if(set.slices, [](const Slice& slice) { return slice.head; });
    }
    /// What ends a line of a column but no word.
    static QStringList brokenWords(const Table& table, double width) {
        SetReport set;
        setTable(table, 0, width, set);
        QSet<QString> words;
        for (const QList<Line>& row : QList<QList<Line>>{table.head} + table.rows) {
            for (const Line& cell : row) {
                for (const Span& span : cell) {
                    const QStringList own = span.text.split(QRegularExpression(u"\\s"_s), Qt::SkipEmptyParts);
                    words += QSet<QString>(own.begin(), own.end());
                }
            }
        }
        QStringList broken;
        for (const SliceInk& ink : set.inks) {
            for (const SliceInk::Text& text : ink.texts) {
                for (const Piece& piece : text.line) {
                    const QString said = piece.text.lines.first().text;
                    for (const QString& word : said.split(u' ', Qt::SkipEmptyParts)) {
                        if (!words.contains(word))
                            broken.append(word);
                    }
                }
            }
        }
        return broken;
    }

private Q_SLOTS:
    void columnsStandWhereTheirSharesSay() {
        const QList<ColumnNeed> needs{{10, 400}, {20, 20}, {5, 5}};
        QCOMPARE(columnWidths({50, 30, 20}, needs, 200, false), (QList<double>{100, 60, 40}));
        QCOMPARE(columnWidths({100, 60, 40}, needs, 200, false), (QList<double>{100, 60, 40}));
    }

    void wordsAreWholeAsLongAsThereIsRoom() {
        const QList<double> widths = columnWidths({40, 40, 20}, {{10, 10}, {10, 10}, {60, 60}}, 200, false);
        QVERIFY(widths[2] >= 60);
        QCOMPARE(std::accumulate(widths.begin(), widths.end(), 0.0), 200.0);
        QCOMPARE(widths[0], widths[1]);
        // Of more than there is room for, the short ones.
        const QList<double> full = columnWidths({40, 40, 20}, {{66, 66}, {66, 66}, {66, 66}}, 150, false);
        for (const double width : full)
            QVERIFY(width >= 49.9);
    }

    /// It would take the room of all others.
    void anAddressIsNoWord() {
        const Yardstick letters{[](const Span& span) { return double(span.text.size()); }, 1, 60, false};
        const Line cell{{u"see https://example.org/a/very/long/address now"_s}};
        QCOMPARE(needOf(cell, letters, {}).word, 12.0); // to a place where it may be broken
        QCOMPARE(needOf({{u"a "_s + u"b"_s.repeated(40) + u" longest"_s}}, letters, {}).word, 7.0);
        QCOMPARE(needOf(cell, letters, {30, 0}).word, 30.0);
        QCOMPARE(needOf(cell, letters, {}).line, 0.0);
        const Yardstick lines{letters.widthOf, 1, 60, true};
        QCOMPARE(needOf({{u"one\ntwo"_s}, {u" and three\n"_s}}, lines, {}).line, 13.0);
    }

    void whatHasNoUseForItsRoomGivesIt() {
        const QList<double> widths = columnWidths({40, 20, 40}, {{10, 30}, {10, 500}, {10, 30}}, 200, true);
        QCOMPARE(widths, (QList<double>{30, 140, 30}));
        // A long text does not take all.
        const QList<double> shared = columnWidths({40, 20, 40}, {{10, 30}, {10, 900}, {10, 90}}, 200, true);
        QCOMPARE(shared[0], 30.0);
        QVERIFY(shared[2] > 84 && shared[2] < 90);
    }

    void optionsOfOneLengthStandEvenly() {
        SetReport set;
        setTable(comparison({u"Boosting"_s, u"Two towers"_s, u"Transformer"_s}), 0, kPage, set);
        const QList<double> places = placesOf(set);
        QCOMPARE(places.size(), 5);
        QVERIFY(std::abs((places[3] - places[2]) - (places[4] - places[3])) < 0.01);
    }

    /// A title of two lines in a column of one word made a head of sixteen, broken within words.
    void aLongTitleHasRoom() {
        const Table table = comparison(
            {u"Kafka"_s,
             u"Kinesis — Real-time personalised video recommendation candidate generation service with fallback to "
             "popularity and diversity re-ranking for cold-start users in regulated markets"_s,
             u"RocketMQ"_s, u"Pulsar"_s});
        SetReport set;
        setTable(table, 0, kPage, set);
        QVERIFY2(headLines(set) <= 8, qPrintable(QString::number(headLines(set))));
        QCOMPARE(brokenWords(table, kPage), QStringList());
        const Table five =
            comparison(QStringList(5, u"The service keeps the last two hundred interactions"_s));
        QCOMPARE(brokenWords(five, kPage), QStringList());
    }

    /// A name of a metric, a column's own title.
    void wordsOfATableLikeOthersAreWhole() {
        Table table;
        table.head = {{{u"Metric"_s}}, {{u"Kind"_s}}, {{u"Target"_s}}, {{u"Now"_s}}, {{u"Diagram"_s}}};
        table.shares = {20, 17, 28, 28, 7};
        table.rows = {{{{u"recall_at_100_of_new_users"_s}}, {{u"offline"_s}}, {}, {}, {{u"p. 12"_s}}}};
        QCOMPARE(brokenWords(table, kPage), QStringList());
    }

    /// On paper a browser gives columns just what is said.
    void aPageOfTheWebToo() {
        const htmltext::Writer writer({});
        Item item{
            Item::Type::Table, {}, comparison({u"Kafka"_s, u"a long title of an option "_s.repeated(8)})};
        const auto widths = [&] {
            QList<double> all;
            static const QRegularExpression column(u"<col width=\"([0-9.]+)%\">"_s);
            const QString html = writer.items({item});
            for (auto it = column.globalMatch(html); it.hasNext();)
                all.append(it.next().captured(1).toDouble());
            return all;
        };
        const QList<double> fitted = widths();
        QVERIFY(fitted.size() == 4 && fitted[3] > 2 * fitted[2]);
        item.table.fitted = false;
        QCOMPARE(widths(), (QList<double>{28, 12, 30, 30}));
    }
};

QTEST_MAIN(TestColumnWidths)
#include "test_column_widths.moc"
