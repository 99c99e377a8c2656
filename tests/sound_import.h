#pragma once

#include "model/design/error.h"
#include "model/design/import.h"
#include "model/design/validate.h"

#include <QTest>

namespace groundplan {

/// What was imported: a failure, or a design that is not sound, fails the test.
inline Import soundImport(const Result<Import>& import) {
    if (!import) {
        QTest::qFail(qPrintable(import.error().sentence), __FILE__, __LINE__);
        return {};
    }
    if (const QStringList problems = validate(import->design); !problems.isEmpty())
        QTest::qFail(qPrintable(problems.join(QLatin1Char('\n'))), __FILE__, __LINE__);
    return *import;
}

} // namespace groundplan
