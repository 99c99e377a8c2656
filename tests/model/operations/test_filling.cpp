#include "model/operations/filling.h"
#include "tests/model/operations/workbench.h"

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::Workbench;

class TestFilling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFieldIsFilledChangedAndEmptied() {
        Workbench bench;
        const ElementId block = bench.block(0, 0);
        const auto set = [&](ElementId subject, const QString& field, const QString& value) {
            return bench.run([&](Editor& editor) { return fillField(editor, subject, field, value); });
        };
        QVERIFY(set(block, u"data.split"_s, u"time"_s));
        QVERIFY(set({}, u"data.split"_s, u"random, user"_s));
        QVERIFY(set(block, u"data.bias"_s, u" none\nfound "_s));
        QCOMPARE(bench.design().properties.size(), 3);
        const Property first = *propertyOf(bench.design(), block, u"data.split"_s);
        QVERIFY(first == (Property{first.id, block, u"data.split"_s, u"time"_s}));
        QCOMPARE(propertyOf(bench.design(), {}, u"data.split"_s)->value, u"random, user"_s);
        QCOMPARE(propertyOf(bench.design(), block, u"data.bias"_s)->value, u" none\nfound "_s);
        QVERIFY(!propertyOf(bench.design(), {}, u"data.bias"_s));

        QVERIFY(set(block, u"data.split"_s, u"user"_s));
        QVERIFY(*propertyOf(bench.design(), block, u"data.split"_s) ==
                (Property{first.id, block, u"data.split"_s, u"user"_s}));
        QVERIFY(set(block, u"data.split"_s, u" \n"_s));
        QVERIFY(!propertyOf(bench.design(), block, u"data.split"_s));
        QCOMPARE(bench.design().properties.size(), 2);
        QVERIFY(set(block, u"data.split"_s, QString())); // empty already
        QCOMPARE(bench.design().properties.size(), 2);
    }

    void whatCannotBeIsRefused() {
        Workbench bench;
        const auto refused = [&](ElementId subject, const QString& field, const QString& value) {
            const auto done =
                bench.run([&](Editor& editor) { return fillField(editor, subject, field, value); });
            return done ? QString() : done.error().sentence;
        };
        QCOMPARE(refused(ElementId(7), u"data.split"_s, u"time"_s),
                 u"This is not on the board any more; nothing was changed."_s);
        QCOMPARE(refused({}, u"Split"_s, u"time"_s),
                 u"“Split” is not the name of a field; one is written as SHEET.FIELD."_s);
        QVERIFY(!refused({}, u"data.split"_s, QString(limits::kTextLength + 1, u'x')).isEmpty());
        QVERIFY(bench.design().properties.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFilling)
#include "test_filling.moc"
