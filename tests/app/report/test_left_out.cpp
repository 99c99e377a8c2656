#include "app/render/export_formats.h"
#include "app/render/fonts.h"
#include "app/report/whole_export.h"
#include "model/document/document.h"
#include "resources/resources.h"
#include "tests/places.h"
#include "tests/reliability/database.h"
#include "tests/reliability/sample_document.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

struct Written {
    QString text;
    QString remark;
};

ElementId putElement(Design& design, qint64 id, ElementType type) {
    Element row;
    row.id = ElementId(id);
    row.type = type;
    row.order = id;
    design.elements.put(row);
    return row.id;
}

/// Two blocks of kinds that are as they come.
Design bare(const Catalogue& catalogue) {
    Design design;
    design.board.title = u"Bare"_s;
    for (const qint64 id : {1, 2}) {
        const Kind& kind = *catalogue.kind(id == 1 ? u"ranking"_s : u"database"_s);
        Block block;
        block.id = putElement(design, id, ElementType::Block);
        block.kind = kind.name;
        block.ml = kind.ml;
        block.path = kind.path;
        block.name = u"b%1"_s.arg(id);
        block.title = u"Block %1"_s.arg(id);
        block.link = u"https://example.org"_s;
        block.rect = {Coord(id) * 4000, 0, 1408, 512};
        design.blocks.put(block);
    }
    return design;
}

void change(Design& design, const std::function<void(Block&)>& with) {
    Block block = design.blocks.at(ElementId(1));
    with(block);
    design.blocks.put(block);
}

void putCard(Design& design, CardKind kind, DecisionId decision = {}) {
    Card card;
    card.id = putElement(design, kind == CardKind::Task ? 50 : 51, ElementType::Card);
    card.kind = kind;
    card.decision = decision;
    card.rect = {0, 4000, 2000, 1000};
    design.cards.put(card);
}

void putDecision(Design& design, ElementId subject, bool option) {
    design.decisions.put(Decision{DecisionId(1), subject, u"Which?"_s, {}, {}, 1});
    if (option)
        design.options.put(Option{OptionId(2), DecisionId(1), u"This"_s, 1});
}

} // namespace

/// Whatever is on a board is in the file that leaves it, or is named as left out.
class TestLeftOut : public QObject {
    Q_OBJECT

    Catalogue catalogue_;
    QTemporaryDir folder_{temporaryTemplate()};

    Written exported(const Design& design, const QString& format, bool carries = true,
                     const QString& picture = {}) const {
        report::WholeExport wanted;
        wanted.request.design = design;
        wanted.request.title = u"Board"_s;
        wanted.request.carries = carries;
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const auto done = report::exportWhole(wanted, format, catalogue_, {}, out, picture);
        return done ? Written{QString::fromUtf8(out.data()), *done}
                    : Written{{}, u"failed: "_s + done.error().sentence};
    }

private Q_SLOTS:
    void initTestCase() {
        initResources();
        fonts::install();
        catalogue_ = Catalogue::load(catalogueFolders({}));
    }

    void isThereOrNamed() {
        const QString path = folder_.filePath(u"sample.gplan"_s);
        makeSampleDocument(path);
        const auto opened = Document::open(path, Document::Use::Reader);
        QVERIFY(opened);
        Design design = (*opened)->design();
        design.notes.put(Note{NoteId(900), {}, NoteKind::Risk, u"Nobody owns it"_s, 9});
        Block block = design.blocks.at(ElementId(2));
        block.description = u"Finds a thousand"_s;
        block.link = u"ask Ada"_s;
        block.ml = !block.ml;
        design.blocks.put(block);
        const std::pair<QString, QString> facts[] = {{u"the task"_s, u"Recommend the next video"_s},
                                                     {u"the case"_s, u"video-recommendation"_s},
                                                     {u"requirements"_s, u"How many viewers?"_s},
                                                     {u"requirements"_s, u"100M"_s},
                                                     {u"metrics"_s, u"p99"_s},
                                                     {u"metrics"_s, u"71"_s},
                                                     {u"decisions"_s, u"Which model?"_s},
                                                     {u"decisions"_s, u"the gain pays for it"_s},
                                                     {u"decisions"_s, u"Boosting"_s},
                                                     {u"decisions"_s, u"GPU"_s},
                                                     {u"sheets"_s, u"by time"_s},
                                                     {u"notes"_s, u"Cold start"_s},
                                                     {u"notes"_s, u"Nobody owns it"_s},
                                                     {u"descriptions"_s, u"Finds a thousand"_s},
                                                     {u"links"_s, u"ask Ada"_s},
                                                     {u"drawings"_s, u"cold path?"_s},
                                                     {u"pictures"_s, u"the whiteboard at the meeting"_s}};
        int looked = 0;
        for (const QString& format : report::wholeFormats()) {
            if (isPicture(format))
                continue;
            for (const bool carries : {true, false}) {
                const Written written = exported(design, format, carries);
                QVERIFY2(!written.text.isEmpty(), qPrintable(format + u": "_s + written.remark));
                if (format == "drawio"_L1 && carries) { // in a form of its own
                    QCOMPARE(written.remark, QString());
                    continue;
                }
                for (const auto& [word, text] : facts) {
                    ++looked;
                    QVERIFY2(written.text.contains(text) || written.remark.contains(u' ' + word),
                             qPrintable(u"%1: “%2” is neither there nor named: %3"_s.arg(format, text,
                                                                                         written.remark)));
                }
            }
        }
        const QString alone = exported(design, u"md"_s).remark;
        QVERIFY2(alone.endsWith(u": drawings, pictures."_s), qPrintable(alone));
        QVERIFY(looked > 150);
    }

    void nothingIsNamedThatIsNotThere() {
        const Design design = bare(catalogue_);
        for (const QString& format : report::wholeFormats()) {
            for (const bool carries : {true, false})
                QCOMPARE(exported(design, format, carries).remark, QString());
        }
    }

    void eachByItself_data() {
        using Change = std::function<void(Design&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("flowchart");
        QTest::addColumn<QString>("drawing");
        const auto add = [](const char* name, const QString& flowchart, const QString& drawing,
                            const Change& change) { QTest::newRow(name) << change << flowchart << drawing; };
        const auto metric = [](Design& design, bool shown, ElementId subject) {
            Metric row;
            row.id = MetricId(1);
            row.subject = subject;
            row.name = u"AUC"_s;
            row.shown = shown;
            design.metrics.put(row);
        };
        const auto requirement = [](Design& design, bool shown) {
            design.requirements.put(
                Requirement{RequirementId(1), u"How many?"_s, u"10"_s, Source::Asked, shown, 1});
        };
        add("task", u"the task"_s, u"the task"_s, [](Design& d) { d.board.task = u"Rank"_s; });
        add("task on a card", u"the task, cards"_s, {}, [](Design& d) {
            d.board.task = u"Rank"_s;
            putCard(d, CardKind::Task);
        });
        add("case", u"the case"_s, u"the case"_s, [](Design& d) { d.board.practice = u"churn"_s; });
        add("framework", u"the framework"_s, u"the framework"_s,
            [](Design& d) { d.board.framework = u"steps"_s; });
        add("requirement", u"requirements"_s, u"requirements"_s, [=](Design& d) { requirement(d, true); });
        add("requirement on a card", u"requirements, cards"_s, {}, [=](Design& d) {
            requirement(d, true);
            putCard(d, CardKind::Task);
        });
        add("requirement beside the card", u"requirements, cards"_s, u"requirements"_s, [=](Design& d) {
            requirement(d, false);
            putCard(d, CardKind::Task);
        });
        add("metric", u"metrics"_s, u"metrics"_s, [=](Design& d) { metric(d, true, {}); });
        add("metric of a block", u"metrics"_s, {}, [=](Design& d) { metric(d, false, ElementId(1)); });
        add("metric on a card", u"metrics, cards"_s, {}, [=](Design& d) {
            metric(d, true, {});
            putCard(d, CardKind::Task);
        });
        add("costs", u"metrics"_s, u"costs of errors"_s, [=](Design& d) {
            metric(d, false, ElementId(1));
            Metric costly = *d.metrics.begin();
            costly.costFalseNegative = u"5 $"_s;
            d.metrics.put(costly);
        });
        add("decision", u"decisions"_s, u"decisions"_s, [](Design& d) { putDecision(d, {}, false); });
        add("decision of a block", u"decisions"_s, u"options of decisions"_s,
            [](Design& d) { putDecision(d, ElementId(1), true); });
        add("decision on a card", u"decisions, cards"_s, {}, [](Design& d) {
            putDecision(d, {}, true);
            putCard(d, CardKind::Decision, DecisionId(1));
        });
        add("scores", u"decisions, cards"_s, u"scores of options"_s, [](Design& d) {
            putDecision(d, {}, true);
            d.criteria.put(Criterion{CriterionId(3), DecisionId(1), u"Latency"_s, 1, 1});
            putCard(d, CardKind::Decision, DecisionId(1));
        });
        add("sheet", u"sheets"_s, u"sheets"_s, [](Design& d) {
            d.properties.put(Property{PropertyId(1), {}, u"evaluation.split"_s, u"by time"_s});
        });
        add("sheet of a block", u"sheets"_s, {}, [](Design& d) {
            d.properties.put(Property{PropertyId(1), ElementId(1), u"serving.mode"_s, u"online"_s});
        });
        add("ticked prompt", u"the framework"_s, u"the framework"_s, [](Design& d) {
            d.board.framework = u"steps"_s;
            d.properties.put(Property{PropertyId(1), {}, u"steps.first"_s, u"done"_s});
        });
        add("note", u"notes"_s, u"notes"_s, [](Design& d) {
            d.notes.put(Note{NoteId(1), {}, NoteKind::Risk, u"Slow"_s, 1});
        });
        add("note of a block", u"notes"_s, {}, [](Design& d) {
            d.notes.put(Note{NoteId(1), ElementId(1), NoteKind::Risk, u"Slow"_s, 1});
        });
        add("description", u"descriptions"_s, {},
            [](Design& d) { change(d, [](Block& block) { block.description = u"Ranks"_s; }); });
        add("link", u"links"_s, u"links"_s,
            [](Design& d) { change(d, [](Block& block) { block.link = u"ask Ada"_s; }); });
        add("ML", u"ML marks"_s, {},
            [](Design& d) { change(d, [](Block& block) { block.ml = !block.ml; }); });
        add("path", u"online and offline paths"_s, {}, [](Design& d) {
            change(d, [](Block& b) { b.path = b.path == Path::Online ? Path::Offline : Path::Online; });
        });
        add("stop", u"the order of presenting"_s, u"the order of presenting"_s, [](Design& d) {
            Element stop = d.elements.at(ElementId(1));
            stop.stop = 1;
            d.elements.put(stop);
        });
        add("shape", u"drawings"_s, {}, [](Design& d) {
            Shape shape;
            shape.id = putElement(d, 60, ElementType::Shape);
            shape.rect = {0, 4000, 2000, 1000};
            d.shapes.put(shape);
        });
    }
    void eachByItself() {
        QFETCH(std::function<void(Design&)>, change);
        QFETCH(QString, flowchart);
        QFETCH(QString, drawing);
        Design design = bare(catalogue_);
        change(design);
        const auto named = [&](const QString& format, bool carries) {
            return exported(design, format, carries).remark.section(u": "_s, 1).section(u'.', 0, 0);
        };
        QCOMPARE(named(u"mmd"_s, true), flowchart);
        QCOMPARE(named(u"drawio"_s, false), drawing);
        for (const QString& format : {u"drawio"_s, u"dot"_s, u"json"_s, u"html"_s})
            QCOMPARE(exported(design, format).remark, QString());
        QCOMPARE(exported(design, u"md"_s, true, u"board.diagram.svg"_s).remark, QString());
    }
};

} // namespace groundplan

QTEST_MAIN(groundplan::TestLeftOut)
#include "test_left_out.moc"
