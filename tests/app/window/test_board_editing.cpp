#include "app/render/board_painter.h"
#include "app/window/in_place_typing.h"
#include "tests/app/window/shown_board.h"

#include <QSignalSpy>

using namespace groundplan;

/// Typing on the board, and what is measured for an edit.
class TestBoardEditing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    void aNewBlockIsReadyForItsTitle() {
        ShownBoard b;
        b.board->addKind(QStringLiteral("ranking"), at(300, 200));
        QCOMPARE(b.design().blocks.size(), 1);
        const ElementId id = b.design().blocks.begin()->id;
        QCOMPARE(b.rectOf(id), box(212, 168, 176, 64));
        QCOMPARE(b.board->selection(), QSet{id});
        QVERIFY(b.isEditing());
        QVERIFY(b.line()->hasFocus());
        QTest::keyClicks(b.line(), QStringLiteral("Slow ranker"));
        QTest::keyClick(b.line(), Qt::Key_Return);
        const Block& block = *b.design().blocks.find(id);
        QCOMPARE(block.title, QStringLiteral("Slow ranker"));
        QCOMPARE(block.name, QStringLiteral("slow_ranker"));
        QVERIFY(block.ownTitle);
        QCOMPARE(b.entries(), 2);
        QVERIFY(b.view().hasFocus());
        b.board->undo();
        QCOMPARE(b.design().blocks.find(id)->title, QStringLiteral("Ranking"));
        QVERIFY(!b.design().blocks.find(id)->ownTitle);
    }

    void leftAsItIsADefaultTitleStaysOne() {
        ShownBoard b;
        b.board->addKind(QStringLiteral("ranking"), at(300, 200));
        QTest::keyClick(b.line(), Qt::Key_Return);
        QCOMPARE(b.entries(), 1);
        QVERIFY(!b.design().blocks.begin()->ownTitle);
    }

    void whatIsTypedIsKeptWithinASecondAsOneEdit() {
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        b.board->setSelection({a});
        b.key(Qt::Key_F2);
        QTest::keyClicks(b.line(), QStringLiteral("Fir"));
        QCOMPARE(b.entries(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(b.entries(), 2, 1000);
        QCOMPARE(b.design().blocks.find(a)->title, QStringLiteral("Fir"));
        QVERIFY(b.isEditing());
        QCOMPARE(b.line()->toPlainText(), QStringLiteral("Fir"));
        QTest::keyClicks(b.line(), QStringLiteral("st pass"));
        QTRY_COMPARE_WITH_TIMEOUT(b.design().blocks.find(a)->title, QStringLiteral("First pass"), 1000);
        QTest::keyClicks(b.line(), QStringLiteral(" ranker"));
        QTest::keyClick(b.line(), Qt::Key_Return);
        QCOMPARE(b.design().blocks.find(a)->title, QStringLiteral("First pass ranker"));
        // The name follows the first title of the user's own, not its first letters.
        QCOMPARE(b.design().blocks.find(a)->name, QStringLiteral("first_pass_ranker"));
        QCOMPARE(b.entries(), 2);
        b.board->undo();
        QCOMPARE(b.design().blocks.find(a)->title, QStringLiteral("Ranking"));
        QCOMPARE(b.design().blocks.find(a)->name, QStringLiteral("ranking"));
    }

    void abandonedItLeavesNothing_data() {
        QTest::addColumn<bool>("wait");
        QTest::newRow("at once") << false;
        QTest::newRow("after some of it was kept") << true;
    }
    void abandonedItLeavesNothing() {
        QFETCH(bool, wait);
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        const Design before = b.design();
        b.board->setSelection({a});
        b.key(Qt::Key_Return);
        QTest::keyClicks(b.line(), QStringLiteral("Other"));
        if (wait)
            QTRY_COMPARE_WITH_TIMEOUT(b.entries(), 2, 1000);
        QTest::keyClick(b.line(), Qt::Key_Escape);
        QVERIFY(!b.isEditing());
        QVERIFY(b.design() == before);
        QCOMPARE(b.entries(), 1);
        QTest::qWait(InPlaceTyping::kCommitWithin + 100); // no late timer
        QCOMPARE(b.entries(), 1);
    }

    void aDoubleClickEditsAndAClickElsewhereCommits() {
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        b.doubleClick(at(280, 235));
        QVERIFY(b.isEditing());
        QTest::keyClicks(b.line(), QStringLiteral("Re-ranker"));
        b.click(at(600, 500));
        QVERIFY(!b.isEditing());
        QCOMPARE(b.design().blocks.find(a)->title, QStringLiteral("Re-ranker"));
        QCOMPARE(b.board->selection(), QSet<ElementId>{});
    }

    void commandsCommitWhatIsBeingTyped() {
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        b.board->setSelection({a});
        b.board->startRename();
        QTest::keyClicks(b.line(), QStringLiteral("x"));
        b.board->duplicate();
        QVERIFY(!b.isEditing());
        QCOMPARE(b.design().blocks.find(a)->title, QStringLiteral("x"));
        QCOMPARE(b.design().blocks.size(), 2);
    }

    void anEmptyTitleIsTheKinds() {
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        QCOMPARE(b.board->defaultTitleOf(a), QStringLiteral("Ranking"));
        b.prepare([a](Editor& editor) { return renameElement(editor, a, QStringLiteral("Mine")); });
        b.board->setSelection({a});
        b.board->startRename();
        QTest::keyClick(b.line(), Qt::Key_Backspace);
        QTest::keyClick(b.line(), Qt::Key_Return);
        QCOMPARE(b.design().blocks.find(a)->title, QStringLiteral("Ranking"));
    }

    void aLabelIsMeasured() {
        ShownBoard b;
        const ElementId c = b.connection(b.block("model", 100, 200), b.block("model", 500, 200));
        b.doubleClick(at(388, 232));
        QVERIFY(b.isEditing());
        QTest::keyClicks(b.line(), QStringLiteral("clicks, hourly"));
        QTest::keyClick(b.line(), Qt::Key_Return);
        const Connection& connection = *b.design().connections.find(c);
        QCOMPARE(connection.label, QStringLiteral("clicks, hourly"));
        QCOMPARE(connection.labelSize, measureLabel(QStringLiteral("clicks, hourly")));
        QCOMPARE(b.lastKey(), QByteArray("change-label"));
    }

    void frameTitlesAndCards() {
        ShownBoard b;
        ElementId frame;
        ElementId card;
        b.prepare([&](Editor& editor) -> Result<void> {
            frame = *addFrame(editor, box(100, 100, 300, 200), QStringLiteral("Frame"));
            card = *addCard(editor, CardKind::Text, box(450, 100, 240, 120), QStringLiteral("old"));
            return {};
        });
        b.doubleClick(at(140, 118));
        QTest::keyClicks(b.line(), QStringLiteral("Online"));
        QTest::keyClick(b.line(), Qt::Key_Tab);
        QCOMPARE(b.design().frames.find(frame)->title, QStringLiteral("Online"));
        b.doubleClick(at(500, 140));
        QVERIFY(b.text());
        QTest::keyClicks(b.text(), QStringLiteral("one"));
        QTest::keyClick(b.text(), Qt::Key_Return);
        QTest::keyClicks(b.text(), QStringLiteral("two"));
        QTest::keyClick(b.text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.design().cards.find(card)->text, QStringLiteral("one\ntwo"));
        QCOMPARE(b.lastKey(), QByteArray("change-card"));
    }

    void theTaskCardEditsTheTask() {
        ShownBoard b;
        b.board->addCard(CardKind::Task);
        const ElementId card = b.design().cards.begin()->id;
        b.board->setSelection({card});
        b.board->startRename();
        QTest::keyClicks(b.text(), QStringLiteral("Rank videos"));
        QTest::keyClick(b.text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.design().board.task, QStringLiteral("Rank videos"));
        QCOMPARE(b.design().cards.find(card)->text, QString());
        QCOMPARE(b.lastKey(), QByteArray("change-task"));
    }

    void aDecisionCardOpensItsDecision() {
        ShownBoard b;
        QSignalSpy opened(b.board.get(), &BoardController::markActivated);
        DecisionId decision = DecisionId::random();
        b.prepare([&](Editor& editor) -> Result<void> {
            Decision row;
            row.id = decision;
            row.question = QStringLiteral("Which?");
            editor.put(row);
            return {};
        });
        b.board->addCard(CardKind::Decision, decision);
        QVERIFY(!b.isEditing());
        b.board->startRename();
        QVERIFY(!b.isEditing());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(0).value<ElementId>(), b.design().cards.begin()->id);
    }

    void whatIsBeingTypedSurvivesAChangeElsewhere() {
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        const ElementId c = b.block("cache", 200, 400);
        b.board->setSelection({a});
        b.board->startRename();
        QTest::keyClicks(b.line(), QStringLiteral("Mi"));
        QVERIFY(
            b.board->edit({"move", {}}, [c](Editor& editor) { return moveElements(editor, {c}, at(8, 8)); }));
        QVERIFY(b.isEditing());
        QTest::keyClicks(b.line(), QStringLiteral("ne"));
        QTest::keyClick(b.line(), Qt::Key_Return);
        QCOMPARE(b.design().blocks.find(a)->title, QStringLiteral("Mine"));
    }

    void whatIsTypedForSomethingThatIsGoneIsRefused() {
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        b.board->setSelection({a});
        b.board->startRename();
        QTest::keyClicks(b.line(), QStringLiteral("Mine"));
        b.prepare([a](Editor& editor) { return deleteElements(editor, {a}); });
        if (b.isEditing())
            QTest::keyClick(b.line(), Qt::Key_Return);
        QCOMPARE(b.design().blocks.size(), 0);
        QVERIFY(!b.isEditing());
    }

    // Sizes

    void titlesMakeTheirBlockGrow() {
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        const ElementId c = b.block("cache", 600, 200);
        const ElementId ac = b.connection(a, c);
        const auto rename = [&](const QString& title) {
            return b.board->edit({"change-title", {}}, [&](Editor& editor) {
                return renameElement(editor, a, title, measureLabel, QString());
            });
        };
        // Two lines fit into the usual size.
        QVERIFY(rename(QStringLiteral("Retraining trigger of ads")));
        QCOMPARE(b.rectOf(a), box(200, 200, 176, 64));
        const QString sixty = QStringLiteral("Gradient boosted trees for ranking of the home page videos!!");
        QCOMPARE(sixty.size(), 60);
        QVERIFY(rename(sixty));
        const Rect grown = b.rectOf(a);
        QVERIFY(grown.w > 176 * kUnitsPerPoint && grown.w < 320 * kUnitsPerPoint);
        QCOMPARE(grown.h, 64 * kUnitsPerPoint);
        QCOMPARE(b.design().routeOf(*b.design().connections.find(ac)).first().x, grown.right());
        // A technology makes room for itself below two lines, beside chips, too.
        QVERIFY(b.board->edit({"change-technology", {}}, [a](Editor& editor) -> Result<void> {
            Block row = *editor.design().blocks.find(a);
            row.technology = QStringLiteral("XGBoost");
            editor.put(row);
            return {};
        }));
        const Block& block = *b.design().blocks.find(a);
        QCOMPARE(block.rect.h, fittingBlockSize(b.design(), block).h);
        b.board->undo();
        b.board->undo();
        QCOMPARE(b.rectOf(a), box(200, 200, 176, 64));
        // A size chosen by hand stays while the title is the same.
        b.prepare([a](Editor& editor) { return resizeElement(editor, a, box(200, 200, 96, 64)); });
        QVERIFY(b.board->edit({"change-description", {}}, [a](Editor& editor) -> Result<void> {
            Block row = *editor.design().blocks.find(a);
            row.description = QStringLiteral("words");
            editor.put(row);
            return {};
        }));
        QCOMPARE(b.rectOf(a), box(200, 200, 96, 64));
    }

    /// The frames that held a block hold it still, each with the distance it had; undo takes all of it back.
    void framesGrowWithWhatTheyHold() {
        ShownBoard b;
        const auto frame = [&](const Rect& rect) {
            ElementId id;
            b.prepare([&](Editor& editor) -> Result<void> {
                id = *addFrame(editor, rect, QStringLiteral("Frame"));
                return {};
            });
            return id;
        };
        const ElementId outer = frame(box(100, 100, 320, 300));
        const ElementId inner = frame(box(180, 150, 216, 200));
        const ElementId a = b.block("ranking", 200, 220); // 20 to the inner border, that 24 to the outer
        const ElementId aside = frame(box(100, 500, 400, 200));
        QCOMPARE(b.design().elements.find(a)->parent, inner);
        QCOMPARE(b.design().elements.find(inner)->parent, outer);
        const Design before = b.design();
        const int entries = b.entries();
        b.board->setSelection({a});
        b.key(Qt::Key_F2);
        QTest::keyClicks(b.line(),
                         QStringLiteral("Gradient boosted trees for ranking of the home page videos!!"));
        QTest::keyClick(b.line(), Qt::Key_Return);
        const Rect grown = b.rectOf(a);
        QVERIFY(grown.w > 216 * kUnitsPerPoint);
        QCOMPARE(b.rectOf(inner),
                 (Rect{units(180), units(150), grown.right() + units(20) - units(180), units(200)}));
        QCOMPARE(b.rectOf(outer).right(), b.rectOf(inner).right() + units(20));
        QCOMPARE(b.rectOf(outer).bottom(), units(400));
        QCOMPARE(b.rectOf(aside), box(100, 500, 400, 200));
        QCOMPARE(b.entries(), entries + 1);
        b.board->undo();
        QVERIFY(b.design() == before);
    }

    void aBlockGrowsWithTheKeyThatNeedsIt() {
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        const int entries = b.entries();
        b.board->setSelection({a});
        b.key(Qt::Key_F2);
        QTest::keyClicks(b.line(), QStringLiteral("Kafka clicks with a very long title that should wrap"));
        QVERIFY(b.rectOf(a).w > 176 * kUnitsPerPoint);
        const QRectF block = b.view().transform().toView(b.rectOf(a));
        QVERIFY(QRectF(b.line()->geometry()).intersected(block) == QRectF(b.line()->geometry()));
        QTest::keyClick(b.line(), Qt::Key_Return);
        QCOMPARE(b.entries(), entries + 1);
    }

    void aStickyGrowsWithItsText() {
        ShownBoard b;
        ElementId card;
        b.prepare([&](Editor& editor) -> Result<void> {
            card = *addCard(editor, CardKind::Text, box(200, 200, 240, 120), {});
            return {};
        });
        const Design before = b.design();
        const int entries = b.entries();
        b.board->setSelection({card});
        b.key(Qt::Key_F2);
        for (int i = 0; i < 9; ++i) {
            QTest::keyClicks(b.text(), QStringLiteral("line"));
            QTest::keyClick(b.text(), Qt::Key_Return);
        }
        QTest::keyClicks(b.text(), QStringLiteral("end"));
        const Rect grown = b.rectOf(card);
        QVERIFY(grown.h > 120 * kUnitsPerPoint);
        QVERIFY(QRectF(b.text()->geometry()).bottom() <= b.view().transform().toView(grown).bottom());
        QTest::keyClick(b.text(), Qt::Key_Escape);
        QCOMPARE(b.rectOf(card).h, fittingCardSize(b.design(), *b.design().cards.find(card)).h);
        QCOMPARE(b.entries(), entries + 1);
        b.board->undo();
        QVERIFY(b.design() == before);
    }

    void theEditorGoesWhenItsElementIsUndone() {
        ShownBoard b;
        b.block("cache", 600, 400);
        const ElementId a = b.block("ranking", 200, 200);
        b.board->setSelection({a});
        b.key(Qt::Key_F2);
        QTest::keyClicks(b.line(), QStringLiteral("some"));
        QVERIFY(b.document->undo());
        if (b.design().blocks.contains(a)) // first what was typed, if it is in the file already
            QVERIFY(b.document->undo());
        QVERIFY(!b.design().blocks.contains(a));
        QVERIFY(!b.isEditing());
        const int entries = b.entries();
        QTest::qWait(InPlaceTyping::kCommitWithin + 100);
        QCOMPARE(b.entries(), entries);
        QCOMPARE(b.messages, QStringList());
    }

    void aLockedFrameDoesNotGrow() {
        ShownBoard b;
        ElementId frame;
        b.prepare([&](Editor& editor) -> Result<void> {
            frame = *addFrame(editor, box(180, 150, 216, 200), QStringLiteral("Frame"));
            return {};
        });
        const ElementId a = b.block("ranking", 200, 220);
        b.prepare([&](Editor& editor) { return setLocked(editor, {frame}, true); });
        QVERIFY(b.board->edit({"change-title", {}}, [&](Editor& editor) {
            return renameElement(editor, a,
                                 QStringLiteral("Gradient boosted trees for ranking of the home page!"),
                                 measureLabel, QString());
        }));
        QVERIFY(b.rectOf(a).w > 176 * kUnitsPerPoint);
        QCOMPARE(b.rectOf(frame), box(180, 150, 216, 200));
    }

    void anAbandonedTitleTakesItsRoomBack() {
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        b.connection(a, b.block("cache", 600, 300));
        const Design before = b.design();
        const int entries = b.entries();
        b.board->setSelection({a});
        b.key(Qt::Key_Return);
        QTest::keyClicks(b.line(), QStringLiteral("A title that is much too long for a block of that width"));
        QTRY_COMPARE_WITH_TIMEOUT(b.entries(), entries + 1, 1000);
        QVERIFY(b.rectOf(a).w > 176 * kUnitsPerPoint);
        QTest::keyClick(b.line(), Qt::Key_Escape);
        QVERIFY(b.design() == before);
        QCOMPARE(b.entries(), entries);
    }

    void chipsMakeTheirBlockGrow() {
        ShownBoard b;
        const ElementId a = b.block("ranking", 200, 200);
        const ElementId c = b.block("cache", 500, 200);
        const ElementId ac = b.connection(a, c);
        const auto addMetric = [&](const QString& name, bool shown) {
            return b.board->edit({"add-metric", {}}, [&](Editor& editor) -> Result<void> {
                Metric metric;
                metric.id = MetricId::random();
                metric.subject = a;
                metric.name = name;
                metric.target = QStringLiteral("0.78");
                metric.shown = shown;
                metric.order = lastOrder(editor.design().metrics);
                editor.put(metric);
                return {};
            });
        };
        QVERIFY(addMetric(QStringLiteral("hidden"), false));
        QCOMPARE(b.rectOf(a), box(200, 200, 176, 64));
        QVERIFY(addMetric(QStringLiteral("AUC"), true));
        const Rect grown = b.rectOf(a);
        QVERIFY(grown.h > 64 * kUnitsPerPoint);
        QCOMPARE(grown.h, fittingBlockSize(b.design(), *b.design().blocks.find(a)).h);
        QCOMPARE(b.rectOf(c), box(500, 200, 176, 64));
        const QList<Point> route = b.design().routeOf(*b.design().connections.find(ac));
        QCOMPARE(route.first().x, grown.right());
        QCOMPARE(b.entries(), 5); // growing is part of the edit
        b.board->undo();
        QCOMPARE(b.rectOf(a), box(200, 200, 176, 64));
        // A block that is large enough stays as it is.
        b.prepare([a](Editor& editor) { return resizeElement(editor, a, box(200, 200, 300, 200)); });
        QVERIFY(addMetric(QStringLiteral("AUC"), true));
        QCOMPARE(b.rectOf(a), box(200, 200, 300, 200));
    }

    void labelsGivenElsewhereAreMeasured() {
        ShownBoard b;
        const ElementId c = b.connection(b.block("model", 100, 200), b.block("model", 500, 200), "a");
        const auto setLabel = [&](const QString& label) {
            return b.board->editContinued({"change-label", {}}, "field",
                                          [&, c](Editor& editor) -> Result<void> {
                                              Connection row = *editor.design().connections.find(c);
                                              row.label = label;
                                              editor.put(row);
                                              return {};
                                          });
        };
        const qsizetype entries = b.entries();
        for (const QString& label : {QStringLiteral("ab"), QStringLiteral("abc and more"), QString()}) {
            QVERIFY(setLabel(label));
            QCOMPARE(b.design().connections.find(c)->labelSize, measureLabel(label));
        }
        b.board->endContinued("field");
        QCOMPARE(b.entries(), entries + 1);
    }
};

QTEST_MAIN(TestBoardEditing)
#include "test_board_editing.moc"
