#include "model/design/examples.h"

#include "resources/resources.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class TestExamples : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theProgramCarriesThree() {
        initResources();
        QStringList problems;
        const QList<Example> examples = loadExamples(templatesFolder(u"designs"_s), &problems);
        QCOMPARE(problems, QStringList());
        QStringList names;
        for (const Example& example : examples) {
            names << example.name;
            QCOMPARE(example.path, u":/templates/designs/"_s + example.name + u".dot"_s);
            QVERIFY(QFile::exists(example.path));
            QVERIFY(!example.title.in(u"en"_s).isEmpty());
            const QString description = example.description.in(u"en"_s);
            QVERIFY(description.endsWith(u'.') && description.size() <= 100);
        }
        QCOMPARE(names, (QStringList{u"video-recommendation"_s, u"product-recommendation"_s,
                                     u"violent-video-detection"_s}));
    }

    void whatTheIndexDoesNotNameComesLast() {
        const QTemporaryDir dir;
        for (const char* name : {"b.dot", "a.dot", "c.dot", "notes.txt"})
            write(dir.filePath(QString::fromLatin1(name)), "digraph {}");
        write(dir.filePath(u"index.json"_s),
              "{\"designs\": [{\"name\": \"c\", \"title\": {\"en\": \"Sea\", \"de\": \"Meer\"}, "
              "\"description\": \"Wet.\"},\n"
              " {\"name\": \"gone\", \"title\": \"x\", \"description\": \"x\"},\n"
              " {\"name\": \"c\", \"title\": \"x\", \"description\": \"x\"},\n"
              " {\"name\": \"a\", \"title\": 5, \"description\": \"x\", \"size\": 1}]}");
        QStringList problems;
        const QList<Example> examples = loadExamples(dir.path(), &problems);
        QStringList titles;
        for (const Example& example : examples)
            titles << example.title.in(u"de"_s);
        QCOMPARE(titles, (QStringList{u"Meer"_s, u"a"_s, u"b"_s}));
        const QString at = dir.filePath(u"index.json"_s);
        QCOMPARE(
            problems,
            (QStringList{
                at + u", design 2, key “name”: there is no file gone.dot, or it was named before."_s,
                at + u", design 3, key “name”: there is no file c.dot, or it was named before."_s,
                at +
                    u", design 4, key “title”: the value is neither a text nor an object with a text for each language."_s,
                at + u", design 4, key “size”: there is no such key; it was passed over."_s}));
    }

    void withoutAnIndexTheFilesAreStillThere() {
        const QTemporaryDir dir;
        write(dir.filePath(u"a.dot"_s), "digraph {}");
        QStringList problems;
        const QList<Example> examples = loadExamples(dir.path(), &problems);
        QCOMPARE(examples.size(), 1);
        QCOMPARE(examples.first().path, dir.filePath(u"a.dot"_s));
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems.first().startsWith(dir.filePath(u"index.json"_s) + u" cannot be read: "_s));
    }
};

QTEST_GUILESS_MAIN(TestExamples)
#include "test_examples.moc"
