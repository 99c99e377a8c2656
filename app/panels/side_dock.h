#pragma once

#include <QWidget>

class QStackedWidget;

namespace groundplan {

class SegmentedControl;

/// The panel at the left of the board: one page at a time, chosen by the tabs above it.
class SideDock : public QWidget {
    Q_OBJECT
public:
    struct Page {
        QString title;
        QWidget* widget; ///< the dock owns it
    };
    explicit SideDock(const QList<Page>& pages, QWidget* parent = nullptr);

    int current() const;
    void setCurrent(int page); ///< says nothing
    SegmentedControl* tabs() const { return tabs_; }

Q_SIGNALS:
    void chosen(int page); ///< by its tab

private:
    SegmentedControl* tabs_;
    QStackedWidget* pages_;
};

} // namespace groundplan
