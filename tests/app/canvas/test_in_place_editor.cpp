#include "app/canvas/text_places.h"
#include "model/routing/label_place.h"
#include "tests/app/canvas/fake_input.h"
#include "tests/places.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <array>

using namespace groundplan;

namespace {

QLineEdit* lineIn(BoardView& view) {
    return view.findChild<QLineEdit*>(QStringLiteral("in-place-editor"));
}
QPlainTextEdit* textIn(BoardView& view) {
    return view.findChild<QPlainTextEdit*>(QStringLiteral("in-place-editor"));
}

/// Opens the text of an element as the window does.
void edit(ShownCanvas& canvas, int id) {
    const auto text =
        editableTextOf(canvas.design, canvas.view.index(), canvas.view.painter().theme(), ElementId(id));
    QVERIFY(text);
    canvas.view.editText(ElementId(id), text->text, text->place);
}

} // namespace

class TestInPlaceEditor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    void typingReplacesTheTitleAndEnterCommits() {
        ShownCanvas canvas;
        edit(canvas, 10);
        QLineEdit* field = lineIn(canvas.view);
        QVERIFY(field);
        QVERIFY(field->hasFocus());
        QCOMPARE(field->selectedText(), QStringLiteral("Block 10"));
        QTest::keyClicks(field, QStringLiteral("Ab"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(canvas.input.log.filter(QStringLiteral("10")),
                 (QStringList{QStringLiteral("edited 10 A"), QStringLiteral("edited 10 Ab"),
                              QStringLiteral("committed 10 Ab")}));
        QVERIFY(!canvas.view.editor().isOpen());
        QVERIFY(canvas.view.hasFocus());
        // Enter is not a key of the board as well, and the way back of the focus shows no ring.
        QVERIFY(!canvas.input.log.contains(QStringLiteral("key 1000004")));
        QCOMPARE(canvas.painted().pixelColor(300, 0), Theme::light(catalogue()).canvas);
    }

    void tabAndFocusElsewhereCommitEscapeDoesNot_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("end");
        QTest::newRow("Tab") << int(Qt::Key_Tab) << QStringLiteral("committed 10 x");
        QTest::newRow("Backtab") << int(Qt::Key_Backtab) << QStringLiteral("committed 10 x");
        QTest::newRow("Enter") << int(Qt::Key_Enter) << QStringLiteral("committed 10 x");
        QTest::newRow("Esc") << int(Qt::Key_Escape) << QStringLiteral("abandoned 10");
        QTest::newRow("focus") << 0 << QStringLiteral("committed 10 x");
    }
    void tabAndFocusElsewhereCommitEscapeDoesNot() {
        QFETCH(int, key);
        QFETCH(QString, end);
        ShownCanvas canvas;
        edit(canvas, 10);
        QTest::keyClicks(lineIn(canvas.view), QStringLiteral("x"));
        canvas.input.takeLog();
        if (key)
            QTest::keyClick(lineIn(canvas.view), Qt::Key(key));
        else
            canvas.view.setFocus(Qt::MouseFocusReason);
        const QStringList ends = canvas.input.log.filter(QStringLiteral(" 10"));
        QCOMPARE(ends, QStringList{end});
        QVERIFY(!canvas.view.editor().isOpen());
    }

    void openingAnotherCommitsTheFirst() {
        ShownCanvas canvas;
        edit(canvas, 10);
        QTest::keyClicks(lineIn(canvas.view), QStringLiteral("x"));
        edit(canvas, 11);
        QVERIFY(canvas.input.log.contains(QStringLiteral("committed 10 x")));
        QVERIFY(canvas.view.editor().isOpen());
        QTest::keyClick(canvas.view.editor().field(), Qt::Key_Return);
        QVERIFY(canvas.input.log.contains(QStringLiteral("committed 11 Block 11")));
    }

    void inputMethodsWork() {
        ShownCanvas canvas;
        edit(canvas, 10);
        QLineEdit* field = lineIn(canvas.view);
        QInputMethodEvent composing(QStringLiteral("ni"), {});
        QApplication::sendEvent(field, &composing);
        QInputMethodEvent chosen;
        chosen.setCommitString(QStringLiteral("你"));
        QApplication::sendEvent(field, &chosen);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(canvas.input.log.contains(QStringLiteral("committed 10 你")));
    }

    void itLiesOverTheTitleAndFollowsTheView() {
        ShownCanvas canvas;
        edit(canvas, 10);
        const auto lies = [&] {
            const auto text = editableTextOf(canvas.design, canvas.view.index(),
                                             canvas.view.painter().theme(), ElementId(10));
            const QPointF middle = canvas.view.transform().toView(text->place.area.center());
            const QRect field = lineIn(canvas.view)->geometry();
            return std::abs(field.center().y() + 0.5 - middle.y()) <= 1.5 &&
                   field.contains(middle.toPoint()) &&
                   std::abs(field.left() + 2 -
                            canvas.view.transform().toView(text->place.area.topLeft()).x()) <= 1.5;
        };
        QVERIFY(lies());
        canvas.view.scrollBy({-50, 20});
        QVERIFY(lies());
        canvas.view.zoomTo(2.5);
        QVERIFY(lies());
        QCOMPARE(lineIn(canvas.view)->font().pixelSize(),
                 qRound(2.5 * fonts::of(fonts::Role::BlockTitle).pixelSize()));
        canvas.view.zoomTo(0.2);
        QVERIFY(lineIn(canvas.view)->font().pixelSize() >= 9); // one can still read what one types
    }

    void itGrowsWithTheText() {
        ShownCanvas canvas;
        edit(canvas, 10);
        QLineEdit* field = lineIn(canvas.view);
        const int before = field->width();
        QTest::keyClicks(field, QStringLiteral("A title that is much longer than its block is wide"));
        QVERIFY(field->width() > before);
        QVERIFY(field->width() >= field->fontMetrics().horizontalAdvance(field->text()));
    }

    void theBoardScrollsUnderIt() {
        ShownCanvas canvas;
        edit(canvas, 10);
        QLineEdit* field = lineIn(canvas.view);
        const QPoint offset = canvas.view.transform().offset();
        const QPointF where(field->rect().center());
        QWheelEvent event(where, field->mapToGlobal(where), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event); // Qt hands on only those
        qApp->notify(field, &event);
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(0, 60));
        QVERIFY(canvas.view.editor().isOpen());
    }

    void aCardHasManyLines() {
        ShownCanvas canvas;
        Element element;
        element.id = ElementId(500);
        element.type = ElementType::Card;
        canvas.design.elements.put(element);
        Card card;
        card.id = element.id;
        card.text = QStringLiteral("old");
        card.rect = {100 * 8, 260 * 8, 240 * 8, 120 * 8};
        canvas.design.cards.put(card);
        ChangeSet changes;
        changes.elements = changes.added = {card.id};
        canvas.view.takeChanges(changes);
        edit(canvas, 500);
        QPlainTextEdit* field = textIn(canvas.view);
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("a"));
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClicks(field, QStringLiteral("b"));
        const int before = field->height();
        for (int i = 0; i < 12; ++i)
            QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->height() > before);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(canvas.input.log.last() == QStringLiteral("committed 500 a\nb") ||
                canvas.input.log.contains(QStringLiteral("committed 500 a\nb")));
        QVERIFY(!canvas.view.editor().isOpen());
    }

    void whatHasNoTextIsNotEdited() {
        ShownCanvas canvas;
        Card legend;
        legend.id = ElementId(600);
        legend.kind = CardKind::Legend;
        canvas.design.cards.put(legend);
        const Theme theme = Theme::light(catalogue());
        QVERIFY(!editableTextOf(canvas.design, canvas.view.index(), theme, legend.id));
        QVERIFY(!editableTextOf(canvas.design, canvas.view.index(), theme, ElementId(99)));
        const auto label = editableTextOf(canvas.design, canvas.view.index(), theme, ElementId(101));
        QVERIFY(label);
        QCOMPARE(label->text, QString());
        QCOMPARE(label->place.area.center(), QPointF(198, 32)); // the middle of the line
    }

    void theEditorAndTheRingSitOnAPillThatMadeWayForACorner() {
        ShownCanvas canvas;
        Connection connection = *canvas.design.connections.find(ElementId(101));
        connection.route = {{176 * 8, 32 * 8}, {198 * 8, 32 * 8}, {198 * 8, 300 * 8}, {220 * 8, 300 * 8}};
        connection.label = QStringLiteral("a label of some length");
        connection.labelAt = 940; // the middle of the last piece, which is too short for it
        connection.labelSize = {130 * 8, 18 * 8};
        canvas.design.connections.put(connection);
        canvas.view.setDesign(&canvas.design);
        const QRectF pill =
            placeLabel(std::array<QPointF, 4>{QPointF(176, 32), {198, 32}, {198, 300}, {220, 300}},
                       connection.labelAt, {130, 18});
        QVERIFY(pill.center() != QPointF(209, 300));
        const auto text =
            editableTextOf(canvas.design, canvas.view.index(), Theme::light(catalogue()), connection.id);
        QCOMPARE(text->place.area.center(), pill.center());
        canvas.view.setSelection({connection.id});
        const QPoint top =
            canvas.view.transform().toView(QPointF(pill.center().x() + 20, pill.top())).toPoint();
        QVERIFY(canvas.painted().pixelColor(top).red() < 120); // the accent's blue, smoothed
    }
};

QTEST_MAIN(TestInPlaceEditor)
#include "test_in_place_editor.moc"
