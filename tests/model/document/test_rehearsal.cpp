#include "model/document/rehearsal.h"
#include "model/operations/operations.h"
#include "tests/sample_design.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace groundplan;

class TestRehearsal : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    int files_ = 0;

    std::unique_ptr<Document> sampleBoard() {
        auto made =
            Document::create(folder_.filePath(u"%1.gplan"_s.arg(++files_)), Document::Use::CommandLine);
        const auto fill = [](Editor& editor) -> Result<void> {
            sample::putOneOfEach(editor);
            return {};
        };
        if (!made || !(*made)->edit({"import", {}}, fill))
            qFatal("no document");
        return std::move(*made);
    }

    /// Carried out directly and by rehearsal: the same design, the same digest, the same way back.
    void compare(const EditFunction& edit) {
        const auto direct = sampleBoard();
        const auto repeated = sampleBoard();
        const Design before = direct->design();
        QCOMPARE(repeated->design(), before);
        const auto done = direct->edit({"move", {}}, edit);
        const Rehearsal rehearsal(repeated->design(), edit);
        QCOMPARE(repeated->design(), before);
        const auto again =
            repeated->edit({"move", {}}, [&](Editor& editor) { return rehearsal.repeat(editor); });
        QCOMPARE(again.has_value(), done.has_value());
        if (!done)
            QCOMPARE(again.error().sentence, done.error().sentence);
        QCOMPARE(repeated->design(), direct->design());
        QCOMPARE(repeated->digest(), direct->digest());
        QCOMPARE(repeated->canUndo(), direct->canUndo());
        if (!done)
            return;
        QVERIFY(!(repeated->design() == before));
        QVERIFY(repeated->undo().has_value());
        QCOMPARE(repeated->design(), before);
    }

private Q_SLOTS:
    void moves() {
        compare([](Editor& editor) {
            return moveElements(editor, {ElementId(3), ElementId(6)}, {units(40), units(-24)});
        });
    }

    void removes() {
        compare([](Editor& editor) { return deleteElements(editor, {ElementId(2)}); });
    }

    void aRowTouchedTwice() {
        compare([block = sample::block(2, u"retrieval"_s, {160, 400})](Editor& editor) -> Result<void> {
            Block changed = block;
            changed.title = u"once"_s;
            editor.put(changed);
            editor.remove<Block>(block.id);
            changed.title = u"twice"_s;
            editor.put(changed);
            Board board = editor.design().board;
            board.task = u"another"_s;
            editor.put(board);
            return {};
        });
    }

    void refusals() {
        compare([](Editor&) -> Result<void> { return fail(ErrorCode::Refused, u"No."_s); });
    }

    /// What no file may hold is found out when it is repeated, in the words of any other edit.
    void outOfRange() {
        compare([block = sample::block(2, u"retrieval"_s, {160, 400})](Editor& editor) -> Result<void> {
            Block changed = block;
            changed.title = QString(2'000'000, u'x');
            editor.put(changed);
            return {};
        });
    }

    void pictures() {
        const QByteArray bytes("not looked at here");
        const auto document = sampleBoard();
        const Rehearsal rehearsal(document->design(), [&](Editor& editor) -> Result<void> {
            editor.addAsset(bytes);
            Board board = editor.design().board;
            board.task = u"changed"_s;
            editor.put(board);
            return {};
        });
        QVERIFY(document->edit({"board", {}}, [&](Editor& e) { return rehearsal.repeat(e); }).has_value());
        QCOMPARE(document->design().assets.bytes(Assets::keyOf(bytes)), bytes);
    }
};

QTEST_GUILESS_MAIN(TestRehearsal)
#include "test_rehearsal.moc"
