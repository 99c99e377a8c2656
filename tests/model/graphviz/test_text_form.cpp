// The form of a design that git compares: what it keeps, what it leaves out, and how little of it an edit
// changes.
#include "model/design/label_place.h"
#include "model/graphviz/dot.h"
#include "model/graphviz/text_form.h"
#include "tests/model/graphviz/differences.h"
#include "tests/model/graphviz/random_design.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// As the text form says it: nothing that is computed.
Design withoutComputed(Design design) {
    for (const Connection* row : design.connections.sorted()) {
        Connection connection = *row;
        connection.route.clear();
        connection.labelSize = {};
        if (!isLabelByHand(connection.labelAt))
            connection.labelAt = Connection().labelAt;
        design.connections.put(connection);
    }
    return design;
}

/// Lines of `b` that are not in `a` at the same place; both must have as many.
int changedLines(const QByteArray& a, const QByteArray& b) {
    const QList<QByteArray> before = a.split('\n');
    const QList<QByteArray> after = b.split('\n');
    if (before.size() != after.size())
        return -1;
    int changed = 0;
    for (qsizetype i = 0; i < before.size(); ++i)
        changed += before[i] != after[i];
    return changed;
}

} // namespace

class TestTextForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackWithoutWhatIsComputed_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void comesBackWithoutWhatIsComputed() {
        QFETCH(const quint32, seed);
        const int size = int(seed % 20);
        const Design design = RandomDesign(seed).make(size, size / 3, 2 * size, size / 4, size / 3, size / 5);
        const TextForm form = writeTextForm(design, {});
        ImportContext context;
        for (const QByteArray& bytes : form.pictures)
            context.pictures.add(bytes);
        const Result<Import> import = readDot(form.text, u"design.txt"_s, {}, 30'000, nullptr, context);
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        QVERIFY(import->ours);
        QCOMPARE(import->notTaken, QStringList());
        QCOMPARE(differences(withoutComputed(design), import->design), QStringList());
        const TextForm again = writeTextForm(import->design, {});
        QCOMPARE(firstDifference(form.text, again.text), QByteArray());
        QCOMPARE(again.pictures, form.pictures);
    }

    /// Whatever is moved, to wherever: a block, a card or a frame, connected or not.
    void movingOneThingChangesOneLine() {
        int moved = 0;
        for (quint32 seed = 1; seed <= 20; ++seed) {
            const Design design = RandomDesign(seed).make(12, 3, 20, 4, 3, 2);
            const QByteArray before = writeTextForm(design, {}).text;
            for (const Block& row : design.blocks) {
                Design after = design;
                Block block = row;
                block.rect.x += 4;
                block.rect.y += 80;
                after.blocks.put(block);
                // Its connections go other ways now.
                for (const ElementId id : design.connectionsAt({block.id})) {
                    Connection connection = *design.connections.find(id);
                    connection.route = {{0, 0}, {8, 0}, {8, 8}};
                    connection.labelAt = 650;
                    after.connections.put(connection);
                }
                const bool label = std::any_of(
                    design.connections.begin(), design.connections.end(), [&](const Connection& c) {
                        return (c.source == block.id || c.target == block.id) && isLabelByHand(c.labelAt);
                    });
                if (label)
                    continue; // the label that was put somewhere by hand is a second change of this test's
                              // own
                QCOMPARE(changedLines(before, writeTextForm(after, {}).text), 1);
                ++moved;
            }
            for (const Frame& row : design.frames) {
                Design after = design;
                Frame frame = row;
                frame.rect.w += 80;
                after.frames.put(frame);
                QCOMPARE(changedLines(before, writeTextForm(after, {}).text), 1);
            }
        }
        QVERIFY2(moved > 100, qPrintable(QString::number(moved)));
    }

    void largePicturesStandBeside() {
        Design design = RandomDesign(3).make(2, 0, 1, 0, 0, 0);
        const QByteArray small(kLargestAssetInText, 's');
        const QByteArray large(kLargestAssetInText + 1, 'l');
        for (const QByteArray& bytes : {small, large}) {
            Element element;
            element.id = ElementId(1000 + design.images.size());
            element.type = ElementType::Image;
            design.elements.put(element);
            Image image;
            image.id = element.id;
            image.asset = design.assets.add(bytes);
            image.rect = {0, 0, 800, 800};
            design.images.put(image);
        }
        const TextForm form = writeTextForm(design, {});
        QCOMPARE(form.pictures, (QMap<QString, QByteArray>{{Assets::keyOf(large), large}}));
        QVERIFY(form.text.contains("gp_asset_" + Assets::keyOf(small).toLatin1()));
        QVERIFY(!form.text.contains("gp_asset_" + Assets::keyOf(large).toLatin1()));
        // Without the file, the place of the picture is kept and the loss is said.
        const Result<Import> without = readDot(form.text, u"design.txt"_s, {});
        QVERIFY(without);
        QCOMPARE(without->notTaken.size(), 1);
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestTextForm)
#include "test_text_form.moc"
