#include "app/window/templates_watch.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kSettle = 300;      // milliseconds: editors write a file in several steps
constexpr qsizetype kMost = 2000; // of a folder that was chosen by mistake (a home) only so much is watched

} // namespace

TemplatesWatch::TemplatesWatch(QObject* parent)
    : QObject(parent) {
    settle_.setSingleShot(true);
    settle_.setInterval(kSettle);
    const auto wait = [this] { settle_.start(); };
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, wait);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, wait);
    connect(&settle_, &QTimer::timeout, this, [this] {
        watchAll(); // a file that was replaced is another one
        const QByteArray now = state();
        if (std::exchange(state_, now) != now)
            Q_EMIT changed();
    });
}

void TemplatesWatch::setFolder(const QString& folder) {
    folder_ = folder;
    settle_.stop();
    watchAll();
    state_ = state();
}

void TemplatesWatch::watchAll() {
    const QStringList before = watcher_.files() + watcher_.directories();
    if (!before.isEmpty())
        watcher_.removePaths(before);
    if (folder_.isEmpty() || !QFileInfo(folder_).isDir())
        return;
    QStringList paths{folder_};
    QDirIterator it(folder_, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext() && paths.size() < kMost)
        paths.append(it.next());
    watcher_.addPaths(paths);
}

/// Names, sizes and times: a folder also changes when it is only looked into.
QByteArray TemplatesWatch::state() const {
    QCryptographicHash hash(QCryptographicHash::Sha1);
    if (folder_.isEmpty())
        return {};
    QStringList lines;
    QDirIterator it(folder_, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext() && lines.size() < kMost) {
        it.next();
        const QFileInfo file = it.fileInfo();
        lines.append(
            u"%1 %2 %3"_s.arg(file.filePath()).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch()));
    }
    lines.sort();
    for (const QString& line : std::as_const(lines))
        hash.addData(line.toUtf8() + '\n');
    return hash.result();
}

} // namespace groundplan
