#pragma once

#include <QTreeWidget>

namespace groundplan {

/// Rows of words in columns under quiet headings: no frames, no lines but one, room around the words.
class QuietTable : public QTreeWidget {
    Q_OBJECT
public:
    explicit QuietTable(QWidget* parent = nullptr);

    /// Makes the columns as wide as their words; `first`: the first one takes what is left over.
    void fitColumns(bool first);
    int heightOfAll() const; ///< pixels, with which nothing has to be scrolled
};

} // namespace groundplan
