#include "app/render/board_painter.h"
#include "app/render/fonts.h"
#include "model/design/examples.h"
#include "model/design/metric_value.h"
#include "model/design/validate.h"
#include "model/framework/complete_path.h"
#include "model/framework/progress.h"
#include "model/framework/templates.h"
#include "model/graphviz/dot.h"
#include "model/routing/router.h"

#include "tests/model/framework/shipped.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

namespace {

constexpr Coord kGrid = 4 * kUnitsPerPoint;
constexpr Coord kGap = 40 * kUnitsPerPoint; ///< least distance of two blocks

/// The examples, and behind them the designs that answer a case and are no example.
const QList<Example>& examples() {
    static const QList<Example> list = [] {
        initResources();
        QList<Example> all = loadExamples(templatesFolder(u"designs"_s));
        for (const PracticeCase& practice : templates().cases()) {
            for (const QString& path : practice.references) {
                const auto same = [&path](const Example& example) { return example.path == path; };
                if (std::none_of(all.begin(), all.end(), same))
                    all.append({practice.name, {}, {}, path});
            }
        }
        return all;
    }();
    return list;
}

/// An example as it comes onto the board: read, and its connections routed.
Result<Import> imported(const Example& example) {
    QFile file(example.path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unreadable, file.errorString());
    auto import = readDot(file.readAll(), example.name, catalogue());
    if (!import)
        return import;
    QSet<ElementId> all;
    for (const Connection& connection : import->design.connections)
        all.insert(connection.id);
    const auto routes = Router(import->design).route(all);
    for (auto it = routes.begin(); it != routes.end(); ++it) {
        Connection connection = import->design.connections.at(it.key());
        connection.route = it.value();
        import->design.connections.put(connection);
    }
    return import;
}

bool isOnGrid(const Rect& r) {
    return r.x % kGrid == 0 && r.y % kGrid == 0 && r.w % kGrid == 0 && r.h % kGrid == 0;
}

/// The stretch between two corners of a route, as a rectangle.
Rect stretch(Point a, Point b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x) + 1, std::abs(a.y - b.y) + 1};
}

} // namespace

class TestExampleDesigns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isComplete_data() { rows(); }
    void isComplete() {
        QFETCH(int, index);
        const Example& example = examples().at(index);
        const auto import = imported(example);
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        const Design& d = import->design;
        QVERIFY(import->ours);
        QVERIFY(import->positioned);
        QCOMPARE(import->notTaken, QStringList());
        QCOMPARE(validate(d), QStringList());
        if (!example.title.isEmpty())
            QCOMPARE(d.board.title, example.title.in(u"en"_s));
        QVERIFY(!d.board.title.isEmpty());
        QVERIFY(d.board.task.size() > 60 && d.board.task.endsWith(u'.'));

        QVERIFY(d.blocks.size() >= 12 && d.blocks.size() <= 25);
        QSet<ElementId> connected;
        std::array<bool, wordCount<Flow>()> flows{};
        for (const Connection& c : d.connections) {
            connected << c.source << c.target;
            flows[std::size_t(c.flow)] = true;
        }
        QVERIFY(std::count(flows.begin(), flows.end(), true) >= 6);
        for (const Block& block : d.blocks) {
            const QByteArray name = block.name.toUtf8();
            QVERIFY2(catalogue().kind(block.kind), name.constData());
            QVERIFY2(connected.contains(block.id), name.constData());
            QVERIFY2(!block.title.isEmpty() && !block.technology.isEmpty() && block.ownTitle,
                     name.constData());
            QVERIFY2(block.description.endsWith(u'.'), name.constData());
        }

        std::array<bool, wordCount<NoteKind>()> notes{};
        for (const Note& note : d.notes)
            notes[std::size_t(note.kind)] = true;
        QVERIFY(std::count(notes.begin(), notes.end(), true) >= 3);

        std::array<bool, wordCount<CardKind>()> cards{};
        for (const Card& card : d.cards) {
            cards[std::size_t(card.kind)] = true;
            QCOMPARE(card.kind == CardKind::Decision, bool(card.decision));
        }
        QCOMPARE(cards, (std::array{false, true, true, true})); // task, decision, legend
    }

    void leadsFromDataToServing_data() { rows(); }
    void leadsFromDataToServing() {
        QFETCH(int, index);
        const auto import = imported(examples().at(index));
        QVERIFY(import);
        QVERIFY(!completePath(import->design, catalogue()).isEmpty());
    }

    /// It shows all that a good answer to its case touches, and follows a framework for nearly all of its
    /// way.
    void answersItsCase_data() { rows(); }
    void answersItsCase() {
        QFETCH(int, index);
        const auto import = imported(examples().at(index));
        QVERIFY(import);
        const Design& d = import->design;
        const PracticeCase* practice = templates().practiceCase(d.board.practice);
        QVERIFY2(practice, qPrintable(d.board.practice));
        QVERIFY(practice->references.contains(examples().at(index).path));
        for (const MustTouch& point : practice->must)
            QVERIFY2(lookForAny(point.evidence, d, catalogue()).holds, qPrintable(point.name));
        const Framework* framework = templates().framework(d.board.framework);
        QVERIFY2(framework, qPrintable(d.board.framework));
        const Progress progress = progressOf(*framework, d, catalogue());
        QStringList open;
        for (const Step& step : framework->steps) {
            for (const Prompt& prompt : step.prompts) {
                if (!prompt.operations && !lookForAny(prompt.evidence, d, catalogue()).holds)
                    open << prompt.name;
            }
        }
        QVERIFY2(
            progress.done * 10 >= progress.of * 8,
            qPrintable(u"%1 of %2, not %3"_s.arg(progress.done).arg(progress.of).arg(open.join(u", "_s))));
        for (const Property& property : d.properties) {
            const SheetField* field = templates().field(property.field);
            QVERIFY2(field, qPrintable(property.field));
            const bool chooses = field->form == FieldForm::Choice || field->form == FieldForm::Choices;
            for (const QString& choice : chooses ? choicesIn(property.value) : QStringList()) {
                const auto same = [&choice](const FieldChoice& one) { return one.name == choice; };
                QVERIFY2(std::any_of(field->choices.begin(), field->choices.end(), same), qPrintable(choice));
            }
        }
        for (const Requirement& row : d.requirements)
            QVERIFY2(row.topic.isEmpty() || templates().topic(row.topic), qPrintable(row.topic));
    }

    void weighsItsDecisions_data() { rows(); }
    void weighsItsDecisions() {
        QFETCH(int, index);
        const auto import = imported(examples().at(index));
        QVERIFY(import);
        const Design& d = import->design;
        int decided = 0, open = 0;
        for (const Decision& decision : d.decisions) {
            ++(decision.chosen ? decided : open);
            QVERIFY(decision.question.endsWith(u'?'));
            QVERIFY2(bool(decision.chosen) == decision.reason.endsWith(u'.'), qPrintable(decision.question));
            const auto options = d.options.sorted([&](const Option& o) { return o.decision == decision.id; });
            QVERIFY2(options.size() >= 2, qPrintable(decision.question));
            for (const Option* option : options) {
                for (const Side side : {Side::Pro, Side::Con}) {
                    const bool argued =
                        std::any_of(d.arguments.begin(), d.arguments.end(), [&](const Argument& a) {
                            return a.option == option->id && a.side == side;
                        });
                    QVERIFY2(argued, qPrintable(option->title));
                }
            }
        }
        QVERIFY(decided >= 2);
        QVERIFY(open >= 1);
    }

    void hasNumbers_data() { rows(); }
    void hasNumbers() {
        QFETCH(int, index);
        const auto import = imported(examples().at(index));
        QVERIFY(import);
        const Design& d = import->design;
        std::array<bool, wordCount<MetricKind>()> kinds{};
        int shownOnBlocks = 0;
        for (const Metric& metric : d.metrics) {
            QVERIFY2(numberIn(metric.target), qPrintable(metric.name));
            if (verdictOf(metric) != Verdict::Unknown)
                kinds[std::size_t(metric.kind)] = true;
            else
                QVERIFY2(metric.current.isEmpty(), qPrintable(metric.name + u" "_s + metric.current));
            shownOnBlocks += metric.subject && metric.shown;
        }
        QCOMPARE(kinds, (std::array{true, true, true, true})); // each kind with a target and a value
        QVERIFY(shownOnBlocks >= 5);

        QSet<Source> sources;
        for (const Requirement& requirement : d.requirements) {
            sources << requirement.source;
            QCOMPARE(requirement.answer.isEmpty(), requirement.source == Source::NotRelevant);
        }
        QCOMPARE(sources.size(), qsizetype(wordCount<Source>()));
    }

    void isLaidOutCalmly_data() { rows(); }
    void isLaidOutCalmly() {
        QFETCH(int, index);
        const auto import = imported(examples().at(index));
        QVERIFY(import);
        const Design& d = import->design;
        const auto named = [&d](ElementId a, ElementId b) {
            return (d.captionOf(a) + u" / "_s + d.captionOf(b)).toUtf8();
        };
        for (const Block& block : d.blocks) {
            QCOMPARE(block.rect.w, 176 * kUnitsPerPoint);
            const bool chips = std::any_of(d.metrics.begin(), d.metrics.end(), [&block](const Metric& m) {
                return m.subject == block.id && m.shown;
            });
            QCOMPARE(block.rect.h, (chips ? 88 : 64) * kUnitsPerPoint);
            QVERIFY2(isOnGrid(block.rect), qPrintable(block.name));
            const ElementId parent = d.elements.at(block.id).parent;
            QVERIFY2(parent && d.frames.at(parent).rect.contains(block.rect), qPrintable(block.name));
            for (const Block& other : d.blocks)
                QVERIFY2(other.id == block.id ||
                             !block.rect.grown(kGap / 2).intersects(other.rect.grown(kGap / 2)),
                         named(block.id, other.id).constData());
        }
        for (const Frame& frame : d.frames) {
            for (const Frame& other : d.frames) {
                const bool nested = d.isInside(frame.id, other.id) || d.isInside(other.id, frame.id);
                QVERIFY2(other.id == frame.id || nested || !frame.rect.intersects(other.rect),
                         named(frame.id, other.id).constData());
            }
        }
        for (const Card& card : d.cards) {
            QVERIFY(isOnGrid(card.rect));
            for (const Card& other : d.cards)
                QVERIFY(other.id == card.id || !card.rect.intersects(other.rect));
            for (const Frame& frame : d.frames)
                QVERIFY(!card.rect.intersects(frame.rect));
        }
    }

    void everyTextFits_data() { rows(); }
    void everyTextFits() {
        QFETCH(int, index);
        QCOMPARE(fonts::install(), QString());
        const auto import = imported(examples().at(index));
        QVERIFY(import);
        const Design& d = import->design;
        for (const Block& block : d.blocks)
            QVERIFY2(fittingBlockSize(d, block).h <= block.rect.h, qPrintable(block.name));
        for (const Card& card : d.cards) {
            const double needed = points(fittingCardSize(d, card).h);
            QVERIFY2(needed <= points(card.rect.h),
                     qPrintable(u"%1 needs %2"_s.arg(wordOf(card.kind)).arg(needed)));
        }
    }

    void noLineCrossesABlock_data() { rows(); }
    void noLineCrossesABlock() {
        QFETCH(int, index);
        const auto import = imported(examples().at(index));
        QVERIFY(import);
        const Design& d = import->design;
        for (const Connection& connection : d.connections) {
            const QList<Point> way = d.routeOf(connection);
            QVERIFY2(way.size() >= 2, qPrintable(d.captionOf(connection.id)));
            for (qsizetype i = 1; i < way.size(); ++i) {
                QVERIFY(way[i - 1].x == way[i].x || way[i - 1].y == way[i].y);
                for (const Block& block : d.blocks) {
                    // Its own ends are touched at their edges.
                    const bool own = block.id == connection.source || block.id == connection.target;
                    QVERIFY2(!stretch(way[i - 1], way[i]).intersects(own ? block.rect.grown(-8) : block.rect),
                             (d.captionOf(connection.source) + u" -> "_s + d.captionOf(connection.target) +
                              u" through "_s + block.title)
                                 .toUtf8()
                                 .constData());
                }
            }
        }
    }

    void survivesTheRoundTrip_data() { rows(); }
    void survivesTheRoundTrip() {
        QFETCH(int, index);
        const auto import = imported(examples().at(index));
        QVERIFY(import);
        const QByteArray once = writeDot(import->design, catalogue());
        const auto again = readDot(once, u"again"_s, catalogue());
        QVERIFY(again);
        QCOMPARE(again->notTaken, QStringList());
        QVERIFY(again->design == import->design);
        QCOMPARE(writeDot(again->design, catalogue()), once);
    }

private:
    static void rows() {
        QTest::addColumn<int>("index");
        QVERIFY(examples().size() >= 12);
        for (int i = 0; i < examples().size(); ++i)
            QTest::newRow(qPrintable(examples().at(i).name)) << i;
    }
};

QTEST_MAIN(TestExampleDesigns)
#include "test_example_designs.moc"
