#include "app/window/not_taken_dialog.h"
#include "tests/app/window/window_fixture.h"

#include <QLabel>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestNotTakenDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// That all was made larger is no loss: it is said, and nothing is listed.
    void whatLosesNothingIsSaidApart() {
        WindowFixture f;
        MainWindow* window = f.board();
        Import import;
        NotTaken list;
        list.tell(u"The drawing was enlarged."_s);
        import.say(list);
        window->showNotTaken(u"a.drawio"_s, import);
        QVERIFY(!window->findChild<NotTakenDialog*>());
        list.add(u"A colour was left out."_s);
        import.say(list);
        window->showNotTaken(u"a.drawio"_s, import);
        const auto* dialog = window->findChild<NotTakenDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->text(), u"A colour was left out."_s);
        const QList<QLabel*> labels = dialog->findChildren<QLabel*>();
        QCOMPARE(labels.first()->text(),
                 u"“a.drawio” is on the board. 1 thing in it could not be taken over:"_s);
        QCOMPARE(labels.last()->text(), u"The drawing was enlarged."_s);
    }
};

QTEST_MAIN(TestNotTakenDialog)
#include "test_not_taken_dialog.moc"
