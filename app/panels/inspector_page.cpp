#include "app/panels/inspector_page.h"

#include <QVBoxLayout>

namespace groundplan {

InspectorPage::InspectorPage(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(6, 0, 6, 16);
    column_->setSpacing(12);
}

} // namespace groundplan
