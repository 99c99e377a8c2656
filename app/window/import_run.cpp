#include "app/window/import_run.h"

#include "model/document/file_identity.h"
#include "model/exchange/exchange_limits.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <atomic>

namespace groundplan {

namespace {

constexpr int kPatience = 250; // ms

Result<QByteArray> bytesOf(const QString& path) {
    QFile file(path);
    if (openDocuments::contains(path) || !file.open(QIODevice::ReadOnly)) {
        return fail(
            ErrorCode::Unreadable,
            QCoreApplication::translate("Import", "“%1” cannot be read: %2.").arg(path, file.errorString()));
    }
    if (file.size() > exchangelimits::kCarrierBytes) {
        return fail(ErrorCode::Unreadable,
                    QCoreApplication::translate("Import",
                                                "“%1” is larger than %2 MB, which is the most that is read.")
                        .arg(path)
                        .arg(exchangelimits::kCarrierBytes >> 20));
    }
    return file.read(exchangelimits::kCarrierBytes);
}

} // namespace

/// What the thread and the window share.
struct ImportRun::Job {
    std::function<Result<QByteArray>()> bytes;
    std::optional<ImportFormat> format; ///< nothing: content and ending tell
    QString name;
    Catalogue catalogue;
    std::atomic<bool> cancelled = false;
    Result<DesignImport> result = {};
};

ImportRun::ImportRun(const QString& path, const Catalogue& catalogue, const Done& done, QObject* parent)
    : ImportRun(std::make_shared<Job>([path] { return bytesOf(path); }, std::nullopt,
                                      QFileInfo(path).fileName(), catalogue),
                done, parent) {}

ImportRun::ImportRun(const QByteArray& text, std::optional<ImportFormat> format, const QString& name,
                     const Catalogue& catalogue, const Done& done, QObject* parent)
    : ImportRun(std::make_shared<Job>([text] { return text; }, format, name, catalogue), done, parent) {}

ImportRun::ImportRun(std::shared_ptr<Job> job, const Done& done, QObject* parent)
    : QObject(parent)
    , job_(std::move(job))
    , done_(done) {
    thread_ = QThread::create([job = job_] {
        const Result<QByteArray> bytes = job->bytes();
        job->result = bytes ? importDesign(*bytes, job->name, job->catalogue, job->format, kImportTimeout,
                                           &job->cancelled)
                            : Result<DesignImport>(Failure(bytes.error()));
    });
    patience_.setSingleShot(true);
    connect(&patience_, &QTimer::timeout, this, &ImportRun::takesLong);
    patience_.start(kPatience);
    connect(thread_, &QThread::finished, this, [this] {
        patience_.stop(); // opening what was read may take as long again
        if (!job_->cancelled) {
            done_(job_->result);
            Q_EMIT over();
        }
        deleteLater();
    });
    thread_->start();
}

ImportRun::~ImportRun() {
    job_->cancelled = true;
    thread_->wait();
    delete thread_;
}

QString ImportRun::name() const {
    return job_->name;
}

void ImportRun::cancel() {
    patience_.stop();
    if (!job_->cancelled.exchange(true))
        Q_EMIT over();
}

} // namespace groundplan
