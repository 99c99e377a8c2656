#include "model/operations/operations.h"

#include "model/design/catalogue.h"
#include "model/design/names.h"
#include "model/design/validate.h"
#include "model/operations/parts.h"

namespace groundplan {

namespace {

/// The first title of the user's own takes the name along; later ones leave it.
template <class Row>
void giveTitle(Editor& editor, const Row& old, const QString& title) {
    if (title == old.title)
        return;
    Row row = old;
    row.title = title;
    if (!row.ownTitle)
        row.name = uniqueName(title, namesIn(editor.design(), {row.id}));
    row.ownTitle = true;
    editor.put(row);
}

} // namespace

Result<void> renameElement(Editor& editor, ElementId id, const QString& wanted, const MeasureLabel& measure,
                           const QString& defaultTitle) {
    const Design& design = editor.design();
    if (const auto there = allThere(design, {id}); !there)
        return there;
    const QString title = cleaned(wanted).trimmed();
    const bool isText = design.cards.contains(id) || design.shapes.contains(id);
    const auto fit = isText ? fits(title, limits::kTextLength, OperationText::tr("text"))
                            : fits(title, limits::kTitleLength, OperationText::tr("title"));
    if (!fit)
        return fit;
    if (const Block* block = design.blocks.find(id)) {
        if (!title.isEmpty()) {
            giveTitle(editor, Block(*block), title);
        } else if (!defaultTitle.isEmpty()) {
            Block row = *block;
            row.title = cleaned(defaultTitle).left(limits::kTitleLength);
            editor.put(row);
        }
    } else if (const Frame* frame = design.frames.find(id)) {
        if (!title.isEmpty()) {
            giveTitle(editor, Frame(*frame), title);
        } else if (!frame->title.isEmpty()) { // its name stays, and says which frame it is
            Frame row = *frame;
            row.title.clear();
            editor.put(row);
        }
    } else if (const Connection* connection = design.connections.find(id)) {
        Connection row = *connection;
        if (row.label == title)
            return {};
        row.label = title;
        row.labelSize = labelSize(title, measure);
        editor.put(row);
        placeLabels(editor, {id});
    } else if (const Card* card = design.cards.find(id)) {
        if (card->kind != CardKind::Text && card->kind != CardKind::Task) {
            return fail(
                ErrorCode::Refused,
                OperationText::tr("This card shows what stands elsewhere in the design; change it there."));
        }
        Card row = *card;
        row.text = title;
        editor.put(row);
    } else if (const Shape* shape = design.shapes.find(id)) {
        if (shape->kind == ShapeKind::Text &&
            title.isEmpty()) { // nothing would be left to see or to click at
            removeRows(editor, {id}, {});
            return {};
        }
        Shape row = *shape;
        row.text = title;
        editor.put(row);
    } else if (const Image* image = design.images.find(id)) {
        Image row = *image;
        row.description = title;
        editor.put(row);
    }
    return {};
}

Result<void> changeKind(Editor& editor, ElementId id, const Kind* old, const Kind& kind,
                        const QString& language) {
    const Block* block = editor.design().blocks.find(id);
    if (!block) {
        return fail(ErrorCode::Refused,
                    OperationText::tr("The block is no longer in the design; select again what you see."));
    }
    Block row = *block;
    if (row.kind == kind.name)
        return {};
    row.kind = kind.name;
    if (!old || row.ml == old->ml)
        row.ml = kind.ml;
    if (!old || row.path == old->path)
        row.path = kind.path;
    if (!row.ownTitle) {
        row.title = cleaned(kind.title.in(language)).left(limits::kTitleLength);
        row.name = uniqueName(row.title, namesIn(editor.design(), {id}));
    }
    editor.put(row);
    return {};
}

Result<void> setLocked(Editor& editor, const QSet<ElementId>& ids, bool locked) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    for (const ElementId id : ids) {
        Element row = *editor.design().elements.find(id);
        row.locked = locked;
        editor.put(row);
    }
    return {};
}

} // namespace groundplan
