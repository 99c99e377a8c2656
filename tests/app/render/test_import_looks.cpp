#include "app/render/design_import.h"
#include "model/routing/frame_words.h"
#include "model/routing/label_place.h"
#include "tests/places.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

QRectF inPoints(const Rect& rect) {
    return {points(rect.x), points(rect.y), points(rect.w), points(rect.h)};
}

QRectF pillOf(const Design& design, const Connection& connection) {
    std::vector<QPointF> corners;
    for (const Point corner : design.routeOf(connection))
        corners.emplace_back(points(corner.x), points(corner.y));
    return placeLabel(corners, connection.labelAt,
                      {points(connection.labelSize.w), points(connection.labelSize.h)}, connection.direction);
}

/// What covers what it is not to cover.
QStringList faultsIn(const Design& design) {
    QStringList faults;
    QList<std::pair<QString, QRectF>> pills;
    for (const Connection* connection : design.connections.sorted()) {
        const QList<Point> route = design.routeOf(*connection);
        for (const Frame* frame : design.frames.sorted()) {
            routing::FrameWords(*frame).visit(frame->rect, [&](const Rect& words) {
                bool struck = false;
                for (qsizetype i = 1; i < route.size(); ++i) {
                    const QRectF piece =
                        QRectF(QPointF(route[i - 1].x, route[i - 1].y), QPointF(route[i].x, route[i].y))
                            .normalized()
                            .adjusted(0, 0, 1, 1);
                    struck = struck || piece.intersects(QRectF(words.x, words.y, words.w, words.h));
                }
                if (struck)
                    faults << u"title “%1” struck by “%2” from “%3”"_s.arg(
                        frame->title, connection->label, design.captionOf(connection->source));
            });
        }
        const QRectF pill = pillOf(design, *connection);
        if (pill.isEmpty())
            continue;
        for (const Block& block : design.blocks) {
            if (pill.intersects(inPoints(block.rect)))
                faults << u"“%1” on block “%2”"_s.arg(connection->label, block.title);
        }
        for (const auto& [label, other] : std::as_const(pills)) {
            if (pill.intersects(other))
                faults << u"“%1” on “%2”"_s.arg(connection->label, label);
        }
        pills.append({connection->label, pill});
    }
    return faults;
}

} // namespace

/// What somebody sees who has imported a drawing.
class TestImportLooks : public QObject {
    Q_OBJECT

    const Catalogue catalogue_ = Catalogue::load({projectPath("templates/catalog")});

    Design read(const QByteArray& bytes, const QString& name) const {
        const auto import = importDesign(bytes, name, catalogue_);
        if (!import)
            qFatal("%s", qPrintable(import.error().sentence));
        return import->import.design;
    }
    static Rect rectOf(const Design& design, const QString& title) {
        for (const Block& block : design.blocks) {
            if (block.title == title)
                return block.rect;
        }
        qFatal("There is no %s.", qPrintable(title));
    }

private Q_SLOTS:
    void files_data() {
        QTest::addColumn<QString>("path");
        for (const char* folder : {"d2", "dot", "drawio", "excalidraw", "mermaid"}) {
            const QDir files(projectPath("tests/data/") + QString::fromLatin1(folder));
            for (const QString& name : files.entryList(QDir::Files, QDir::Name)) {
                if (!name.endsWith(".words"_L1))
                    QTest::newRow(qPrintable(name)) << files.filePath(name);
            }
        }
    }
    /// Labels lie on no block and on no other label, and no line strikes the title of a frame.
    void files() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(faultsIn(read(file.readAll(), path)), QStringList());
    }

    /// Where a label is wider than the room between two boxes, all that lies behind moves on together.
    void labelsFindRoom() {
        const QString row = uR"(<mxCell id="%1" value="%1" style="html=1;" parent="%2" vertex="1">
            <mxGeometry x="%3" y="%4" width="160" height="60" as="geometry"/></mxCell>)"_s;
        const QString link = uR"(<mxCell id="%1%2" value="%3" style="html=1;" parent="1" edge="1" source="%1"
            target="%2"><mxGeometry relative="1" as="geometry"/></mxCell>)"_s;
        const QString frame = uR"(<mxCell id="f" value="All" style="swimlane;html=1;" parent="1" vertex="1">
            <mxGeometry x="0" y="0" width="%1" height="300" as="geometry"/></mxCell>)"_s;
        const auto file = [](const QString& cells) {
            return (uR"(<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>)"_s + cells +
                    u"</root></mxGraphModel>"_s)
                .toUtf8();
        };
        const QString boxes = frame.arg(600) + row.arg(u"A"_s, u"f"_s).arg(40).arg(60) +
                              row.arg(u"B"_s, u"f"_s).arg(240).arg(60) +
                              row.arg(u"C"_s, u"f"_s).arg(240).arg(200) +
                              row.arg(u"D"_s, u"1"_s).arg(700).arg(60);
        const Design bare = read(file(boxes + link.arg(u"A"_s, u"B"_s, QString())), u"a.drawio"_s);
        const Design design =
            read(file(boxes + link.arg(u"A"_s, u"B"_s, u"a label that is long"_s)), u"a.drawio"_s);
        QCOMPARE(faultsIn(design), QStringList());
        const Coord by = rectOf(design, u"B"_s).x - rectOf(bare, u"B"_s).x;
        QVERIFY(by > 0);
        QCOMPARE(rectOf(design, u"A"_s), rectOf(bare, u"A"_s));
        for (const QString& behind : {u"C"_s, u"D"_s})
            QCOMPARE(rectOf(design, behind), rectOf(bare, behind).translated({by, 0}));
        QCOMPARE(design.frames.begin()->rect.w, bare.frames.begin()->rect.w + by);
        // Two of them stand one behind the other.
        const Design twice = read(file(boxes + link.arg(u"A"_s, u"B"_s, u"a label that is long"_s) +
                                       link.arg(u"B"_s, u"A"_s, u"one that comes back"_s)),
                                  u"a.drawio"_s);
        QCOMPARE(faultsIn(twice), QStringList());
        QVERIFY(rectOf(twice, u"B"_s).x > rectOf(design, u"B"_s).x);
    }
};

QTEST_MAIN(TestImportLooks)
#include "test_import_looks.moc"
