#include "app/canvas/in_place_editor.h"

#include "app/render/composing.h"
#include "model/design/validate.h"

#include <QFocusEvent>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextOption>

#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr int kLeastFont = 9;   ///< pixels; what is typed stays readable at a small scale
constexpr int kFieldMargin = 2; ///< that a line edit keeps left and right of its text
constexpr int kCaretRoom = 6;   ///< pixels beyond the text, for the caret

} // namespace

InPlaceEditor::InPlaceEditor(QWidget* viewport)
    : QObject(viewport)
    , viewport_(viewport) {}

InPlaceEditor::~InPlaceEditor() = default;

void InPlaceEditor::open(const QString& text, const TextPlace& place, const ViewTransform& view) {
    commit();
    place_ = place;
    if (place.manyLines) {
        textEdit_ = new QPlainTextEdit(text, viewport_);
        textEdit_->setFrameShape(QFrame::NoFrame);
        textEdit_->document()->setDocumentMargin(0);
        textEdit_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        textEdit_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        textEdit_->setTabChangesFocus(true);
        if (place.widens)
            textEdit_->setLineWrapMode(QPlainTextEdit::NoWrap);
        if (place.centred)
            textEdit_->document()->setDefaultTextOption(QTextOption(Qt::AlignHCenter));
        textEdit_->selectAll();
        connect(textEdit_, &QPlainTextEdit::textChanged, this, &InPlaceEditor::changed);
        field_ = textEdit_;
    } else {
        lineEdit_ = new QLineEdit(text, viewport_);
        lineEdit_->setFrame(false);
        lineEdit_->setTextMargins(0, 0, 0, 0);
        lineEdit_->setMaxLength(int(limits::kTitleLength));
        lineEdit_->setAlignment(place.centred ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
        lineEdit_->selectAll();
        connect(lineEdit_, &QLineEdit::textChanged, this, &InPlaceEditor::changed);
        field_ = lineEdit_;
    }
    field_->setObjectName(u"in-place-editor"_s);
    field_->setAccessibleName(tr("Text on the board"));
    // A style sheet, since a style may draw any field with a border of its own.
    field_->setStyleSheet(
        u"QLineEdit, QPlainTextEdit { background: %1; color: %2; border: none; padding: 0; margin: 0;"
        " selection-background-color: %3; selection-color: %4; }"_s.arg(
            place.background.name(), place.colour.name(), place.selection.name(), place.selectedText.name()));
    field_->installEventFilter(this);
    composing_ = new Composing(field_);
    this->place(view);
    field_->show();
    field_->setFocus(Qt::OtherFocusReason);
}

void InPlaceEditor::place(const ViewTransform& view) {
    view_ = view;
    if (!field_)
        return;
    QFont font = place_.font;
    font.setPixelSize(std::max(kLeastFont, qRound(place_.font.pixelSize() * view.zoom())));
    field_->setFont(font);
    resize();
}

void InPlaceEditor::resize(const QString& more) {
    const QRectF area{view_.toView(place_.area.topLeft()), place_.area.size() * view_.zoom()};
    const QFontMetricsF metrics(field_->font());
    QRectF box = area;
    if (textEdit_) {
        if (place_.widens) {
            double widest = 0;
            for (QTextBlock line = textEdit_->document()->begin(); line.isValid(); line = line.next())
                widest = std::max(widest, metrics.horizontalAdvance(line.text()));
            box.setWidth(std::max(area.width(), widest + kCaretRoom));
        }
        textEdit_->resize(box.toAlignedRect().size());               // breaks the lines
        const double lines = textEdit_->document()->size().height(); // a plain text's height counts lines
        const double height = std::ceil(lines * metrics.lineSpacing()) + 2;
        box.setHeight(place_.centred ? height : std::max(area.height(), height));
        if (place_.centred)
            box.moveTop(area.center().y() - height / 2);
    } else {
        const double wanted = metrics.horizontalAdvance(text() + more) + kCaretRoom;
        if (wanted > area.width()) {
            box.setWidth(wanted);
            if (place_.centred)
                box.moveLeft(area.center().x() - wanted / 2);
        }
        const double height = std::max(area.height(), metrics.height());
        box.setTop(area.center().y() - height / 2);
        box.setHeight(height);
        box.adjust(-kFieldMargin, 0, kFieldMargin, 0);
    }
    field_->setGeometry(box.toAlignedRect());
}

QString InPlaceEditor::text() const {
    return textEdit_ ? textEdit_->toPlainText() : lineEdit_->text();
}

void InPlaceEditor::changed() {
    if (textEdit_ && textEdit_->document()->characterCount() > limits::kTextLength) {
        // As QLineEdit::maxLength: what does not fit is not taken.
        const QSignalBlocker quiet(textEdit_);
        textEdit_->setPlainText(textEdit_->toPlainText().left(limits::kTextLength - 1));
        textEdit_->moveCursor(QTextCursor::End);
    }
    resize(composing_->preedit());
    Q_EMIT edited(text());
}

void InPlaceEditor::close() {
    QWidget* field = std::exchange(field_, nullptr);
    lineEdit_ = nullptr;
    textEdit_ = nullptr;
    composing_ = nullptr;
    field->removeEventFilter(this);
    // Before it hides: else the focus would go on as if by Tab.
    if (field->hasFocus())
        viewport_->setFocus(Qt::OtherFocusReason);
    field->hide();
    field->deleteLater();
}

void InPlaceEditor::commit() {
    if (!field_)
        return;
    const QString typed = text();
    close();
    Q_EMIT committed(typed);
}

void InPlaceEditor::abandon() {
    if (!field_)
        return;
    close();
    Q_EMIT abandoned();
}

bool InPlaceEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched != field_)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Esc, Enter and Tab are the field's own while it is open, whatever the window's menus say.
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab ||
            key == Qt::Key_Backtab) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::InputMethod) {
        const auto* input = static_cast<QInputMethodEvent*>(event);
        resize(input->commitString() + input->preeditString());
    } else if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        // A word that is being composed has them first: Enter takes it over, and only the next one is the
        // editor's.
        if (*composing_) {
            if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
                QGuiApplication::inputMethod()->commit();
            return key->key() != Qt::Key_Backspace && key->key() != Qt::Key_Delete;
        }
        switch (key->key()) {
        case Qt::Key_Escape:
            // Out of a text of several lines Esc is how one goes on; taking back a minute's typing is what
            // undo is for.
            textEdit_ ? commit() : abandon();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (textEdit_ && !key->modifiers().testFlag(Qt::ControlModifier))
                return false;
            commit();
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            commit();
            return true;
        default:
            break;
        }
    } else if (event->type() == QEvent::FocusOut) {
        // Its own menu and another window take the focus only for a while.
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            commit();
    } else if (event->type() == QEvent::Wheel) {
        event->ignore(); // goes on to the board, which scrolls under an open editor
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace groundplan
