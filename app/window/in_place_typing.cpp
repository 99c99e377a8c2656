#include "app/window/in_place_typing.h"

#include "app/render/board_painter.h"
#include "app/tools/tool.h"
#include "app/window/board_controller.h"
#include "model/operations/operations.h"

namespace groundplan {

namespace {

const QByteArray kToken = kTypingToken;

/// A block that has grown for what was typed gets its size back, and connections their ways.
void shrinkBack(Editor& editor, const Design& start, ElementId id) {
    Block row = *editor.design().blocks.find(id);
    const Rect old = start.blocks.find(id)->rect;
    if (row.rect == old || row.rect.topLeft() != old.topLeft())
        return;
    row.rect = old;
    editor.put(row);
    const Design now = editor.design();
    for (const Connection& was : start.connections) {
        const Connection* connection = now.connections.find(was.id);
        if (!connection || connection == &was || connection->route == was.route ||
            now.rectOf(was.source) != start.rectOf(was.source) ||
            now.rectOf(was.target) != start.rectOf(was.target))
            continue;
        Connection back = *connection;
        back.route = was.route;
        editor.put(back);
    }
}

} // namespace

InPlaceTyping::InPlaceTyping(BoardController& board)
    : board_(board) {
    timer_.setSingleShot(true);
    timer_.setInterval(kCommitWithin);
    connect(&timer_, &QTimer::timeout, this, &InPlaceTyping::write);
}

void InPlaceTyping::begin(ElementId id) {
    id_ = id;
    block_.reset();
    frame_.reset();
    connection_.reset();
    card_.reset();
    task_.reset();
    shape_.reset();
    written_ = false;
    start_ = board_.document()->design();
    const Design& design = start_;
    if (const Block* block = design.blocks.find(id)) {
        block_ = *block;
        before_ = block->title;
    } else if (const Frame* frame = design.frames.find(id)) {
        frame_ = *frame;
        before_ = frame->title;
    } else if (const Connection* connection = design.connections.find(id)) {
        connection_ = *connection;
        before_ = connection->label;
    } else if (const Card* card = design.cards.find(id)) {
        card_ = *card;
        before_ = card->text;
        if (card->kind == CardKind::Task) {
            task_ = design.board.task;
            before_ = *task_;
        }
    }
    if (const Shape* shape = design.shapes.find(id)) {
        shape_ = *shape;
        before_ = shape->text;
        // A free text that was made to be typed into is an edit only once it says something.
        written_ = shape->kind == ShapeKind::Text && shape->text.isEmpty();
    }
    typed_ = before_;
}

/// Whether the element has no room for what is typed: it should grow with the key, not a moment later.
bool InPlaceTyping::outgrown() const {
    const Design& design = board_.document()->design();
    const Element* element = design.elements.find(id_);
    if (!element || element->locked)
        return false;
    if (const Block* now = design.blocks.find(id_)) {
        Block block = *now;
        block.title = typed_;
        const Size size = sizeForTitle(design, block);
        return size.w > block.rect.w || size.h > block.rect.h;
    }
    if (const Card* now = design.cards.find(id_); now && now->kind == CardKind::Text) {
        Card card = *now;
        card.text = typed_;
        return fittingCardSize(design, card).h > card.rect.h;
    }
    return false;
}

void InPlaceTyping::edited(const QString& text) {
    typed_ = text;
    if (outgrown())
        write();
    else if (!timer_.isActive())
        timer_.start();
}

bool InPlaceTyping::committed(const QString& text) {
    typed_ = text;
    finished_ = true;
    // Left as it was, nothing is written: a default title stays one.
    const bool kept = (typed_ == before_ && !written_) || write();
    end();
    return kept;
}

void InPlaceTyping::abandoned() {
    typed_ = before_;
    finished_ = true;
    if (written_ &&
        board_.document()->design().elements.contains(id_)) // else it went while it was typed into
        write();
    end();
}

void InPlaceTyping::end() {
    timer_.stop();
    if (written_)
        board_.endContinued(kToken);
    id_ = {};
    start_ = {};
    finished_ = false;
}

/// An emptied text goes only when the typing is over.
bool InPlaceTyping::writeShape(const QString& typed) {
    const auto done =
        board_.editContinued({"change-text", {}}, kToken, [this, typed](Editor& editor) -> Result<void> {
            const Shape* shape = editor.design().shapes.find(id_);
            if (finished_ || !shape || !typed.trimmed().isEmpty())
                return renameElement(editor, id_, typed);
            Shape row = *shape;
            row.text.clear();
            editor.put(row);
            return {};
        });
    written_ |= bool(done);
    return bool(done);
}

bool InPlaceTyping::write() {
    timer_.stop();
    if (!id_)
        return true;
    const bool restore = typed_ == before_;
    const QString typed = typed_;
    if (task_) {
        const auto done =
            board_.editContinued({"change-task", {}}, kToken, [typed](Editor& editor) -> Result<void> {
                Board board = editor.design().board;
                board.task = typed;
                editor.put(board);
                return {};
            });
        written_ |= bool(done);
        return bool(done);
    }
    if (shape_)
        return writeShape(typed);
    const char* key = connection_ ? "change-label" : card_ ? "change-card" : "change-title";
    const auto done =
        board_.editContinued({key, {}}, kToken, [this, typed, restore](Editor& editor) -> Result<void> {
            const Design& design = editor.design();
            QString shown;
            if (const Block* now = design.blocks.find(id_); now && block_) {
                shown = now->title;
                Block row = *now;
                row.title = block_->title;
                row.name = block_->name;
                row.ownTitle = block_->ownTitle;
                editor.put(row);
                if (restore)
                    shrinkBack(editor, start_, id_);
            } else if (const Frame* frame = design.frames.find(id_); frame && frame_) {
                Frame row = *frame;
                row.title = frame_->title;
                row.name = frame_->name;
                row.ownTitle = frame_->ownTitle;
                editor.put(row);
            }
            if (restore && (block_ || frame_))
                return {};
            const auto renamed = renameElement(editor, id_, typed, measureLabel, board_.defaultTitleOf(id_));
            // It is as large as the whole title wants it, not as its beginnings did.
            if (renamed && block_ && editor.design().blocks.find(id_)->title != shown)
                shrinkBack(editor, start_, id_);
            return renamed;
        });
    written_ |= bool(done);
    return bool(done);
}

} // namespace groundplan
