#include "model/routing/grid_hash.h"

#include <QTest>

#include <random>
#include <set>

using namespace groundplan;
using routing::GridHash;

class TestGridHash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatALinearSearchFinds_data() {
        QTest::addColumn<int>("sheet");
        QTest::addColumn<int>("largest");
        QTest::newRow("small things, near") << 20'000 << 2'000;
        QTest::newRow("small things, far") << 50'000'000 << 2'000;
        QTest::newRow("large and small") << 200'000 << 300'000;
        QTest::newRow("flat ones") << 20'000 << 0;
    }
    void findsWhatALinearSearchFinds() {
        QFETCH(int, sheet);
        QFETCH(int, largest);
        std::mt19937 random(7);
        const auto between = [&](int lo, int hi) { return lo + int(random() % unsigned(hi - lo + 1)); };
        const auto rect = [&] {
            return Rect{between(-sheet, sheet), between(-sheet, sheet), between(0, largest),
                        between(0, largest)};
        };
        GridHash grid;
        std::vector<std::pair<int, Rect>> all;
        for (int step = 0; step < 2000; ++step) {
            if (all.size() < 50 || random() % 3 != 0) {
                all.emplace_back(step, rect());
                grid.insert(all.back().first, all.back().second);
            } else {
                const std::size_t gone = random() % all.size();
                grid.remove(all[gone].first, all[gone].second);
                all.erase(all.begin() + std::ptrdiff_t(gone));
            }
            const Rect area = rect().grown(step % 5 == 0 ? sheet / 4 : 3000);
            std::multiset<int> found, expected;
            grid.visit(area, [&](int item, const Rect&) { found.insert(item); });
            for (const auto& [item, r] : all) {
                if (r.left() <= area.right() && area.left() <= r.right() && r.top() <= area.bottom() &&
                    area.top() <= r.bottom())
                    expected.insert(item);
            }
            QVERIFY2(found == expected, qPrintable(QStringLiteral("step %1").arg(step)));
        }
    }

    void clearForgetsAll() {
        GridHash grid;
        grid.insert(1, {0, 0, 100, 100});
        grid.insert(2, {0, 0, 1'000'000, 1'000'000});
        grid.clear();
        int found = 0;
        grid.visit({-10, -10, 2'000'000, 2'000'000}, [&](int, const Rect&) { ++found; });
        QCOMPARE(found, 0);
    }
};

QTEST_APPLESS_MAIN(TestGridHash)
#include "test_grid_hash.moc"
