#include "app/window/not_taken_dialog.h"
#include "tests/app/window/window_fixture.h"

#include <QLabel>
#include <QListWidget>
#include <QScrollBar>
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

    /// However many lines they have: a list of few is wholly seen, one of many ends with a whole entry.
    void entriesOfTheListAreSeenWhole() {
        WindowFixture f;
        MainWindow* window = f.board();
        const auto shown = [&](int entries) {
            NotTaken lost;
            for (int i = 0; i < entries; ++i) {
                lost.add(u"Colours of connections were left out, the flow says theirs: %1."_s.arg(
                    NotTaken::called(QString(i % 3 == 0 ? 5 : 40, u'w'))));
            }
            Import import;
            import.say(lost);
            auto* dialog = new NotTakenDialog(u"a.drawio"_s, import, window);
            dialog->showInFront();
            return std::pair<NotTakenDialog*, const QListWidget*>(dialog, dialog->findChild<QListWidget*>());
        };
        for (const int entries : {1, 3, 6, 40}) {
            const auto [dialog, list] = shown(entries);
            int whole = 0;
            int cut = 0;
            for (int row = 0; row < entries; ++row) {
                const QRect place = list->visualItemRect(list->item(row));
                if (list->viewport()->rect().contains(place))
                    ++whole;
                else if (list->viewport()->rect().intersects(place))
                    ++cut;
            }
            QCOMPARE(cut, 0);
            QVERIFY(whole >= std::min(entries, 6));
            QCOMPARE(list->verticalScrollBar()->maximum() == 0, whole == entries);
            delete dialog;
        }
        // What wraps is as far from its neighbours as what does not.
        const auto [dialog, list] = shown(3);
        const int line = list->fontMetrics().height();
        QCOMPARE(list->visualItemRect(list->item(1)).height() - line,
                 list->visualItemRect(list->item(0)).height());
        delete dialog;
    }
};

QTEST_MAIN(TestNotTakenDialog)
#include "test_not_taken_dialog.moc"
