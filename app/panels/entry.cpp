#include "app/panels/entry.h"

#include "app/panels/controls.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {

EntryHeader::EntryHeader(int height, Paint paint, QWidget* parent)
    : QAbstractButton(parent)
    , paint_(std::move(paint)) {
    setFixedHeight(height);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCheckable(false);
}

void EntryHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect());
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Light));
        painter.drawRoundedRect(area, 6, 6);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
        painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
    }
    paint_(painter, rect().adjusted(6, 0, -6, 0));
}

Entry::Entry(PanelHost& host, qint64 id, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , layout_(new QVBoxLayout(this))
    , id_(id) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(4);
}

void Entry::setHeader(EntryHeader* header) {
    header_ = header;
    layout_->addWidget(header);
    connect(header, &QAbstractButton::clicked, this, [this] { setExpanded(!expanded_); });
}

void Entry::setExpanded(bool expanded) {
    if (expanded == expanded_)
        return;
    if (expanded && !body_) {
        body_ = makeBody();
        if (!body_)
            return;
        layout_->addWidget(body_);
        setPlace(first_, last_);
    }
    expanded_ = expanded;
    body_->setVisible(expanded);
    refresh();
    Q_EMIT expandedChanged();
}

void Entry::setPlace(bool first, bool last) {
    first_ = first;
    last_ = last;
    if (up_)
        up_->setEnabled(!first && !host_.isReadOnly());
    if (down_)
        down_->setEnabled(!last && !host_.isReadOnly());
}

QWidget* Entry::makeFooter(const QString& removeText, const QList<QWidget*>& extras) {
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (QWidget* extra : extras)
        row->addWidget(extra);
    row->addStretch();
    auto* up = iconButton(u"arrow-up"_s, tr("Move up"));
    auto* down = iconButton(u"arrow-down"_s, tr("Move down"));
    auto* remove = iconButton(u"trash"_s, removeText);
    remove->setEnabled(!host_.isReadOnly());
    up_ = up;
    down_ = down;
    for (QToolButton* button : {up, down, remove})
        row->addWidget(button);
    connect(up, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(-1); });
    connect(down, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(1); });
    connect(remove, &QToolButton::clicked, this, &Entry::removeRequested);
    return footer;
}

void FieldColumn::add(const QString& label, QWidget* field) {
    auto* caption = mutedLabel(label);
    QFont small = caption->font();
    small.setPixelSize(11);
    caption->setFont(small);
    caption->setBuddy(field);
    field->setAccessibleName(label);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(caption);
    column->addWidget(field);
    layout_->addLayout(column);
}

void FieldColumn::add(const QString& label, QWidget* field, const QString& secondLabel, QWidget* second) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (const auto& [text, widget] : {std::pair(label, field), std::pair(secondLabel, second)}) {
        auto* column = new QVBoxLayout;
        FieldColumn(column).add(text, widget);
        row->addLayout(column, 1);
    }
    layout_->addLayout(row);
}

} // namespace groundplan
