#include "app/report/side_file.h"

#include "model/document/file_identity.h"
#include "model/exchange/exchange_limits.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

constexpr auto kBegin = "<!-- written by Groundplan beside a Markdown document: ";
constexpr auto kEnd = " -->\n";

QByteArray markOf(QByteArrayView svg) {
    const QByteArray bytes = QByteArray::fromRawData(svg.data(), svg.size());
    return QByteArray(kBegin) + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() + kEnd;
}

} // namespace

QByteArray asSideFile(QByteArray svg) {
    svg += markOf(svg);
    return svg;
}

bool isOfSomebodyElse(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return false;
    if (!info.isFile() || openDocuments::contains(path) || info.size() > exchangelimits::kCarrierBytes)
        return true;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return true;
    const QByteArray bytes = file.readAll();
    const qsizetype at = bytes.lastIndexOf(QByteArrayView(kBegin));
    return at < 0 || bytes.sliced(at) != markOf(QByteArrayView(bytes).first(at));
}

} // namespace groundplan::report
