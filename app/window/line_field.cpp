#include "app/window/line_field.h"

#include "app/canvas/board_view.h"
#include "app/panels/host_icons.h"
#include "app/panels/style.h"
#include "app/render/composing.h"
#include "app/window/board_controller.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kMostOffered = 8;
constexpr int kRowHeight = 32;
constexpr int kNarrowest = 300;
constexpr int kFromSide = 8; ///< of the canvas
constexpr int kIconSize = 22;
constexpr int kRowMargin = 8; ///< beside the icon and the text

/// An icon and a text. Style sheets, editors and check marks of the general delegate lay every text out five
/// times, and the rows are others with each keystroke.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {100, kRowHeight};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const QRect& area = option.rect;
        const QRect icon(area.left() + kRowMargin, area.top() + (area.height() - kIconSize) / 2, kIconSize,
                         kIconSize);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
        const QRect text = area.adjusted(kIconSize + 2 * kRowMargin, 0, -kRowMargin, 0);
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(
            text, Qt::AlignVCenter | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    }
};

} // namespace

LineField::LineField(PanelHost& host, QWidget* parent)
    : QLineEdit(parent)
    , host_(host)
    , composing_(new Composing(this)) {
    Style::setVariant(this, Style::Variant::Search);
    setPlaceholderText(tr("/ events > kafka > spark"));
    setAccessibleName(tr("Sketch in words"));
    const auto followDocument = [this] {
        setEnabled(!host_.isReadOnly());
        setToolTip(isEnabled()
                       ? tr("Blocks and connections in words: events > kafka > spark (/); Enter adds them")
                       : tr("This board is read-only; save a copy to change it."));
    };
    connect(&host_, &PanelHost::documentReset, this, followDocument);
    followDocument();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textEdited, this, [this] {
        chosen_ = false;
        refresh();
    });
    connect(this, &QLineEdit::cursorPositionChanged, this, [this] {
        // Typing moves the cursor, too: once is enough.
        if (popupOpen() && text() == shownText_ && cursorPosition() != shownCursor_)
            refresh();
    });
}

void LineField::setBoard(BoardController* board) {
    board_ = board;
}

QSize LineField::sizeHint() const {
    constexpr int kStep = 120; // not with every letter
    constexpr int kMost = kUsualWidth + 4 * kStep;
    if (!hasFocus())
        return {kUsualWidth, 30};
    const int wanted = fontMetrics().horizontalAdvance(text()) + 2 * fontMetrics().height();
    const int steps = std::max(0, (wanted - kUsualWidth + kStep - 1) / kStep);
    return {std::min(kMost, kUsualWidth + steps * kStep), 30};
}

QString LineField::hint() const {
    return hint_ && popupOpen() ? hint_->text() : QString();
}

bool LineField::popupOpen() const {
    return popup_ && popup_->isVisible();
}

void LineField::makePopup() {
    // A tool tip window never takes the keyboard from the field.
    popup_ = new QFrame(this, Qt::ToolTip);
    popup_->setFrameShape(QFrame::Box);
    popup_->setAttribute(Qt::WA_ShowWithoutActivating);
    popup_->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(popup_);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    list_ = new QListView;
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setItemDelegate(new RowDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setMouseTracking(true);
    model_ = new QStandardItemModel(list_);
    list_->setModel(model_);
    hint_ = new QLabel;
    hint_->setContentsMargins(10, 6, 10, 6);
    hint_->setWordWrap(true);
    hint_->setTextFormat(Qt::PlainText);
    column->addWidget(list_);
    column->addWidget(hint_);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { complete(index.row()); });
}

void LineField::refresh() {
    updateGeometry(); // it grows with its text
    if (!board_ || isReadOnly() || text().trimmed().isEmpty()) {
        hidePopup();
        return;
    }
    if (!popup_)
        makePopup();
    const TextSpan before = words_;
    shownText_ = text();
    shownCursor_ = cursorPosition();
    words_ = wordsAround(shownText_, shownCursor_);
    chosen_ = chosen_ && words_ == before; // a row is about the words it was chosen for
    showRows(shownText_.mid(words_.from, words_.to - words_.from));
    showResult();
}

void LineField::showRows(const QString& words) {
    const int row = chosen_ ? list_->currentIndex().row() : 0;
    meanings_ = words.isEmpty() ? QList<Meaning>() : board_->completionsFor(words, kMostOffered);
    const int rows = int(meanings_.size());
    if (model_->rowCount() > rows)
        model_->removeRows(rows, model_->rowCount() - rows);
    for (int i = 0; i < rows; ++i) {
        const Meaning& meaning = meanings_[i];
        const Kind* kind = host_.catalogue().kind(meaning.kind);
        const QString title = kind ? kind->title.in(host_.language()) : meaning.kind;
        const QString shown = meaning.existing
                                  ? tr("%1 — on the board").arg(host_.design().captionOf(meaning.existing))
                              : !meaning.technology.isEmpty() ? tr("%1 — %2").arg(meaning.technology, title)
                              : !meaning.title.isEmpty()      ? meaning.title
                                                              : title;
        if (i >= model_->rowCount())
            model_->appendRow(new QStandardItem);
        model_->item(i)->setText(shown);
        model_->item(i)->setIcon(kind ? kindIcon(host_, kind->name) : QIcon());
    }
    chosen_ = chosen_ && rows > 0;
    list_->setVisible(rows > 0);
    list_->setFixedHeight(rows * kRowHeight);
    if (rows > 0)
        list_->setCurrentIndex(model_->index(std::clamp(row, 0, rows - 1), 0));
}

void LineField::showResult() {
    const Completed now = chosen_ ? completed(list_->currentIndex().row()) : Completed{shownText_, 0};
    const auto preview = board_->previewSketch(now.line);
    const QString result = !preview             ? preview.error().sentence
                           : preview->isEmpty() ? tr("Nothing new.")
                           : chosen_            ? *preview
                                                : tr("Enter: %1").arg(*preview);
    hint_->setText(
        chosen_ ? tr("Enter writes “%1”: %2").arg(now.line.mid(words_.from, now.end - words_.from), result)
                : result);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     colours.color(!preview ? QPalette::BrightText : QPalette::PlaceholderText));
    hint_->setPalette(colours);
    place();
}

void LineField::place() {
    const int wide = std::max(width(), kNarrowest);
    hint_->setFixedWidth(wide - 2);
    QLayout* layout = popup_->layout();
    layout->activate();
    const int high = layout->hasHeightForWidth() ? layout->heightForWidth(wide) : layout->sizeHint().height();
    QPoint corner = mapToGlobal(QPoint(0, height() + 3));
    // What is shown there is of the board: over the canvas, not over the panel beside it.
    const QWidget* canvas = board_->view()->viewport();
    const int left = canvas->mapToGlobal(QPoint(kFromSide, 0)).x();
    const int right = canvas->mapToGlobal(QPoint(canvas->width() - kFromSide, 0)).x();
    if (right - left >= wide)
        corner.setX(std::clamp(corner.x(), left, right - wide));
    popup_->setGeometry(QRect(corner, QSize(wide, high)));
    popup_->show();
}

void LineField::hidePopup() {
    if (popupOpen())
        popup_->hide();
    if (board_)
        board_->endSketchPreview();
}

void LineField::choose(int step) {
    const int rows = model_->rowCount();
    if (rows == 0)
        return;
    list_->setCurrentIndex(model_->index((list_->currentIndex().row() + step + rows) % rows, 0));
    chosen_ = true;
    showResult();
}

LineField::Completed LineField::completed(int row) const {
    const QString written = board_->writtenFor(meanings_[row]);
    QString line = text();
    line.replace(words_.from, words_.to - words_.from, written);
    return {line, words_.from + written.size()};
}

bool LineField::complete(int row) {
    if (row < 0 || row >= meanings_.size())
        return false;
    const Completed now = completed(row);
    chosen_ = false;
    setText(now.line);
    setCursorPosition(int(now.end));
    refresh();
    return true;
}

void LineField::carryOut() {
    const QString line = text();
    if (!board_ || line.trimmed().isEmpty())
        return;
    if (const auto error = board_->sketch(line)) {
        setCursorPosition(int(error->at));
        refresh();
        return;
    }
    clear();
    hidePopup();
    Q_EMIT finished();
}

bool LineField::event(QEvent* event) {
    if (event->type() == QEvent::KeyPress && *composing_) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab)
            return true; // about the word that is being composed
    }
    // Tab completes while there is something to complete; else it leaves the field as everywhere.
    if (event->type() == QEvent::KeyPress && popupOpen() && model_->rowCount() > 0) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier) {
            complete(list_->currentIndex().row());
            return true;
        }
    }
    return QLineEdit::event(event);
}

void LineField::keyPressEvent(QKeyEvent* event) {
    if (*composing_) {
        // Enter takes the word over; only the next one carries out the line.
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            QGuiApplication::inputMethod()->commit();
        else if (event->key() != Qt::Key_Escape && event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)
            QLineEdit::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!(chosen_ && popupOpen() && complete(list_->currentIndex().row())))
            carryOut();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (popupOpen()) {
            choose(event->key() == Qt::Key_Down ? 1 : -1);
            return;
        }
        break;
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            hidePopup();
        } else {
            Q_EMIT finished();
        }
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void LineField::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    refresh();
}

void LineField::focusOutEvent(QFocusEvent* event) {
    hidePopup();
    QLineEdit::focusOutEvent(event);
    updateGeometry();
}

void LineField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    if (popupOpen())
        place();
}

} // namespace groundplan
