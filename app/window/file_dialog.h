#pragma once

#include <QFileDialog>

namespace groundplan {

/// A dialog for names of files or folders that deletes itself when it is closed and, unlike Qt's own, looks
/// into no file to choose its icon: closing a document that is open in this process would drop SQLite's locks
/// on it.
QFileDialog* makeFileDialog(QWidget* parent, const QString& title, const QString& folder,
                            QFileDialog::Options options = {});

} // namespace groundplan
