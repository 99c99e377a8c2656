#include "app/window/file_dialog.h"
#include "tests/app/window/window_fixture.h"

#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QTreeView>

#include <sys/inotify.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

/// Counts who closes a file, in whatever process.
class CloseWatch {
public:
    explicit CloseWatch(const QString& path)
        : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
        if (inotify_add_watch(descriptor_, QFile::encodeName(path).constData(), IN_CLOSE) < 0)
            qFatal("%s cannot be watched", qPrintable(path));
    }
    ~CloseWatch() { ::close(descriptor_); }
    Q_DISABLE_COPY_MOVE(CloseWatch)

    bool sawOne() {
        char events[4096];
        return ::read(descriptor_, events, sizeof(events)) > 0;
    }

private:
    int descriptor_;
};

bool shows(const QFileDialog& dialog, const QString& name) {
    const auto* list = dialog.findChild<QListView*>(u"listView"_s);
    for (int row = 0; row < list->model()->rowCount(list->rootIndex()); ++row) {
        const QModelIndex index = list->model()->index(row, 0, list->rootIndex());
        if (index.data().toString() == name)
            return !index.data(Qt::DecorationRole).isNull();
    }
    return false;
}

} // namespace

class TestFileDialogs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noFileIsLookedInto_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("with our ending") << u"open.gplan"_s;
        QTest::newRow("with none") << u"open"_s;
    }
    void noFileIsLookedInto() {
        QFETCH(QString, name);
        WindowFixture f;
        MainWindow* window = f.shown(f.desk().open(f.makeFile(name, u"Open"_s)));
        QVERIFY(window->document());
        CloseWatch watch(f.file(name));
        // Not the export to PDF: its choices say how large the document is, which SQLite tells.
        for (const ActionId action : {ActionId::ExportDot, ActionId::SaveCopy, ActionId::Open}) {
            window->actions()[action]->trigger();
            auto* dialog = window->findChild<QFileDialog*>();
            QVERIFY(dialog);
            dialog->setNameFilter(u"*"_s);
            QTRY_VERIFY(shows(*dialog, name));
            QVERIFY(!watch.sawOne());
            dialog->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QFile file(f.file(name)); // what the watch would have seen
        QVERIFY(file.open(QIODevice::ReadOnly));
        file.close();
        QVERIFY(watch.sawOne());
    }

    /// Nothing is cut while there is room for it.
    void columnsAreAsWideAsTheirContents() {
        WindowFixture f;
        MainWindow* window =
            f.shown(f.desk().open(f.makeFile(u"a rather long name of a board.gplan"_s, u"A"_s)));
        window->actions()[ActionId::SaveCopy]->trigger();
        auto* dialog = window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        dialog->setViewMode(QFileDialog::Detail);
        QTRY_VERIFY(shows(*dialog, u"a rather long name of a board.gplan"_s));
        const auto* list = dialog->findChild<QTreeView*>(u"treeView"_s);
        QVERIFY(list);
        for (int column = 1; column < list->model()->columnCount(list->rootIndex()); ++column) {
            if (list->isColumnHidden(column))
                continue;
            const QModelIndex index = list->model()->index(0, column, list->rootIndex());
            QTRY_VERIFY(list->columnWidth(column) >= list->sizeHintForIndex(index).width());
        }
        QTRY_COMPARE(list->header()->length(), list->viewport()->width());
        dialog->reject();
    }

    /// Before it is made, and not only for what is too large.
    void thePngSaysHowLargeItBecomes() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->board()->sketch(u"kafka > spark > feast"_s);
        window->actions()[ActionId::ExportPng]->trigger();
        auto* dialog = window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        auto* scale = dialog->findChild<QDoubleSpinBox*>(u"scale"_s);
        const auto* pixels = dialog->findChild<QLabel*>(u"pixels"_s);
        QVERIFY(scale && pixels);
        const QString path = f.file(u"board.png"_s);
        scale->setValue(1.5);
        const QString said = pixels->text();
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        const QSize size = QImageReader(path).size();
        QVERIFY(!size.isEmpty());
        QLocale locale;
        QCOMPARE(said,
                 u"%1 × %2 pixels"_s.arg(locale.toString(size.width()), locale.toString(size.height())));
    }

    void theReportAsksWhoseItIs() {
        WindowFixture f;
        f.settings().setAuthor(u"Ada"_s);
        MainWindow* window = f.board();
        window->board()->sketch(u"kafka > spark"_s);
        window->actions()[ActionId::ExportReport]->trigger();
        auto* dialog = window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        auto* author = dialog->findChild<QLineEdit*>(u"author"_s);
        QVERIFY(author);
        QCOMPARE(author->text(), u"Ada"_s);
        author->setText(u"Ada and Grace"_s);
        const QString path = f.file(u"report.pdf"_s);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QProcess info;
        info.start(u"pdfinfo"_s, {path});
        QVERIFY(info.waitForFinished());
        QVERIFY(QString::fromUtf8(info.readAllStandardOutput()).contains(u"Ada and Grace"_s));
        QCOMPARE(f.settings().author(), u"Ada"_s); // who edits is another question
        QCOMPARE(f.settings().reportAuthor(), u"Ada and Grace"_s);
    }
};

QTEST_MAIN(TestFileDialogs)
#include "test_file_dialogs.moc"
