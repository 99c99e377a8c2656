#include "app/panels/section.h"

#include "app/panels/controls.h"
#include "app/panels/why_caption.h"
#include "app/render/fonts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// As QWidget::isAncestorOf(), through pop-ups too.
bool holds(const QWidget* outer, const QWidget* inner) {
    while (inner && inner != outer)
        inner = inner->parentWidget();
    return inner;
}

} // namespace

Section::Section(PanelHost& host, const QString& title, const QString& addText, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , add_(iconButton(u"plus"_s, addText))
    , list_(new QVBoxLayout)
    , remark_(smallLine({})) {
    auto* heading = new QLabel(title);
    heading->setFont(fonts::of(fonts::Role::PanelTitle));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 0, 0, 0);
    top->addWidget(heading);
    top->addStretch();
    top->addWidget(add_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 10);
    layout->setSpacing(4);
    layout->addLayout(top);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(2);
    layout->addLayout(list_);
    remark_->setContentsMargins(6, 0, 6, 0);
    remark_->hide();
    layout->addWidget(remark_);
    connect(add_, &QToolButton::clicked, this, &Section::add);
    connect(qApp, &QApplication::focusChanged, this, &Section::focusMoved);
}

Section::~Section() {
    // What has the keyboard loses it when it goes, with this half gone already.
    disconnect(qApp, nullptr, this, nullptr);
}

void Section::addTool(QToolButton* tool) {
    auto* top = static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout());
    top->insertWidget(top->indexOf(add_), tool);
    tools_.append(tool);
}

void Section::setRemark(const QString& remark) {
    remark_->setText(remark);
    remark_->setVisible(!remark.isEmpty());
}

void Section::setSubject(ElementId subject) {
    if (subject == subject_)
        return;
    const QList<Entry*> old = entries_;
    for (Entry* entry : old)
        drop(entry);
    subject_ = subject;
}

Entry* Section::entry(qint64 id) const {
    for (Entry* entry : entries_) {
        if (entry->id() == id)
            return entry;
    }
    return nullptr;
}

Entry* Section::adopt(Entry* entry) {
    connect(entry, &Entry::moveRequested, this, [this, entry](int step) { moveRow(entry->id(), step); });
    connect(entry, &Entry::removeRequested, this, [this, entry] {
        if (isDraft(*entry))
            drop(entry);
        else
            removeRow(entry->id());
    });
    connect(entry, &Entry::expandedChanged, this, [this, entry] {
        if (entry->isExpanded())
            Q_EMIT unfolded(entry);
    });
    return entry;
}

void Section::drop(Entry* entry) {
    if (holds(entry, QApplication::focusWidget()))
        host_.focusBoard();
    entries_.removeAll(entry);
    list_->removeWidget(entry);
    entry->hide(); // writes what was typed, while the entry is whole
    entry->deleteLater();
}

void Section::refresh() {
    add_->setEnabled(!host_.isReadOnly());
    for (QToolButton* tool : std::as_const(tools_))
        tool->setEnabled(!host_.isReadOnly());
    const QList<qint64> ids = rowIds(host_.design());
    const QList<Entry*> old = entries_;
    for (Entry* entry : old) {
        if (!ids.contains(entry->id()) && !isDraft(*entry))
            drop(entry);
    }
    QList<Entry*> sorted;
    for (const qint64 id : ids) {
        Entry* found = entry(id);
        sorted.append(found ? found : adopt(makeEntry(id, false)));
    }
    for (Entry* entry : std::as_const(entries_)) {
        if (!sorted.contains(entry))
            sorted.append(entry); // drafts
    }
    entries_ = sorted;
    for (int i = 0; i < sorted.size(); ++i) {
        if (!list_->itemAt(i) || list_->itemAt(i)->widget() != sorted[i]) {
            list_->insertWidget(i, sorted[i]);
            sorted[i]->show(); // now: a layout would show it later, too late to take the keyboard
        }
        sorted[i]->setPlace(i == 0, i == ids.size() - 1);
        sorted[i]->refresh();
    }
}

void Section::add() {
    Entry* entry = adopt(makeEntry(MetricId::random().value(), true)); // all ids are made alike
    entries_.append(entry);
    list_->addWidget(entry);
    entry->show();
    entry->refresh();
    entry->focusFirst();
    Q_EMIT added(entry);
}

void Section::focusMoved(QWidget* from, QWidget* to) {
    if (!from || !to)
        return; // another program came to the front
    for (Entry* entry : std::as_const(entries_)) {
        if (!holds(entry, from) || holds(entry, to))
            continue;
        Q_EMIT entry->left();
        if (isDraft(*entry)) {
            // After this focus change is over: the field may still be writing what was typed.
            QMetaObject::invokeMethod(
                entry,
                [this, entry] {
                    entry->refresh();
                    if (isDraft(*entry) && !holds(entry, QApplication::focusWidget()))
                        drop(entry);
                },
                Qt::QueuedConnection);
        }
        return;
    }
}

} // namespace groundplan
