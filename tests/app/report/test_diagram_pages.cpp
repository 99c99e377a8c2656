// Which pages of a report show a large diagram: everything can be read on one of them.
#include "app/report/diagram_pages.h"
#include "app/report/page_pointers.h"

#include "app/render/route_shape.h"
#include "app/report/report_pdf.h"
#include "tests/model/framework/shipped.h"
#include "tests/places.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace groundplan::report;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

class TestDiagramPages : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    static constexpr double kLeast = 0.42; ///< of the scale at which a block can be read

    static void addElement(Design& design, qint64 id, ElementType type, qint64 parent) {
        Element element;
        element.id = ElementId(id);
        element.type = type;
        element.parent = ElementId(parent);
        design.elements.put(element);
    }
    static void addFrame(Design& design, qint64 id, Rect rect, qint64 parent = 0) {
        addElement(design, id, ElementType::Frame, parent);
        Frame frame;
        frame.id = ElementId(id);
        frame.name = frame.title = u"frame_%1"_s.arg(id);
        frame.rect = rect;
        design.frames.put(frame);
    }
    static void addBlock(Design& design, qint64 id, Point at, qint64 parent = 0) {
        addElement(design, id, ElementType::Block, parent);
        Block block;
        block.id = ElementId(id);
        block.kind = u"cache"_s;
        block.name = block.title = u"block_%1"_s.arg(id);
        block.rect = {at.x, at.y, 1400, 600};
        design.blocks.put(block);
    }
    static void connect(Design& design, qint64 id, qint64 source, qint64 target) {
        addElement(design, id, ElementType::Connection, 0);
        Connection connection;
        connection.id = ElementId(id);
        connection.source = ElementId(source);
        connection.target = ElementId(target);
        const Point from = design.rectOf(connection.source)->topLeft(),
                    to = design.rectOf(connection.target)->topLeft();
        connection.route = {{1400, 300}, {to.x - from.x, to.y - from.y + 300}};
        design.connections.put(connection);
    }
    /// Twelve frames side by side with six blocks each, and 60 blocks in two fields above and below them.
    static Design framedDesign() {
        Design design;
        for (qint64 i = 0; i < 12; ++i) {
            addFrame(design, i + 1, {Coord(i * 8000), 0, 7600, 5600});
            for (qint64 j = 0; j < 6; ++j)
                addBlock(design, 1000 + i * 10 + j,
                         {Coord(i * 8000 + 200 + (j % 3) * 2400), Coord(600 + (j / 3) * 2400)}, i + 1);
        }
        for (qint64 i = 0; i < 30; ++i) {
            addBlock(design, 2000 + i, {Coord(i * 3000), -9000});
            addBlock(design, 3000 + i, {Coord(i * 3000), 7000});
        }
        connect(design, 9001, 2000, 2001);
        connect(design, 9002, 3000, 1004); // into a frame close by
        connect(design, 9003, 3029, 1000); // far away
        return design;
    }
    /// Each is led to by its own line, or stands at its end; none is on another, or on what the page shows.
    static void verifySigns(const Design& design, const DiagramPage& page,
                            const QList<PagePointer>& pointers) {
        const QRectF seen = page.toPage().mapRect(page.content);
        QList<QLineF> pieces;
        for (const PagePointer& pointer : pointers) {
            for (const PagePointer& other : pointers)
                QVERIFY(&other == &pointer || !other.place.intersects(pointer.place));
            for (const PagePointer::Leader& leader : pointer.leaders) {
                const Connection& line = design.connections.at(leader.connection);
                QVERIFY(line.source == pointer.to || line.target == pointer.to);
                if (leader.way.isEmpty()) {
                    QVERIFY(seen.contains(pointer.place));
                    for (const ElementId id : page.shown)
                        QVERIFY(
                            !design.blocks.contains(id) ||
                            !page.toPage().mapRect(toRectF(*design.rectOf(id))).intersects(pointer.place));
                    continue;
                }
                QVERIFY(!seen.adjusted(0.5, 0.5, -0.5, -0.5).intersects(pointer.place));
                QPolygonF way;
                for (const Point& corner : design.routeOf(line))
                    way.append(page.toPage().map(toPointF(corner)));
                bool begins = false;
                for (qsizetype i = 1; i < way.size(); ++i) {
                    const QLineF piece(way[i - 1], way[i]), start(way[i - 1], leader.way.first());
                    begins |= start.length() <= piece.length() + 0.1 &&
                              (start.length() < 0.1 || std::abs(piece.angleTo(start)) < 0.1 ||
                               std::abs(piece.angleTo(start)) > 359.9);
                }
                QVERIFY(begins);
                QVERIFY(pointer.place.adjusted(-8, -8, 8, 8).contains(leader.way.last()));
                for (qsizetype i = 1; i < leader.way.size(); ++i) {
                    const QLineF piece(leader.way[i - 1], leader.way[i]);
                    for (const QLineF& other : std::as_const(pieces))
                        QVERIFY(piece.intersects(other, nullptr) != QLineF::BoundedIntersection ||
                                piece.p1() == other.p2());
                    pieces.append(piece);
                }
            }
        }
    }
    static Design fieldDesign(int columns, int rows) {
        Design design;
        for (qint64 i = 0; i < columns * rows; ++i)
            addBlock(design, i + 1, {Coord(i % columns * 2000), Coord(i / columns * 1000)});
        return design;
    }
    static void verifyAllReadable(const Design& design, const Diagrams& diagrams) {
        for (const Block& block : design.blocks) {
            const std::optional<int> index = diagrams.pageOf(block.id);
            QVERIFY(index);
            const DiagramPage& page = diagrams.pages()[*index];
            QVERIFY2(page.scale >= kLeast, qPrintable(block.name));
            QVERIFY(page.shown.isEmpty() || page.shown.contains(block.id));
            QVERIFY(QRectF({}, page.paper).contains(diagrams.placeOf(block.id, *index)));
        }
        for (const DiagramPage& page : diagrams.pages()) { // and none is cut
            for (const ElementId id : page.shown) {
                if (design.blocks.contains(id))
                    QVERIFY(page.content.contains(toRectF(*design.rectOf(id))));
            }
        }
    }
    QString written(const Design& design, const QString& name) const {
        ReportRequest request;
        request.design = design;
        request.title = u"Large"_s;
        QFile file(folder_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || !writeReportPdf(request, catalogue(), templates(), file))
            qFatal("no report");
        return file.fileName();
    }
    static QString run(const QString& program, const QStringList& words) {
        QProcess process;
        process.start(program, words);
        process.waitForFinished(120'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private Q_SLOTS:
    void whatLiesOutsideOfFramesHasPages() {
        const Design design = framedDesign();
        const Diagrams diagrams(design, Paper::A4);
        verifyAllReadable(design, diagrams);
        QList<int> parts;
        for (const DiagramPage& page : diagrams.pages()) {
            if (page.part > 0) {
                parts.append(page.part);
                QCOMPARE(page.frame, ElementId());
                QVERIFY(page.paper.height() < 1200); // no larger than twice the report's
            }
        }
        QVERIFY2(parts.size() >= 4 && parts.size() <= 20, qPrintable(QString::number(parts.size())));
        QCOMPARE(parts.first(), 1); // those below each other on one page are one
        for (int i = 1; i < parts.size(); ++i)
            QVERIFY(parts[i] == parts[i - 1] || parts[i] == parts[i - 1] + 1);
        QCOMPARE(diagrams.pages().size(), 1 + parts.size() + 12);
        QCOMPARE(diagrams.pages()[1].parts, parts.last());
        // What is connected across the border of a page.
        const DiagramPage& far = diagrams.pages()[*diagrams.pageOf(ElementId(3029))];
        QVERIFY(far.shown.contains(ElementId(9003)) && !far.shown.contains(ElementId(1000)));
        QCOMPARE(diagrams.pageOf(ElementId(9003)), diagrams.pageOf(ElementId(3029)));
        QCOMPARE(diagrams.pageOf(ElementId(9001)), diagrams.pageOf(ElementId(2000)));
        QVERIFY(!diagrams.pages()[*diagrams.pageOf(ElementId(1000))].part); // its own frame's
    }

    /// A small frame, upright, among large ones: whoever prints them wants one tray.
    void allPagesButTheOverviewAreOfOneSize() {
        Design design = framedDesign();
        addFrame(design, 50, {0, 14'000, 2000, 2600});
        addBlock(design, 5000, {200, 14'400}, 50);
        addBlock(design, 5001, {200, 15'600}, 50);
        for (const Paper paper : {Paper::A4, Paper::Letter}) {
            const Diagrams diagrams(design, paper);
            verifyAllReadable(design, diagrams);
            const QSizeF larger = seriesOf(paper)[1];
            for (qsizetype i = 1; i < diagrams.pages().size(); ++i) {
                const QSizeF each = diagrams.pages()[i].paper;
                QVERIFY(each == larger || each == larger.transposed());
            }
        }
        // What has room both ways lies as most do.
        for (const Block& block : framedDesign().blocks) {
            if (block.id.value() >= 2000) {
                design.elements.remove(block.id);
                design.blocks.remove(block.id);
            }
        }
        for (const qint64 id : {9001, 9002, 9003}) {
            design.elements.remove(ElementId(id));
            design.connections.remove(ElementId(id));
        }
        const Diagrams frames(design, Paper::A4);
        QCOMPARE(frames.pages().size(), 14);
        for (const DiagramPage& page : frames.pages())
            QVERIFY(page.paper.width() > page.paper.height());
        // Where all have room on the paper itself, they stand on that.
        Design small;
        for (qint64 i = 0; i < 40; ++i) {
            addFrame(small, i + 1, {Coord(i * 4000), 0, 3600, 2600});
            addBlock(small, 1000 + i, {Coord(i * 4000 + 200), 600}, i + 1);
        }
        const Diagrams diagrams(small, Paper::A4);
        QCOMPARE(diagrams.pages().size(), 41);
        for (qsizetype i = 1; i < diagrams.pages().size(); ++i)
            QCOMPARE(std::max(diagrams.pages()[i].paper.width(), diagrams.pages()[i].paper.height()), 841.89);
    }

    void aNeighbourIsShownWhereItLies() {
        Design design = framedDesign();
        addBlock(design, 4000, {-3000, 700}); // beside the first frame and not far from its first block
        connect(design, 9004, 4000, 1000);
        const Diagrams diagrams(design, Paper::A4);
        verifyAllReadable(design, diagrams);
        addBlock(design, 4001, {3000, -2000}); // above it, so that the first block lies between them
        connect(design, 9005, 4001, 1000);
        const Diagrams more(design, Paper::A4);
        const DiagramPage& page = more.pages()[*more.pageOf(ElementId(4000))];
        QCOMPARE(more.pageOf(ElementId(4001)), more.pageOf(ElementId(4000)));
        QVERIFY(page.shown.contains(ElementId(1000)) && page.shown.contains(ElementId(1)));
        QVERIFY(!page.shown.contains(ElementId(1001)));
        QVERIFY(!more.pages()[*more.pageOf(ElementId(1000))].part);
    }

    /// Of a frame that begins above the page, its name stands where it comes into sight.
    void aFrameThatIsCutIsNamed() {
        Design design = framedDesign();
        for (qint64 i = 0; i < 30; ++i) { // nothing above the frames
            design.blocks.remove(ElementId(2000 + i));
            design.elements.remove(ElementId(2000 + i));
        }
        design.connections.remove(ElementId(9001));
        design.elements.remove(ElementId(9001));
        addBlock(design, 4000, {-2000, 3000}); // beside the first
        const Diagrams diagrams(design, Paper::A4);
        const int index = *diagrams.pageOf(ElementId(3000));
        const DiagramPage& page = diagrams.pages()[index];
        QCOMPARE(diagrams.pageOf(ElementId(4000)), index);
        QVERIFY(page.shown.contains(ElementId(1)));
        QVERIFY(page.content.top() > 0); // where its own title ends
        const QString number = QString::number(page.sheet + 2);
        const QString said =
            run(u"pdftotext"_s, {u"-f"_s, number, u"-l"_s, number, written(design, u"cut.pdf"_s), u"-"_s});
        QVERIFY2(said.contains(u"block_3000"_s) && said.contains(u"frame_1"_s), qPrintable(said));
        // One that fills it says its own name there, and not both on top of each other.
        addFrame(design, 60, {10, 10, 7500, 5580}, 1);
        const QString inner =
            run(u"pdftotext"_s, {u"-f"_s, number, u"-l"_s, number, written(design, u"cut.pdf"_s), u"-"_s});
        QVERIFY2(inner.contains(u"frame_60"_s) && !inner.contains(QRegularExpression(u"frame_1\\b"_s)),
                 qPrintable(inner));
    }

    /// The middle of the line lies on neither page; where the label is not seen, the sign says it.
    void aLabelStandsWhereItIsWhole() {
        Design design = framedDesign();
        Connection far = design.connections.at(ElementId(9003));
        far.label = u"said_here"_s;
        far.labelAt = 10; // thousandths: close to its source
        design.connections.put(far);
        const Diagrams diagrams(design, Paper::A4);
        const QString path = written(design, u"label.pdf"_s);
        const auto textOf = [&](ElementId block) {
            const QString its = QString::number(diagrams.pages()[*diagrams.pageOf(block)].sheet + 2);
            return run(u"pdftotext"_s, {u"-f"_s, its, u"-l"_s, its, path, u"-"_s});
        };
        QVERIFY2(textOf(far.source).contains(far.label), qPrintable(textOf(far.source)));
        QVERIFY2(!textOf(far.source).contains(u"block_1000: "_s), qPrintable(textOf(far.source)));
        const QString said = textOf(far.target);
        QVERIFY2(said.contains(u"from block_3029:"_s) && said.contains(far.label), qPrintable(said));
    }

    void withFramesAloneNothingIsAdded() {
        Design design = framedDesign();
        for (qint64 i = 0; i < 30; ++i) {
            for (const qint64 id : {2000 + i, 3000 + i}) {
                design.blocks.remove(ElementId(id));
                design.elements.remove(ElementId(id));
            }
        }
        for (const qint64 id : {9001, 9002, 9003}) {
            design.connections.remove(ElementId(id));
            design.elements.remove(ElementId(id));
        }
        QCOMPARE(Diagrams(design, Paper::A4).pages().size(), 13);
        // Cards that are told elsewhere ask for no page.
        addElement(design, 5000, ElementType::Card, 0);
        Card card;
        card.id = ElementId(5000);
        card.kind = CardKind::Task;
        card.rect = {0, 9000, 2000, 1000};
        design.cards.put(card);
        QCOMPARE(Diagrams(design, Paper::A4).pages().size(), 13);
        card.kind = CardKind::Text;
        card.text = u"Look here"_s;
        design.cards.put(card);
        const Diagrams diagrams(design, Paper::A4);
        QCOMPARE(diagrams.pages().size(), 14);
        QCOMPARE(diagrams.pageOf(card.id), 1);
    }

    /// A frame that is too large itself, whose frames leave blocks over.
    void framesWithinFramesToo() {
        Design design;
        addFrame(design, 1, {0, 0, 60'000, 40'000});
        for (qint64 i = 0; i < 4; ++i) {
            addFrame(design, 10 + i, {Coord(1000 + i * 9000), 1000, 8000, 6000}, 1);
            addBlock(design, 100 + i, {Coord(2000 + i * 9000), 3000}, 10 + i);
        }
        for (qint64 i = 0; i < 20; ++i)
            addBlock(design, 200 + i, {Coord(1000 + i * 2800), 30'000}, 1);
        const Diagrams diagrams(design, Paper::Letter);
        verifyAllReadable(design, diagrams);
        const DiagramPage& page = diagrams.pages()[*diagrams.pageOf(ElementId(200))];
        QCOMPARE(page.frame, ElementId(1));
        QCOMPARE(page.part, 1);
    }

    void withoutFramesTheSheetGrowsFirst() {
        const Design some = fieldDesign(10, 10);
        const Diagrams large(some, Paper::A4);
        QCOMPARE(large.pages().size(), 1);
        QVERIFY(large.pages().first().scale >= kLeast);
        // Four times the paper at most, and not for a strip.
        const Diagrams sheet(fieldDesign(15, 15), Paper::A4);
        QCOMPARE(sheet.pages().size(), 1);
        QCOMPARE(sheet.pages().first().paper, seriesOf(Paper::A4)[2].transposed());
        const Diagrams strip(fieldDesign(30, 2), Paper::A4);
        QVERIFY(strip.pages().size() > 2);
        for (const DiagramPage& page : strip.pages())
            QVERIFY(std::max(page.paper.width(), page.paper.height()) < 1200);
        const Design very = fieldDesign(60, 60);
        const Diagrams diagrams(very, Paper::A4);
        verifyAllReadable(very, diagrams);
        QVERIFY(diagrams.pages().first().paper.height() < 1200); // an overview
        QVERIFY2(diagrams.pages().size() > 10 && diagrams.pages().size() < 80,
                 qPrintable(QString::number(diagrams.pages().size())));
    }

    /// A frame that no usual paper shows is parted as the board is, and told by what is in its parts.
    void aLongFrameIsParted() {
        Design design;
        for (qint64 i = 0; i < 3; ++i) {
            addFrame(design, i + 1, {0, Coord(i * 3000), 66'000, 2000});
            for (qint64 j = 0; j < 25; ++j)
                addBlock(design, 1000 + i * 100 + j, {Coord(400 + j * 2600), Coord(i * 3000 + 700)}, i + 1);
            for (qint64 j = 1; j < 25; ++j)
                connect(design, 9000 + i * 100 + j, 1000 + i * 100 + j - 1, 1000 + i * 100 + j);
        }
        const Diagrams diagrams(design, Paper::A4);
        verifyAllReadable(design, diagrams);
        const QList<DiagramPage>& pages = diagrams.pages();
        QVERIFY(pages.size() >= 10);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QVERIFY(std::max(pages[i].paper.width(), pages[i].paper.height()) < 1200);
            QVERIFY((pages[i].part > 0) == (i > 0));
        }
        // Each on one page, in rows that do not touch.
        QCOMPARE(diagrams.sheets(), 4);
        for (int sheet = 1; sheet < 4; ++sheet) {
            const QList<int> rows = diagrams.on(sheet);
            QVERIFY(rows.size() >= 3);
            double bottom = kDiagramTop;
            for (const int row : rows) {
                QCOMPARE(pages[row].frame, ElementId(sheet));
                QCOMPARE(pages[row].scale, pages[rows.first()].scale);
                QCOMPARE(pages[row].parts, 1);
                QVERIFY(pages[row].shown.contains(ElementId(sheet))); // the frame's ground, border and name
                for (const auto& [id, place] : diagrams.placesOn(row)) {
                    if (id == ElementId(sheet)) // its name leads to its entry, and not all that is in it
                        QVERIFY(place.height() <= 40 * pages[row].scale);
                }
                const QRectF place = pages[row].toPage().mapRect(pages[row].content);
                QVERIFY(place.top() >= bottom && place.left() >= kDiagramSide - 0.01);
                bottom = place.bottom();
            }
            QVERIFY(bottom <= pages[rows.first()].paper.height() - kDiagramBottom + 0.01);
        }
        QCOMPARE(diagrams.pageOf(ElementId(1)), 1);
        QCOMPARE(pages[1].first, ElementId(1000));
        QCOMPARE(pages.last().last, ElementId(1224));
        const QString front = run(u"pdftotext"_s, {u"-l"_s, u"1"_s, written(design, u"long.pdf"_s), u"-"_s});
        QVERIFY2(front.contains(u"Diagram: frame_1 (block_1000 to block_1024)"_s), qPrintable(front));
    }

    /// As one reads the page, and not as the design flows.
    void aPartIsCalledByItsFirstAndItsLast() {
        Design design = fieldDesign(30, 3);
        for (qint64 i = 1; i <= 30; ++i)
            connect(design, 9000 + i, 60 + i, i); // upwards
        const Diagrams diagrams(design, Paper::A4);
        QVERIFY(diagrams.pages().size() > 2);
        const auto isIn = [&](const DiagramPage& page, qint64 id) {
            return page.content.contains(toRectF(*design.rectOf(ElementId(id))));
        };
        for (qsizetype i = 1; i < diagrams.pages().size(); ++i) {
            const DiagramPage& page = diagrams.pages()[i];
            qint64 first = 1, last = 90;
            while (!isIn(page, first))
                ++first;
            while (!isIn(page, last))
                --last;
            QCOMPARE(page.first, ElementId(first));
            QCOMPARE(page.last, ElementId(last));
        }
    }

    /// What is tall is folded like what is wide: in columns that do not touch.
    void aTallDesignIsInColumns() {
        Design design;
        for (qint64 i = 0; i < 150; ++i)
            addBlock(design, i + 1, {0, Coord(i * 1200)});
        for (qint64 i = 1; i < 150; ++i)
            connect(design, 9000 + i, i, i + 1);
        const Diagrams diagrams(design, Paper::A4);
        verifyAllReadable(design, diagrams);
        QVERIFY2(diagrams.sheets() <= 6, qPrintable(QString::number(diagrams.sheets())));
        for (int sheet = 1; sheet < diagrams.sheets(); ++sheet) {
            double right = kDiagramSide - 0.01;
            const DiagramPage* page = nullptr;
            for (const int column : diagrams.on(sheet)) {
                page = &diagrams.pages()[column];
                const QRectF place = page->toPage().mapRect(page->whole());
                QVERIFY(place.left() >= right && place.top() >= kDiagramTop - 0.01);
                QVERIFY(place.bottom() <= page->paper.height() - kDiagramBottom + 0.01);
                right = place.right();
            }
            QVERIFY(page && right <= page->paper.width() - kDiagramSide + 0.01);
        }
    }

    /// Wherever it is cut, also where it comes back for a while.
    void aLineThatComesBackSaysSo() {
        Design design;
        addBlock(design, 1, {800, 800}); // 175 x 75 points, 100 from the corner
        addBlock(design, 2, {20'000, 800});
        connect(design, 9000, 1, 2);
        Connection line = design.connections.at(ElementId(9000));
        line.route = {{1400, 300}, {4000, 300}, {4000, 1600}, {-1600, 1600}, {-1600, 2000}, {19'200, 2000}};
        design.connections.put(line);
        DiagramPage page;
        page.content = {0, 0, 400, 450};
        page.shown = {ElementId(1), line.id};
        page.room = page.content;
        QStringList said;
        for (const PagePointer& pointer : pagePointers(design, page, [](ElementId) { return 7; })) {
            for (const PagePointer::Leader& leader : pointer.leaders)
                said.append(pointer.text.shown() +
                            u" %1 %2"_s.arg(leader.way.constFirst().x()).arg(leader.way.constFirst().y()));
        }
        said.sort();
        QCOMPARE(said, QStringList({u"from block_1 0 350"_s, u"from block_1 400 300"_s, u"to block_2 0 300"_s,
                                    u"to block_2 400 137.5"_s, u"to block_2 400 350"_s}));
    }

    /// Every line that goes on elsewhere says where, within the margins and no larger than a block's title.
    void everyCutLineSaysWhereItGoes() {
        Design chain;
        for (qint64 i = 0; i < 300; ++i)
            addBlock(chain, i + 1, {Coord(i / 2 * 3500), Coord(i % 2 * 2500)});
        for (qint64 i = 1; i < 300; ++i)
            connect(chain, 9000 + i, i, i + 1);
        for (qint64 i = 1; i + 12 < 300; i += 12)
            connect(chain, 9500 + i, i + 12, i);
        Design close = framedDesign(); // its line ends where the frame's page shows nothing
        addBlock(close, 4000, {-1700, 900});
        connect(close, 9010, 4000, 1000);
        for (const Design& design : {chain, framedDesign(), close}) {
            const Diagrams diagrams(design, Paper::A4);
            QVERIFY(diagrams.pages().size() > 4);
            int cut = 0;
            for (qsizetype i = 1; i < diagrams.pages().size(); ++i) {
                const DiagramPage& page = diagrams.pages()[i];
                const auto isOn = [&](ElementId id) {
                    return page.shown.contains(id) && page.content.contains(toRectF(*design.rectOf(id)));
                };
                const auto leaving = std::ranges::count_if(page.shown, [&](ElementId id) {
                    const Connection* connection = design.connections.find(id);
                    return connection && isOn(connection->source) != isOn(connection->target);
                });
                const QList<PagePointer> pointers = pagePointers(design, page, [](ElementId) { return 7; });
                qsizetype said = 0;
                for (const PagePointer& pointer : pointers)
                    said += pointer.leaders.size();
                QCOMPARE(said, leaving);
                verifySigns(design, page, pointers);
                cut += int(leaving);
                for (const PagePointer& pointer : pointers) {
                    QVERIFY(QRectF({}, page.paper)
                                .adjusted(kDiagramSide, kDiagramTop, -kDiagramSide, -kDiagramBottom)
                                .contains(pointer.place));
                    QVERIFY(pointer.scale * 10 <= page.scale * 13);
                }
            }
            QVERIFY(cut > 0);
        }
    }

    /// As the file has it: titles, contents, and nothing beyond the border of a part.
    void inTheReport() {
        const QString path = written(framedDesign(), u"framed.pdf"_s);
        const QString front = run(u"pdftotext"_s, {u"-l"_s, u"1"_s, path, u"-"_s});
        QVERIFY2(front.contains(u"Diagram: outside the frames, 1 of "_s) &&
                     front.contains(u"(block_2000 to "_s),
                 qPrintable(front));
        const Design design = framedDesign();
        const Diagrams diagrams(design, Paper::A4);
        const auto numberOf = [&](qint64 block) { // behind the contents
            return diagrams.pages()[*diagrams.pageOf(ElementId(block))].sheet + 2;
        };
        const QString number = QString::number(numberOf(3000));
        const QString said = run(u"pdftotext"_s, {u"-f"_s, number, u"-l"_s, number, path, u"-"_s});
        QVERIFY2(said.contains(u"block_3000"_s) && said.contains(u"outside the frames"_s), qPrintable(said));
        QVERIFY2(said.contains(u"block_1004"_s),
                 qPrintable(said)); // its neighbour, but nothing else of the frame
        QVERIFY2(!said.contains(u"block_1001"_s) && !said.contains(u"block_3020"_s), qPrintable(said));
        // A line that leaves its page ends at the border of what the page shows.
        const int last = *diagrams.pageOf(ElementId(9003));
        const DiagramPage& left = diagrams.pages()[last];
        run(u"pdftoppm"_s, {u"-r"_s, u"72"_s, u"-png"_s, u"-singlefile"_s, u"-f"_s,
                            QString::number(numberOf(9003)), path, folder_.filePath(u"page"_s)});
        const QImage page(folder_.filePath(u"page.png"_s));
        QVERIFY(!page.isNull());
        const QRectF content = left.toPage().mapRect(left.content);
        QList<QRectF> painted; // and what is said beside that of the lines
        for (const int index : diagrams.on(left.sheet)) {
            const DiagramPage& row = diagrams.pages()[index];
            painted.append(row.toPage().mapRect(row.content));
            for (const PagePointer& pointer : pagePointers(design, row, [](ElementId) { return 888; })) {
                painted.append(pointer.place);
                for (const PagePointer::Leader& leader : pointer.leaders)
                    painted.append(leader.way.boundingRect());
            }
        }
        bool isCrossed = false;
        for (int y = int(kDiagramTop); y < page.height() - kDiagramBottom; ++y) {
            isCrossed |= page.pixelColor(int(content.left()) + 3, y) != QColor(Qt::white);
            for (int x = 0; x < page.width(); ++x) {
                isCrossed |= y == int(content.top()) + 3 && page.pixelColor(x, y) != QColor(Qt::white);
                if (std::ranges::none_of(painted, [&](const QRectF& each) {
                        return each.adjusted(-2, -2, 2, 2).contains(QPointF(x, y));
                    }))
                    QCOMPARE(page.pixelColor(x, y), QColor(Qt::white));
            }
        }
        QVERIFY(isCrossed);
        // Where it leads is said at both of its ends, with the page.
        const auto textOf = [&](qint64 block) {
            const QString its = QString::number(numberOf(block));
            return run(u"pdftotext"_s, {u"-f"_s, its, u"-l"_s, its, path, u"-"_s}).simplified();
        };
        QVERIFY2(textOf(3029).contains(u"to block_1000 p. %1"_s.arg(numberOf(1000))),
                 qPrintable(textOf(3029)));
        QVERIFY2(textOf(1000).contains(u"from block_3029 p. %1"_s.arg(numberOf(3029))),
                 qPrintable(textOf(1000)));
        const QString whole = run(u"pdftotext"_s, {path, u"-"_s});
        for (const Block& block : design.blocks)
            QVERIFY(whole.contains(block.title));
    }
};

QTEST_MAIN(TestDiagramPages)
#include "test_diagram_pages.moc"
