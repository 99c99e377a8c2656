#pragma once

#include "app/window/history_model.h"

#include <QListView>

namespace groundplan {

/// The list of a history: a line for each moment, its time at the right; moments with a name stand out, what
/// was undone is muted.
class HistoryList : public QListView {
    Q_OBJECT
public:
    explicit HistoryList(HistoryModel& model, QWidget* parent = nullptr);

    qint64 current() const { return model_.momentAt(currentIndex()); } ///< -1: none
    void setCurrent(qint64 moment);

Q_SIGNALS:
    void chosen(qint64 moment); ///< by the user or setCurrent()
    void leaveWanted();         ///< Esc

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    HistoryModel& model_;
};

} // namespace groundplan
