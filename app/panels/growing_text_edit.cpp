#include "app/panels/growing_text_edit.h"

#include "app/panels/style.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <cmath>

namespace groundplan {

GrowingTextEdit::GrowingTextEdit(QWidget* parent)
    : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    setViewportMargins(8, 6, 8, 6);
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_Hover);
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingTextEdit::adjustHeight);
    // It is as large as its text. Until the layout has followed it would scroll to the cursor, and stay
    // there; sideways it would for a space at the end of a full line.
    for (QScrollBar* bar : {verticalScrollBar(), horizontalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, [bar] { bar->setValue(0); });
    adjustHeight();
}

void GrowingTextEdit::setQuiet() {
    Style::setVariant(this, Style::Variant::Quiet);
    setViewportMargins(4, 3, 4, 3);
    adjustHeight();
}

void GrowingTextEdit::setMinimumLines(int lines) {
    minimumLines_ = lines;
    adjustHeight();
}

void GrowingTextEdit::setWholePlaceholder() {
    wholePlaceholder_ = true;
    adjustHeight();
}

QSize GrowingTextEdit::sizeHint() const {
    // QPlainTextDocumentLayout measures its height in lines.
    int lines = std::max(minimumLines_, int(std::ceil(document()->size().height())));
    if (wholePlaceholder_ && document()->isEmpty() && viewport()->width() > 40) {
        const QFontMetrics metrics(font());
        const QRect room(0, 0, viewport()->width(), 10'000);
        const int height = metrics.boundingRect(room, Qt::TextWordWrap, placeholderText()).height();
        lines = std::max(lines, (height + metrics.lineSpacing() - 1) / metrics.lineSpacing());
    }
    const QMargins around = viewportMargins();
    return {120,
            lines * QFontMetrics(font()).lineSpacing() + around.top() + around.bottom() + 2 * frameWidth()};
}

QSize GrowingTextEdit::minimumSizeHint() const {
    return {60, sizeHint().height()};
}

void GrowingTextEdit::adjustHeight() {
    const int height = sizeHint().height();
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

void GrowingTextEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    adjustHeight(); // another width wraps otherwise
    // QAbstractScrollArea leaves its viewport as it was in a resize within another.
    setViewportMargins(viewportMargins());
}

void GrowingTextEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adjustHeight();
}

void GrowingTextEdit::keyPressEvent(QKeyEvent* event) {
    if (returnFinishes_ && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !(event->modifiers() & Qt::ShiftModifier)) {
        Q_EMIT returnPressed();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void GrowingTextEdit::focusInEvent(QFocusEvent* event) {
    QPlainTextEdit::focusInEvent(event);
    update(); // the frame shows the focus
}

void GrowingTextEdit::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    update();
}

} // namespace groundplan
