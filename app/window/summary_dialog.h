#pragma once

#include "model/design/design.h"
#include "model/framework/session_summary.h"
#include "model/framework/templates.h"

#include <QDialog>
#include <QSet>

class QVBoxLayout;

namespace groundplan {

/// What came of a practice session: times against the plan, what appeared when, which points were touched,
/// what the steps of the framework show, and which facts were never asked for. Each line says what it is seen
/// by and leads there; there is no score. It does not hold the window up.
class SummaryDialog : public QDialog {
    Q_OBJECT
public:
    /// Reads all that it needs now. `design`: the board as it is.
    SummaryDialog(const PracticeSession& session, const Design& design, const Catalogue& catalogue,
                  const Templates& templates, const QString& language, QWidget* parent = nullptr);

    /// All lines in order, those of folded steps too, for tests and for whoever cannot see them.
    QString text() const { return lines_.join(u'\n'); }

Q_SIGNALS:
    /// What shows the line `what`; no ids: it hangs on the board itself.
    void showWanted(const groundplan::Found& found, const QString& what);
    void againWanted();
    void referenceWanted();

private:
    struct Line {
        QString icon, text;
        QString basis = {};      ///< what the text is based on, below it
        Found shows = {};        ///< by a click
        QString shortBasis = {}; ///< in place of it, on one line; it is the tooltip then
    };
    void addTimes(QVBoxLayout* column, const PracticeSession& session, const SessionSummary& summary,
                  const Framework* framework);
    void addFirsts(QVBoxLayout* column, const SessionSummary& summary);
    void addPoints(QVBoxLayout* column, const SessionSummary& summary, const Design& design);
    void addSteps(QVBoxLayout* column, const SessionSummary& summary, const Framework& framework,
                  const Design& design);
    void addFacts(QVBoxLayout* column, const SessionSummary& summary);
    void addFollowUps(QVBoxLayout* column, const SessionSummary& summary);
    void addHeading(QVBoxLayout* column, const QString& text, const QString& remark = {});
    void addLine(QVBoxLayout* column, const Line& line);
    /// Of those that hold, or of all: "a block: …; a note: …".
    QString evidenceTexts(const QList<Evidence>& evidence, const Design* holding) const;
    QString lookedFor(const QList<Evidence>& evidence) const;

    const Catalogue& catalogue_;
    const Templates& templates_;
    const QString language_;
    QStringList lines_;
};

/// Day and time without seconds, as the user's language writes them.
QString momentText(const QDateTime& moment);

} // namespace groundplan
