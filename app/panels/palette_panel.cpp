#include "app/panels/palette_panel.h"

#include "app/panels/icons.h"
#include "app/panels/kind_view.h"
#include "app/panels/style.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace groundplan {

PalettePanel::PalettePanel(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , search_(new QLineEdit)
    , view_(new KindView(host.catalogue(), host.language(),
                         [&host]() -> const BoardPainter& { return host.painter(); })) {
    setAutoFillBackground(true);
    setMinimumWidth(176);
    Style::setVariant(search_, Style::Variant::Search);
    search_->setPlaceholderText(tr("Find a block"));
    search_->setAccessibleName(tr("Find a block"));
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    search_->setClearButtonEnabled(true);

    auto* nothing = new QLabel(tr("No kind of block fits. Try its purpose or a product’s name."));
    nothing->setWordWrap(true);
    nothing->setForegroundRole(QPalette::PlaceholderText);
    nothing->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 0, 0);
    layout->setSpacing(6);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 12, 0);
    top->addWidget(search_);
    layout->addLayout(top);
    layout->addWidget(nothing);
    layout->addWidget(view_, 1);

    view_->followSearch(search_);
    connect(view_, &KindView::kindActivated, this, [this](const QString& kind) {
        if (!host_.isReadOnly())
            host_.addKind(kind);
    });
    connect(view_, &KindView::foldsChanged, this, &PalettePanel::foldsChanged);
    connect(view_, &KindView::escaped, this, [this] { host_.focusBoard(); });
    connect(view_->kinds(), &QAbstractItemModel::modelReset, nothing,
            [this, nothing] { nothing->setVisible(view_->kinds()->rowCount() == 0); });
    connect(&host_, &PanelHost::themeChanged, view_->viewport(), qOverload<>(&QWidget::update));
    connect(&host_, &PanelHost::kindsReplaced, view_, &KindView::reloadKinds);
    const auto followDocument = [this] {
        view_->setDragEnabled(!host_.isReadOnly());
        setEnabled(!host_.isReadOnly());
        const QString reason =
            host_.isReadOnly() ? tr("This board is read-only; save a copy to change it.") : QString();
        for (QWidget* widget : std::initializer_list<QWidget*>{this, search_, view_})
            widget->setToolTip(reason);
    };
    connect(&host_, &PanelHost::documentReset, this, followDocument);
    followDocument();
}

void PalettePanel::focusSearch() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

} // namespace groundplan
