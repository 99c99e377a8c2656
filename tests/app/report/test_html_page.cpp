// The HTML page in a real browser.
#include "app/report/whole_export.h"
#include "model/design/validate.h"
#include "model/graphviz/dot.h"
#include "resources/resources.h"
#include "tests/places.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr char16_t kAttack[] =
    u"</script><img src=x onerror=\"parent.pwned=window.pwned=1\"><script>pwned=2</script>";

Design sample() {
    Design design;
    const auto element = [&design](qint64 id, ElementType type) {
        Element row;
        row.id = ElementId(id);
        row.type = type;
        row.order = id;
        design.elements.put(row);
        return row.id;
    };
    const auto block = [&](qint64 id, const QString& name, const QString& title, Coord x, Coord y) {
        Block row;
        row.id = element(id, ElementType::Block);
        row.name = name;
        row.title = title;
        row.kind = u"ranking"_s;
        row.rect = {x, y, 1408, 512};
        design.blocks.put(row);
        return row;
    };
    Frame frame;
    frame.id = element(1, ElementType::Frame);
    frame.name = u"online"_s;
    frame.title = u"Online path"_s;
    frame.rect = {0, 0, 6000, 1200};
    design.frames.put(frame);
    Block retrieval = block(2, u"retrieval"_s, u"Retrieval"_s, 300, 400);
    retrieval.technology = u"Two towers"_s;
    design.blocks.put(retrieval);
    Block ranker = block(3, u"ranker"_s, u"Ranker"_s, 3000, 400);
    ranker.description = u"Sorts what was found."_s;
    design.blocks.put(ranker);
    Block attack = block(4, u"attack"_s, QString::fromUtf16(kAttack), 300, 2000);
    attack.technology = QString::fromUtf16(kAttack);
    attack.description = QString::fromUtf16(kAttack);
    attack.link = u"javascript:window.pwned=3"_s;
    design.blocks.put(attack);
    for (const Block& held : {retrieval, ranker}) {
        Element row = design.elements.at(held.id);
        row.parent = frame.id;
        design.elements.put(row);
    }
    Connection connection;
    connection.id = element(5, ElementType::Connection);
    connection.source = retrieval.id;
    connection.target = ranker.id;
    connection.label = QString::fromUtf16(kAttack) + u" lookahead"_s;
    connection.labelSize = {800, 144};
    connection.route = {{1408, 256}, {2700, 256}};
    design.connections.put(connection);
    // Of these there is nothing to be said: they are rows of a table.
    block(6, u"queue"_s, u"Queue"_s, 300, 2800);
    Block log = block(7, u"log"_s, u"Log"_s, 3000, 2800);
    log.technology = u"Hadoop"_s;
    design.blocks.put(log);
    connection = {};
    connection.id = element(8, ElementType::Connection);
    connection.source = ElementId(6);
    connection.target = log.id;
    connection.route = {{1408, 256}, {2700, 256}};
    design.connections.put(connection);
    design.board.title = QString::fromUtf16(kAttack);
    design.board.task = QString::fromUtf16(kAttack) + u"\nMillions of subscribers."_s;
    design.notes.put({NoteId(1), ranker.id, NoteKind::Risk, u"The queue fills up too fast."_s, 1});
    design.notes.put({NoteId(2), {}, NoteKind::Question, QString::fromUtf16(kAttack), 2});
    Metric metric;
    metric.id = MetricId(1);
    metric.subject = ranker.id;
    metric.kind = MetricKind::NonFunctional;
    metric.name = u"p99"_s;
    metric.unit = u"ms"_s;
    metric.goal = Goal::AtMost;
    metric.target = u"60"_s;
    design.metrics.put(metric);
    metric.id = MetricId(3);
    metric.subject = {};
    metric.name = u"PR-AUC"_s;
    design.metrics.put(metric);
    metric.id = MetricId(2);
    metric.subject = retrieval.id;
    metric.name = u"recall"_s;
    design.metrics.put(metric);
    design.decisions.put({DecisionId(1), ranker.id, u"Which loss?"_s, OptionId(1), u"it ranks"_s, 1});
    design.options.put({OptionId(1), DecisionId(1), u"Pairwise"_s, 1});
    design.options.put({OptionId(2), DecisionId(1), u"Pointwise"_s, 2});
    return design;
}

constexpr int kColumns = 14, kRows = 9;

/// Stage0, Stage1, ... in rows: too large for one page.
Design fieldOfStages() {
    Design field;
    for (int i = 0; i < kColumns * kRows; ++i) {
        Element element;
        element.id = ElementId(1 + i);
        element.order = i;
        field.elements.put(element);
        Block block;
        block.id = element.id;
        block.name = u"b_%1"_s.arg(i);
        block.title = u"Stage%1"_s.arg(i);
        block.kind = u"ranking"_s;
        block.rect = {(i % kColumns) * 2000, (i / kColumns) * 1000, 1408, 512};
        field.blocks.put(block);
    }
    return field;
}

/// The browser's own output; empty when it failed.
QByteArray browse(const QStringList& words, const QString& profile) {
    QString program;
    for (const QString& name : {u"chromium"_s, u"chromium-browser"_s, u"google-chrome"_s}) {
        if (program.isEmpty())
            program = QStandardPaths::findExecutable(name);
    }
    if (program.isEmpty())
        qFatal("This test needs Chromium, which packaging/packages lists.");
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, QStringList{u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s,
                                       u"--disable-dev-shm-usage"_s, u"--no-first-run"_s,
                                       u"--disable-extensions"_s, u"--user-data-dir="_s + profile} +
                               words);
    constexpr int kPatience = 120'000;
    return process.waitForFinished(kPatience) ? process.readAllStandardOutput() : QByteArray();
}

QString textOf(const QString& pdf, const QString& option) {
    QProcess program;
    program.start(u"pdftotext"_s, {option, pdf, u"-"_s});
    return program.waitForFinished() ? QString::fromUtf8(program.readAllStandardOutput()) : QString();
}

} // namespace

class TestHtmlPage : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    Catalogue catalogue_;
    Templates templates_;
    QByteArray page_;
    QString path_;

    QByteArray exported(const Design& design) {
        report::WholeExport wanted;
        wanted.request.design = design;
        wanted.request.title = design.board.title;
        wanted.request.author = u"A. <b>uthor</b>"_s;
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const auto written = report::exportWhole(wanted, u"html"_s, catalogue_, templates_, out);
        if (!written)
            qFatal("%s", qPrintable(written.error().sentence));
        return out.data();
    }
    /// The file that the browser makes of it.
    QString printed(const QByteArray& page) const {
        const QString path = folder_.filePath(u"printed.html"_s), pdf = folder_.filePath(u"printed.pdf"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size())
            qFatal("no page");
        file.close();
        QFile::remove(pdf);
        browse({u"--no-pdf-header-footer"_s, u"--print-to-pdf="_s + pdf, u"file://"_s + path}, profile());
        return pdf;
    }
    QString profile() const { return folder_.filePath(u"profile"_s); }

private Q_SLOTS:
    void initTestCase() {
        initResources();
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        catalogue_ = Catalogue::load(catalogueFolders({}));
        templates_ = Templates::load(templateRoots({}), catalogue_);
        QCOMPARE(validate(sample()), QStringList());
        page_ = exported(sample());
        path_ = folder_.filePath(u"page.html"_s);
        QFile file(path_);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(page_);
    }

    void theSameDesignGivesTheSameBytes() { QCOMPARE(exported(sample()), page_); }

    void anEmptyBoardSaysSo() { QVERIFY(exported(Design()).contains("There is nothing on this board yet.")); }

    void nothingButItsOwnScriptMayRun() {
        const QString page = QString::fromUtf8(page_);
        static const QRegularExpression policy(
            u"<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">"_s);
        const QString allowed = policy.match(page).captured(1);
        QVERIFY(allowed.startsWith("default-src 'none'; img-src data:; "_L1));
        QVERIFY(!allowed.contains("unsafe"_L1));
        for (const QString& tag : {u"style"_s, u"script"_s}) {
            const qsizetype begin = page.indexOf(u'<' + tag + u'>') + tag.size() + 2;
            const QString source = page.mid(begin, page.indexOf(u"</"_s + tag + u'>', begin) - begin);
            const QByteArray hash =
                QCryptographicHash::hash(source.toUtf8(), QCryptographicHash::Sha256).toBase64();
            QVERIFY2(allowed.contains(tag + u"-src 'sha256-"_s + QString::fromLatin1(hash) + u'\''),
                     qPrintable(tag));
        }
        QVERIFY(!page.contains("<img"_L1));
        QCOMPARE(page.count("<script"_L1), 1);
        QVERIFY(!page.contains("href=\"javascript:"_L1));
        // The pictures are files of their own within the page: their texts are markup there.
        static const QRegularExpression picture(u"base64,([A-Za-z0-9+/=]+)\""_s);
        int pictures = 0;
        for (auto it = picture.globalMatch(page); it.hasNext(); ++pictures) {
            const QByteArray svg = QByteArray::fromBase64(it.next().captured(1).toLatin1());
            QVERIFY(!svg.contains("<script") && !svg.contains("<img") && !svg.contains("javascript:"));
            // What is named by an address is not fetched from there.
            static const QRegularExpression names(u"\\s(xmlns:?\\w*|rdf:resource)=\"[^\"]*\""_s);
            QString rest = QString::fromUtf8(svg);
            QVERIFY(!rest.remove(names).contains("http"_L1));
        }
        QCOMPARE(pictures, 2);
    }

    void inABrowser() {
        QFile script(projectPath() + u"/tests/app/report/page_check.js"_s);
        QVERIFY(script.open(QIODevice::ReadOnly));
        QFile harness(folder_.filePath(u"harness.html"_s));
        QVERIFY(harness.open(QIODevice::WriteOnly));
        harness.write("<!DOCTYPE html><meta charset=\"utf-8\"><body><script data-page=\"file://" +
                      path_.toUtf8() + "\">" + script.readAll() + "</script></body>");
        harness.close();
        const QByteArray dom = browse({u"--disable-web-security"_s, u"--allow-file-access-from-files"_s,
                                       u"--window-size=1400,1000"_s, u"--virtual-time-budget=10000"_s,
                                       u"--dump-dom"_s, u"file://"_s + harness.fileName()},
                                      profile());
        static const QRegularExpression result(u"<pre id=\"result\">([^<]*)</pre>"_s);
        const QByteArray json =
            QByteArray::fromBase64(result.match(QString::fromUtf8(dom)).captured(1).toLatin1());
        const QJsonObject said = QJsonDocument::fromJson(json).object();
        QVERIFY2(!said.isEmpty(), "the page said nothing");
        QCOMPARE(said[u"error"_s].toString(), QString());
        const QString attack = QString::fromUtf16(kAttack);
        const auto is = [&said](const char* key, const QJsonValue& value) {
            const QJsonValue found = said[QLatin1StringView(key)];
            if (found != value) {
                qWarning("%s: %s", key,
                         QJsonDocument(QJsonArray{found, value}).toJson(QJsonDocument::Compact).constData());
                return false;
            }
            return true;
        };
        QVERIFY(is("ready", true));
        QVERIFY(is("styled", u"flex"_s));
        QVERIFY(is("title", attack));
        QVERIFY(is("blocks", 5));
        QVERIFY(is("ways", 2));
        QVERIFY(said[u"sections"_s].toArray().contains(u"metrics"_s));

        QVERIFY(is("pwned", u"no"_s));
        QVERIFY(is("foreign", 0));
        QVERIFY(is("scripts", 1));
        QVERIFY(is("handlers", 0));
        QVERIFY(is("loaded", 0));

        QVERIFY(is("hiddenAtFirst", true));
        QVERIFY(is("chosen", QJsonArray{u"Ranker"_s}));
        const QString details = said[u"details"_s].toString();
        for (const QString& part :
             {u"Ranker"_s, u"Sorts what was found."_s, u"p99"_s, u"≤ 60 ms"_s,
              u"The queue fills up too fast."_s, u"Which loss?"_s, u"Pairwise"_s, u"Retrieval"_s})
            QVERIFY2(details.contains(part), qPrintable(part + u" is not in\n"_s + details));
        QVERIFY2(!details.contains("recall"_L1), qPrintable(details)); // another block's
        QVERIFY2(details.indexOf(u"Sorts what"_s) < details.indexOf(u"p99"_s),
                 qPrintable(details)); // what it is first
        QVERIFY(is("rowsOfSilent", 2));
        QCOMPARE(said[u"detailsOfSilent"_s].toString().simplified(),
                 u"Log Kind and technology Ranking · Hadoop From Queue (request)"_s);
        QVERIFY(is("led", QJsonArray{u"Queue"_s}));
        QVERIFY(is("foundInRow", QJsonArray{u"Log"_s}));
        QVERIFY(is("idsInDetails", 0));
        QVERIFY(is("closed", true));

        QVERIFY(is("copiesOfSearching", 0));
        QVERIFY(is("queriesOfSearching", 0));
        QVERIFY(is("firstOfRank", QJsonArray{u"Ranker"_s}));
        QVERIFY(is("foundByTitle", QJsonArray{u"Retrieval"_s}));
        QVERIFY(is("lit", 1));
        QVERIFY(is("foundByLabel", 1));
        QVERIFY(is("passages", QJsonArray{u"TR PR-AUC"_s}));
        QVERIFY(is("passagesCounted", u"1 found"_s));
        QVERIFY(is("passageShown", QJsonArray{true, true}));
        QVERIFY(is("passageSeen", true));
        QVERIFY(is("inTask", QJsonArray{u"P"_s}));
        QVERIFY(is("inHeading", QJsonArray{u"H3"_s}));
        QVERIFY(is("nothing", u"0 found0"_s));
        QVERIFY(is("found", QJsonArray{u"Retrieval"_s}));
        QVERIFY(is("count", u"1 found"_s));
        QVERIFY(is("searched", QJsonArray{u"Retrieval"_s}));
        QVERIFY(is("foundByNote", QJsonArray{u"Ranker"_s}));
        QVERIFY(is("afterEscape", u"0"_s));

        for (const char* key : {"zoomed", "wheeled", "fits", "cameNear", "panned", "toggled"})
            QVERIFY(is(key, true));
        QVERIFY(is("reachable", 1));
        QVERIFY(is("walked", u"Ranker"_s));
        QVERIFY(is("opened", QJsonArray{u"Ranker"_s}));
        QVERIFY(is("focused", u"close"_s));
        QVERIFY(is("followed", QJsonArray{u"Retrieval"_s, u"Retrieval"_s}));
        QVERIFY(is("back", u"Ranker"_s));
        QVERIFY(is("slash", u"search"_s));
        QVERIFY(is("picturesBefore", QJsonArray{true, false}));
        QVERIFY(is("pictures", QJsonArray{false, true}));
        QVERIFY(is("ground", u"rgb(20, 23, 28)"_s));
    }

    void printsWhole() {
        const QString said = textOf(printed(page_), u"-layout"_s);
        for (const QString& part :
             {u"Retrieval"_s, u"The queue fills up too fast."_s, u"Which loss?"_s, u"2023-11-14"_s})
            QVERIFY2(said.contains(part), qPrintable(part + u" is not in\n"_s + said));
        QVERIFY(!said.contains("Search"_L1));
    }

    /// What is wide is not squeezed onto a page that stands upright.
    void wideDiagramsPrintAcross() {
        const auto firstPage = [this](const Design& design) {
            QProcess info;
            info.start(u"pdfinfo"_s, {u"-l"_s, u"9"_s, printed(exported(design))});
            info.waitForFinished();
            static const QRegularExpression size(u"Page +1 size: +([0-9.]+) x ([0-9.]+)"_s);
            const auto found = size.match(QString::fromUtf8(info.readAllStandardOutput()));
            return QSizeF(found.captured(1).toDouble(), found.captured(2).toDouble());
        };
        Design wide = sample();
        const QSizeF upright = firstPage(wide);
        QVERIFY(upright.height() > upright.width() && upright.width() > 100);
        Block block = wide.blocks.at(ElementId(2));
        block.rect.x += 30'000;
        wide.blocks.put(block);
        QCOMPARE(firstPage(wide), upright.transposed());
    }

    /// What cannot be read on one page is on several: an overview, then parts in which each title is whole.
    void largeDiagramsPrintInParts() {
        const QString small = textOf(printed(exported(sample())), u"-layout"_s);
        QVERIFY(small.contains(u"Retrieval"_s) && !small.contains(u"part 1 of"_s));
        const Design large = fieldOfStages();
        const QStringList pages = textOf(printed(exported(large)), u"-bbox"_s).split(u"<page "_s).mid(1);
        static const QRegularExpression size(u"width=\"([0-9.]+)\" height=\"([0-9.]+)\""_s);
        static const QRegularExpression title(
            u"xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">Stage([0-9]+)<"_s);
        QHash<int, double> tallest; // by title, on pages of the diagram
        int parts = 0;
        for (const QString& page : pages) {
            const auto paper = size.match(page);
            if (!page.contains(u">part<"_s))
                continue;
            ++parts;
            for (auto it = title.globalMatch(page); it.hasNext();) {
                const auto found = it.next();
                QVERIFY(found.captured(3).toDouble() < paper.captured(1).toDouble() - 40 &&
                        found.captured(4).toDouble() < paper.captured(2).toDouble() - 40);
                double& most = tallest[found.captured(5).toInt()];
                most = std::max(most, found.captured(4).toDouble() - found.captured(2).toDouble());
            }
        }
        QVERIFY2(parts >= 3 && parts <= 12, qPrintable(QString::number(parts)));
        QCOMPARE(tallest.size(), kColumns * kRows);
        for (const double height : std::as_const(tallest))
            QVERIFY2(height > 7, qPrintable(QString::number(height)));
    }

    /// As on the pages of the report: which frame one looks into, and where lines go on, from either end, and
    /// from the label of one that ends on other pages.
    void partsSayWhatTheyAreCutFrom() {
        Design large = fieldOfStages();
        const auto addElement = [&large](qint64 id, ElementType type, qint64 parent = 0) {
            Element element;
            element.id = ElementId(id);
            element.type = type;
            element.parent = ElementId(parent);
            element.order = id;
            large.elements.put(element);
        };
        addElement(900, ElementType::Frame);
        Frame frame;
        frame.id = ElementId(900);
        frame.name = u"serving"_s;
        frame.title = u"Serving"_s;
        frame.rect = {-800, -800, kColumns * 2000 + 1600, kRows * 1000 + 1600};
        large.frames.put(frame);
        addElement(902, ElementType::Frame, 900); // covers it where pages begin
        frame.id = ElementId(902);
        frame.name = u"early"_s;
        frame.title = u"Early"_s;
        frame.rect = {-400, -400, kColumns * 2000 + 800, 1100};
        large.frames.put(frame);
        for (int i = 0; i < kColumns * kRows; ++i) {
            Element element = large.elements.at(ElementId(1 + i));
            element.parent = ElementId(i < kColumns ? 902 : 900);
            large.elements.put(element);
        }
        addElement(901, ElementType::Connection);
        Connection line;
        line.id = ElementId(901);
        line.source = ElementId(1);
        line.target = ElementId(kColumns * kRows); // in the opposite corner
        line.label = u"telling"_s;
        line.labelSize = {400, 144};
        line.route = {{1408, 256},
                      {1704, 256},
                      {1704, (kRows - 1) * 1000 + 256},
                      {(kColumns - 1) * 2000, (kRows - 1) * 1000 + 256}};
        large.connections.put(line);
        const QStringList pages = textOf(printed(exported(large)), u"-bbox"_s).split(u"<page "_s).mid(1);
        static const QRegularExpression word(u">([^<>]+)</word>"_s);
        QMap<int, QString> parts; // what each says
        for (const QString& page : pages) {
            QStringList words;
            for (auto it = word.globalMatch(page); it.hasNext();)
                words.append(it.next().captured(1));
            static const QRegularExpression heading(u"Diagram, part ([0-9]+) of [0-9]+: [^ ]+ \\("_s);
            const QString said = words.join(u' ');
            if (const auto found = heading.match(said); found.hasMatch())
                parts.insert(found.captured(1).toInt(), said);
        }
        QVERIFY2(parts.size() >= 3, qPrintable(QString::number(parts.size())));
        const QString last = u"Stage%1"_s.arg(kColumns * kRows - 1);
        int first = 0, end = 0;
        for (const auto& [number, said] : parts.asKeyValueRange()) {
            QVERIFY2(said.contains(u"Serving"_s) || said.contains(u"Early"_s), qPrintable(said));
            if (said.contains(u"Stage0 Stage1 "_s))
                first = number;
            if (said.contains(last + u')'))
                end = number;
        }
        QVERIFY(first && end && first != end);
        // The label is said at each end, wherever it stands.
        QVERIFY2(parts[first].contains(u"to %1"_s.arg(last)) && parts[first].contains(line.label) &&
                     parts[first].contains(u"part %1"_s.arg(end)),
                 qPrintable(parts[first]));
        QVERIFY2(parts[end].contains(u"from Stage0"_s) && parts[end].contains(line.label) &&
                     parts[end].contains(u"part %1"_s.arg(first)),
                 qPrintable(parts[end]));
    }

    /// A frame that has room on a page is whole on one, and the overview says on which.
    void framesPrintAPageEach() {
        constexpr int kFrames = 6, kEach = 12;
        Design large;
        for (int i = 0; i < kFrames; ++i) {
            Element element;
            element.id = ElementId(900 + i);
            element.type = ElementType::Frame;
            large.elements.put(element);
            Frame frame;
            frame.id = element.id;
            frame.name = u"team_%1"_s.arg(i);
            frame.title = u"Team%1"_s.arg(i);
            frame.rect = {(i % 3) * 7600, (i / 3) * 6000, 6800, 5200};
            large.frames.put(frame);
            for (int j = 0; j < kEach; ++j) {
                Element inside;
                inside.id = ElementId(1 + i * kEach + j);
                inside.parent = frame.id;
                large.elements.put(inside);
                Block block;
                block.id = inside.id;
                block.name = block.title = u"Stage%1"_s.arg(i * kEach + j);
                block.kind = u"ranking"_s;
                block.rect = {frame.rect.x + 400 + j % 3 * 2100, frame.rect.y + 500 + j / 3 * 1150, 1408,
                              512};
                large.blocks.put(block);
            }
        }
        const QStringList pages = textOf(printed(exported(large)), u"-layout"_s).split(u'\f');
        static const QRegularExpression heading(u"Diagram, part ([0-9]+) of 6: Team([0-9])\n"_s);
        int found = 0;
        for (const QString& page : pages) {
            const auto match = heading.match(page);
            if (!match.hasMatch())
                continue;
            ++found;
            const int team = match.captured(2).toInt();
            for (int j = 0; j < kEach; ++j)
                QVERIFY2(page.contains(QRegularExpression(u"\\bStage%1\\b"_s.arg(team * kEach + j))),
                         qPrintable(page));
            const QString key = u"Team%1\\s+part %2\\b"_s.arg(team).arg(match.captured(1));
            QVERIFY2(pages[0].contains(QRegularExpression(key)), qPrintable(pages[0]));
        }
        QCOMPARE(found, kFrames);
    }

    /// Pages of several heights, so that they end in many places.
    void printsAsASetDocument() {
        QFile file(projectPath("templates/cases/designs/churn.dot"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Import> read = readDot(file.readAll(), file.fileName(), catalogue_);
        QVERIFY(read);
        QString page = QString::fromUtf8(exported(read->design));
        QSet<QString> headings;
        static const QRegularExpression heading(u"<h[23]>([^<]+)</h"_s);
        for (auto it = heading.globalMatch(page); it.hasNext();) {
            const QString title = it.next().captured(1);
            if (!page.contains(u'>' + title + u"</a></li>"_s)) // in a list it may end a page
                headings.insert(title);
        }
        QVERIFY(headings.size() > 30);
        static const QRegularExpression policy(u"<meta http-equiv=\"Content-Security-Policy\"[^>]*>"_s);
        page.remove(policy);
        for (int height = 240; height < 300; height += 18) {
            QString sized = page;
            sized.replace(u"@page { margin: 16mm; }"_s,
                          u"@page { margin: 16mm; size: 210mm %1mm; }"_s.arg(height));
            QVERIFY(sized != page);
            const QString pdf = printed(sized.toUtf8());
            const QStringList pages = textOf(pdf, u"-layout"_s).split(u'\f', Qt::SkipEmptyParts);
            QVERIFY(pages.size() > 8);
            for (const QString& one : pages) {
                QStringList lines = one.split(u'\n');
                lines.removeIf([](const QString& line) { return line.trimmed().isEmpty(); });
                const QString first = lines.value(0).trimmed(),
                              last = lines.value(lines.size() - 1).trimmed();
                QVERIFY2(!headings.contains(last) && !last.startsWith("About:"_L1), qPrintable(last));
                for (const QLatin1StringView tail : {"To: "_L1, "From: "_L1, "See also: "_L1, "Chosen: "_L1})
                    QVERIFY2(!first.startsWith(tail), qPrintable(first));
            }
            // No word is broken, columns begin at one place, and tables are no larger than the text.
            const QString words = textOf(pdf, u"-bbox"_s);
            QVERIFY(words.contains(">Evaluation<"_L1) && !words.contains(">Evaluatio<"_L1));
            static const QRegularExpression answer(u"xMin=\"([0-9.]+)\"[^>]*>Answer<"_s);
            QSet<QString> places;
            for (auto it = answer.globalMatch(words); it.hasNext();)
                places.insert(it.next().captured(1));
            QCOMPARE(places.size(), 1);
            const auto size = [&words](const QString& word) {
                const QRegularExpression box(u"yMin=\"([0-9.]+)\"[^>]*yMax=\"([0-9.]+)\">"_s + word + u'<');
                double most = 0; // on the diagram it is smaller
                for (auto it = box.globalMatch(words); it.hasNext();) {
                    const auto found = it.next();
                    most = std::max(most, found.captured(2).toDouble() - found.captured(1).toDouble());
                }
                return most;
            };
            QVERIFY2(size(u"Asked"_s) > 8 && size(u"Asked"_s) <= size(u"whom"_s),
                     qPrintable(u"%1 %2"_s.arg(size(u"Asked"_s)).arg(size(u"whom"_s))));
        }
    }
};

} // namespace groundplan

QTEST_MAIN(groundplan::TestHtmlPage)
#include "test_html_page.moc"
