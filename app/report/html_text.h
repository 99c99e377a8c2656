#pragma once

#include "model/report/report.h"

#include <QHash>
#include <QString>

/// How the texts of a report stand in HTML.
namespace groundplan::report::htmltext {

/// A text between tags or in quotes; nothing of it is taken for markup.
QString escaped(const QString& text);
/// Points, exact in eighths.
QString length(Coord units);

class Writer {
public:
    /// `described`: where elements are described, see describedIn().
    explicit Writer(QHash<ElementId, QString> described)
        : described_(std::move(described)) {}
    QString items(const QList<Item>& items) const;

private:
    QString spans(const Line& line) const;
    QString table(const Table& table) const;

    QHash<ElementId, QString> described_;
};

} // namespace groundplan::report::htmltext
