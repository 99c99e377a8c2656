#include "tests/reliability/sample_document.h"

#include "model/design/names.h"

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr Coord pt(int points) {
    return points * kUnitsPerPoint;
}

const QStringList& titles() {
    static const QStringList list{u"User client"_s,         u"Event stream"_s, u"Feature store"_s,
                                  u"Candidate retrieval"_s, u"Ranking"_s,      u"Training"_s,
                                  u"Модель: реестр"_s,      u"监控 📈"_s,       u"A/B \"test\""_s,
                                  u"Path C:\\data\\"_s};
    return list;
}

Block blockOf(int i) {
    Block block;
    block.id = ElementId(100 + i);
    block.kind = i % 2 ? u"ranking"_s : u"feature-store"_s;
    block.title = titles().at(i);
    block.name = slugOf(block.title);
    block.ownTitle = true;
    block.technology = i % 3 ? QString() : u"Kafka"_s;
    block.description = u"What it does, at some length. "_s.repeated(i + 1);
    block.ml = i % 3 == 1;
    block.path = Path(i % 3);
    block.rect = {pt(220 * (i % 4)), pt(120 * (i / 4)), pt(140), pt(60)};
    return block;
}

Frame frameOf(int i) {
    Frame frame;
    frame.id = ElementId(200 + i);
    frame.title = i ? u"Offline path"_s : u"Online path"_s;
    frame.name = slugOf(frame.title);
    frame.remark = u"p99 <= 150 ms"_s;
    frame.rect = {pt(-40), pt(-60 + 260 * i), pt(900), pt(240)};
    return frame;
}

Connection connectionOf(int i) {
    Connection connection;
    connection.id = ElementId(300 + i);
    connection.source = ElementId(100 + i);
    connection.target = i == 8 ? ElementId(201) : ElementId(101 + i);
    connection.flow = Flow(i % 7);
    connection.direction = Direction(i % 3);
    connection.label = i % 2 ? u"events, 10k/s"_s : QString();
    connection.labelSize = i % 2 ? Size{pt(80), pt(16)} : Size{};
    connection.route = {{pt(140), pt(30)}, {pt(180), pt(30)}, {pt(180), pt(150)}};
    return connection;
}

void putElement(Editor& editor, ElementId id, ElementType type, ElementId parent = {}) {
    Element element;
    element.id = id;
    element.type = type;
    element.parent = parent;
    element.order = id.value() * 1024;
    editor.put(element);
}

void edit(Document& document, const char* key, const std::function<void(Editor&)>& change) {
    const Result<void> done = document.edit({key, {}}, [&change](Editor& editor) -> Result<void> {
        change(editor);
        return {};
    });
    if (!done)
        qFatal("%s: %s", key, qPrintable(done.error().sentence));
}

void addBoardsTexts(Document& document) {
    edit(document, "add-decision", [](Editor& editor) {
        editor.put(Decision{DecisionId(500), ElementId(104), u"Which ranker?"_s, {}, {}, 1024});
        for (int i = 0; i < 2; ++i) {
            editor.put(
                Option{OptionId(510 + i), DecisionId(500), i ? u"Two-tower"_s : u"GBDT"_s, 1024 * (i + 1)});
            editor.put(Argument{ArgumentId(520 + 2 * i), OptionId(510 + i), Side::Pro, u"Known"_s, 1024});
            editor.put(Argument{ArgumentId(521 + 2 * i), OptionId(510 + i), Side::Con, u"Slow"_s, 2048});
        }
    });
    edit(document, "choose-option", [](Editor& editor) {
        Decision decision = *editor.design().decisions.find(DecisionId(500));
        decision.chosen = OptionId(510);
        decision.reason = u"Latency first"_s;
        editor.put(decision);
    });
    edit(document, "add-metric", [](Editor& editor) {
        editor.put(Metric{MetricId(600),
                          ElementId(104),
                          MetricKind::Offline,
                          u"AUC"_s,
                          {},
                          Goal::AtLeast,
                          u"0.78"_s,
                          u"0.81"_s,
                          true,
                          1024});
        editor.put(Metric{MetricId(601),
                          {},
                          MetricKind::NonFunctional,
                          u"p99"_s,
                          u"ms"_s,
                          Goal::AtMost,
                          u"150"_s,
                          {},
                          false,
                          2048});
    });
    edit(document, "add-requirement", [](Editor& editor) {
        editor.put(
            Requirement{RequirementId(700), u"How many users?"_s, u"10M"_s, Source::Asked, true, 1024});
    });
    edit(document, "add-card", [](Editor& editor) {
        putElement(editor, ElementId(400), ElementType::Card);
        editor.put(
            Card{ElementId(400), CardKind::Decision, {}, DecisionId(500), {pt(900), 0, pt(240), pt(120)}});
        putElement(editor, ElementId(401), ElementType::Card);
        editor.put(Card{
            ElementId(401), CardKind::Text, u"Remember privacy"_s, {}, {pt(900), pt(200), pt(240), pt(120)}});
    });
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

void fill(Document& document) {
    edit(document, "change-task", [](Editor& editor) {
        Board board = editor.design().board;
        board.title = u"Sample"_s;
        board.task = u"Recommend things to users who have a profile."_s;
        editor.put(board);
    });
    for (int i = 0; i < 2; ++i) {
        edit(document, "add-frame", [i](Editor& editor) {
            putElement(editor, ElementId(200 + i), ElementType::Frame);
            editor.put(frameOf(i));
        });
    }
    for (int i = 0; i < titles().size(); ++i) {
        edit(document, "add-block", [i](Editor& editor) {
            putElement(editor, ElementId(100 + i), ElementType::Block, ElementId(200 + i / 5));
            editor.put(blockOf(i));
        });
    }
    for (int i = 0; i < 9; ++i) {
        edit(document, "connect", [i](Editor& editor) {
            putElement(editor, ElementId(300 + i), ElementType::Connection);
            editor.put(connectionOf(i));
        });
    }
    addBoardsTexts(document);
    typeNote(document);
    for (int round = 0; round < 12; ++round) {
        edit(document, "move", [round](Editor& editor) {
            for (const Block* row : editor.design().blocks.sorted()) {
                Block block = *row;
                block.rect = block.rect.translated({pt(round % 2 ? -10 : 12), pt(round % 3)});
                editor.put(block);
            }
        });
    }
    edit(document, "delete", [](Editor& editor) {
        editor.remove<Connection>(ElementId(307));
        editor.remove<Element>(ElementId(307));
    });
    for (int i = 0; i < 3; ++i) {
        if (!document.undo())
            qFatal("undo failed");
    }
    for (int i = 0; i < 2; ++i) {
        if (!document.redo())
            qFatal("redo failed");
    }
}

} // namespace

void makeSampleDocument(const QString& path) {
    const auto document = Document::create(path, Document::Use::CommandLine);
    if (!document)
        qFatal("%s", qPrintable(document.error().sentence));
    fill(**document);
}

} // namespace groundplan
