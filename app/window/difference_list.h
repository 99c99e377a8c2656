#pragma once

#include "app/render/theme.h"
#include "model/versions/comparison.h"

#include <QTreeWidget>

namespace groundplan {

/// What differs between two designs, in words: added, removed, changed, moved, each thing with what changed
/// below it. Choosing one says where it is.
class DifferenceList : public QTreeWidget {
    Q_OBJECT
public:
    explicit DifferenceList(QWidget* parent = nullptr);

    void setDifferences(const QList<Difference>& differences, const Theme& theme);
    int roomFor(const QModelIndex& index) const; ///< width of a row's text, in pixels

Q_SIGNALS:
    void chosen(groundplan::ElementId element); ///< none: the design itself

protected:
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    bool filling_ = false;
};

} // namespace groundplan
