#include "app/window/title_field.h"

#include "app/panels/continued_field.h"
#include "app/panels/element_edits.h"
#include "app/panels/style.h"
#include "app/render/fonts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFrame>

namespace groundplan {

TitleField::TitleField(PanelHost& host, QWidget* parent)
    : QLineEdit(parent)
    , host_(host) {
    Style::setVariant(this, Style::Variant::Quiet);
    setFont(fonts::of(fonts::Role::InspectorTitle));
    setAccessibleName(tr("Title of the design"));
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
    connect(this, &QLineEdit::textChanged, this, [this] {
        updateGeometry();
        updateToolTip();
    });
    connect(this, &QLineEdit::returnPressed, this, [this] { host_.focusBoard(); });
    connect(&host, &PanelHost::documentReset, this, &TitleField::showFileName);
    showFileName();
}

void TitleField::showFileName() {
    setPlaceholderText(host_.documentTitle());
    updateGeometry();
    updateToolTip();
}

QString TitleField::shownTitle() const {
    return text().isEmpty() ? placeholderText() : text();
}

/// Where the letters go while nobody types.
QRect TitleField::letters() const {
    constexpr int kLetterInset = 2; // of a line edit, beside its style's
    QStyleOptionFrame option;
    initStyleOption(&option);
    return style()
        ->subElementRect(QStyle::SE_LineEditContents, &option, this)
        .adjusted(kLetterInset, 0, -kLetterInset, 0);
}

bool TitleField::isCut() const {
    return fontMetrics().horizontalAdvance(shownTitle()) > letters().width();
}

void TitleField::updateToolTip() {
    const QString hint = tr("Click to change the title");
    setToolTip(isCut() ? shownTitle() + QLatin1Char('\n') + hint : hint);
}

void TitleField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    updateToolTip();
}

void TitleField::paintEvent(QPaintEvent* event) {
    if (hasFocus() || !isCut()) {
        QLineEdit::paintEvent(event);
        return;
    }
    // A field would show as much as fits, as if that were all.
    QStyleOptionFrame option;
    initStyleOption(&option);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    const QRect room = letters();
    painter.setPen(palette().color(text().isEmpty() ? QPalette::PlaceholderText : QPalette::Text));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(shownTitle(), Qt::ElideRight, room.width()));
}

QSize TitleField::sizeHint() const {
    return {std::clamp(fontMetrics().horizontalAdvance(shownTitle()) + 22, 60, 340), 30};
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
