#include "tests/reliability/sample_document.h"

#include "tests/sample_design.h"

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr int kBlocks = 10;

void edit(Document& document, const char* key, const std::function<void(Editor&)>& change) {
    const Result<void> done = document.edit({key, {}}, [&change](Editor& editor) -> Result<void> {
        change(editor);
        return {};
    });
    if (!done)
        qFatal("%s: %s", key, qPrintable(done.error().sentence));
}

void typeNote(Document& document) {
    QString text;
    for (const QChar letter : u"Is this fresh enough for new users?"_s) {
        text += letter;
        const Result<void> typed =
            document.editContinued({"add-note", {}}, "typing", [&text](Editor& editor) -> Result<void> {
                editor.put(Note{NoteId(450), ElementId(102), NoteKind::Question, text, 1024});
                return {};
            });
        if (!typed)
            qFatal("typing: %s", qPrintable(typed.error().sentence));
    }
    document.endContinued("typing");
}

void addBlocks(Document& document) {
    for (int i = 0; i < kBlocks; ++i) {
        edit(document, "add-block", [i](Editor& editor) {
            editor.put(sample::element(100 + i));
            Block block = sample::block(100 + i, u"block_%1"_s.arg(i), {1760 * (i % 4), 960 * (i / 4)});
            block.technology = i % 3 ? QString() : u"Kafka"_s;
            block.description = u"What it does, at some length — подробно. "_s.repeated(i + 1);
            editor.put(block);
        });
    }
    for (int i = 0; i + 1 < kBlocks; ++i) {
        edit(document, "connect",
             [i](Editor& editor) { sample::putConnection(editor, 300 + i, 100 + i, 101 + i, Flow(i % 7)); });
    }
}

void moveBlocksAbout(Document& document) {
    for (int round = 0; round < 20; ++round) {
        edit(document, "move", [round](Editor& editor) {
            for (const Block* row : editor.design().blocks.sorted()) {
                Block block = *row;
                block.rect = block.rect.translated({round % 2 ? -80 : 96, 8 * (round % 3)});
                editor.put(block);
            }
        });
    }
}

/// Pictures of several pages: one that is shown, one that only undo can bring back.
void addPictures(Document& document) {
    for (const qint64 id : {500, 501}) {
        edit(document, "add-image", [id](Editor& editor) {
            editor.put(sample::element(id, ElementType::Image));
            const QByteArray bytes = sample::smallPicture() + QByteArray::number(id).repeated(3000);
            editor.put(Image{ElementId(id), editor.addAsset(bytes), u"a picture"_s, {0, 8000, 800, 800}});
        });
    }
    edit(document, "delete", [](Editor& editor) {
        editor.remove<Image>(ElementId(501));
        editor.remove<Element>(ElementId(501));
    });
}

void fill(Document& document) {
    edit(document, "paste", sample::putOneOfEach);
    addPictures(document);
    addBlocks(document);
    typeNote(document);
    moveBlocksAbout(document);
    edit(document, "delete", [](Editor& editor) {
        editor.remove<Connection>(ElementId(307));
        editor.remove<Element>(ElementId(307));
    });
    bool done = true;
    for (int i = 0; i < 3; ++i)
        done = document.undo() && done;
    for (int i = 0; i < 2; ++i)
        done = document.redo() && done;
    if (!done)
        qFatal("undo and redo failed");
}

} // namespace

void makeSampleDocument(const QString& path) {
    const auto document = Document::create(path, Document::Use::CommandLine);
    if (!document)
        qFatal("%s", qPrintable(document.error().sentence));
    fill(**document);
}

} // namespace groundplan
