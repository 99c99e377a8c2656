#include "model/graphviz/dot_limits.h"
#include "model/graphviz/helper/lexer.h"
#include "model/graphviz/helper/precheck.h"

#include <graphviz/cgraph.h>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace groundplan {

using wire::Status;

namespace {

wire::Failure precheck(const std::string& text) {
    bool more = false;
    return precheckDot(text, more);
}

std::string repeated(const std::string& text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

std::string list(const char* prefix, int count) {
    std::string all;
    for (int i = 0; i < count; ++i)
        all += prefix + std::to_string(i) + ' ';
    return all;
}

int ignoreMessage(char*) {
    return 0;
}

/// Whether cgraph takes a text. A failure can leave its scanner inside a string, and what follows a graph
/// waits there for the next one: each text gets a process that knows nothing of the others.
bool cgraphTakes(const std::string& text) {
    const pid_t child = fork();
    if (child == 0) {
        Agraph_t* graph = agmemread(text.c_str());
        _exit(graph && agerrors() < AGERR ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

/// What is checked before cgraph sees a text: that it takes what cgraph takes, refuses what cgraph refuses,
/// and names every limit with its line.
class TestPrecheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithCgraph();
    void failures_data();
    void failures();
    void limitsHold_data();
    void limitsHold();
    void countsAreExact();
    void whatFollowsIsNoticed();
    void encodings_data();
    void encodings();
};

/// Sentences of random words: whatever cgraph accepts must pass, and whatever passes must be accepted.
void TestPrecheck::agreesWithCgraph() {
    const std::vector<std::string> words = {
        "a",
        "b1",
        "node",
        "Edge",
        "GRAPH",
        "subgraph",
        "strict",
        "digraph",
        "{",
        "}",
        "[",
        "]",
        ";",
        ",",
        "=",
        ":",
        "+",
        "->",
        "--",
        "-",
        "\"q\"",
        "\"q\\\"r\"",
        "\"\\\\\"",
        "<h>",
        "<h<i>j>",
        "1",
        "-2.5",
        ".5",
        "1.",
        "3a",
        ".",
        "1.2.3",
        "/",
        "// c\n",
        "/* c */",
        "# c\n",
        "\n#x 5\n",
        "\xC3\xA9",
        "[a=b]",
        "[a=b,c=d;e=f]",
        "a->b",
        "a=b",
        "node[x=y]",
        "{a b}",
        "subgraph s {c}",
        "a:p:n",
        "\xEF\xBB\xBF",
        "key",
        "*",
    };
    agseterr(AGMAX);
    agseterrf(ignoreMessage);
    QRandomGenerator random(20240607);
    int accepted = 0;
    for (int i = 0; i < 6'000; ++i) {
        std::string text = random.bounded(4) == 0 ? "graph {" : "digraph {";
        const int length = int(random.bounded(9));
        for (int w = 0; w < length; ++w) {
            text += words[std::size_t(random.bounded(int(words.size())))];
            if (random.bounded(3) != 0)
                text += ' ';
        }
        if (random.bounded(20) != 0)
            text += '}';
        const bool taken = cgraphTakes(text);
        const bool passed = precheck(text).status == Status::Done;
        accepted += taken;
        // What follows the graph is not looked at here; cgraph sees one token of it.
        bool more = false;
        precheckDot(text, more);
        if (more && passed && !taken)
            continue;
        QVERIFY2(taken == passed, text.c_str());
    }
    QVERIFY2(accepted > 1'000, qPrintable(QString::number(accepted)));
}

void TestPrecheck::failures_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("near");
    const auto row = [](const char* name, const char* text, Status status, int line, const char* near = "") {
        QTest::newRow(name) << QByteArray(text) << int(status) << line << QByteArray(near);
    };
    row("empty", "", Status::Empty, 1);
    row("comment only", "// nothing\n", Status::Empty, 2);
    row("no graph", "hello world", Status::Syntax, 1, "hello");
    row("other text", "{\"json\": 1}", Status::Syntax, 1, "{");
    row("missing bracket", "digraph {\n a [x=1\n b}", Status::Syntax, 3, "}");
    row("no value", "digraph {\n a [shape]\n}", Status::Syntax, 2, "]");
    row("two semicolons", "digraph { a;;\n}", Status::Syntax, 1, ";");
    row("arrow in a graph", "graph {\n\n a -> b }", Status::WrongArrow, 3, "->");
    row("line in a digraph", "digraph { a -- b }", Status::WrongArrow, 1, "--");
    row("arrow to nothing", "digraph { a -> }", Status::Syntax, 1, "}");
    row("open text", "digraph {\n a [label=\"x]\n}\n", Status::OpenText, 2);
    row("open html", "digraph {\n a [label=<<b>x</b>]\n}\n", Status::OpenHtml, 2);
    row("open comment", "digraph {\n\n\n/* a }\n", Status::OpenComment, 4);
    row("open brace", "digraph {\n subgraph x {\n a\n", Status::OpenBrace, 2);
    row("ends in the header", "digraph x\n", Status::Syntax, 2, "");
    row("after a long text", "digraph {\n a [label=\"1\n2\n3\"]\n ]\n}", Status::Syntax, 5, "]");
    row("long token", "digraph { ] ", Status::Syntax, 1, "]");
}

void TestPrecheck::failures() {
    QFETCH(const QByteArray, text);
    QFETCH(const int, status);
    QFETCH(const int, line);
    QFETCH(const QByteArray, near);
    const wire::Failure failure = precheck(text.toStdString());
    QCOMPARE(int(failure.status), status);
    QCOMPARE(int(failure.line), line);
    QCOMPARE(QByteArray::fromStdString(failure.near), near);
}

void TestPrecheck::limitsHold_data() {
    using namespace dotlimits;
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("line");
    QTest::addColumn<qulonglong>("limit");
    const auto row = [](const char* name, std::string text, Status status, int line, std::size_t limit) {
        QTest::newRow(name) << std::move(text) << int(status) << line << qulonglong(limit);
    };
    row("10,000 nested braces", "digraph {\n" + repeated("{", 10'000) + repeated("}", 10'000) + "}",
        Status::TooDeep, 2, kDepth);
    row("1,000,000 implied edges", "digraph {\n{" + list("n", 1'000) + "}\n->\n{" + list("m", 1'000) + "}}",
        Status::TooManyEdges, 4, kEdges);
    row("edges of named subgraphs",
        "digraph { subgraph x {" + list("n", 800) + "} subgraph y {" + list("m", 800) +
            "}\nsubgraph x{} -> subgraph y{}}",
        Status::TooManyEdges, 2, kEdges);
    row("chain", "digraph {\n" + repeated("a->", 10'000) + "a}", Status::ChainTooLong, 2, kChainLinks);
    row("chains inside braces",
        "digraph {\n" + repeated("a->b->c->d->e->f->g->h->i->{", 250) + repeated("}", 250) + "}",
        Status::ChainTooLong, 2, kChainLinks);
    row("10 MB label", "digraph {\n\na [label=\"" + std::string(10'000'000, 'x') + "\"]}",
        Status::TokenTooLong, 3, kTokenBytes);
    row("10 MB html", "digraph {\na [label=<" + std::string(10'000'000, 'x') + ">]}", Status::TokenTooLong, 2,
        kTokenBytes);
    row("10 MB name", "digraph {\n" + std::string(10'000'000, 'x') + "}", Status::TokenTooLong, 2,
        kTokenBytes);
    row("10 MB number", "digraph {\n" + std::string(10'000'000, '1') + "}", Status::TokenTooLong, 2,
        kTokenBytes);
    row("10 MB comment", "digraph {\n/*\n" + std::string(10'000'000, 'x') + "*/}", Status::TokenTooLong, 3,
        kTokenBytes);
    row("10 MB line comment", "digraph {\n//" + std::string(10'000'000, 'x') + "\n}", Status::TokenTooLong, 2,
        kTokenBytes);
    row("sum of texts", "digraph {\na[x=\"\"" + repeated("+\"a\"", 2'000) + "]}", Status::TooManyParts, 2,
        kTextParts);
    std::string many = "digraph {";
    for (int i = 0; i < 300'000; ++i)
        many += "\na" + std::to_string(i) + "->a" + std::to_string(i + 1);
    row("nodes and edges", many + "}", Status::TooManyElements, 250'002, kElements);
    row("nodes", "digraph {\n" + list("n", int(kNodes) + 1) + "}", Status::TooManyNodes, 2, kNodes);
    row("subgraphs", "digraph {\n" + repeated("{}", int(kSubgraphs) + 1) + "}", Status::TooManyGroups, 2,
        kSubgraphs);
    std::string attributes = "digraph {\n";
    for (int i = 0; i <= int(kAttributeNames); ++i)
        attributes += "a [k" + std::to_string(i) + "=1]\n";
    row("attributes", attributes + "}", Status::TooManyFields, int(kAttributeNames) + 2, kAttributeNames);
    row("nested nodes", "digraph {\n" + repeated("{", 200) + list("n", 60'000) + repeated("}", 200) + "}",
        Status::TooMuchNesting, 2, kMemberships);
    std::string values = "digraph {\n";
    for (int i = 0; i < 900; ++i)
        values += "node [k" + std::to_string(i) + "=1]\n";
    row("values", values + list("n", 60'000) + "}", Status::TooMuchTogether, 902, kValues);
    std::string late = "digraph {" + list("n", 60'000) + "\n";
    for (int i = 0; i < 200; ++i)
        late += "node [k" + std::to_string(i) + "=1]\n";
    row("attributes after many nodes", late + "}", Status::TooMuchTogether, 83, kCopiedValues);
}

void TestPrecheck::limitsHold() {
    QFETCH(const std::string, text);
    QFETCH(const int, status);
    QFETCH(const int, line);
    QFETCH(const qulonglong, limit);
    QElapsedTimer timer;
    timer.start();
    const wire::Failure failure = precheck(text);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(int(failure.status), status);
    QCOMPARE(int(failure.line), line);
    QCOMPARE(qulonglong(failure.limit), limit);
}

void TestPrecheck::countsAreExact() {
    // As many edges as are allowed, implied by lists and groups in every way; one more node is too many.
    const auto text = [](const std::string& more) {
        return "digraph { {" + list("n", 250) + "{n1 n2} n3 -> n4} -> subgraph s {" + list("m", 999) + more +
               "} -> a, b, c, d" + repeated(", a", 995) + "}";
    };
    // 1 + 250 * 1,000 + 1,000 * 999 would be too many: the two groups are taken apart.
    const auto pair = [](int left, int right) {
        return "digraph { {" + list("n", left) + "n0 {n1} } -> {" + list("m", right) + "} }";
    };
    QCOMPARE(precheck(pair(498, 1'000)).status, Status::Done);
    // 499,000 edges and 1,499 nodes are more than a design has room for.
    QCOMPARE(precheck(pair(499, 1'000)).status, Status::TooManyElements);
    QCOMPARE(precheck(pair(501, 1'000)).status, Status::TooManyEdges);
    QCOMPARE(precheck(text("")).status, Status::TooManyEdges);
    QCOMPARE(precheck("digraph {" + repeated("a->", 2'000) + "a}").status, Status::Done);
    QCOMPARE(precheck("digraph " + repeated("{", 256) + repeated("}", 256)).status, Status::Done);
    QCOMPARE(precheck("digraph " + repeated("{", 257) + repeated("}", 257)).status, Status::TooDeep);
}

void TestPrecheck::whatFollowsIsNoticed() {
    bool more = true;
    QCOMPARE(precheckDot("digraph {a} // end\n", more).status, Status::Done);
    QVERIFY(!more);
    QCOMPARE(precheckDot("digraph {a}\ndigraph {b}", more).status, Status::Done);
    QVERIFY(more);
    QCOMPARE(precheckDot("digraph {a} @ anything", more).status, Status::Done);
    QVERIFY(!more);
}

void TestPrecheck::encodings_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& bytes, Status status, int line, int offset,
                        const QByteArray& text) {
        QTest::newRow(name) << bytes << int(status) << line << offset << text;
    };
    row("ascii", "digraph {}", Status::Done, 0, 0, "digraph {}");
    row("utf-8", "digraph {\xF0\x9F\xA7\xA0}", Status::Done, 0, 0, "digraph {\xF0\x9F\xA7\xA0}");
    row("mark",
        "\xEF\xBB\xBF"
        "digraph {}",
        Status::Done, 0, 0, "digraph {}");
    row("latin-1 unsaid", "digraph {\n caf\xE9 }", Status::NotUtf8, 2, 14, "");
    row("latin-1", "digraph {charset=\"ISO-8859-1\" caf\xE9}", Status::Done, 0, 0,
        "digraph {charset=\"ISO-8859-1\" caf\xC3\xA9}");
    row("latin-1 in a list", "digraph {graph [charset=latin1] caf\xE9}", Status::Done, 0, 0,
        "digraph {graph [charset=latin1] caf\xC3\xA9}");
    row("utf-8 that says latin-1", "digraph {charset=latin1 caf\xC3\xA9}", Status::Done, 0, 0,
        "digraph {charset=latin1 caf\xC3\xA9}");
    row("overlong", "digraph {\xC0\x80}", Status::NotUtf8, 1, 9, "");
    row("surrogate", "digraph {\xED\xA0\x80}", Status::NotUtf8, 1, 9, "");
    row("too large", "digraph {\xF4\x90\x80\x80}", Status::NotUtf8, 1, 9, "");
    row("cut off", "digraph {}\xE2\x82", Status::NotUtf8, 1, 10, "");
    row("nul", QByteArray("digraph {\n\0}", 12), Status::NulByte, 2, 0, "");
    row("utf-16",
        QByteArray("\xFF\xFE"
                   "d\0i\0",
                   6),
        Status::NotUtf8, 1, 0, "");
}

void TestPrecheck::encodings() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    QFETCH(const int, line);
    QFETCH(const int, offset);
    QFETCH(const QByteArray, text);
    std::string converted;
    const wire::Failure failure = toUtf8(bytes.toStdString(), converted);
    QCOMPARE(int(failure.status), status);
    QCOMPARE(int(failure.line), line);
    QCOMPARE(int(failure.limit), offset);
    if (failure.status == Status::Done)
        QCOMPARE(QByteArray::fromStdString(converted), text);
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestPrecheck)
#include "test_precheck.moc"
