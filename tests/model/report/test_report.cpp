#include "model/report/report_of.h"

#include "model/graphviz/dot.h"
#include "tests/model/report/report_text.h"
#include "tests/model/report/reported_design.h"
#include "tests/places.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

#include <ctime>

using namespace groundplan;
using namespace groundplan::report;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

/// What a report says of a design, in which order, and where its links lead.
class TestReport : public QObject {
    Q_OBJECT

    static Report of(const Design& design, const std::optional<PracticeSession>& session = {}) {
        ReportFacts facts{u"Next video"_s, u"Ada"_s, {2026, 11, 22}, u"en"_s, session};
        return reportOf(design, catalogue(), templates(), facts);
    }

    static const Section* section(const Report& report, const QString& key) {
        for (const Section& each : report.sections) {
            if (each.key == key)
                return &each;
        }
        return nullptr;
    }
    static const Entry* entry(const Report& report, const QString& key) {
        for (const Section& each : report.sections) {
            for (const Entry& one : each.entries) {
                if (one.key == key)
                    return &one;
            }
        }
        return nullptr;
    }

    /// Everything that has to hold for whatever design.
    static void checkForm(const Report& report, const Design& design) {
        static const QRegularExpression form(u"^[A-Za-z0-9-]+$"_s);
        QSet<QString> keys;
        const auto take = [&keys](const QString& key) {
            QVERIFY2(form.match(key).hasMatch(), qPrintable(key));
            QVERIFY2(!keys.contains(key), qPrintable(key));
            keys.insert(key);
        };
        const auto takeRows = [&](const QList<Item>& items) {
            for (const Item& item : items) {
                const qsizetype told = item.table.subjects.size();
                QVERIFY(told == 0 || told == item.table.rows.size());
                for (const RowSubject& row : item.table.subjects) {
                    take(row.key);
                    QVERIFY(design.elements.contains(row.subject));
                }
            }
        };
        for (const Section& each : report.sections) {
            take(each.key);
            takeRows(each.items);
            QVERIFY(!each.title.isEmpty());
            QVERIFY2(!each.items.isEmpty() || !each.entries.isEmpty(), qPrintable(each.key));
            for (const Entry& one : each.entries) {
                take(one.key);
                takeRows(one.items);
                QVERIFY2(!one.title.isEmpty(), qPrintable(one.key));
                QVERIFY2(!one.items.isEmpty() || one.subject, qPrintable(one.key));
                QVERIFY(!one.subject || design.elements.contains(one.subject));
            }
        }
        for (const Section& each : report.sections) {
            QList<Item> items = each.items;
            for (const Entry& one : each.entries)
                items += one.items;
            for (const Item& item : items) {
                QCOMPARE(item.table.shares.size(), item.table.head.size());
                for (const QList<Line>& row : item.table.rows)
                    QCOMPARE(row.size(), item.table.head.size());
                if (item.type == Item::Type::Table) {
                    QVERIFY(!item.table.rows.isEmpty());
                    QCOMPARE(std::accumulate(item.table.shares.begin(), item.table.shares.end(), 0), 100);
                }
                for (const Line& line : linesOf(item)) {
                    for (const Span& span : line) {
                        QVERIFY2(span.entry.isEmpty() || keys.contains(span.entry), qPrintable(span.entry));
                        QVERIFY(!span.element || design.elements.contains(span.element));
                        QVERIFY(!span.text.isEmpty());
                    }
                }
            }
        }
    }

private Q_SLOTS:
    void theSectionsStandInTheOrderInWhichTeamsWriteThem() {
        const Design design = reportedDesign();
        const Report report = of(design, reportedSession());
        checkForm(report, design);
        QStringList keys;
        for (const Section& each : report.sections)
            keys.append(each.key);
        QCOMPARE(keys, (QStringList{u"task"_s, u"requirements"_s, u"metrics"_s, u"architecture"_s,
                                    u"trade-offs"_s, u"sheet-evaluation"_s, u"sheet-serving"_s,
                                    u"further-facts"_s, u"notes"_s, u"open-questions"_s, u"session"_s}));
        QCOMPARE(report.title, u"Next video"_s);
        QCOMPARE(report.author, u"Ada"_s);
        QCOMPARE(report.practice, templates().practiceCase(u"video-recommendation"_s)->title.in(u"en"_s));
    }

    void whatIsEmptyIsLeftOut() {
        QVERIFY(of({}).sections.isEmpty());
        Design design;
        design.board.task = u"  \n"_s;
        QVERIFY(of(design).sections.isEmpty());
        design.board.task = u"Find spam"_s;
        QCOMPARE(of(design).sections.size(), 1);
    }

    void requirementsStandByTopicAndOpenOnesSaySo() {
        const Report report = of(reportedDesign());
        QVERIFY(textOf(entry(report, u"requirements-problem"_s)->items).contains(u"Open, watch, close."_s));
        QCOMPARE(textOf(entry(report, u"requirements-scale"_s)->items),
                 u"Question|Answer|Where from|How many viewers?|100M|Asked"_s);
        QVERIFY(textOf(entry(report, u"requirements-time"_s)->items).contains(u"How fast?|still open|"_s));
        QVERIFY(textOf(entry(report, u"requirements-own"_s)->items).contains(u"wall screen?|not relevant"_s));
    }

    void metricsSayWhetherTheyAreMet() {
        const Report report = of(reportedDesign());
        const report::Table& table = section(report, u"metrics"_s)->items.first().table;
        QCOMPARE(table.rows.size(), 2);
        QCOMPARE(textOf(table.rows[0][0]), u"watch time"_s); // what the business wants comes first
        QCOMPARE(textOf(table.rows[1][2]), u"≤ 60 ms"_s);
        QCOMPARE(textOf(table.rows[1][3]), u"71 ms · missed"_s);
        QCOMPARE(table.rows[1][4].first().entry, u"block-ranking"_s);
        QCOMPARE(textOf(entry(report, u"metrics-cost"_s)->items), u"p99 · Ranking: false positive: 5 $"_s);
    }

    void blocksAndFramesAreDescribedAndLinked() {
        const Design design = reportedDesign();
        const Report report = of(design);
        const QHash<ElementId, QString> described = describedIn(report);
        QCOMPARE(described.size(), design.blocks.size() + design.frames.size());
        QCOMPARE(described.value(ElementId(3)), u"block-ranking"_s);
        const Entry* ranking = entry(report, u"block-ranking"_s);
        QCOMPARE(ranking->title, u"Ranking"_s);
        QCOMPARE(ranking->subject, ElementId(3));
        const QString text = textOf(ranking->items);
        QVERIFY2(text.contains(u"Triton · needs machine learning · online path · in Online path"_s),
                 qPrintable(text));
        QVERIFY(text.contains(u"Orders 500 candidates."_s));
        QVERIFY2(text.contains(u"From: Retrieval (stream, “candidates”)"_s), qPrintable(text));
        QVERIFY2(text.contains(u"See also: metrics, “Which model?”, serving"_s), qPrintable(text));
    }

    /// After an import there may be two of everything: each is called with the frame that it lies in, else
    /// with its name; one of them may go without.
    void whatHasOneTitleIsToldApart() {
        Design design = reportedDesign();
        const auto addRanking = [&design](qint64 id, const QString& name) {
            Element element = design.elements.at(ElementId(3));
            element.id = ElementId(id);
            element.parent = {};
            element.order += id;
            design.elements.put(element);
            Block block = design.blocks.at(ElementId(3));
            block.id = element.id;
            block.name = name;
            design.blocks.put(block);
        };
        const auto titles = [&design] {
            const Report report = of(design);
            QStringList all;
            for (const Entry& each : section(report, u"architecture"_s)->entries) {
                if (each.title.startsWith(u"Ranking"_s))
                    all.append(each.title);
            }
            all.sort();
            return all;
        };
        QCOMPARE(titles(), (QStringList{u"Ranking"_s}));
        addRanking(70, u"ranking_2"_s);
        Note note; // so that it has an entry
        note.id = NoteId(70);
        note.subject = ElementId(70);
        note.text = u"Old"_s;
        design.notes.put(note);
        QCOMPARE(titles(), (QStringList{u"Ranking"_s, u"Ranking (Online path)"_s}));
        const Report report = of(design);
        const QString text = textOf(entry(report, u"block-retrieval"_s)->items);
        QVERIFY2(text.contains(u"To: Ranking (Online path) (stream"_s), qPrintable(text));
        addRanking(71, u"ranking_3"_s);
        QCOMPARE(titles(), (QStringList{u"Ranking (1)"_s, u"Ranking (2)"_s, u"Ranking (Online path)"_s}));
    }

    /// Blanks are no heading, and no link that could be seen.
    void aTitleOfBlanksIsThatOfTheKind() {
        Design design = reportedDesign();
        Block ranking = design.blocks.at(ElementId(3));
        ranking.title = u"   "_s;
        ranking.kind = u"feature-store"_s;
        design.blocks.put(ranking);
        const QString kind = catalogue().kind(ranking.kind)->title.in(u"en"_s);
        const Report report = of(design);
        QCOMPARE(entry(report, describedIn(report).value(ranking.id))->title, kind);
        const Entry* which = entry(report, u"decision-which-model"_s);
        QVERIFY2(textOf(which->items).startsWith(u"About: "_s + kind), qPrintable(textOf(which->items)));
        for (const Section& each : report.sections) {
            for (const Entry& one : each.entries)
                QVERIFY(!one.title.trimmed().isEmpty());
        }
    }

    void itIsToldAsTheDesignFlows() {
        Design design = reportedDesign();
        const auto order = [&design] {
            const Report report = of(design);
            QStringList titles;
            for (const Entry& each : section(report, u"architecture"_s)->entries)
                titles.append(each.title);
            return titles;
        };
        QCOMPARE(order(), (QStringList{u"Online path"_s, u"Retrieval"_s, u"Ranking"_s, u"Хранилище"_s}));
        Connection connection = design.connections.at(ElementId(5));
        std::swap(connection.source, connection.target);
        design.connections.put(connection);
        QCOMPARE(order(), (QStringList{u"Online path"_s, u"Ranking"_s, u"Retrieval"_s, u"Хранилище"_s}));
    }

    void onlyTheWebAndMailCanBeOpened() {
        const Report report = of(reportedDesign());
        const auto urls = [&report](const QString& key) {
            QStringList found;
            for (const Item& item : entry(report, key)->items) {
                for (const Span& span : item.line)
                    found.append(span.url);
            }
            found.removeAll(QString());
            return found;
        };
        QCOMPARE(urls(u"block-ranking"_s), QStringList{u"https://example.org/ranking?a=1&b=2"_s});
        QCOMPARE(urls(u"block-retrieval"_s), QStringList());
        QVERIFY(textOf(entry(report, u"block-retrieval"_s)->items).contains(u"javascript:alert(1)"_s));
    }

    /// Wherever they are written: in a note, a cell, a description. All else of the text stays as it is.
    void addressesInTextsLeadThere() {
        Design design = reportedDesign();
        const QString text =
            u"See https://wiki.e.org/a_b?x=1&y=2#z, and (http://e.org/特征). xhttp://no https:// javascript:x"_s;
        design.notes.put({NoteId(900), {}, NoteKind::Assumption, text, 2});
        Decision which = design.decisions.at(DecisionId(20));
        which.reason = u"As http://e.org/1 says."_s;
        design.decisions.put(which);
        design.arguments.put({ArgumentId(900), OptionId(31), Side::Pro, u"https://e.org/2"_s, 3});
        const Report report = of(design);
        QStringList urls, texts;
        for (const Section& each : report.sections) {
            for (const Line& line : linesOf(each)) {
                for (const Span& span : line) {
                    if (span.url.isEmpty() || span.url.contains(u"example.org"_s))
                        continue;
                    urls.append(span.url);
                    texts.append(span.text);
                }
            }
        }
        QCOMPARE(texts, (QStringList{u"https://e.org/2"_s, u"http://e.org/1"_s,
                                     u"https://wiki.e.org/a_b?x=1&y=2#z"_s, u"http://e.org/特征"_s}));
        QCOMPARE(urls.last(), u"http://e.org/%E7%89%B9%E5%BE%81"_s);
        QVERIFY(textOf(entry(report, u"notes-assumption"_s)->items).contains(text));
        QVERIFY(textOf(entry(report, u"decision-which-model"_s)->items).contains(which.reason));
    }

    void aDecisionShowsItsOptionsItsScoresAndTheChoice() {
        const Report report = of(reportedDesign());
        const Entry* which = entry(report, u"decision-which-model"_s);
        QCOMPARE(textOf(which->items),
                 u"About: Ranking|"
                 "Option|For|Against|Boosting|||Deep network\nchosen|+ Learns crossings|− Needs GPUs|"
                 "Criterion|Weight|Boosting|Deep network|Latency|3|5|2|Weighted sum||15|6|"
                 "Chosen: Deep network. The gain pays for it."_s);
        QCOMPARE(which->items[2].table.rows[1][2].first().tone, Span::Tone::Strong); // the best sum
        QVERIFY(textOf(entry(report, u"decision-what-happens-when-it-is-down"_s)->items)
                    .endsWith(u"Still open."_s));
    }

    void manyOptionsStandInSeveralTables() {
        Design design = reportedDesign();
        for (int i = 0; i < 10; ++i)
            design.options.put({OptionId(200 + i), DecisionId(20), u"Option %1"_s.arg(i), 10 + i});
        const Report report = of(design);
        checkForm(report, design);
        const Entry* which = entry(report, u"decision-which-model"_s);
        QList<qsizetype> columns;
        for (const Item& item : which->items) {
            if (item.type == Item::Type::Table)
                columns.append(item.table.head.size());
        }
        QCOMPARE(columns, (QList<qsizetype>{3, 2 + 4, 2 + 4, 2 + 4})); // none is left with two of twelve
        QVERIFY(textOf(which->items).contains(u"Option 9|"_s));
    }

    void sheetsShowTheTitlesOfFieldsAndChoices() {
        const Report report = of(reportedDesign());
        const Section* evaluation = section(report, u"sheet-evaluation"_s);
        QCOMPARE(evaluation->title, u"Evaluation"_s);
        QCOMPARE(evaluation->entries.first().title, u"The design as a whole"_s);
        QCOMPARE(textOf(evaluation->entries.first().items),
                 u"Baselines and measure||Baselines|Random label, Existing system"_s);
        QCOMPARE(section(report, u"sheet-serving"_s)->entries.first().subject, ElementId(3));
        // A field of no sheet is kept; a prompt that was ticked is none.
        const Section* further = section(report, u"further-facts"_s);
        QCOMPARE(further->entries.size(), 1);
        QCOMPARE(textOf(further->entries.first().items), u"somebody.own: kept"_s);
    }

    void notesAndOpenQuestions() {
        const Report report = of(reportedDesign());
        QCOMPARE(textOf(entry(report, u"notes-risk"_s)->items),
                 u"Retrieval: Cold start — 冷启动 🧊"_s);
        QCOMPARE(textOf(entry(report, u"notes-assumption"_s)->items), u"Users are signed in"_s);
        QCOMPARE(textOf(entry(report, u"notes-board"_s)->items), u"Ask about the budget"_s);
        const QList<Item>& questions = entry(report, u"open-notes"_s)->items;
        QCOMPARE(textOf(questions), u"Retrieval → Ranking: How many candidates?"_s);
        QCOMPARE(questions.first().line.first().element, ElementId(5));
        QCOMPARE(textOf(entry(report, u"open-requirements"_s)->items), u"How fast?"_s);
        QCOMPARE(textOf(entry(report, u"open-decisions"_s)->items), u"What happens when it is down?"_s);
        // What is half answered above does not stand here as if nothing had been said.
        const QString gaps = textOf(entry(report, u"open-framework"_s)->items);
        QVERIFY2(gaps.contains(u"A part of it is there."_s), qPrintable(gaps));
        QVERIFY(gaps.count(u"A part of it is there."_s) < gaps.count(u": "_s));
    }

    void aSessionTellsItsMinutes() {
        const Report report = of(reportedDesign(), reportedSession());
        const Section* session = section(report, u"session"_s);
        const report::Table& times = session->items[1].table;
        QCOMPARE(times.rows.size(), templates().framework(u"cheat-sheet"_s)->steps.size() + 1);
        QCOMPARE(textOf(times.rows[0][2]), u"4:30"_s);
        QCOMPARE(textOf(times.rows[1][2]), u"5:00"_s);
        QCOMPARE(textOf(times.rows.last()[2]), u"9:30"_s);
        QCOMPARE(textOf(times.rows.last()[1]), u"45:00"_s);
        QCOMPARE(textOf(times.rows.last()[3]), u"−35:30"_s);
        QVERIFY(entry(report, u"session-asked"_s));
    }

    /// Whoever subtracts or adds what stands there comes to the same.
    void theTimesOfASessionAddUp() {
        const auto seconds = [](QString text) {
            const int sign = text.startsWith(u'−') ? -1 : 1;
            text.remove(u'−').remove(u'+');
            return sign * (text.section(u':', 0, 0).toInt() * 60 + text.section(u':', 1).toInt());
        };
        PracticeSession session = reportedSession();
        for (qsizetype i = 0; i < session.steps.size(); ++i)
            session.steps[i].used = i == 2 ? 400'999 : 10'700;
        const Report report = of(reportedDesign(), session);
        const QList<QList<Line>> rows = section(report, u"session"_s)->items[1].table.rows;
        QList<int> sums{0, 0, 0};
        for (const QList<Line>& row : rows) {
            QCOMPARE(seconds(textOf(row[2])) - seconds(textOf(row[1])), seconds(textOf(row[3])));
            for (int i = 0; i < 3; ++i)
                sums[i] += seconds(textOf(row[i + 1])) * (&row == &rows.last() ? -1 : 1);
        }
        QCOMPARE(sums, (QList<int>{0, 0, 0}));
        QCOMPARE(textOf(rows[0][2]), u"0:10"_s);
        QCOMPARE(textOf(rows[0][3]), u"−5:50"_s);
    }

    /// Every word that somebody wrote on a shipped design is in its report.
    void nothingThatWasWrittenIsLeftOut_data() {
        QTest::addColumn<QString>("path");
        for (const char* folder : {"templates/designs", "templates/cases/designs"}) {
            QDirIterator it(projectPath(folder), {u"*.dot"_s});
            while (it.hasNext()) {
                const QString path = it.next();
                QTest::addRow("%s", qPrintable(QFileInfo(path).baseName())) << path;
            }
        }
    }
    void nothingThatWasWrittenIsLeftOut() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto import = readDot(file.readAll(), path, catalogue());
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        const Design& design = import->design;
        const Report report = of(design);
        checkForm(report, design);
        const QString said = textOf(report).simplified();
        const auto has = [&said](const QString& text) {
            QVERIFY2(said.contains(text.simplified()), qPrintable(text));
        };
        has(design.board.task);
        for (const Block& row : design.blocks) {
            has(row.title);
            has(row.technology);
            has(row.description);
        }
        for (const Frame& row : design.frames) {
            has(row.title);
            has(row.remark);
        }
        for (const Connection& row : design.connections)
            has(row.label);
        for (const Note& row : design.notes)
            has(row.text);
        for (const Decision& row : design.decisions) {
            has(row.question);
            has(row.reason);
        }
        for (const Option& row : design.options)
            has(row.title);
        for (const Argument& row : design.arguments)
            has(row.text);
        for (const Metric& row : design.metrics)
            has(row.name);
        for (const Requirement& row : design.requirements) {
            has(row.question);
            has(row.answer);
        }
        for (const Card& row : design.cards)
            has(row.text);
    }

    void theSameDesignGivesTheSameKeysWhateverElseIsOnIt() {
        Design design = reportedDesign();
        const QHash<ElementId, QString> before = describedIn(of(design));
        Block more = design.blocks.at(ElementId(2));
        more.id = ElementId(300);
        more.name = u"aaa"_s;
        more.rect.y = -4000;
        Element element = design.elements.at(ElementId(2));
        element.id = more.id;
        design.elements.put(element);
        design.blocks.put(more);
        const QHash<ElementId, QString> after = describedIn(of(design));
        for (auto it = before.begin(); it != before.end(); ++it)
            QCOMPARE(after.value(it.key()), it.value());
    }

    /// A name of no Latin letters leaves nothing of an entry's key but its section's.
    void keysAreThereOnce() {
        Design design = reportedDesign();
        const auto properties = design.properties;
        for (const Property& property : properties) {
            Property changed = property;
            changed.subject = ElementId(3);
            design.properties.put(changed);
        }
        Block block = design.blocks.at(ElementId(3));
        block.name = u"视频"_s;
        design.blocks.put(block);
        const Report report = of(design);
        QStringList keys;
        for (const Section& each : report.sections) {
            keys << each.key;
            for (const Entry& entry : each.entries)
                keys << entry.key;
        }
        QCOMPARE(section(report, u"sheet-serving"_s)->entries.size(), 1);
        // What is said elsewhere of the block leads to just that.
        const QString there = section(report, u"sheet-serving"_s)->entries.first().key;
        QVERIFY(there != u"sheet-serving"_s);
        const QList<Entry> blocks = section(report, u"architecture"_s)->entries;
        QVERIFY(std::ranges::any_of(blocks, [&](const Entry& entry) {
            return entry.subject == ElementId(3) && std::ranges::any_of(entry.items, [&](const Item& item) {
                       return std::ranges::any_of(item.line,
                                                  [&](const Span& span) { return span.entry == there; });
                   });
        }));
        QStringList once = keys;
        once.removeDuplicates();
        QCOMPARE(keys, once);
    }

    /// 10,000 blocks in 1,000 frames, whose names give no ASCII, and 1,000 decisions with scores.
    void veryLargeDesignsTakeSeconds() {
        Design design;
        for (qint64 i = 1; i <= 11'000; ++i) {
            Element element;
            element.id = ElementId(i);
            if (i <= 1'000) {
                element.type = ElementType::Frame;
                Frame frame;
                frame.id = element.id;
                frame.name = u"кадр_%1"_s.arg(i);
                frame.rect = {0, Coord(i * 1000), 800, 800};
                design.frames.put(frame);
            } else {
                element.parent = ElementId(i % 1'000 + 1);
                Block block;
                block.id = element.id;
                block.name = u"блок_%1"_s.arg(i);
                block.title = u"特征"_s;
                block.rect = {Coord(i * 10), 0, 80, 80};
                design.blocks.put(block);
            }
            design.elements.put(element);
        }
        for (qint64 i = 1; i <= 20'000; ++i) {
            Connection connection;
            connection.id = ElementId(100'000 + i);
            connection.source = ElementId(1'001 + i % 10'000);
            connection.target = ElementId(1'001 + i * 7 % 10'000);
            Element element;
            element.id = connection.id;
            element.type = ElementType::Connection;
            design.elements.put(element);
            design.connections.put(connection);
        }
        for (qint64 i = 1; i <= 1'000; ++i) {
            design.decisions.put({DecisionId(i), ElementId(i), u"Which?"_s, {}, {}, 1});
            for (qint64 j = 0; j < 4; ++j) {
                design.options.put({OptionId(i * 10 + j), DecisionId(i), u"One"_s, j});
                design.criteria.put({CriterionId(i * 10 + j), DecisionId(i), u"Cost"_s, 2, j});
                for (qint64 k = 0; k < 4; ++k)
                    design.scores.put(
                        {ScoreId(i * 100 + j * 10 + k), OptionId(i * 10 + j), CriterionId(i * 10 + k), 3});
            }
        }
        const std::clock_t before = std::clock(); // of this process: others may keep the machine busy
        const Report report = of(design);
        const double seconds = double(std::clock() - before) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 5, qPrintable(QString::number(seconds)));
        QCOMPARE(describedIn(report).size(), 11'000);
        checkForm(report, design);
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "test_report.moc"
