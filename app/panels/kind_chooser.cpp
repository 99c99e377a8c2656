#include "app/panels/kind_chooser.h"

#include "app/panels/icons.h"
#include "app/panels/kind_view.h"
#include "app/panels/style.h"

#include <QGuiApplication>
#include <QLineEdit>
#include <QScreen>
#include <QVBoxLayout>

#include <utility>

namespace groundplan {
namespace {

constexpr QSize kSize(260, 420);
constexpr int kFromEdge = 4; ///< of the screen

} // namespace

KindChooser::KindChooser(const Catalogue& catalogue, const QString& language,
                         std::function<const BoardPainter&()> painter, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , search_(new QLineEdit)
    , view_(new KindView(catalogue, language, std::move(painter))) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setAccessibleName(tr("Choose a kind of block"));
    Style::setVariant(search_, Style::Variant::Search);
    search_->setPlaceholderText(tr("Find a kind"));
    search_->setAccessibleName(tr("Find a kind"));
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 2, 4);
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 6, 0);
    top->addWidget(search_);
    layout->addLayout(top);
    layout->addWidget(view_);
    view_->setDragEnabled(false);
    view_->setMarksCurrent(true);
    view_->followSearch(search_);
    connect(view_, &KindView::kindActivated, this, &KindChooser::finish);
    connect(view_, &KindView::kindClicked, this, &KindChooser::finish);
    connect(view_, &KindView::escaped, this, &QWidget::close);
}

void KindChooser::openAt(const QPoint& global, const QString& current) {
    const QScreen* on = QGuiApplication::screenAt(global);
    const QRect room =
        (on ? on : screen())->availableGeometry().adjusted(kFromEdge, kFromEdge, -kFromEdge, -kFromEdge);
    const QSize size = kSize.boundedTo(room.size());
    setGeometry(QRect(QPoint(std::clamp(global.x(), room.left(), room.right() + 1 - size.width()),
                             std::clamp(global.y(), room.top(), room.bottom() + 1 - size.height())),
                      size));
    show();
    search_->setFocus(Qt::PopupFocusReason);
    view_->setCurrentIndex(view_->kinds()->firstKind());
    view_->showKind(current);
}

void KindChooser::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    finish({});
}

void KindChooser::finish(const QString& kind) {
    if (std::exchange(finished_, true))
        return;
    close();
    Q_EMIT finished(kind);
}

} // namespace groundplan
