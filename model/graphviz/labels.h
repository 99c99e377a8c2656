#pragma once

#include <QByteArray>
#include <QString>

namespace groundplan::dotlabels {

/// What the label of a block or frame says: title and technology, title and remark.
struct Lines {
    QString title;
    QString second; ///< below the title; empty: nothing
    friend bool operator==(const Lines&, const Lines&) = default;
};

/// Blocks have their lines in the middle, frames at the left.
enum class Side { Middle, Left };

QByteArray write(const Lines& lines, Side side);

/// Reads such a label back. `title` and `second` are what our own attributes say; where the label is no
/// longer what write() would make of them, somebody has edited it, and it wins: its first line is the title,
/// the rest the second.
Lines read(QByteArrayView label, Side side, const QString& title, const QString& second,
           const QString& objectName, const QString& graphName);

/// The label of a card: `text` broken into lines that about fit into `width` points, shortened when it is
/// very long.
QByteArray writeCard(const QString& text, double width);
/// Likewise of a text in letters of `size` points, its lines at that side.
QByteArray writeText(const QString& text, double width, double size, Side side);

} // namespace groundplan::dotlabels
