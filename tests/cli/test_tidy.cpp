// groundplan-cli tidy on the real program.
#include "tests/cli/cli_run.h"
#include "tests/reliability/database.h"

#include "model/design/catalogue.h"
#include "model/document/document.h"
#include "model/graphviz/tidy.h"
#include "model/operations/operations.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestTidy : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};
    QList<ElementId> ids_;

    /// Four blocks in a heap, "model" to "model_4", in a row of connections.
    QString heap() {
        const QString path =
            folder_.filePath(u"%1.gplan"_s.arg(QLatin1StringView(QTest::currentTestFunction())));
        const auto document = Document::create(path, Document::Use::CommandLine);
        if (!document)
            qFatal("%s", qPrintable(document.error().sentence));
        Kind kind;
        kind.name = u"model"_s;
        kind.title = LocalText({{u"en"_s, u"Model"_s}});
        ids_.clear();
        const auto done = (*document)->edit({"paste", {u"4"_s}}, [&](Editor& editor) -> Result<void> {
            for (int i = 0; i < 4; ++i) {
                ids_.append(*addBlock(editor, kind, {80 * i, 160 * i}, u"en"_s));
                if (i > 0 && !connectElements(editor, ids_[i - 1], ids_[i]))
                    return fail(ErrorCode::Refused, u"no connection"_s);
            }
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
        return path;
    }
    static Design designIn(const QString& path) {
        const auto document = Document::open(path, Document::Use::Reader);
        return document ? (*document)->design() : Design();
    }

private Q_SLOTS:
    void likeTheWindow() {
        const QString path = heap();
        const Design before = designIn(path);
        const Result<TidyResult> wanted = tidy(before, {});
        QVERIFY(wanted);
        const CliRun run = runCli({u"tidy"_s, path});
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 0);
        QCOMPARE(run.out, u"Tidied “%1” (blocks: 4).\n"_s.arg(path));
        const Design after = designIn(path);
        for (const ElementId id : std::as_const(ids_))
            QCOMPARE(*after.rectOf(id), wanted->rects.value(id, *before.rectOf(id)));
        for (int i = 1; i < 4; ++i)
            QVERIFY(after.rectOf(ids_[i])->left() > after.rectOf(ids_[i - 1])->right());
        QCOMPARE(runCli({u"tidy"_s, path}).out, u"“%1” is tidy already.\n"_s.arg(path));
        // One step, and back to the digit.
        QCOMPARE(runCli({u"undo"_s, path}).out, u"Undone: Tidy 4 blocks.\n"_s);
        QCOMPARE(designIn(path), before);
    }

    void partDownwards() {
        const QString path = heap();
        const Design before = designIn(path);
        const CliRun run =
            runCli({u"tidy"_s, path, u"--top-to-bottom"_s, u"--selection"_s, u"model_3,model_4"_s});
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 0);
        const Design after = designIn(path);
        QCOMPARE(*after.rectOf(ids_[0]), *before.rectOf(ids_[0]));
        QCOMPARE(*after.rectOf(ids_[1]), *before.rectOf(ids_[1]));
        QVERIFY(after.rectOf(ids_[3])->top() > after.rectOf(ids_[2])->bottom());
    }

    void refusals() {
        const QString path = heap();
        const Design before = designIn(path);
        const CliRun unknown = runCli({u"tidy"_s, path, u"--selection"_s, u"nothing"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.err.contains(u"no block or frame named “nothing”"_s), qPrintable(unknown.err));
        QCOMPARE(runCli({u"tidy"_s, path, u"--new"_s}).code, 0);
        QCOMPARE(runCli({u"tidy"_s, path, u"--new"_s}).err,
                 u"groundplan-cli: Nothing is new here: every block has a place of its own.\n"_s);
        QCOMPARE(runCli({u"undo"_s, path}).code, 0);
        QCOMPARE(designIn(path), before);
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestTidy)
#include "test_tidy.moc"
