#pragma once

#include "model/design/design.h"
#include "model/document/practice_session.h"
#include "model/framework/templates.h"

#include <QDialog>
#include <QSet>

class QVBoxLayout;

namespace groundplan {

/// What came of a practice session: times against the plan, what appeared when, which points were touched and
/// which facts were never asked for. Each line says what it is seen by; there is no score. It does not hold
/// the window up, so that what a line shows can be looked at.
class SummaryDialog : public QDialog {
    Q_OBJECT
public:
    /// Reads all that it needs now. `design`: the board as it is.
    SummaryDialog(const PracticeSession& session, const Design& design, const Catalogue& catalogue,
                  const Templates& templates, const QString& language, QWidget* parent = nullptr);

    /// All lines in order, for tests and for whoever cannot see them.
    QString text() const { return lines_.join(u'\n'); }

Q_SIGNALS:
    void showWanted(const QSet<groundplan::ElementId>& ids);
    void againWanted();

private:
    void addTimes(QVBoxLayout* column, const PracticeSession& session, const Framework* framework,
                  const QString& language);
    void addHeading(QVBoxLayout* column, const QString& text, const QString& remark = {});
    /// `shows`: by a click; empty: nothing to be shown.
    void addLine(QVBoxLayout* column, const QString& iconName, const QString& text, const QString& basis,
                 const QList<ElementId>& shows = {});

    QStringList lines_;
};

/// "a decision on “model choice”": what a point was looked for by.
QString evidenceText(const Evidence& evidence, const Catalogue& catalogue, const Templates& templates,
                     const QString& language);

} // namespace groundplan
