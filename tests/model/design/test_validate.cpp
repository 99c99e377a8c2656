#include "model/design/validate.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

using Break = std::function<void(Design&)>;

constexpr ElementId kOuter{1}, kInner{2}, kCache{3}, kModel{4}, kCall{5}, kCard{6};

void put(Design& d, ElementId id, ElementType type, ElementId parent = {}) {
    Element e;
    e.id = id;
    e.type = type;
    e.parent = parent;
    d.elements.put(e);
}

/// Changes one row in place.
template <class Row, class Key, class Change>
void edit(Table<Row>& table, Key id, Change change) {
    Row row = table.at(id);
    change(row);
    table.put(row);
}

/// A small sound design with a row in every table.
Design sound() {
    Design d;
    d.board.title = u"Board"_s;
    put(d, kOuter, ElementType::Frame);
    put(d, kInner, ElementType::Frame, kOuter);
    put(d, kCache, ElementType::Block, kInner);
    put(d, kModel, ElementType::Block, kOuter);
    put(d, kCall, ElementType::Connection);
    put(d, kCard, ElementType::Card);
    for (const auto& [id, name] : {std::pair(kOuter, u"outer"_s), std::pair(kInner, u"inner"_s)}) {
        Frame f;
        f.id = id;
        f.name = name;
        f.title = name.toUpper();
        f.rect = {0, 0, 8000, 4000};
        d.frames.put(f);
    }
    for (const auto& [id, name] : {std::pair(kCache, u"cache"_s), std::pair(kModel, u"model"_s)}) {
        Block b;
        b.id = id;
        b.kind = u"whatever"_s; // a kind no catalogue knows is sound
        b.name = name;
        b.title = name.toUpper();
        b.colour = u"#aaBB09"_s;
        b.rect = {0, 0, 1408, 512};
        d.blocks.put(b);
    }
    Connection c;
    c.id = kCall;
    c.source = kCache;
    c.target = kInner;
    c.label = u"call"_s;
    c.labelSize = {300, 100};
    c.route = {{0, 0}, {800, 0}};
    d.connections.put(c);
    Decision decision;
    decision.id = DecisionId{1};
    decision.subject = kModel;
    decision.question = u"Which model?"_s;
    decision.chosen = OptionId{2};
    d.decisions.put(decision);
    for (qint64 id : {1, 2}) {
        Option o;
        o.id = OptionId{id};
        o.decision = DecisionId{1};
        o.title = u"Option"_s;
        d.options.put(o);
    }
    Argument a;
    a.id = ArgumentId{1};
    a.option = OptionId{1};
    a.text = u"Simple"_s;
    d.arguments.put(a);
    Card card;
    card.id = kCard;
    card.kind = CardKind::Decision;
    card.decision = DecisionId{1};
    card.rect = {0, 0, 800, 800};
    d.cards.put(card);
    Note n;
    n.id = NoteId{1};
    n.subject = kCall;
    n.text = u"Why?\nBecause."_s;
    d.notes.put(n);
    Metric m;
    m.id = MetricId{1};
    m.subject = kModel;
    m.name = u"AUC"_s;
    d.metrics.put(m);
    Requirement r;
    r.id = RequirementId{1};
    r.question = u"How many users?"_s;
    d.requirements.put(r);
    return d;
}

/// Blocks in a grid with a frame around each ten, and each connected to its two neighbours.
Design large(int count) {
    Design d;
    for (qint64 i = 1; i <= count; ++i) {
        if (i % 10 == 1) {
            const ElementId frame{1'000'000 + i};
            put(d, frame, ElementType::Frame);
            Frame f;
            f.id = frame;
            f.name = u"frame_%1"_s.arg(i);
            f.rect = {0, 0, 8000, 4000};
            d.frames.put(f);
        }
        put(d, ElementId{i}, ElementType::Block, ElementId{1'000'000 + (i - 1) / 10 * 10 + 1});
        Block b;
        b.id = ElementId{i};
        b.kind = u"model"_s;
        b.name = u"model_%1"_s.arg(i);
        b.title = u"Model %1"_s.arg(i);
        b.technology = u"PyTorch"_s;
        b.rect = {Coord(i % 100) * 1760, Coord(i / 100) * 960, 1120, 480};
        d.blocks.put(b);
        for (int k = 1; k <= 2; ++k) {
            const ElementId id{2'000'000 + 2 * i + k};
            put(d, id, ElementType::Connection);
            Connection c;
            c.id = id;
            c.source = ElementId{i};
            c.target = ElementId{(i + (k == 1 ? 1 : 100)) % count + 1};
            c.route = {{1120, 240}, {1440, 240}, {1440, 480}, {1760, 480}};
            d.connections.put(c);
        }
    }
    return d;
}

} // namespace

class TestValidate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSoundDesignHasNoProblem() {
        QCOMPARE(validate(sound()), QStringList());
        QCOMPARE(validate(Design()), QStringList());
        QCOMPARE(validate(large(1000)), QStringList());
    }

    /// Each row: what breaks the sound design, and the sentence that says so.
    void rules_data() {
        QTest::addColumn<Break>("breakIt");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, Break breakIt, const QString& sentence) {
            QTest::newRow(name) << breakIt << sentence;
        };
        const auto block = [](std::function<void(Block&)> change) -> Break {
            return [change](Design& d) { edit(d.blocks, kCache, change); };
        };
        const auto frame = [](std::function<void(Frame&)> change) -> Break {
            return [change](Design& d) { edit(d.frames, kInner, change); };
        };
        const auto connection = [](std::function<void(Connection&)> change) -> Break {
            return [change](Design& d) { edit(d.connections, kCall, change); };
        };
        const auto parent = [](ElementId id, ElementId to) -> Break {
            return [id, to](Design& d) { edit(d.elements, id, [to](Element& e) { e.parent = to; }); };
        };

        // Elements and the rows of their types.
        row(
            "element without its own row", [](Design& d) { put(d, ElementId{90}, ElementType::Block); },
            u"The block 90 has no row of its own type."_s);
        row(
            "connection without its own row",
            [](Design& d) { put(d, ElementId{90}, ElementType::Connection); },
            u"The connection 90 has no row of its own type."_s);
        row(
            "block without an element",
            [](Design& d) {
                Block b = d.blocks.at(kCache);
                b.id = ElementId{90};
                b.name = u"other"_s;
                d.blocks.put(b);
            },
            u"The block “CACHE” (90) has no row among the elements."_s);
        row(
            "card without an element", [](Design& d) { d.elements.remove(kCard); },
            u"The card “decision” (6) has no row among the elements."_s);
        row(
            "block that is a card among the elements",
            [](Design& d) {
                Card card = d.cards.at(kCard);
                card.id = kModel;
                d.cards.put(card);
            },
            u"The card “MODEL” (4) is something else among the elements."_s);
        row(
            "negative id",
            [](Design& d) {
                Note n = d.notes.at(NoteId{1});
                n.id = NoteId{-5};
                d.notes.put(n);
            },
            u"The id -5 is not a positive number."_s);
        row(
            "id of the board", [](Design& d) { d.board.id = BoardId{2}; },
            u"The board has the id 2 instead of 1."_s);

        // Nesting.
        row("parent gone", parent(kModel, ElementId{77}),
            u"The block “MODEL” (4) lies inside a frame that does not exist."_s);
        row("inside a block", parent(kModel, kCache),
            u"The block “MODEL” (4) lies inside something that is not a frame."_s);
        row("connection inside a frame", parent(kCall, kOuter),
            u"The connection “call” (5) lies inside a frame; connections belong to the board."_s);
        row("frame inside itself", parent(kOuter, kOuter), u"The frame “OUTER” (1) lies inside itself."_s);
        row("frames inside each other", parent(kOuter, kInner),
            u"The frame “OUTER” (1) lies inside itself."_s);
        row(
            "65 frames deep",
            [](Design& d) {
                for (qint64 i = 0; i < 63; ++i) {
                    put(d, ElementId{100 + i}, ElementType::Frame, i == 0 ? kInner : ElementId{99 + i});
                    Frame f = d.frames.at(kInner);
                    f.id = ElementId{100 + i};
                    f.name = u"deep_%1"_s.arg(i);
                    f.title = u"Deep %1"_s.arg(i);
                    d.frames.put(f);
                }
            },
            u"The frame “Deep 62” (162) is nested more than 64 frames deep."_s);

        // Names.
        row(
            "name twice", [](Design& d) { edit(d.frames, kInner, [](Frame& f) { f.name = u"cache"_s; }); },
            u"The frame “INNER” (2) has the name cache, which another one has too."_s);
        row("name in capitals", block([](Block& b) { b.name = u"Cache"_s; }),
            u"The block “CACHE” (3) has a name that is not made of lower-case letters, digits and underscores."_s);
        row("empty name", frame([](Frame& f) { f.name.clear(); }),
            u"The frame “INNER” (2) has a name that is not made of lower-case letters, digits and underscores."_s);

        // Ends of connections.
        row("source gone", connection([](Connection& c) { c.source = ElementId{77}; }),
            u"The connection “call” (5) begins at an element that does not exist."_s);
        row("target gone", connection([](Connection& c) { c.target = {}; }),
            u"The connection “call” (5) ends at an element that does not exist."_s);
        row("target is a card", connection([](Connection& c) { c.target = kCard; }),
            u"The connection “call” (5) ends at something that is neither a block nor a frame."_s);
        row("source is a connection", connection([](Connection& c) { c.source = kCall; }),
            u"The connection “call” (5) begins at something that is neither a block nor a frame."_s);

        // Subjects, options and arguments.
        row(
            "note on nothing",
            [](Design& d) { edit(d.notes, NoteId{1}, [](Note& n) { n.subject = ElementId{77}; }); },
            u"The note “Why? Because.” (1) hangs on an element that does not exist."_s);
        row(
            "metric on a card",
            [](Design& d) { edit(d.metrics, MetricId{1}, [](Metric& m) { m.subject = kCard; }); },
            u"The metric “AUC” (1) hangs on a card; only blocks, frames, connections and the board can have it."_s);
        row(
            "decision on nothing",
            [](Design& d) {
                edit(d.decisions, DecisionId{1}, [](Decision& x) { x.subject = ElementId{77}; });
            },
            u"The decision “Which model?” (1) hangs on an element that does not exist."_s);
        row(
            "chosen option gone",
            [](Design& d) { edit(d.decisions, DecisionId{1}, [](Decision& x) { x.chosen = OptionId{77}; }); },
            u"The decision “Which model?” (1) has chosen an option that it does not have."_s);
        row(
            "chosen option of another",
            [](Design& d) {
                Decision other = d.decisions.at(DecisionId{1});
                other.id = DecisionId{2};
                other.question = u"Else?"_s;
                d.decisions.put(other);
            },
            u"The decision “Else?” (2) has chosen an option that it does not have."_s);
        row(
            "option of no decision",
            [](Design& d) { edit(d.options, OptionId{1}, [](Option& o) { o.decision = DecisionId{77}; }); },
            u"The option “Option” (1) belongs to a decision that does not exist."_s);
        row(
            "argument of no option",
            [](Design& d) { edit(d.arguments, ArgumentId{1}, [](Argument& a) { a.option = {}; }); },
            u"The argument “Simple” (1) belongs to an option that does not exist."_s);
        row(
            "card shows no decision",
            [](Design& d) { edit(d.cards, kCard, [](Card& c) { c.decision = DecisionId{77}; }); },
            u"The card “decision” (6) shows a decision that does not exist."_s);

        // Ranges.
        row("beyond the right edge", block([](Block& b) { b.rect.x = kMaxCoord + 1; }),
            u"The block “CACHE” (3) lies outside the board."_s);
        row("beyond the upper edge", frame([](Frame& f) { f.rect.y = -kMaxCoord - 1; }),
            u"The frame “INNER” (2) lies outside the board."_s);
        row("too small", block([](Block& b) { b.rect.h = kMinSize - 1; }),
            u"The block “CACHE” (3) has a size out of range."_s);
        row(
            "too large", [](Design& d) { edit(d.cards, kCard, [](Card& c) { c.rect.w = kMaxSize + 1; }); },
            u"The card “decision” (6) has a size out of range."_s);
        row("label size", connection([](Connection& c) { c.labelSize.w = -1; }),
            u"The connection “call” (5) has a label of a size out of range."_s);
        row("label place", connection([](Connection& c) { c.labelAt = 1001; }),
            u"The connection “call” (5) has its label at a place that is not on the line."_s);
        row("corner far away", connection([](Connection& c) { c.route[1].y = 2 * kMaxCoord + 1; }),
            u"The connection “call” (5) has a corner outside the board."_s);
        row("too many corners", connection([](Connection& c) { c.route.resize(limits::kRoutePoints + 1); }),
            u"The connection “call” (5) has 1001 corners; the limit is 1000."_s);
        row("one corner", connection([](Connection& c) { c.route.resize(1); }),
            u"The connection “call” (5) has a route of a single point."_s);
        row("waypoint far away", connection([](Connection& c) {
                c.waypoints = {{0, -2 * kMaxCoord - 1}};
            }),
            u"The connection “call” (5) has a waypoint outside the board."_s);
        row("too many waypoints",
            connection([](Connection& c) { c.waypoints.resize(limits::kWaypoints + 1); }),
            u"The connection “call” (5) has 33 waypoints; the limit is 32."_s);
        row("colour by name", block([](Block& b) { b.colour = u"red"_s; }),
            u"The block “CACHE” (3) has a colour that is not written as #rrggbb."_s);
        row("colour with a wrong digit", frame([](Frame& f) { f.colour = u"#12345g"_s; }),
            u"The frame “INNER” (2) has a colour that is not written as #rrggbb."_s);
        row("no kind", block([](Block& b) { b.kind.clear(); }), u"The block “CACHE” (3) has no kind."_s);

        // Drawings: the sound design has none, each row adds one that is not.
        const auto stroke = [](auto change) {
            return [change](Design& d) {
                put(d, ElementId{60}, ElementType::Stroke);
                Stroke s;
                s.id = ElementId{60};
                s.points = {{0, 0, 128}};
                s.rect = {0, 0, 800, 800};
                change(s);
                d.strokes.put(s);
            };
        };
        const auto shape = [](auto change) {
            return [change](Design& d) {
                put(d, ElementId{61}, ElementType::Shape);
                Shape s;
                s.id = ElementId{61};
                s.rect = {0, 0, 800, 800};
                change(s);
                d.shapes.put(s);
            };
        };
        const auto image = [](auto change) {
            return [change](Design& d) {
                put(d, ElementId{62}, ElementType::Image);
                Image i;
                i.id = ElementId{62};
                i.asset = d.assets.add("bytes");
                i.rect = {0, 0, 800, 800};
                change(i);
                d.images.put(i);
            };
        };
        row("stroke without points", stroke([](Stroke& s) { s.points.clear(); }),
            u"The stroke “pen” (60) has 0 points; 1 to 20000 can be."_s);
        row("stroke of too many points",
            stroke([](Stroke& s) { s.points.resize(limits::kStrokePoints + 1); }),
            u"The stroke “pen” (60) has 20001 points; 1 to 20000 can be."_s);
        row("stroke without width", stroke([](Stroke& s) { s.width = 0; }),
            u"The stroke “pen” (60) has a width out of range."_s);
        row("broad stroke", stroke([](Stroke& s) { s.width = limits::kWidestStroke + 1; }),
            u"The stroke “pen” (60) has a width out of range."_s);
        row("stroke beyond the edge", stroke([](Stroke& s) { s.rect.x = kMaxCoord + 1; }),
            u"The stroke “pen” (60) lies outside the board."_s);
        row("flat stroke", stroke([](Stroke& s) { s.rect.h = kMinSize - 1; }),
            u"The stroke “pen” (60) has a size out of range."_s);
        row("stroke of a named colour", stroke([](Stroke& s) { s.colour = u"red"_s; }),
            u"The stroke “pen” (60) has a colour that is not written as #rrggbb."_s);
        row("letters without size", shape([](Shape& s) { s.textSize = 0; }),
            u"The shape “rectangle” (61) has letters of a size out of range."_s);
        row("huge letters", shape([](Shape& s) { s.textSize = limits::kLargestText + 1; }),
            u"The shape “rectangle” (61) has letters of a size out of range."_s);
        row("shape of a named colour", shape([](Shape& s) { s.colour = u"red"_s; }),
            u"The shape “rectangle” (61) has a colour that is not written as #rrggbb."_s);
        row("large shape", shape([](Shape& s) { s.rect.w = kMaxSize + 1; }),
            u"The shape “rectangle” (61) has a size out of range."_s);
        row("image without bytes", image([](Image& i) { i.asset = Assets::keyOf("others"); }),
            u"The image “image” (62) has lost its picture."_s);
        row("image beyond the edge", image([](Image& i) { i.rect.y = -kMaxCoord - 1; }),
            u"The image “image” (62) lies outside the board."_s);
        row("long text of a shape", shape([](Shape& s) { s.text = QString(limits::kTextLength + 1, u'x'); }),
            u"The shape “%1…” (61) is too long in its text: 100001 characters, the limit is 100000."_s.arg(
                QString(40, u'x')));
        row("long description of an image",
            image([](Image& i) { i.description = QString(limits::kTitleLength + 1, u'x'); }),
            u"The image “%1…” (62) is too long in its description: 2001 characters, the limit is 2000."_s.arg(
                QString(40, u'x')));
        row(
            "element of another sort",
            [stroke](Design& d) {
                stroke([](Stroke&) {})(d);
                edit(d.elements, ElementId{60}, [](Element& e) { e.type = ElementType::Image; });
            },
            u"The stroke “pen” (60) is something else among the elements."_s);

        // Lengths, in each table.
        const QString title(limits::kTitleLength + 1, u'x');
        const QString text(limits::kTextLength + 1, u'x');
        const QString tooLong = u": 2001 characters, the limit is 2000."_s;
        const QString farTooLong = u": 100001 characters, the limit is 100000."_s;
        row(
            "long board title", [title](Design& d) { d.board.title = title; },
            u"The board is too long in its title"_s + tooLong);
        row(
            "long task", [text](Design& d) { d.board.task = text; },
            u"The board is too long in its task"_s + farTooLong);
        row("long technology", block([title](Block& b) { b.technology = title; }),
            u"The block “CACHE” (3) is too long in its technology"_s + tooLong);
        row("long title", block([title](Block& b) { b.title = title; }),
            u"The block “%1…” (3) is too long in its title"_s.arg(QString(40, u'x')) + tooLong);
        row("long link", block([title](Block& b) { b.link = title; }),
            u"The block “CACHE” (3) is too long in its link"_s + tooLong);
        row("long kind", block([title](Block& b) { b.kind = title; }),
            u"The block “CACHE” (3) is too long in its kind"_s + tooLong);
        row("long description", block([text](Block& b) { b.description = text; }),
            u"The block “CACHE” (3) is too long in its description"_s + farTooLong);
        row("long remark", frame([title](Frame& f) { f.remark = title; }),
            u"The frame “INNER” (2) is too long in its remark"_s + tooLong);
        row("long frame title", frame([title](Frame& f) { f.title = title; }),
            u"The frame “%1…” (2) is too long in its title"_s.arg(QString(40, u'x')) + tooLong);
        row("long label", connection([title](Connection& c) { c.label = title; }),
            u"The connection “%1…” (5) is too long in its label"_s.arg(QString(40, u'x')) + tooLong);
        row(
            "long card", [text](Design& d) { edit(d.cards, kCard, [text](Card& c) { c.text = text; }); },
            u"The card “decision” (6) is too long in its text"_s + farTooLong);
        row(
            "long note", [text](Design& d) { edit(d.notes, NoteId{1}, [text](Note& n) { n.text = text; }); },
            u"The note “%1…” (1) is too long in its text"_s.arg(QString(40, u'x')) + farTooLong);
        row(
            "long reason",
            [text](Design& d) { edit(d.decisions, DecisionId{1}, [text](Decision& x) { x.reason = text; }); },
            u"The decision “Which model?” (1) is too long in its reason"_s + farTooLong);
        row(
            "long question",
            [text](Design& d) {
                edit(d.decisions, DecisionId{1}, [text](Decision& x) { x.question = text; });
            },
            u"The decision “%1…” (1) is too long in its question"_s.arg(QString(40, u'x')) + farTooLong);
        row(
            "long option",
            [title](Design& d) { edit(d.options, OptionId{1}, [title](Option& o) { o.title = title; }); },
            u"The option “%1…” (1) is too long in its title"_s.arg(QString(40, u'x')) + tooLong);
        row(
            "long argument",
            [text](Design& d) { edit(d.arguments, ArgumentId{1}, [text](Argument& a) { a.text = text; }); },
            u"The argument “%1…” (1) is too long in its text"_s.arg(QString(40, u'x')) + farTooLong);
        row(
            "long unit",
            [title](Design& d) { edit(d.metrics, MetricId{1}, [title](Metric& m) { m.unit = title; }); },
            u"The metric “AUC” (1) is too long in its unit"_s + tooLong);
        row(
            "long target",
            [title](Design& d) { edit(d.metrics, MetricId{1}, [title](Metric& m) { m.target = title; }); },
            u"The metric “AUC” (1) is too long in its target"_s + tooLong);
        row(
            "long current value",
            [title](Design& d) { edit(d.metrics, MetricId{1}, [title](Metric& m) { m.current = title; }); },
            u"The metric “AUC” (1) is too long in its current value"_s + tooLong);
        row(
            "long answer",
            [text](Design& d) {
                edit(d.requirements, RequirementId{1}, [text](Requirement& r) { r.answer = text; });
            },
            u"The requirement “How many users?” (1) is too long in its answer"_s + farTooLong);

        // Characters that no file can hold.
        row("a NUL in a title", block([](Block& b) { b.title = u"a"_s + QChar(u'\0') + u"b"_s; }),
            u"The block “%1” (3) has characters in its title that are no text."_s.arg(u"a"_s + QChar(u'\0') +
                                                                                      u"b"_s));
        row(
            "half a character in a note",
            [](Design& d) { edit(d.notes, NoteId{1}, [](Note& n) { n.text = u"x"_s + QChar(0xD83D); }); },
            u"The note “%1” (1) has characters in its text that are no text."_s.arg(u"x"_s + QChar(0xD83D)));
    }
    void rules() {
        QFETCH(Break, breakIt);
        QFETCH(QString, sentence);
        Design design = sound();
        breakIt(design);
        const QStringList problems = validate(design);
        QVERIFY2(problems.contains(sentence), qPrintable(problems.join(u'\n')));
        // The same wherever and however often it is asked.
        QCOMPARE(validate(design), problems);
    }

    void theDeepestAllowedNestingIsSound() {
        Design d;
        for (qint64 i = 1; i <= limits::kDepth; ++i) {
            put(d, ElementId{i}, ElementType::Frame, ElementId{i - 1});
            Frame f;
            f.id = ElementId{i};
            f.name = u"frame_%1"_s.arg(i);
            f.rect = {0, 0, 800, 800};
            d.frames.put(f);
        }
        QCOMPARE(validate(d), QStringList());
    }

    void countsAreLimited() {
        Design d;
        for (qint64 i = 1; i <= limits::kElements + 1; ++i)
            put(d, ElementId{i}, ElementType::Block);
        QCOMPARE(validate(d, 1), QStringList{u"There are 500001 elements; the limit is 500000."_s});
    }

    void atMostSoMany() {
        Design d = sound();
        for (qint64 i = 100; i < 200; ++i)
            put(d, ElementId{i}, ElementType::Block);
        QCOMPARE(validate(d).size(), 20);
        QCOMPARE(validate(d, 3), (QStringList{u"The block 100 has no row of its own type."_s,
                                              u"The block 101 has no row of its own type."_s,
                                              u"The block 102 has no row of its own type."_s}));
        QCOMPARE(validate(d, 1000).size(), 100);
        QCOMPARE(validate(d, 0), QStringList());
    }

    void aSentenceStaysShort() {
        Design d = sound();
        edit(d.blocks, kCache, [](Block& b) { b.title = QString(10'000'000, u'x'); });
        QVERIFY(validate(d).first().size() < 200);
    }

    void manyFramesInARowAreCheckedInOnePass() {
        // A chain of 20,000 frames, each inside the next: with a walk to the top for each one this takes
        // minutes.
        Design d;
        constexpr qint64 kFrames = 20'000;
        for (qint64 i = 1; i <= kFrames; ++i) {
            put(d, ElementId{i}, ElementType::Frame, ElementId{i % kFrames + 1});
            Frame f;
            f.id = ElementId{i};
            f.name = u"frame_%1"_s.arg(i);
            f.rect = {0, 0, 800, 800};
            d.frames.put(f);
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(validate(d, 1).first().contains(u"inside itself"_s));
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }

    void aLargeDesign() {
        const Design d = large(10'000);
        QBENCHMARK {
            QVERIFY(validate(d).isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestValidate)
#include "test_validate.moc"
