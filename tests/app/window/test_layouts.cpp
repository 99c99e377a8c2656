#include "app/canvas/board_view.h"
#include "app/panels/controls.h"
#include "app/window/command_palette.h"
#include "app/window/layout_keys.h"
#include "app/window/line_field.h"
#include "app/window/top_bar.h"
#include "tests/app/window/window_fixture.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTextEdit>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// Other keyboards and input methods on the real window.
class TestLayouts : public QObject {
    Q_OBJECT

    /// A key as a layout without Latin letters sends it: Qt::Key and text of its own script, the place by the
    /// scan code.
    static void press(QWidget* widget, const QString& text, quint32 scanCode,
                      Qt::KeyboardModifiers modifiers = {}) {
        const int key = text.front().toUpper().unicode();
        const QString typed = modifiers.testFlag(Qt::ControlModifier) ? QString() : text;
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, modifiers, scanCode, 0, 0, typed);
            QApplication::sendEvent(widget, &event);
        }
    }
    static void compose(QWidget* widget, const QString& preedit, const QString& commit = {}) {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QApplication::sendEvent(widget, &event);
    }
    static LineField* line(MainWindow& window) { return window.topBar()->lineField(); }

private Q_SLOTS:
    void aPlaceIsALetter_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<uint>("place");
        QTest::addColumn<int>("key");
        QTest::newRow("Russian n") << u"т"_s << 57u << int(Qt::Key_N);
        QTest::newRow("Russian [") << u"х"_s << 34u << int(Qt::Key_BracketLeft);
        QTest::newRow("Russian /") << u"."_s << 61u << int(Qt::Key_Slash);
        QTest::newRow("Greek k") << u"κ"_s << 45u << int(Qt::Key_K);
        QTest::newRow("Hebrew h") << u"י"_s << 43u << int(Qt::Key_H);
        QTest::newRow("kana v") << u"ヒ"_s << 55u << int(Qt::Key_V);
        QTest::newRow("Chinese /") << u"、"_s << 61u << int(Qt::Key_Slash);
        QTest::newRow("full-width /") << u"／"_s << 0u << int(Qt::Key_Slash);
        QTest::newRow("full-width n") << u"ｎ"_s << 0u << int(Qt::Key_N);
        QTest::newRow("Latin") << u"n"_s << 57u << 0;
        QTest::newRow("Dvorak: another Latin letter there") << u"b"_s << 57u << 0;
        QTest::newRow("German") << u"ü"_s << 34u << 0;
        QTest::newRow("full stop in its place") << u"."_s << 60u << 0;
        QTest::newRow("place not known") << u"т"_s << 0u << 0;
    }
    void aPlaceIsALetter() {
        QFETCH(QString, text);
        QFETCH(uint, place);
        const QKeyEvent event(QEvent::KeyPress, text.front().toUpper().unicode(), Qt::NoModifier, place, 0, 0,
                              text);
        QTEST(latinKeyOf(event), "key");
    }

    void lettersChooseToolsByTheirPlace() {
        WindowFixture f;
        MainWindow* window = f.board();
        QWidget* board = window->board()->view();
        const struct {
            const char16_t* letter;
            quint32 place;
            ToolId tool;
        } keys[] = {{u"т", 57, ToolId::Note},
                    {u"р", 43, ToolId::Hand},
                    {u"с", 54, ToolId::Connect},
                    {u"а", 41, ToolId::Frame},
                    {u"м", 55, ToolId::Select}};
        for (const auto& key : keys) {
            press(board, QString::fromUtf16(key.letter), key.place);
            QCOMPARE(int(window->board()->tool()), int(key.tool));
        }
    }

    /// Letters and Delete are the menu's while one is open, not the tools' and the board's below it.
    void anOpenMenuHasTheLetters() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->board()->addKind(u"model"_s);
        window->board()->endEditing();
        QMenu menu(window);
        int chosen = 0;
        connect(menu.addAction(u"&Pause"_s), &QAction::triggered, this, [&chosen] { ++chosen; });
        menu.addAction(u"&End"_s);
        menu.popup(window->mapToGlobal(QPoint(300, 300)));
        QVERIFY(QTest::qWaitForWindowExposed(&menu));
        QTest::keyClick(&menu, Qt::Key_Delete);
        QCOMPARE(window->document()->design().blocks.size(), 1);
        QTest::keyClick(&menu, Qt::Key_P, Qt::NoModifier);
        QCOMPARE(int(window->board()->tool()), int(ToolId::Select));
        QCOMPARE(chosen, 1);
        QVERIFY(!menu.isVisible());
    }

    /// Qt's list of a choice takes Return from the question whether somebody wants the key as a shortcut.
    void anOpenChoiceHasReturn() {
        WindowFixture f;
        MainWindow* window = f.board();
        Choice choice({u"first"_s, u"second"_s, u"third"_s}, window);
        choice.move(300, 300);
        choice.show();
        choice.showPopup();
        QVERIFY(QTest::qWaitForWindowExposed(choice.view()->window()));
        QTest::keyClick(choice.view(), Qt::Key_Down);
        QTest::keyClick(choice.view(), Qt::Key_Return);
        QCOMPARE(choice.currentText(), u"second"_s);
        QVERIFY(!choice.view()->window()->isVisible());
    }

    void signsAndCommandsGoByTheirPlace() {
        WindowFixture f;
        MainWindow* window = f.board();
        QWidget* board = window->board()->view();
        press(board, u"."_s, 61); // the slash of a Russian keyboard
        QVERIFY(line(*window)->hasFocus());
        board->setFocus();
        press(board, u"л"_s, 45, Qt::ControlModifier);
        QVERIFY(window->commandPalette() && window->commandPalette()->isVisible());
        QTest::keyClick(window->commandPalette()->field(), Qt::Key_Escape);
        press(board, u","_s, 61, Qt::ShiftModifier);
        QVERIFY(window->findChild<QDialog*>()); // the sheet of keys
        delete window->findChild<QDialog*>();
        board->setFocus();
        window->board()->sketch(u"kafka"_s);
        press(board, u"я"_s, 52, Qt::ControlModifier);
        QCOMPARE(window->document()->design().blocks.size(), 0);
        press(board, u"Я"_s, 52, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(window->document()->design().blocks.size(), 1);
        press(board, u"ф"_s, 38, Qt::ControlModifier);
        QCOMPARE(window->board()->selection().size(), 1);
        press(board, u"／"_s, 61); // with full-width signs switched on
        QVERIFY(line(*window)->hasFocus());
    }

    void lettersInAFieldAreText() {
        WindowFixture f;
        MainWindow* window = f.board();
        line(*window)->setFocus();
        press(line(*window), u"т"_s, 57);
        press(line(*window), u"."_s, 61);
        press(line(*window), u"／"_s, 61);
        QCOMPARE(line(*window)->text(), u"т.／"_s);
        QCOMPARE(int(window->board()->tool()), int(ToolId::Select));
        // Commands of the field's own stay its own, and those of the window work in it.
        press(line(*window), u"ф"_s, 38, Qt::ControlModifier);
        QCOMPARE(line(*window)->selectedText(), u"т.／"_s);
        press(line(*window), u"л"_s, 45, Qt::ControlModifier);
        QVERIFY(window->commandPalette()->isVisible());
        press(window->commandPalette()->field(), u"т"_s, 57);
        QCOMPARE(window->commandPalette()->field()->text(), u"т"_s);
    }

    void lettersInATitleAreText() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->board()->sketch(u"kafka"_s);
        window->board()->startRename();
        QWidget* field = window->board()->view()->editor().field();
        QVERIFY(field && field->hasFocus());
        press(field, u"т"_s, 57);
        press(field, u"."_s, 61);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(window->document()->design().blocks.begin()->title, u"т."_s);
        QCOMPARE(int(window->board()->tool()), int(ToolId::Select));
    }

    /// Every operator without a Latin letter or sign; and with the full-width ones of a Chinese keyboard.
    void linesAreTypedInOtherSigns_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("Russian") << u"клиент -) шлюз -) ранкер"_s;
        QTest::newRow("Chinese") << u"客户端＞网关＞排序"_s;
    }
    void linesAreTypedInOtherSigns() {
        QFETCH(QString, text);
        WindowFixture f;
        MainWindow* window = f.board();
        line(*window)->setFocus();
        for (const QChar c : text)
            press(line(*window), c, 0);
        QTest::keyClick(line(*window), Qt::Key_Return);
        QCOMPARE(window->document()->design().blocks.size(), 3);
        QCOMPARE(window->document()->design().connections.size(), 2);
    }

    /// A word that an input method is composing is shown and is not in the line yet.
    void aComposedWordInTheLine() {
        WindowFixture f;
        MainWindow* window = f.board();
        LineField* field = line(*window);
        field->setFocus();
        QTest::keyClicks(field, u"kafka > "_s);
        compose(field, u"pai xu > ("_s); // would be a fault if it were text
        QCOMPARE(field->text(), u"kafka > "_s);
        QCOMPARE(field->inputMethodQuery(Qt::ImSurroundingText).toString(), u"kafka > "_s);
        QCOMPARE(window->board()->view()->preview().ghosts.size(), 1);
        QVERIFY2(!field->hint().startsWith(u"Column"_s), qPrintable(field->hint()));
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Tab, Qt::Key_Escape, Qt::Key_Down}) {
            QTest::keyClick(field, key);
            QCOMPARE(window->document()->design().blocks.size(), 0);
            QCOMPARE(field->text(), u"kafka > "_s);
            QVERIFY(field->hasFocus());
        }
        compose(field, {}, u"排序"_s);
        QCOMPARE(field->text(), u"kafka > 排序"_s);
        QCOMPARE(window->board()->view()->preview().ghosts.size(), 2);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(window->document()->design().blocks.size(), 2);
        QCOMPARE(window->document()->design().connections.size(), 1);
    }

    void aComposedWordInATitle() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->board()->sketch(u"kafka"_s);
        window->board()->startRename();
        QTextEdit* field = window->board()->view()->editor().field();
        QVERIFY(field);
        const int height = field->height();
        compose(field, u"yong hu shi jian de hen chang hen chang de ri zhi liu"_s);
        QVERIFY(field->height() > height); // all of it is seen
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape, Qt::Key_Tab}) {
            QTest::keyClick(field, key);
            QVERIFY(window->board()->view()->editor().isOpen());
        }
        compose(field, {}, u"用户事件"_s);
        QCOMPARE(field->toPlainText(), u"用户事件"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!window->board()->view()->editor().isOpen());
        QCOMPARE(window->document()->design().blocks.begin()->title, u"用户事件"_s);
    }

    void aComposedWordInTheCommands() {
        WindowFixture f;
        MainWindow* window = f.board();
        QTest::keyClick(window->board()->view(), Qt::Key_K, Qt::ControlModifier);
        QLineEdit* field = window->commandPalette()->field();
        QTest::keyClicks(field, u"new board"_s);
        compose(field, u"ka"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(window->commandPalette()->isVisible());
    }
};

QTEST_MAIN(TestLayouts)
#include "test_layouts.moc"
