// The one table of bad input: what a file may be that is called a document, or DOT, and what has to come of
// it. In every case one clear sentence, and the file as it was.
#include "tests/cli/cli_run.h"
#include "tests/file_bytes.h"
#include "tests/reliability/database.h"
#include "tests/sample_design.h"

#include "model/document/document.h"
#include "model/document/loader.h"
#include "model/document/salvage.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

enum class Outcome {
    Refused,  ///< code 3; never opened
    ReadOnly, ///< shown as it is, not to be written
    Imported, ///< its rows go into a new document
    Opened,   ///< undo ends at the damage
};

using Sabotage = std::function<void(const QString& path)>;

Sabotage sql(const char* statements) {
    return [statements](const QString& path) {
        if (const QString wrong = runSql(path, QString::fromUtf8(statements)); !wrong.isEmpty())
            qFatal("%s: %s", statements, qPrintable(wrong));
    };
}

Sabotage bytes(const QByteArray& content) {
    return [content](const QString& path) { writeFile(path, content); };
}

Sabotage cutTo(double share) {
    return [share](const QString& path) {
        const QByteArray whole = bytesOfFile(path);
        writeFile(path, whole.left(qsizetype(double(whole.size()) * share)));
    };
}

/// Writes the digest that the changed content has, as a hostile program would: our checks must find what is
/// wrong without the help of the checksum.
void restamp(const QString& path) {
    quint64 digest = 0;
    {
        const auto connection = sqlite::Connection::open(path, sqlite::Access::ReadOnly);
        const auto loaded = loadDesign(*connection, compareSchema(*connection));
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().sentence));
        digest = loaded->digest;
    }
    if (const QString wrong = runSql(path, u"UPDATE digest SET value = %1"_s.arg(qint64(digest)));
        !wrong.isEmpty())
        qFatal("%s", qPrintable(wrong));
}

Sabotage stamped(const char* statements) {
    return [statements](const QString& path) {
        sql(statements)(path);
        restamp(path);
    };
}

struct Case {
    const char* name;
    Outcome outcome;
    QString sentence; ///< %1: the path; of what goes into a new document only what is odd about it
    Sabotage sabotage;
    bool salvageable = true;
    QString inPlace = {};      ///< what is said when it is opened to write, if SQLite checks more then
    QString whenImported = {}; ///< of one that is only read: what is said when a new document is made of it
};

QString damagedBy(const QString& what) {
    return u"“%1” is damaged (%2) and was left as it is."_s.replace(u"%2"_s, what);
}

const QList<Case>& cases() {
    using enum Outcome;
    static const QString notOurs = u"“%1” is not a Groundplan document."_s;
    static const QString newer =
        u"“%1” was written by a newer version of Groundplan and is opened read-only"_s;
    static const QString newerTaken =
        u"“%1” was written by a newer version of Groundplan; its design was taken into a new document"_s;
    static const QList<Case> list{
        // Not a document at all.
        {"an empty file", Refused, u"“%1” is empty."_s, bytes({}), false},
        {"a text file", Refused, notOurs, bytes("Dear diary,\n"), false},
        {"a long text file", Refused, notOurs, bytes(QByteArray("To be, or not to be.\n").repeated(500)),
         false},
        {"zeros", Refused, notOurs, bytes(QByteArray(40960, '\0')), false},
        {"somebody else's database", Refused,
         u"“%1” is a database of another program, not a Groundplan document."_s,
         [](const QString& path) {
             QFile::remove(path);
             writeFile(path, {});
             sql("CREATE TABLE song(title TEXT); INSERT INTO song VALUES('Help!')")(path);
         },
         false},
        {"somebody else's application id", Refused,
         u"“%1” is a database of another program, not a Groundplan document."_s,
         sql("PRAGMA application_id=252006673")},

        // Damaged.
        {"cut to a half", Refused, damagedBy(u"its structure cannot be read"_s), cutTo(0.5)},
        {"cut by a page", Refused, damagedBy(u"its end is missing"_s), cutTo(0.97)},
        {"nothing but a header", Refused, damagedBy(u"its structure cannot be read"_s), cutTo(0.02), false},
        {"a table is missing", Refused, damagedBy(u"the table “note” is missing"_s), sql("DROP TABLE note")},
        {"no digest", Refused, damagedBy(u"its content does not match its checksum"_s),
         sql("DELETE FROM digest")},
        {"changed without its checksum", Refused, damagedBy(u"its content does not match its checksum"_s),
         sql("UPDATE block SET title='forged' WHERE id=2")},
        {"no version", Refused, damagedBy(u"its version is 0"_s), sql("PRAGMA user_version=0")},
        {"a negative version", Refused, damagedBy(u"its version is -3"_s), sql("PRAGMA user_version=-3")},

        // Whole, and hostile: the checksum is right.
        {"a coordinate out of range", Refused,
         damagedBy(u"the value of “x” in row 2 of “block” is out of range"_s),
         sql("PRAGMA ignore_check_constraints=ON; UPDATE block SET x=2000000000 WHERE id=2"), true,
         damagedBy(u"its table “block” is broken"_s)},
        {"a coordinate out of range without a check", Refused,
         damagedBy(u"the value of “x” in row 2 of “block” is out of range"_s),
         sql("PRAGMA writable_schema=ON;"
             "UPDATE sqlite_schema SET sql=replace(sql, 'CHECK(x BETWEEN -80000000 AND 80000000)', '') WHERE "
             "name='block';"
             "PRAGMA writable_schema=RESET; UPDATE block SET x=2000000000 WHERE id=2")},
        {"infinity for a coordinate", Refused,
         damagedBy(u"the value of “x” in row 2 of “block” is out of range"_s),
         sql("PRAGMA writable_schema=ON;"
             "UPDATE sqlite_schema SET sql=replace(replace(replace(sql, 'x INTEGER', 'x REAL'), ') STRICT', "
             "')'),"
             "'CHECK(x BETWEEN -80000000 AND 80000000)', '') WHERE name='block';"
             "PRAGMA writable_schema=RESET; UPDATE block SET x=9e999 WHERE id=2")},
        {"NaN for a coordinate", Refused,
         damagedBy(u"the value of “x” in row 2 of “block” is out of range"_s),
         // SQLite turns NaN into NULL, whatever writes it.
         sql("PRAGMA writable_schema=ON;"
             "UPDATE sqlite_schema SET sql=replace(replace(sql, 'x INTEGER NOT NULL', 'x REAL'), ') STRICT', "
             "')')"
             " WHERE name='block';"
             "PRAGMA writable_schema=RESET; UPDATE block SET x=9e999-9e999 WHERE id=2")},
        {"an unknown word", Refused, damagedBy(u"the value of “kind” in row 10 of “note” is out of range"_s),
         sql("UPDATE note SET kind='gossip'")},
        {"text that is no UTF-8", Refused,
         damagedBy(u"the value of “text” in row 10 of “note” is out of range"_s),
         sql("UPDATE note SET text=CAST(x'ff80fe' AS TEXT)")},
        {"a title of 10 MB", Refused,
         damagedBy(u"the value of “title” in row 2 of “block” is out of range"_s),
         sql("UPDATE block SET title=printf('%.10000000c', 'x') WHERE id=2")},
        {"a frame inside itself", Refused, damagedBy(u"The frame “online” (1) lies inside itself"_s),
         stamped("UPDATE element SET parent=1 WHERE id=1")},
        {"frames inside each other", Refused, damagedBy(u"The frame “online” (1) lies inside itself"_s),
         stamped("INSERT INTO element(id, type, parent) VALUES(900, 'frame', 1);"
                 "INSERT INTO frame(id, name, title) VALUES(900, 'other', 'other');"
                 "UPDATE element SET parent=900 WHERE id=1")},
        {"a connection to nowhere", Refused,
         damagedBy(u"The connection “stream” (4) ends at an element that does not exist"_s),
         stamped("UPDATE connection SET target=99")},
        {"two of a name", Refused,
         damagedBy(u"The block “ranking” (3) has the name ranking, which another one has too"_s),
         stamped("UPDATE block SET name='ranking' WHERE id=2")},

        // Of another version, or with more in it than we know.
        {"a newer version",
         ReadOnly,
         newer + u'.',
         sql("PRAGMA user_version=99"),
         true,
         {},
         newerTaken + u", without the history."_s},
        {"a newer version with more",
         ReadOnly,
         newer + u"; not shown: lens, block.shade."_s,
         sql("PRAGMA user_version=99; ALTER TABLE block ADD COLUMN shade TEXT NOT NULL DEFAULT '';"
             "CREATE TABLE lens(id INTEGER NOT NULL PRIMARY KEY) STRICT"),
         true,
         {},
         newerTaken + u", without the history and without what this version does not know: lens, "
                      "block.shade."_s},
        {"a newer version without one of our tables", Refused, damagedBy(u"the table “note” is missing"_s),
         sql("PRAGMA user_version=99; DROP TABLE note")},
        {"an unknown table", Imported, u"“%1” has a structure of its own (extra)"_s,
         sql("CREATE TABLE extra(a)")},
        {"an unknown index", Imported, u"“%1” has a structure of its own (quick)"_s,
         sql("CREATE INDEX quick ON note(text)")},
        {"a trigger", Imported, u"“%1” holds program code of its own (bomb)"_s,
         sql("CREATE TRIGGER bomb AFTER UPDATE ON block BEGIN DELETE FROM note; END")},
        {"a view", Imported, u"“%1” holds program code of its own (peek)"_s,
         sql("CREATE VIEW peek AS SELECT * FROM block")},
        {"a newer version with a view", Imported, u"“%1” holds program code of its own (peek)"_s,
         sql("PRAGMA user_version=99; CREATE VIEW peek AS SELECT * FROM block")},
        {"a trigger and another checksum", Refused, damagedBy(u"its content does not match its checksum"_s),
         sql("UPDATE block SET title='forged' WHERE id=2;"
             "CREATE TRIGGER bomb AFTER UPDATE ON block BEGIN DELETE FROM note; END")},
        {"a trigger and a table less", Refused, damagedBy(u"the table “note” is missing"_s),
         sql("DROP TABLE note; CREATE TRIGGER bomb AFTER UPDATE ON block BEGIN SELECT 1; END")},

        // Only the way back is broken.
        {"a damaged history entry", Opened, QString(),
         sql("UPDATE history SET changeset=zeroblob(40) WHERE number=1")},
    };
    return list;
}

} // namespace

class TestBadInput : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};
    QString path_;
    QString other_;
    Design design_;

    /// A run that must leave the bad file, and whatever else there is, alone.
    CliRun run(const QStringList& words) {
        const FileState before = stateOf(path_);
        const CliRun result = runCli(words);
        if (stateOf(path_) != before)
            qFatal("the file was written to by %s", qPrintable(words.join(u' ')));
        return result;
    }

    static QString complaint(const QString& sentence) {
        return sentence.isEmpty() ? QString() : u"groundplan-cli: %1\n"_s.arg(sentence);
    }

private Q_SLOTS:
    void init() {
        path_ = folder_.filePath(u"bad.gplan"_s);
        other_ = folder_.filePath(u"other.gplan"_s);
        for (const QString& old : {path_, path_ + u"-journal"_s, other_})
            QFile::remove(old);
        const auto document = Document::create(path_, Document::Use::CommandLine);
        QVERIFY(document);
        QVERIFY((*document)->edit({"paste", {u"5"_s}}, [](Editor& editor) -> Result<void> {
            sample::putOneOfEach(editor);
            return {};
        }));
        QVERIFY((*document)->edit({"rename", {u"x"_s}}, [](Editor& editor) -> Result<void> {
            Block block = *editor.design().blocks.find(ElementId(2));
            block.title = u"Renamed"_s;
            editor.put(block);
            return {};
        }));
        design_ = (*document)->design();
    }

    void documents_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < cases().size(); ++i)
            QTest::newRow(cases().at(i).name) << i;
    }
    void documents() {
        QFETCH(int, index);
        const Case& bad = cases().at(index);
        const bool refused = bad.outcome == Outcome::Refused;
        bad.sabotage(path_);
        const auto filled = [this](const QString& text) {
            return text.contains(u"%1"_s) ? text.arg(path_) : text;
        };
        const bool taken = bad.outcome == Outcome::Imported;
        const QString sentence = filled(bad.sentence) + (taken ? u" and is opened read-only."_s : QString());
        const QString inPlace = bad.inPlace.isEmpty() ? sentence : filled(bad.inPlace);
        // What to do is for each surface to say.
        const auto advised = [&](const QString& said) {
            if (taken)
                return said +
                       u" “groundplan-cli import %1 -o NEW.gplan” makes a new document of its design."_s.arg(
                           path_);
            return said.contains(u" is damaged ("_s) ? said + u" “groundplan-cli import %1 -o NEW.gplan "
                                                              u"--salvage” makes a new document of what "
                                                              "can be read of it."_s.arg(path_)
                                                     : said;
        };

        // Looking at it.
        for (const QStringList& words :
             {QStringList{u"info"_s, path_}, QStringList{u"history"_s, path_},
              QStringList{u"export"_s, path_, u"-o"_s, u"/dev/null"_s, u"--format=dot"_s}}) {
            const CliRun seen = run(words);
            QCOMPARE(seen.err, complaint(advised(sentence)));
            QCOMPARE(seen.code, refused ? 3 : 0);
        }
        // Writing to it.
        if (bad.outcome != Outcome::Opened) {
            for (const QStringList& words : {QStringList{u"undo"_s, path_}, QStringList{u"tidy"_s, path_},
                                             QStringList{u"sketch"_s, path_, u"kafka"_s}}) {
                const CliRun edited = run(words);
                QCOMPARE(edited.err, complaint(advised(inPlace)));
                QCOMPARE(edited.code, refused ? 3 : 4);
            }
        }
        if (refused || taken) {
            const CliRun checked = run({u"check"_s, path_});
            QCOMPARE(checked.err, complaint(advised(sentence)));
            QCOMPARE(checked.code, 3);
        }
        // Making a new document of it.
        const QString takenOver =
            filled(bad.sentence) + u"; its design was taken into a new document, without the history."_s;
        const CliRun imported = run({u"import"_s, path_, u"-o"_s, other_});
        if (refused) {
            QCOMPARE(imported.code, 3);
            QCOMPARE(imported.err.count(u'\n'), 1);
            if (sentence.contains(u" is damaged ("_s))
                QCOMPARE(imported.err, complaint(advised(sentence)));
            QVERIFY(!QFile::exists(other_));
        } else {
            QCOMPARE(imported.code, 0);
            QCOMPARE(imported.err, complaint(taken ? takenOver : filled(bad.whenImported)));
            const auto made = Document::open(other_, Document::Use::Window);
            QVERIFY2(made, made ? "" : qPrintable(made.error().sentence));
            QCOMPARE((*made)->openedAs(), OpenedAs::Writable);
            QVERIFY((*made)->design() == design_);
        }
        // Saving what can be saved.
        const CliRun salvaged = run({u"import"_s, path_, u"-o"_s, other_, u"--force"_s, u"--salvage"_s});
        QCOMPARE(salvaged.code, bad.salvageable ? 0 : 3);
        if (bad.salvageable) {
            QVERIFY2(salvaged.out.startsWith(u"Recovered: "_s), qPrintable(salvaged.out));
            QVERIFY(checkFile(other_));
        } else {
            QCOMPARE(
                salvaged.err,
                complaint(u"Nothing of “%1” can be read any more; restore it from a backup."_s.arg(path_)));
        }
        // The same in a window.
        const FileState before = stateOf(path_);
        auto document = Document::open(path_, Document::Use::Window, folder_.filePath(u"boards"_s));
        QCOMPARE(document.has_value(), !refused);
        if (refused) {
            QCOMPARE(document.error().code,
                     sentence.contains(u" is damaged ("_s) ? ErrorCode::Damaged : ErrorCode::Unreadable);
            QCOMPARE(document.error().sentence, inPlace);
        } else {
            QVERIFY((*document)->design() == design_);
            QCOMPARE((*document)->notice(), taken ? takenOver : sentence);
            QCOMPARE((*document)->openedAs(), bad.outcome == Outcome::ReadOnly   ? OpenedAs::ReadOnly
                                              : bad.outcome == Outcome::Imported ? OpenedAs::Imported
                                                                                 : OpenedAs::Writable);
            QCOMPARE((*document)->isReadOnly(), bad.outcome == Outcome::ReadOnly);
            document->reset();
        }
        QVERIFY(stateOf(path_) == before);
    }

    void aDamagedEntryEndsUndoThere() {
        sql("UPDATE history SET changeset=zeroblob(40) WHERE number=1")(path_);
        QCOMPARE(runCli({u"undo"_s, path_}).out, u"Undone: Rename to “x”.\n"_s);
        const FileState before = stateOf(path_);
        const CliRun refused = runCli({u"undo"_s, path_});
        QCOMPARE(refused.err, u"groundplan-cli: Entry 1 of the history is damaged; undo ends there.\n"_s);
        QCOMPARE(refused.code, 3);
        QVERIFY(stateOf(path_) == before);
        QCOMPARE(runCli({u"redo"_s, path_}).code, 0);
        QVERIFY((*Document::open(path_, Document::Use::Reader))->design() == design_);
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "test_bad_input.moc"
