#include "app/panels/kind_model.h"
#include "app/panels/kind_view.h"
#include "app/panels/palette_panel.h"
#include "app/window/banner.h"
#include "app/window/settings_dialog.h"
#include "tests/app/window/window_fixture.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

void write(const QString& path, const QByteArray& text) {
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

/// JSON and SVG with ' for ", so that they can be read here.
QByteArray quoted(QByteArray text) {
    return text.replace('\'', '"');
}

QLineEdit* folderField(const MainWindow& window) {
    window.actions()[ActionId::Settings]->trigger();
    const auto* dialog = window.findChild<SettingsDialog*>();
    const QList<QLineEdit*> fields = dialog->findChildren<QLineEdit*>();
    for (QLineEdit* field : fields) {
        if (field->accessibleName() == "Folder with your own templates"_L1)
            return field;
    }
    qFatal("there is no such field");
}

void choose(QLineEdit* field, const QString& folder) {
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, folder);
    QTest::keyClick(field, Qt::Key_Return);
}

/// The titles of a palette's group.
QStringList titlesIn(const MainWindow& window, const QString& group) {
    const KindModel& kinds = *window.findChild<PalettePanel*>()->view()->kinds();
    QStringList titles;
    for (int i = 0; i < kinds.rowCount(); ++i) {
        const QModelIndex at = kinds.index(i, 0);
        for (int row = 0; at.data(KindModel::GroupRole) == group && row < kinds.rowCount(at); ++row)
            titles += kinds.index(row, 0, at).data().toString();
    }
    return titles;
}

QImage pictureOf(const MainWindow& window) {
    return window.board()->view()->viewport()->grab().toImage();
}

} // namespace

class TestOwnKinds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChosenFolderTakesEffectAtOnce() {
        WindowFixture f;
        const QString folder = f.file(u"own"_s);
        write(
            folder + u"/catalog/robots.json"_s,
            quoted(
                "{'groups': [{'name': 'robots', 'title': 'Robots', 'strong': '#aa0000', 'tint': '#ffdddd',"
                "             'strongDark': '#ff8888', 'tintDark': '#440000'}],"
                " 'kinds': [{'name': 'arm', 'title': 'Arm', 'description': 'Grips.', 'group': 'robots'}]}"));
        write(folder + u"/catalog/icons/arm.svg"_s,
              quoted("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='M4 4 L20 20' "
                     "fill='none'"
                     " stroke='currentColor' stroke-width='1.8'/></svg>"));
        write(folder + u"/catalog/broken.json"_s, "{\"kinds\": [\n{]}");
        MainWindow* window = f.board();
        MainWindow* other = f.shown(f.desk().newBoard());
        // A kind that came with the board from somebody whose folder this is.
        QVERIFY(window->document()->edit({"add-block", {}}, [](Editor& editor) -> Result<void> {
            editor.put(Element{ElementId(1), ElementType::Block, {}, 1, false});
            Block block;
            block.id = ElementId(1);
            block.kind = u"arm"_s;
            block.name = u"arm"_s;
            block.title = u"Arm"_s;
            block.rect = {0, 0, 1120, 480};
            editor.put(block);
            return {};
        }));
        window->actions()[ActionId::FitAll]->trigger();
        const QImage plain = pictureOf(*window);
        const qsizetype kindsBefore = f.catalogue().kinds().size();
        QVERIFY(!f.catalogue().kind(u"arm"_s));

        QLineEdit* field = folderField(*window);
        choose(field, folder);
        QCOMPARE(f.settings().templatesFolder(), folder);
        QVERIFY(f.catalogue().kind(u"arm"_s));
        for (const MainWindow* each : {window, other})
            QCOMPARE(titlesIn(*each, u"robots"_s), QStringList{u"Arm"_s});
        QVERIFY(pictureOf(*window) != plain); // its icon, in its group's colours
        QCOMPARE(f.appearance().theme().groupOf(f.catalogue(), u"arm"_s).strong, QColor(0xaa, 0, 0));
        // The broken file is named with the place; the rest is there.
        const QStringList said = window->banners()->sentences();
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(u"broken.json"_s) && said.first().contains(u'2'),
                 qPrintable(said.first()));
        QCOMPARE(other->banners()->sentences(), QStringList());
        addTitled(*window, u"arm"_s, u"Left"_s);

        choose(field, {});
        QCOMPARE(f.catalogue().kinds().size(), kindsBefore);
        for (const MainWindow* each : {window, other})
            QCOMPARE(titlesIn(*each, u"robots"_s), QStringList());
        QCOMPARE(window->banners()->sentences(), QStringList());
        QCOMPARE(window->document()->design().blocks.size(), 2); // the board keeps what is on it
    }

    /// The search shows kinds, too.
    void theSearchFollows() {
        WindowFixture f;
        const QString folder = f.file(u"own"_s);
        write(folder + u"/robots.json"_s, quoted("{'kinds': [{'name': 'arm', 'title': 'Gripping arm', "
                                                 "'description': 'Grips.', 'group': 'model',"
                                                 "            'icon': 'model'}]}"));
        const MainWindow* window = f.board();
        const PalettePanel& palette = *window->findChild<PalettePanel*>();
        palette.searchField()->setText(u"gripping"_s);
        const KindModel& kinds = *palette.view()->kinds();
        QCOMPARE(kinds.rowCount(), 0);
        choose(folderField(*window), folder);
        QCOMPARE(kinds.rowCount(), 1);
        QCOMPARE(kinds.index(0, 0).data().toString(), u"Gripping arm"_s);
    }
};

QTEST_MAIN(TestOwnKinds)
#include "test_own_kinds.moc"
