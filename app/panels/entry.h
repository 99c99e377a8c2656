#pragma once

#include "app/panels/panel_host.h"

#include <QAbstractButton>
#include <QPointer>

#include <functional>

class QLineEdit;
class QVBoxLayout;

namespace groundplan {

class ContinuedField;
class GrowingTextEdit;

/// The line of an entry that is always seen; a click, Enter or space unfolds the rest. The entry paints it.
class EntryHeader : public QAbstractButton {
    Q_OBJECT
public:
    using Paint = std::function<void(QPainter&, const QRect&)>;
    EntryHeader(int height, Paint paint, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Paint paint_;
};

/// One metric, decision, note or requirement in the inspector: a header, and a body that is made when it is
/// first unfolded. Bodies bind their fields to the row by id.
class Entry : public QWidget {
    Q_OBJECT
public:
    Entry(PanelHost& host, qint64 id, QWidget* parent = nullptr);

    qint64 id() const { return id_; }
    bool isExpanded() const { return expanded_; }
    void setExpanded(bool expanded);
    /// Shows the row as it is now in the design.
    virtual void refresh() = 0;
    /// Puts the keyboard where typing most likely begins; unfolds the entry.
    virtual void focusFirst() = 0;
    /// Where the row is among those of its section, for the buttons that move it.
    void setPlace(bool first, bool last);

Q_SIGNALS:
    void expandedChanged();
    void moveRequested(int step);
    void removeRequested();
    /// The keyboard has left the entry.
    void left();

protected:
    void setHeader(EntryHeader* header);
    virtual QWidget* makeBody() { return nullptr; }
    /// Buttons to move and remove the row, with the section's words for it.
    QWidget* makeFooter(const QString& removeText, const QList<QWidget*>& extras = {});

    PanelHost& host_;
    EntryHeader* header_ = nullptr;
    QWidget* body_ = nullptr;
    QVBoxLayout* layout_;

private:
    qint64 id_;
    bool expanded_ = false;
    QPointer<QWidget> up_, down_;
    bool first_ = true, last_ = true;
};

/// A labelled column of fields, as every page of the inspector has it.
class FieldColumn {
public:
    explicit FieldColumn(QVBoxLayout* layout)
        : layout_(layout) {}
    /// A muted label above the field; also its accessible name.
    void add(const QString& label, QWidget* field);
    /// Two fields side by side.
    void add(const QString& label, QWidget* field, const QString& secondLabel, QWidget* second);

private:
    QVBoxLayout* layout_;
};

} // namespace groundplan
