#include "tests/app/window/window_fixture.h"
#include "tests/file_bytes.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace groundplan;

/// A Markdown document is two files, of which the user names one.
class TestMarkdownExport : public QObject {
    Q_OBJECT

    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    /// As a user does: the action, then the name.
    static void exportTo(const MainWindow& window, const QString& path) {
        window.actions()[ActionId::ExportMarkdown]->trigger();
        answerFileDialog(window, path);
    }
    static void press(const QMessageBox& box, const QString& caption) {
        for (QAbstractButton* button : box.buttons()) {
            if (button->text().remove(u'&') == caption)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void aPictureOfSomebodyElseIsReplacedOnlyWhenAsked() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, u"Hot"_s);
        const QByteArray own = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        write(f.file(u"plan.diagram.svg"_s), own);
        for (const QString& answer : {u"Cancel"_s, u"Another name…"_s, u"Replace"_s}) {
            exportTo(*window, f.file(u"plan.md"_s));
            auto* box = window->findChild<QMessageBox*>();
            QVERIFY(box);
            QCOMPARE(box->text(), u"Replace “plan.diagram.svg”, too?"_s);
            QVERIFY(box->informativeText().contains(u"“plan.md”"_s));
            QVERIFY(!QFile::exists(f.file(u"plan.md"_s)));
            press(*box, answer);
            QVERIFY(!window->findChild<QMessageBox*>());
            const bool replaced = answer == "Replace"_L1;
            QCOMPARE(QFile::exists(f.file(u"plan.md"_s)), replaced);
            QCOMPARE(bytesOfFile(f.file(u"plan.diagram.svg"_s)) != own, replaced);
            auto* again = window->findChild<QFileDialog*>();
            QCOMPARE(again != nullptr, answer == u"Another name…"_s);
            if (again)
                again->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QVERIFY(bytesOfFile(f.file(u"plan.md"_s)).contains("(plan.diagram.svg)"));
    }

    void whatAnExportLeftIsReplacedWithoutAsking() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, u"Hot"_s);
        exportTo(*window, f.file(u"plan.md"_s));
        const QByteArray first = bytesOfFile(f.file(u"plan.diagram.svg"_s));
        QVERIFY(!first.isEmpty());
        addTitled(*window, u"model"_s, u"Cold"_s);
        exportTo(*window, f.file(u"plan.md"_s));
        QVERIFY(!window->findChild<QMessageBox*>());
        const QByteArray second = bytesOfFile(f.file(u"plan.diagram.svg"_s));
        QVERIFY(second != first && second.contains("Cold"));
        // Somebody goes on with it in a drawing program.
        write(f.file(u"plan.diagram.svg"_s), QByteArray(second).replace("Cold", "Warm"));
        exportTo(*window, f.file(u"plan.md"_s));
        QVERIFY(window->findChild<QMessageBox*>());
        QVERIFY(bytesOfFile(f.file(u"plan.diagram.svg"_s)).contains("Warm"));
    }
};

QTEST_MAIN(TestMarkdownExport)
#include "test_markdown_export.moc"
