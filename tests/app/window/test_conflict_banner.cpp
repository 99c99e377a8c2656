// A board on which a merge has left marks says so in the window.
#include "app/window/banner.h"
#include "model/versions/becoming.h"
#include "model/versions/merge.h"
#include "tests/app/window/window_fixture.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestConflictBanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What a merge has left is said when the board is opened, shown one by one, and gone with the last.
    void conflictsOfAMergeAreSaid() {
        WindowFixture fixture;
        MainWindow* window = fixture.board();
        addTitled(*window, u"model"_s, u"Ranker"_s);
        const ElementId ranker = *window->board()->selection().constBegin();
        const auto change = [&](const QString& title) {
            Design design = window->document()->design();
            Block row = design.blocks.at(ranker);
            row.title = title;
            design.blocks.put(row);
            return design;
        };
        const auto merged = merge(window->document()->design(), change(u"Ours"_s), change(u"Theirs"_s));
        QVERIFY(merged && merged->conflicts.size() == 1);
        const auto becomeMerged = [&](Editor& editor) -> Result<void> {
            become(editor, merged->design);
            return {};
        };
        QVERIFY(window->document()->edit({"merge", {u"theirs"_s}}, becomeMerged));
        const QString copy = fixture.file(u"copy.gplan"_s);
        QVERIFY(window->document()->saveCopy(copy, true));
        auto opened = Document::open(copy, Document::Use::Window);
        QVERIFY(opened);
        window->setDocument(std::move(*opened));
        QCOMPARE(window->banners()->sentences().size(), 1);
        QVERIFY(window->banners()->sentences().first().startsWith(u"1 merge conflict"_s));
        QVERIFY(window->board()->selection().isEmpty());
        QVERIFY(window->banners()->takeFocus()); // "Show"
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(window->board()->selection(), QSet<ElementId>{ranker});
        QVERIFY(window->document()->edit({"delete", {u"1"_s}}, [&](Editor& editor) -> Result<void> {
            removeNote(editor, editor.design().notes.begin()->id);
            return {};
        }));
        QVERIFY(window->banners()->sentences().isEmpty());
    }
};

} // namespace groundplan

QTEST_MAIN(groundplan::TestConflictBanner)
#include "test_conflict_banner.moc"
