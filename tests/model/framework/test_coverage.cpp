#include "model/framework/templates.h"

#include "tests/model/framework/shipped.h"
#include "tests/places.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

namespace {

/// How many parts a line of a text has, for those that are told part by part.
using Parts = QMap<int, int>;

bool hasTechnology(const QString& name) {
    const auto same = [&name](const QString& other) { return other.compare(name, Qt::CaseInsensitive) == 0; };
    return std::any_of(catalogue().kinds().begin(), catalogue().kinds().end(),
                       [&](const Kind& kind) {
                           return std::any_of(kind.technologies.begin(), kind.technologies.end(), same);
                       }) ||
           std::any_of(catalogue().products().begin(), catalogue().products().end(),
                       [&](const UsualProduct& product) { return same(product.name); });
}

bool hasPrompt(const Step& step, const QString& name) {
    return std::any_of(step.prompts.begin(), step.prompts.end(),
                       [&name](const Prompt& prompt) { return prompt.name == name; });
}

/// Whether what a reference of a table names is there: "framework:cheat-sheet/data/target",
/// "field:data.split".
bool exists(const QString& reference) {
    const QString sort = reference.section(u':', 0, 0);
    const QString name = reference.section(u':', 1).replace(u'_', u' ');
    if (sort == "nothing"_L1)
        return name.isEmpty();
    if (sort == "later"_L1)
        return (QStringList{u"Review rules"_s, u"Numbers"_s, u"Languages"_s, u"Packages"_s, u"In and out"_s,
                            u"The interviewer's side"_s})
            .contains(name);
    if (sort == "framework"_L1) {
        const QStringList way = name.split(u'/');
        const Framework* framework = templates().framework(way.at(0));
        const Step* step = framework && way.size() > 1 ? framework->step(way.at(1)) : nullptr;
        return framework && (way.size() < 2 || step) && (way.size() < 3 || hasPrompt(*step, way.at(2)));
    }
    if (sort == "topic"_L1)
        return templates().topic(name);
    if (sort == "field"_L1)
        return templates().field(name);
    if (sort == "choice"_L1) {
        const SheetField* field = templates().field(name.section(u'.', 0, 1));
        return field &&
               std::any_of(field->choices.begin(), field->choices.end(),
                           [&](const FieldChoice& choice) { return choice.name == name.section(u'.', 2); });
    }
    if (sort == "metric"_L1)
        return catalogue().metric(name);
    if (sort == "kind"_L1)
        return catalogue().kind(name);
    if (sort == "technology"_L1)
        return hasTechnology(name);
    if (sort == "case"_L1)
        return templates().practiceCase(name);
    return false;
}

/// The numbers that the first cells of a table must show, in order: those of the lines of the text, and for
/// a line that holds many statements "19.1", "19.2" and so on instead of its own.
QStringList numbers(int lines, const Parts& parts) {
    QStringList all;
    for (int line = 1; line <= lines; ++line) {
        if (!parts.contains(line))
            all << QString::number(line);
        for (int part = 1; part <= parts.value(line); ++part)
            all << u"%1.%2"_s.arg(line).arg(part);
    }
    return all;
}

/// What is wrong with the anchor and the reason of a row. A part begins its remark with the first words of
/// its statement, at most five, in quotation marks: there is no other way to find it in the line.
QString wrongRemark(const QString& number, const QString& remark, bool carriesNothing) {
    QString reason = remark.trimmed();
    if (number.contains(u'.')) {
        static const QRegularExpression form(u"^“([^”]+)”(?:; (.+))?$"_s);
        const QRegularExpressionMatch match = form.match(reason);
        if (!match.hasMatch() || match.captured(1).split(u' ').size() > 5)
            return u"a part begins with its first words, at most five"_s;
        reason = match.captured(2);
    }
    return carriesNothing && reason.isEmpty() ? u"what carries nothing says why"_s : QString();
}

/// What is wrong with a table of a text of so many lines, some of them in so many parts.
QStringList faults(const QStringList& rows, int lines, const Parts& parts) {
    const QStringList expected = numbers(lines, parts);
    for (qsizetype i = 0; i < std::max(rows.size(), expected.size()); ++i) {
        const QString number = rows.value(i).section(u'\t', 0, 0);
        if (number != expected.value(i))
            return {u"“%1” where “%2” belongs"_s.arg(number, expected.value(i))};
    }
    QStringList wrong;
    for (const QString& row : rows) {
        const QStringList cells = row.split(u'\t');
        const QString& number = cells.at(0);
        if (cells.size() != 3) {
            wrong << u"%1: three cells are needed"_s.arg(number);
            continue;
        }
        const QStringList references = cells.at(1).split(u' ', Qt::SkipEmptyParts);
        if (references.isEmpty())
            wrong << u"%1: no reference"_s.arg(number);
        for (const QString& reference : references) {
            if (!exists(reference))
                wrong << u"%1: %2"_s.arg(number, reference);
        }
        const bool carriesNothing = references.contains(u"nothing"_s);
        if (carriesNothing && references.size() > 1)
            wrong << u"%1: nothing, and yet something"_s.arg(number);
        const QString remark = wrongRemark(number, cells.at(2), carriesNothing);
        if (!remark.isEmpty())
            wrong << u"%1: %2"_s.arg(number, remark);
    }
    return wrong;
}

} // namespace

/// For each of the five founding texts tests/data/coverage has a table: every line by its number, with what
/// in the product covers it, and a remark. A text that stands in one long line is told statement by
/// statement. Nothing of them is forgotten, and nothing that they lean on may go.
class TestCoverage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLineHasItsPlace_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("lines");
        QTest::addColumn<Parts>("parts");
        const Parts whole;
        QTest::newRow("cheat sheet") << u"000.tsv"_s << 157 << whole;
        QTest::newRow("systems design chapter") << u"001.tsv"_s << 75 << whole;
        QTest::newRow("design primer") << u"002.tsv"_s << 22 << Parts{{19, 281}};
        QTest::newRow("algorithm engineer") << u"003.tsv"_s << 154 << whole;
        QTest::newRow("scaling checklist") << u"004.tsv"_s << 98 << whole;
    }
    void everyLineHasItsPlace() {
        QFETCH(QString, table);
        QFETCH(int, lines);
        QFETCH(Parts, parts);
        QFile file(projectPath("tests/data/coverage/") + table);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList rows = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        const QStringList wrong = faults(rows, lines, parts);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void aWrongTableIsSeen_data() {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("becomes");
        QTest::addColumn<QString>("fault");
        QTest::newRow("a line is missing") << u"3\tkind:cache\t"_s << QString() << u"“” where “3” belongs"_s;
        QTest::newRow("the first part is missing")
            << u"2.1\tkind:cache\t“Keep it near”"_s << QString() << u"“2.2” where “2.1” belongs"_s;
        QTest::newRow("the last part is missing")
            << u"2.3\tnothing\t“See also”; a link"_s << QString() << u"“3” where “2.3” belongs"_s;
        QTest::newRow("parts in one")
            << u"2.1\tkind:cache\t“Keep it near”"_s << u"2\tkind:cache\t"_s << u"“2” where “2.1” belongs"_s;
        QTest::newRow("a part too many")
            << u"3\tkind:cache\t"_s << u"2.4\tkind:cache\t“More”"_s << u"“2.4” where “3” belongs"_s;
        QTest::newRow("no reference")
            << u"2.2\tkind:model\t“Then”"_s << u"2.2\t\t“Then”"_s << u"2.2: no reference"_s;
        QTest::newRow("a wrong reference")
            << u"2.2\tkind:model\t“Then”"_s << u"2.2\tkind:modell\t“Then”"_s << u"2.2: kind:modell"_s;
        QTest::newRow("no reason") << u"2.3\tnothing\t“See also”; a link"_s << u"2.3\tnothing\t“See also”"_s
                                   << u"2.3: what carries nothing says why"_s;
        QTest::newRow("no reason of a line")
            << u"1\tnothing\tblank"_s << u"1\tnothing\t"_s << u"1: what carries nothing says why"_s;
        QTest::newRow("nothing beside something")
            << u"1\tnothing\tblank"_s << u"1\tnothing kind:cache\tblank"_s
            << u"1: nothing, and yet something"_s;
        QTest::newRow("no first words") << u"2.2\tkind:model\t“Then”"_s << u"2.2\tkind:model\tthen"_s
                                        << u"2.2: a part begins with its first words, at most five"_s;
        QTest::newRow("too many words")
            << u"2.2\tkind:model\t“Then”"_s << u"2.2\tkind:model\t“Then comes this and then that”"_s
            << u"2.2: a part begins with its first words, at most five"_s;
        QTest::newRow("a cell is missing")
            << u"2.2\tkind:model\t“Then”"_s << u"2.2\tkind:model"_s << u"2.2: three cells are needed"_s;
    }
    void aWrongTableIsSeen() {
        QFETCH(QString, row);
        QFETCH(QString, becomes);
        QFETCH(QString, fault);
        QStringList rows{u"1\tnothing\tblank"_s, u"2.1\tkind:cache\t“Keep it near”"_s,
                         u"2.2\tkind:model\t“Then”"_s, u"2.3\tnothing\t“See also”; a link"_s,
                         u"3\tkind:cache\t"_s};
        QCOMPARE(faults(rows, 3, {{2, 3}}), QStringList());
        const qsizetype at = rows.indexOf(row);
        QVERIFY(at >= 0);
        rows.removeAt(at);
        if (!becomes.isEmpty())
            rows.insert(at, becomes);
        QCOMPARE(faults(rows, 3, {{2, 3}}), QStringList{fault});
    }

    void aWrongReferenceIsSeen() {
        for (const QString& reference :
             {u"framework:cheat"_s, u"framework:cheat-sheet/datas"_s,
              u"framework:cheat-sheet/data/nothing-such"_s, u"topic:nothing-such"_s,
              u"field:data.nothing-such"_s, u"choice:data.split.nothing-such"_s, u"metric:Nothing_such"_s,
              u"kind:nothing-such"_s, u"technology:Nothing_such"_s, u"case:nothing-such"_s,
              u"later:Some_day"_s, u"whatever"_s})
            QVERIFY2(!exists(reference), qPrintable(reference));
    }
};

QTEST_APPLESS_MAIN(TestCoverage)
#include "test_coverage.moc"
