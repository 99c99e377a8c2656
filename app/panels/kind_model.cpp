#include "app/panels/kind_model.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

// internalId of a row: kTop for groups and search results, else 1 + the row of its group.
constexpr quintptr kTop = 0;

} // namespace

KindModel::KindModel(const Catalogue& catalogue, const QString& language, QObject* parent)
    : QAbstractItemModel(parent)
    , catalogue_(catalogue)
    , language_(language) {
    read();
}

void KindModel::read() {
    groups_.clear();
    QHash<QString, qsizetype> rows;
    for (const KindGroup& group : catalogue_.groups()) {
        rows.insert(group.name, groups_.size());
        groups_.append(Group{&group, {}});
    }
    Group others{nullptr, {}};
    for (const Kind& kind : catalogue_.kinds()) {
        const auto row = rows.constFind(kind.group);
        (row == rows.cend() ? others : groups_[*row]).kinds.append(&kind);
    }
    groups_.append(others);
    groups_.removeIf([](const Group& group) { return group.kinds.isEmpty(); });
    found_ = search_.isEmpty() ? QList<const Kind*>() : catalogue_.search(search_, language_);
}

void KindModel::reload() {
    beginResetModel();
    read();
    endResetModel();
}

void KindModel::setSearch(const QString& text) {
    const QString wanted = text.simplified();
    if (wanted == search_)
        return;
    beginResetModel();
    search_ = wanted;
    found_ = wanted.isEmpty() ? QList<const Kind*>() : catalogue_.search(wanted, language_);
    endResetModel();
}

QModelIndex KindModel::firstKind() const {
    if (isSearching())
        return index(0, 0);
    return groups_.isEmpty() ? QModelIndex() : index(0, 0, index(0, 0));
}

QModelIndex KindModel::indexOfKind(const QString& name) const {
    for (int group = 0; !isSearching() && group < groups_.size(); ++group) {
        const QList<const Kind*>& kinds = groups_[group].kinds;
        for (int row = 0; row < kinds.size(); ++row) {
            if (kinds[row]->name == name)
                return index(row, 0, index(group, 0));
        }
    }
    return {};
}

bool KindModel::isGroup(const QModelIndex& index) const {
    return index.isValid() && !isSearching() && index.internalId() == kTop;
}

const Kind* KindModel::kindAt(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    if (isSearching())
        return found_.value(index.row());
    if (index.internalId() == kTop)
        return nullptr;
    return groups_[qsizetype(index.internalId() - 1)].kinds.value(index.row());
}

QModelIndex KindModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : kTop);
}

QModelIndex KindModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == kTop)
        return {};
    return createIndex(int(child.internalId() - 1), 0, kTop);
}

int KindModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return int(isSearching() ? found_.size() : groups_.size());
    return isGroup(parent) ? int(groups_[parent.row()].kinds.size()) : 0;
}

int KindModel::columnCount(const QModelIndex&) const {
    return 1;
}

QVariant KindModel::data(const QModelIndex& index, int role) const {
    if (const Kind* kind = kindAt(index)) {
        switch (role) {
        case Qt::DisplayRole:
            return kind->title.in(language_);
        case Qt::ToolTipRole: {
            // Rich text, so that a long sentence wraps.
            QString text = u"<p>%1</p>"_s.arg(kind->description.in(language_).toHtmlEscaped());
            if (!kind->technologies.isEmpty())
                text += u"<p>%1</p>"_s.arg(
                    tr("Often: %1").arg(kind->technologies.mid(0, 5).join(u", "_s)).toHtmlEscaped());
            return text;
        }
        case Qt::AccessibleDescriptionRole:
            return kind->description.in(language_);
        case KindRole:
            return kind->name;
        case GroupRole:
            return kind->group;
        default:
            return {};
        }
    }
    if (!isGroup(index))
        return {};
    const KindGroup* group = groups_[index.row()].group;
    if (role == Qt::DisplayRole)
        return group ? group->title.in(language_) : tr("Others");
    if (role == GroupRole)
        return group ? group->name : QString();
    return {};
}

Qt::ItemFlags KindModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (isGroup(index))
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList KindModel::mimeTypes() const {
    return {QString::fromLatin1(kKindMimeType)};
}

QMimeData* KindModel::mimeData(const QModelIndexList& indexes) const {
    const Kind* kind = indexes.isEmpty() ? nullptr : kindAt(indexes.first());
    if (!kind)
        return nullptr;
    auto* data = new QMimeData;
    data->setData(QString::fromLatin1(kKindMimeType), kind->name.toUtf8());
    return data;
}

} // namespace groundplan
