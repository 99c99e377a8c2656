#include "app/panels/kind_popup.h"

#include "app/panels/icons.h"
#include "app/panels/kind_view.h"
#include "app/panels/style.h"

#include <QLineEdit>
#include <QScreen>
#include <QVBoxLayout>

namespace groundplan {

KindPopup::KindPopup(PanelHost& host, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , view_(new KindView(host.catalogue(), host.language(),
                         [&host]() -> const BoardPainter& { return host.painter(); })) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    auto* search = new QLineEdit;
    search_ = search;
    Style::setVariant(search, Style::Variant::Search);
    search->setPlaceholderText(tr("Find a kind"));
    search->setAccessibleName(tr("Find a kind"));
    search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 2, 4);
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 6, 0);
    top->addWidget(search);
    layout->addLayout(top);
    layout->addWidget(view_);
    view_->setDragEnabled(false);
    view_->setMarksCurrent(true);
    view_->followSearch(search);
    const auto choose = [this](const QString& kind) {
        close();
        Q_EMIT chosen(kind);
    };
    connect(view_, &KindView::kindActivated, this, choose);
    connect(view_, &KindView::kindClicked, this, choose);
    connect(view_, &KindView::escaped, this, &QWidget::close);
}

void KindPopup::popUp(const QWidget* anchor, const QString& current) {
    const QRect screen = anchor->screen()->availableGeometry();
    resize(260, std::min(420, screen.height() - 20));
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 2));
    at.setX(std::clamp(at.x(), screen.left() + 4, std::max(screen.left() + 4, screen.right() - width() - 4)));
    at.setY(std::clamp(at.y(), screen.top() + 4, std::max(screen.top() + 4, screen.bottom() - height() - 4)));
    move(at);
    show();
    search_->setFocus(Qt::PopupFocusReason);
    view_->showKind(current);
}

} // namespace groundplan
