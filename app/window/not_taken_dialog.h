#pragma once

#include "model/design/import.h"

#include <QDialog>
#include <QStringList>

namespace groundplan {

class EntryList;

/// What an import could not take over, item by item, to be read and copied; the window beside it stays live.
class NotTakenDialog : public QDialog {
    Q_OBJECT
public:
    /// An import with something that it lists.
    NotTakenDialog(const QString& fileName, const Import& import, QWidget* parent);

    /// Takes the keyboard, too, from a window that was only just asked for.
    void showInFront();

    /// The list as text, one item a line, as Copy puts it on the clipboard.
    QString text() const;

protected:
    /// Is no higher than its entries, and cuts none where there are more.
    void showEvent(QShowEvent* event) override;

private:
    const QStringList lines_;
    EntryList* list_ = nullptr;
};

} // namespace groundplan
