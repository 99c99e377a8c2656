#pragma once

#include "app/window/line_field.h"
#include "app/window/top_bar.h"
#include "tests/app/window/window_fixture.h"

namespace groundplan::line_typing {

// A line in the field of a shown window, by real keys.

inline LineField* field(MainWindow& window) {
    return window.topBar()->lineField();
}
inline void type(MainWindow& window, const QString& line) {
    QTest::keyClick(window.board()->view(), Qt::Key_Slash);
    QTest::keyClicks(field(window), line);
}
inline void carryOut(MainWindow& window, const QString& line) {
    type(window, line);
    QTest::keyClick(field(window), Qt::Key_Return);
}
inline const Block* block(const MainWindow& window, const QString& name) {
    for (const Block& row : window.document()->design().blocks) {
        if (row.name == name)
            return &row;
    }
    return nullptr;
}

} // namespace groundplan::line_typing
