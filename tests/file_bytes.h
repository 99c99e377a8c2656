#pragma once

#include <QFile>
#include <QString>
#include <QTest>

namespace groundplan {

/// All of a file; one that cannot be read fails the test.
inline QByteArray bytesOfFile(const QString& path) {
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    QTest::qFail(qPrintable(path + QLatin1String(": ") + file.errorString()), __FILE__, __LINE__);
    return {};
}

} // namespace groundplan
