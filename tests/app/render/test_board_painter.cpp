#include "app/render/block_layout.h"
#include "app/render/board_index.h"
#include "app/render/board_painter.h"
#include "app/render/flow_style.h"
#include "app/render/icon.h"
#include "app/render/level_of_detail.h"
#include "tests/app/render/board_samples.h"
#include "tests/places.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace groundplan;
using samples::Builder;
using samples::rectOf;

namespace {

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

/// Pixels that differ by more than `slack` of 255 in some channel.
int differing(const QImage& a, const QImage& b, int slack = 0) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor p = a.pixelColor(x, y), q = b.pixelColor(x, y);
            count += std::max({std::abs(p.red() - q.red()), std::abs(p.green() - q.green()),
                               std::abs(p.blue() - q.blue())}) > slack;
        }
    }
    return count;
}

int pixelsOf(const QImage& image, const QRect& area, const QColor& colour) {
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixelColor(x, y) == colour;
    }
    return count;
}

} // namespace

class TestBoardPainter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        catalogue_ = Catalogue::load({projectPath("templates/catalog")});
        QVERIFY(catalogue_.kinds().size() >= 50);
        light_ = Theme::light(catalogue_);
        dark_ = Theme::darkTheme(catalogue_);
    }

    void coloursInTheirPlaces_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void coloursInTheirPlaces() {
        QFETCH(bool, dark);
        const Theme& theme = dark ? dark_ : light_;
        Builder b;
        b.frame(text("Online"), {}, {}, rectOf(0, 0, 400, 240));
        b.block("feature-store", text("Feature store"), text("Feast"), rectOf(40, 60, 176, 64));
        const QImage image = paint(b.design, theme, {0, 0, 440, 260});
        QCOMPARE(image.pixelColor(420, 250), theme.canvas);
        QCOMPARE(image.pixelColor(300, 200), theme.frameFill);
        QCOMPARE(image.pixelColor(46, 66), theme.card);
        // The tile's corner beside the icon: 12 from the card's left, 14 from its top, and round by 8.
        QCOMPARE(image.pixelColor(40 + 12 + 4, 60 + 14 + 18), theme.groups[text("features")].tint);
        QVERIFY(pixelsOf(image, {52, 74, 36, 36}, theme.groups[text("features")].strong) > 10); // the icon
        QVERIFY(pixelsOf(image, {98, 70, 100, 20}, theme.text) > 20);                           // the title
        QCOMPARE(image.pixelColor(216, 92), theme.frameFill); // beside the card
    }

    /// Frames in frames lie on two grounds in turns, near and far.
    void framesInFramesTellApart_data() { coloursInTheirPlaces_data(); }
    void framesInFramesTellApart() {
        QFETCH(bool, dark);
        const Theme& theme = dark ? dark_ : light_;
        Builder b;
        ElementId around;
        for (int i = 0; i < 3; ++i) {
            const ElementId id = b.frame({}, {}, {}, rectOf(i * 40, i * 40, 600 - i * 80, 400 - i * 80));
            Element element = *b.design.elements.find(id);
            element.parent = around;
            b.design.elements.put(element);
            around = id;
        }
        QVERIFY(theme.frameFill != theme.canvas);
        for (const double scale : {1.0, 0.2}) {
            const QImage image = paint(BoardPainter(catalogue_, theme), b.design, BoardIndex(b.design),
                                       {0, 0, 600, 400}, scale);
            const auto at = [&](double x) { return image.pixelColor(int(x * scale), int(200 * scale)); };
            QCOMPARE(at(20), theme.frameFill);
            QCOMPARE(at(60), theme.canvas);
            QCOMPARE(at(100), theme.frameFill);
        }
    }

    /// A frame's title never loses room to its remark.
    void titlesOfFramesComeFirst() {
        QList<QImage> images;
        for (const QString& remark : {QString(), text("Monday, by 6 a.m., after the snapshots")}) {
            Builder b;
            b.frame(text("Weekly path of all"), remark, {}, rectOf(0, 0, 190, 120));
            images << paint(b.design, light_, {0, 0, 150, 36});
        }
        QCOMPARE(differing(images[0], images[1]), 0);
    }
    void unknownKindsAreDrawnPlainly() {
        Builder b;
        b.block("no-such-kind", text("Something"), {}, rectOf(0, 0, 176, 64));
        const QImage image = paint(b.design, light_, {0, 0, 180, 70});
        QCOMPARE(image.pixelColor(12 + 4, 14 + 18), light_.plain.tint);
        QVERIFY(pixelsOf(image, {12, 14, 36, 36}, light_.plain.strong) > 10);
    }

    void ownColourIsKeptReadable() {
        Builder b;
        const auto id = b.block("model", text("Block"), {}, rectOf(0, 0, 176, 64));
        Block block = *b.design.blocks.find(id);
        block.colour = text("#ffff00");
        b.design.blocks.put(block);
        const QImage image = paint(b.design, light_, {0, 0, 180, 70});
        const QColor tint = image.pixelColor(12 + 4, 14 + 18);
        QVERIFY(tint != light_.groups[text("model")].tint);
        QVERIFY(tint.blue() < tint.red());
    }

    /// Flows differ without their colours: each in its own pattern of dark and light along the line.
    void flowsDifferInBlackAndWhite() {
        Theme grey = light_;
        grey.flow.fill(Qt::black);
        QList<QImage> pictures;
        for (std::size_t flow = 0; flow < wordCount<Flow>(); ++flow) {
            Builder b;
            const auto from = b.block("model", {}, {}, rectOf(-200, 0, 100, 60));
            const auto to = b.block("model", {}, {}, rectOf(400, 0, 100, 60));
            b.connection(from, to, Flow(flow), {{-100, 30}, {400, 30}});
            pictures.append(paint(b.design, grey, {0, 20, 300, 20}));
        }
        for (qsizetype i = 0; i < pictures.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(differing(pictures[i], pictures[j]) > 40, Words<Flow>::words[std::size_t(i)]);
        }
    }

    void headsFollowTheDirection() {
        const auto ink = [this](Direction direction) {
            Builder b;
            const auto from = b.block("model", {}, {}, rectOf(0, 0, 40, 40));
            const auto to = b.block("model", {}, {}, rectOf(140, 0, 40, 40));
            b.connection(from, to, Flow::Request, {{40, 20}, {140, 20}}, {}, direction);
            const QImage image = paint(b.design, light_, {0, 0, 200, 40});
            // 6 before either end and 3 off the line there is ink only where a head is.
            return std::pair(image.pixelColor(46, 18) != light_.canvas,
                             image.pixelColor(133, 18) != light_.canvas);
        };
        QCOMPARE(ink(Direction::Forward), std::pair(false, true));
        QCOMPARE(ink(Direction::Both), std::pair(true, true));
        QCOMPARE(ink(Direction::None), std::pair(false, false));
    }

    void cornersAreRound() {
        Builder b;
        const auto from = b.block("model", {}, {}, rectOf(-100, 0, 40, 40));
        b.connection(from, from, Flow::Request, {{0, 20}, {60, 20}, {60, 90}}, {}, Direction::None);
        const QImage image = paint(b.design, light_, {0, 0, 100, 100});
        QCOMPARE(image.pixelColor(60, 20), light_.canvas); // the corner itself is left out
        QVERIFY(image.pixelColor(40, 20) != light_.canvas);
        QVERIFY(image.pixelColor(60, 40) != light_.canvas);
    }

    void marksChipsAndVerdicts() {
        Builder b;
        const auto id = b.block("ranking", text("Ranking"), text("model"), rectOf(0, 0, 176, 84));
        const QRect lowerEdge(100, 76, 76, 16);
        QCOMPARE(pixelsOf(paint(b.design, light_, {0, 0, 200, 100}), lowerEdge, light_.decision), 0);
        b.decision(id, text("?"), {});
        b.note(id, NoteKind::Risk, text("!"));
        b.metric(id, MetricKind::NonFunctional, text("p99"), text("ms"), Goal::AtMost, text("60"),
                 text("71"));
        b.metric(id, MetricKind::Offline, text("AUC"), {}, Goal::AtLeast, text("0.78"), text("0.80"));
        const QImage image = paint(b.design, light_, {0, 0, 200, 100});
        QVERIFY(pixelsOf(image, lowerEdge, light_.decision) > 30);
        QVERIFY(pixelsOf(image, lowerEdge, light_.finding) > 30);
        QCOMPARE(pixelsOf(image, lowerEdge, light_.note), 0);
        const QRect chips(12, 58, 150, 18);
        QVERIFY(pixelsOf(image, chips, light_.chip) > 300);
        QVERIFY(pixelsOf(image, chips, light_.bad) > 3);
        QVERIFY(pixelsOf(image, chips, light_.good) > 3);
    }

    /// In one colour a target that is met still looks different from one that is missed.
    void verdictsDifferInForm() {
        Theme grey = light_;
        grey.good = grey.bad;
        const auto chip = [&grey, this](const char* limit) {
            Builder b;
            const auto id = b.block("ranking", text("Ranking"), text("model"), rectOf(0, 0, 176, 84));
            b.metric(id, MetricKind::NonFunctional, text("p99"), text("ms"), Goal::AtMost, text(limit),
                     text("71"));
            return paint(b.design, grey, {0, 0, 200, 100});
        };
        const QImage met = chip("80"), missed = chip("60");
        QVERIFY(differing(met, missed, 64) >= 8);
        QCOMPARE(differing(met, chip("90")), 0); // the chip says the value, whatever the limit
    }

    /// The lines that are broken differ in how long their pieces are, in the legend's short samples, too.
    void brokenLinesDifferInForm() {
        const auto ink = [](Flow flow) {
            const FlowStyle& style = styleOf(flow);
            return style.dashes.constFirst() * style.width;
        };
        QVERIFY(ink(Flow::Batch) >= 3 * ink(Flow::Feedback));
        QVERIFY(ink(Flow::Feedback) >= 1.8 * ink(Flow::Telemetry));
        const auto gap = [](Flow flow) { return styleOf(flow).dashes[1]; };
        QVERIFY(gap(Flow::Telemetry) > styleOf(Flow::Telemetry).dashes[0]); // dots
        QVERIFY(gap(Flow::Feedback) < styleOf(Flow::Feedback).dashes[0]);   // dashes
        QCOMPARE(styleOf(Flow::TrainingData).dashes.size(), 4);             // both in turn
    }

    /// What a block is made with stands on it once, whatever the case it is written in.
    void aTitleThatSaysItAllStandsAlone() {
        const auto picture = [this](const char* title, const char* technology) {
            Builder b;
            b.block("event-stream", text(title), text(technology), rectOf(0, 0, 176, 64));
            return paint(b.design, light_, {-10, -10, 200, 90});
        };
        const QImage alone = picture("Kafka", "");
        QCOMPARE(picture("Kafka", "Kafka"), alone);
        QCOMPARE(picture("Kafka", "kafka"), alone);
        QVERIFY(picture("Kafka", "Kafka 3") != alone);
    }

    /// At scales at which "ML" cannot be read there is a dot, not an empty pill.
    void thePillIsNeverEmpty() {
        Builder b;
        b.block("ranking", text("Ranking"), text("model"), rectOf(0, 0, 176, 64));
        for (Block row : QList<Block>(b.design.blocks.begin(), b.design.blocks.end())) {
            row.ml = true;
            b.design.blocks.put(row);
        }
        const auto* kind = catalogue_.kind(text("ranking"));
        QVERIFY(kind);
        const Theme::GroupColours colours = light_.groupOf(catalogue_, kind->name);
        const QRect right(120, 0, 56, 64);
        for (const double scale : {0.4, 0.46, 0.5, 1.0}) {
            const QImage image = paint(BoardPainter(catalogue_, light_), b.design, BoardIndex(b.design),
                                       {0, 0, 200, 90}, scale);
            const QRect there(QPointF(right.topLeft() * scale).toPoint(),
                              QSizeF(right.size() * scale).toSize());
            const bool letters = Detail::at(scale).small;
            QCOMPARE(pixelsOf(image, there, colours.tint) > 12, letters);
            QVERIFY(pixelsOf(image, there, colours.strong) > 0 || letters);
        }
    }

    void lockedShowsALock() {
        Builder b;
        const auto id = b.block("model", text("Block"), {}, rectOf(0, 20, 176, 64));
        const QImage open = paint(b.design, light_, {0, 0, 200, 100});
        Element element = *b.design.elements.find(id);
        element.locked = true;
        b.design.elements.put(element);
        QVERIFY(pixelsOf(open, {0, 8, 24, 24}, light_.muted) == 0);
        QVERIFY(pixelsOf(paint(b.design, light_, {0, 0, 200, 100}), {0, 8, 24, 24}, light_.muted) > 30);
    }

    void cardsShowWhatTheDesignHas() {
        Builder b;
        const auto from = b.block("model", {}, {}, rectOf(0, 400, 40, 40));
        b.connection(from, from, Flow::Telemetry, {{40, 420}, {90, 420}});
        b.card(CardKind::Legend, {}, rectOf(0, 0, 200, 120));
        const QImage one = paint(b.design, light_, {0, 0, 200, 120});
        QVERIFY(pixelsOf(one, {0, 0, 200, 120}, light_.of(Flow::Telemetry)) > 20);
        QCOMPARE(pixelsOf(one, {0, 0, 200, 120}, light_.of(Flow::ModelArtifact)), 0);

        const auto decision =
            b.decision({}, text("Which?"), {{text("A"), {text("good")}, {}}, {text("B"), {}, {}}}, 0);
        b.card(CardKind::Decision, {}, rectOf(300, 0, 300, 120), decision);
        const QImage chosen = paint(b.design, light_, {300, 0, 300, 120});
        QVERIFY(pixelsOf(chosen, {0, 0, 300, 120}, light_.decisionTint) > 1000);

        b.design.board.task = text("Recommend videos");
        b.card(CardKind::Task, {}, rectOf(0, 200, 200, 120));
        const QImage task = paint(b.design, light_, {0, 200, 200, 120});
        QVERIFY(pixelsOf(task, {0, 0, 200, 120}, light_.sticky) > 15000);
        QVERIFY(pixelsOf(task, {0, 0, 200, 120}, light_.stickyText) > 20);
    }

    /// Whatever is written, nothing is painted outside a card but its shadow and marks.
    void nothingOverflows_data() {
        QTest::addColumn<QString>("title");
        int number = 0;
        for (const QString& title : samples::nastyTitles())
            QTest::addRow("%d", number++) << title;
    }
    void nothingOverflows() {
        QFETCH(QString, title);
        for (const QSize size : {QSize(176, 64), QSize(60, 30), QSize(24, 16), QSize(8, 8), QSize(120, 90)}) {
            Builder b;
            const auto id = b.block("model", title, title, rectOf(30, 30, size.width(), size.height()), true);
            b.metric(id, MetricKind::Offline, title.left(2000), title.left(50), Goal::AtLeast, text("1"),
                     text("2"));
            const QImage image = paint(b.design, light_, QRectF(0, 0, 60 + size.width(), 60 + size.height()));
            QImage outside = image;
            QPainter painter(&outside);
            painter.fillRect(QRect(QPoint(29, 29), size + QSize(2, 2)), light_.canvas);
            painter.end();
            QCOMPARE(pixelsOf(outside, outside.rect(), light_.canvas), outside.width() * outside.height());
        }
    }

    void sameTwiceAndFromCaches_data() {
        QTest::addColumn<double>("scale");
        for (const double scale : {0.06, 0.2, 0.36, 0.5, 1.0, 1.25, 2.0, 6.0})
            QTest::addRow("%g", scale) << scale;
    }
    void sameTwiceAndFromCaches() {
        QFETCH(double, scale);
        const Design design = samples::videoRecommendation();
        const BoardIndex index(design);
        const BoardPainter painter(catalogue_, light_);
        const QRectF area(200, 60, 700 / scale, 500 / scale);
        const QImage first = paint(painter, design, index, area, scale);
        QCOMPARE(paint(painter, design, index, area, scale), first);
        // A pan by whole pixels shows the same pixels shifted (Qt cuts curves at the edge of the picture,
        // which may change a pixel of theirs by one step of 255).
        const QRectF panned = area.translated(40 / scale, 30 / scale);
        const QImage second = paint(painter, design, index, panned, scale);
        QCOMPARE(differing(second.copy(0, 0, 640, 450), first.copy(40, 30, 640, 450), 1), 0);
        // A painter that has painted elsewhere before gives what a fresh one gives.
        const BoardPainter fresh(catalogue_, light_);
        QCOMPARE(paint(fresh, design, index, area, scale), first);
    }

    void setThemeIsLikeANewPainter() {
        const Design design = samples::videoRecommendation();
        const BoardIndex index(design);
        BoardPainter painter(catalogue_, light_);
        const QRectF area(200, 60, 700, 500);
        paint(painter, design, index, area, 1);
        painter.setTheme(dark_);
        const BoardPainter fresh(catalogue_, dark_);
        QCOMPARE(paint(painter, design, index, area, 1), paint(fresh, design, index, area, 1));
    }

    /// What a preview of a move shows is what the board shows once it has been made.
    void previewEqualsTheMove_data() {
        QTest::addColumn<double>("scale");
        QTest::newRow("near") << 1.0;
        QTest::newRow("far") << 0.25;
        QTest::newRow("overview") << 0.07;
    }
    void previewEqualsTheMove() {
        QFETCH(double, scale);
        Builder b;
        b.design = samples::grid(64);
        const BoardPainter painter(catalogue_, light_);
        const QRectF area(-50, -50, 800 / scale, 500 / scale);
        QSet<ElementId> moved;
        for (const Block& block : b.design.blocks)
            moved.insert(block.id);
        const Point by{units(60), units(32)};
        BoardPainter::Options options;
        options.moved = &moved;
        options.movedBy = by;
        const QImage preview = paint(painter, b.design, BoardIndex(b.design), area, scale, options);
        Design after = b.design;
        for (const Block& block : b.design.blocks) {
            Block there = block;
            there.rect = there.rect.translated(by);
            after.blocks.put(there);
        }
        const QImage expected = paint(painter, after, BoardIndex(after), area, scale);
        QVERIFY(differing(preview, paint(painter, b.design, BoardIndex(b.design), area, scale)) > 100);
        QCOMPARE(preview, expected);
    }

    void previewedRoutesHiddenAndOnly() {
        Builder b;
        const auto from = b.block("model", {}, {}, rectOf(0, 0, 60, 40));
        const auto to = b.block("model", {}, {}, rectOf(200, 0, 60, 40));
        const auto line = b.connection(from, to, Flow::Request, {{60, 20}, {200, 20}}, {}, Direction::None);
        const BoardIndex index(b.design);
        const BoardPainter painter(catalogue_, light_);
        const QRectF area(0, 0, 300, 200);
        const QRect straight(80, 15, 100, 10), round(80, 95, 100, 10);
        QVERIFY(pixelsOf(paint(painter, b.design, index, area, 1), straight, light_.canvas) <= 800);

        const QHash<ElementId, QList<Point>> routes = {
            {line, {{units(60), units(100)}, {units(200), units(100)}}}};
        BoardPainter::Options options;
        options.routes = &routes;
        const QImage rerouted = paint(painter, b.design, index, area, 1, options);
        QCOMPARE(pixelsOf(rerouted, straight, light_.canvas), 1000);
        QVERIFY(pixelsOf(rerouted, round, light_.canvas) <= 800);

        const QSet<ElementId> hidden{line};
        options = {};
        options.hidden = &hidden;
        QCOMPARE(pixelsOf(paint(painter, b.design, index, area, 1, options), straight, light_.canvas), 1000);
        const QSet<ElementId> only{to};
        options = {};
        options.only = &only;
        const QImage alone = paint(painter, b.design, index, area, 1, options);
        QCOMPARE(pixelsOf(alone, {0, 0, 190, 200}, light_.canvas), 190 * 200);
        QCOMPARE(alone.pixelColor(230, 30), light_.card);
    }

    void gridAndBackground() {
        const BoardPainter painter(catalogue_, light_);
        const BoardIndex index;
        BoardPainter::Options options;
        options.grid = true;
        const QImage dots = paint(painter, {}, index, {0, 0, 100, 100}, 1, options);
        QCOMPARE(pixelsOf(dots, dots.rect(), light_.dots), 25); // at 0, 20, ... 80
        options.grid = false;
        options.background = false;
        QImage bare(50, 50, QImage::Format_ARGB32_Premultiplied);
        bare.fill(Qt::transparent);
        QPainter into(&bare);
        painter.paint(into, {}, index, {0, 0, 50, 50}, options);
        into.end();
        QCOMPARE(bare.pixelColor(10, 10).alpha(), 0);
    }

    void everyKindHasAnIconOfItsOwn() {
        const BoardPainter painter(catalogue_, light_);
        QHash<QByteArray, QString> seen;
        for (const Kind& kind : catalogue_.kinds()) {
            QImage image(36, 36, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter into(&image);
            painter.paintKindIcon(into, {0, 0, 36, 36}, kind.name);
            into.end();
            const QByteArray bytes(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes());
            QVERIFY2(!seen.contains(bytes), qPrintable(kind.name + text(" looks like ") + seen.value(bytes)));
            seen.insert(bytes, kind.name);
        }
    }

    /// Every kind's own title stands whole on a new block, in both languages of the eye: with its pill and
    /// with a technology below.
    void everyTitleOfTheCatalogueIsWhole_data() {
        QTest::addColumn<bool>("technology");
        QTest::newRow("alone") << false;
        QTest::newRow("above a technology") << true;
    }
    void everyTitleOfTheCatalogueIsWhole() {
        QFETCH(bool, technology);
        QVERIFY(catalogue_.kinds().size() >= 50);
        TextCache texts;
        for (const Kind& kind : catalogue_.kinds()) {
            const QString title = kind.title.in(text("en"));
            const BlockParts parts{kind.ml, technology, false, title};
            const BlockLayout layout = layoutBlock({176, 64}, parts, texts);
            const FittedText fitted = fitLines(title, fonts::Role::BlockTitle, layout.title.width(),
                                               layout.titleSpared, layout.titleLines);
            QVERIFY2(!fitted.cut && !fitted.split, qPrintable(title));
            QCOMPARE(fitted.shown().simplified(), title);
            QCOMPARE(layout.technology.isEmpty(), !technology);
            QCOMPARE(layout.pill.isEmpty(), !kind.ml);
            // Nothing lies on anything else, and all of it on the card.
            const QRectF first(layout.title.left(), layout.title.top(),
                               layout.title.width() - layout.titleSpared, lineStep(fonts::Role::BlockTitle));
            QVERIFY2(!layout.pill.intersects(first), qPrintable(title));
            QVERIFY(layout.titleSpared > 0 || !layout.pill.intersects(layout.title) || layout.titleLines > 1);
            QVERIFY(!layout.pill.intersects(layout.technology));
            QVERIFY(!layout.title.intersects(layout.technology));
            for (const QRectF& part : {layout.title, layout.technology, layout.pill})
                QVERIFY(part.isEmpty() || QRectF(6, 4, 164, 56).contains(part));
        }
    }

    void titlesTakeTheRoomThereIs_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("ml");
        QTest::addColumn<bool>("technology");
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("cut");
        const auto row = [](const char* name, const char* title, bool ml, bool technology, QSizeF size,
                            int lines, bool cut) {
            QTest::newRow(name) << QString::fromUtf8(title) << ml << technology << size << lines << cut;
        };
        row("one line", "Ranking", false, true, {176, 64}, 1, false);
        row("one line beside the pill", "Ranking", true, true, {176, 64}, 1, false);
        row("two", "Feature engineering", false, true, {176, 64}, 2, false);
        row("the pill below a long word", "Recommending", true, true, {176, 64}, 1, false);
        row("the pill on the last line", "Recommending now", true, false, {176, 64}, 2, false);
        row("the title before the technology", "Feature engineering", false, true, {176, 44}, 2, false);
        row("one line where there is one", "Feature engineering of videos", false, true, {176, 24}, 1, true);
        row("three lines", "Gradient boosted trees of the ranking", false, false, {176, 64}, 3, false);
        row("more is elided", "Gradient boosted trees of the ranking of the home page", false, true,
            {176, 64}, 2, true);
    }
    void titlesTakeTheRoomThereIs() {
        QFETCH(QString, title);
        QFETCH(bool, ml);
        QFETCH(bool, technology);
        QFETCH(QSizeF, size);
        QFETCH(int, lines);
        QFETCH(bool, cut);
        TextCache texts;
        const BlockParts parts{ml, technology, false, title};
        const BlockLayout layout = layoutBlock(size, parts, texts);
        const FittedText fitted = fitLines(title, fonts::Role::BlockTitle, layout.title.width(),
                                           layout.titleSpared, layout.titleLines);
        QCOMPARE(int(fitted.lines.size()), lines);
        QCOMPARE(fitted.cut, cut);
        QCOMPARE(showsTitle(size, parts), !cut);
        QCOMPARE(layout.pill.isEmpty(), !ml);
        QVERIFY(!layout.pill.intersects(layout.technology));
    }

    void sizesThatFit() {
        Builder b;
        const auto id = b.block("model", text("Block"), text("tech"), rectOf(0, 0, 176, 10));
        QCOMPARE(fittingBlockSize(b.design, *b.design.blocks.find(id)), (Size{units(176), units(64)}));
        for (int i = 0; i < 3; ++i)
            b.metric(id, MetricKind::Offline, text("AUC"), {}, Goal::AtLeast, text("0.78"), {});
        // Two chips to a row.
        const Size size = fittingBlockSize(b.design, *b.design.blocks.find(id));
        QCOMPARE(size, (Size{units(176), units(84 + 22)}));

        QCOMPARE(measureLabel({}), Size());
        QCOMPARE(measureLabel(text("  ")), Size());
        const Size label = measureLabel(text("requests"));
        QCOMPARE(label.h, units(18));
        QVERIFY(label.w > units(50) && label.w < units(80));
        QVERIFY(measureLabel(QString(500, QLatin1Char('x'))).w <= units(241));

        const auto card = b.card(CardKind::Text, text("one\ntwo\nthree"), rectOf(0, 0, 200, 10));
        const Size three = fittingCardSize(b.design, *b.design.cards.find(card));
        Card longer = *b.design.cards.find(card);
        longer.text += text("\nfour");
        QVERIFY(fittingCardSize(b.design, longer).h > three.h);
        QCOMPARE(three.w, units(200));
    }

private:
    static QImage paint(const BoardPainter& painter, const Design& design, const BoardIndex& index,
                        const QRectF& area, double scale, BoardPainter::Options options = {}) {
        QImage image(int(std::lround(area.width() * scale)), int(std::lround(area.height() * scale)),
                     QImage::Format_RGB32);
        QPainter into(&image);
        into.translate(-std::round(area.left() * scale), -std::round(area.top() * scale));
        into.scale(scale, scale);
        options.scale = scale;
        options.cached = true;
        painter.paint(into, design, index, area, options);
        into.end();
        return image;
    }

    /// At 100 %, with a painter of its own.
    QImage paint(const Design& design, const Theme& theme, const QRectF& area) const {
        return paint(BoardPainter(catalogue_, theme), design, BoardIndex(design), area, 1);
    }

    Catalogue catalogue_;
    Theme light_, dark_;
};

QTEST_MAIN(TestBoardPainter)
#include "test_board_painter.moc"
