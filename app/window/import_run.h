#pragma once

#include "app/render/design_import.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QThread;

namespace groundplan {

/// Reads what somebody else wrote, on a thread of its own, so that the window stays live.
class ImportRun : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const Result<DesignImport>& import)>;

    /// `done` is called once, on this thread, but not after cancel().
    ImportRun(const QString& path, const Catalogue& catalogue, const Done& done, QObject* parent);
    /// Of text that is there already; `name` is what sentences call it, `format` as for importDesign().
    ImportRun(const QByteArray& text, std::optional<ImportFormat> format, const QString& name,
              const Catalogue& catalogue, const Done& done, QObject* parent);
    ~ImportRun() override; ///< cancels; a reader stops within its limits, and is waited for

    QString name() const; ///< of the file, or of the text
    /// Nobody waits for the result any more. The object goes when the reader has noticed.
    void cancel();

Q_SIGNALS:
    void takesLong(); ///< once, while it is being read; what is read at once needs no words
    void over();      ///< once, after `done` or by cancel()

private:
    struct Job;
    ImportRun(std::shared_ptr<Job> job, const Done& done, QObject* parent);

    std::shared_ptr<Job> job_;
    QThread* thread_;
    QTimer patience_;
    Done done_;
};

} // namespace groundplan
