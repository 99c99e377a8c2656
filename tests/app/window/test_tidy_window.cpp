#include "app/window/banner.h"
#include "tests/app/window/window_fixture.h"

#include <QFile>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace groundplan;

class TestTidyWindow : public QObject {
    Q_OBJECT

    static ElementId addOne(MainWindow& window) {
        addTitled(window, u"cache"_s, u"One"_s);
        return *window.board()->selection().cbegin();
    }

private Q_SLOTS:
    void cleanup() { qunsetenv("GROUNDPLAN_GRAPHVIZ"); }

    /// A layout that takes long: the banner offers to cancel it, and the window is live meanwhile.
    void banner() {
        WindowFixture fixture;
        MainWindow* window = fixture.board();
        addOne(*window);
        addOne(*window);
        const QString slow = fixture.file(u"slow"_s);
        QFile script(slow);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nexec sleep 60\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("GROUNDPLAN_GRAPHVIZ", slow.toLocal8Bit());
        const Design before = window->document()->design();
        window->actions()[ActionId::TidyAll]->trigger();
        QTRY_COMPARE(window->banners()->sentences().size(), 1);
        QVERIFY(window->banners()->sentences().first().startsWith(u"Arranging"_s));
        window->board()->selectAll();
        QCOMPARE(window->board()->selection().size(), 2);
        QPushButton* cancel = window->banners()->findChild<QPushButton*>();
        QVERIFY(cancel);
        QCOMPARE(cancel->text(), u"Cancel"_s);
        cancel->click();
        QVERIFY(!window->board()->isTidying());
        QCOMPARE(window->banners()->sentences(), QStringList{});
        QCOMPARE(window->document()->design(), before);
    }

    void actions() {
        WindowFixture fixture;
        MainWindow* window = fixture.board();
        Actions& all = window->actions();
        QVERIFY(all[ActionId::TidyAll]->isEnabled());
        const ElementId one = addOne(*window);
        QVERIFY(all[ActionId::TidySelection]->isEnabled());
        all[ActionId::Pin]->trigger();
        QVERIFY(window->document()->design().elements.at(one).pinned);
        QVERIFY(all[ActionId::Pin]->isChecked());
        QCOMPARE(all[ActionId::Undo]->text(), u"&Undo Pin 1 element"_s);
        all[ActionId::Pin]->trigger();
        QVERIFY(!window->document()->design().elements.at(one).pinned);
        window->board()->setSelection({});
        QVERIFY(!all[ActionId::TidySelection]->isEnabled());
        QVERIFY(!all[ActionId::Pin]->isEnabled());
        // No two actions share a key.
        QSet<QKeySequence> keys;
        for (const ActionGroup group : {ActionGroup::File, ActionGroup::Edit, ActionGroup::View,
                                        ActionGroup::Insert, ActionGroup::Help}) {
            for (const QAction* action : all.ofGroup(group)) {
                for (const QKeySequence& key : action->shortcuts()) {
                    QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
                    keys.insert(key);
                }
            }
        }
    }
};

QTEST_MAIN(TestTidyWindow)
#include "test_tidy_window.moc"
