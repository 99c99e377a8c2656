#pragma once

#include "app/window/practice_dialog.h"
#include "app/window/session_catalogue.h"

#include <QDialog>

class QPushButton;
class QLabel;

namespace groundplan {

class QuietTable;

/// The practice sessions of all documents, the latest first: look at the summary of one (Enter, a double
/// click), open its board, try its case again, or look at two side by side.
class PastSessionsDialog : public QDialog {
    Q_OBJECT
public:
    PastSessionsDialog(const QList<PastSession>& sessions, const Templates& templates,
                       const QString& language, QWidget* parent = nullptr);

    void setSessions(const QList<PastSession>& sessions); ///< in place of those that are listed
    int count() const;
    void choose(const QList<int>& rows);
    /// What the comparison shows now, a row a line, its cells apart by tabs; empty: no two are chosen.
    QString comparison() const;

Q_SIGNALS:
    void summaryWanted(const QString& path, qint64 id);
    void openWanted(const QString& path);
    void againWanted(const groundplan::PracticeChoice& choice);
    void rebuildWanted(); ///< from the documents; setSessions() then

private:
    QList<PastSession> chosen() const;
    void selectionChanged();
    void compare(const PastSession& one, const PastSession& other);

    QList<PastSession> sessions_;
    const Templates& templates_;
    QString language_;
    QLabel* how_;
    QuietTable* list_;
    QuietTable* table_;
    QPushButton* summary_;
    QPushButton* open_;
    QPushButton* again_;
};

} // namespace groundplan
