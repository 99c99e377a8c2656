#pragma once

#include "app/window/looked.h"
#include "app/window/past_host.h"
#include "app/window/past_view.h"
#include "model/versions/comparison.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace groundplan {

class Choice;
class DifferenceList;
class ElidedLabel;
class HistoryList;
class HistoryModel;
class InspectorPanel;

/// A document's history in place of its board: every edit with its time, the design as it was at any of them,
/// what differs between two of them or from another file, names for moments, and the way back to one. Nothing
/// here changes the design but Restore, which is one edit. In a narrow window one of the two
/// panels is folded away, so that the board can be read: the list while something is compared, else the
/// inspector.
class HistoryPage : public QWidget {
    Q_OBJECT
public:
    HistoryPage(const Catalogue& catalogue, const Templates& templates, const Theme& theme,
                const QString& language, QWidget* parent = nullptr);
    ~HistoryPage() override;

    /// Not owned; must live until the next call. Shows it as it is now. nullptr: nothing is shown.
    void setDocument(Document* document, const QString& title);
    /// Compares what is chosen in the list with a design from elsewhere, called `title`.
    void compareWith(const Design& other, const QString& title);
    void setTheme(const Theme& theme);

    // Parts, for tests and the window.
    HistoryList* list() const { return list_; }
    DifferenceList* differences() const { return differences_; }
    PastView* past() const { return past_; }
    Choice* against() const { return against_; }
    QPushButton* restoreButton() const { return restore_; }
    QPushButton* nameButton() const { return name_; }
    QPushButton* backButton() const { return back_; }
    ElidedLabel* caption() const { return caption_; }
    QToolButton* listButton() const { return listButton_; }
    QToolButton* sideButton() const { return sideButton_; }
    qint64 moment() const { return moment_; }        ///< that is shown
    void showNow();                                  ///< what is chosen, without waiting for the next choice
    const Looked& looked() const { return looked_; } ///< for handing it out

Q_SIGNALS:
    void leaveWanted();
    void fileWanted(); ///< another file to compare with
    void restored(const QString& caption);
    void failed(const QString& sentence);
    void lookedChanged();
    void linkWanted(const QString& link);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Against { Nothing, Now, Before, Other, File, Version };
    void refill();
    void fillAgainst();
    void choose(qint64 moment);
    std::optional<Design> designAt(qint64 moment);
    void askForName();
    void askForNewName(const Version& version);
    void openMenu(const QPoint& at);
    void restore();
    void arrange();

    const Catalogue& catalogue_;
    const FieldTextOf fields_;
    Theme theme_;
    Document* document_ = nullptr;
    HistoryModel* model_;
    HistoryList* list_;
    PastView* past_;
    PastHost* host_;
    InspectorPanel* inspector_;
    DifferenceList* differences_;
    QStackedWidget* side_;
    ElidedLabel* caption_;
    ElidedLabel* detail_;
    Choice* against_;
    QPushButton* name_;
    QPushButton* restore_;
    QPushButton* back_;
    QToolButton* listButton_;
    QToolButton* sideButton_;
    std::optional<bool> listWanted_; ///< by the user; nothing: as there is room
    std::optional<bool> sideWanted_;
    bool comparing_ = false;
    QTimer show_; ///< of who goes through the list by keys only the last one counts
    qint64 wanted_ = -1;
    qint64 moment_ = -1;
    QHash<qint64, Design> known_; ///< of moments that were looked at
    Looked looked_;
    QHash<ElementId, Rect> words_; ///< what a comparison says on the board, and where
    std::optional<Design> other_;
    QString otherTitle_;
};

} // namespace groundplan
