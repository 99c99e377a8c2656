#include "app/panels/kind_view.h"

#include "app/render/board_painter.h"

#include <QApplication>
#include <QCursor>
#include <QDrag>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace groundplan {
namespace {

constexpr int kRowHeight = 28;
constexpr int kGroupHeight = 28;
constexpr int kTile = 22;
constexpr int kDragTile = 40;

class KindDelegate : public QStyledItemDelegate {
public:
    KindDelegate(const KindView& view, const std::function<const BoardPainter&()>& painter)
        : view_(view)
        , painter_(painter) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize text = option.fontMetrics.size(Qt::TextSingleLine, index.data().toString());
        if (view_.kinds()->isGroup(index))
            return {text.width() + 28, index.row() == 0 ? kGroupHeight - 4 : kGroupHeight};
        return {text.width() + kTile + 28, kRowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QPalette& colours = option.palette;
        const QRect rect = option.rect.adjusted(0, 0, 0, 0);
        const bool current = (option.state & QStyle::State_Selected) && view_.hasFocus();
        const bool searched =
            (option.state & QStyle::State_Selected) && (view_.kinds()->isSearching() || view_.marksCurrent());
        if (view_.kinds()->isGroup(index))
            paintGroup(*painter, rect, index, colours, current, isHovered(option));
        else
            paintKind(*painter, rect, index, option, current || searched);
        painter->restore();
    }

private:
    /// After a drag Qt still tells the list where the pointer was while it left; where it is now counts.
    bool isHovered(const QStyleOptionViewItem& option) const {
        return (option.state & QStyle::State_MouseOver) &&
               option.rect.contains(view_.viewport()->mapFromGlobal(QCursor::pos()));
    }

    void paintGroup(QPainter& painter, const QRect& rect, const QModelIndex& index, const QPalette& colours,
                    bool current, bool hovered) const {
        const QRect area = rect.adjusted(2, rect.height() - 22, -2, 0);
        if (current) {
            painter.setPen(QPen(colours.color(QPalette::Highlight), 1.5));
            painter.drawRoundedRect(QRectF(area).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
        }
        QFont font = view_.font();
        font.setPixelSize(11);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(colours.color(QPalette::PlaceholderText));
        painter.drawText(area.adjusted(4, 0, -18, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                         index.data().toString());
        const bool folded = !view_.isExpanded(index);
        if (!hovered && !folded && !current)
            return;
        painter.setPen(
            QPen(colours.color(QPalette::PlaceholderText), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.translate(area.right() - 8, area.center().y() + 0.5);
        if (folded)
            painter.rotate(-90);
        const QPointF corners[] = {{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}};
        painter.drawPolyline(corners, 3);
    }

    void paintKind(QPainter& painter, const QRect& rect, const QModelIndex& index,
                   const QStyleOptionViewItem& option, bool current) const {
        const QPalette& colours = option.palette;
        const QRectF area = QRectF(rect).adjusted(2, 1, -2, -1);
        if (current || isHovered(option)) {
            painter.setBrush(colours.color(QPalette::Light));
            painter.setPen(Qt::NoPen);
            painter.drawRoundedRect(area, 6, 6);
        }
        if (current) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colours.color(QPalette::Highlight), 1.5));
            painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
        }
        const QRectF tile(rect.left() + 5, rect.center().y() - kTile / 2.0 + 0.5, kTile, kTile);
        painter.setOpacity(option.state & QStyle::State_Enabled ? 1 : 0.45);
        painter_().paintKindIcon(painter, tile, index.data(KindModel::KindRole).toString());
        painter.setOpacity(1);
        painter.setFont(view_.font());
        painter.setPen(colours.color(QPalette::Text));
        const QRect text = rect.adjusted(kTile + 16, 0, -6, 0);
        painter.drawText(
            text, Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(view_.font()).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    }

    const KindView& view_;
    const std::function<const BoardPainter&()>& painter_;
};

} // namespace

KindView::KindView(const Catalogue& catalogue, const QString& language,
                   std::function<const BoardPainter&()> painter, QWidget* parent)
    : QTreeView(parent)
    , model_(new KindModel(catalogue, language, this))
    , painter_(std::move(painter)) {
    auto* delegate = new KindDelegate(*this, painter_);
    delegate->setParent(this);
    setItemDelegate(delegate);
    setModel(model_);
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setFrameShape(NoFrame);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    verticalScrollBar()->setSingleStep(kRowHeight);
    viewport()->setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Kinds of blocks"));
    applyFolds();
}

bool KindView::viewportEvent(QEvent* event) {
    // Why nothing can be taken says more than what a kind is for.
    if (event->type() == QEvent::ToolTip && !isEnabled()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), toolTip(), this);
        return true;
    }
    return QTreeView::viewportEvent(event);
}

void KindView::setSearch(const QString& text) {
    model_->setSearch(text);
    if (model_->isSearching())
        setCurrentIndex(model_->firstKind());
    else
        applyFolds();
    scrollToTop();
}

void KindView::reloadKinds() {
    model_->reload();
    applyFolds();
}

void KindView::followSearch(QLineEdit* field) {
    search_ = field;
    field->installEventFilter(this);
    connect(field, &QLineEdit::textChanged, this, &KindView::setSearch);
}

void KindView::setFoldedGroups(const QStringList& names) {
    folded_ = names;
    applyFolds();
}

void KindView::applyFolds() {
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QModelIndex group = model_->index(row, 0);
        if (model_->isGroup(group))
            setExpanded(group, !folded_.contains(group.data(KindModel::GroupRole).toString()));
    }
}

void KindView::setFolded(const QModelIndex& group, bool folded) {
    setExpanded(group, !folded);
    const QString name = group.data(KindModel::GroupRole).toString();
    folded_.removeAll(name);
    if (folded)
        folded_.append(name);
    Q_EMIT foldsChanged();
}

void KindView::showKind(const QString& name) {
    const QModelIndex index = model_->indexOfKind(name);
    if (!index.isValid())
        return;
    expand(index.parent());
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
}

QString KindView::kindAt(const QModelIndex& index) const {
    return index.data(KindModel::KindRole).toString();
}

void KindView::activateCurrent() {
    QModelIndex index = currentIndex();
    if (kindAt(index).isEmpty() && model_->isGroup(index)) {
        setFolded(index, isExpanded(index));
        return;
    }
    if (const QString kind = kindAt(index); !kind.isEmpty())
        Q_EMIT kindActivated(kind);
}

bool KindView::event(QEvent* event) {
    // A letter belongs to the search field, not to the window's single-key shortcuts.
    if (event->type() == QEvent::ShortcutOverride && search_) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && !key->text().isEmpty() &&
            key->text().front().isPrint() && key->text() != QLatin1StringView("/"))
            event->accept();
    }
    return QTreeView::event(event);
}

bool KindView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Down:
        case Qt::Key_Up:
        case Qt::Key_PageDown:
        case Qt::Key_PageUp:
            if (!model_->isSearching() || key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp)
                setFocus(Qt::OtherFocusReason);
            QTreeView::keyPressEvent(key);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!currentIndex().isValid() || !(model_->isSearching() || marksCurrent_))
                setCurrentIndex(model_->firstKind());
            activateCurrent();
            return true;
        case Qt::Key_Escape:
            if (search_->text().isEmpty())
                Q_EMIT escaped();
            else
                search_->clear();
            return true;
        default:
            break;
        }
    }
    return QTreeView::eventFilter(watched, event);
}

void KindView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activateCurrent();
        return;
    case Qt::Key_Escape:
        if (search_ && !search_->text().isEmpty())
            search_->clear();
        else
            Q_EMIT escaped();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (model_->isGroup(currentIndex())) {
            setFolded(currentIndex(), event->key() == Qt::Key_Left);
            return;
        }
        break;
    default:
        break;
    }
    if (search_ && !event->text().isEmpty() && event->text().front().isPrint() &&
        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        search_->setFocus(Qt::OtherFocusReason);
        search_->insert(event->text());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void KindView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && model_->isGroup(index)) {
        setFolded(index, isExpanded(index));
        return;
    }
    QTreeView::mousePressEvent(event);
}

void KindView::mouseReleaseEvent(QMouseEvent* event) {
    const bool dragged = state() == DraggingState;
    QTreeView::mouseReleaseEvent(event);
    const QString kind = kindAt(indexAt(event->position().toPoint()));
    if (!dragged && event->button() == Qt::LeftButton && !kind.isEmpty())
        Q_EMIT kindClicked(kind);
}

void KindView::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton)
        return;
    if (model_->isGroup(index)) {
        setFolded(index, isExpanded(index)); // the second of two quick clicks
        return;
    }
    if (const QString kind = kindAt(index); !kind.isEmpty())
        Q_EMIT kindActivated(kind);
}

void KindView::focusInEvent(QFocusEvent* event) {
    if (!currentIndex().isValid())
        setCurrentIndex(model_->firstKind());
    QTreeView::focusInEvent(event);
    viewport()->update();
}

void KindView::startDrag(Qt::DropActions actions) {
    QMimeData* carried = model_->mimeData({currentIndex()});
    if (!carried)
        return;
    QPixmap pixmap(QSize(kDragTile, kDragTile) * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter_().paintKindIcon(painter, QRectF(2, 2, kDragTile - 4, kDragTile - 4), kindAt(currentIndex()));
    painter.end();
    auto* drag = new QDrag(this);
    drag->setMimeData(carried);
    drag->setPixmap(pixmap);
    drag->setHotSpot({kDragTile / 2, kDragTile / 2});
    drag->exec(actions, Qt::CopyAction);
}

void KindView::drawBranches(QPainter*, const QRect&, const QModelIndex&) const {
} // the headings show their folds

} // namespace groundplan
