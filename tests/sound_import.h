#pragma once

#include "model/design/error.h"
#include "model/design/import.h"
#include "model/design/validate.h"

#include <QFile>
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

/// All of a file; one that cannot be read fails the test.
inline QByteArray bytesOfFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QTest::qFail(qPrintable(file.errorString()), __FILE__, __LINE__);
    return file.readAll();
}

} // namespace groundplan
