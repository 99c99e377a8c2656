// test_damage [QTest options] [--flips N] [--seed S]
// A document with a history, damaged in every way a disk, a cable or a transfer can: it opens as exactly the
// same design, or it is refused with one sentence, left as it is, and what is left of it can be recovered.
// Never another design.
#include "model/document/document.h"
#include "model/document/salvage.h"
#include "tests/file_bytes.h"
#include "tests/reliability/database.h"
#include "tests/reliability/sample_document.h"
#include "tests/reliability/words.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {
int gFlips = 3000;
quint64 gSeed = 20261121;
} // namespace

class TestDamage : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};
    QByteArray whole_;
    Design design_;
    quint64 digest_ = 0;
    QList<HistoryEntry> history_;
    qsizetype pageSize_ = 0;
    qsizetype blocks_ = 0; ///< the page with the root of their table

    struct Tally {
        int same = 0, imported = 0, undoEnds = 0, refused = 0, salvaged = 0;
    };

    QString file(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }
    qsizetype pages() const { return whole_.size() / pageSize_; }

    /// What is wrong with how undo behaves; empty: every step led where the history says, or stopped with a
    /// reason.
    QString wrongWithUndo(Document& document, int most, Tally& tally) const {
        for (int i = 0; i < most && document.canUndo(); ++i) {
            const Result<void> done = document.undo();
            if (!done) {
                ++tally.undoEnds;
                return document.undoFloor().isEmpty() ? u"undo failed and gives no reason"_s : QString();
            }
            const qint64 inverted = document.history().constLast().inverts;
            for (const Image& image : document.design().images) {
                if (Assets::keyOf(document.design().assets.bytes(image.asset)) != image.asset)
                    return u"undo of entry %1 left an image without its picture"_s.arg(inverted);
            }
            if (inverted >= 2 && document.digest() != history_.at(inverted - 2).digest)
                return u"undo of entry %1 led to another design"_s.arg(inverted);
        }
        if (!document.undoFloor().isEmpty())
            ++tally.undoEnds;
        return {};
    }

    /// Writes `bytes` as a document, opens it, and says what is wrong with what happens then; empty: nothing.
    QString wrongWith(const QByteArray& bytes, int undoSteps, Tally& tally) {
        const QString path = file("damaged.gplan");
        writeFile(path, bytes);
        const FileState before = stateOf(path);
        auto document = Document::open(path, Document::Use::Window, file("boards"));
        if (stateOf(path) != before &&
            !document) // a close of this handle would drop the locks of an open document
            return u"the refused file was written to"_s;
        if (!document) {
            ++tally.refused;
            const ErrorCode code = document.error().code;
            if ((code != ErrorCode::Damaged && code != ErrorCode::Unreadable) ||
                document.error().sentence.isEmpty())
                return u"refused without a reason"_s;
            return wrongWithSalvage(path, tally);
        }
        if ((*document)->design() != design_)
            return u"it opened as another design"_s;
        for (const Image& image : design_.images) {
            if ((*document)->design().assets.bytes(image.asset) != design_.assets.bytes(image.asset))
                return u"it opened with another picture"_s;
        }
        if ((*document)->openedAs() == OpenedAs::Imported) {
            ++tally.imported;
            const QString copy = (*document)->path();
            document->reset();
            QFile::remove(copy);
            return stateOf(path) == before ? QString() : u"the imported file was written to"_s;
        }
        ++tally.same;
        if ((*document)->digest() != digest_)
            return u"it opened with another digest"_s;
        if (const QString wrong = wrongWithUndo(**document, undoSteps, tally); !wrong.isEmpty())
            return wrong;
        return {};
    }

    QString wrongWithSalvage(const QString& path, Tally& tally) {
        const QString rescued = file("rescued.gplan");
        QFile::remove(rescued);
        const FileState before = stateOf(path);
        const Result<SalvageReport> report = salvage(path, rescued);
        if (stateOf(path) != before)
            return u"salvage wrote to the damaged file"_s;
        if (!report)
            return report.error().sentence.isEmpty() ? u"salvage failed without a reason"_s : QString();
        ++tally.salvaged;
        const Result<QString> sound = checkFile(rescued);
        return sound ? QString() : u"what was rescued is not sound: "_s + sound.error().sentence;
    }

    static QByteArray text(const Tally& tally) {
        return u"same design %1, imported %2 (undo ends early in %3), refused %4, of these recovered %5"_s
            .arg(tally.same)
            .arg(tally.imported)
            .arg(tally.undoEnds)
            .arg(tally.refused)
            .arg(tally.salvaged)
            .toUtf8();
    }

private Q_SLOTS:
    void initTestCase() {
        const QString path = file("whole.gplan");
        makeSampleDocument(path);
        whole_ = bytesOfFile(path);
        pageSize_ = queryColumn(path, u"PRAGMA page_size"_s).value(0).toLongLong();
        QVERIFY(pageSize_ >= 512);
        blocks_ = queryColumn(path, u"SELECT rootpage FROM sqlite_schema WHERE name = 'block'"_s)
                      .value(0)
                      .toLongLong();
        QVERIFY(blocks_ > 1 && blocks_ < pages());
        const auto document = Document::open(path, Document::Use::Reader);
        QVERIFY(document.has_value());
        design_ = (*document)->design();
        digest_ = (*document)->digest();
        history_ = (*document)->history();
        QVERIFY(history_.size() > 40);
        QVERIFY(!design_.blocks.isEmpty() && !design_.frames.isEmpty() && !design_.connections.isEmpty() &&
                !design_.cards.isEmpty() && !design_.notes.isEmpty() && !design_.decisions.isEmpty() &&
                !design_.options.isEmpty() && !design_.arguments.isEmpty() && !design_.metrics.isEmpty() &&
                !design_.requirements.isEmpty() && !design_.strokes.isEmpty() && !design_.shapes.isEmpty() &&
                !design_.images.isEmpty());
    }

    void undamagedItOpens() {
        Tally tally;
        QCOMPARE(wrongWith(whole_, 1000, tally), QString());
        QCOMPARE(tally.same, 1);
        QCOMPARE(tally.undoEnds, 0);
    }

    void cutOffAnywhereItIsRefusedAndTheRestRecovered() {
        int recovered = 0;
        for (qsizetype page = 0; page < pages(); ++page) {
            for (const qsizetype more : {qsizetype(0), qsizetype(1), pageSize_ / 2, pageSize_ - 1}) {
                const qsizetype size = page * pageSize_ + more;
                Tally tally;
                const QString wrong = wrongWith(whole_.left(size), 0, tally);
                QVERIFY2(wrong.isEmpty(), qPrintable(u"cut to %1 bytes: %2"_s.arg(size).arg(wrong)));
                QVERIFY2(tally.refused == 1, qPrintable(u"cut to %1 bytes it is not refused"_s.arg(size)));
                // A cut costs the rows that it takes and no others, even where it takes definitions of
                // tables.
                QVERIFY2(tally.salvaged == 1 || page < blocks_,
                         qPrintable(u"cut to %1 bytes nothing is recovered"_s.arg(size)));
                recovered += tally.salvaged;
            }
        }
        qInfo("of %lld cuts %d could be recovered", qint64(4 * pages()), recovered);
    }

    /// The tables' definitions lie in pages of their own between those of the rows.
    void lostDefinitionsCostNoRow_data() {
        QTest::addColumn<bool>("vacuumed");
        QTest::newRow("as it was made") << false;
        QTest::newRow("a saved copy") << true;
    }
    void lostDefinitionsCostNoRow() {
        QFETCH(bool, vacuumed);
        const QString path = file("definitions.gplan");
        writeFile(path, whole_);
        if (vacuumed) {
            const QString copy = file("copy.gplan");
            QVERIFY((*Document::open(path, Document::Use::Reader))->saveCopy(copy, false));
            writeFile(path, bytesOfFile(copy));
        }
        const QByteArray bytes = bytesOfFile(path);
        const QStringList pages =
            queryColumn(path, u"SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'"_s);
        QVERIFY(pages.size() > 1);
        const auto recovered = [&](const QByteArray& damaged) -> std::pair<Design, SalvageReport> {
            writeFile(path, damaged);
            QFile::remove(file("rescued.gplan"));
            const auto report = salvage(path, file("rescued.gplan"));
            if (!report)
                return {};
            return {(*Document::open(file("rescued.gplan"), Document::Use::Reader))->design(), *report};
        };
        QByteArray withoutAny = bytes;
        for (const QString& page : pages) {
            const qsizetype at = (page.toLongLong() - 1) * pageSize_;
            QByteArray withoutOne = bytes;
            std::fill_n(withoutOne.begin() + at, pageSize_, '\0');
            std::fill_n(withoutAny.begin() + at, pageSize_, '\0');
            const auto [design, report] = recovered(withoutOne);
            QVERIFY2(design == design_, qPrintable(u"page %1: %2"_s.arg(page, report.summary)));
            QCOMPARE(report.missing, 0);
        }
        const auto [design, report] = recovered(withoutAny);
        QVERIFY2(design == design_, qPrintable(report.summary));
        QCOMPARE(report.missing, 0);
        QVERIFY2(report.summary.endsWith(u" Nothing of the design is missing."_s),
                 qPrintable(report.summary));
    }

    void pagesOfZerosNeverBecomeAnotherDesign() {
        Tally tally;
        for (qsizetype page = 0; page < pages(); ++page) {
            QByteArray bytes = whole_;
            std::fill_n(bytes.begin() + page * pageSize_, pageSize_, '\0');
            const QString wrong = wrongWith(bytes, 1000, tally);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"page %1 of zeros: %2"_s.arg(page + 1).arg(wrong)));
        }
        qInfo("%lld pages: %s", qint64(pages()), text(tally).constData());
        // A page of the design can be read from nowhere else.
        QVERIFY(tally.refused > 0);
        Tally zeros;
        QCOMPARE(wrongWith(QByteArray(whole_.size(), '\0'), 0, zeros), QString());
        QCOMPARE(zeros.refused, 1);
    }

    void flippedBitsNeverMakeAnotherDesign() {
        std::mt19937_64 random(gSeed);
        const auto upTo = [&random](qsizetype most) {
            return std::uniform_int_distribution<qsizetype>(0, most)(random);
        };
        Tally tally;
        for (int i = 0; i < gFlips; ++i) {
            // Every page gets its share, and each flip is one bit, rarely a few.
            const qsizetype page = i % pages();
            QByteArray bytes = whole_;
            QStringList where;
            for (int bits = upTo(9) == 0 ? 4 : 1; bits > 0; --bits) {
                const qsizetype at = page * pageSize_ + upTo(pageSize_ - 1);
                const int bit = int(upTo(7));
                bytes[at] = char(uchar(bytes.at(at)) ^ (1u << bit));
                where += u"byte %1 bit %2"_s.arg(at).arg(bit);
            }
            const QString wrong = wrongWith(bytes, i % 10 == 0 ? 1000 : 1, tally);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1, flip %2 (%3): %4"_s.arg(gSeed).arg(i).arg(
                                          where.join(u", "_s), wrong)));
        }
        qInfo("%d flips over %lld pages: %s", gFlips, qint64(pages()), text(tally).constData());
        QVERIFY(tally.same > 0);
        QVERIFY(tally.refused > 0);
        QVERIFY(tally.salvaged * 10 >= tally.refused * 9);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QStringList words = application.arguments();
    gFlips = int(takeNumber(words, u"--flips"_s, quint64(gFlips)));
    gSeed = takeNumber(words, u"--seed"_s, gSeed);
    TestDamage test;
    return QTest::qExec(&test, words);
}

#include "test_damage.moc"
