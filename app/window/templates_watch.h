#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace groundplan {

/// Tells when something in a folder of templates has changed: a file that was saved, added or removed, in it
/// or in a folder within. Writes that follow each other are told once.
class TemplatesWatch : public QObject {
    Q_OBJECT
public:
    explicit TemplatesWatch(QObject* parent = nullptr);

    /// Empty: nothing is watched. A folder that is not there yet is seen when its parent is.
    void setFolder(const QString& folder);

Q_SIGNALS:
    void changed();

private:
    void watchAll();
    QByteArray state() const;

    QString folder_;
    QFileSystemWatcher watcher_;
    QTimer settle_;
    QByteArray state_; ///< of the files when they were told last
};

} // namespace groundplan
