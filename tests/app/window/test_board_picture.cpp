#include "tests/app/window/shown_board.h"

#include <QRandomGenerator>

using namespace groundplan;

namespace {

/// One random command of the kind a user gives, by mouse or from a menu.
void randomStep(ShownBoard& b, QRandomGenerator& random) {
    const auto any = [&](int most) { return int(random.bounded(most)); };
    const auto place = [&] { return at(any(1200) - 200, any(900) - 150); };
    QList<ElementId> ids;
    for (const Element* element : b.design().elements.sorted())
        ids.append(element->id);
    const auto one = [&] { return ids.isEmpty() ? ElementId() : ids.at(any(int(ids.size()))); };
    const QStringList kinds{QStringLiteral("cache"), QStringLiteral("ranking"),
                            QStringLiteral("event-stream"), QStringLiteral("feature-store")};
    switch (any(14)) {
    case 0:
    case 1:
        b.board->addKind(kinds.at(any(4)), place());
        b.board->endEditing();
        break;
    case 2:
        b.board->setTool(ToolId::Frame);
        b.drag(place(), place());
        b.board->endEditing();
        b.board->setTool(ToolId::Select);
        break;
    case 3:
        b.board->addCard(any(2) ? CardKind::Legend : CardKind::Text);
        b.board->endEditing();
        break;
    case 4:
        b.board->setSelection({one(), one()});
        b.board->deleteSelection();
        break;
    case 5:
    case 6: {
        const auto rect = b.design().rectOf(one());
        if (rect)
            b.drag(rect->center(), place());
        break;
    }
    case 7: {
        const ElementId source = one();
        const ElementId target = one();
        (void)b.document->edit({"connect", {}}, [&](Editor& editor) -> Result<void> {
            const auto made = connectElements(editor, source, target, Flow(any(7)), Direction(any(3)),
                                              any(2) ? QStringLiteral("label") : QString(), measureLabel);
            return made ? Result<void>() : Failure(made.error());
        });
        break;
    }
    case 8:
        b.board->setSelection({one()});
        b.board->duplicate();
        break;
    case 9:
        b.board->setSelection({one()});
        b.board->reorder(Depth(any(4)));
        break;
    case 10: {
        const ElementId subject = one();
        if (!subject)
            break;
        (void)b.board->edit({"add-metric", {}}, [&](Editor& editor) -> Result<void> {
            if (editor.design().blocks.contains(subject)) {
                Metric metric;
                metric.id = MetricId(1 + qint64(random.generate64() >> 2));
                metric.subject = subject;
                metric.name = QStringLiteral("p99");
                metric.unit = QStringLiteral("ms");
                metric.target = QString::number(any(500));
                metric.shown = true;
                editor.put(metric);
            }
            Note note;
            note.id = NoteId(1 + qint64(random.generate64() >> 2));
            note.subject = subject;
            note.kind = NoteKind(any(4));
            note.text = QStringLiteral("note");
            editor.put(note);
            return {};
        });
        break;
    }
    case 11:
        if (b.document->canUndo())
            b.board->undo();
        break;
    case 12:
        if (b.document->canRedo())
            b.board->redo();
        break;
    default:
        b.view().zoomTo(0.3 + any(150) / 100.0);
        b.view().lookAt({400.0 + any(200), 300.0 + any(200)}, b.view().zoom());
        break;
    }
}

} // namespace

/// The canvas equals a freshly built one, whatever was done to its document.
class TestBoardPicture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    void afterAnySequenceOfEdits_data() {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1u, 20u, 333u, 4711u})
            QTest::addRow("seed %u", seed) << seed;
    }
    void afterAnySequenceOfEdits() {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        ShownBoard b;
        for (int step = 0; step < 160; ++step) {
            randomStep(b, random);
            QVERIFY2(b.view().index() == BoardIndex(b.design()),
                     qPrintable(QStringLiteral("step %1").arg(step)));
            if (step % 20 != 19)
                continue;
            b.board->setSelection({});
            QMainWindow window;
            BoardController fresh(catalogue(), Theme::light(catalogue()), &window);
            window.setCentralWidget(fresh.view());
            window.resize(b.window.size());
            window.show();
            fresh.setDocument(b.document.get());
            fresh.view()->lookAt(b.view().centre(), b.view().zoom());
            // Where the pointer happens to be is no part of it.
            b.view().setPreview({});
            fresh.view()->setPreview({});
            const QImage live = b.viewport()->grab().toImage();
            QCOMPARE(fresh.view()->transform().offset(), b.view().transform().offset());
            const QImage anew = fresh.view()->viewport()->grab().toImage();
            QVERIFY2(live == anew, qPrintable(QStringLiteral("step %1").arg(step)));
            fresh.setDocument(nullptr);
        }
        QVERIFY(b.design().elements.size() > 3);
    }
};

QTEST_MAIN(TestBoardPicture)
#include "test_board_picture.moc"
