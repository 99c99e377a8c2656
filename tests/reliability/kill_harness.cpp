#include "tests/reliability/kill_harness.h"

#include "model/document/document.h"
#include "model/document/salvage.h"
#include "tests/reliability/database.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QHash>
#include <QProcess>

#include <random>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr int kKillsPerDocument = 20; // a history of thousands of edits makes every look at it slow

/// What the child said last about one history entry.
struct Acknowledged {
    QByteArray digest; ///< hexadecimal; "-": it did not say
    NoteId note;       ///< being typed
    qsizetype length = 0;
};

/// Everything the children of one document have said.
class Promises {
public:
    /// Takes the whole lines in `bytes`; an unfinished last line was never said.
    void take(const QByteArray& bytes) {
        pending_ += bytes;
        qsizetype end = 0;
        while ((end = pending_.indexOf('\n')) >= 0) {
            const QList<QByteArray> words = pending_.left(end).split(' ');
            pending_.remove(0, end + 1);
            Acknowledged said;
            said.digest = words.value(1);
            if (words.size() == 4) {
                said.note = NoteId(words.at(2).toLongLong());
                said.length = words.at(3).toLongLong();
            }
            last_ = words.at(0).toLongLong();
            byEntry_.insert(last_, said);
            ++count_;
        }
    }
    void forgetUnfinished() { pending_.clear(); }
    /// The commit in flight has been looked at: what the document holds now is what it has to hold from now
    /// on.
    void settle(const Document& document) {
        for (const HistoryEntry& entry : document.history()) {
            if (const auto it = byEntry_.find(entry.number); it != byEntry_.end() && it->digest != "-")
                *it = {QByteArray::number(entry.digest, 16), {}, 0};
        }
    }

    qint64 count() const { return count_; }

    /// What of it the document does not keep; empty: it keeps all.
    QString brokenIn(const Document& document) const {
        const QList<HistoryEntry> history = document.history();
        const qint64 newest = history.isEmpty() ? 0 : history.last().number;
        if (newest < last_)
            return u"entry %1 was acknowledged, but the history ends at %2"_s.arg(last_).arg(newest);
        for (const HistoryEntry& entry : history) {
            const auto it = byEntry_.constFind(entry.number);
            if (it == byEntry_.cend() || it->digest == "-")
                continue;
            if (it->digest == QByteArray::number(entry.digest, 16))
                continue;
            // The commit after the last acknowledged one may have gone through: it continued the same entry.
            if (entry.number == last_ && newest == last_ && it->note) {
                const Note* note = document.design().notes.find(it->note);
                if (note && note->text.size() > it->length)
                    continue;
            }
            return u"entry %1 was acknowledged with digest %2, but has %3"_s.arg(entry.number)
                .arg(QString::fromLatin1(it->digest), QString::number(entry.digest, 16));
        }
        return {};
    }

private:
    QByteArray pending_;
    QHash<qint64, Acknowledged> byEntry_;
    qint64 last_ = 0;
    qint64 count_ = 0;
};

/// Undoes up to three entries and redoes them, comparing digests with those of the history.
QString wrongWithUndo(Document& document, int* undone) {
    const quint64 before = document.digest();
    int steps = 0;
    while (steps < 3 && document.canUndo()) {
        if (const Result<void> done = document.undo(); !done)
            return u"undo: "_s + done.error().sentence;
        ++steps;
        const QList<HistoryEntry> history = document.history();
        const qint64 inverted = history.last().inverts;
        const quint64 expected = inverted >= 2 ? history.at(inverted - 2).digest : 0;
        if (inverted >= 2 && document.digest() != expected)
            return u"undo of entry %1 did not lead to the design before it"_s.arg(inverted);
    }
    for (int i = 0; i < steps; ++i) {
        if (const Result<void> done = document.redo(); !done)
            return u"redo: "_s + done.error().sentence;
    }
    *undone += steps;
    return document.digest() == before ? QString() : u"redo did not lead back to the design before undo"_s;
}

/// What is wrong with the document that a killed child left; empty: nothing.
QString wrongAfterKill(const QString& path, Promises& promises, int* undone) {
    {
        const auto document = Document::open(path, Document::Use::CommandLine);
        if (!document)
            return u"it does not open: "_s + document.error().sentence;
        if ((*document)->openedAs() != OpenedAs::Writable)
            return u"it does not open to write: "_s + (*document)->notice();
        if (const QString broken = promises.brokenIn(**document); !broken.isEmpty())
            return broken;
        promises.settle(**document);
        if (const QString wrong = wrongWithUndo(**document, undone); !wrong.isEmpty())
            return wrong;
    }
    if (const QString verdict = integrityOf(path); verdict != "ok"_L1)
        return u"integrity_check: "_s + verdict;
    const Result<QString> sound = checkFile(path);
    return sound ? QString() : u"check: "_s + sound.error().sentence;
}

} // namespace

KillOutcome runKills(const KillRun& run, const QString& folder) {
    KillOutcome outcome;
    std::mt19937_64 random(run.seed);
    const auto upTo = [&random](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const auto failed = [&](const QString& what) {
        outcome.failure = u"after kill %1 (seed %2): %3"_s.arg(outcome.kills).arg(run.seed).arg(what);
        return outcome;
    };

    QString path;
    Promises promises;
    while (outcome.kills < run.kills) {
        if (outcome.kills % kKillsPerDocument == 0) {
            if (!path.isEmpty())
                QFile::remove(path);
            path = folder + u"/killed-%1.gplan"_s.arg(outcome.kills);
            promises = Promises();
            if (const auto made = Document::create(path, Document::Use::CommandLine); !made)
                return failed(made.error().sentence);
        }

        QProcess child;
        QStringList words{path, QString::number(random())};
        if (run.acknowledgeBeforeCommit)
            words += u"--ack-before-commit"_s;
        child.start(QStringLiteral(EDITOR_CHILD), words);
        if (!child.waitForStarted())
            return failed(child.errorString());
        // Most are killed while edits stream in, some while the document is being opened.
        const qint64 saidBefore = promises.count();
        const bool early = upTo(9) == 0;
        QDeadlineTimer start(10'000);
        while (!early && promises.count() == saidBefore) {
            if (child.state() != QProcess::Running || start.hasExpired())
                return failed(u"the child does not edit: "_s +
                              QString::fromUtf8(child.readAllStandardError()));
            child.waitForReadyRead(100);
            promises.take(child.readAllStandardOutput());
        }
        QDeadlineTimer moment(std::chrono::microseconds(upTo(40'000)));
        while (!moment.hasExpired()) {
            child.waitForReadyRead(int(moment.remainingTime()));
            promises.take(child.readAllStandardOutput());
        }
        child.kill();
        child.waitForFinished();
        promises.take(child.readAllStandardOutput());
        promises.forgetUnfinished();
        ++outcome.kills;
        outcome.acknowledged += promises.count() - saidBefore;
        if (child.exitStatus() != QProcess::CrashExit)
            return failed(u"the child ended by itself: "_s + QString::fromUtf8(child.readAllStandardError()));
        outcome.inTransaction += QFile::exists(path + u"-journal"_s) ? 1 : 0;

        if (const QString wrong = wrongAfterKill(path, promises, &outcome.undone); !wrong.isEmpty())
            return failed(wrong);
    }
    return outcome;
}

} // namespace groundplan
