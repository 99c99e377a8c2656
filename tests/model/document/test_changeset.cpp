#include "model/document/changeset.h"
#include "model/document/document.h"
#include "model/document/history_store.h"
#include "tests/sample_design.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// The walker is all that stands between a damaged history and SQLite, which may loop for ever on one.
class TestChangeset : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QList<QByteArray> real_; ///< changesets as SQLite writes them: inserts, updates, deletes

    static Result<void> deleteAll(Editor& editor) {
        const Design design = editor.design();
        forEachRowType([&]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board>) {
                for (const Row& row : tableOf<Row>(design))
                    editor.remove<Row>(row.id);
            }
        });
        return {};
    }

private Q_SLOTS:
    void initTestCase() {
        const QString path = folder_.filePath(u"real.gplan"_s);
        {
            auto document = std::move(*Document::create(path));
            QVERIFY(document->edit({"paste", {}}, [](Editor& editor) -> Result<void> {
                sample::putOneOfEach(editor);
                return {};
            }));
            QVERIFY(document->edit({"move", {}}, [](Editor& editor) -> Result<void> {
                Block block = *editor.design().blocks.find(ElementId(2));
                block.rect.x += 80;
                block.title = u"Größer"_s;
                editor.put(block);
                return {};
            }));
            QVERIFY(document->edit({"delete", {}}, &TestChangeset::deleteAll));
        }
        const auto connection = sqlite::Connection::open(path, sqlite::Access::ReadOnly);
        QVERIFY(connection);
        for (qint64 number = 1; number <= 3; ++number) {
            const auto entry = historyStore::read(*connection, number);
            QVERIFY(entry);
            real_.append(entry->changeset);
        }
    }

    void realOnesPass() {
        QCOMPARE(countChanges(real_[0]), 28);
        QCOMPARE(countChanges(real_[1]), 1);
        QCOMPARE(countChanges(real_[2]), 27);
        QList<RowChange> changes;
        readChangeset(real_[1], [&changes](const RowChange& change) {
            changes.append(change);
            QCOMPARE(change.key, 2);
            QCOMPARE(change.operation, RowChange::Operation::Update);
            QCOMPARE(schemaTables()[change.table].name, "block");
            QCOMPARE(change.after[4].bytes.toByteArray(), "Größer");
            QCOMPARE(change.after[11].integer, 240);
            QCOMPARE(change.before[11].integer, 160);
            QCOMPARE(change.after[12].type, CellType::Undefined);
        });
        QCOMPARE(changes.size(), 1);
        QCOMPARE(countChanges({}), 0);
    }

    void aDesignFollows() {
        Design design;
        ChangeSet changes;
        QVERIFY(applyToDesign(real_[0], design, changes));
        QCOMPARE(design.blocks.size(), 2);
        QCOMPARE(changes.added.size(), 8);
        changes = {};
        QVERIFY(applyToDesign(real_[1], design, changes));
        QCOMPARE(design.blocks.find(ElementId(2))->rect.x, 240);
        QCOMPARE(changes.elements, QSet<ElementId>{ElementId(2)});
        QVERIFY(applyToDesign(real_[2], design, changes));
        QCOMPARE(design.elements.size(), 0);
        QCOMPARE(design.board.title, u"Sample"_s);
        // A change of a row that is not there is no silent success.
        QVERIFY(!applyToDesign(real_[1], design, changes));
    }

    void theKnownHangIsRefused() {
        // engine-notes A3: a wrong column count after the "T" makes sqlite3changeset_next loop.
        QVERIFY(!countChanges(QByteArray::fromHex("543a0100620012")));
        QVERIFY(!countChanges("T"));
        QVERIFY(!countChanges(QByteArray("T\xff\xff\xff\xff\xff\xff\xff\xff\xff", 10)));
        QVERIFY(!countChanges("nonsense"));
        QByteArray other = real_[1];
        other.replace("block", "blokk"); // a table that is not ours
        QVERIFY(!countChanges(other));
        other = real_[1];
        other.replace("block", "chunk");
        QVERIFY(!countChanges(other));
        other = real_[1];
        other.replace(QByteArray("block"), QByteArray("view\0", 5));
        QVERIFY(!countChanges(other)); // not a recorded one
    }

    void cutOffAnywhereIsRefusedOrWhole() {
        for (const QByteArray& changeset : real_) {
            const auto all = countChanges(changeset);
            for (qsizetype length = 1; length < changeset.size(); ++length) {
                const auto count = countChanges(changeset.first(length));
                QVERIFY2(!count || *count < *all, qPrintable(QString::number(length)));
            }
            QVERIFY(!countChanges(changeset + 'x'));
        }
    }

    void randomDamageNeitherHangsNorCrashes() {
        const quint32 seed = QRandomGenerator::system()->generate();
        QRandomGenerator random(seed);
        QElapsedTimer timer;
        timer.start();
        int refused = 0;
        constexpr int kRuns = 30'000;
        for (int run = 0; run < kRuns; ++run) {
            QByteArray changeset = real_[run % real_.size()];
            const int count = int(random.bounded(1, 5));
            for (int i = 0; i < count; ++i)
                changeset[random.bounded(int(changeset.size()))] = char(random.generate());
            Design design;
            ChangeSet changes;
            if (!countChanges(changeset))
                ++refused;
            else
                applyToDesign(changeset, design, changes);
        }
        QVERIFY2(refused > kRuns / 10, qPrintable(u"seed %1"_s.arg(seed)));
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(u"seed %1"_s.arg(seed)));
    }
};

QTEST_GUILESS_MAIN(TestChangeset)
#include "test_changeset.moc"
