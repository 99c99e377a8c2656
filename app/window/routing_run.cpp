#include "app/window/routing_run.h"

#include <QThread>

namespace groundplan {

RoutingRun::RoutingRun(const RoutingEdit& edit, const Document& document)
    : document_(document)
    , job_(std::make_shared<Job>(Job{edit, document.design(), document.digest(), std::nullopt}))
    , thread_(QThread::create([job = job_] { job->rehearsal.emplace(job->design, job->edit.function); })) {
    connect(thread_.get(), &QThread::finished, this, &RoutingRun::finished);
    thread_->start();
}

RoutingRun::~RoutingRun() {
    thread_->wait();
}

EditFunction RoutingRun::prepared() {
    thread_->wait();
    return [job = job_, &document = document_](Editor& editor) {
        return document.digest() == job->digest ? job->rehearsal->repeat(editor) : job->edit.function(editor);
    };
}

} // namespace groundplan
