#include "app/panels/controls.h"
#include "app/panels/growing_text_edit.h"
#include "app/render/drawing_style.h"
#include "model/design/stroke.h"
#include "tests/app/panels/shown_inspector.h"

using namespace Qt::StringLiterals;
using namespace groundplan;

class TestDrawingPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Notes, decisions and metrics hang on blocks, frames and connections only.
    void nothingHangsOnADrawing() {
        ShownInspector f;
        ElementId figure;
        QVERIFY(f.host.edit({"add-shape", {}}, [&](Editor& editor) -> Result<void> {
            Shape shape;
            shape.rect = {0, 0, 800, 800};
            figure = *addShape(editor, shape);
            return {};
        }));
        f.select({figure});
        for (const char* name : {"metrics", "decisions", "notes", "requirements"})
            QVERIFY2(!f.panel->findChild<QWidget*>(QLatin1String(name))->isVisible(), name);
        f.select({});
        QVERIFY(f.panel->findChild<QWidget*>(u"notes"_s)->isVisible());
    }

    void drawingsHaveAPage() {
        ShownInspector f;
        ElementId pen, marker, figure, text, image;
        QVERIFY(f.host.document().edit({"draw", {}}, [&](Editor& editor) -> Result<void> {
            const QList<PenPoint> points{{{0, 0}, 128}, {{800, 400}, 128}};
            pen = *addStroke(editor, strokeThrough(points, StrokeTool::Pen, {}, kPenWidths[1]));
            marker = *addStroke(editor, strokeThrough(points, StrokeTool::Highlighter, {}, kMarkerWidths[1]));
            Shape shape;
            shape.rect = {0, 0, 800, 400};
            figure = *addShape(editor, shape);
            shape.kind = ShapeKind::Text;
            shape.text = u"Vendor"_s;
            text = *addShape(editor, shape);
            image = *addImage(editor, "bytes", {0, 0, 800, 400}, u"plan"_s);
            return {};
        }));
        const auto choose = [&](const QString& name, int x) {
            auto* control = f.named<SegmentedControl>(name);
            QTest::mouseClick(control, Qt::LeftButton, {}, QPoint(x < 0 ? control->width() + x : x, 10));
        };
        const auto colourNext = [&] {
            auto* colour = f.named<ColourRow>(u"Colour"_s);
            colour->setFocus();
            QTest::keyClick(colour, Qt::Key_Right);
            QTest::keyClick(colour, Qt::Key_Space);
        };
        const qsizetype entries = f.host.historyKeys().size();

        f.select({pen, marker, image});
        QVERIFY(f.named<QWidget>(u"2 drawings · 1 image"_s));
        choose(u"Width"_s, -10);
        QCOMPARE(f.design().strokes.find(pen)->width, kPenWidths[2]);
        QCOMPARE(f.design().strokes.find(marker)->width, kMarkerWidths[2]);
        f.select({pen, figure});
        colourNext();
        QCOMPARE(f.design().strokes.find(pen)->colour, QString::fromLatin1(kInks[1]));
        QCOMPARE(f.design().shapes.find(figure)->colour, QString::fromLatin1(kInks[1]));
        f.select({figure, text});
        for (Switch* each : f.panel->findChildren<Switch*>()) {
            if (each->isVisible() && each->text() == u"Filled"_s)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QVERIFY(f.design().shapes.find(figure)->filled);
        QVERIFY(!f.design().shapes.find(text)->filled);
        f.select({text});
        choose(u"Letters"_s, -10);
        QCOMPARE(f.design().shapes.find(text)->textSize, kTextSizes[3]);
        QCOMPARE(f.host.historyKeys().mid(entries),
                 (QList<QByteArray>{"change-width", "change-colour", "change-filled", "change-text-size"}));
        auto* field = f.named<GrowingTextEdit>(u"Text"_s);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, u"Ours"_s);
        f.elsewhere->setFocus();
        QCOMPARE(f.design().shapes.find(text)->text, u"Ours"_s);
        f.select({image});
        auto* description = f.named<GrowingTextEdit>(u"Description"_s);
        description->setFocus();
        QTest::keyClicks(description, u"the old "_s);
        f.elsewhere->setFocus();
        QVERIFY(f.design().images.find(image)->description.contains(u"the old "_s));
        // A block among them: what all can have.
        const ElementId block = f.host.addBlock(u"model"_s);
        f.select({block, pen});
        colourNext();
        QCOMPARE(f.block(block).colour, f.design().strokes.find(pen)->colour);
        QVERIFY(!f.block(block).colour.isEmpty());
    }
};

QTEST_MAIN(TestDrawingPage)
#include "test_drawing_page.moc"
