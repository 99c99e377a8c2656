#pragma once

#include "app/render/board_index.h"
#include "app/render/board_painter.h"
#include "app/window/desk.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace groundplan {

class Actions;
struct DesignImport;
struct ExportOptions;
struct Import;
class ImportRun;
struct Looked;
class BannerArea;
class BoardAids;
class BoardController;
class CommandPalette;
class ConflictBanner;
class DrawingBar;
class FileFollower;
class HistoryPage;
class InspectorPanel;
class PalettePanel;
class PanelBoard;
class PlanPanel;
class Practice;
class SettingsDialog;
class SideDock;
class StartPage;
class StatusLine;
class TopBar;
struct PaletteEntry;

/// One window: the start page, or one document on its board with the panels around it. What a board needs is
/// made when the first document comes.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Desk& desk);
    ~MainWindow() override;

    /// A little below and right of another window, made smaller where the screen ends.
    void placeBeside(const MainWindow& other);
    Document* document() const { return document_.get(); } ///< nullptr: the start page is shown
    /// Shows it, in place of the one there is.
    void setDocument(std::unique_ptr<Document> document);
    void showStartPage();
    /// Writes what is being typed anywhere in the window.
    void settle();

    /// A sentence about something that did not happen; about the same `subject` only the last one is shown.
    void showError(const QString& subject, const QString& sentence);
    void clearError(const QString& subject);
    void showInfo(const QString& subject, const QString& sentence);
    void showMessage(const QString& sentence);
    /// Lists what an import could not take over; nothing is shown when it took all.
    void showNotTaken(const QString& fileName, const Import& import);
    /// The same of a whole file, and whether there is anything to draw in it.
    void showImported(const QString& fileName, const Import& import);

    /// Reads a file of another program beside the window, which says so and offers to cancel when it takes
    /// its time. A failure is shown; otherwise `done` gets what came of it.
    ImportRun* runImport(const QString& path, const std::function<void(const DesignImport&)>& done);
    /// Only that: until the run is over, when it takes its time.
    void showWhileReading(ImportRun* run, const QString& sentence, const QString& subject);
    /// What is read comes onto this board; until something else is done Undo ends it.
    void readIntoThis(ImportRun* run);
    void stopReading(ImportRun& run);
    /// At once, unless something is being typed in this window: then the user is told that `name` waits.
    void whenDoneTyping(const QString& name, const std::function<void()>& then);
    void takeIn(const QString& path, const Import& import); ///< into a frame of its own
    /// Puts what is in the file into a new frame beside what is there, as one edit, selected and in view.
    void importIntoThis(const QString& path);
    /// For a file dialog: boards, and all that can be imported.
    static QStringList openNameFilters();

    // Parts, for tests and benchmarks; those of the board are nullptr before the first document.
    BoardController* board() const { return board_; }
    PanelBoard* panelBoard() const { return panelBoard_; }
    PalettePanel* palettePanel() const { return palette_; }
    PlanPanel* planPanel() const { return plan_; }
    void showPlan(); ///< the keyboard stays where it is
    BoardAids* aids() const { return aids_; }
    DrawingBar* drawingBar() const { return drawingBar_; }
    InspectorPanel* inspector() const { return inspector_; }
    TopBar* topBar() const { return topBar_; }
    Practice* practice() const { return practice_; }
    StatusLine* statusLine() const { return status_; }
    BannerArea* banners() const { return banners_; }
    StartPage* startPage() const { return startPage_; }
    CommandPalette* commandPalette() const { return commands_; } ///< nullptr before it was opened first
    Actions& actions() const { return *actions_; }
    HistoryPage* historyPage() const { return history_; } ///< nullptr: it is not shown

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // main_window.cpp
    void makeBoard();
    void dropDocument();
    bool isKept();
    bool isAtRest() const;
    void documentChanged(const ChangeSet& changes);
    void updateTitle();
    void updateState();
    void showSaved();
    void updateActions();
    void updateHandingOut();
    void updateArranging(bool writable);
    void updateConnecting(bool writable);
    void updateTool();
    void updateTidying();
    void updateTheme();
    void takeCanvasColour();
    QString screenKey() const;
    void restoreLayout();
    void keepLayout();
    void setPanelVisible(QWidget* panel, bool visible);

    // window_actions.cpp
    void connectActions();
    SettingsDialog* openSettings();
    void connectBoardActions();
    void fillMenus();
    QMenu* arrangeMenu(QWidget* parent);
    QMenu* lensMenu(QWidget* parent);
    void showPresenting(bool on);
    void showContextMenu(const QPoint& at);
    void revealMark(ElementId id, Hit::Part part);
    void showConflict(NoteId mark);
    void undo();
    CommandPalette& commands();
    void openCommands();
    void askForEnd(bool source);
    void reattach(ElementId to);
    void carryOut(const PaletteEntry& entry);
    void withInspector(void (InspectorPanel::*add)());

    // window_plan.cpp
    void makeDock(bool plan);
    void connectDock();
    enum class DockPage { None = -1, Blocks, Plan };
    void showDock(DockPage page);
    void copyOpenFramework();

    // window_history.cpp
    bool isHistoryShown() const { return history_ != nullptr; }
    void showHistory();
    void leaveHistory();
    void nameVersion();
    void chooseAndCompare();
    void compareWith(const QString& path);

    // window_import.cpp
    void chooseAndImport(bool intoThis);

    // window_files.cpp
    void chooseAndOpen();
    /// Asks first when it would replace a file beside `path` that is somebody else's.
    void exportTo(const QString& path, const QString& format, const Looked& looked,
                  const std::optional<QSet<ElementId>>& ids, const ExportOptions& options);
    void writeExport(const QString& path, const QString& format, const Looked& looked,
                     const std::optional<QSet<ElementId>>& ids, const ExportOptions& options);
    void chooseAndInsertImages();
    void saveAs();
    void saveCopy();
    void forgetHistory();
    void exportAs(const QString& format, bool selection);
    void exportReport();
    void print();
    Looked looked() const;
    QString suggestedName(const Looked& looked) const;
    void showWritten(const QString& sentence, const QString& path, const QString& remark = {});

    Desk& desk_;
    Settings& settings_;
    std::unique_ptr<Document> document_;
    QString boardSaid_;         ///< the last message about what was done to the board
    QString notKept_;           ///< why the last change is not in the file; empty: it is
    bool closesAnyway_ = false; ///< what cannot be written is to be lost
    Actions* actions_;
    QMenu* mainMenu_;
    QMenu* exportMenu_;
    TopBar* topBar_;
    BannerArea* banners_;
    QStackedWidget* pages_;
    StatusLine* status_;
    FileFollower* follower_;
    StartPage* startPage_;
    QPointer<ConflictBanner> conflicts_;        ///< of the document
    QStringList failedImports_;                 ///< subjects of what is said of them
    QPointer<ImportRun> reading_;               ///< what Undo would end
    HistoryPage* history_ = nullptr;            ///< while it is shown
    QStringList saidBeforeHistory_;             ///< banners of the board, which Esc leaves there
    std::unique_ptr<BoardPainter> pagePainter_; ///< of the pictures on the start page
    QSplitter* splitter_ = nullptr;
    BoardController* board_ = nullptr;
    BoardAids* aids_ = nullptr;
    DrawingBar* drawingBar_ = nullptr;
    Qt::WindowStates stateBefore_; ///< the presentation
    PanelBoard* panelBoard_ = nullptr;
    SideDock* dock_ = nullptr; ///< holds palette and plan
    PalettePanel* palette_ = nullptr;
    PlanPanel* plan_ = nullptr;
    InspectorPanel* inspector_ = nullptr;
    Practice* practice_ = nullptr;
    CommandPalette* commands_ = nullptr; ///< made when it is wanted
    struct Reattached {
        ElementId connection;
        bool source = false;
    };
    std::optional<Reattached> reattached_; ///< the list asks for the new end of it
    std::optional<Point> commandsAt_;      ///< the canvas cursor, when they were opened
};

} // namespace groundplan
