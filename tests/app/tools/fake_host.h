#pragma once

#include "app/render/board_painter.h"
#include "app/tools/tool.h"
#include "model/document/document.h"
#include "model/operations/operations.h"
#include "tests/places.h"

#include <QTemporaryDir>
#include <QTest>

namespace groundplan {

/// Board units of a position in points.
constexpr Point at(int x, int y) {
    return {x * kUnitsPerPoint, y * kUnitsPerPoint};
}
constexpr Rect box(int x, int y, int w, int h) {
    return {x * kUnitsPerPoint, y * kUnitsPerPoint, w * kUnitsPerPoint, h * kUnitsPerPoint};
}

/// Plays the window for a tool: a real document on a board at 100 %, and a record of everything the tool asks
/// for.
class FakeHost : public ToolHost {
public:
    FakeHost()
        : catalogue_(Catalogue::load({projectPath("templates/catalog")})) {
        auto made =
            Document::create(folder_.filePath(QStringLiteral("board.gplan")), Document::Use::CommandLine);
        if (!made)
            qFatal("%s", qPrintable(made.error().sentence));
        document_ = std::move(*made);
        QObject::connect(document_.get(), &Document::changed, document_.get(), [this] {
            index_.rebuild(design());
            routing_.rebuild(design());
        });
        index_.rebuild(design());
        routing_.rebuild(design());
    }

    // What a test sets up, outside the record.
    ElementId block(const char* kind, int x, int y) {
        ElementId id;
        prepare([&](Editor& editor) -> Result<void> {
            const auto added =
                addBlock(editor, *catalogue_.kind(QString::fromLatin1(kind)), at(x, y), QStringLiteral("en"));
            if (!added)
                return Failure(added.error());
            id = *added;
            return {};
        });
        return id;
    }
    ElementId frame(const Rect& rect) {
        ElementId id;
        prepare([&](Editor& editor) -> Result<void> {
            const auto added = addFrame(editor, rect, QStringLiteral("Frame"));
            if (!added)
                return Failure(added.error());
            id = *added;
            return {};
        });
        return id;
    }
    ElementId card(const Rect& rect) {
        ElementId id;
        prepare([&](Editor& editor) -> Result<void> {
            const auto added = addCard(editor, CardKind::Text, rect, QStringLiteral("text"));
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
        const auto done = document_->edit({"add-block", {}}, function);
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
    void lock(ElementId id) {
        prepare([id](Editor& editor) { return setLocked(editor, {id}, true); });
    }
    Rect rectOf(ElementId id) const { return design().rectOf(id).value(); }
    ElementId parentOf(ElementId id) const { return design().elements.find(id)->parent; }
    qsizetype entries() const { return document_->history().size(); }
    Document& document() { return *document_; }

    // ToolHost
    const Design& design() const override { return document_->design(); }
    const BoardIndex& index() const override { return index_; }
    const RoutingIndex& routing() const override { return routing_; }
    const Catalogue& catalogue() const override { return catalogue_; }
    QString language() const override { return QStringLiteral("en"); }
    bool isReadOnly() const override { return readOnly; }
    QSet<ElementId> selection() const override { return selected; }
    void setSelection(const QSet<ElementId>& ids) override {
        selected = ids;
        ++selections;
    }
    Result<void> edit(const EditName& name, const EditFunction& function) override {
        edits.append(name);
        return report(document_->edit(name, function));
    }
    Result<void> editContinued(const EditName& name, const QByteArray& token,
                               const EditFunction& function) override {
        edits.append(name);
        return report(document_->editContinued(name, token, function));
    }
    void editRouting(const RoutingEdit& routing) override {
        const auto done = routing.token.isEmpty()
                              ? edit(routing.name, routing.function)
                              : editContinued(routing.name, routing.token, routing.function);
        if (done && routing.then)
            routing.then();
    }
    void endContinued(const QByteArray& token) override { document_->endContinued(token); }
    void setPreview(const Preview& shown) override {
        if (offered)
            return; // stays while the list is open
        preview = shown;
        ++previews;
    }
    void setCursor(const QCursor& shown) override { cursor = shown.shape(); }
    void scrollView(QPointF pixels) override { scrolled += pixels; }
    void bringIntoView(const QSet<ElementId>& ids) override { broughtIntoView = ids; }
    void startRename(ElementId id) override { renamed = id; }
    void offerKinds(Point where, ElementId source, Beside side,
                    std::function<void(const BlockChoice&)> done) override {
        offeredAt = where;
        offeredSide = side;
        offeredBehind = source;
        offered = std::move(done);
    }
    void openMark(ElementId id, Hit::Part part) override { opened = {id, part}; }
    void finishTool() override { finished = true; }
    DrawingStyle drawingStyle() const override { return style; }
    void shine(Point where, bool begins) override { light.append({where, begins}); }
    void showMessage(const QString& sentence) override { messages.append(sentence); }

    /// The list closes with that choice.
    void choose(const QString& kind, const QString& technology = {}) {
        const auto done = std::exchange(offered, nullptr);
        preview = {};
        done({kind, technology, {}});
    }

    bool readOnly = false;
    QSet<ElementId> selected;
    int selections = 0;
    QList<EditName> edits;
    Preview preview;
    int previews = 0;
    Qt::CursorShape cursor = Qt::BlankCursor;
    QPointF scrolled;
    QSet<ElementId> broughtIntoView;
    ElementId renamed;
    Point offeredAt;
    ElementId offeredBehind;
    Beside offeredSide = Beside::Behind;
    std::function<void(const BlockChoice&)> offered;
    std::pair<ElementId, Hit::Part> opened;
    bool finished = false;
    DrawingStyle style;
    QList<std::pair<Point, bool>> light;
    QStringList messages;

private:
    Result<void> report(Result<void> done) {
        if (!done)
            messages.append(done.error().sentence);
        return done;
    }

    QTemporaryDir folder_;
    Catalogue catalogue_;
    std::unique_ptr<Document> document_;
    BoardIndex index_;
    RoutingIndex routing_;
};

/// A mouse over the board: at 100 % a pixel of the viewport is a point of the board.
class FakeMouse {
public:
    FakeMouse(Tool& tool, FakeHost& host)
        : tool_(tool)
        , host_(host) {}

    void press(Point where, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        modifiers_ = modifiers;
        buttons_ = Qt::LeftButton;
        tool_.pressed(host_, event(where, Qt::LeftButton));
    }
    void move(Point where) { tool_.moved(host_, event(where, Qt::NoButton)); }
    void release(Point where) {
        buttons_ = Qt::NoButton;
        tool_.released(host_, event(where, Qt::LeftButton));
        modifiers_ = Qt::NoModifier;
    }
    void click(Point where, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        press(where, modifiers);
        release(where);
    }
    void doubleClick(Point where) {
        click(where);
        buttons_ = Qt::LeftButton;
        tool_.doubleClicked(host_, event(where, Qt::LeftButton));
        release(where);
    }
    /// As a hand does it: past the threshold, half the way, all the way.
    void drag(Point from, Point to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        dragTo(from, to, modifiers);
        release(to);
    }
    void dragTo(Point from, Point to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        press(from, modifiers);
        move({from.x + (to.x - from.x) / 2, from.y + (to.y - from.y) / 2});
        move(to);
    }
    void hover(Point where) {
        buttons_ = Qt::NoButton;
        move(where);
    }
    bool key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, bool autoRepeat = false) {
        return tool_.keyPressed(host_, KeyPress{key, modifiers, {}, autoRepeat});
    }
    void keyUp(int key) { tool_.keyReleased(host_, KeyPress{key, Qt::NoModifier, {}, false}); }

private:
    PointerEvent event(Point where, Qt::MouseButton button) const {
        PointerEvent e;
        e.at = where;
        e.viewAt = QPointF(points(where.x), points(where.y));
        e.button = button;
        e.buttons = buttons_;
        e.modifiers = modifiers_;
        return e;
    }

    Tool& tool_;
    FakeHost& host_;
    Qt::KeyboardModifiers modifiers_;
    Qt::MouseButtons buttons_;
};

inline QString keysOf(const QList<EditName>& edits) {
    QStringList keys;
    for (const EditName& edit : edits)
        keys.append(QString::fromLatin1(edit.key) +
                    (edit.args.isEmpty() ? QString() : u'(' + edit.args.join(u',') + u')'));
    return keys.join(u' ');
}

} // namespace groundplan
