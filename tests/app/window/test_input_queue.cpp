#include "app/window/input_queue.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QMainWindow>
#include <QTest>

using namespace Qt::StringLiterals;
using groundplan::InputQueue;

class TestInputQueue : public QObject {
    Q_OBJECT

    struct Shown {
        QMainWindow window;
        QLineEdit* field = new QLineEdit;
        InputQueue queue;
        Shown() {
            window.setCentralWidget(field);
            window.show();
            if (!QTest::qWaitForWindowActive(&window))
                qFatal("the window does not show");
            field->setFocus();
        }
    };

private Q_SLOTS:
    void inOrderAndNothingTwice() {
        Shown s;
        s.queue.hold(&s.window);
        QTest::keyClicks(s.field, u"ab"_s);
        QCOMPARE(s.field->text(), QString());
        s.queue.release();
        QTest::keyClicks(s.field, u"cd"_s); // behind what waits
        QCOMPARE(s.field->text(), QString());
        QTRY_COMPARE(s.field->text(), u"abcd"_s);
        QTRY_VERIFY(s.queue.isEmpty()); // it is on its way out of handing on
        QTest::keyClicks(s.field, u"e"_s);
        QCOMPARE(s.field->text(), u"abcde"_s);
    }

    /// As the platform sends them: to the window, with the shortcut found on the way.
    void fromThePlatform() {
        Shown s;
        QAction action;
        action.setShortcut(QKeySequence(u"Ctrl+K"_s));
        s.window.addAction(&action);
        QStringList order;
        connect(&action, &QAction::triggered, this, [&] { order += u"action after "_s + s.field->text(); });
        s.queue.hold(&s.window);
        QWindow* window = s.window.windowHandle();
        QTest::keyClick(window, Qt::Key_X);
        QTest::keyClick(window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(window, Qt::Key_Y);
        QTest::mouseClick(window, Qt::LeftButton, {}, s.field->geometry().center());
        QCoreApplication::processEvents();
        QCOMPARE(s.field->text(), QString());
        QCOMPARE(order, QStringList());
        s.queue.release();
        QTRY_COMPARE(s.field->text(), u"xy"_s);
        QCOMPARE(order, QStringList{u"action after x"_s});
        QTRY_VERIFY(s.queue.isEmpty());
    }

    void heldAgainWhileHandingOn() {
        Shown s;
        int held = 0;
        connect(s.field, &QLineEdit::textEdited, this, [&](const QString& text) {
            if (text == u"a"_s) {
                ++held;
                s.queue.hold(&s.window);
            }
        });
        s.queue.hold(&s.window);
        QTest::keyClicks(s.field, u"abc"_s);
        s.queue.release();
        QTRY_COMPARE(held, 1);
        QTest::qWait(20);
        QCOMPARE(s.field->text(), u"a"_s);
        QTest::keyClicks(s.field, u"d"_s);
        s.queue.release();
        QTRY_COMPARE(s.field->text(), u"abcd"_s);
    }

    void otherWindowsGoOn() {
        Shown s;
        QLineEdit other;
        other.show();
        QDialog dialog(&s.window);
        QLineEdit* inside = new QLineEdit(&dialog);
        dialog.show();
        s.queue.hold(&s.window);
        QTest::keyClicks(&other, u"x"_s);
        QTest::keyClicks(inside, u"y"_s);
        QCOMPARE(other.text(), u"x"_s);
        QCOMPARE(inside->text(), u"y"_s);
    }

    void whoIsGoneGetsNothing() {
        Shown s;
        s.queue.hold(&s.window);
        QTest::keyClicks(s.field, u"ab"_s);
        delete s.field;
        s.queue.release();
        QTRY_VERIFY(s.queue.isEmpty());
    }
};

QTEST_MAIN(TestInputQueue)
#include "test_input_queue.moc"
