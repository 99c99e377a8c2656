#pragma once

#include "app/window/asking_panel.h"
#include "app/window/practice.h"
#include "tests/app/window/fake_clock.h"
#include "tests/app/window/window_fixture.h"

#include <QLineEdit>
#include <QPushButton>

namespace groundplan {

inline const PracticeCase& caseOf(WindowFixture& f) {
    return f.desk().services().templates.cases().first();
}
inline const Framework& frameworkOf(WindowFixture& f) {
    return *f.desk().services().templates.framework(caseOf(f).frameworks.first());
}
/// A window in which the first case has begun.
inline MainWindow* practising(WindowFixture& f) {
    MainWindow* window = f.board();
    if (!window->practice()->begin({caseOf(f).name, frameworkOf(f).name, 45}))
        qFatal("the session does not begin");
    return window;
}
inline void type(AskingPanel& panel, const QString& question) {
    panel.field()->setFocus();
    QTest::keyClicks(panel.field(), question);
    QTest::keyClick(panel.field(), Qt::Key_Return);
}
inline QPushButton* button(const QWidget& in, const QString& text) {
    for (QPushButton* each : in.findChildren<QPushButton*>()) {
        if (each->text() == text && each->isVisible())
            return each;
    }
    return nullptr;
}

} // namespace groundplan
