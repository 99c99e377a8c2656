#include "app/panels/continued_field.h"

#include <QContextMenuEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>

namespace groundplan {
namespace {

/// Where a cursor goes when a text changes under it: it stays beside the characters it stood beside.
int mappedPosition(const QString& before, const QString& after, int position) {
    const int shorter = int(std::min(before.size(), after.size()));
    int head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    if (position <= head)
        return position;
    int tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    if (position >= before.size() - tail)
        return int(after.size() - (before.size() - position));
    return int(after.size()) - tail;
}

bool isUndo(QKeyEvent* key) {
    return key->matches(QKeySequence::Undo);
}
bool isRedo(QKeyEvent* key) {
    return key->matches(QKeySequence::Redo) || key->keyCombination() == QKeyCombination(Qt::CTRL, Qt::Key_Y);
}

} // namespace

ContinuedField::ContinuedField(QLineEdit* field, PanelHost& host)
    : QObject(field)
    , widget_(field)
    , host_(host) {
    access_.text = [field] { return field->text(); };
    access_.setText = [field](const QString& text) {
        const QString before = field->text();
        const int anchor = field->hasSelectedText() ? (field->cursorPosition() == field->selectionStart()
                                                           ? field->selectionEnd()
                                                           : field->selectionStart())
                                                    : -1;
        const int cursor = mappedPosition(before, text, field->cursorPosition());
        field->setText(text);
        if (!field->hasFocus()) {
            field->setCursorPosition(0); // a long text shows its beginning
        } else if (anchor >= 0) {
            const int from = mappedPosition(before, text, anchor);
            field->setSelection(from, cursor - from);
        } else {
            field->setCursorPosition(cursor);
        }
    };
    access_.setReadOnly = [field](bool readOnly) { field->setReadOnly(readOnly); };
    connect(field, &QLineEdit::textEdited, this, &ContinuedField::typed);
    connect(field, &QLineEdit::returnPressed, this, [this] {
        finish();
        Q_EMIT finished();
    });
    connectHost();
}

ContinuedField::ContinuedField(QPlainTextEdit* field, PanelHost& host)
    : QObject(field)
    , widget_(field)
    , host_(host) {
    field->setUndoRedoEnabled(false);
    access_.text = [field] { return field->toPlainText(); };
    access_.setText = [field](const QString& text) {
        const QString before = field->toPlainText();
        QTextCursor cursor = field->textCursor();
        const int anchor = mappedPosition(before, text, cursor.anchor());
        const int position = mappedPosition(before, text, cursor.position());
        const int scrolled = field->verticalScrollBar()->value();
        field->setPlainText(text);
        cursor = field->textCursor();
        cursor.setPosition(anchor);
        cursor.setPosition(position, QTextCursor::KeepAnchor);
        field->setTextCursor(cursor);
        field->verticalScrollBar()->setValue(scrolled);
    };
    access_.setReadOnly = [field](bool readOnly) { field->setReadOnly(readOnly); };
    connect(field, &QPlainTextEdit::textChanged, this, [this] {
        if (!updating_)
            typed();
    });
    connectHost();
}

void ContinuedField::connectHost() {
    static quint64 lastToken = 0;
    token_ = "field-" + QByteArray::number(++lastToken);
    access_.setReadOnly(true);
    widget_->installEventFilter(this);
    timer_.setSingleShot(true);
    timer_.setInterval(kCommitInterval);
    connect(&timer_, &QTimer::timeout, this, &ContinuedField::commit);
    connect(&host_, &PanelHost::changed, this, &ContinuedField::refresh);
    connect(&host_, &PanelHost::documentReset, this, &ContinuedField::refresh);
    connect(&host_, &PanelHost::commitRequested, this, &ContinuedField::commit);
}

void ContinuedField::bind(const EditName& name, Read read, Write write) {
    bind([name] { return name; }, std::move(read), std::move(write));
}

void ContinuedField::bind(Name name, Read read, Write write) {
    finish();
    name_ = std::move(name);
    read_ = std::move(read);
    write_ = std::move(write);
    dirty_ = false;
    refresh();
}

void ContinuedField::unbind() {
    bind(Name(), {}, {});
}

void ContinuedField::typed() {
    if (updating_ || !write_)
        return;
    dirty_ = true;
    if (!timer_.isActive())
        timer_.start();
}

bool ContinuedField::commit() {
    timer_.stop();
    if (!dirty_ || !write_)
        return true;
    const QString text = access_.text();
    dirty_ = false; // before the edit: the refresh that it causes must find the field at rest
    const Result<void> done = host_.editContinued(
        name_(), token_, [write = write_, text](Editor& editor) { return write(editor, text); });
    if (!done) {
        // The text stays in the field, where the user can copy it; the next key or focus change tries again.
        dirty_ = read_ && read_(host_.design()).has_value() && !host_.isReadOnly();
        return false;
    }
    return true;
}

void ContinuedField::finish() {
    commit();
    host_.endContinued(token_);
    Q_EMIT ended();
}

void ContinuedField::refresh() {
    if (dirty_ || composing_)
        return;
    const std::optional<QString> text = read_ ? read_(host_.design()) : std::nullopt;
    access_.setReadOnly(!text || host_.isReadOnly());
    const QString shown = text.value_or(QString());
    if (shown == access_.text())
        return;
    updating_ = true;
    access_.setText(shown);
    updating_ = false;
}

bool ContinuedField::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Left to the window's actions, so that one key undoes the document's edits wherever the focus is.
        if (auto* key = static_cast<QKeyEvent*>(event); isUndo(key) || isRedo(key)) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (auto* key = static_cast<QKeyEvent*>(event); isUndo(key) || isRedo(key)) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::InputMethod: {
        const bool was = composing_;
        composing_ = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        if (was && !composing_) // once the field has taken the composed text
            QMetaObject::invokeMethod(this, &ContinuedField::refresh, Qt::QueuedConnection);
        break;
    }
    case QEvent::FocusOut:
        if (const auto reason = static_cast<QFocusEvent*>(event)->reason();
            reason == Qt::PopupFocusReason || reason == Qt::MenuBarFocusReason) {
            commit();
        } else {
            composing_ = false;
            finish();
            QMetaObject::invokeMethod(this, &ContinuedField::finished, Qt::QueuedConnection);
        }
        break;
    case QEvent::Hide:
        finish();
        break;
    case QEvent::ContextMenu:
        showMenu(static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void ContinuedField::showMenu(const QPoint& globalPosition) {
    QMenu menu(widget_);
    const bool editable = read_ && !host_.isReadOnly();
    QAction* undo = menu.addAction(tr("Undo"), this, [this] { host_.undo(); });
    QAction* redo = menu.addAction(tr("Redo"), this, [this] { host_.redo(); });
    undo->setEnabled(host_.canUndo() || dirty_);
    redo->setEnabled(host_.canRedo());
    menu.addSeparator();
    const auto both = [this](auto onLine, auto onText) {
        return [this, onLine, onText] {
            if (auto* line = qobject_cast<QLineEdit*>(widget_))
                (line->*onLine)();
            else
                (static_cast<QPlainTextEdit*>(widget_)->*onText)();
        };
    };
    const auto* line = qobject_cast<QLineEdit*>(widget_);
    const bool selected =
        line ? line->hasSelectedText() : static_cast<QPlainTextEdit*>(widget_)->textCursor().hasSelection();
    menu.addAction(tr("Cut"), this, both(&QLineEdit::cut, &QPlainTextEdit::cut))
        ->setEnabled(editable && selected);
    menu.addAction(tr("Copy"), this, both(&QLineEdit::copy, &QPlainTextEdit::copy))->setEnabled(selected);
    menu.addAction(tr("Paste"), this, both(&QLineEdit::paste, &QPlainTextEdit::paste))->setEnabled(editable);
    menu.addSeparator();
    menu.addAction(tr("Select all"), this, both(&QLineEdit::selectAll, &QPlainTextEdit::selectAll));
    menu.exec(globalPosition);
}

} // namespace groundplan
