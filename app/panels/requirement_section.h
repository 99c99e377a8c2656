#pragma once

#include "app/panels/section.h"

namespace groundplan {

/// The clarifying questions about the design with their answers.
class RequirementSection : public Section {
    Q_OBJECT
public:
    explicit RequirementSection(PanelHost& host, QWidget* parent = nullptr);
    /// The row with that topic, made when there is none; its answer gets the keyboard.
    void ask(const QString& topic);

protected:
    QList<qint64> rowIds(const Design& design) const override;
    Entry* makeEntry(qint64 id, bool draft) override;
    bool isDraft(const Entry& entry) const override;
    void moveRow(qint64 id, int step) override;
    void removeRow(qint64 id) override;

private:
    void openTopics();

    QToolButton* topics_;
};

} // namespace groundplan
