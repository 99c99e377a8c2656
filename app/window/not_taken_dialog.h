#pragma once

#include <QDialog>
#include <QStringList>

namespace groundplan {

/// What an import could not take over, item by item, to be read and copied; the window beside it stays live.
class NotTakenDialog : public QDialog {
    Q_OBJECT
public:
    /// `items`: how many things the lines speak of.
    NotTakenDialog(const QString& fileName, const QStringList& lines, int items, QWidget* parent);

    /// The list as text, one item a line, as Copy puts it on the clipboard.
    QString text() const;

private:
    QStringList lines_;
};

} // namespace groundplan
