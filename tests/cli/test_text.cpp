// groundplan-cli text and from-text on the real program.
#include "tests/cli/cli_run.h"
#include "tests/file_bytes.h"
#include "tests/reliability/database.h"
#include "tests/sample_design.h"

#include "model/document/document.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestText : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};

    QString path(const QString& name) const { return folder_.filePath(name); }
    QString example() {
        const QString file = path(u"example.gplan"_s);
        if (!QFile::exists(file))
            runCli({u"new"_s, file, u"--example"_s, u"video-recommendation"_s});
        return file;
    }
    static Design designIn(const QString& file) {
        const auto document = Document::open(file, Document::Use::Reader);
        return document ? (*document)->design() : Design();
    }

private Q_SLOTS:
    void thereAndBack() {
        const QString text = path(u"there.txt"_s);
        const CliRun wrote = runCli({u"text"_s, example(), u"-o"_s, text});
        QCOMPARE(wrote.err, QString());
        QCOMPARE(wrote.code, 0);
        QCOMPARE(runCli({u"text"_s, example()}).bytes, bytesOfFile(text));
        const CliRun back = runCli({u"from-text"_s, text, u"-o"_s, path(u"back.gplan"_s)});
        QCOMPARE(back.err, QString());
        QCOMPARE(back.code, 0);
        QCOMPARE(runCli({u"text"_s, path(u"back.gplan"_s)}).bytes, bytesOfFile(text));
        const Design design = designIn(path(u"back.gplan"_s));
        QCOMPARE(design.blocks, designIn(example()).blocks);
        QCOMPARE(design.requirements, designIn(example()).requirements);
        for (const Connection& connection : design.connections) {
            QVERIFY(!connection.route.isEmpty());
            QVERIFY(connection.label.isEmpty() || connection.labelSize.w > 0);
        }
        QCOMPARE(runCli({u"check"_s, path(u"back.gplan"_s)}).code, 0);
    }

    void fromStandardInput() {
        const QByteArray text = "digraph { gp_version=1; a [gp_kind=ranking]; a -> b }";
        const CliRun run = runCli({u"from-text"_s, u"-"_s, u"-o"_s, path(u"input.gplan"_s)}, {}, text);
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 0);
        QCOMPARE(designIn(path(u"input.gplan"_s)).blocks.size(), 2);
    }

    void largePicturesAreFilesBeside() {
        const QString file = path(u"picture.gplan"_s);
        const QByteArray large = QByteArray("a picture of more than four kilobytes ").repeated(200);
        {
            const auto document = Document::create(file, Document::Use::CommandLine);
            QVERIFY(document);
            QVERIFY((*document)->edit({"paste", {u"1"_s}}, [&](Editor& editor) -> Result<void> {
                editor.put(sample::element(8, ElementType::Image));
                Image image;
                image.id = ElementId(8);
                image.asset = editor.addAsset(large);
                image.rect = {0, 0, 800, 800};
                editor.put(image);
                return {};
            }));
        }
        const QString text = path(u"picture.txt"_s);
        QCOMPARE(runCli({u"text"_s, file, u"-o"_s, text}).code, 0);
        const QString key = Assets::keyOf(large);
        const QString beside = text + u".pictures/"_s + key;
        QCOMPARE(bytesOfFile(beside), large);
        QCOMPARE(runCli({u"from-text"_s, text, u"-o"_s, path(u"picture2.gplan"_s)}).err, QString());
        const Design back = designIn(path(u"picture2.gplan"_s));
        QCOMPARE(back.assets.bytes(key), large);
        QCOMPARE(back, designIn(file));
        // What does not have the bytes that its name says is not taken; that is said, and the place is kept.
        QFile damaged(beside);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("something else");
        damaged.close();
        const CliRun without = runCli({u"from-text"_s, text, u"-o"_s, path(u"picture3.gplan"_s)});
        QCOMPARE(without.code, 0);
        QVERIFY2(without.err.contains(u"are not there"_s), qPrintable(without.err));
        QVERIFY(designIn(path(u"picture3.gplan"_s)).assets.isEmpty());
        // And is whole again with the next writing.
        QCOMPARE(runCli({u"text"_s, file, u"-o"_s, text}).code, 0);
        QCOMPARE(bytesOfFile(beside), large);
    }

    void refusals_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const QString out = path(u"refused.gplan"_s);
        QTest::newRow("another program's DOT")
            << QStringList{u"from-text"_s, u"-"_s, u"-o"_s, out} << QByteArray("digraph { a -> b }") << 3
            << u"standard input is no text form of a design"_s;
        QTest::newRow("conflict marks")
            << QStringList{u"from-text"_s, u"-"_s, u"-o"_s, out}
            << QByteArray("digraph {\n gp_version=1\n<<<<<<< ours\n a\n=======\n b\n>>>>>>> theirs\n}") << 3
            << u"line 3"_s;
        QTest::newRow("nothing there") << QStringList{u"from-text"_s, path(u"nothing.txt"_s), u"-o"_s, out}
                                       << QByteArray() << 3 << u"does not exist"_s;
        QTest::newRow("no folder") << QStringList{u"text"_s, example(), u"-o"_s, path(u"no/where.txt"_s)}
                                   << QByteArray() << 4 << u"no/where.txt"_s;
        QTest::newRow("exists") << QStringList{u"from-text"_s, u"-"_s, u"-o"_s, example()}
                                << QByteArray("digraph { gp_version=1 }") << 4 << u"exists already"_s;
    }
    void refusals() {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, input);
        QFETCH(const int, code);
        QFETCH(const QString, says);
        const CliRun run = runCli(words, {}, input);
        QVERIFY2(run.err.contains(says), qPrintable(run.err));
        QCOMPARE(run.code, code);
        QCOMPARE(run.err.count(u'\n'), 1);
        QVERIFY(!QFile::exists(path(u"refused.gplan"_s)));
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestText)
#include "test_text.moc"
