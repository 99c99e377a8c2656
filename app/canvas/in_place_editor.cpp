#include "app/canvas/in_place_editor.h"

#include "app/render/composing.h"
#include "model/design/validate.h"

#include <QAbstractTextDocumentLayout>
#include <QFocusEvent>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>
#include <QTextOption>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr int kLeastFont = 9; ///< pixels; what is typed stays readable at a small scale
constexpr double kAround = 4; ///< pixels around the text, for the caret and a space at a line's end
constexpr int kBorder = 1;    ///< pixels, of a field that is larger than what it lies on
/// A line of a fixed height has its baseline at that part of it, whatever the font.
constexpr double kBaseline = 0.8;

/// Keeps no formats of what is pasted, leaves the wheel to the board, and never scrolls within itself: it is
/// always as large as its text.
class Field : public QTextEdit {
public:
    Field(const TextPlace& place, QWidget* parent)
        : QTextEdit(parent)
        , manyLines_(place.manyLines) {
        setAcceptRichText(false);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setTabChangesFocus(true);
        QTextOption option(place.centred ? Qt::AlignHCenter : Qt::AlignLeft);
        option.setUseDesignMetrics(true); // as the painter's layouts, so that lines break at the same words
        option.setWrapMode(place.widens ? QTextOption::NoWrap : QTextOption::WrapAtWordBoundaryOrAnywhere);
        setWordWrapMode(option.wrapMode());
        document()->setDefaultTextOption(option);
        for (QScrollBar* bar : {horizontalScrollBar(), verticalScrollBar()})
            connect(bar, &QScrollBar::valueChanged, bar, [bar] { bar->setValue(0); });
    }

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
    void keyReleaseEvent(QKeyEvent*) override {} // is no key of the board's
    void insertFromMimeData(const QMimeData* source) override {
        const QString text = source->text();
        textCursor().insertText(manyLines_ ? text : InPlaceEditor::onOneLine(text));
    }

private:
    bool manyLines_;
};

} // namespace

InPlaceEditor::InPlaceEditor(QWidget* viewport)
    : QObject(viewport)
    , viewport_(viewport) {}

InPlaceEditor::~InPlaceEditor() = default;

QString InPlaceEditor::onOneLine(QString text) {
    for (QChar& c : text) {
        if (c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

void InPlaceEditor::open(const QString& text, const TextPlace& place, const ViewTransform& view) {
    commit();
    place_ = place;
    view_ = view;
    lineHeight_ = 0;
    field_ = new Field(place, viewport_);
    field_->setPlainText(text);
    field_->setObjectName(u"in-place-editor"_s);
    field_->setAccessibleName(tr("Text on the board"));
    style();
    field_->selectAll();
    connect(field_, &QTextEdit::textChanged, this, &InPlaceEditor::changed);
    // Also for what an input method composes, which is in no text yet.
    connect(field_->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &InPlaceEditor::resize);
    field_->installEventFilter(this);
    composing_ = new Composing(field_);
    resize();
    field_->show();
    field_->setFocus(Qt::OtherFocusReason);
}

void InPlaceEditor::place(const ViewTransform& view) {
    view_ = view;
    if (!field_)
        return;
    style();
    resize();
}

void InPlaceEditor::place(const TextPlace& place, const ViewTransform& view) {
    place_ = place;
    this->place(view);
}

/// Font, colours and border for the scale of the view.
void InPlaceEditor::style() {
    // Fonts come in whole pixels. The room is scaled as they are, or lines would break elsewhere than the
    // painter's.
    const int size = place_.font.pixelSize();
    QFont font = place_.font;
    font.setPixelSize(std::max(kLeastFont, qRound(size * view_.zoom())));
    scale_ = double(font.pixelSize()) / size;
    larger_ = font.pixelSize() > size * view_.zoom() + 0.5;
    if (field_->font() != font)
        field_->setFont(font);
    const QString background = place_.background.alpha() == 0 && !larger_
                                   ? u"transparent"_s
                                   : QColor(place_.background.rgb()).name();
    const QString border = larger_ ? u"%1px solid %2"_s.arg(kBorder).arg(place_.selection.name()) : u"none"_s;
    // A style sheet, since a style may draw any field with a border of its own.
    const QString sheet =
        u"QTextEdit { background: %1; color: %2; border: %3; border-radius: 3px; padding: 0; margin: 0;"
        " selection-background-color: %4; selection-color: %5; }"_s.arg(
            background, place_.colour.name(), border, place_.selection.name(), place_.selectedText.name());
    if (field_->styleSheet() != sheet)
        field_->setStyleSheet(sheet);
    setLineHeight(place_.lineHeight * scale_);
}

void InPlaceEditor::setLineHeight(double pixels) {
    if (pixels == lineHeight_)
        return;
    lineHeight_ = pixels;
    const QSignalBlocker quiet(field_);
    QTextDocument* document = field_->document();
    document->setUndoRedoEnabled(false); // how it looks is nothing to undo
    QTextBlockFormat format;
    format.setLineHeight(pixels, QTextBlockFormat::FixedHeight);
    QTextCursor all(document);
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
    document->setUndoRedoEnabled(true);
}

void InPlaceEditor::resize() {
    if (!field_ || resizing_)
        return;
    const QScopedValueRollback busy(resizing_, true);
    QTextDocument* document = field_->document();
    QSizeF text = place_.area.size() * scale_;
    if (place_.widens)
        text.setWidth(std::max(text.width(), document->idealWidth() - 2 * document->documentMargin()));
    const int border = larger_ ? kBorder : 0;
    const double width = std::ceil(text.width() + 2 * kAround);
    const double margin = (width - text.width()) / 2; // so that lines break at exactly that width
    document->setDocumentMargin(margin);
    field_->resize(int(width) + 2 * border, field_->height()); // breaks the lines
    const double height = document->size().height() - 2 * margin;

    const QRectF area{view_.toView(place_.area.topLeft()), place_.area.size() * view_.zoom()};
    QPointF at = area.topLeft();
    if (place_.centred)
        at.setX(area.center().x() - text.width() / 2);
    if (place_.centred || !place_.manyLines)
        at.setY(area.center().y() - height / 2);
    text.setHeight(place_.manyLines && !place_.centred ? std::max(height, area.height()) : height);
    const QFontMetricsF metrics(field_->font());
    const double baseline = (lineHeight_ - metrics.height()) / 2 + metrics.ascent();
    at.ry() += baseline - kBaseline * lineHeight_;
    field_->setGeometry(int(std::lround(at.x() - margin)) - border,
                        int(std::lround(at.y() - margin)) - border, int(width) + 2 * border,
                        int(std::ceil(text.height() + 2 * margin)) + 2 * border);
}

QString InPlaceEditor::text() const {
    return field_->toPlainText();
}

void InPlaceEditor::changed() {
    const QString typed = text();
    QString taken = place_.manyLines ? typed : onOneLine(typed);
    // What does not fit is not taken.
    taken.truncate(place_.manyLines ? limits::kTextLength - 1 : limits::kTitleLength);
    if (taken != typed) {
        const QSignalBlocker quiet(field_);
        const int at = field_->textCursor().position();
        field_->setPlainText(taken);
        lineHeight_ = 0;
        setLineHeight(place_.lineHeight * scale_);
        QTextCursor cursor = field_->textCursor();
        cursor.setPosition(std::min(at, int(taken.size())));
        field_->setTextCursor(cursor);
    }
    resize();
    Q_EMIT edited(taken);
}

void InPlaceEditor::close() {
    QTextEdit* field = std::exchange(field_, nullptr);
    composing_ = nullptr;
    field->removeEventFilter(this);
    field->disconnect(this);
    field->document()->documentLayout()->disconnect(this);
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
            place_.manyLines ? commit() : abandon();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (place_.manyLines && !key->modifiers().testFlag(Qt::ControlModifier))
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
    }
    return QObject::eventFilter(watched, event);
}

} // namespace groundplan
