#include "app/panels/inspector_panel.h"
#include "app/panels/kind_view.h"
#include "app/panels/palette_panel.h"
#include "app/panels/plan_panel.h"
#include "app/panels/side_dock.h"
#include "app/window/actions.h"
#include "app/window/main_window.h"
#include "app/window/panel_board.h"
#include "app/window/settings_dialog.h"
#include "model/framework/own_framework.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QSplitter>
#include <QUrl>

// The panel at the left: blocks or the plan; and frameworks of the user's own.

using namespace Qt::StringLiterals;

namespace groundplan {

void MainWindow::makeDock(bool plan) {
    palette_ = new PalettePanel(*panelBoard_);
    palette_->view()->setFoldedGroups(settings_.foldedGroups());
    plan_ = new PlanPanel(*panelBoard_);
    dock_ = new SideDock({{tr("Blocks"), palette_}, {tr("Plan"), plan_}});
    dock_->setCurrent(int(plan ? DockPage::Plan : DockPage::Blocks));
}

void MainWindow::connectDock() {
    using enum ActionId;
    Actions& all = *actions_;
    connect(palette_, &PalettePanel::foldsChanged, this,
            [this] { settings_.setFoldedGroups(palette_->view()->foldedGroups()); });
    connect(dock_, &SideDock::chosen, this, [this](int page) { showDock(DockPage(page)); });
    all.on(TogglePalette, this, [this](bool on) { showDock(on ? DockPage::Blocks : DockPage::None); });
    all.on(TogglePlan, this, [this](bool on) {
        showDock(on ? DockPage::Plan : DockPage::None);
        if (on)
            plan_->focusFirst();
    });
    all.on(CopyFramework, this, [this] { copyOpenFramework(); });
    connect(plan_, &PlanPanel::copyWanted, this, [this] { copyOpenFramework(); });
    connect(panelBoard_, &PanelBoard::designPageWanted, this, [this] {
        (*actions_)[ToggleInspector]->setChecked(true);
        setPanelVisible(inspector_, true);
    });
    connect(panelBoard_, &PanelBoard::entryWanted, this, [this](const BoardRow& entry) {
        (*actions_)[ToggleInspector]->setChecked(true);
        setPanelVisible(inspector_, true);
        inspector_->reveal(entry);
    });
}

void MainWindow::showDock(DockPage page) {
    (*actions_)[ActionId::TogglePalette]->setChecked(page == DockPage::Blocks);
    (*actions_)[ActionId::TogglePlan]->setChecked(page == DockPage::Plan);
    if (page != DockPage::None)
        dock_->setCurrent(int(page));
    setPanelVisible(dock_, page != DockPage::None);
    // Its words need more room than the blocks.
    QList<int> sizes = splitter_->sizes();
    if (page == DockPage::Plan && sizes[0] < PlanPanel::kUsualWidth) {
        sizes[1] -= PlanPanel::kUsualWidth - sizes[0];
        sizes[0] = PlanPanel::kUsualWidth;
        splitter_->setSizes(sizes);
    }
}

void MainWindow::showPlan() {
    showDock(DockPage::Plan);
}

void MainWindow::copyOpenFramework() {
    const Templates& templates = desk_.services().templates;
    const Framework* framework =
        document_ ? templates.framework(document_->design().board.framework) : nullptr;
    if (!framework)
        return;
    const QString root = settings_.templatesFolder();
    if (root.isEmpty()) {
        SettingsDialog* dialog = openSettings();
        dialog->askForFolder(tr("Your copy of “%1” is kept in a folder of your own: choose one.")
                                 .arg(framework->title.in(panelBoard_->language())));
        connect(dialog, &QDialog::finished, this, [this] {
            if (!settings_.templatesFolder().isEmpty())
                copyOpenFramework();
        });
        return;
    }
    const auto copy = copyFramework(*framework, root, templates);
    if (!copy) {
        showError(u"templates"_s, copy.error().sentence);
        return;
    }
    clearError(u"templates"_s);
    showMessage(tr("Copied to “%1”.").arg(*copy));
    desk_.reloadTemplates(this);
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(*copy).absolutePath()));
}

} // namespace groundplan
