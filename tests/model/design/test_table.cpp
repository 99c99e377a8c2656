#include "model/design/rows.h"
#include "model/design/table.h"

#include <QSet>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

Block block(qint64 id, const QString& title = {}) {
    Block b;
    b.id = ElementId{id};
    b.title = title;
    return b;
}

Note note(qint64 id, qint64 order) {
    Note n;
    n.id = NoteId{id};
    n.order = order;
    return n;
}

} // namespace

class TestTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void putFindRemove() {
        Table<Block> table;
        QVERIFY(table.isEmpty());
        QCOMPARE(table.find(ElementId{1}), nullptr);
        table.put(block(1, u"one"_s));
        table.put(block(2, u"two"_s));
        table.put(block(1, u"first"_s)); // replaces
        QCOMPARE(table.size(), 2);
        QCOMPARE(table.at(ElementId{1}).title, u"first"_s);
        QVERIFY(table.contains(ElementId{2}));
        table.remove(ElementId{2});
        table.remove(ElementId{3}); // not there: nothing happens
        QCOMPARE(table.size(), 1);
        QVERIFY(!table.contains(ElementId{2}));
        table.clear();
        QVERIFY(table.isEmpty());
    }

    void snapshotsAreIndependent() {
        Table<Block> now;
        for (qint64 id = 1; id <= 100; ++id)
            now.put(block(id, u"before"_s));
        const Table<Block> snapshot = now;
        now.put(block(1, u"after"_s));
        now.remove(ElementId{2});
        now.put(block(101));
        QCOMPARE(snapshot.size(), 100);
        QCOMPARE(snapshot.at(ElementId{1}).title, u"before"_s);
        QVERIFY(snapshot.contains(ElementId{2}));
        QVERIFY(!snapshot.contains(ElementId{101}));
        QCOMPARE(now.size(), 100);
        QCOMPARE(now.at(ElementId{1}).title, u"after"_s);
    }

    void snapshotsShareWhatDidNotChange() {
        Table<Block> now;
        now.put(block(1));
        now.put(block(2));
        const Table<Block> snapshot = now;
        now.put(block(2, u"changed"_s));
        QCOMPARE(now.find(ElementId{1}), snapshot.find(ElementId{1})); // the very same row in memory
        QVERIFY(now.find(ElementId{2}) != snapshot.find(ElementId{2}));
    }

    void equalWhenTheRowsAre() {
        Table<Block> a, b;
        a.put(block(1, u"x"_s));
        a.put(block(2, u"y"_s));
        b.put(block(2, u"y"_s));
        b.put(block(1, u"x"_s));
        QVERIFY(a == b);
        b.put(block(1, u"z"_s));
        QVERIFY(!(a == b));
        b.put(block(1, u"x"_s));
        b.put(block(3));
        QVERIFY(!(a == b));
        a.put(block(4)); // as many rows, another id
        QVERIFY(!(a == b));
    }

    void iterationMeetsEveryRowOnce() {
        Table<Block> table;
        QSet<ElementId> expected;
        for (qint64 id = 1; id <= 50; ++id) {
            table.put(block(id));
            expected.insert(ElementId{id});
        }
        QSet<ElementId> met;
        for (const Block& row : table) {
            QVERIFY(!met.contains(row.id));
            met.insert(row.id);
        }
        QCOMPARE(met, expected);
    }

    void sortedByOrderThenId() {
        Table<Note> table;
        for (const Note& row : {note(5, 10), note(1, 30), note(9, 10), note(3, 20)})
            table.put(row);
        QList<qint64> ids;
        for (const Note* row : table.sorted())
            ids << row->id.value();
        QCOMPARE(ids, (QList<qint64>{5, 9, 3, 1}));
        ids.clear();
        for (const Note* row : table.sorted([](const Note& n) { return n.order == 10; }))
            ids << row->id.value();
        QCOMPARE(ids, (QList<qint64>{5, 9}));
    }

    void rowsWithoutOrderAreSortedById() {
        Table<Block> table;
        for (qint64 id : {3, 1, 2})
            table.put(block(id));
        QList<qint64> ids;
        for (const Block* row : table.sorted())
            ids << row->id.value();
        QCOMPARE(ids, (QList<qint64>{1, 2, 3}));
    }
};

QTEST_APPLESS_MAIN(TestTable)
#include "test_table.moc"
