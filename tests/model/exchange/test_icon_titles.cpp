#include "model/exchange/icon_titles.h"
#include "tests/places.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// Icons have the names of files, products those that their makers write.
class TestIconTitles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsAsWritten_data() {
        QTest::addColumn<QString>("icon");
        QTest::addColumn<QString>("title");
        const auto row = [](const QString& icon, const QString& title) {
            QTest::newRow(qPrintable(icon)) << icon << title;
        };
        row(u"Sagemaker"_s, u"SageMaker"_s);
        row(u"Bigquery"_s, u"BigQuery"_s);
        row(u"Big query"_s, u"BigQuery"_s);
        row(u"Amazon sagemaker"_s, u"Amazon SageMaker"_s);
        row(u"Sagemaker studio"_s, u"SageMaker Studio"_s);
        row(u"Dynamodb"_s, u"DynamoDB"_s);
        // Another name of a product, and words that only begin like one.
        row(u"Cloud pubsub"_s, u"Cloud pubsub"_s);
        row(u"Sparkline"_s, u"Sparkline"_s);
        row(u"Users (4)"_s, u"Users (4)"_s);
    }
    void productsAsWritten() {
        QFETCH(QString, icon);
        QFETCH(QString, title);
        const Catalogue catalogue = Catalogue::load({projectPath("templates/catalog")});
        Diagram::Node byIcon;
        byIcon.label = icon;
        byIcon.calledByIcon = true;
        Diagram::Node byHand;
        byHand.label = icon;
        Diagram diagram;
        diagram.nodes << byIcon << byHand;
        const Diagram written = withProductsAsWritten(diagram, catalogue);
        QCOMPARE(written.nodes[0].label, title);
        QCOMPARE(written.nodes[1].label, icon);
    }
};

QTEST_GUILESS_MAIN(TestIconTitles)
#include "test_icon_titles.moc"
