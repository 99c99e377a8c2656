#pragma once

#include "app/render/design_import.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QThread;

namespace groundplan {

/// Reads one file that somebody else wrote, on a thread of its own, so that the window stays live.
class ImportRun : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const Result<DesignImport>& import)>;

    /// `done` is called once, on this thread, but not after cancel().
    ImportRun(const QString& path, const Catalogue& catalogue, const Done& done, QObject* parent);
    ~ImportRun() override; ///< cancels; a reader stops within its limits, and is waited for

    QString path() const;
    /// Nobody waits for the result any more. The object goes when the reader has noticed.
    void cancel();

Q_SIGNALS:
    void takesLong(); ///< once, while it is being read; what is read at once needs no words

private:
    struct Job;
    std::shared_ptr<Job> job_;
    QThread* thread_;
    QTimer patience_;
    Done done_;
};

} // namespace groundplan
