#include "tests/places.h"

namespace groundplan {

QString projectPath(const char* below) {
    const QString root = QStringLiteral(PROJECT_DIR);
    return *below ? root + QLatin1Char('/') + QString::fromUtf8(below) : root;
}

QString programPath(const char* name) {
    return QStringLiteral(PROGRAM_DIR "/") + QString::fromUtf8(name);
}

} // namespace groundplan
