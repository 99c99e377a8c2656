#include "app/window/history_model.h"

#include "model/document/edit_names.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

void HistoryModel::setHistory(const QList<HistoryEntry>& entries, const QList<Version>& versions) {
    beginResetModel();
    entries_ = entries;
    versions_ = versions;
    undone_.clear();
    for (const HistoryEntry& each : entries_) {
        if (each.inverts == 0)
            continue;
        const HistoryEntry* inverted = entry(each.inverts);
        if (inverted && inverted->inverts == 0)
            undone_.insert(each.inverts);
        else if (inverted)
            undone_.remove(inverted->inverts); // made again
    }
    rows_.clear();
    for (auto each = entries_.crbegin(); each != entries_.crend(); ++each) {
        const QDate day = each->time.toLocalTime().date();
        if (rows_.isEmpty() || rows_.last().day != day)
            rows_.append(Row{-1, day});
        rows_.append(Row{each->number, day});
    }
    rows_.append(Row{0, {}});
    endResetModel();
}

const HistoryEntry* HistoryModel::entry(qint64 moment) const {
    const auto found = std::ranges::lower_bound(entries_, moment, {}, &HistoryEntry::number);
    return found != entries_.end() && found->number == moment ? &*found : nullptr;
}

QString HistoryModel::namesOf(qint64 moment) const {
    QStringList names;
    for (const Version& version : versions_) {
        if (version.entry == moment)
            names.append(version.name);
    }
    return names.join(u", "_s);
}

QString HistoryModel::editOf(const HistoryEntry& each) const {
    if (each.inverts == 0)
        return textOf({each.key, each.args});
    const HistoryEntry* inverted = entry(each.inverts);
    const bool redo = inverted && inverted->inverts != 0;
    const HistoryEntry* edit = redo ? entry(inverted->inverts) : inverted;
    const QString name = edit ? textOf({edit->key, edit->args}) : QString();
    return redo ? tr("Redo: %1").arg(name) : tr("Undo: %1").arg(name);
}

QModelIndex HistoryModel::indexOf(qint64 moment) const {
    const auto found = std::ranges::find(rows_, moment, &Row::moment);
    return moment < 0 || found == rows_.end() ? QModelIndex() : index(int(found - rows_.begin()));
}

qint64 HistoryModel::momentAt(const QModelIndex& at) const {
    return at.isValid() ? rows_.at(at.row()).moment : -1;
}

QString HistoryModel::captionOf(qint64 moment) const {
    if (const QString names = namesOf(moment); !names.isEmpty())
        return names;
    const HistoryEntry* found = entry(moment);
    return found ? editOf(*found) : tr("The beginning");
}

QString HistoryModel::timeOf(qint64 moment) const {
    const HistoryEntry* found = entry(moment);
    return found ? QLocale().toString(found->time.toLocalTime(), u"d MMM yyyy, HH:mm:ss"_s) : QString();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(rows_.size());
}

QVariant HistoryModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid() || at.row() >= rows_.size())
        return {};
    const Row& row = rows_.at(at.row());
    const HistoryEntry* found = row.moment > 0 ? entry(row.moment) : nullptr;
    switch (role) {
    case MomentRole:
        return row.moment;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        if (row.moment < 0) {
            const qint64 ago = row.day.daysTo(QDate::currentDate());
            return ago == 0   ? tr("Today")
                   : ago == 1 ? tr("Yesterday")
                              : QLocale().toString(row.day, u"d MMMM yyyy"_s);
        }
        const QString what = found ? editOf(*found) : tr("The beginning");
        const QString names = namesOf(row.moment);
        return role == Qt::AccessibleTextRole && !names.isEmpty() ? tr("%1: %2").arg(names, what) : what;
    }
    case TimeRole:
        return found ? QLocale().toString(found->time.toLocalTime(), u"HH:mm"_s) : QString();
    case NameRole:
        return row.moment < 0 ? QString() : namesOf(row.moment);
    case UndoneRole:
        return found && (found->inverts != 0 || undone_.contains(found->number));
    case Qt::ToolTipRole: {
        if (row.moment < 0)
            return {};
        QStringList lines{captionOf(row.moment)};
        if (found) {
            if (lines.first() != editOf(*found))
                lines.append(editOf(*found));
            lines.append(timeOf(row.moment));
            if (!found->author.isEmpty())
                lines.append(found->author);
            if (undone_.contains(found->number))
                lines.append(tr("Undone later"));
        }
        for (QString& line : lines)
            line = line.toHtmlEscaped();
        return u"<p>%1</p>"_s.arg(lines.join(u"<br>"_s));
    }
    default:
        return {};
    }
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& at) const {
    return momentAt(at) < 0 ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace groundplan
