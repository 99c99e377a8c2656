// A second process for the tests: other_process write|read DOCUMENT LABEL COUNT
//   write  makes COUNT edits; each adds one to the number in the board's task and leaves a note "LABEL I".
//   Prints how often
//          an edit had to be tried again because the other process kept writing.
//   read   opens the document COUNT times as a reader and prints the digest of each.
#include "model/document/document.h"
#include "tests/reliability/counting.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QThread>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

int complain(const Error& error) {
    std::fprintf(stderr, "%s\n", qPrintable(error.sentence));
    return 1;
}

int write(const QString& path, const QString& label, int count, bool openAnew) {
    if (std::getchar() == EOF)
        return complain({ErrorCode::WrongUse, u"Nobody says when to begin."_s});
    std::unique_ptr<Document> document;
    int refused = 0;
    for (int i = 0; i < count;) {
        QElapsedTimer clock;
        clock.start();
        if (!document || openAnew) {
            document.reset();
            auto opened = Document::open(path, Document::Use::CommandLine);
            if (!opened)
                return complain(opened.error());
            document = std::move(*opened);
            document->setAuthor(label);
        }
        // Whoever is kept from writing by the other for long enough is told so and tries again.
        if (const Result<void> done = countUp(*document, u"%1 %2"_s.arg(label).arg(i)); done)
            ++i;
        else if (done.error().code != ErrorCode::NotWritten || ++refused == 10'000)
            return complain(done.error());
        // A program that writes without a pause keeps every other out for as long as it likes. The pause is
        // about as long as an edit, however slow the machine (or a sanitizer) makes these.
        const auto took = int(std::min<qint64>(clock.nsecsElapsed() / 1000, 50'000));
        QThread::usleep(QRandomGenerator::global()->bounded(1000 + 2 * took));
    }
    return 0;
}

int read(const QString& path, int count) {
    for (int i = 0; i < count; ++i) {
        const auto document = Document::open(path, Document::Use::Reader);
        if (!document)
            return complain(document.error());
        std::printf("%llu\n", static_cast<unsigned long long>((*document)->digest()));
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    const int count = words.value(4).toInt();
    const QString what = words.value(1);
    return what == "read"_L1 ? read(words.value(2), count)
                             : write(words.value(2), words.value(3), count, what == "rewrite"_L1);
}
