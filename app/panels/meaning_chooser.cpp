#include "app/panels/meaning_chooser.h"

#include "app/panels/host_icons.h"
#include "app/panels/icons.h"
#include "app/panels/style.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <utility>

namespace groundplan {
namespace {

constexpr int kHeight = 360;
constexpr int kRowHeight = 32;
constexpr int kMostOffered = 40;
constexpr int kFromEdge = 4; ///< of the screen

} // namespace

MeaningChooser::MeaningChooser(const Catalogue& catalogue, const QString& language, const BoardPainter& painter,
                               const QList<const Kind*>& first, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , catalogue_(catalogue)
    , language_(language)
    , painter_(painter)
    , first_(first)
    , matcher_(catalogue, language)
    , field_(new QLineEdit)
    , list_(new QListView)
    , model_(new QStandardItemModel(list_)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setAccessibleName(tr("Choose the next block"));
    Style::setVariant(field_, Style::Variant::Search);
    field_->setPlaceholderText(tr("What comes next?"));
    field_->setAccessibleName(tr("Find a kind or a product"));
    field_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    field_->installEventFilter(this);
    list_->setModel(model_);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setIconSize({22, 22});
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 2, 4);
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 6, 0);
    top->addWidget(field_);
    layout->addLayout(top);
    layout->addWidget(list_);
    connect(field_, &QLineEdit::textEdited, this, &MeaningChooser::refresh);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
    refresh();
}

void MeaningChooser::refresh() {
    const QString words = field_->text().simplified();
    meanings_.clear();
    if (!words.isEmpty()) {
        meanings_ = matcher_.meanings(words, kMostOffered);
        if (meanings_.isEmpty())
            meanings_ = {matcher_.meaningOf(words)};
    } else {
        QList<const Kind*> kinds = first_;
        for (const Kind& kind : catalogue_.kinds()) {
            if (!kinds.contains(&kind))
                kinds.append(&kind);
        }
        for (const Kind* kind : std::as_const(kinds))
            meanings_.append({{}, kind->name, {}, {}, 0});
    }
    model_->clear();
    for (const Meaning& meaning : std::as_const(meanings_)) {
        const Kind* kind = catalogue_.kind(meaning.kind);
        const QString title = kind ? kind->title.in(language_) : meaning.kind;
        auto* item = new QStandardItem(kindIcon(painter_, meaning.kind),
                                       !meaning.technology.isEmpty() ? tr("%1 — %2").arg(meaning.technology, title)
                                       : !meaning.title.isEmpty()    ? tr("%1 — %2").arg(meaning.title, title)
                                                                     : title);
        item->setSizeHint({100, kRowHeight});
        model_->appendRow(item);
    }
    list_->setCurrentIndex(model_->index(0, 0));
}

void MeaningChooser::openAt(const QPoint& global) {
    const QScreen* on = QGuiApplication::screenAt(global);
    const QRect room =
        (on ? on : screen())->availableGeometry().adjusted(kFromEdge, kFromEdge, -kFromEdge, -kFromEdge);
    const QSize size = QSize(kWidth, kHeight).boundedTo(room.size());
    setGeometry(QRect(QPoint(std::clamp(global.x(), room.left(), room.right() + 1 - size.width()),
                             std::clamp(global.y(), room.top(), room.bottom() + 1 - size.height())),
                      size));
    show();
    field_->setFocus(Qt::PopupFocusReason);
}

bool MeaningChooser::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int row = list_->currentIndex().row();
    const int rows = model_->rowCount();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose(row);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (rows > 0) {
            const int step = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down ? 1 : rows - 1;
            list_->setCurrentIndex(model_->index((row + step) % rows, 0));
        }
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void MeaningChooser::choose(int row) {
    if (row >= 0 && row < meanings_.size())
        finish(meanings_[row]);
}

void MeaningChooser::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    finish({});
}

void MeaningChooser::finish(const Meaning& meaning) {
    if (std::exchange(finished_, true))
        return;
    close();
    Q_EMIT finished(meaning);
}

} // namespace groundplan
