#include "app/window/not_taken_dialog.h"

#include "app/panels/controls.h"
#include "model/design/counted.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace groundplan {

NotTakenDialog::NotTakenDialog(const QString& fileName, const Import& import, QWidget* parent)
    : QDialog(parent)
    , lines_(import.notTakenLines) {
    setWindowTitle(tr("Not taken over"));
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("notTaken"));
    resize(560, 380);
    const int items = import.notTakenItems;
    auto* head = new QLabel(
        counted(tr("“%1” is on the board. %n thing(s) in it could not be taken over:", nullptr, items), items)
            .arg(fileName));
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    auto* list = new QListWidget;
    list->setAccessibleName(tr("What could not be taken over"));
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideNone);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setSpacing(2);
    list->addItems(lines_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = buttons->addButton(tr("Copy the list"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(head);
    column->addWidget(list, 1);
    if (!import.told.isEmpty()) {
        auto* told = new QLabel(import.told.join(QLatin1Char(' ')));
        told->setTextFormat(Qt::PlainText);
        told->setWordWrap(true);
        column->addWidget(told);
    }
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    auto* chosen = new QShortcut(QKeySequence(QKeySequence::Copy), list);
    chosen->setContext(Qt::WidgetShortcut);
    connect(chosen, &QShortcut::activated, this, [this, list] {
        QStringList chosenLines;
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->isSelected())
                chosenLines += list->item(row)->text();
        }
        QGuiApplication::clipboard()->setText(chosenLines.isEmpty() ? text()
                                                                    : chosenLines.join(QLatin1Char('\n')));
    });
    list->setFocus();
}

void NotTakenDialog::showInFront() {
    show();
    // A new window asks for the keyboard as soon as it is there, which may be after this dialog.
    activateWindow();
}

QString NotTakenDialog::text() const {
    return lines_.join(QLatin1Char('\n'));
}

} // namespace groundplan
