#include "app/panels/kind_view.h"
#include "app/panels/palette_panel.h"
#include "tests/app/panels/bare_host.h"

#include <QHelpEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTimer>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

struct Fixture {
    BareHost host;
    PalettePanel panel{host};
    KindView* view = panel.view();
    KindModel* model = view->kinds();

    Fixture() {
        panel.resize(216, 640);
        panel.show();
        panel.activateWindow();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("no window");
    }
    QPoint middleOf(const QString& kind) const { return view->visualRect(model->indexOfKind(kind)).center(); }
};

} // namespace

class TestPalette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// After a drag out of the list Qt says once more where the pointer was on its way.
    void aRowIsHoveredOnlyUnderThePointer() {
        Fixture f;
        QPalette colours = f.view->palette();
        colours.setColor(QPalette::Light, Qt::red); // what a hovered row lies on
        f.view->setPalette(colours);
        QWidget* list = f.view->viewport();
        const QPoint row = f.middleOf(u"cache"_s);
        const auto shownWhenToldOf = [&](QPoint pointer) {
            QCursor::setPos(pointer);
            QHoverEvent hover(QEvent::HoverMove, row, list->mapToGlobal(row), row - QPoint(0, 1));
            QCoreApplication::sendEvent(list, &hover);
            return list->grab().toImage();
        };
        const QImage away = shownWhenToldOf(f.panel.mapToGlobal(QPoint(f.panel.width() + 300, 10)));
        const QImage over = shownWhenToldOf(list->mapToGlobal(row));
        QVERIFY(away != over);
        QCoreApplication::sendEvent(list, std::make_unique<QEvent>(QEvent::Leave).get());
        QVERIFY(list->grab().toImage() == away);
    }

    void everyKindStandsInItsGroup() {
        Fixture f;
        QStringList groups;
        QStringList kinds;
        for (int row = 0; row < f.model->rowCount(); ++row) {
            const QModelIndex group = f.model->index(row, 0);
            groups.append(group.data(KindModel::GroupRole).toString());
            for (int i = 0; i < f.model->rowCount(group); ++i) {
                const QModelIndex kind = f.model->index(i, 0, group);
                QCOMPARE(kind.data(KindModel::GroupRole).toString(), groups.last());
                QCOMPARE(kind.parent(), group);
                QVERIFY(!kind.data(Qt::ToolTipRole).toString().isEmpty());
                kinds.append(kind.data(KindModel::KindRole).toString());
            }
        }
        QStringList expectedGroups;
        QStringList expectedKinds;
        for (const KindGroup& group : f.host.catalogue().groups()) {
            expectedGroups.append(group.name);
            for (const Kind& kind : f.host.catalogue().kinds()) {
                if (kind.group == group.name)
                    expectedKinds.append(kind.name);
            }
        }
        QCOMPARE(groups, expectedGroups);
        QCOMPARE(kinds, expectedKinds);
        QVERIFY(kinds.size() >= 50);
    }

    void doubleClickAdds() {
        Fixture f;
        QTest::mouseDClick(f.view->viewport(), Qt::LeftButton, {}, f.middleOf(u"database"_s));
        QCOMPARE(f.host.added, QStringList{u"database"_s});
    }

    void enterAddsTheCurrentOne() {
        Fixture f;
        f.view->setFocus();
        f.view->setCurrentIndex(f.model->indexOfKind(u"cache"_s));
        QTest::keyClick(f.view, Qt::Key_Return);
        QTest::keyClick(f.view, Qt::Key_Down);
        QTest::keyClick(f.view, Qt::Key_Return);
        QCOMPARE(f.host.added, (QStringList{u"cache"_s, u"data-versioning"_s}));
    }

    void searchFindsByTitleAliasAndTechnology_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("title") << u"feature st"_s << u"feature-store"_s;
        QTest::newRow("technology") << u"kafka"_s << u"event-stream"_s;
        QTest::newRow("alias") << u"bucket"_s << u"object-storage"_s;
    }
    void searchFindsByTitleAliasAndTechnology() {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        Fixture f;
        f.panel.focusSearch();
        QTest::keyClicks(f.panel.searchField(), typed);
        QVERIFY(f.model->isSearching());
        QCOMPARE(f.model->firstKind().data(KindModel::KindRole).toString(), first);
        QTest::keyClick(f.panel.searchField(), Qt::Key_Return);
        QCOMPARE(f.host.added, QStringList{first});
    }

    void downInTheSearchFieldChoosesAnother() {
        Fixture f;
        f.panel.focusSearch();
        QTest::keyClicks(f.panel.searchField(), u"data"_s);
        const QString second = f.model->index(1, 0).data(KindModel::KindRole).toString();
        QTest::keyClick(f.panel.searchField(), Qt::Key_Down);
        QVERIFY(f.panel.searchField()->hasFocus());
        QTest::keyClick(f.panel.searchField(), Qt::Key_Return);
        QCOMPARE(f.host.added, QStringList{second});
    }

    void escapeGivesTheListBackAndThenTheKeyboard() {
        Fixture f;
        f.panel.focusSearch();
        QTest::keyClicks(f.panel.searchField(), u"zzz"_s);
        QCOMPARE(f.model->rowCount(), 0);
        QTest::keyClick(f.panel.searchField(), Qt::Key_Escape);
        QCOMPARE(f.panel.searchField()->text(), QString());
        QCOMPARE(f.model->rowCount(), int(f.host.catalogue().groups().size()));
        QCOMPARE(f.host.focusedBoard, 0);
        QTest::keyClick(f.panel.searchField(), Qt::Key_Escape);
        QCOMPARE(f.host.focusedBoard, 1);
    }

    void lettersInTheListGoToTheSearchField() {
        Fixture f;
        f.view->setFocus();
        QTest::keyClick(f.view, Qt::Key_V);
        QVERIFY(f.panel.searchField()->hasFocus());
        QCOMPARE(f.panel.searchField()->text(), u"v"_s);
    }

    void aReadOnlyBoardSaysWhyNothingCanBeTaken() {
        Fixture f;
        const QImage usable = f.view->viewport()->grab().toImage();
        f.host.setReadOnly(true);
        QVERIFY(!f.panel.isEnabled() && !f.view->isEnabled());
        QVERIFY(f.view->viewport()->grab().toImage() != usable);
        const QPoint at = f.middleOf(u"database"_s);
        QHelpEvent help(QEvent::ToolTip, at, f.view->viewport()->mapToGlobal(at));
        QApplication::sendEvent(f.view->viewport(), &help);
        const QString reason = u"This board is read-only; save a copy to change it."_s;
        QCOMPARE(QToolTip::text(), reason);
        QCOMPARE(f.panel.searchField()->toolTip(), reason);
        f.host.setReadOnly(false);
        QVERIFY(f.panel.isEnabled());
        QCOMPARE(f.panel.toolTip(), QString());
        QToolTip::hideText();
    }

    void groupsFoldByClickAndByKey() {
        Fixture f;
        QSignalSpy folds(f.view, &KindView::foldsChanged);
        const QModelIndex sources = f.model->index(0, 0);
        const QString name = sources.data(KindModel::GroupRole).toString();
        QTest::mouseClick(f.view->viewport(), Qt::LeftButton, {}, f.view->visualRect(sources).center());
        QVERIFY(!f.view->isExpanded(sources));
        QCOMPARE(f.view->foldedGroups(), QStringList{name});
        f.view->setFocus();
        f.view->setCurrentIndex(sources);
        QTest::keyClick(f.view, Qt::Key_Right);
        QVERIFY(f.view->isExpanded(sources));
        QTest::keyClick(f.view, Qt::Key_Left);
        QVERIFY(!f.view->isExpanded(sources));
        QCOMPARE(folds.size(), 3);
        // A search and back leaves the folds.
        QTest::keyClicks(f.panel.searchField(), u"x"_s);
        f.panel.searchField()->clear();
        QVERIFY(!f.view->isExpanded(f.model->index(0, 0)));
        QVERIFY(f.view->isExpanded(f.model->index(1, 0)));
    }

    void aDragCarriesTheName() {
        Fixture f;
        const std::unique_ptr<QMimeData> data(f.model->mimeData({f.model->indexOfKind(u"training"_s)}));
        QCOMPARE(data->formats(), QStringList{u"application/x-groundplan-kind"_s});
        QCOMPARE(data->data(u"application/x-groundplan-kind"_s), QByteArray("training"));
        QVERIFY(!f.model->flags(f.model->index(0, 0)).testFlag(Qt::ItemIsDragEnabled)); // a heading
    }

    void readOnlyBoardsGetNothing() {
        Fixture f;
        f.host.setReadOnly(true);
        QVERIFY(!f.panel.isEnabled());
        QTest::mouseDClick(f.view->viewport(), Qt::LeftButton, {}, f.middleOf(u"database"_s));
        QCOMPARE(f.host.added, QStringList());
        QVERIFY(!f.view->dragEnabled());
    }
};

QTEST_MAIN(TestPalette)
#include "test_palette.moc"
