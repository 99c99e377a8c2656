#include "app/window/practice.h"
#include "app/window/start_card.h"
#include "app/window/start_page.h"
#include "tests/app/window/window_fixture.h"

#include <algorithm>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// The designs that answer practice cases are found in the window, and never over a board that is there.
class TestReferenceDesigns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReferenceDesignBecomesABoardOfItsOwn() {
        WindowFixture f;
        MainWindow* window = f.shown(f.desk().showStartPage());
        const QList<StartItem> designs = referenceItems(f.desk().services().templates, u"en"_s);
        QVERIFY(designs.size() >= 12);
        for (const StartItem& example : exampleItems(u"en"_s))
            QVERIFY(std::none_of(designs.begin(), designs.end(),
                                 [&](const StartItem& each) { return each.path == example.path; }));
        QVERIFY(std::is_sorted(designs.begin(), designs.end(), [](const StartItem& a, const StartItem& b) {
            return QString::localeAwareCompare(a.title, b.title) < 0;
        }));
        QCOMPARE(designs[0].boardTitle, designs[0].title + u" (reference)"_s);
        const QList<StartCard*> cards = window->startPage()->cards();
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const StartCard* each) {
            return each->item().path == designs[0].path;
        });
        QVERIFY(card != cards.end());
        (*card)->click();
        QVERIFY(window->document()); // the window had none
        QCOMPARE(window->document()->design().board.title, designs[0].boardTitle);
        QVERIFY(window->document()->design().blocks.size() >= 12);
        // Over a board that is there it comes in a window of its own.
        MainWindow* next = f.desk().newFromReference(designs[1].path, designs[1].boardTitle, window);
        QVERIFY(next != window);
        QCOMPARE(window->document()->design().board.title, designs[0].boardTitle);
        QCOMPARE(next->document()->design().board.title, designs[1].boardTitle);
    }

    /// After the session, not while the clock runs.
    void theActionWaitsForTheEndOfTheSession() {
        WindowFixture f;
        MainWindow* window = f.board();
        QAction* action = window->actions()[ActionId::ShowReference];
        QVERIFY(!action->isEnabled());
        QVERIFY(window->practice()->begin({u"churn"_s, u"cheat-sheet"_s, 45}));
        QVERIFY(!action->isEnabled());
        window->actions()[ActionId::SessionEnd]->trigger();
        QVERIFY(action->isEnabled());
        action->trigger();
        QCOMPARE(f.desk().windows().size(), 2);
        QCOMPARE(f.desk().windows().last()->document()->design().board.title,
                 u"Customer churn (reference)"_s);
        QVERIFY(window->document()->design().blocks.isEmpty());
    }
};

QTEST_MAIN(TestReferenceDesigns)
#include "test_reference_designs.moc"
