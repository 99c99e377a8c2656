#include "app/panels/inspector_page.h"

#include <QVBoxLayout>

namespace groundplan {

InspectorPage::InspectorPage(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 0, 0, 14);
    column_->setSpacing(12);
}

} // namespace groundplan
