#pragma once

#include "app/tools/tool.h"
#include "model/document/rehearsal.h"

#include <QObject>

#include <memory>
#include <optional>

class QThread;

namespace groundplan {

/// One edit whose ways are found on a thread of its own, on a copy of the design.
class RoutingRun : public QObject {
    Q_OBJECT
public:
    RoutingRun(const RoutingEdit& edit, const Document& document);
    /// Waits for the thread.
    ~RoutingRun() override;

    const RoutingEdit& edit() const { return job_->edit; }
    /// What the document is to carry out: waits until the ways are found. On a design that has changed
    /// meanwhile (another process wrote) they are found anew.
    EditFunction prepared();

Q_SIGNALS:
    void finished();

private:
    /// What the thread and the window share.
    struct Job {
        RoutingEdit edit;
        Design design;
        quint64 digest;
        std::optional<Rehearsal> rehearsal;
    };

    const Document& document_;
    std::shared_ptr<Job> job_;
    std::unique_ptr<QThread> thread_;
};

} // namespace groundplan
