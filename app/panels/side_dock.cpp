#include "app/panels/side_dock.h"

#include "app/panels/controls.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace groundplan {
namespace {

QStringList titlesOf(const QList<SideDock::Page>& pages) {
    QStringList titles;
    for (const SideDock::Page& page : pages)
        titles << page.title;
    return titles;
}

} // namespace

SideDock::SideDock(const QList<Page>& pages, QWidget* parent)
    : QWidget(parent)
    , tabs_(new SegmentedControl(titlesOf(pages)))
    , pages_(new QStackedWidget) {
    setAutoFillBackground(true);
    setMinimumWidth(176);
    tabs_->setAccessibleName(tr("What the left panel shows"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 12, 12, 0);
    top->addWidget(tabs_);
    column->addLayout(top);
    column->addWidget(pages_, 1);
    for (const Page& page : pages)
        pages_->addWidget(page.widget);
    setCurrent(0);
    connect(tabs_, &SegmentedControl::chosen, this, [this](int page) {
        setCurrent(page);
        Q_EMIT chosen(page);
    });
}

int SideDock::current() const {
    return pages_->currentIndex();
}

void SideDock::setCurrent(int page) {
    tabs_->setCurrent(page);
    pages_->setCurrentIndex(page);
}

} // namespace groundplan
