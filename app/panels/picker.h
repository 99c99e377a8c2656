#pragma once

#include <QFrame>
#include <QList>

class QLabel;
class QLineEdit;
class QListWidget;

namespace groundplan {

/// One thing that a Picker offers.
struct PickerEntry {
    QString key;
    QString title;
    QString group;      ///< entries of one group follow each other
    QString words;      ///< what it is found by too
    QString details;    ///< shown while it is the current one: paragraphs, each "Heading: text" or plain
    bool there = false; ///< the design has it already; it is marked
};

/// A list in groups as a popup, made for the keyboard: typing narrows it to what holds all the words, the
/// arrow keys choose, Enter or a click takes, Esc and a click elsewhere dismiss it. Below it stands what is
/// to be known of the current entry. It deletes itself when it has closed.
class Picker : public QFrame {
    Q_OBJECT
public:
    Picker(const QString& name, const QString& placeholder, const QList<PickerEntry>& entries,
           QWidget* parent);

    /// Shows it beside that widget, within its screen; `current` (a key) is marked, else the first.
    void openBeside(const QWidget* widget, const QString& current = {});
    QStringList shownKeys() const; ///< in order

Q_SIGNALS:
    void picked(const QString& key); ///< at most once, when it has closed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void setCurrent(const QString& key);
    void step(int by);
    void showDetails();
    void take();

    const QList<PickerEntry> entries_;
    QLineEdit* search_;
    QListWidget* list_;
    QLabel* details_;
    bool taken_ = false;
};

} // namespace groundplan
