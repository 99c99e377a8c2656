#include "model/framework/own_framework.h"

#include "tests/file_bytes.h"
#include "tests/model/framework/shipped.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

class TestOwnFramework : public QObject {
    Q_OBJECT

    static Templates load(const QString& own, QStringList& problems) {
        return Templates::load(templateRoots(own), catalogue(), &problems);
    }

private Q_SLOTS:
    /// Each shipped one, with all that is in it, beside the one that it was copied from.
    void everyFrameworkIsCopied() {
        const QTemporaryDir own;
        QStringList problems;
        const Templates before = load(own.path(), problems);
        for (const Framework& framework : before.frameworks()) {
            const auto path = copyFramework(framework, own.path(), before);
            QVERIFY2(path, path ? "" : qPrintable(path.error().sentence));
            QCOMPARE(*path, own.filePath(u"frameworks/%1-copy.json"_s.arg(framework.name)));
        }
        const Templates after = load(own.path(), problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(after.frameworks().size(), 2 * before.frameworks().size());
        for (const Framework& framework : before.frameworks()) {
            const Framework* copy = after.framework(framework.name + u"-copy"_s);
            QVERIFY(copy);
            QCOMPARE(copy->title.in(u"en"_s), framework.title.in(u"en"_s) + u" (copy)"_s);
            QCOMPARE(copy->steps.size(), framework.steps.size());
            for (qsizetype i = 0; i < copy->steps.size(); ++i)
                QCOMPARE(copy->steps[i].prompts.size(), framework.steps[i].prompts.size());
            // Two lines differ; the rest is as it was written.
            const QList<QByteArray> was = bytesOfFile(framework.path).split('\n');
            const QList<QByteArray> is = bytesOfFile(copy->path).split('\n');
            QVERIFY(is.size() <= was.size());
            QCOMPARE(is.last(20), was.last(20));
        }
    }

    void nothingIsOverwritten() {
        const QTemporaryDir own;
        QStringList problems;
        QVERIFY(QDir(own.path()).mkpath(u"frameworks"_s));
        QFile mine(own.filePath(u"frameworks/cheat-sheet-copy.json"_s));
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("not yet");
        mine.close();
        const Templates before = load({}, problems);
        const auto second = copyFramework(*before.framework(u"cheat-sheet"_s), own.path(), before);
        QVERIFY(second);
        QCOMPARE(*second, own.filePath(u"frameworks/cheat-sheet-copy-2.json"_s));
        QCOMPARE(bytesOfFile(mine.fileName()), QByteArray("not yet"));
        const auto third = copyFramework(*before.framework(u"cheat-sheet"_s), own.path(), before);
        QCOMPARE(*third, own.filePath(u"frameworks/cheat-sheet-copy-3.json"_s));
    }

    /// A name that stands elsewhere first, and a title with quotes, do not matter.
    void anyFormIsCopied() {
        const QTemporaryDir own;
        QVERIFY(QDir(own.path()).mkpath(u"frameworks"_s));
        QFile mine(own.filePath(u"frameworks/mine.json"_s));
        QVERIFY(mine.open(QIODevice::WriteOnly));
        // With ' for ", so that it can be read here.
        mine.write(
            QByteArray("{'steps': [{'name': 'first', 'title': 'One'}], 'summary': 'S', 'source': 'me', "
                       "'title': {'en': 'My \\'own\\' {plan}', 'de': 'Mein Plan'}, 'name': 'mine'}")
                .replace('\'', '"'));
        mine.close();
        QStringList problems;
        const Templates before = load(own.path(), problems);
        QCOMPARE(problems, QStringList());
        QVERIFY(copyFramework(*before.framework(u"mine"_s), own.path(), before));
        const Templates after = load(own.path(), problems);
        QCOMPARE(problems, QStringList());
        QVERIFY(after.framework(u"mine"_s));
        const Framework* copy = after.framework(u"mine-copy"_s);
        QVERIFY(copy);
        QCOMPARE(copy->title.in(u"en"_s), u"My \"own\" {plan} (copy)"_s);
        QCOMPARE(copy->title.in(u"de"_s), u"Mein Plan (copy)"_s);
        QCOMPARE(copy->steps.first().name, u"first"_s);
    }

    void whatCannotBeWrittenIsSaid() {
        const QTemporaryDir own;
        QStringList problems;
        const Templates known = load({}, problems);
        QFile inTheWay(own.filePath(u"frameworks"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto done = copyFramework(known.frameworks().first(), own.path(), known);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::NotWritten);
        QVERIFY(done.error().sentence.contains(own.path()));
    }
};

QTEST_APPLESS_MAIN(TestOwnFramework)
#include "test_own_framework.moc"
