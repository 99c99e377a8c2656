#include "app/window/tidy_run.h"

#include <QThread>

#include <atomic>

namespace groundplan {

/// What the thread and the window share.
struct TidyRun::Job {
    Design design;
    TidyOptions options;
    std::atomic<bool> cancelled = false;
    Result<TidyResult> result;
};

TidyRun::TidyRun(QObject* parent)
    : QObject(parent) {}

TidyRun::~TidyRun() {
    end();
}

void TidyRun::end() {
    if (!job_)
        return;
    job_->cancelled = true;
    thread_->wait(); // the helper is looked at 50 times a second
    delete thread_;
    thread_ = nullptr;
    job_.reset();
}

void TidyRun::cancel() {
    if (!job_)
        return;
    end();
    Q_EMIT runningChanged();
}

void TidyRun::start(const Design& design, const TidyOptions& options, const Done& done) {
    end();
    job_ = std::make_shared<Job>();
    job_->design = design;
    job_->options = options;
    thread_ = QThread::create([job = job_] {
        constexpr int kTimeout = 35'000; // a little more than the helper's own 30 seconds
        job->result = tidy(job->design, job->options, kTimeout, &job->cancelled);
    });
    connect(thread_, &QThread::finished, this, [this, done, job = job_] {
        if (job != job_)
            return;
        end();
        Q_EMIT runningChanged();
        done(job->design, job->result);
    });
    thread_->start();
    Q_EMIT runningChanged();
}

bool isLaidOutAlike(const Design& before, const Design& now) {
    if (!(before.elements == now.elements))
        return false;
    for (const Element& element : before.elements) {
        const Connection* a = before.connections.find(element.id);
        const Connection* b = now.connections.find(element.id);
        if (a ? a->source != b->source || a->target != b->target
              : before.rectOf(element.id) != now.rectOf(element.id))
            return false;
    }
    return true;
}

} // namespace groundplan
