#pragma once

#include "app/render/kind_mime.h"
#include "model/design/catalogue.h"

#include <QAbstractItemModel>

namespace groundplan {

/// The kinds of the catalogue: by group, or, while something is searched, the fitting ones flat and best
/// first.
class KindModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole, GroupRole }; ///< names; empty for rows of the other sort

    KindModel(const Catalogue& catalogue, const QString& language, QObject* parent = nullptr);

    /// Reads the catalogue again, which has been filled anew.
    void reload();
    void setSearch(const QString& text);
    bool isSearching() const { return !search_.isEmpty(); }
    /// The first kind in view order; invalid when none fits.
    QModelIndex firstKind() const;
    /// The index of a kind while nothing is searched.
    QModelIndex indexOfKind(const QString& name) const;
    bool isGroup(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    struct Group {
        const KindGroup* group; ///< nullptr: kinds of no known group
        QList<const Kind*> kinds;
    };
    void read();
    const Kind* kindAt(const QModelIndex& index) const;

    const Catalogue& catalogue_;
    QString language_;
    QList<Group> groups_;
    QString search_;
    QList<const Kind*> found_;
};

} // namespace groundplan
