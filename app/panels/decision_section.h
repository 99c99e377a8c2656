#pragma once

#include "app/panels/section.h"

namespace groundplan {

/// The trade-offs on an element or on the board.
class DecisionSection : public Section {
    Q_OBJECT
public:
    explicit DecisionSection(PanelHost& host, QWidget* parent = nullptr);

protected:
    QList<qint64> rowIds(const Design& design) const override;
    Entry* makeEntry(qint64 id, bool draft) override;
    bool isDraft(const Entry& entry) const override;
    void moveRow(qint64 id, int step) override;
    void removeRow(qint64 id) override;
};

} // namespace groundplan
