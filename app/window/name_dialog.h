#pragma once

#include <QInputDialog>

namespace groundplan {

/// Asks for a line of text; deletes itself when it is closed. Wide enough for a name and for its own title.
QInputDialog* makeNameDialog(QWidget* parent, const QString& title, const QString& label,
                             const QString& first = {});

} // namespace groundplan
