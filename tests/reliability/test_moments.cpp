#include "model/document/document.h"
#include "tests/reliability/random_edits.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Document> opened(const QString& path, Document::Use use = Document::Use::CommandLine) {
    auto document = Document::open(path, use);
    if (!document)
        qFatal("%s", qPrintable(document.error().sentence));
    return std::move(*document);
}

QStringList namesOf(const Document& document) {
    QStringList names;
    const QList<Version> versions = document.versions();
    for (const Version& version : versions)
        names.append(u"%1 %2"_s.arg(version.entry).arg(version.name));
    return names;
}

} // namespace

/// What a design was at any moment of its history, and names for moments.
class TestMoments : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path(const QString& name) const { return folder_.filePath(name); }

private Q_SLOTS:
    /// Whatever was done, undone and done again, by edits of every sort.
    void everyMomentIsWhatItWas_data() {
        QTest::addColumn<int>("seed");
        for (const int seed : {1, 2, 3})
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    void everyMomentIsWhatItWas() {
        QFETCH(int, seed);
        const QString file = path(u"random-%1.gplan"_s.arg(seed));
        auto document = std::move(*Document::create(file, Document::Use::CommandLine));
        RandomEdits random{quint64(seed)};
        QHash<qint64, Design> was{{0, Design{}}};
        NoteId note;
        const auto remember = [&] { was.insert(document->history().last().number, document->design()); };
        for (int step = 0; step < 160; ++step) {
            const int what = random.number(9);
            if (what < 2 && document->canUndo())
                QVERIFY(document->undo());
            else if (what == 2 && document->canRedo())
                QVERIFY(document->redo());
            else if (what == 3)
                QVERIFY(random.type(*document, note, "typing " + QByteArray::number(step / 20)));
            else
                QVERIFY(random.edit(*document));
            if (!document->history().isEmpty())
                remember();
        }
        const qint64 last = document->history().last().number;
        QCOMPARE(was.size(), last + 1);
        document.reset();
        for (const auto use : {Document::Use::CommandLine, Document::Use::Reader}) {
            document = opened(file, use);
            for (qint64 moment = 0; moment <= last; moment += 1 + random.number(6)) {
                const Result<Design> then = document->designAt(moment);
                QVERIFY2(then, then ? "" : qPrintable(then.error().sentence));
                QVERIFY2(*then == was.value(moment), qPrintable(QString::number(moment)));
            }
            for (int step = 0; step < 40; ++step) {
                const qint64 known = random.number(int(last));
                const qint64 moment = random.number(int(last));
                const Result<Design> then = document->designAt(moment, known, was.value(known));
                QVERIFY2(then, then ? "" : qPrintable(then.error().sentence));
                QVERIFY2(*then == was.value(moment), qPrintable(u"%1 from %2"_s.arg(moment).arg(known)));
            }
            QVERIFY(!document->designAt(last + 1));
            QVERIFY(!document->designAt(-1));
            document.reset();
        }
    }

    void momentsHaveNames() {
        const QString file = path(u"named.gplan"_s);
        auto document = std::move(*Document::create(file, Document::Use::CommandLine));
        RandomEdits random{5};
        QVERIFY(document->nameVersion(u"empty"_s));
        QVERIFY(random.edit(*document));
        const Design first = document->design();
        QSignalSpy told(document.get(), &Document::historyChanged);
        const Result<qint64> draft = document->nameVersion(u"  First   draft "_s);
        QVERIFY(draft);
        QCOMPARE(told.size(), 1);
        QVERIFY(random.edit(*document));
        QVERIFY(random.edit(*document));
        QVERIFY(document->nameVersion(u"Sent"_s, 2));
        QCOMPARE(namesOf(*document), (QStringList{u"0 empty"_s, u"1 First draft"_s, u"2 Sent"_s}));
        // They are beside the design: no entry of the history, and undo leaves them.
        QCOMPARE(document->history().size(), 3);
        QVERIFY(document->undo());
        QCOMPARE(namesOf(*document).size(), 3);
        QVERIFY(*document->designAt(1) == first);

        for (const QString& name : {u"sent"_s, u" "_s, u"3"_s, QString(201, u'x')})
            QVERIFY2(!document->nameVersion(name), qPrintable(name));
        QVERIFY(!document->nameVersion(u"beyond"_s, 99));
        QVERIFY(document->renameVersion(*draft, u"Draft"_s));
        QVERIFY(!document->renameVersion(*draft, u"Sent"_s));
        QVERIFY(!document->renameVersion(1, u"None"_s));
        document.reset();
        document = opened(file);
        QCOMPARE(namesOf(*document), (QStringList{u"0 empty"_s, u"1 Draft"_s, u"2 Sent"_s}));
        QVERIFY(document->removeVersion(*draft));
        QCOMPARE(namesOf(*document), (QStringList{u"0 empty"_s, u"2 Sent"_s}));
    }

    /// What is typed on belongs to another entry: the version stays what it was.
    void aNameEndsWhatIsBeingTyped() {
        auto document = std::move(*Document::create(path(u"typing.gplan"_s), Document::Use::CommandLine));
        RandomEdits random{6};
        NoteId note;
        QVERIFY(random.type(*document, note, "typing"));
        QVERIFY(document->nameVersion(u"half a sentence"_s));
        const Design half = document->design();
        const qint64 moment = document->history().last().number;
        QVERIFY(random.type(*document, note, "typing"));
        QCOMPARE(document->history().last().number, moment + 1);
        QVERIFY(*document->designAt(moment) == half);
    }

    void namesGoWithTheHistory() {
        auto document = std::move(*Document::create(path(u"whole.gplan"_s), Document::Use::CommandLine));
        RandomEdits random{7};
        QVERIFY(random.edit(*document));
        QVERIFY(document->nameVersion(u"one"_s));
        QVERIFY(document->saveCopy(path(u"with.gplan"_s), true));
        QVERIFY(document->saveCopy(path(u"without.gplan"_s), false));
        QCOMPARE(namesOf(*opened(path(u"with.gplan"_s))), QStringList{u"1 one"_s});
        const auto bare = opened(path(u"without.gplan"_s));
        QCOMPARE(namesOf(*bare), QStringList());
        const auto refused = bare->nameVersion(u"two"_s);
        QVERIFY(!refused && refused.error().sentence.contains(u"without one"_s));
        QVERIFY(document->forgetHistory());
        QCOMPARE(namesOf(*document), QStringList());
        QVERIFY(!document->designAt(1));
    }

    void aReadOnlyDocumentKeepsItsNames() {
        const QString file = path(u"locked.gplan"_s);
        {
            auto document = std::move(*Document::create(file, Document::Use::CommandLine));
            RandomEdits random{8};
            QVERIFY(random.edit(*document));
            QVERIFY(document->nameVersion(u"one"_s));
        }
        const auto reader = opened(file, Document::Use::Reader);
        QCOMPARE(namesOf(*reader), QStringList{u"1 one"_s});
        QVERIFY(!reader->nameVersion(u"two"_s));
        QVERIFY(!reader->removeVersion(reader->versions().first().id));
    }

    /// A damaged entry is found on the way, and what lies before it is not made up.
    void aDamagedHistoryIsSaid() {
        const QString file = path(u"damaged.gplan"_s);
        {
            auto document = std::move(*Document::create(file, Document::Use::CommandLine));
            RandomEdits random{9};
            for (int i = 0; i < 10; ++i)
                QVERIFY(random.edit(*document));
        }
        sqlite3* connection = nullptr;
        QCOMPARE(sqlite3_open(file.toUtf8(), &connection), SQLITE_OK);
        QCOMPARE(sqlite3_exec(connection, "UPDATE history SET changeset = zeroblob(40) WHERE number = 5",
                              nullptr, nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(connection);
        const auto document = opened(file);
        QVERIFY(document->designAt(6));
        const auto before = document->designAt(4);
        QVERIFY(!before);
        QVERIFY2(before.error().sentence.contains(u"Entry 5 of the history is damaged"_s),
                 qPrintable(before.error().sentence));
    }

    /// Names of a stranger's file that no name can be are left out.
    void aStrangersNamesAreChecked() {
        const QString file = path(u"strange.gplan"_s);
        {
            auto document = std::move(*Document::create(file, Document::Use::CommandLine));
            RandomEdits random{10};
            QVERIFY(random.edit(*document));
            QVERIFY(document->nameVersion(u"good"_s));
        }
        sqlite3* connection = nullptr;
        QCOMPARE(sqlite3_open(file.toUtf8(), &connection), SQLITE_OK);
        for (const char* values : {"(1, -5, 0, 'before')", "(2, 1, -1, 'early')", "(3, 1, 0, '')",
                                   "(4, 1, 0, hex(zeroblob(200)))", "(-5, 1, 0, 'id')"}) {
            const QByteArray sql = QByteArray("INSERT INTO version(id, entry, time, name) VALUES") + values;
            QCOMPARE(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        }
        sqlite3_close(connection);
        QCOMPARE(namesOf(*opened(file)), QStringList{u"1 good"_s});
    }
};

QTEST_GUILESS_MAIN(TestMoments)
#include "test_moments.moc"
