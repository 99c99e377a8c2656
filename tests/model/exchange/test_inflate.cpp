#include "model/exchange/inflate.h"

#include "model/exchange/exchange_limits.h"

#include <QTest>

namespace groundplan {

namespace {

QByteArray zlib(const QByteArray& text) {
    return qCompress(text).sliced(4); // Qt's own length stands before it
}

std::optional<InflateFault> faultIn(const QByteArray& packed, const InflateLimits& limits) {
    const auto text = inflated(packed, Wrapping::Zlib, limits);
    return text ? std::nullopt : std::optional(text.error());
}

} // namespace

/// What is packed has an end, and is believed only as a whole.
class TestInflate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void damaged();
    void bombs();
    void whatWeWriteIsNoBomb();
    void beginnings();
    void cancelled();
};

void TestInflate::sizes_data() {
    QTest::addColumn<int>("size");
    QTest::newRow("one") << 1;
    QTest::newRow("a piece") << 16 * 1024;
    QTest::newRow("more") << 1'000'000;
}

void TestInflate::sizes() {
    QFETCH(int, size);
    const QByteArray text(size, 'a');
    const QByteArray packed = zlib(text);
    QCOMPARE(inflated(packed, Wrapping::Zlib, {size}), text);
    QCOMPARE(inflated(packed.sliced(2), Wrapping::Bare, {size}), text);
    QCOMPARE(inflated(packed + "behind", Wrapping::Zlib, {size}), text);
    QCOMPARE(faultIn(packed, {size - 1}), InflateFault::TooLarge);
}

void TestInflate::damaged() {
    const QByteArray packed = zlib("some text that is packed");
    for (qsizetype i = 0; i < packed.size(); ++i)
        QCOMPARE(faultIn(packed.first(i), {1'000}), InflateFault::TooShort);
    QByteArray changed = packed;
    changed[packed.size() - 1] = char(changed.back() ^ 1); // the checksum
    QCOMPARE(faultIn(changed, {1'000}), InflateFault::Checksum);
    QCOMPARE(faultIn("no such thing", {1'000}), InflateFault::Damaged);
}

/// They are given up long before they are whole.
void TestInflate::bombs() {
    using namespace exchangelimits;
    const QByteArray bomb = zlib(QByteArray(200 << 20, '\0'));
    QCOMPARE(faultIn(bomb, {kUnpackedBytes}), InflateFault::Bomb);
    QCOMPARE(faultIn(bomb.first(bomb.size() / 2), {kUnpackedBytes}), InflateFault::Bomb);
    QCOMPARE(faultIn(bomb, {1 << 20}), InflateFault::TooLarge);
    const QByteArray most(kUnpackedAnyway, '\0');
    QCOMPARE(inflated(zlib(most), Wrapping::Zlib, {kUnpackedBytes}), most);
}

void TestInflate::whatWeWriteIsNoBomb() {
    for (const qsizetype size : {1, 4 << 20, (4 << 20) + 1, 50 << 20, 256 << 20}) {
        const QByteArray text(size, 'a');
        const QByteArray packed = deflated(text);
        QVERIFY(packed.size() <= size / 100 + 2'000);
        QVERIFY(inflated(packed, Wrapping::Zlib, {exchangelimits::kUnpackedBytes}) == text);
    }
}

void TestInflate::beginnings() {
    const QByteArray packed = zlib("hello");
    QCOMPARE(inflated(packed, Wrapping::Zlib, {10, "hell"}), "hello");
    QCOMPARE(inflated(packed, Wrapping::Zlib, {10, "hello"}), "hello");
    QCOMPARE(faultIn(packed, {10, "help"}), InflateFault::Unwanted);
    QCOMPARE(faultIn(packed, {10, "hello, you"}), InflateFault::Unwanted);
    // Before it turns out what else is wrong.
    QCOMPARE(faultIn(zlib(QByteArray(200 << 20, '\0')), {exchangelimits::kUnpackedBytes, "hell"}),
             InflateFault::Unwanted);
}

void TestInflate::cancelled() {
    const std::atomic<bool> cancelled = true;
    QCOMPARE(faultIn(zlib("hello"), {10, {}, &cancelled}), InflateFault::Cancelled);
}

} // namespace groundplan

QTEST_APPLESS_MAIN(groundplan::TestInflate)
#include "test_inflate.moc"
