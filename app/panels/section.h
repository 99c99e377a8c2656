#pragma once

#include "app/panels/entry.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace groundplan {

/// A titled list of entries of one sort that hang on one subject, with a button that adds one. Entries stay
/// while their rows do, so that what has the keyboard keeps it.
class Section : public QWidget {
    Q_OBJECT
public:
    Section(PanelHost& host, const QString& title, const QString& addText, QWidget* parent = nullptr);
    ~Section() override;

    void setSubject(ElementId subject); ///< none: the design
    ElementId subject() const { return subject_; }
    virtual void refresh();
    /// A new row at the end, to be typed into; it comes into the design with the first text.
    void add();
    QList<Entry*> entries() const { return entries_; } ///< in order
    Entry* entry(qint64 id) const;

Q_SIGNALS:
    void added(Entry* entry); ///< by add(): it has the keyboard and wants to be seen
    void unfolded(Entry* entry);

protected:
    virtual QList<qint64> rowIds(const Design& design) const = 0; ///< of the subject, in order
    /// An entry for a row of the design, or for a new draft with that id.
    virtual Entry* makeEntry(qint64 id, bool draft) = 0;
    virtual bool isDraft(const Entry& entry) const = 0;
    virtual void moveRow(qint64 id, int step) = 0;
    virtual void removeRow(qint64 id) = 0;

    /// A further button of the heading, before the one that adds.
    void addTool(QToolButton* tool);
    /// A calm line below the entries; none for an empty text.
    void setRemark(const QString& remark);

    PanelHost& host_;

private:
    Entry* adopt(Entry* entry);
    void drop(Entry* entry);
    void focusMoved(QWidget* from, QWidget* to);

    ElementId subject_;
    QToolButton* add_;
    QList<QToolButton*> tools_;
    QVBoxLayout* list_;
    QLabel* remark_;
    QList<Entry*> entries_;
};

} // namespace groundplan
