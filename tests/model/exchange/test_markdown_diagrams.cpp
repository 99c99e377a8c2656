#include "model/exchange/exchange_limits.h"
#include "model/exchange/mermaid_reader.h"
#include "tests/model/exchange/diagram_words.h"
#include "tests/processor_time.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

/// Which diagrams of a Markdown file come in, and what is said of the others and of its text.
class TestMarkdownDiagrams : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOtherDiagramsOfAMarkdownFile();
    void otherLanguagesInMarkdown();
    void markdownAroundDiagrams();
    void manyDiagramsAreBounded();
};

/// Those of D2 come in like Mermaid's, with their lines; of the others it is said where they are.
void TestMarkdownDiagrams::otherLanguagesInMarkdown() {
    const auto diagram = readMermaid(uR"(## Serving
```mermaid
flowchart TD
A --> B
```
## Training
``` {.d2 width=50%}
kafka: { width: 300; height: 200; left: 400; top: 20 }
kafka -> trainer
*.style.fill: red
```
~~~dot
digraph { t -> m }
~~~
```D2

```
```d2
a -> {
```
```plantuml
A -> B
```
```dotnet
run
```
)"_s,
                                     u"a.md"_s);
    QVERIFY(diagram);
    QCOMPARE(wordsOf(*diagram), (QStringList{u"frame \"Serving\""_s, u"block \"A\" in \"Serving\" (A)"_s,
                                             u"block \"B\" in \"Serving\" (B)"_s, u"frame \"Training\""_s,
                                             u"block \"kafka\" in \"Training\" (kafka)"_s,
                                             u"block \"trainer\" in \"Training\" (trainer)"_s,
                                             u"\"A\" -> \"B\""_s, u"\"kafka\" -> \"trainer\""_s}));
    QCOMPARE(diagram->nodes.value(4).size, (Size{300 * kUnitsPerPoint, 200 * kUnitsPerPoint}));
    QCOMPARE(
        diagram->notTaken.sentences().join(u'\n'),
        (QStringList{
             u"Only the diagrams of this document were read: its text was left out."_s,
             u"Line 10 was left out, a pattern or another file: *.style.fill"_s,
             u"Places of a drawing that is one of several were left out: “Training”."_s,
             u"The diagram in line 13 was left out: one of Graphviz, which is read from a file of its own."_s,
             u"The diagram in line 16 was left out: an empty one."_s,
             u"The diagram in line 19 was left out. a.md cannot be read as D2, line 19: a key was expected at “{”."_s,
             u"The diagram in line 22 was left out: one of PlantUML, which is not read."_s})
            .join(u'\n'));
    for (const QString& language : {u"dot"_s, u"graphviz"_s}) {
        const auto alone = readMermaid(u"# T\n```%1\ndigraph {}\n```"_s.arg(language), u"a.md"_s);
        QVERIFY(!alone);
        QCOMPARE(alone.error().sentence, u"a.md: the diagram in line 3 was not read: it is one of Graphviz, "
                                         "which is read from a file of its own."_s);
    }
    const auto one = readMermaid(u"# T\n```d2\na -> b\n```"_s, u"a.md"_s);
    QVERIFY(one && one->nodes.size() == 2);
}

void TestMarkdownDiagrams::theOtherDiagramsOfAMarkdownFile() {
    const auto diagram = readMermaid(uR"(# Design
```mermaid
sequenceDiagram
A->>B: hi
```
```mermaid
flowchart LR
A --> B
```
```mermaid
---
title: Training
---
flowchart TD
A --> D
```
)"_s,
                                     u"a.md"_s);
    QVERIFY(diagram);
    QCOMPARE(diagram->notTaken.sentences(),
             (QStringList{u"Only the diagrams of this document were read: its text was left out."_s,
                          u"Directions of diagrams were left out: “Training” (TB)."_s,
                          u"The diagram in line 3 was left out: a sequence diagram."_s}));
    QCOMPARE(wordsOf(*diagram),
             (QStringList{u"frame \"Design\""_s, u"block \"A\" in \"Design\" (A)"_s,
                          u"block \"B\" in \"Design\" (B)"_s, u"frame \"Training\""_s,
                          u"block \"A\" in \"Training\" (A)"_s, u"block \"D\" in \"Training\" (D)"_s,
                          u"\"A\" -> \"B\""_s, u"\"A\" -> \"D\""_s}));
}

/// Which headings, fences and texts count.
void TestMarkdownDiagrams::markdownAroundDiagrams() {
    const auto read = [](const QString& text) { return readMermaid(text, u"a.md"_s); };
    const auto bare = read(u"```mermaid\ngraph TD\nA\n```\n"_s);
    QVERIFY(bare && bare->notTaken.isEmpty());
    const auto several = read(uR"(---
title: Book
---
Online *path*
-------------
::: note
~~~ {.mermaid}
graph TD
A
~~~
:::
```text
## No heading
```
```mermaid
graph TD
accDescr: all of it
B[open
```
```mermaid
graph TD
```
## The **second** one ##
```mermaid
graph TD
accDescr: all of it
A
```)"_s);
    QVERIFY(several);
    QCOMPARE(
        wordsOf(*several),
        (QStringList{u"frame \"Online path\""_s, u"block \"A\" in \"Online path\" (A)"_s,
                     u"frame \"The second one\" [all of it]"_s, u"block \"A\" in \"The second one\" (A)"_s}));
    QCOMPARE(
        several->notTaken.sentences(),
        (QStringList{u"Only the diagrams of this document were read: its text was left out."_s,
                     u"The diagram in line 16 was left out. a.md cannot be read as Mermaid, line 18: the "
                     "bracket “[” is never closed."_s,
                     u"The diagram in line 21 was left out: an empty one."_s}));
    const auto ours =
        read(u"# X\n## <a id=\"task\"></a>The task\n```mermaid\ngraph TD\nA\nclassDef kind_model "
             "fill:#fff\n```\n"_s);
    QVERIFY(ours);
    QCOMPARE(ours->notTaken.sentences(),
             QStringList{
                 u"Only the diagram of this document was read: its text, requirements, metrics and "
                 "decisions were left out. A PDF, SVG, PNG or JSON of the design brings all of it back."_s});
}

void TestMarkdownDiagrams::manyDiagramsAreBounded() {
    const ProcessorTime timer;
    const auto many = readMermaid(u"# T\n```mermaid\ngraph TD\nA-->B\n```\n"_s.repeated(30'000), u"a.md"_s);
    QVERIFY(many);
    QCOMPARE(many->nodes.size(), 3 * (exchangelimits::kUnplacedNodes / 3));
    const QString last = many->notTaken.sentences().last();
    QVERIFY2(last.endsWith(u"more things could not be taken over."_s), qPrintable(last));
    const auto others = readMermaid(u"# T\n```d2\nA->B\n```\n```dot\n```\n"_s.repeated(30'000), u"a.md"_s);
    QVERIFY(others);
    const auto none = readMermaid(u"```mermaid\nmindmap\n```\n"_s.repeated(500'000), u"a.md"_s);
    QVERIFY(!none);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestMarkdownDiagrams)
#include "test_markdown_diagrams.moc"
