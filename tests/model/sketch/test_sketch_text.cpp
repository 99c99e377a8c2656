#include "model/sketch/sketch_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

QString shown(const QList<SketchStatement>& statements);

QString shown(const SketchItem& item) {
    QString text = item.label.isEmpty() ? QString() : u'\'' + item.label + u'\'';
    text += item.words;
    if (!item.title.isEmpty())
        text += u'"' + item.title + u'"';
    if (!item.technology.isEmpty())
        text += u'(' + item.technology + u')';
    if (item.isFrame)
        text += u'{' + shown(item.content) + u'}';
    return text;
}

QString shown(const SketchLink& link) {
    const QString shaft = link.flow ? QString(wordOf(*link.flow)) : QString();
    QString text = link.direction == Direction::None   ? u"-"_s + shaft + u'-'
                   : link.direction == Direction::Both ? u"<"_s + shaft + u'>'
                   : link.backward                     ? u"<"_s + shaft
                                                       : shaft + u'>';
    if (!link.label.isEmpty())
        text += u'\'' + link.label + u'\'';
    return text;
}

QString shown(const SketchChain& chain) {
    QString text;
    if (chain.first)
        text += shown(*chain.first) + u' ';
    for (qsizetype g = 0; g < chain.groups.size(); ++g) {
        QStringList group;
        for (const SketchItem& item : chain.groups[g])
            group << shown(item);
        text += group.join(u',');
        if (g < chain.links.size())
            text += u' ' + shown(chain.links[g]) + u' ';
    }
    if (chain.last)
        text += u' ' + shown(*chain.last);
    return text;
}

/// The whole reading as one line, so that a test says in one string what it expects.
QString shown(const QList<SketchStatement>& statements) {
    QStringList all;
    for (const SketchStatement& statement : statements) {
        QString text;
        if (statement.chain)
            text = shown(*statement.chain);
        if (statement.facts) {
            const std::optional<SketchItem>& subject = statement.facts->subject;
            text += (subject ? shown(*subject) : QString()) + u" : "_s + statement.facts->text;
        }
        all << text;
    }
    return all.join(u" ; "_s);
}

} // namespace

class TestSketchText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& text, const QString& expected) {
            QTest::newRow(name) << text << expected;
        };
        row("a chain", u"events > kafka > spark > feast < ranker"_s,
            u"events > kafka > spark > feast < ranker"_s);
        row("no blanks", u"a>b<c<>d"_s, u"a > b < c <> d"_s);
        row("branches", u"feast > ranker, retrieval > api"_s, u"feast > ranker,retrieval > api"_s);
        row("words of several", u"feature store > online prediction"_s,
            u"feature store > online prediction"_s);
        row("hyphens in words", u"a/b-test > ci-cd"_s, u"a/b-test > ci-cd"_s);
        row("a flow", u"a -request> b ~stream~> c -b> d"_s, u"a request> b stream> c batch> d"_s);
        row("a tilde", u"a ~> b <~ c"_s, u"a stream> b <stream c"_s);
        row("a flow backwards", u"a <-feedback- b <telemetry- c"_s, u"a <feedback b <telemetry c"_s);
        row("short flows", u"a -s> b -t> c -te> d -m> e -f> g"_s,
            u"a stream> b training-data> c telemetry> d model-artifact> e feedback> g"_s);
        row("both ways", u"a <-request-> b"_s, u"a <request> b"_s);
        row("no direction", u"a -- b -stream- c - d"_s, u"a -- b -stream- c -- d"_s);
        row("arrows", u"a -> b --> c => d → e ← f ↔ g"_s, u"a > b > c > d > e < f <> g"_s);
        row("a label", u"a > \"clicks\" b"_s, u"a >'clicks' b"_s);
        row("a label in the arrow", u"a -\"clicks\"> b -stream \"20k/s\"> c"_s,
            u"a >'clicks' b stream>'20k/s' c"_s);
        row("a block by title", u"a > \"click log\" > b"_s, u"a > \"click log\" > b"_s);
        row("a title", u"kafka \"click log\" > b"_s, u"kafka\"click log\" > b"_s);
        row("a technology", u"ranker (XGBoost) > b"_s, u"ranker(XGBoost) > b"_s);
        row("parentheses in a technology", u"labels (Label join (Spark)) > b"_s,
            u"labels(Label join (Spark)) > b"_s);
        row("labels of branches", u"a > \"x\" b, \"y\" c, \"z\" > d"_s, u"a >'x' b,'y'c,\"z\" > d"_s);
        row("title and technology", u"ranker \"Second stage\" (DLRM)"_s, u"ranker\"Second stage\"(DLRM)"_s);
        row("a frame", u"offline { a > b; c } > d"_s, u"offline{a > b ; c} > d"_s);
        row("frames in frames", u"x { y { a } }"_s, u"x{y{a}}"_s);
        row("a frame's title", u"{ a }, \"The online path\" { b }"_s, u"{a},\"The online path\"{b}"_s);
        row("lines", u"a > b\n\nc > d // rest\n// all\ne"_s, u"a > b ; c > d ; e"_s);
        row("facts", u"ranker: p99 <= 60 ms; b > c"_s, u"ranker : p99 <= 60 ms ; b > c"_s);
        row("more facts", u"ranker: p99 20 ms; ? why; - slow; b > c"_s,
            u"ranker : p99 20 ms; ? why; - slow ; b > c"_s);
        row("facts about two", u"a: p99 <= 1; b: recall >= 0.5"_s, u"a : p99 <= 1 ; b : recall >= 0.5"_s);
        row("facts with quotes", u"ranker: ? \"a; b\""_s, u"ranker : ? \"a; b\""_s);
        row("from the selection", u"> ranker"_s, u"> ranker"_s);
        row("to the selection", u"ranker >"_s, u"ranker >"_s);
        row("a comma typed", u"a > b,"_s, u"a > b"_s);
        row("Russian keyboard", u"клиент -) кафка (- спарк -поток\"клики\"-) ж"_s,
            u"клиент > кафка < спарк stream>'клики' ж"_s);
        row("Russian frame", u"офлайн (( а -) б; в: ? как )) -) г"_s, u"офлайн{а > б ; в : ? как} > г"_s);
        row("Russian facts", u"а: ауц )= 0,8; задержка (= 5; полнота не меньше 3; б -) в"_s,
            u"а : ауц )= 0,8; задержка (= 5; полнота не меньше 3 ; б > в"_s);
        row("Russian flows in short", u"а -з) б -п) в -па) г -о) д -м) е -с) ж (-т- з"_s,
            u"а request> б stream> в batch> г training-data> д model-artifact> е feedback> ж <telemetry з"_s);
        row("full-width", u"用户＞网关，缓存～＞排序；离线｛召回｝"_s,
            u"用户 > 网关,缓存 stream> 排序 ; 离线{召回}"_s);
        row("full-width letters and signs", u"ａ －ｓ＞ ｂ；ｃ：＃ ｄ； ＠ｏｎｌｉｎｅ"_s,
            u"ａ stream> ｂ ; ｃ : ＃ ｄ； ＠ｏｎｌｉｎｅ"_s);
        row("Chinese quotes", u"卡夫卡“点击流”》特征库"_s, u"卡夫卡\"点击流\" > 特征库"_s);
        row("facts of a chain's end", u"a > b > c: p99 20 ms; b > c"_s, u"a > b > c : p99 20 ms ; b > c"_s);
        row("facts of a branch", u"a > b, c: ? why"_s, u"a > b,c : ? why"_s);
        row("colons in words", u"client > https://api.example.com > ranker:v2 > 10.0.0.1:80"_s,
            u"client > https://api.example.com > ranker:v2 > 10.0.0.1:80"_s);
        row("a mark behind a colon", u"ranker:? why; b"_s, u"ranker : ? why ; b"_s);
        row("nothing", u"  // only a comment\n ; ;"_s, u""_s);
    }
    void reads() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto statements = readSketch(text);
        QVERIFY2(statements, statements ? "" : qPrintable(statements.error().sentence));
        QCOMPARE(shown(*statements), expected);
    }

    /// What the Russian keyboard cannot type has another spelling, all of what it can.
    void everySignCanBeTypedInRussian_data() {
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("typed");
        const auto row = [](const QString& plain, const QString& typed) {
            QTest::newRow(qPrintable(plain)) << plain << typed;
        };
        row(u"а > б"_s, u"а -) б"_s);
        row(u"а < б"_s, u"а (- б"_s);
        row(u"а <> б"_s, u"а (-) б"_s);
        row(u"а -- б"_s, u"а -- б"_s);
        row(u"а ~> б"_s, u"а _) б"_s);
        row(u"а <~ б"_s, u"а (_ б"_s);
        row(u"а > \"я\" б"_s, u"а -) \"я\" б"_s);
        row(u"а \"я\" (ю), б; в"_s, u"а \"я\" (ю), б; в"_s);
        row(u"а { б > в } // я"_s, u"а (( б -) в )) // я"_s);
        row(u"> а"_s, u"-) а"_s);
        row(u"а >"_s, u"а -)"_s);
        const QHash<Flow, QString> flows{
            {Flow::Request, u"запрос"_s},       {Flow::Stream, u"поток"_s},
            {Flow::Batch, u"пакет"_s},          {Flow::TrainingData, u"обучение"_s},
            {Flow::ModelArtifact, u"модель"_s}, {Flow::Feedback, u"обратная-связь"_s},
            {Flow::Telemetry, u"телеметрия"_s}};
        for (std::size_t i = 0; i < wordCount<Flow>(); ++i) {
            const QString word = wordOf(Flow(i));
            const QString russian = flows.value(Flow(i), u"?"_s);
            row(u"а -%1> б"_s.arg(word), u"а -%1) б"_s.arg(russian));
            row(u"а <%1- б"_s.arg(word), u"а (-%1- б"_s.arg(russian));
            row(u"а <-%1-> б"_s.arg(word), u"а (-%1-) б"_s.arg(russian));
        }
    }
    void everySignCanBeTypedInRussian() {
        QFETCH(QString, plain);
        QFETCH(QString, typed);
        for (const QChar c : typed) {
            QVERIFY2(u" !\"№;%:?*()_+-=/\\,."_s.contains(c) || c.isDigit() || (c >= u'а' && c <= u'я'),
                     qPrintable(QString(c)));
        }
        const auto wanted = readSketch(plain);
        const auto read = readSketch(typed);
        QVERIFY2(wanted && read, qPrintable(!read ? read.error().sentence : QString()));
        QCOMPARE(shown(*read), shown(*wanted));
    }

    /// While it is typed, the end of the line closes what is open.
    void whatIsTypedMayBeOpen_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("column");
        const auto row = [](const QString& text, const QString& expected, int column) {
            QTest::newRow(qPrintable(text)) << text << expected << column;
        };
        row(u"a { b > c"_s, u"a{b > c}"_s, 0);
        row(u"a { b { c > d"_s, u"a{b{c > d}}"_s, 0);
        row(u"a {"_s, u"a{}"_s, 0);
        row(u"а (( б"_s, u"а{б}"_s, 0);
        row(u"a > \"b c"_s, u"a > \"b c\""_s, 5);
        row(u"a { b > \"c"_s, u"a{b > \"c\"}"_s, 9);
        row(u"a (b"_s, u"a(b)"_s, 3);
    }
    void whatIsTypedMayBeOpen() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QFETCH(int, column);
        QVERIFY(!readSketch(text));
        std::optional<SketchError> missing;
        const auto statements = readSketch(text, &missing);
        QVERIFY(statements);
        QCOMPARE(shown(*statements), expected);
        QCOMPARE(missing ? missing->column : 0, column); // braces are closed without further ado
        QVERIFY(!readSketch(u"a > > \"b"_s, &missing));
    }

    void says_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const QString& text, int line, int column,
                            const QString& part) { QTest::newRow(name) << text << line << column << part; };
        row("an open quote", u"a > \"b"_s, 1, 5, u"closing quote"_s);
        row("an open frame", u"a { b > c"_s, 1, 3, u"not closed"_s);
        row("an open technology", u"a (b"_s, 1, 3, u"closing parenthesis"_s);
        row("two arrows", u"a > > b"_s, 1, 5, u"between two arrows"_s);
        row("a brace too many", u"a > b }"_s, 1, 7, u"closes no frame"_s);
        row("an unknown flow", u"a -foo> b"_s, 1, 4, u"“foo” is no flow; the flows are request, stream"_s);
        row("a comma alone", u"a > , b"_s, 1, 5, u"not expected"_s);
        row("two commas", u"a,, b"_s, 1, 3, u"after the comma"_s);
        row("the second line", u"a > b\nc > \"d\ne"_s, 2, 5, u"Line 2, column 5: "_s);
        row("behind an emoji", u"🧊 > \"d"_s, 1, 5, u"Column 5: "_s);
    }
    void says() {
        QFETCH(QString, text);
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(QString, part);
        const auto statements = readSketch(text);
        QVERIFY(!statements);
        QCOMPARE(statements.error().line, line);
        QCOMPARE(statements.error().column, column);
        QVERIFY2(statements.error().sentence.contains(part), qPrintable(statements.error().sentence));
    }

    void hasLimits() {
        const auto deep = readSketch(u"f { "_s.repeated(kDeepestSketch + 1));
        QVERIFY(!deep);
        QVERIFY(deep.error().sentence.contains(u"32 deep"_s));
        const auto chain = readSketch(u"a > "_s.repeated(100'000) + u'b');
        QVERIFY(!chain);
        QVERIFY(chain.error().sentence.contains(QString::number(kMostSketched)));
    }

    void knowsWhereWordsStand() {
        const auto statements = readSketch(u"ab >  cd ef \"x\" > g"_s);
        const SketchChain& chain = *statements->first().chain;
        QCOMPARE(chain.groups[1].first().wordsSpan, (TextSpan{6, 11}));
        QCOMPARE(chain.groups[1].first().span, (TextSpan{6, 15}));
        QCOMPARE(chain.groups[2].first().wordsSpan, (TextSpan{18, 19}));
    }

    /// Whatever is typed ends in statements or in one sentence, never in a crash or a loop.
    void anyTextEnds() {
        const QString signs = u"ab>< -~=\"(){},;:/\n?+→＞"_s;
        QRandomGenerator random(20261121);
        for (int n = 0; n < 20'000; ++n) {
            QString text;
            for (int i = random.bounded(24); i >= 0; --i)
                text += signs[random.bounded(int(signs.size()))];
            const auto statements = readSketch(text);
            if (!statements) {
                QVERIFY2(!statements.error().sentence.isEmpty() && statements.error().at <= text.size(),
                         qPrintable(text));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSketchText)
#include "test_sketch_text.moc"
