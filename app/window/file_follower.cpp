#include "app/window/file_follower.h"

#include "model/document/document.h"

#include <QElapsedTimer>

#include <algorithm>

namespace groundplan {
namespace {

constexpr int kEvery = 1000; // ms
constexpr int kRest = 20;    // times what taking in has cost: somebody may go on writing into a large board

} // namespace

FileFollower::FileFollower(std::function<bool()> atRest, QObject* parent)
    : QObject(parent)
    , atRest_(std::move(atRest)) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (!document_)
            return;
        if (atRest_())
            look();
        else
            timer_.start(kEvery);
    });
}

void FileFollower::follow(Document* document) {
    document_ = document;
    connect(document, &Document::changed, this, [this] {
        if (!timer_.isActive())
            timer_.start(kEvery);
    });
    timer_.start(kEvery);
}

void FileFollower::look() {
    if (!document_)
        return;
    QElapsedTimer clock;
    clock.start();
    const auto done = document_->refresh();
    if (done) {
        timer_.start(std::max(kEvery, int(clock.elapsed()) * kRest));
        return;
    }
    timer_.stop();
    Q_EMIT failed(done.error().sentence);
}

} // namespace groundplan
