#include "model/design/label_lines.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestLabelLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labels_data() {
        QTest::addColumn<QString>("label");
        const auto row = [](const char* lines, const char* label) {
            QTest::newRow(lines) << QString::fromUtf8(label);
        };
        // As Structurizr, C4-PlantUML, draw.io and people write it.
        row("Asks for\nitems\n[JSON/HTTPS]", "Asks for items (JSON/HTTPS)");
        row("Reads from\n[better-sqlite3]", "Reads from (better-sqlite3)");
        row("Uses [HTTPS]", "Uses (HTTPS)");
        row("Serves\nthe [ICS] file [RFC 5545]", "Serves the [ICS] file (RFC 5545)");
        // What else people put in square brackets.
        row("[HTTPS]", "[HTTPS]");
        row("retries [expired]", "retries [expired]");
        row("orders\n[0..1]", "orders [0..1]");
        row("orders\n[[A]]", "orders [[A]]");
        row("weights[W]", "weights[W]");
        row("weights []", "weights []");
        row("weights ]", "weights ]");
        row("", "");
    }
    void labels() { QTEST(labelOfLines(QString::fromUtf8(QTest::currentDataTag()).split(u'\n')), "label"); }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestLabelLines)
#include "test_label_lines.moc"
