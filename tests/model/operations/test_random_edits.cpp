#include "tests/model/operations/workbench.h"

#include "model/design/stroke.h"

#include <random>

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::makeKind;

namespace {

/// Thousands of random operations on one document. GROUNDPLAN_SEED and GROUNDPLAN_STEPS in the environment
/// repeat a run or make it longer.
class RandomEdits {
public:
    RandomEdits(const QString& path, unsigned seed)
        : path_(path)
        , random_(seed) {
        idGenerator().seed(seed);
        document_ = opened(Document::create(path, Document::Use::CommandLine));
    }

    /// What is wrong, or nothing.
    QString run(int steps) {
        const Design start = design();
        digests_ = {document_->digest()};
        for (int step = 0; step < steps; ++step) {
            const QString wrong = oneStep();
            if (!wrong.isEmpty())
                return QStringLiteral("step %1: %2").arg(step).arg(wrong);
        }
        const Design end = design();
        const bool undone = document_->canRedo(); // the last step may have been an undo
        reopen();
        if (!(design() == end))
            return u"reopening gave another design"_s;
        // Back to the start over every state there was, and forth again.
        for (qsizetype i = digests_.size() - 1; i > 0; --i) {
            if (const auto done = document_->undo(); !done)
                return u"undo: "_s + done.error().sentence;
            if (document_->digest() != digests_.at(i - 1))
                return QStringLiteral("undo of edit %1 did not give what was before it").arg(i);
        }
        if (document_->canUndo() || !(design() == start))
            return u"undoing everything did not give the start"_s;
        reopen();
        for (qsizetype i = 1; i < digests_.size(); ++i) {
            if (const auto done = document_->redo(); !done)
                return u"redo: "_s + done.error().sentence;
            if (document_->digest() != digests_.at(i))
                return QStringLiteral("redo of edit %1 did not give what was after it").arg(i);
        }
        if (document_->canRedo() != undone || !(design() == end))
            return u"redoing everything did not give the end"_s;
        reopen();
        return design() == end ? QString() : u"reopening gave another design at the end"_s;
    }
    const QMap<QByteArray, int>& done() const { return done_; }

private:
    const Design& design() const { return document_->design(); }
    static std::unique_ptr<Document> opened(Result<std::unique_ptr<Document>> result) {
        if (!result)
            qFatal("%s", qPrintable(result.error().sentence));
        return std::move(*result);
    }
    void reopen() {
        document_.reset();
        document_ = opened(Document::open(path_, Document::Use::CommandLine));
    }

    unsigned below(unsigned n) { return unsigned(random_() % n); }
    bool chance(unsigned percent) { return below(100) < percent; }
    double coordinate(int reach) { return double(below(unsigned(2 * reach))) - reach; }
    Rect rect() {
        return {units(coordinate(1500)), units(coordinate(1000)), units(8 + below(500)),
                units(8 + below(400))};
    }
    template <class Row>
    decltype(Row::id) any(const Table<Row>& table) {
        const auto rows = table.sorted();
        return rows.isEmpty() ? decltype(Row::id){} : rows.at(qsizetype(below(unsigned(rows.size()))))->id;
    }
    ElementId anyElement() { return chance(2) ? ElementId(12345) : any(design().elements); }
    ElementId anyEnd() { return chance(30) ? any(design().frames) : any(design().blocks); }
    QSet<ElementId> someElements() {
        QSet<ElementId> ids;
        for (unsigned i = 0; i < 1 + below(4); ++i)
            ids.insert(anyElement());
        return ids;
    }
    QString text() {
        static const QStringList texts = {u"Ranker"_s, u"Model"_s,    u""_s,         u"模型 🚀"_s,
                                          u"a\nb"_s,   u"x_2"_s,      u"  spaces"_s, u"“quoted” \\"_s,
                                          u"2nd"_s,    u"нейросеть"_s};
        return texts.at(qsizetype(below(unsigned(texts.size()))));
    }

    template <class Value>
    static Result<void> without(const Result<Value>& result) {
        return result ? Result<void>() : Result<void>(Failure(result.error()));
    }

    Stroke anyStroke() {
        QList<PenPoint> line;
        const Rect around = rect();
        for (unsigned left = 1 + below(60); left > 0; --left)
            line.append({{around.x + units(below(300)), around.y + units(below(200))}, quint8(below(256))});
        return strokeThrough(line, StrokeTool(below(4)), chance(50) ? u"#c02020"_s : QString(),
                             Coord(1 + below(100)));
    }

    struct Operation {
        QByteArray key;
        EditFunction function;
    };
    /// More that makes something while there is little.
    Operation anyOperation() {
        const bool few = design().elements.size() < 25;
        const bool many = design().elements.size() > 120;
        switch (below(few ? 18 : many ? 34 : 30)) {
        case 0:
        case 1:
        case 2: {
            const Kind kind = makeKind(u"kind-%1"_s.arg(below(4)), text(), chance(50));
            return {"add-block", [kind, at = rect().topLeft()](Editor& e) {
                        return without(addBlock(e, kind, at, u"en"_s));
                    }};
        }
        case 3:
            return {"add-frame", [r = rect(), t = text()](Editor& e) { return without(addFrame(e, r, t)); }};
        case 4: {
            const DecisionId shown = any(design().decisions);
            const CardKind kind = shown ? CardKind::Decision : CardKind::Text;
            return {"add-card", [kind, shown, r = rect(), t = text()](Editor& e) {
                        return without(addCard(e, kind, r, t, shown));
                    }};
        }
        case 5:
        case 6:
        case 7:
            return {"connect", [a = anyEnd(), b = anyEnd(), t = text(), f = Flow(below(7))](Editor& e) {
                        return without(connectElements(e, a, b, f, Direction::Forward, t));
                    }};
        case 8: {
            Note note;
            note.id = NoteId::random();
            note.subject = chance(20) ? ElementId{} : chance(50) ? any(design().connections) : anyEnd();
            note.text = text();
            note.order = lastOrder(design().notes);
            return {"add-note", [note](Editor& e) -> Result<void> {
                        e.put(note);
                        return {};
                    }};
        }
        case 9: {
            Decision decision;
            decision.id = DecisionId::random();
            decision.subject = chance(30) ? ElementId{} : anyEnd();
            decision.question = text();
            Option option;
            option.id = OptionId::random();
            option.decision = decision.id;
            decision.chosen = chance(50) ? option.id : OptionId{};
            Argument argument;
            argument.id = ArgumentId::random();
            argument.option = option.id;
            const Criterion criterion{CriterionId::random(), decision.id, text()};
            const Score score{ScoreId::random(), option.id, criterion.id, 3};
            const Property property{PropertyId::random(), anyEnd(),
                                    QStringLiteral("data.f-%1").arg(quint64(decision.id.value()) % 1'000'003),
                                    text()};
            return {"add-decision", [=](Editor& e) -> Result<void> {
                        e.put(decision);
                        e.put(option);
                        e.put(argument);
                        e.put(criterion);
                        e.put(score);
                        e.put(property);
                        return {};
                    }};
        }
        case 10: {
            Metric metric;
            metric.id = MetricId::random();
            metric.subject = chance(30) ? ElementId{} : anyEnd();
            metric.name = text();
            return {"add-metric", [metric](Editor& e) -> Result<void> {
                        e.put(metric);
                        return {};
                    }};
        }
        case 11:
            return {"frame-around", [ids = someElements(), t = text()](Editor& e) {
                        return without(frameAround(e, ids, t));
                    }};
        case 12: {
            // What was copied may come from long ago, and from another window.
            const Design part = selectionOf(design(), someElements());
            const auto back = fromClipboard(toClipboard(part));
            if (!back || !(*back == part))
                qFatal("the clipboard changed a selection");
            const Point by{units(coordinate(200)), units(coordinate(200))};
            return {"paste", [part, by](Editor& e) { return without(insertDesign(e, part, by)); }};
        }
        case 13:
            return {"draw", [stroke = anyStroke()](Editor& e) { return without(addStroke(e, stroke)); }};
        case 14: {
            Shape shape;
            shape.kind = ShapeKind(below(3));
            shape.text = text();
            shape.filled = chance(50);
            shape.textSize = Coord(1 + below(2000));
            shape.rect = rect();
            return {"add-shape", [shape](Editor& e) { return without(addShape(e, shape)); }};
        }
        case 15: {
            // A few pictures that come again, so that bytes are shared, kept through undo and brought back.
            const QByteArray bytes = "picture " + QByteArray::number(below(5));
            return {"add-image",
                    [bytes, r = rect(), t = text()](Editor& e) { return without(addImage(e, bytes, r, t)); }};
        }
        case 16: {
            // The eraser: what it meets, all of it.
            QSet<ElementId> met;
            const Rect around = rect();
            for (const Stroke& stroke : design().strokes) {
                if (touches(stroke, {double(around.x), double(around.y)}, 800))
                    met.insert(stroke.id);
            }
            if (met.isEmpty())
                met.insert(any(design().strokes));
            return {"erase", [met](Editor& e) { return deleteElements(e, met); }};
        }
        case 17:
        case 18:
        case 19:
        case 20: {
            const Point by{units(coordinate(400)), units(coordinate(300))};
            return {"move", [ids = someElements(), by, r = chance(90)](Editor& e) {
                        return moveElements(e, ids, by, r);
                    }};
        }
        case 21:
            return {"resize", [id = anyElement(), r = rect()](Editor& e) { return resizeElement(e, id, r); }};
        case 22:
            return {"rename", [id = anyElement(), t = text()](Editor& e) {
                        return renameElement(e, id, t, {}, u"Kind"_s);
                    }};
        case 23:
            return {"reorder", [ids = someElements(), d = Depth(below(4))](Editor& e) {
                        return reorderElements(e, ids, d);
                    }};
        case 24:
            return {"reconnect", [id = any(design().connections), a = anyEnd(), b = anyEnd()](Editor& e) {
                        return reconnect(e, id, a, b);
                    }};
        case 25:
            return {"lock",
                    [ids = someElements(), on = chance(40)](Editor& e) { return setLocked(e, ids, on); }};
        case 26: {
            const Kind kind = makeKind(u"kind-%1"_s.arg(below(4)), text(), chance(50), Path(below(3)));
            return {"change-kind", [id = any(design().blocks), kind](Editor& e) {
                        return changeKind(e, id, nullptr, kind, u"en"_s);
                    }};
        }
        case 27:
            return {"delete-note",
                    [n = any(design().notes), m = any(design().metrics)](Editor& e) -> Result<void> {
                        removeNote(e, n);
                        removeMetric(e, m);
                        return {};
                    }};
        case 28:
            return {"delete-decision",
                    [d = any(design().decisions), o = any(design().options),
                     all = chance(50)](Editor& e) -> Result<void> {
                        if (all)
                            removeDecision(e, d);
                        else
                            removeOption(e, o);
                        return {};
                    }};
        default:
            return {"delete", [ids = someElements()](Editor& e) { return deleteElements(e, ids); }};
        }
    }

    QString oneStep() {
        if (chance(3)) {
            // Undo and redo in between: redo ends with the next edit.
            const unsigned count = 1 + below(3);
            for (unsigned i = 0; i < count && document_->canUndo(); ++i) {
                if (!document_->undo())
                    return u"undo failed"_s;
                digests_.removeLast();
                if (document_->digest() != digests_.last())
                    return u"undo gave another design"_s;
            }
            return sound();
        }
        if (chance(1))
            reopen();
        const Operation operation = anyOperation();
        const Design before = design();
        const auto done = document_->edit({operation.key, {u"1"_s}}, operation.function);
        if (!done) {
            if (done.error().code != ErrorCode::Refused || done.error().sentence.isEmpty())
                return QString::fromLatin1(operation.key) + u": "_s + done.error().sentence;
            if (!(design() == before))
                return QString::fromLatin1(operation.key) + u": was refused and changed the design"_s;
            ++done_[operation.key + " refused"];
            return {};
        }
        ++done_[operation.key];
        if (!(design() == before))
            digests_.append(document_->digest());
        const QString wrong = sound();
        return wrong.isEmpty() ? QString() : QString::fromLatin1(operation.key) + u": "_s + wrong;
    }

    QString sound() const {
        if (const QStringList wrong = validate(design()); !wrong.isEmpty())
            return wrong.first();
        return test::looseRoutes(design());
    }

    QString path_;
    std::mt19937 random_;
    std::unique_ptr<Document> document_;
    QList<quint64> digests_; ///< of the state after each edit that counts, the start first
    QMap<QByteArray, int> done_;
};

} // namespace

class TestRandomEdits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomEdits_data() {
        QTest::addColumn<unsigned>("seed");
        if (qEnvironmentVariableIsSet("GROUNDPLAN_SEED")) {
            QTest::newRow("given seed") << unsigned(qEnvironmentVariableIntValue("GROUNDPLAN_SEED"));
            return;
        }
        for (const unsigned seed : {1U, 2U, 3U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomEdits() {
        QFETCH(unsigned, seed);
        bool given = false;
        const int steps = qEnvironmentVariableIntValue("GROUNDPLAN_STEPS", &given);
        QTemporaryDir folder(test::folderTemplate());
        RandomEdits edits(folder.filePath(u"random.gplan"_s), seed);
#ifdef GROUNDPLAN_SANITIZED
        constexpr int kSteps = 400; // each takes ten times as long
#else
        constexpr int kSteps = 2000;
#endif
        const QString wrong = edits.run(given ? steps : kSteps);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1, %2"_s.arg(seed).arg(wrong)));
        QString counts;
        for (auto it = edits.done().cbegin(); it != edits.done().cend(); ++it)
            counts += u"%1 %2, "_s.arg(it.value()).arg(QString::fromLatin1(it.key()));
        qInfo("seed %u: %s", seed, qPrintable(counts));
    }
};

QTEST_GUILESS_MAIN(TestRandomEdits)
#include "test_random_edits.moc"
