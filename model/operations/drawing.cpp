#include "model/operations/operations.h"

#include "model/design/validate.h"
#include "model/operations/nesting.h"
#include "model/operations/parts.h"

#include <QLocale>

namespace groundplan {

namespace {

template <class Row>
ElementId putDrawing(Editor& editor, Row row, ElementType type) {
    row.id = ElementId::random();
    row.rect = clamped(row.rect);
    putElement(editor, row.id, type, FrameFinder(editor.design()).parentFor(row.rect.center()));
    editor.put(row);
    return row.id;
}

} // namespace

Result<ElementId> addStroke(Editor& editor, const Stroke& stroke) {
    return putDrawing(editor, stroke, ElementType::Stroke);
}

Result<ElementId> addShape(Editor& editor, const Shape& shape) {
    if (const auto fit = fits(shape.text, limits::kTextLength, OperationText::tr("text")); !fit)
        return Failure(fit.error());
    Shape row = shape;
    row.text = cleaned(shape.text);
    return putDrawing(editor, row, ElementType::Shape);
}

Result<ElementId> addImage(Editor& editor, const QByteArray& bytes, const Rect& rect,
                           const QString& description) {
    const auto megabytes = [](qsizetype size) {
        return QLocale().toString(double(size) / (1 << 20), 'f', 1);
    };
    if (bytes.size() > limits::kAssetBytes) {
        return fail(
            ErrorCode::Refused,
            OperationText::tr("The picture takes %1 MB; one can take at most %2 MB. Make it smaller first.")
                .arg(megabytes(bytes.size()), megabytes(limits::kAssetBytes)));
    }
    qsizetype all = bytes.size();
    for (const QByteArray& other : editor.design().assets.all())
        all += other.size();
    if (all > limits::kAllAssetBytes && !editor.design().assets.contains(Assets::keyOf(bytes))) {
        return fail(
            ErrorCode::Refused,
            OperationText::tr("With this picture the document's pictures would take %1 MB; they can take at "
                              "most %2 MB. Save a copy: it leaves out those that were deleted.")
                .arg(megabytes(all), megabytes(limits::kAllAssetBytes)));
    }
    Image image;
    image.asset = editor.addAsset(bytes);
    image.description = cleaned(description).left(limits::kTitleLength);
    image.rect = rect;
    return putDrawing(editor, image, ElementType::Image);
}

} // namespace groundplan
