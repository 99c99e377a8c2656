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

/// Makes a file of these bytes, or ends the program.
inline void writeTo(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

} // namespace groundplan
