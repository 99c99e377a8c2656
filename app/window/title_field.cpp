#include "app/window/title_field.h"

#include "app/panels/continued_field.h"
#include "app/panels/element_edits.h"
#include "app/panels/style.h"
#include "app/render/fonts.h"

#include <QKeyEvent>

namespace groundplan {

TitleField::TitleField(PanelHost& host, QWidget* parent)
    : QLineEdit(parent)
    , host_(host) {
    Style::setVariant(this, Style::Variant::Quiet);
    setFont(fonts::of(fonts::Role::InspectorTitle));
    setAccessibleName(tr("Title of the design"));
    setToolTip(tr("Click to change the title"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFixedHeight(30);
    auto* binding = new ContinuedField(this, host);
    binding->bind(
        EditName{"change-title", {}},
        [](const Design& design) -> std::optional<QString> { return design.board.title; },
        [](Editor& editor, const QString& text) -> Result<void> {
            Board board = editor.design().board;
            board.title = oneLine(text);
            editor.put(board);
            return {};
        });
    connect(this, &QLineEdit::textChanged, this, [this] { updateGeometry(); });
    connect(this, &QLineEdit::returnPressed, this, [this] { host_.focusBoard(); });
    connect(&host, &PanelHost::documentReset, this, &TitleField::showFileName);
    showFileName();
}

void TitleField::showFileName() {
    setPlaceholderText(host_.documentTitle());
    updateGeometry();
}

QSize TitleField::sizeHint() const {
    const QString shown = text().isEmpty() ? placeholderText() : text();
    return {std::clamp(fontMetrics().horizontalAdvance(shown) + 22, 60, 340), 30};
}

QSize TitleField::minimumSizeHint() const {
    return {std::min(60, sizeHint().width()), 30};
}

void TitleField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        host_.focusBoard();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace groundplan
