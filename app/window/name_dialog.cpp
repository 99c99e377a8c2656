#include "app/window/name_dialog.h"

#include <algorithm>

namespace groundplan {
namespace {

constexpr int kWidth = 420;
constexpr int kTitleBar = 160; ///< its buttons, and what the desktop adds to the title

} // namespace

QInputDialog* makeNameDialog(QWidget* parent, const QString& title, const QString& label,
                             const QString& first) {
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(first);
    // A title's letters are bold on most desktops.
    const int heading = dialog->fontMetrics().horizontalAdvance(title) * 5 / 4 + kTitleBar;
    dialog->resize(std::max(kWidth, heading), dialog->sizeHint().height());
    return dialog;
}

} // namespace groundplan
