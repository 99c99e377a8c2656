#include "app/canvas/board_view.h"
#include "app/panels/inspector_panel.h"
#include "app/panels/note_section.h"
#include "app/window/command_palette.h"
#include "app/window/line_field.h"
#include "app/window/top_bar.h"
#include "model/operations/operations.h"
#include "tests/app/window/window_fixture.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// Ctrl+K on the real window with real keys and clicks.
class TestCommandPalette : public QObject {
    Q_OBJECT

    static CommandPalette* open(MainWindow& window, const QString& words = {}) {
        QTest::keyClick(window.focusWidget(), Qt::Key_K, Qt::ControlModifier);
        CommandPalette* palette = window.commandPalette();
        if (palette && !words.isEmpty())
            QTest::keyClicks(palette->field(), words);
        return palette;
    }
    static QString first(const CommandPalette& palette) {
        return palette.found().isEmpty() ? QString() : palette.found().first().text;
    }
    static ElementId sketched(MainWindow& window, const QString& line) {
        window.board()->sketch(line);
        const QSet<ElementId> selected = window.board()->selection();
        return selected.isEmpty() ? ElementId{} : *selected.begin();
    }

private Q_SLOTS:
    void everyActionIsFoundByItsName() {
        WindowFixture f;
        MainWindow* window = f.board();
        CommandPalette* palette = open(*window);
        QVERIFY(palette && palette->isVisible());
        QVERIFY(palette->field()->hasFocus());
        for (int i = 0; i < int(ActionId::Count); ++i) {
            const QAction* action = window->actions()[ActionId(i)];
            QString name = action->property("plainText").toString();
            name.remove(u'&').remove(u'…');
            palette->field()->setText(name);
            const PaletteEntry entry = palette->found().value(0);
            QVERIFY2(entry.action == action, qPrintable(name + u": "_s + entry.text));
            QCOMPARE(entry.keys, action->shortcut().toString(QKeySequence::NativeText));
            QCOMPARE(entry.enabled, action->isEnabled());
            QVERIFY(!entry.section.isEmpty());
            // By the name that the list shows, too ("Lens: Online path").
            palette->field()->setText(entry.text);
            QVERIFY2(palette->found().value(0).action == action, qPrintable(entry.text));
        }
    }

    void actionsAreFoundByTheWordsOfPeople_data() {
        QTest::addColumn<QString>("found"); // the beginning of the first row
        QTest::addColumn<int>("together");  // so many of the first rows are actions
        const auto row = [](const char* words, const char* found, int together = 1) {
            QTest::newRow(words) << QString::fromUtf8(found) << together;
        };
        row("lens", "Lens: ", 12);
        row("next block", "Next block");
        row("stops", "Add as stop", 2);
        row("stop", "Add as stop", 2);
        row("arrange", "Tidy all", 11); // nothing is selected that could be aligned
        row("align", "Align left sides", 6);
        row("distribute", "Distribute horizontally", 2);
        row("direction", "From top to bottom");
        row("left to right", "From top to bottom");
        row("swap", "Swap the ends");
        row("reverse", "Swap the ends");
        row("theme", "Theme of the system", 3);
        row("dark", "Dark theme");
        row("zoom", "Zoom in", 3);
        row("online path", "Lens: Online path");
        row("batch flow", "Lens: Batch flow");
        row("layout", "Tidy all", 3);
        row("tidy", "Tidy all", 2);
        row("export", "Export as PDF", 3);
        row("preferences", "Settings");
        row("delete", "Delete");
        row("search", "Find");
        row("help", "Getting started", 3);
        row("draw", "Pen", 5);
        row("draw.io", "Export for draw.io", 1);
        row("diagrams.net", "Export for draw.io", 1);
        row("box", "Rectangle");
        row("circle", "Ellipse");
        row("picture", "Image");
        row("unlock", "Lock in place");
        row("presentation", "Present");
        row("overview", "Minimap");
        row("undo", "Undo");
        // What would be added wins where it is named.
        row("training", "Training", 0);
        row("batch", "Batch transform", 0);
        row("postgres", "PostgreSQL", 0);
        row("k8s", "Kubernetes", 0);
        row("vector", "Vector index", 0);
        row("embedding", "Embedding", 0);
    }
    void actionsAreFoundByTheWordsOfPeople() {
        QFETCH(QString, found);
        QFETCH(int, together);
        WindowFixture f;
        MainWindow* window = f.board();
        CommandPalette* palette = open(*window);
        palette->field()->setText(QString::fromUtf8(QTest::currentDataTag()));
        const QList<PaletteEntry> rows = palette->found();
        QVERIFY2(rows.value(0).text.startsWith(found), qPrintable(rows.value(0).text));
        QVERIFY(rows.size() >= together);
        for (int i = 0; i < together; ++i)
            QVERIFY2(rows[i].action, qPrintable(rows[i].text));
        if (together == 0)
            QCOMPARE(rows.value(0).sort, PaletteEntry::Sort::Kind);
    }

    /// Beginnings and slips do not put a block on the board where nobody spoke of one.
    void nothingIsAddedByAPartOfASynonym() {
        WindowFixture f;
        MainWindow* window = f.board();
        CommandPalette* palette = open(*window);
        for (const QString& words : {u"grid"_s, u"snap"_s}) {
            palette->field()->setText(words);
            for (const PaletteEntry& entry : palette->found())
                QVERIFY2(entry.sort != PaletteEntry::Sort::Kind, qPrintable(words + u": "_s + entry.text));
        }
    }

    void nothingFoundIsSaid() {
        WindowFixture f;
        MainWindow* window = f.board();
        CommandPalette* palette = open(*window, u"qqzzy"_s);
        QVERIFY(palette->found().isEmpty());
        QVERIFY(palette->nothing()->isVisible());
        QCOMPARE(palette->nothing()->text(), u"Nothing found for “qqzzy”"_s);
        QVERIFY(!palette->hint()->text().contains(u"Enter"_s));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(palette->isVisible());
        QCOMPARE(window->document()->design().blocks.size(), 0);
        palette->field()->setText(u"undo"_s);
        QVERIFY(!palette->nothing()->isVisible());
        QVERIFY(palette->list()->isVisible());
        QVERIFY(palette->hint()->text().contains(u"Enter"_s));
    }

    void theEndsOfAConnectionAreSwapped() {
        WindowFixture f;
        MainWindow* window = f.board();
        sketched(*window, u"kafka > spark"_s);
        const Design& design = window->document()->design();
        const Connection before = *design.connections.begin();
        window->board()->setSelection({before.id});
        CommandPalette* palette = open(*window, u"swap"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        const Connection after = *design.connections.find(before.id);
        QCOMPARE(after.source, before.target);
        QCOMPARE(after.target, before.source);
    }

    /// What the mouse does by dragging an end of a connection to another block.
    void anEndIsAttachedElsewhere() {
        WindowFixture f;
        MainWindow* window = f.board();
        const ElementId feast = sketched(*window, u"feast"_s);
        sketched(*window, u"client > gateway"_s);
        const Design& design = window->document()->design();
        const Connection line = *design.connections.begin();
        const auto attach = [&](const QString& action, const QString& asked, const QString& to) {
            window->board()->setSelection({line.id});
            window->board()->view()->setFocus();
            QTest::keyClick(open(*window, action)->field(), Qt::Key_Return);
            CommandPalette* palette = window->commandPalette();
            QVERIFY(palette->isVisible());
            QCOMPARE(palette->field()->placeholderText(), asked);
            QTest::keyClicks(palette->field(), to);
            QTest::keyClick(palette->field(), Qt::Key_Return);
            QVERIFY(!palette->isVisible());
        };
        attach(u"attach the start elsewhere"_s, u"Where “User client to API gateway” begins"_s, u"feast"_s);
        QCOMPARE(design.connections.at(line.id).source, feast);
        QCOMPARE(design.connections.at(line.id).target, line.target);
        QVERIFY(window->board()->view()->hasFocus());
        attach(u"attach the end elsewhere"_s, u"Where “Feature store to API gateway” leads"_s, u"client"_s);
        QCOMPARE(design.connections.at(line.id).source, feast);
        QCOMPARE(design.connections.at(line.id).target, line.source);
        window->board()->undo();
        window->board()->undo();
        QCOMPARE(design.connections.at(line.id).source, line.source);
    }

    void flowAndDirectionOfConnections() {
        WindowFixture f;
        MainWindow* window = f.board();
        sketched(*window, u"kafka > spark > s3"_s);
        const Design& design = window->document()->design();
        QSet<ElementId> ids;
        for (const Connection& connection : design.connections)
            ids.insert(connection.id);
        QCOMPARE(ids.size(), 2);
        window->board()->setSelection(ids);
        const qsizetype entries = window->document()->history().size();
        for (const QString& words : {u"flow model artifact"_s, u"direction both"_s})
            QTest::keyClick(open(*window, words)->field(), Qt::Key_Return);
        QCOMPARE(window->document()->history().size(), entries + 2);
        for (const Connection& connection : design.connections) {
            QCOMPARE(connection.flow, Flow::ModelArtifact);
            QCOMPARE(connection.direction, Direction::Both);
        }
        const Actions& actions = window->actions();
        QVERIFY(actions[ActionId::FlowModelArtifact]->isChecked());
        QVERIFY(!actions[ActionId::FlowRequest]->isChecked());
        QVERIFY(actions[ActionId::DirectionBoth]->isChecked());
        window->board()->setSelection({});
        QVERIFY(!actions[ActionId::FlowRequest]->isEnabled());
    }

    void wordsAreFuzzy_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("found");
        QTest::newRow("beginning") << u"fit a"_s << u"Fit all"_s;
        QTest::newRow("word beginnings") << u"exp pdf"_s << u"Export as PDF"_s;
        QTest::newRow("any order") << u"pdf export"_s << u"Export as PDF"_s;
        QTest::newRow("one letter wrong") << u"minimqp"_s << u"Minimap"_s;
        QTest::newRow("letters in order") << u"presnt"_s << u"Present"_s;
        QTest::newRow("a kind") << u"feature st"_s << u"Feature store"_s;
        QTest::newRow("a synonym") << u"bucket"_s << u"Object storage"_s;
        QTest::newRow("a product") << u"kafk"_s << u"Kafka"_s;
    }
    void wordsAreFuzzy() {
        QFETCH(QString, words);
        WindowFixture f;
        MainWindow* window = f.board();
        CommandPalette* palette = open(*window, words);
        QVERIFY(palette);
        QTEST(first(*palette), "found");
    }

    void enterRunsTheAction() {
        WindowFixture f;
        MainWindow* window = f.board();
        sketched(*window, u"kafka > spark"_s);
        CommandPalette* palette = open(*window, u"select all"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(palette->isHidden());
        QVERIFY(window->board()->view()->hasFocus());
        QCOMPARE(window->board()->selection().size(), 3);
        // An action that takes the keyboard elsewhere keeps it.
        open(*window, u"sketch in words"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(window->topBar()->lineField()->hasFocus());
    }

    void whatIsNotPossibleIsFoundButDoesNothing() {
        WindowFixture f;
        MainWindow* window = f.board();
        CommandPalette* palette = open(*window, u"ungroup"_s);
        QCOMPARE(first(*palette), u"Ungroup"_s);
        QVERIFY(!palette->found().first().enabled);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(palette->isVisible());
        for (int row = 1; row < palette->found().size(); ++row) { // the arrow keys go on past it
            QTest::keyClick(palette->field(), Qt::Key_Down);
            QCOMPARE(palette->list()->currentIndex().row(), row);
        }
    }

    void enterJumpsToABlock() {
        WindowFixture f;
        MainWindow* window = f.board();
        const ElementId ranker = sketched(*window, u"ranker (XGBoost)"_s);
        window->board()->setSelection({});
        window->board()->view()->scrollBy({5000, 0});
        for (const QString& words : {u"rank"_s, u"xgboost"_s}) {
            window->board()->setSelection({});
            CommandPalette* palette = open(*window, words);
            QVERIFY2(palette->found().first().element == ranker,
                     qPrintable(words + u": "_s + first(*palette)));
            QTest::keyClick(palette->field(), Qt::Key_Return);
            QCOMPARE(window->board()->selection(), QSet<ElementId>{ranker});
            QVERIFY(window->board()->view()->isAllVisible());
            QVERIFY(window->board()->view()->hasFocus());
        }
    }

    void enterAddsAKindAndAProduct() {
        WindowFixture f;
        MainWindow* window = f.board();
        CommandPalette* palette = open(*window, u"vector ind"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        const Design& design = window->document()->design();
        QCOMPARE(design.blocks.size(), 1);
        QCOMPARE(design.blocks.begin()->kind, u"vector-index"_s);
        QCOMPARE(design.blocks.begin()->technology, QString());
        window->board()->endEditing();
        open(*window, u"kafka"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(design.blocks.size(), 2);
        const auto kafka = std::find_if(design.blocks.begin(), design.blocks.end(),
                                        [](const Block& block) { return block.kind == u"event-stream"_s; });
        QVERIFY(kafka != design.blocks.end());
        QCOMPARE((*kafka).technology, u"Kafka"_s);
        // Not one over the other.
        const Rect other =
            design.blocks.find((*design.blocks.begin()).id == (*kafka).id ? (*kafka).id : (*kafka).id)->rect;
        for (const Block& block : design.blocks)
            QVERIFY(block.id == (*kafka).id || !block.rect.intersects(other));
    }

    /// With the pointer over the board a kind comes there, beside what lies there already.
    void aKindComesWhereThePointerIs() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardView* view = window->board()->view();
        const QPoint at(180, 140);
        const Point pointed = view->transform().toBoard(QPointF(at));
        QTest::mouseMove(view->viewport(), at);
        QTRY_VERIFY(window->board()->pointerOnBoard());
        const Design& design = window->document()->design();
        CommandPalette* palette = open(*window, u"kafka"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(design.blocks.size(), 1);
        const Rect first = design.blocks.begin()->rect;
        QVERIFY(first.contains(pointed));
        window->board()->endEditing();
        window->board()->addNear(u"cache"_s, {}, pointed);
        for (const Block& block : design.blocks) {
            if (block.kind == u"cache"_s)
                QVERIFY(!block.rect.intersects(first) && block.rect.grown(units(220)).contains(pointed));
        }
    }

    void enterOpensANoteADecisionAndAMetric() {
        WindowFixture f;
        MainWindow* window = f.board();
        const ElementId ranker = sketched(*window, u"ranker"_s);
        window->board()->sketch(u"p99 <= 60 ms; ? who owns the labels; ?? which model | trees | network"_s);
        const struct {
            QString words;
            PaletteEntry::Sort sort;
            QString section;
        } cases[] = {{u"owns labels"_s, PaletteEntry::Sort::Note, u"Question"_s},
                     {u"which mod"_s, PaletteEntry::Sort::Decision, u"Decision"_s},
                     {u"p99"_s, PaletteEntry::Sort::Metric, u"Metric"_s}};
        for (const auto& one : cases) {
            window->board()->setSelection({});
            window->panelBoard()->focusBoard();
            CommandPalette* palette = open(*window, one.words);
            const PaletteEntry entry = palette->found().value(0);
            QVERIFY2(entry.sort == one.sort, qPrintable(one.words + u": "_s + entry.text));
            QCOMPARE(entry.section, one.section);
            QCOMPARE(entry.element, ranker);
            QTest::keyClick(palette->field(), Qt::Key_Return);
            QCOMPARE(window->board()->selection(), QSet<ElementId>{ranker});
            QVERIFY(window->inspector()->isAncestorOf(window->focusWidget()));
        }
    }

    void enterOpensARequirement() {
        WindowFixture f;
        MainWindow* window = f.board();
        QVERIFY(window->board()
                    ->edit({"add-requirement", {}},
                           [](Editor& editor) -> Result<void> {
                               Requirement row;
                               row.id = RequirementId(7);
                               row.question = u"How fresh must features be?"_s;
                               row.answer = u"within a minute"_s;
                               editor.put(row);
                               return {};
                           })
                    .has_value());
        for (const QString& words : {u"how fresh"_s, u"a minute"_s}) {
            window->panelBoard()->focusBoard();
            CommandPalette* palette = open(*window, words);
            const PaletteEntry entry = palette->found().value(0);
            QCOMPARE(entry.sort, PaletteEntry::Sort::Requirement);
            QCOMPARE(entry.section, u"Requirement"_s);
            QCOMPARE(entry.detail, u"within a minute"_s);
            QTest::keyClick(palette->field(), Qt::Key_Return);
            QVERIFY(window->inspector()->isAncestorOf(window->focusWidget()));
        }
    }

    void escAndAClickBesideGiveTheKeyboardBack() {
        WindowFixture f;
        MainWindow* window = f.board();
        QWidget* line = window->topBar()->lineField();
        line->setFocus();
        CommandPalette* palette = open(*window, u"kaf"_s);
        QTest::keyClick(palette->field(), Qt::Key_Escape);
        QVERIFY(palette->isHidden());
        QVERIFY(line->hasFocus());
        window->board()->view()->setFocus();
        open(*window);
        QCOMPARE(palette->field()->text(), QString());
        QTest::mouseClick(palette, Qt::LeftButton, {}, {10, palette->height() - 10});
        QVERIFY(palette->isHidden());
        QVERIFY(window->board()->view()->hasFocus());
        open(*window);
        QTest::keyClick(palette->field(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette->isHidden());
        QCOMPARE(window->document()->design().blocks.size(), 0);
    }

    void arrowsChooseAndAClickTakes() {
        WindowFixture f;
        MainWindow* window = f.board();
        CommandPalette* palette = open(*window, u"kafka"_s);
        const QString second = palette->found().at(1).text;
        QTest::keyClick(palette->field(), Qt::Key_Down);
        QCOMPARE(palette->list()->currentIndex().row(), 1);
        QTest::keyClick(palette->field(), Qt::Key_Up);
        QTest::keyClick(palette->field(), Qt::Key_Up);
        QCOMPARE(palette->list()->currentIndex().row(), int(palette->found().size()) - 1);
        QTest::mouseClick(palette->list()->viewport(), Qt::LeftButton, {},
                          palette->list()->visualRect(palette->list()->model()->index(0, 0)).center());
        QVERIFY(palette->isHidden());
        QCOMPARE(window->document()->design().blocks.size(), 1);
    }

    void whileItIsOpenKeysAreItsOwn() {
        WindowFixture f;
        MainWindow* window = f.board();
        sketched(*window, u"kafka"_s);
        CommandPalette* palette = open(*window);
        QTest::keyClicks(palette->field(), u"/?n"_s);
        QCOMPARE(palette->field()->text(), u"/?n"_s);
        QTest::keyClick(palette->field(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(palette->field(), Qt::Key_D, Qt::ControlModifier); // duplicates what is selected
        QTest::keyClick(palette->field(), Qt::Key_Tab);
        QVERIFY(palette->field()->hasFocus());
        QCOMPARE(window->document()->design().blocks.size(), 1);
    }

    /// The card lies inside a small window, and what was typed last time is gone.
    void itFitsASmallWindow() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(window->minimumSize());
        CommandPalette* palette = open(*window);
        QVERIFY(palette->rect().contains(palette->field()->parentWidget()->geometry()));
        QVERIFY(palette->list()->height() >= 2 * 40);
    }

    void whatIsWrittenOnTheBoardIsFound() {
        WindowFixture f;
        Design design;
        const auto element = [&design](qint64 id, ElementType type) {
            Element row;
            row.id = ElementId(id);
            row.type = type;
            design.elements.put(row);
            return row.id;
        };
        Frame frame;
        frame.id = element(1, ElementType::Frame);
        frame.title = u"Offline path"_s;
        design.frames.put(frame);
        Card card;
        card.id = element(2, ElementType::Card);
        card.kind = CardKind::Text;
        card.text = u"ask about\nthe budget"_s;
        design.cards.put(card);
        Shape shape;
        shape.id = element(3, ElementType::Shape);
        shape.text = u"trust boundary"_s;
        design.shapes.put(shape);
        Connection connection;
        connection.id = element(4, ElementType::Connection);
        connection.source = connection.target = frame.id;
        connection.label = u"nightly"_s;
        design.connections.put(connection);
        PaletteEntries entries;
        entries.add(design, f.catalogue());
        const QHash<QString, ElementId> wanted{{u"offl"_s, frame.id},
                                               {u"budget"_s, card.id},
                                               {u"boundary"_s, shape.id},
                                               {u"night"_s, connection.id}};
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
            QCOMPARE(entries.find(it.key(), 1).value(0).element, it.value());
    }

    /// A keystroke on a board of thousands: each finds what it should, and nobody waits for it. (The limit is
    /// wide, since a test machine is seldom idle.)
    void aLargeBoardIsSearchedAtOnce() {
        WindowFixture f;
        const Catalogue& catalogue = f.catalogue();
        Design design;
        for (int i = 1; i <= 10'000; ++i) {
            Element element;
            element.id = ElementId(i);
            element.order = i;
            design.elements.put(element);
            Block block;
            block.id = element.id;
            block.kind = catalogue.kinds().at(i % catalogue.kinds().size()).name;
            block.title = u"Step %1 of the plan"_s.arg(i);
            block.name = u"step_%1"_s.arg(i);
            design.blocks.put(block);
        }
        QElapsedTimer clock;
        clock.start();
        PaletteEntries entries;
        entries.add(design, catalogue);
        entries.add(catalogue, u"en"_s);
        const qint64 opened = clock.restart();
        const QString words = u"step 7777"_s;
        for (qsizetype typed = 1; typed <= words.size(); ++typed)
            QVERIFY(!entries.find(words.left(typed), 100).isEmpty());
        const qint64 keystroke = clock.elapsed() / words.size();
        QCOMPARE(entries.find(words, 1).value(0).element, ElementId(7777));
        QVERIFY2(opened < 1000 && keystroke < 200, qPrintable(u"%1 ms, %2 ms"_s.arg(opened).arg(keystroke)));
    }

    /// The sheet of "?" is made from the same table: every action that has a key stands in it, with its keys.
    void theSheetHasEveryKey() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(window->minimumSize());
        window->actions()[ActionId::Shortcuts]->trigger();
        const auto* sheet = window->findChild<QDialog*>();
        QVERIFY(sheet);
        // In the smallest window, too, all of it lies inside.
        auto* area = sheet->findChild<QScrollArea*>();
        QVERIFY(area->widget()->width() <= area->viewport()->width());
        QVERIFY2(sheet->width() <= window->minimumWidth(), qPrintable(QString::number(sheet->width())));
        QStringList said;
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            said.append(label->text());
        for (const ActionGroup group : {ActionGroup::File, ActionGroup::Edit, ActionGroup::View,
                                        ActionGroup::Insert, ActionGroup::Help}) {
            for (const QAction* action : window->actions().ofGroup(group)) {
                for (const QKeySequence& key : action->shortcuts()) {
                    QString name = action->property("plainText").toString();
                    QVERIFY2(said.contains(name.remove(u'&').remove(u'…')), qPrintable(name));
                    QVERIFY2(said.contains(key.toString(QKeySequence::NativeText)),
                             qPrintable(name + key.toString()));
                }
            }
        }
    }

    void theStartPageHasActionsAlone() {
        WindowFixture f;
        f.desk().showStartPage();
        MainWindow* window = f.shown(f.desk().windows().first());
        window->setFocus();
        CommandPalette* palette = open(*window, u"kafka"_s);
        QVERIFY(palette && palette->isVisible());
        QVERIFY(palette->found().isEmpty());
        QTest::keyClick(palette->field(), Qt::Key_Escape);
        open(*window, u"new board"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(f.desk().windows().first()->document() || f.desk().windows().last()->document());
    }
};

QTEST_MAIN(TestCommandPalette)
#include "test_command_palette.moc"
