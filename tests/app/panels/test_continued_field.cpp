#include "app/panels/continued_field.h"
#include "app/panels/element_edits.h"
#include "app/panels/fields.h"
#include "app/panels/growing_text_edit.h"
#include "tests/app/panels/bare_host.h"

#include <QAction>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

/// Two fields of a block in a window: the technology in a line, the description in a text.
struct Fixture {
    BareHost host;
    ElementId block = host.addBlock(u"model"_s);
    ElementId other = host.addBlock(u"cache"_s);
    QWidget window;
    BoundField<QLineEdit> line = lineField(host);
    BoundField<GrowingTextEdit> text = textField(host);
    QLineEdit elsewhere;

    Fixture() {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(line.widget);
        column->addWidget(text.widget);
        column->addWidget(&elsewhere);
        bindLine(block);
        bind(text.binding, "change-description", block, &Block::description);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
        line.widget->setFocus();
    }
    ~Fixture() { elsewhere.setParent(nullptr); }

    void bindLine(ElementId id) { bind(line.binding, "change-technology", id, &Block::technology); }
    static void bind(ContinuedField* field, const char* key, ElementId id, QString Block::*text) {
        field->bind(
            EditName{key, {}},
            [id, text](const Design& design) -> std::optional<QString> {
                const Block* row = design.blocks.find(id);
                return row ? std::optional(row->*text) : std::nullopt;
            },
            [id, text](Editor& editor, const QString& typed) {
                return changeRow<Block>(editor, id, [&](Block& row) { row.*text = typed; });
            });
    }
    QString technology(ElementId id) const { return host.design().blocks.find(id)->technology; }
    QString technology() const { return technology(block); }
    /// An edit by somebody else.
    void setTechnology(const QString& value) {
        QVERIFY(host.document().edit({"change-technology", {}}, [&](Editor& editor) {
            return changeRow<Block>(editor, block, [&](Block& row) { row.technology = value; });
        }));
    }
};

} // namespace

class TestContinuedField : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void typingIsInTheDocumentWithinASecond() {
        Fixture f;
        const auto before = f.host.historyKeys();
        QElapsedTimer since;
        since.start();
        QTest::keyClicks(f.line.widget, u"Torch"_s);
        QCOMPARE(f.technology(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(f.technology(), u"Torch"_s, 1000);
        QVERIFY2(since.elapsed() < 1000, qPrintable(QString::number(since.elapsed())));
        QCOMPARE(f.host.historyKeys(), before + QList<QByteArray>{"change-technology"});
    }

    /// The clock starts with the first key that is not written, not with the last.
    void typingWithoutAPauseIsWrittenToo() {
        Fixture f;
        QElapsedTimer since;
        since.start();
        int keys = 0;
        while (f.technology().isEmpty() && since.elapsed() < 2000) {
            QTest::keyClick(f.line.widget, Qt::Key_A);
            ++keys;
            QTest::qWait(40);
        }
        QVERIFY2(since.elapsed() < 1000, qPrintable(QString::number(since.elapsed())));
        QVERIFY(keys > 5);
    }

    void fromFocusToFocusIsOneUndoStep() {
        Fixture f;
        const qsizetype entries = f.host.historyKeys().size();
        QTest::keyClicks(f.line.widget, u"Py"_s);
        QTRY_COMPARE(f.technology(), u"Py"_s);
        QTest::keyClicks(f.line.widget, u"Torch"_s);
        f.elsewhere.setFocus();
        QCOMPARE(f.technology(), u"PyTorch"_s);
        QCOMPARE(f.host.historyKeys().size(), entries + 1);
        f.line.widget->setFocus();
        QTest::keyClicks(f.line.widget, u" 2"_s);
        f.elsewhere.setFocus();
        QCOMPARE(f.technology(), u"PyTorch 2"_s);
        QCOMPARE(f.host.historyKeys().size(), entries + 2);
        QVERIFY(f.host.document().undo());
        QCOMPARE(f.technology(), u"PyTorch"_s);
        QVERIFY(f.host.document().undo());
        QCOMPARE(f.technology(), QString());
    }

    void enterWrites() {
        Fixture f;
        QTest::keyClicks(f.line.widget, u"JAX"_s);
        QTest::keyClick(f.line.widget, Qt::Key_Return);
        QCOMPARE(f.technology(), u"JAX"_s);
    }

    void nothingTypedLeavesNoTrace() {
        Fixture f;
        const qsizetype entries = f.host.historyKeys().size();
        f.text.widget->setFocus();
        f.elsewhere.setFocus();
        f.line.widget->setFocus();
        QTest::keyClicks(f.line.widget, u"x"_s);
        QTest::keyClick(f.line.widget, Qt::Key_Backspace);
        f.elsewhere.setFocus();
        QCOMPARE(f.host.historyKeys().size(), entries);
    }

    void anotherSubjectGetsNothingOfIt() {
        Fixture f;
        QTest::keyClicks(f.line.widget, u"Triton"_s);
        f.bindLine(f.other);
        QCOMPARE(f.technology(f.block), u"Triton"_s);
        QCOMPARE(f.technology(f.other), QString());
        QCOMPARE(f.line.widget->text(), QString());
    }

    void othersEditsShowAndKeepTheCursor() {
        Fixture f;
        f.setTechnology(u"Spark on Kubernetes"_s);
        QCOMPARE(f.line.widget->text(), u"Spark on Kubernetes"_s);
        f.line.widget->setCursorPosition(5); // behind "Spark"
        f.setTechnology(u"Apache Spark on Kubernetes"_s);
        QCOMPARE(f.line.widget->text(), u"Apache Spark on Kubernetes"_s);
        QCOMPARE(f.line.widget->cursorPosition(), 12);
        f.line.widget->setSelection(7, 5); // "Spark"
        f.setTechnology(u"Apache Spark on YARN"_s);
        QCOMPARE(f.line.widget->selectedText(), u"Spark"_s);
    }

    void othersEditsDoNotOverwriteWhatIsBeingTyped() {
        Fixture f;
        QTest::keyClicks(f.line.widget, u"Ray"_s);
        f.setTechnology(u"Dask"_s);
        QCOMPARE(f.line.widget->text(), u"Ray"_s);
        f.elsewhere.setFocus();
        QCOMPARE(f.technology(), u"Ray"_s);
    }

    void anInputMethodIsNotDisturbed() {
        Fixture f;
        QInputMethodEvent composing(u"ka"_s, {});
        QApplication::sendEvent(f.line.widget, &composing);
        f.setTechnology(u"Beam"_s);
        QCOMPARE(f.line.widget->text(), QString()); // what is composed would be lost with the text
        QInputMethodEvent done;
        done.setCommitString(u"カ"_s);
        QApplication::sendEvent(f.line.widget, &done);
        f.elsewhere.setFocus();
        QCOMPARE(f.technology(), u"カ"_s);
    }

    void undoKeysBelongToTheDocument() {
        Fixture f;
        f.setTechnology(u"Flink"_s);
        QAction undo;
        undo.setShortcut(QKeySequence::Undo);
        connect(&undo, &QAction::triggered, &f.host, [&f] { f.host.undo(); });
        f.window.addAction(&undo);
        f.line.widget->setFocus();
        f.line.widget->end(false);
        QTest::keyClicks(f.line.widget, u" SQL"_s);
        QCOMPARE(f.technology(), u"Flink"_s);
        QTest::keyClick(f.line.widget, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.technology(), u"Flink"_s); // what was typed came in, and went
        QCOMPARE(f.line.widget->text(), u"Flink"_s);
        QTest::keyClick(f.line.widget, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.technology(), QString());
        QCOMPARE(f.line.widget->text(), QString());
        // With nothing left for the window to undo, the field has no steps of its own either.
        undo.setEnabled(false);
        QTest::keyClicks(f.line.widget, u"abc"_s);
        QTest::keyClick(f.line.widget, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.line.widget->text(), u"abc"_s);
    }

    void whatCannotBeWrittenStaysInTheField() {
        Fixture f;
        QTest::keyClicks(f.line.widget, u"vLLM"_s);
        f.host.failNext = true;
        QVERIFY(!f.line.binding->commit());
        QCOMPARE(f.line.widget->text(), u"vLLM"_s);
        QVERIFY(f.line.binding->isDirty());
        f.host.failNext = false;
        f.elsewhere.setFocus();
        QCOMPARE(f.technology(), u"vLLM"_s);
    }

    void textsKeepTheirLines() {
        Fixture f;
        f.text.widget->setFocus();
        QTest::keyClicks(f.text.widget, u"first"_s);
        QTest::keyClick(f.text.widget, Qt::Key_Return);
        QTest::keyClicks(f.text.widget, u"second"_s);
        f.elsewhere.setFocus();
        QCOMPARE(f.host.design().blocks.find(f.block)->description, u"first\nsecond"_s);
        QVERIFY(f.host.document().undo());
        QCOMPARE(f.text.widget->toPlainText(), QString());
    }

    void aFieldWhoseSubjectIsGoneIsReadOnly() {
        Fixture f;
        QVERIFY(f.host.document().edit({"delete", {u"1"_s}},
                                       [&](Editor& editor) { return deleteElements(editor, {f.block}); }));
        QVERIFY(f.line.widget->isReadOnly());
        QCOMPARE(f.line.widget->text(), QString());
        QVERIFY(f.host.document().undo());
        QVERIFY(!f.line.widget->isReadOnly());
    }

    void readOnlyDocumentsAreNotTypedInto() {
        Fixture f;
        f.host.setReadOnly(true);
        QVERIFY(f.line.widget->isReadOnly());
        QVERIFY(f.text.widget->isReadOnly());
    }

    void growsWithItsText() {
        Fixture f;
        const int one = f.text.widget->height();
        f.text.widget->setFocus();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(f.text.widget, Qt::Key_Return);
        const int step = QFontMetrics(f.text.widget->font()).lineSpacing();
        QCOMPARE(f.text.widget->height(), one + 4 * step);
    }

    void aTextAsHighAsItsWordsNeverScrolls() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* text = new GrowingTextEdit;
        text->setQuiet();
        column->addWidget(text);
        column->addStretch();
        window.resize(200, 300);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const int oneLine = text->height();
        text->setPlainText(u"learns watch time, likes and reports at once, all of it in one model"_s);
        text->moveCursor(QTextCursor::End);
        text->ensureCursorVisible();
        QTRY_VERIFY(text->height() > oneLine);
        // As happens while the layout is behind.
        text->verticalScrollBar()->setMaximum(1);
        text->verticalScrollBar()->setValue(1);
        QCOMPARE(text->verticalScrollBar()->value(), 0);
    }

    /// Narrower than before it wraps into more lines, and all of them are to be seen.
    void aNarrowerTextIsSeenWhole() {
        GrowingTextEdit text;
        text.setPlainText(
            u"Wrongly blocked less than half a percent of all payments in sixty milliseconds"_s);
        text.resize(600, text.height());
        text.show();
        QVERIFY(QTest::qWaitForWindowExposed(&text));
        const int beside = text.height() - text.viewport()->height();
        const int before = text.height();
        text.resize(160, text.height());
        QVERIFY(text.height() > before);
        QCOMPARE(text.height() - text.viewport()->height(), beside);
    }
};

QTEST_MAIN(TestContinuedField)
#include "test_continued_field.moc"
