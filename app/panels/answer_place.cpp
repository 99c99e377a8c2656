#include "app/panels/answer_place.h"

#include "app/panels/icons.h"

using namespace Qt::StringLiterals;

namespace groundplan {

ElementId selectedHolder(const PanelHost& host) {
    const QSet<ElementId> selection = host.selection();
    const ElementId one = selection.size() == 1 ? *selection.constBegin() : ElementId{};
    const Element* element = one ? host.design().elements.find(one) : nullptr;
    const bool holds =
        element && (element->type == ElementType::Block || element->type == ElementType::Frame ||
                    element->type == ElementType::Connection);
    return holds ? one : ElementId{};
}

// --- AnswerPlace ---

AnswerPlace::AnswerPlace(PanelHost& host, QWidget* parent)
    : Choice({}, parent)
    , host_(host) {
    addItem(tr("On the whole design"));
    setAccessibleName(tr("Where it is put"));
    setToolTip(accessibleName());
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    hide();
    refresh();
}

ElementId AnswerPlace::subject() const {
    return currentIndex() == 1 && host_.design().elements.contains(offered_) ? offered_ : ElementId{};
}

void AnswerPlace::refresh() {
    const ElementId holder = selectedHolder(host_);
    if (holder != offered_) {
        offered_ = holder;
        setCurrentIndex(0);
        removeItem(1);
        if (holder)
            addItem({});
    }
    if (holder)
        setItemText(1, tr("On %1").arg(host_.design().captionOf(holder)));
    setEnabled(!host_.isReadOnly());
    setVisible(bool(holder));
}

// --- MadeChip ---

MadeChip::MadeChip(PanelHost& host, QWidget* parent)
    : Chip({}, parent)
    , host_(host) {
    setIcon(groundplan::icon(u"check"_s));
    hide();
    connect(this, &QAbstractButton::clicked, this,
            [this] { host_.showOnBoard(subject_ ? QSet<ElementId>{subject_} : QSet<ElementId>{}); });
}

void MadeChip::setMade(const QString& what, ElementId subject, bool isThere) {
    subject_ = subject;
    const QString place = !subject ? tr("the design") : host_.design().captionOf(subject);
    setText(tr("%1, on %2").arg(what, place));
    setAccessibleName(text());
    setToolTip(tr("%1: show it").arg(text()));
    updateGeometry();
    setVisible(isThere);
}

} // namespace groundplan
