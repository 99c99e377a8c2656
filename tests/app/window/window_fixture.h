#pragma once

#include "app/canvas/board_view.h"
#include "app/render/fonts.h"
#include "app/window/actions.h"
#include "app/window/appearance.h"
#include "app/window/board_controller.h"
#include "app/window/desk.h"
#include "app/window/main_window.h"
#include "app/window/panel_board.h"
#include "model/operations/operations.h"
#include "resources/resources.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace groundplan {

/// Answers the file dialog that `window` shows, as a user does who types a name.
inline void answerFileDialog(const MainWindow& window, const QString& path) {
    auto* dialog = window.findChild<QFileDialog*>();
    QVERIFY(dialog);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // of the name itself, which is Qt's to ask
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// A selected block in that window, beside those that are there, with that title (the kind's, when it is
/// empty). An edit that is refused (a full disk, a file that may only be read) leaves everything as it was.
inline void addTitled(MainWindow& window, const QString& kind, const QString& title = {}) {
    BoardController& board = *window.board();
    ElementId added;
    const auto done = board.edit({"add-block", {title}}, [&](Editor& editor) -> Result<void> {
        const Kind* found = board.view()->painter().catalogue().kind(kind);
        if (!found)
            qFatal("there is no kind %s", qPrintable(kind));
        const Coord x = Coord(editor.design().blocks.size()) * (kBlockSize.w + 64 * kUnitsPerPoint);
        return addBlock(editor, *found, {x, 0}, QStringLiteral("en"))
            .and_then([&](ElementId id) -> Result<void> {
                added = id;
                return title.isEmpty() ? Result<void>() : renameElement(editor, id, title);
            });
    });
    if (done)
        board.setSelection({added});
}

/// What main() makes, with the settings and the data of a user in a temporary folder.
class WindowFixture {
public:
    /// `clock`: of practice sessions.
    explicit WindowFixture(const Clock* clock = nullptr)
        : catalogue_(load())
        , templates_(Templates::load({templatesFolder({})}, catalogue_))
        , settings_(folder_.filePath(QStringLiteral("groundplan.conf")))
        , appearance_(catalogue_, ThemeChoice::Light)
        , desk_({catalogue_, templates_, settings_, appearance_, clock}) {
        qputenv("XDG_DATA_HOME", folder_.filePath(QStringLiteral("data")).toLocal8Bit());
        settings_.setDocumentFolder(folder_.path());
    }

    Desk& desk() { return desk_; }
    Settings& settings() { return settings_; }
    Appearance& appearance() { return appearance_; }
    const Catalogue& catalogue() const { return catalogue_; }
    const Templates& templates() const { return templates_; }
    QString file(const QString& name) const { return folder_.filePath(name); }
    /// The files of boards without a name.
    static QStringList unnamedFiles() {
        return QDir(Document::unnamedFolder()).entryList({QStringLiteral("*.gplan")}, QDir::Files);
    }

    /// A shown and active window with an empty board.
    MainWindow* board() { return shown(desk_.newBoard()); }
    MainWindow* shown(MainWindow* window) {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window))
            qFatal("the window does not become active");
        return window;
    }
    /// A document with that title in a file.
    QString makeFile(const QString& name, const QString& title) const {
        const QString path = file(name);
        auto document = Document::create(path, Document::Use::CommandLine);
        if (!document)
            qFatal("%s", qPrintable(document.error().sentence));
        const auto done = (*document)->edit({"change-title", {}}, [&](Editor& editor) -> Result<void> {
            Board row = editor.design().board;
            row.title = title;
            editor.put(row);
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
        return path;
    }

private:
    static Catalogue load() {
        initResources();
        fonts::install();
        return Catalogue::load({templatesFolder(QStringLiteral("catalog"))});
    }

    QTemporaryDir folder_;
    Catalogue catalogue_;
    Templates templates_;
    Settings settings_;
    Appearance appearance_;
    Desk desk_;
};

} // namespace groundplan
