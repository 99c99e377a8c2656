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
#include <QShowEvent>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace groundplan {
namespace {

constexpr int kWithinFrame = 4; ///< pixels, which keep its round corners
constexpr int kBetween = 2;

/// Of several lines an entry is as far from its neighbours as one of a single line.
class EntryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        constexpr int kSingle = 26; // as Style has it
        const QSize words = QStyledItemDelegate::sizeHint(option, index);
        const int apart = words.height() > kSingle ? kSingle - option.fontMetrics.height() : 0;
        return {words.width(), words.height() + apart};
    }
};

} // namespace

/// A line each, which may wrap.
class EntryList : public QListWidget {
public:
    explicit EntryList(const QStringList& lines) {
        setItemDelegate(new EntryDelegate(this));
        setWordWrap(true);
        setTextElideMode(Qt::ElideNone);
        setSelectionMode(QAbstractItemView::ExtendedSelection);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        setSpacing(kBetween);
        setViewportMargins(kWithinFrame, kWithinFrame, kWithinFrame, kWithinFrame);
        addItems(lines);
    }

    /// What remains below the last entry that is seen whole, once it is laid out.
    int spareHeight() const {
        int spare = 0;
        for (int row = 0; row < count(); ++row) {
            const int below = viewport()->height() - visualItemRect(item(row)).bottom() - 1 - kBetween;
            if (below < 0)
                break;
            spare = below;
        }
        return spare;
    }
};

NotTakenDialog::NotTakenDialog(const QString& fileName, const Import& import, QWidget* parent)
    : QDialog(parent)
    , lines_(import.notTakenLines) {
    setWindowTitle(tr("Not taken over"));
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("notTaken"));
    resize(560, 460);
    const int items = import.notTakenItems;
    auto* head = new QLabel(
        counted(tr("“%1” is on the board. %n thing(s) in it could not be taken over:", nullptr, items), items)
            .arg(fileName));
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    list_ = new EntryList(lines_);
    list_->setAccessibleName(tr("What could not be taken over"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = buttons->addButton(tr("Copy the list"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(head);
    column->addWidget(list_, 1);
    if (!import.told.isEmpty()) {
        auto* told = new QLabel(import.told.join(QLatin1Char(' ')));
        told->setTextFormat(Qt::PlainText);
        told->setWordWrap(true);
        column->addWidget(told);
    }
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    auto* chosen = new QShortcut(QKeySequence(QKeySequence::Copy), list_);
    chosen->setContext(Qt::WidgetShortcut);
    connect(chosen, &QShortcut::activated, this, [this] {
        QStringList chosenLines;
        for (int row = 0; row < list_->count(); ++row) {
            if (list_->item(row)->isSelected())
                chosenLines += list_->item(row)->text();
        }
        QGuiApplication::clipboard()->setText(chosenLines.isEmpty() ? text()
                                                                    : chosenLines.join(QLatin1Char('\n')));
    });
    list_->setFocus();
}

void NotTakenDialog::showInFront() {
    show();
    // A new window asks for the keyboard as soon as it is there, which may be after this dialog.
    activateWindow();
}

void NotTakenDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    if (!event->spontaneous())
        resize(width(), height() - list_->spareHeight());
}

QString NotTakenDialog::text() const {
    return lines_.join(QLatin1Char('\n'));
}

} // namespace groundplan
