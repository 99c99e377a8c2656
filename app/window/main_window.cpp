#include "app/window/main_window.h"

#include "app/canvas/board_view.h"
#include "app/panels/inspector_panel.h"
#include "app/panels/plan_panel.h"
#include "app/panels/side_dock.h"
#include "app/render/design_import.h"
#include "app/render/document_title.h"
#include "app/window/actions.h"
#include "app/window/appearance.h"
#include "app/window/banner.h"
#include "app/window/board_aids.h"
#include "app/window/board_controller.h"
#include "app/window/command_palette.h"
#include "app/window/conflict_banner.h"
#include "app/window/drawing_bar.h"
#include "app/window/file_follower.h"
#include "app/window/floating.h"
#include "app/window/history_page.h"
#include "app/window/import_run.h"
#include "app/window/layout_keys.h"
#include "app/window/line_field.h"
#include "app/window/panel_board.h"
#include "app/window/picture_files.h"
#include "app/window/practice.h"
#include "app/window/session_pill.h"
#include "app/window/start_page.h"
#include "app/window/status_line.h"
#include "app/window/title_field.h"
#include "app/window/top_bar.h"
#include "model/document/file_identity.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kHistoryCheckAfter = 3'000; // ms: once the board is shown and the user has begun

} // namespace

MainWindow::MainWindow(Desk& desk)
    : desk_(desk)
    , settings_(desk.services().settings)
    , actions_(new Actions(this))
    , mainMenu_(new QMenu(this))
    , exportMenu_(new QMenu(this))
    , topBar_(new TopBar(*actions_, mainMenu_, exportMenu_))
    , banners_(new BannerArea)
    , pages_(new QStackedWidget)
    , status_(new StatusLine(*actions_))
    , startPage_(new StartPage(desk.services().catalogue, desk.services().templates, settings_,
                               [this]() -> const BoardPainter& {
                                   if (!pagePainter_)
                                       pagePainter_ = std::make_unique<BoardPainter>(
                                           desk_.services().catalogue, desk_.services().appearance.theme());
                                   return *pagePainter_;
                               })) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    setWindowIcon(QIcon(u":/icons/groundplan.svg"_s));
    setContextMenuPolicy(Qt::NoContextMenu);
    setMinimumSize(880, 560);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(topBar_);
    column->addWidget(banners_);
    column->addWidget(pages_, 1);
    column->addWidget(status_);
    pages_->addWidget(startPage_);
    setCentralWidget(body);
    connectActions();
    practice_ = new Practice(*this, desk_, *actions_, *banners_);
    topBar_->setClock(practice_->pill());
    fillMenus();
    new LayoutKeys(this);
    connect(&desk_.services().appearance, &Appearance::themeChanged, this, &MainWindow::updateTheme);
    connect(&desk_, &Desk::kindsReplaced, this, [this] {
        if (!panelBoard_)
            return;
        board_->kindsWereReplaced();
        panelBoard_->kindsWereReplaced();
    });
    connect(startPage_, &StartPage::newWanted, this, [this] { desk_.newBoard(this); });
    connect(startPage_, &StartPage::openWanted, this, &MainWindow::chooseAndOpen);
    connect(startPage_, &StartPage::practiceWanted, this, [this] { practice_->choose(); });
    connect(startPage_, &StartPage::opened, this, [this](const StartItem& item) {
        if (item.sort == StartItem::Sort::Example)
            desk_.newFromExample(item.path, item.title, this);
        else if (item.sort == StartItem::Sort::Reference)
            desk_.newFromReference(item.path, item.boardTitle, this);
        else
            desk_.open(item.path, this);
    });
    follower_ = new FileFollower([this] { return isAtRest(); }, this);
    connect(follower_, &FileFollower::failed, this,
            [this](const QString& sentence) { showError(u"file"_s, sentence); });
    restoreLayout();
    showStartPage();
}

MainWindow::~MainWindow() {
    settle();
    // The board looks at the document until it is told otherwise.
    if (board_) {
        board_->disconnect(this);
        board_->setDocument(nullptr);
    }
    practice_->setDocument(nullptr);
    delete history_;
    dropDocument();
    // What uses the board goes before it; the canvas is a part of its controller, not a child of the
    // splitter.
    delete practice_;
    delete inspector_;
    delete dock_;
    delete topBar_;
    delete aids_;
    delete panelBoard_;
    delete board_;
}

void MainWindow::makeBoard() {
    if (board_)
        return;
    const Services& services = desk_.services();
    const Theme& theme = services.appearance.theme();
    splitter_ = new QSplitter;
    splitter_->setChildrenCollapsible(false);
    board_ = new BoardController(services.catalogue, theme, this);
    board_->setLanguage(settings_.language());
    board_->setTemplates(desk_.services().templates);
    panelBoard_ =
        new PanelBoard(*board_, services.catalogue, services.templates, theme, settings_.language(), this);
    const Settings::Layout layout = settings_.layout(screenKey());
    makeDock(layout.plan);
    inspector_ = new InspectorPanel(*panelBoard_);
    practice_->setPlan(plan_);
    splitter_->addWidget(dock_);
    splitter_->addWidget(board_->view());
    splitter_->addWidget(inspector_);
    splitter_->setStretchFactor(1, 1);
    const int dockWidth =
        layout.plan ? std::max(layout.paletteWidth, PlanPanel::kUsualWidth) : layout.paletteWidth;
    splitter_->setSizes(
        {dockWidth, std::max(200, width() - dockWidth - layout.inspectorWidth), layout.inspectorWidth});
    setPanelVisible(dock_, layout.palette || layout.plan);
    setPanelVisible(inspector_, layout.inspector);
    pages_->addWidget(splitter_);
    takeCanvasColour();
    topBar_->setHost(*panelBoard_);
    actions_->setBoard(board_->view());
    connectBoardActions();
    connectDock();
    drawingBar_ = new DrawingBar(*board_, *actions_, board_->view());
    new Floating(drawingBar_, board_->view()->viewport(), Qt::AlignTop | Qt::AlignHCenter, 12);
    aids_ = new BoardAids(*board_, *actions_, settings_, this);
    connect(aids_, &BoardAids::presenting, this, &MainWindow::showPresenting);
    status_->setLensMenu(lensMenu(status_));

    connect(board_, &BoardController::documentChanged, this, &MainWindow::documentChanged);
    connect(board_, &BoardController::selectionChanged, this, &MainWindow::updateActions);
    connect(board_, &BoardController::toolChanged, this, &MainWindow::updateTool);
    connect(board_, &BoardController::zoomChanged, this, [this] { status_->setZoom(board_->zoom()); });
    connect(board_, &BoardController::message, this, [this](const QString& sentence) {
        showMessage(sentence);
        boardSaid_ = sentence;
    });
    connect(board_, &BoardController::pasteBegun, this, [this](ImportRun* run) {
        showWhileReading(run, tr("Reading what is on the clipboard…"), u"paste"_s);
        readIntoThis(run);
    });
    connect(board_, &BoardController::pasted, this, &MainWindow::showNotTaken);
    connect(board_, &BoardController::filesPasted, this, [this](const QStringList& paths) {
        for (const QString& path : paths)
            desk_.open(path, this);
    });
    // What went wrong is over with the next thing that succeeds (which says its own afterwards).
    connect(board_, &BoardController::documentChanged, this, [this] {
        if (!boardSaid_.isEmpty() && status_->message() == boardSaid_)
            showMessage({});
        boardSaid_.clear();
    });
    // What could not be written must not pass by unseen; it stays until something could be.
    connect(board_, &BoardController::notWritten, this, [this](const QString& sentence) {
        showError(u"change"_s, sentence);
        notKept_ = sentence;
        showSaved();
    });
    connect(board_, &BoardController::tidyRunningChanged, this, &MainWindow::updateTidying);
    connect(board_, &BoardController::markActivated, this, &MainWindow::revealMark);
    connect(board_, &BoardController::contextMenuRequested, this, &MainWindow::showContextMenu);
    connect(panelBoard_, &PanelBoard::refused, this, &MainWindow::showMessage);
    connect(status_, &StatusLine::zoomWanted, board_, &BoardController::zoomTo);
    topBar_->lineField()->setBoard(board_);
    connect(board_, &BoardController::lineWanted, (*actions_)[ActionId::LineField], &QAction::trigger);
    connect(topBar_->lineField(), &LineField::finished, this, [this] { panelBoard_->focusBoard(); });
    updateTool();
}

void MainWindow::setDocument(std::unique_ptr<Document> document) {
    settle();
    leaveHistory();
    if (board_) {
        aids_->documentReplaced();
        board_->setDocument(nullptr);
    }
    practice_->setDocument(nullptr);
    dropDocument();
    banners_->clear();
    makeBoard();
    notKept_.clear();
    document_ = std::move(document);
    document_->setAuthor(settings_.author());
    connect(document_.get(), &Document::fileChanged, this, &MainWindow::updateState);
    connect(document_.get(), &Document::fileChanged, panelBoard_, &PanelBoard::documentMoved);
    connect(document_.get(), &Document::historyChanged, this, &MainWindow::updateActions);
    board_->setDocument(document_.get());
    follower_->follow(document_.get());
    practice_->setDocument(document_.get());
    pages_->setCurrentWidget(splitter_);
    topBar_->showBoardPart(true);
    status_->show();
    if (!document_->isUnnamed() && document_->openedAs() != OpenedAs::Imported) {
        settings_.addRecentFile(document_->path());
        settings_.setDocumentFolder(QFileInfo(document_->path()).absolutePath());
    }
    updateTitle();
    updateState();
    updateActions();
    status_->setZoom(board_->zoom());
    panelBoard_->focusBoard();
    conflicts_ = new ConflictBanner(*banners_, *document_);
    connect(conflicts_, &ConflictBanner::wanted, this, &MainWindow::showConflict);
    QTimer::singleShot(kHistoryCheckAfter, document_.get(), [this] {
        if (const auto sound = document_->checkHistory(); !sound)
            showError(u"history"_s, sound.error().sentence);
        updateActions();
    });
}

void MainWindow::showStartPage() {
    settle();
    leaveHistory();
    if (board_) {
        aids_->documentReplaced();
        board_->setDocument(nullptr);
    }
    practice_->setDocument(nullptr);
    dropDocument();
    startPage_->reload();
    pages_->setCurrentWidget(startPage_);
    topBar_->showBoardPart(false);
    status_->hide();
    updateTitle();
    updateActions();
}

void MainWindow::dropDocument() {
    if (!document_)
        return;
    const bool untouched = document_->isUnnamed() && document_->isUntouched();
    const QString path = document_->path();
    document_->disconnect(this);
    document_.reset();
    if (untouched)
        QFile::remove(path);
}

void MainWindow::settle() {
    if (board_ && document_)
        board_->endEditing();
    if (panelBoard_)
        Q_EMIT panelBoard_->commitRequested();
}

void MainWindow::documentChanged(const ChangeSet& changes) {
    if (!changes.reset) {
        banners_->clear(u"change"_s);
        if (!std::exchange(notKept_, {}).isEmpty())
            showSaved();
    }
    status_->setCounts(panelBoard_->design());
    if (changes.board || changes.reset)
        updateTitle();
    updateActions();
}

void MainWindow::updateTitle() {
    setWindowTitle(document_ ? tr("%1 – Groundplan").arg(titleOf(*document_)) : u"Groundplan"_s);
}

/// Whether what is on the board is in its file.
void MainWindow::showSaved() {
    if (document_->isReadOnly())
        topBar_->setState(tr("read-only"), document_->notice());
    else if (!notKept_.isEmpty())
        topBar_->setState(tr("last change not kept"), notKept_);
    else if (document_->isUnnamed())
        topBar_->setState(tr("no name yet, all changes kept"),
                          tr("The board is kept on the start page. “Save as” gives it a name and a place."));
    else
        topBar_->setState(tr("all changes in file"), document_->path());
}

void MainWindow::updateState() {
    if (!document_)
        return;
    showSaved();
    banners_->clear(u"file"_s);
    if (const QString notice = document_->notice(); notice.isEmpty())
        banners_->clear(u"document"_s);
    else
        banners_->show(document_->isReadOnly() ? BannerArea::Tone::Info : BannerArea::Tone::Warning,
                       u"document"_s, notice,
                       {document_->isUnnamed()
                            ? BannerArea::Button{tr("Save as…"), [this] { saveAs(); }}
                            : BannerArea::Button{tr("Save a copy…"), [this] { saveCopy(); }}});
    updateTitle();
    updateActions();
    panelBoard_->documentReplaced();
}

/// A layout that is done at once needs no words.
void MainWindow::updateTidying() {
    constexpr int kPatience = 250; // ms
    if (!board_->isTidying()) {
        banners_->clear(u"tidy"_s);
        return;
    }
    QTimer::singleShot(kPatience, board_, [this] {
        if (board_->isTidying())
            banners_->show(BannerArea::Tone::Info, u"tidy"_s,
                           tr("Arranging the blocks… The board stays as it is until that is done."),
                           {{tr("Cancel"), [this] { board_->cancelTidy(); }}});
    });
}

void MainWindow::updateTool() {
    (*actions_)[actionOf(board_->tool())]->setChecked(true);
    (*actions_)[ActionId::LockTool]->setChecked(board_->isToolLocked());
    drawingBar_->toolChanged();
}

void MainWindow::updateTheme() {
    const Theme& theme = desk_.services().appearance.theme();
    if (pagePainter_)
        pagePainter_->setTheme(theme);
    if (board_) {
        board_->setTheme(theme);
        panelBoard_->setTheme(theme);
        aids_->themeChanged();
        takeCanvasColour();
    }
    if (history_)
        history_->setTheme(theme);
    if (!document_)
        startPage_->reload(); // the pictures are in the old colours
    updateActions();
}

/// The strips beside the scroll bars belong to the board.
void MainWindow::takeCanvasColour() {
    QPalette colours;
    colours.setColor(QPalette::Window, desk_.services().appearance.theme().canvas);
    board_->view()->setPalette(colours);
}

void MainWindow::showError(const QString& subject, const QString& sentence) {
    banners_->show(BannerArea::Tone::Warning, subject, sentence);
}

void MainWindow::clearError(const QString& subject) {
    banners_->clear(subject);
}

void MainWindow::showInfo(const QString& subject, const QString& sentence) {
    banners_->show(BannerArea::Tone::Info, subject, sentence);
}

void MainWindow::showMessage(const QString& sentence) {
    status_->showMessage(sentence);
}

// Layout

QString MainWindow::screenKey() const {
    const QSize size = screen()->size();
    return u"%1x%2"_s.arg(size.width()).arg(size.height());
}

void MainWindow::restoreLayout() {
    const QByteArray geometry = settings_.layout(screenKey()).geometry;
    if (geometry.isEmpty() || !restoreGeometry(geometry)) {
        const QSize room = screen()->availableSize() - QSize(0, 40); // for a title bar
        resize((room * 0.8).expandedTo({1600, 1000}).boundedTo(room));
    }
    const Settings::Layout layout = settings_.layout(screenKey());
    (*actions_)[ActionId::TogglePalette]->setChecked(layout.palette && !layout.plan);
    (*actions_)[ActionId::TogglePlan]->setChecked(layout.plan);
    (*actions_)[ActionId::ToggleInspector]->setChecked(layout.inspector);
}

void MainWindow::placeBeside(const MainWindow& other) {
    constexpr QPoint kStep(32, 32);
    const QRect room = other.screen()->availableGeometry();
    QRect place(other.pos() + kStep, size());
    place.setRight(std::min(place.right(), room.right()));
    place.setBottom(std::min(place.bottom(), room.bottom() - kStep.y())); // leaves room for a title bar
    place.setSize(place.size().expandedTo(minimumSize()));
    place.moveLeft(
        std::clamp(place.left(), room.left(), std::max(room.left(), room.right() - place.width())));
    place.moveTop(std::clamp(place.top(), room.top(), std::max(room.top(), room.bottom() - place.height())));
    resize(place.size());
    move(place.topLeft());
}

void MainWindow::keepLayout() {
    Settings::Layout layout = settings_.layout(screenKey());
    layout.geometry = saveGeometry();
    layout.palette = (*actions_)[ActionId::TogglePalette]->isChecked();
    layout.plan = (*actions_)[ActionId::TogglePlan]->isChecked();
    layout.inspector = (*actions_)[ActionId::ToggleInspector]->isChecked();
    if (splitter_ && dock_->isVisible())
        layout.paletteWidth = dock_->width();
    if (splitter_ && inspector_->isVisible())
        layout.inspectorWidth = inspector_->width();
    settings_.setLayout(screenKey(), layout);
}

void MainWindow::setPanelVisible(QWidget* panel, bool visible) {
    const QWidget* focused = QApplication::focusWidget();
    if (!visible && focused && panel->isAncestorOf(focused))
        panelBoard_->focusBoard();
    panel->setVisible(visible);
}

// Events

/// Whether nothing is lost by closing. A file that another program has replaced or deleted is noticed here at
/// the latest, and the window stays once to say so; a session that ends waits for nobody.
bool MainWindow::isKept() {
    const QString path = document_ ? document_->path() : QString();
    const QString before = std::exchange(notKept_, {}); // a gesture that was refused then is no work of now
    settle();
    if (!document_)
        return true;
    const auto done = document_->refresh();
    const bool elsewhere = !done && done.error().code == ErrorCode::NotWritten;
    QString change = notKept_;
    if (change.isEmpty() && board_->hasUnkeptText())
        change = before.isEmpty()
                     ? tr("A text that was typed on the board is not kept yet; F2 offers it again.")
                     : before;
    if (notKept_.isEmpty())
        notKept_ = before;
    if (elsewhere || !change.isEmpty()) {
        banners_->show(BannerArea::Tone::Warning, elsewhere ? u"file"_s : u"change"_s,
                       elsewhere ? done.error().sentence : change,
                       {{tr("Save as…"), [this] { saveAs(); }}, {tr("Close and lose it"), [this] {
                                                                     closesAnyway_ = true;
                                                                     close();
                                                                 }}});
        return false;
    }
    return document_->path() == path || qGuiApp->isSavingSession();
}

/// Whether what another program has written may be taken in: nobody is in the middle of something.
bool MainWindow::isAtRest() const {
    const LineField* line = topBar_->lineField();
    return isVisible() && !isMinimized() && QGuiApplication::mouseButtons() == Qt::NoButton &&
           !QApplication::activePopupWidget() && !QApplication::activeModalWidget() && board_->isAtRest() &&
           !(line->hasFocus() && !line->text().isEmpty()) && !(commands_ && commands_->isVisible());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!closesAnyway_ && !isKept()) {
        event->ignore();
        return;
    }
    keepLayout();
    event->accept();
}

/// Esc that the board has no use for closes the message said last, one at a time.
void MainWindow::keyPressEvent(QKeyEvent* event) {
    const QWidget* focused = focusWidget();
    const bool onBanner = focused && banners_->isAncestorOf(focused);
    const bool onBoard = board_ && focused == board_->view();
    if (event->key() == Qt::Key_Escape && history_) { // wherever the keys are, after a dialog or a button
        if (!banners_->closeLast(onBanner ? QStringList() : saidBeforeHistory_))
            leaveHistory();
        return;
    }
    if (event->key() != Qt::Key_Escape || !(onBanner || onBoard) || !banners_->closeLast()) {
        QMainWindow::keyPressEvent(event);
        return;
    }
    if (onBanner && document_)
        panelBoard_->focusBoard();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || !document_)
        return;
    if (!isActiveWindow()) {
        settle();
    } else {
        follower_->look();
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    const bool files =
        std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
    if (files || (document_ && !document_->isReadOnly() && event->mimeData()->hasImage()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    event->acceptProposedAction();
    // Over the board pictures are put there; whatever else is opened, or imported, as a board of its own.
    QStringList pictures;
    QStringList others;
    const QWidget* canvas = board_ ? board_->view()->viewport() : nullptr;
    const QPointF there = canvas ? canvas->mapFrom(this, event->position()) : QPointF();
    const bool onBoard = document_ && !document_->isReadOnly() && QRectF(canvas->rect()).contains(there);
    for (const QUrl& url : urls) {
        if (!url.isLocalFile())
            continue;
        const bool picture = onBoard && isPlainPicture(url.toLocalFile());
        (picture ? pictures : others).append(url.toLocalFile());
    }
    const auto at = onBoard ? std::optional(board_->view()->transform().toBoard(there)) : std::nullopt;
    if (!pictures.isEmpty())
        board_->addPictures(pictures, at);
    else if (others.isEmpty() && document_ && !document_->isReadOnly())
        board_->addPictureIn(*event->mimeData(), at);
    for (const QString& path : std::as_const(others))
        desk_.open(path, this);
}

} // namespace groundplan
