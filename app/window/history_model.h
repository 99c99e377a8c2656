#pragma once

#include "model/document/history.h"

#include <QAbstractListModel>
#include <QDate>

namespace groundplan {

/// The moments of a history, the latest first, under headings by day: every edit, with the names that some
/// moments have, down to the beginning.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        MomentRole = Qt::UserRole + 1, ///< qint64: number of the entry, 0 for the beginning; -1: a heading
        TimeRole,                      ///< QString: time of day
        NameRole,                      ///< QString: names of versions, joined; empty: none
        UndoneRole,                    ///< bool: was taken back later, or takes something back
    };

    explicit HistoryModel(QObject* parent = nullptr)
        : QAbstractListModel(parent) {}

    void setHistory(const QList<HistoryEntry>& entries, const QList<Version>& versions);
    const QList<HistoryEntry>& entries() const { return entries_; }
    const QList<Version>& versions() const { return versions_; }

    QModelIndex indexOf(qint64 moment) const; ///< invalid: there is none
    qint64 momentAt(const QModelIndex& index) const;
    /// "First draft", or what the entry did; never empty for a moment that exists.
    QString captionOf(qint64 moment) const;
    /// "22 Nov 2026, 14:02:33".
    QString timeOf(qint64 moment) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        qint64 moment = -1; ///< -1: a heading
        QDate day;
    };
    const HistoryEntry* entry(qint64 moment) const;
    QString namesOf(qint64 moment) const;
    QString editOf(const HistoryEntry& entry) const;

    QList<HistoryEntry> entries_; ///< oldest first
    QList<Version> versions_;
    QSet<qint64> undone_;
    QList<Row> rows_;
};

} // namespace groundplan
