#include "model/design/validate.h"
#include "model/document/document.h"
#include "model/document/edit_names.h"
#include "model/document/file_identity.h"
#include "tests/file_bytes.h"
#include "tests/sample_design.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Document> opened(const QString& path, Document::Use use = Document::Use::Window) {
    auto document = Document::open(path, use);
    if (!document)
        qFatal("%s", qPrintable(document.error().sentence));
    return std::move(*document);
}

Result<void> addBlock(Document& document, qint64 id, const QString& name) {
    return document.edit({"add-block", {name}}, [=](Editor& editor) -> Result<void> {
        sample::putBlock(editor, id, name, {Coord(id * 2000), 0});
        return {};
    });
}

Result<void> rename(Document& document, qint64 id, const QString& title, const QByteArray& token = {}) {
    const auto function = [=](Editor& editor) -> Result<void> {
        const Block* block = editor.design().blocks.find(ElementId(id));
        if (!block)
            return fail(ErrorCode::Refused, u"The block is gone."_s);
        Block changed = *block;
        changed.title = title;
        editor.put(changed);
        return {};
    };
    return token.isEmpty() ? document.edit({"rename", {title}}, function)
                           : document.editContinued({"rename", {title}}, token, function);
}

QString titleOf(const Document& document, qint64 id) {
    const Block* block = document.design().blocks.find(ElementId(id));
    return block ? block->title : QString();
}

} // namespace

class TestDocument : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void anEditIsInTheFileAtOnce() {
        auto document = Document::create(path("edit.gplan"));
        QVERIFY(document);
        QSignalSpy changed(document->get(), &Document::changed);
        QVERIFY((*document)->edit({"paste", {}}, [](Editor& editor) -> Result<void> {
            sample::putOneOfEach(editor);
            return {};
        }));
        QCOMPARE(changed.size(), 1);
        const auto changes = changed[0][0].value<ChangeSet>();
        QCOMPARE(changes.added.size(), 8);
        QVERIFY(changes.board);
        // Another reader sees the same while the first has it open, and no other file lies beside it.
        const auto reader = opened(path("edit.gplan"), Document::Use::Reader);
        QVERIFY(reader->design() == (*document)->design());
        QCOMPARE(reader->digest(), (*document)->digest());
        QCOMPARE(QDir(folder_.path()).entryList({u"edit*"_s}, QDir::Files), QStringList{u"edit.gplan"_s});
    }

    void undoAndRedoSurviveClosing() {
        const QString file = path("undo.gplan");
        Design one, two;
        quint64 emptyDigest = 0;
        {
            auto document = std::move(*Document::create(file));
            emptyDigest = document->digest();
            QVERIFY(addBlock(*document, 1, u"a"_s));
            one = document->design();
            QVERIFY(addBlock(*document, 2, u"b"_s));
            two = document->design();
        }
        auto document = opened(file);
        QVERIFY(document->canUndo());
        QCOMPARE(textOf(document->undoName()), u"Add b"_s);
        QVERIFY(document->undo());
        QVERIFY(document->design() == one);
        document.reset();
        document = opened(file);
        QCOMPARE(textOf(document->redoName()), u"Add b"_s);
        QVERIFY(document->undo());
        QVERIFY(document->design() == Design{});
        QCOMPARE(document->digest(), emptyDigest);
        QVERIFY(!document->canUndo());
        QCOMPARE(document->undo().error().sentence, u"There is nothing to undo."_s);
        QVERIFY(document->redo());
        QVERIFY(document->redo());
        QVERIFY(document->design() == two);
        QVERIFY(!document->canRedo());
        // What happened stands in the history, oldest first.
        const auto history = document->history();
        QStringList texts;
        for (const HistoryEntry& entry : history)
            texts.append(textOf(entry, history));
        QCOMPARE(texts, (QStringList{u"Add a"_s, u"Add b"_s, u"Undo: Add b"_s, u"Undo: Add a"_s,
                                     u"Redo: Add a"_s, u"Redo: Add b"_s}));
    }

    void aNewEditEndsRedo() {
        auto document = std::move(*Document::create(path("redo.gplan")));
        QVERIFY(addBlock(*document, 1, u"a"_s));
        QVERIFY(document->undo());
        QVERIFY(document->canRedo());
        QVERIFY(addBlock(*document, 2, u"b"_s));
        QVERIFY(!document->canRedo());
        QVERIFY(document->undo());
        QVERIFY(document->design() == Design{});
    }

    void anEditThatChangesNothingLeavesNoTrace() {
        auto document = std::move(*Document::create(path("nothing.gplan")));
        QVERIFY(addBlock(*document, 1, u"a"_s));
        QSignalSpy changed(document.get(), &Document::changed);
        QVERIFY(rename(*document, 1, u"a"_s));
        QVERIFY(document->edit({"move", {}}, [](Editor& editor) -> Result<void> {
            sample::putBlock(editor, 9, u"gone"_s);
            editor.remove<Block>(ElementId(9));
            editor.remove<Element>(ElementId(9));
            return {};
        }));
        QCOMPARE(changed.size(), 0);
        QCOMPARE(document->history().size(), 1);
    }

    void aRefusedEditLeavesTheDesignAsItWas() {
        auto document = std::move(*Document::create(path("refused.gplan")));
        QVERIFY(addBlock(*document, 1, u"a"_s));
        const Design before = document->design();
        const auto refused = document->edit({"move", {}}, [](Editor& editor) -> Result<void> {
            sample::putBlock(editor, 2, u"b"_s);
            return fail(ErrorCode::Refused, u"No."_s);
        });
        QCOMPARE(refused.error(), (Error{ErrorCode::Refused, u"No."_s}));
        QVERIFY(document->design() == before);
        QVERIFY(opened(path("refused.gplan"), Document::Use::Reader)->design() == before);
        // A value out of range is found by the database, an end that is not there by the validator.
        QVERIFY(!document->edit({"move", {}}, [](Editor& editor) -> Result<void> {
            Block block = sample::block(3, u"far"_s, {kMaxCoord + 1, 0});
            editor.put(sample::element(3));
            editor.put(block);
            return {};
        }));
        QVERIFY(!document->edit({"connect", {}}, [](Editor& editor) -> Result<void> {
            sample::putConnection(editor, 4, 1, 99);
            return {};
        }));
        QVERIFY(document->design() == before);
        QVERIFY(addBlock(*document, 5, u"c"_s));
    }

    void aTextThatCouldNotBeReadAgainIsNotWritten() {
        const QString file = path("long.gplan");
        auto document = std::move(*Document::create(file));
        const auto ask = [&document](qsizetype length) {
            return document->edit({"add-decision", {}}, [length](Editor& editor) -> Result<void> {
                editor.put(Decision{DecisionId(1), {}, QString(length, u'x'), {}, {}, 1});
                return {};
            });
        };
        constexpr qsizetype kLongest = limits::kLongest<&Decision::question>;
        QVERIFY(ask(kLongest));
        const auto refused = ask(kLongest + 1);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY(refused.error().sentence.startsWith(u"The change was not made: a text of it is too long"_s));
        document.reset();
        QCOMPARE(opened(file)->design().decisions.find(DecisionId(1))->question.size(), kLongest);
    }

    void typingContinuesOneEntry() {
        auto document = std::move(*Document::create(path("typing.gplan")));
        QVERIFY(addBlock(*document, 1, u"a"_s));
        for (const QString& text : {u"R"_s, u"Ra"_s, u"Ranker"_s})
            QVERIFY(rename(*document, 1, text, "title-1"));
        QCOMPARE(document->history().size(), 2);
        QCOMPARE(titleOf(*opened(path("typing.gplan"), Document::Use::Reader), 1), u"Ranker"_s);
        document->endContinued("title-1");
        QVERIFY(rename(*document, 1, u"Ranker 2"_s, "title-1"));
        QCOMPARE(document->history().size(), 3);
        QVERIFY(document->undo());
        QCOMPARE(titleOf(*document, 1), u"Ranker"_s);
        QVERIFY(document->undo());
        QCOMPARE(titleOf(*document, 1), u"a"_s);
        QVERIFY(document->redo());
        QCOMPARE(titleOf(*document, 1), u"Ranker"_s);
    }

    void anotherEditInBetweenEndsContinuing() {
        auto document = std::move(*Document::create(path("between.gplan")));
        QVERIFY(addBlock(*document, 1, u"a"_s));
        QVERIFY(rename(*document, 1, u"b"_s, "t"));
        QVERIFY(addBlock(*document, 2, u"x"_s));
        QVERIFY(rename(*document, 1, u"bc"_s, "t"));
        QCOMPARE(document->history().size(), 4);
        QVERIFY(document->undo());
        QCOMPARE(titleOf(*document, 1), u"b"_s);
    }

    void whatIsTypedAndTakenBackLeavesNoEntry() {
        auto document = std::move(*Document::create(path("back.gplan")));
        QVERIFY(addBlock(*document, 1, u"a"_s));
        QVERIFY(rename(*document, 1, u"ab"_s, "t"));
        QVERIFY(rename(*document, 1, u"a"_s, "t"));
        QCOMPARE(document->history().size(), 1);
        QCOMPARE(textOf(document->undoName()), u"Add a"_s);
        QVERIFY(addBlock(*document, 2, u"b"_s));
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        QVERIFY(document->design() == Design{});
    }

    void anEditIsCarriedOutOnWhatSomebodyElseWrote() {
        const QString file = path("two.gplan");
        auto mine = std::move(*Document::create(file));
        QVERIFY(addBlock(*mine, 1, u"a"_s));
        auto other = opened(file, Document::Use::CommandLine);
        QVERIFY(addBlock(*other, 2, u"b"_s));
        QSignalSpy changed(mine.get(), &Document::changed);
        QVERIFY(addBlock(*mine, 3, u"c"_s));
        QVERIFY(changed[0][0].value<ChangeSet>().reset);
        QCOMPARE(mine->design().blocks.size(), 3);
        // What the edit was about is gone meanwhile: refused with its own sentence, nothing else happens.
        QVERIFY(other->edit({"delete", {u"1"_s}}, [](Editor& editor) -> Result<void> {
            editor.remove<Block>(ElementId(1));
            editor.remove<Element>(ElementId(1));
            return {};
        }));
        QCOMPARE(rename(*mine, 1, u"x"_s).error().sentence, u"The block is gone."_s);
        QCOMPARE(mine->design().blocks.size(), 2);
        // Undo too works on what is really there: it takes back the deletion, the newest entry.
        QVERIFY(mine->undo());
        QCOMPARE(mine->design().blocks.size(), 3);
        QVERIFY(other->refresh());
        QVERIFY(other->design() == mine->design());
    }

    void aSecondWindowIsReadOnly() {
        const QString file = path("second.gplan");
        auto first = std::move(*Document::create(file));
        auto second = opened(file);
        QVERIFY(second->isReadOnly());
        QCOMPARE(second->notice(),
                 u"“%1” is open in another window; this one shows it read-only."_s.arg(file));
        QCOMPARE(addBlock(*second, 1, u"a"_s).error().sentence, second->notice());
        QVERIFY(addBlock(*first, 1, u"a"_s));
        QVERIFY(second->refresh());
        QVERIFY(second->design() == first->design());
        first.reset();
        QVERIFY(!opened(file)->isReadOnly());
    }

    void theWorkGoesOnWhenTheFileIsReplacedOrDeleted() {
        for (const bool replaced : {false, true}) {
            const QString file = path(replaced ? "replaced.gplan" : "deleted.gplan");
            QVERIFY(Document::create(file));
            auto document = std::move(*Document::open(file, Document::Use::Window, path("boards")));
            QVERIFY(addBlock(*document, 1, u"a"_s));
            QVERIFY(QFile::remove(file));
            if (replaced) {
                QFile other(file);
                QVERIFY(other.open(QIODevice::WriteOnly));
                other.write("somebody else's");
            }
            QSignalSpy fileChanged(document.get(), &Document::fileChanged);
            QVERIFY(addBlock(*document, 2, u"b"_s));
            QCOMPARE(fileChanged.size(), 1);
            QVERIFY(document->isUnnamed());
            QVERIFY(document->notice().startsWith(u"“%1” was replaced or deleted"_s.arg(file)));
            QCOMPARE(document->design().blocks.size(), 2);
            if (replaced) {
                QFile other(file);
                QVERIFY(other.open(QIODevice::ReadOnly));
                QCOMPARE(other.readAll(), "somebody else's");
            } else {
                QVERIFY(!QFile::exists(file));
            }
            QVERIFY(document->undo());
            QVERIFY(document->undo());
            QVERIFY(!document->canUndo());
            const auto again = opened(document->path(), Document::Use::Reader);
            QVERIFY(again->design() == document->design());
        }
    }

    void saveAsMovesABoardWithoutAName() {
        auto document = std::move(*Document::createUnnamed(path("boards2")));
        QVERIFY(document->isUnnamed());
        QVERIFY(document->isUntouched());
        QVERIFY(addBlock(*document, 1, u"a"_s));
        QVERIFY(!document->isUntouched());
        const QString old = document->path();
        QVERIFY(document->saveAs(path("named.gplan")));
        QVERIFY(!document->isUnnamed());
        QCOMPARE(document->path(), path("named.gplan"));
        QVERIFY(!QFile::exists(old));
        QVERIFY(document->undo()); // with its history
        QVERIFY(document->redo());
        // A document that has a name stays where it is, as it was.
        const Design before = document->design();
        QVERIFY(document->saveAs(path("named2.gplan")));
        QVERIFY(addBlock(*document, 2, u"b"_s));
        QVERIFY(opened(path("named.gplan"), Document::Use::Reader)->design() == before);
        QCOMPARE(opened(path("named2.gplan"), Document::Use::Reader)->design().blocks.size(), 2);
    }

    void aCopyLeavesTheHistoryOut() {
        auto document = std::move(*Document::create(path("private.gplan")));
        QVERIFY(addBlock(*document, 1, u"a"_s));
        QVERIFY(rename(*document, 1, u"SecretWord"_s));
        QVERIFY(rename(*document, 1, u"harmless"_s));
        QVERIFY(document->saveCopy(path("copy.gplan"), false));
        QVERIFY(document->saveCopy(path("copy2.gplan"), true));
        QVERIFY(!bytesOfFile(path("copy.gplan")).contains("SecretWord"));
        QVERIFY(bytesOfFile(path("copy2.gplan")).contains("SecretWord"));
        QVERIFY(!opened(path("copy.gplan"))->canUndo());
        QVERIFY(opened(path("copy2.gplan"))->canUndo());
        QVERIFY(
            document->saveCopy(document->path(), false).error().sentence.contains(u"this document itself"_s));
        QVERIFY(document->forgetHistory());
        QVERIFY(!document->canUndo());
        QVERIFY(rename(*document, 1, u"next"_s));
        QVERIFY(document->undo());
        QCOMPARE(titleOf(*document, 1), u"harmless"_s);
        const QString file = document->path();
        document.reset();
        QVERIFY(!bytesOfFile(file).contains("SecretWord"));
    }

    void anOpenDocumentIsNeverReplacedByASave() {
        auto one = std::move(*Document::create(path("one.gplan")));
        auto two = std::move(*Document::create(path("two2.gplan")));
        QVERIFY(addBlock(*two, 1, u"a"_s));
        const auto refused = one->saveAs(path("two2.gplan"));
        QVERIFY(refused.error().sentence.contains(u"is open in Groundplan"_s));
        QCOMPARE(opened(path("two2.gplan"), Document::Use::Reader)->design().blocks.size(), 1);
    }

    void theViewIsKeptButIsNoEdit() {
        auto document = std::move(*Document::create(path("view.gplan")));
        document->setViewState({12.5, -40, 1.25});
        document.reset();
        document = opened(path("view.gplan"));
        QCOMPARE(document->viewState().x, 12.5);
        QCOMPARE(document->viewState().y, -40.0);
        QCOMPARE(document->viewState().zoom, 1.25);
        QVERIFY(!document->viewState().whole);
        document->setViewState({12.5, -40, 0.5, true});
        QCOMPARE(document->viewState().zoom, 0.5);
        QVERIFY(document->viewState().whole);
        QVERIFY(document->isUntouched());
    }

    void theAuthorIsOnlyWhatWasEntered() {
        auto document = std::move(*Document::create(path("author.gplan")));
        QVERIFY(addBlock(*document, 1, u"a"_s));
        document->setAuthor(u"Ada"_s);
        QVERIFY(addBlock(*document, 2, u"b"_s));
        QCOMPARE(document->history()[0].author, QString());
        QCOMPARE(document->history()[1].author, u"Ada"_s);
    }

    void everyEditKeyHasWords() {
        for (const QByteArray& key : knownEditKeys())
            QVERIFY2(textOf(EditName{key, {u"3"_s, u"x"_s}}) != QString::fromUtf8(key), key.constData());
        QCOMPARE(textOf(EditName{"move", {u"1"_s}}), u"Move 1 element"_s);
        QCOMPARE(textOf(EditName{"move", {u"3"_s}}), u"Move 3 elements"_s);
        QCOMPARE(textOf(EditName{"move", {u"1"_s, u"frame"_s}}), u"Move 1 frame"_s);
        // What is drawn by hand are drawings, whatever they are to the file; also several of different sorts.
        QCOMPARE(textOf(EditName{"move", {u"2"_s, u"stroke"_s}}), u"Move 2 drawings"_s);
        QCOMPARE(textOf(EditName{"cut", {u"1"_s, u"shape"_s}}), u"Cut 1 drawing"_s);
        Design drawn;
        const auto put = [&drawn](qint64 id, ElementType type) {
            Element element;
            element.id = ElementId(id);
            element.type = type;
            drawn.elements.put(element);
            return element.id;
        };
        const QSet<ElementId> both{put(1, ElementType::Stroke), put(2, ElementType::Shape)};
        QCOMPARE(textOf(countedEdit("delete", drawn, both)), u"Delete 2 drawings"_s);
        QCOMPARE(textOf(countedEdit("delete", drawn, both | QSet{put(3, ElementType::Block)})),
                 u"Delete 3 elements"_s);
        QCOMPARE(textOf(EditName{"move", {u"2"_s, u"block"_s}}), u"Move 2 blocks"_s);
        QCOMPARE(textOf(EditName{"delete", {u"1"_s, u"connection"_s}}), u"Delete 1 connection"_s);
        QCOMPARE(textOf(EditName{"move", {u"2"_s, u"sort of a later version"_s}}), u"Move 2 elements"_s);
        QCOMPARE(textOf(EditName{"connect", {u"%2"_s, u"b"_s}}), u"Connect %2 to b"_s);
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "test_document.moc"
