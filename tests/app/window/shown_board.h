#pragma once

#include "app/canvas/board_view.h"
#include "app/render/fonts.h"
#include "app/window/board_controller.h"
#include "model/document/document.h"
#include "model/operations/operations.h"
#include "tests/places.h"

#include <QApplication>
#include <QMainWindow>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

namespace groundplan {

inline const Catalogue& catalogue() {
    static const Catalogue kinds = Catalogue::load({projectPath("templates/catalog")});
    return kinds;
}

constexpr Point at(int x, int y) {
    return {x * kUnitsPerPoint, y * kUnitsPerPoint};
}
constexpr Rect box(int x, int y, int w, int h) {
    return {x * kUnitsPerPoint, y * kUnitsPerPoint, w * kUnitsPerPoint, h * kUnitsPerPoint};
}

/// A document on disk, its controller and its canvas in a shown window. The view looks at (400, 300) at 100
/// %.
class ShownBoard {
public:
    explicit ShownBoard(const QString& file = {})
        : path(file.isEmpty() ? folder.filePath(QStringLiteral("board.gplan")) : file)
        , board(std::make_unique<BoardController>(catalogue(), Theme::light(catalogue()), &window)) {
        auto opened = file.isEmpty() ? Document::create(path) : Document::open(path, Document::Use::Window);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        document = std::move(*opened);
        board->setLanguage(QStringLiteral("en"));
        QObject::connect(board.get(), &BoardController::message, board.get(),
                         [this](const QString& sentence) { messages.append(sentence); });
        window.setCentralWidget(board->view());
        window.resize(820, 620);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not show");
        board->setDocument(document.get());
        view().lookAt({400, 300}, 1);
        view().setFocus();
        QCoreApplication::processEvents();
    }
    ~ShownBoard() { board->setDocument(nullptr); }

    BoardView& view() { return *board->view(); }
    QWidget* viewport() { return view().viewport(); }
    const Design& design() const { return document->design(); }
    Rect rectOf(ElementId id) const { return design().rectOf(id).value(); }
    qsizetype entries() const { return document->history().size(); }
    QByteArray lastKey() const { return document->history().constLast().key; }

    ElementId block(const char* kind, int x, int y) {
        ElementId id;
        prepare([&](Editor& editor) -> Result<void> {
            const auto added = addBlock(editor, *catalogue().kind(QString::fromLatin1(kind)), at(x, y),
                                        QStringLiteral("en"));
            if (!added)
                return Failure(added.error());
            id = *added;
            return {};
        });
        return id;
    }
    ElementId connection(ElementId source, ElementId target, const char* label = "") {
        ElementId id;
        prepare([&](Editor& editor) -> Result<void> {
            const auto added = connectElements(editor, source, target, Flow::Request, Direction::Forward,
                                               QString::fromLatin1(label), measureLabel);
            if (!added)
                return Failure(added.error());
            id = *added;
            return {};
        });
        return id;
    }
    void prepare(const EditFunction& function) {
        const auto done = document->edit({"add-block", {}}, function);
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }

    QPointF where(Point point) { return view().transform().toView(point); }
    void mouse(QEvent::Type type, Point point, Qt::MouseButton button, Qt::MouseButtons buttons,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        const QPointF p = where(point);
        QMouseEvent event(type, p, viewport()->mapToGlobal(p), button, buttons, modifiers);
        QApplication::sendEvent(viewport(), &event);
    }
    void press(Point point, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        mouse(QEvent::MouseButtonPress, point, Qt::LeftButton, Qt::LeftButton, modifiers);
    }
    void move(Point point, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        mouse(QEvent::MouseMove, point, Qt::NoButton, Qt::LeftButton, modifiers);
    }
    void release(Point point, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        mouse(QEvent::MouseButtonRelease, point, Qt::LeftButton, Qt::NoButton, modifiers);
    }
    void drag(Point from, Point to) {
        press(from);
        move({from.x + (to.x - from.x) / 2, from.y + (to.y - from.y) / 2});
        move(to);
        release(to);
    }
    void click(Point point, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        press(point, modifiers);
        release(point, modifiers);
    }
    void doubleClick(Point point) {
        click(point);
        mouse(QEvent::MouseButtonDblClick, point, Qt::LeftButton, Qt::LeftButton);
        release(point);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&view(), key, modifiers);
    }

    QTextEdit* line() { return view().editor().field(); }
    QTextEdit* text() { return view().editor().field(); }
    bool isEditing() { return view().editor().isOpen(); }
    bool isSeen(ElementId id) {
        return QRectF(viewport()->rect()).contains(view().transform().toView(rectOf(id)));
    }

    QTemporaryDir folder;
    QString path;
    QMainWindow window;
    std::unique_ptr<BoardController> board;
    std::unique_ptr<Document> document;
    QStringList messages;
};

} // namespace groundplan
