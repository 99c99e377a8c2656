#include "app/window/file_dialog.h"
#include "tests/app/window/window_fixture.h"

#include <QListView>

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
};

QTEST_MAIN(TestFileDialogs)
#include "test_file_dialogs.moc"
