#pragma once

#include "app/panels/section.h"

namespace groundplan {

/// The metrics of a block or of the whole design.
class MetricSection : public Section {
    Q_OBJECT
public:
    explicit MetricSection(PanelHost& host, QWidget* parent = nullptr);
    void refresh() override;

protected:
    QList<qint64> rowIds(const Design& design) const override;
    Entry* makeEntry(qint64 id, bool draft) override;
    bool isDraft(const Entry& entry) const override;
    void moveRow(qint64 id, int step) override;
    void removeRow(qint64 id) override;
};

} // namespace groundplan
