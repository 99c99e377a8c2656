// The times of a session's steps are the same wherever they are told.
#include "app/window/summary_dialog.h"
#include "model/framework/session_clock.h"
#include "model/report/report_of.h"
#include "tests/model/framework/shipped.h"

#include <QTest>

#include <algorithm>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

class TestSummaryTimes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Both count whole seconds, and neither cuts each time by itself.
    void summaryAndReportTellTheSame() {
        PracticeSession session = beginSession(*templates().framework(u"cheat-sheet"_s), u"churn"_s, 45,
                                               QDateTime::currentDateTimeUtc());
        for (SessionStep& step : session.steps)
            step.used = 61'700;
        const SummaryDialog dialog(session, {}, catalogue(), templates(), u"en"_s);
        const report::Report report =
            report::reportOf({}, catalogue(), templates(), {u"Board"_s, {}, {}, u"en"_s, session});
        const auto section =
            std::find_if(report.sections.begin(), report.sections.end(),
                         [](const report::Section& each) { return each.key == u"session"_s; });
        QVERIFY(section != report.sections.end());
        const QList<QList<report::Line>> rows = section->items[1].table.rows;
        QCOMPARE(rows.size(), session.steps.size() + 1);
        for (const QList<report::Line>& row : rows.first(session.steps.size())) {
            const QString line = u"%1: %2 of %3\n"_s.arg(row[0].constFirst().text, row[2].constFirst().text,
                                                         row[1].constFirst().text);
            QVERIFY2(dialog.text().contains(line), qPrintable(line));
        }
    }
};

QTEST_MAIN(TestSummaryTimes)
#include "test_summary_times.moc"
