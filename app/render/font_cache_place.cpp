#include "app/render/font_cache_place.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// Whether files can be made there, or in the nearest folder above it that exists.
bool canBeWritten(QString path) {
    for (QFileInfo info(path); !info.exists(); info.setFile(path)) {
        const QString above = info.path();
        if (above == path)
            return false;
        path = above;
    }
    const QFileInfo info(path);
    return info.isDir() && info.isWritable();
}

/// As fontconfig finds it.
QString usersCaches() {
    const QString said = qEnvironmentVariable("XDG_CACHE_HOME");
    return said.isEmpty() ? qEnvironmentVariable("HOME", u"/dev/null"_s) + u"/.cache"_s : said;
}

} // namespace

FontCachePlace::FontCachePlace() {
    if (canBeWritten(usersCaches() + u"/fontconfig"_s))
        return;
    folder_.emplace(QDir::tempPath() + u"/groundplan-fonts-XXXXXX"_s);
    if (folder_->isValid())
        qputenv("XDG_CACHE_HOME", QFile::encodeName(folder_->path()));
}

} // namespace groundplan
