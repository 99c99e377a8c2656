#include "app/window/banner.h"
#include "app/window/not_taken_dialog.h"
#include "app/window/status_line.h"
#include "tests/app/window/window_fixture.h"
#include "tests/file_bytes.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFile>
#include <QListWidget>
#include <QMimeData>

using namespace Qt::StringLiterals;
using namespace groundplan;

/// Diagrams of other programs that come over the clipboard.
class TestPastedDiagrams : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initResources(); }

    /// DOT on the clipboard is another program's file, too.
    void pastedDotIsReadBesideTheWindow() {
        WindowFixture f;
        writeTo(f.file(u"never"_s), "#!/bin/sh\nexec sleep 60\n");
        QFile::setPermissions(f.file(u"never"_s), QFile::ReadOwner | QFile::ExeOwner);
        qputenv("GROUNDPLAN_GRAPHVIZ", f.file(u"never"_s).toLocal8Bit());
        MainWindow* window = f.board();
        QGuiApplication::clipboard()->setText(u"digraph { a -> b [color=red]; a -> a [color=red] }"_s);
        window->board()->paste();
        QTRY_COMPARE(window->banners()->sentences(), QStringList{u"Reading what is on the clipboard…"_s});
        addTitled(*window, u"cache"_s, u"Meanwhile"_s);
        QCOMPARE(window->document()->design().blocks.size(), 1);
        for (QAbstractButton* button : window->banners()->findChildren<QAbstractButton*>()) {
            if (button->text() == "Cancel"_L1)
                button->click();
        }
        QCOMPARE(window->banners()->sentences(), QStringList());
        qunsetenv("GROUNDPLAN_GRAPHVIZ");
        window->board()->paste();
        QTRY_COMPARE(window->document()->design().blocks.size(), 3);
        QCOMPARE(window->banners()->sentences(), QStringList());
        // What it has lost is listed as for any other import.
        const auto* list = window->findChild<NotTakenDialog*>();
        QVERIFY(list);
        QVERIFY2(
            list->text().contains(
                u"Colours of connections were left out, the flow says theirs:\n“a” → “b”,\n“a” → “a”."_s),
            qPrintable(list->text()));
        QCOMPARE(list->findChild<QListWidget*>()->count(), 1);
    }

    /// Nothing was done after it, so it is what Undo takes back; after an edit Undo means that.
    void undoEndsWhatIsBeingRead() {
        WindowFixture f;
        writeTo(f.file(u"never"_s), "#!/bin/sh\nexec sleep 60\n");
        QFile::setPermissions(f.file(u"never"_s), QFile::ReadOwner | QFile::ExeOwner);
        qputenv("GROUNDPLAN_GRAPHVIZ", f.file(u"never"_s).toLocal8Bit());
        MainWindow* window = f.board();
        QAction* undo = window->actions()[ActionId::Undo];
        addTitled(*window, u"cache"_s, u"Before"_s);
        const Design before = window->document()->design();
        QGuiApplication::clipboard()->setText(u"digraph { a -> b }"_s);
        window->board()->paste();
        QCOMPARE(undo->text(), u"&Undo: stop reading"_s);
        QTRY_COMPARE(window->banners()->sentences().size(), 1);
        undo->trigger();
        QCOMPARE(window->banners()->sentences(), QStringList());
        QVERIFY(window->document()->design() == before);
        QVERIFY(window->statusLine()->message().startsWith(u"It is not read any further"_s));
        QVERIFY(undo->text().startsWith(u"&Undo Add"_s));

        window->board()->paste();
        addTitled(*window, u"cache"_s, u"Meanwhile"_s);
        undo->trigger();
        QVERIFY(window->document()->design() == before);
        undo->trigger();
        QVERIFY(window->document()->design().blocks.isEmpty());
        qunsetenv("GROUNDPLAN_GRAPHVIZ");
    }

    /// What people copy from other programs and from documents.
    void diagramsArePasted_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("mermaid") << u"graph LR\n  A[Kafka] --> B[Spark]\n"_s;
        QTest::newRow("mermaid in markdown") << u"As agreed:\n\n```mermaid\nflowchart TD\nA --> B\n```\n"_s;
        QTest::newRow("cells of draw.io")
            << uR"(%3CmxGraphModel%3E%3Croot%3E%3CmxCell%20id%3D%220%22%2F%3E%3CmxCell%20id%3D%221%22%20parent%3D%220%22%2F%3E%3CmxCell%20id%3D%222%22%20value%3D%22Kafka%22%20vertex%3D%221%22%20parent%3D%221%22%3E%3CmxGeometry%20width%3D%22120%22%20height%3D%2260%22%20as%3D%22geometry%22%2F%3E%3C%2FmxCell%3E%3CmxCell%20id%3D%223%22%20value%3D%22Spark%22%20vertex%3D%221%22%20parent%3D%221%22%3E%3CmxGeometry%20x%3D%22300%22%20width%3D%22120%22%20height%3D%2260%22%20as%3D%22geometry%22%2F%3E%3C%2FmxCell%3E%3CmxCell%20id%3D%224%22%20edge%3D%221%22%20parent%3D%221%22%20source%3D%222%22%20target%3D%223%22%3E%3CmxGeometry%20relative%3D%221%22%20as%3D%22geometry%22%2F%3E%3C%2FmxCell%3E%3C%2Froot%3E%3C%2FmxGraphModel%3E)"_s;
        QTest::newRow("excalidraw") << uR"({"type":"excalidraw/clipboard","elements":[
{"type":"rectangle","id":"a","x":0,"y":0,"width":160,"height":80,"label":{"text":"Kafka"}},
{"type":"rectangle","id":"b","x":400,"y":0,"width":160,"height":80,"label":{"text":"Spark"}},
{"type":"arrow","id":"c","x":165,"y":40,"width":230,"height":0,"points":[[0,0],[230,0]],
"startBinding":{"elementId":"a","focus":0,"gap":5},"endBinding":{"elementId":"b","focus":0,"gap":5}}],"files":{}})"_s;
        QTest::newRow("d2")
            << u"a: Kafka {\n  shape: queue\n}\nb: Spark\na -> b: events {\n  style.animated: true\n}\n"_s;
        QTest::newRow("d2 with labels") << u"kafka -> spark: events"_s;
    }
    void diagramsArePasted() {
        QFETCH(const QString, text);
        WindowFixture f;
        MainWindow* window = f.board();
        QGuiApplication::clipboard()->setText(text);
        window->board()->paste();
        QTRY_COMPARE(window->document()->design().blocks.size(), 2);
        QCOMPARE(window->document()->design().connections.size(), 1);
        QCOMPARE(window->document()->history().size(), 1);
    }

    void sentencesAreTextsWhateverTheyBeginWith() {
        WindowFixture f;
        MainWindow* window = f.board();
        QGuiApplication::clipboard()->setText(u"graph of all users and what they watched"_s);
        window->board()->paste();
        QCOMPARE(window->document()->design().cards.size(), 1);
        QGuiApplication::clipboard()->setText(u"Agreed: the shape is a circle.\nAnna: sends it to Bob"_s);
        window->board()->paste();
        QCOMPARE(window->document()->design().cards.size(), 2);
    }

    /// What is written in a language is refused as that, and not as a sketch; it stays a text.
    void otherLanguagesArePastedAsTexts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("sequence diagram")
            << u"sequenceDiagram\n  Client->>API: GET /recs\n  API-->>Client: 20 videos"_s
            << u"The Mermaid on the clipboard cannot be read as Mermaid, line 1: it is a sequence diagram; flowcharts, architecture and C4 diagrams can be read."_s;
        QTest::newRow("block diagram")
            << u"%% draft\nblock-beta\n  columns 1\n  db((\"DB\")) --> api[\"API\"]"_s
            << u"The Mermaid on the clipboard cannot be read as Mermaid, line 2: it is a block diagram; flowcharts, architecture and C4 diagrams can be read."_s;
        QTest::newRow("gantt")
            << u"gantt\n  title Plan\n  section A\n  Train :a1, 2024-01-01, 30d"_s
            << u"The Mermaid on the clipboard cannot be read as Mermaid, line 1: it is a Gantt chart; flowcharts, architecture and C4 diagrams can be read."_s;
        QTest::newRow("PlantUML")
            << u"@startuml\n[Gateway] --> [Ranker]\n@enduml"_s
            << u"The PlantUML on the clipboard: it is a diagram of PlantUML, which is not read (dot, mermaid, d2, drawio, excalidraw, json, pdf, svg, png are)."_s;
        QTest::newRow("D2 with an open brace")
            << u"serving: {\n  gw: Gateway {shape: queue}\n  gw -> ranker: scores\n"_s
            << u"The D2 on the clipboard cannot be read as D2, line 1: the brace behind “serving” is never closed."_s;
        QTest::newRow("JSON that is broken")
            << u"```json\n{\"blocks\": [{\"title\": \"A\"},]}\n```"_s
            << u"The JSON on the clipboard cannot be read as JSON: line 2, column 29: object is missing after a comma."_s;
        QTest::newRow("JSON of something else")
            << u"{\n  \"rate\": \"a -> b\"\n}"_s
            << u"The JSON on the clipboard cannot be read as JSON of a design: the file has none of a design's lists, such as “blocks”."_s;
    }
    void otherLanguagesArePastedAsTexts() {
        QFETCH(QString, text);
        QFETCH(QString, why);
        WindowFixture f;
        MainWindow* window = f.board();
        QGuiApplication::clipboard()->setText(text);
        window->board()->paste();
        QTRY_COMPARE(window->document()->design().cards.size(), 1);
        const Design& design = window->document()->design();
        QCOMPARE(design.elements.size(), 1);
        QCOMPARE(design.cards.sorted().first()->text, text.trimmed());
        const QString said = window->statusLine()->message();
        QVERIFY2(said.startsWith(u"Pasted as a text. "_s + why), qPrintable(said));
        QCOMPARE(window->banners()->sentences(), QStringList());
    }

    /// As assistants answer.
    void aDesignAsJsonIsPasted() {
        const QString json = uR"({"title": "Search", "blocks": [{"title": "Gateway"}, {"title": "Ranker"}],
"connections": [{"source": "Gateway", "target": "Ranker"}]})"_s;
        for (const QString& text :
             {json, u"```json\n"_s + json + u"\n```"_s,
              u"Here it is:\n\n```json\n"_s + json + u"\n```\n\nShall I go on -> more?"_s}) {
            WindowFixture f;
            MainWindow* window = f.board();
            QGuiApplication::clipboard()->setText(text);
            window->board()->paste();
            QTRY_COMPARE(window->document()->design().blocks.size(), 2);
            QCOMPARE(window->document()->design().connections.size(), 1);
            QCOMPARE(window->document()->design().cards.size(), 0);
        }
        // JSON within other words is one of them, unless it is a design.
        WindowFixture f;
        MainWindow* window = f.board();
        QGuiApplication::clipboard()->setText(u"The request:\n```json\n{\"user\": 1}\n```\n"_s);
        window->board()->paste();
        QCOMPARE(window->document()->design().cards.size(), 1);
        QCOMPARE(window->statusLine()->message(), QString());
    }

    /// As dropped ones are.
    void aCopiedFileIsImported() {
        WindowFixture f;
        MainWindow* window = f.board();
        writeTo(f.file(u"copied.d2"_s), "kafka -> spark: events\n");
        auto* data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(f.file(u"copied.d2"_s))});
        QGuiApplication::clipboard()->setMimeData(data);
        window->board()->paste();
        QTRY_COMPARE(f.desk().windows().size(), 2);
        QCOMPARE(window->banners()->sentences(), QStringList());
    }
};

QTEST_MAIN(TestPastedDiagrams)
#include "test_pasted_diagrams.moc"
