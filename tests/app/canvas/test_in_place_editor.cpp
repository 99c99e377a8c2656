#include "app/canvas/text_places.h"
#include "model/routing/label_place.h"
#include "tests/app/canvas/fake_input.h"
#include "tests/places.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QScrollBar>
#include <QTextEdit>

#include <array>

using namespace groundplan;

namespace {

QTextEdit* fieldIn(BoardView& view) {
    return view.findChild<QTextEdit*>(QStringLiteral("in-place-editor"));
}

/// Puts a card with that text on the board.
void addCard(ShownCanvas& canvas, int id, const QString& text) {
    Element element;
    element.id = ElementId(id);
    element.type = ElementType::Card;
    canvas.design.elements.put(element);
    Card card;
    card.id = element.id;
    card.text = text;
    card.rect = {100 * 8, 260 * 8, 240 * 8, 120 * 8};
    canvas.design.cards.put(card);
    ChangeSet changes;
    changes.elements = changes.added = {card.id};
    canvas.view.takeChanges(changes);
}

/// Where ink of that colour lies in an area of a picture.
QRect inkIn(const QImage& image, const QRect& area, const QColor& paper) {
    QRect ink;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (std::abs(qGray(image.pixel(x, y)) - qGray(paper.rgb())) > 90)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
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
        QTextEdit* field = fieldIn(canvas.view);
        QVERIFY(field);
        QVERIFY(field->hasFocus());
        QCOMPARE(field->textCursor().selectedText(), QStringLiteral("Block 10"));
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
        QTest::keyClicks(fieldIn(canvas.view), QStringLiteral("x"));
        canvas.input.takeLog();
        if (key)
            QTest::keyClick(fieldIn(canvas.view), Qt::Key(key));
        else
            canvas.view.setFocus(Qt::MouseFocusReason);
        const QStringList ends = canvas.input.log.filter(QStringLiteral(" 10"));
        QCOMPARE(ends, QStringList{end});
        QVERIFY(!canvas.view.editor().isOpen());
    }

    void openingAnotherCommitsTheFirst() {
        ShownCanvas canvas;
        edit(canvas, 10);
        QTest::keyClicks(fieldIn(canvas.view), QStringLiteral("x"));
        edit(canvas, 11);
        QVERIFY(canvas.input.log.contains(QStringLiteral("committed 10 x")));
        QVERIFY(canvas.view.editor().isOpen());
        QTest::keyClick(canvas.view.editor().field(), Qt::Key_Return);
        QVERIFY(canvas.input.log.contains(QStringLiteral("committed 11 Block 11")));
    }

    void inputMethodsWork() {
        ShownCanvas canvas;
        edit(canvas, 10);
        QTextEdit* field = fieldIn(canvas.view);
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
            const QRect field = fieldIn(canvas.view)->geometry();
            return std::abs(field.center().y() + 0.5 - middle.y()) <= 1.5 &&
                   field.contains(middle.toPoint()) &&
                   std::abs(field.left() + fieldIn(canvas.view)->document()->documentMargin() -
                            canvas.view.transform().toView(text->place.area.topLeft()).x()) <= 1.5;
        };
        QVERIFY(lies());
        canvas.view.scrollBy({-50, 20});
        QVERIFY(lies());
        canvas.view.zoomTo(2.5);
        QVERIFY(lies());
        QCOMPARE(fieldIn(canvas.view)->font().pixelSize(),
                 qRound(2.5 * fonts::of(fonts::Role::BlockTitle).pixelSize()));
        canvas.view.zoomTo(0.2);
        QVERIFY(QFontInfo(fieldIn(canvas.view)->font()).pixelSize() >= 9); // one can still read it
    }

    void aLongTitleWrapsWithinItsBlock_data() {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {0.8, 1.0, 1.3, 2.0})
            QTest::addRow("%g", zoom) << zoom;
    }
    void aLongTitleWrapsWithinItsBlock() {
        QFETCH(double, zoom);
        ShownCanvas canvas;
        canvas.view.zoomTo(zoom, QPointF(0, 0));
        edit(canvas, 10);
        QTextEdit* field = fieldIn(canvas.view);
        const int before = field->height();
        QTest::keyClicks(field, QStringLiteral("A title that is much longer than its block is wide"));
        QVERIFY(field->height() > before);
        const QRectF block = canvas.view.transform().toView(*canvas.design.rectOf(ElementId(10)));
        QVERIFY(field->x() > block.left() && field->geometry().right() <= block.right());
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier); // a title has one line, however it wraps
        QVERIFY(canvas.input.log.contains(
            QStringLiteral("committed 10 A title that is much longer than its block is wide")));
    }

    void aTitleKeepsOneLine() {
        ShownCanvas canvas;
        edit(canvas, 10);
        QGuiApplication::clipboard()->setText(QStringLiteral("two\nlines"));
        fieldIn(canvas.view)->paste();
        QCOMPARE(fieldIn(canvas.view)->toPlainText(), QStringLiteral("two lines"));
        QInputMethodEvent chosen;
        chosen.setCommitString(QStringLiteral("\nmore"));
        QApplication::sendEvent(fieldIn(canvas.view), &chosen);
        QCOMPARE(fieldIn(canvas.view)->toPlainText(), QStringLiteral("two lines more"));
    }

    void theTextBeneathIsNotPaintedMeanwhile() {
        ShownCanvas canvas;
        Block block = *canvas.design.blocks.find(ElementId(10));
        block.title = QStringLiteral("Some words of a title that takes three lines");
        canvas.design.blocks.put(block);
        canvas.view.setDesign(&canvas.design);
        const Theme& theme = canvas.view.painter().theme();
        const auto text = editableTextOf(canvas.design, canvas.view.index(), theme, ElementId(10));
        const QRect area =
            QRectF(canvas.view.transform().toView(text->place.area.topLeft()), text->place.area.size())
                .toAlignedRect();
        QVERIFY(!inkIn(canvas.painted(), area, theme.card).isEmpty());
        edit(canvas, 10);
        fieldIn(canvas.view)->setCursorWidth(0);
        QTest::keyClicks(fieldIn(canvas.view), QStringLiteral(" "));
        QCOMPARE(inkIn(canvas.painted(), area, theme.card), QRect());
        QTest::keyClick(canvas.view.editor().field(), Qt::Key_Escape);
        QVERIFY(!inkIn(canvas.painted(), area, theme.card).isEmpty());
    }

    void theLinesOfACardLieAsThePainterPutsThem() {
        ShownCanvas canvas;
        addCard(canvas, 500,
                QStringLiteral("a short text that\nshould wrap here and there, if it is long "
                               "enough for that\nand end"));
        const Theme& theme = canvas.view.painter().theme();
        const QRect card =
            canvas.view.transform().toView(*canvas.design.rectOf(ElementId(500))).toAlignedRect();
        const QRect painted =
            inkIn(canvas.view.viewport()->grab().toImage(), card.adjusted(4, 4, -4, -4), theme.sticky);
        edit(canvas, 500);
        QTextEdit* field = fieldIn(canvas.view);
        field->moveCursor(QTextCursor::Start); // nothing is selected
        field->setCursorWidth(0);
        const QRect typed =
            inkIn(canvas.view.viewport()->grab().toImage(), card.adjusted(4, 4, -4, -4), theme.sticky);
        QVERIFY2(std::abs(typed.left() - painted.left()) <= 1 && std::abs(typed.top() - painted.top()) <= 1 &&
                     std::abs(typed.right() - painted.right()) <= 1 &&
                     std::abs(typed.bottom() - painted.bottom()) <= 1,
                 qPrintable(QStringLiteral("%1,%2 %3x%4, painted at %5,%6 %7x%8")
                                .arg(typed.x())
                                .arg(typed.y())
                                .arg(typed.width())
                                .arg(typed.height())
                                .arg(painted.x())
                                .arg(painted.y())
                                .arg(painted.width())
                                .arg(painted.height())));
    }

    void aFullLineDoesNotScrollTheField() {
        ShownCanvas canvas;
        addCard(canvas, 500, {});
        edit(canvas, 500);
        QTextEdit* field = fieldIn(canvas.view);
        for (int i = 0; i < 12; ++i) {
            QTest::keyClicks(field, QStringLiteral("mmmm "));
            QTest::keyClicks(field, QStringLiteral("      "));
            QCOMPARE(field->horizontalScrollBar()->value(), 0);
            QCOMPARE(field->verticalScrollBar()->value(), 0);
        }
    }

    void itGoesWithItsElement() {
        ShownCanvas canvas;
        edit(canvas, 10);
        ChangeSet changes;
        changes.elements = changes.removed = {ElementId(10)};
        canvas.design.elements.remove(ElementId(10));
        canvas.design.blocks.remove(ElementId(10));
        canvas.view.takeChanges(changes);
        QVERIFY(!canvas.view.editor().isOpen());
        QCOMPARE(canvas.input.log.filter(QStringLiteral(" 10")), QStringList{QStringLiteral("abandoned 10")});
    }

    void theBoardScrollsUnderIt() {
        ShownCanvas canvas;
        edit(canvas, 10);
        QTextEdit* field = fieldIn(canvas.view);
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
        addCard(canvas, 500, QStringLiteral("old"));
        edit(canvas, 500);
        QTextEdit* field = fieldIn(canvas.view);
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
