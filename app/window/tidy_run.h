#pragma once

#include "model/design/design.h"
#include "model/graphviz/tidy.h"

#include <QObject>

#include <functional>
#include <memory>

class QThread;

namespace groundplan {

/// One layout beside the window: a snapshot of the design goes to a thread, which waits for the helper
/// process; the window stays live.
class TidyRun : public QObject {
    Q_OBJECT
public:
    explicit TidyRun(QObject* parent = nullptr);
    ~TidyRun() override; ///< cancels and waits
    /// Called with the design that was laid out; not after cancel().
    using Done = std::function<void(const Design& before, const Result<TidyResult>& result)>;
    /// Cancels the one before, if it is still running.
    void start(const Design& design, const TidyOptions& options, const Done& done);
    void cancel();
    bool isRunning() const { return job_ != nullptr; }

Q_SIGNALS:
    void runningChanged();

private:
    struct Job;
    void end();
    std::shared_ptr<Job> job_;
    QThread* thread_ = nullptr;
};

/// Whether nothing has happened between the two that a layout depends on: which elements there are, where
/// they lie, what is pinned, locked or connected.
bool isLaidOutAlike(const Design& before, const Design& now);

} // namespace groundplan
