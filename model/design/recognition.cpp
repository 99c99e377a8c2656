#include "model/design/recognition.h"

#include "model/design/folded_words.h"
#include "model/design/language_model.h"
#include "model/design/names.h"
#include "model/design/technology_line.h"
#include "model/design/title_lines.h"
#include "model/design/validate.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// What the C4 model writes below a name: "[Container: Redis]", and a description below that.
struct C4Lines {
    QString technology;
    QStringList description;
};
C4Lines takeC4Lines(QStringList& lines) {
    static const QRegularExpression said(
        u"^\\[((?:External )?(?:Person|(?:Software )?System|Container|Component|Deployment Node|Infrastructure Node))(?::\\s*(.+))?\\]$"_s);
    C4Lines found;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto match = said.match(lines[i].left(200));
        if (!match.hasMatch())
            continue;
        found.technology = match.captured(2).trimmed();
        found.description = lines.mid(i + 1);
        if (found.technology.isEmpty())
            found.description.prepend(match.captured(1));
        lines.resize(i);
        break;
    }
    return found;
}

/// "- Prometheus", one of a list, without its mark; empty: it is none.
QString listed(const QString& line) {
    static const QRegularExpression item(u"^[-–*+•‣·]\\s+(.+)$"_s);
    return item.match(line).captured(1);
}

/// Where the list below a title begins; 0: there is none.
qsizetype listIn(const QStringList& lines) {
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!listed(lines[i]).isEmpty())
            return i;
    }
    return 0;
}

constexpr qsizetype kLongestLine = 100; ///< that may name technologies

QString withoutBrackets(QString line) {
    static const QRegularExpression brackets(u"^[\\s(\\[{<«]+|[\\s)\\]}>»]+$"_s);
    return line.remove(brackets);
}

/// "Features & aggregates" are features first of all.
QString firstOf(const QString& title) {
    static const QRegularExpression joint(u"\\s*(?:[&,]|\\band\\b).*$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return title.left(100).remove(joint);
}

/// Whether a title ends in what happened, and not in what carries it.
bool keepsEvents(const QString& title) {
    static const QSet<QString> events{u"event"_s, u"click"_s, u"view"_s, u"impression"_s, u"message"_s};
    const QStringList words = foldedWords(title);
    return words.size() > 1 && events.contains(words.last());
}

/// Whether a title ends in what keeps things, whatever they are ("Predictions store").
bool keepsThings(const QString& title) {
    static const QSet<QString> keepers{u"store"_s, u"table"_s};
    const QStringList words = foldedWords(title);
    return words.size() > 1 && keepers.contains(words.last());
}

/// Whether a kind looks at others, and keeps nothing of them.
bool onlyWatches(const Kind& kind) {
    return kind.flowIn == Flow::Telemetry && kind.flowOut != Flow::Batch;
}

/// Whether all of these words stand in the title, one behind the other ("Web shop" and "Web").
bool repeats(const QString& title, const QString& words) {
    const QString all = u' ' + foldedWords(title).join(u' ') + u' ';
    return all.contains(u' ' + foldedWords(words).join(u' ') + u' ');
}

} // namespace

Recognition::Recognition(const Catalogue& catalogue)
    : catalogue_(catalogue)
    , words_(catalogue) {}

void Recognition::read(const Said& said, const QString& whose, Block& block, NotTaken& notTaken) const {
    readTexts(said, whose, block, notTaken);
    readMeaning(said, block);
}

void Recognition::readTexts(const Said& said, const QString& whose, Block& block, NotTaken& notTaken) const {
    constexpr qsizetype kLongestTitle = 60;
    QStringList lines = said.lines;
    if (const QString item = listed(lines.first()); !item.isEmpty())
        lines.first() = item;
    // A list describes, too, but for the products in it.
    qsizetype above = said.titleLines > 0 || said.table ? said.titleLines : listIn(lines);
    const C4Lines c4 = takeC4Lines(lines);
    // "Cloud\nPub/Sub" is one name on two lines.
    block.technology = c4.technology.isEmpty() ? technologyIn(joinedLines(lines)) : c4.technology;
    // The last one that is a product, as most write it, or several; the first line stays in the title.
    for (qsizetype i = lines.size() - 1; i >= 0 && lines.size() > 1 && block.technology.isEmpty(); --i) {
        block.technology = goesOn(lines[i]) ? QString() : technologyIn(lines[i]);
        if (block.technology.isEmpty() && i > 0 && !goesOn(lines[i - 1]))
            block.technology = technologiesIn(lines[i]);
        if (block.technology.isEmpty() || i == 0 || goesOn(lines[i - 1]))
            continue;
        // The machines that it runs on stand below it.
        qsizetype count = i + 1 < lines.size() && namesMachines(lines[i + 1]) ? 2 : 1;
        if (count == 2)
            block.technology += u", "_s + lines[i + 1];
        for (; i > 1 && !goesOn(lines[i - 2]) && !technologyIn(lines[i - 1]).isEmpty() &&
               block.technology.size() < kLongestLine;
             ++count)
            block.technology.prepend(technologyIn(lines[--i]) + u", "_s);
        lines.remove(i, count);
        above -= std::clamp<qsizetype>(above - i, 0, count);
        // What stands below the technology is none of the title.
        if (i > 0 && i < lines.size() && !said.table)
            above = above > 0 ? std::min(above, i) : i;
    }
    // What stands below a rule describes, however short it is.
    QStringList description = above > 0 ? lines.mid(above) : QStringList();
    lines.resize(lines.size() - description.size());
    if (!said.table) {
        const qsizetype named = said.titleLines > 0 ? lines.size() : titleLines(words_, lines);
        description = lines.mid(named) + description;
        lines.resize(named);
        while (lines.size() > 1 && goesOn(lines.first()))
            lines.first() += u' ' + lines.takeAt(1);
    }
    const QString whole = joinedLines(lines);
    const bool isShort = whole.size() <= kLongestTitle && !said.table;
    description = (isShort ? QStringList() : lines.mid(1)) + description + c4.description;
    block.title = isShort ? whole : lines.first();
    if (block.title.size() > limits::kLongest<&Block::title>) {
        description.prepend(block.title);
        constexpr qsizetype kLongest = limits::kLongest<&Block::title>;
        block.title.truncate(kLongest - (block.title[kLongest - 1].isHighSurrogate() ? 1 : 0));
    }
    if (block.technology.isEmpty())
        takeTechnologyFromTitle(block);
    // "Rules" are rules; that "Kafka" is a product is worth saying.
    if (!words_.isProduct(block.technology) && languageModelIn(block.technology).isEmpty() &&
        repeats(block.title, block.technology))
        block.technology.clear();
    if (!said.tooltip.isEmpty() && said.tooltip != lines.join(u'\n') && said.tooltip != block.title)
        description << said.tooltip;
    block.description =
        notTaken.clipped(description.join(u'\n'), limits::kLongest<&Block::description>, whose);
}

/// "Cache (Redis)" is a cache; "Kafka" alone is both.
void Recognition::takeTechnologyFromTitle(Block& block) const {
    static const QRegularExpression bracketed(u"^(.*\\S)\\s*[(\\[](.+)[)\\]]$"_s);
    const auto match = bracketed.match(block.title);
    block.technology = match.hasMatch() ? technologyIn(match.captured(2)) : QString();
    if (!block.technology.isEmpty()) {
        block.title = match.captured(1);
        return;
    }
    block.technology = technologyIn(block.title);
    if (block.technology.isEmpty())
        block.technology = languageModelIn(block.title);
    if (block.technology.isEmpty())
        block.technology = words_.meaningOf(block.title).technology;
}

QString Recognition::technologyIn(const QString& line) const {
    if (line.size() > kLongestLine)
        return {};
    const QString item = listed(line);
    const QString inner = withoutBrackets(item.isEmpty() ? line : item);
    const QString model = languageModelIn(inner);
    return !model.isEmpty() && model.size() == inner.size() ? model : words_.technologyNamed(inner);
}

QString Recognition::technologiesIn(const QString& line) const {
    const QString inner = line.size() > kLongestLine ? QString() : withoutBrackets(line);
    return isTechnologyLine(words_, inner) ? inner : QString();
}

void Recognition::readMeaning(const Said& said, Block& block) const {
    // A question that the way turns at, or a remark, is none of the things that it speaks of.
    static const QRegularExpression remark(u"^(?:todo|fixme|tbd|nb|note)\\s*:"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if ((said.shape == u"diamond"_s && block.title.trimmed().endsWith(u'?')) ||
        remark.match(block.title.left(20)).hasMatch()) {
        block.kind = kPlainKind;
        return;
    }
    const LabelWords::Meaning label = words_.meaningOf(block.title);
    const Kind* kind = label.kind;
    for (qsizetype i = 0; kind == label.kind && kind && i < said.hints.size(); ++i) {
        if (const Kind* icon = words_.kindOfIcon(said.hints[i], label))
            kind = icon;
    }
    const Kind* made = block.technology.isEmpty() ? nullptr : kindOf(block.technology);
    // A job of Flink's on features works on a stream.
    if (!kind ||
        (made && made->group == kind->group && made->flowIn == Flow::Stream && kind->flowOut == Flow::Batch))
        kind = made ? made : kind;
    // "User history (Cassandra)" is kept there; the users are only those whose it is.
    if (made && kind == label.kind && label.weight == LabelWords::Weight::Aside && words_.isSource(*kind) &&
        words_.holdsData(*made))
        kind = made;
    if (!kind && (said.table || block.description.isEmpty()))
        kind = kindOf(said.lines.join(u' '));
    // Of what describes only a phrase says what it is.
    for (qsizetype i = 1; !kind && i < said.lines.size(); ++i) {
        if (const LabelWords::Meaning more = words_.meaningOf(said.lines[i]);
            more.weight == LabelWords::Weight::Whole)
            kind = more.kind;
    }
    for (qsizetype i = 0; !kind && i < said.hints.size(); ++i)
        kind = kindOf(said.hints[i]);
    const bool keeps = label.weight == LabelWords::Weight::Aside && keepsThings(block.title);
    const Kind* drawn = catalogue_.guessByShape(said.table || keeps ? u"cylinder"_s : said.shape);
    // "Users" are people, but not in a cylinder, nor as the head of a table.
    const bool isCylinder = said.shape == u"cylinder"_s;
    const bool store = isCylinder || (said.table && kind && words_.isSource(*kind));
    // One of features is a feature store, and no work on features.
    if (said.shape == u"cylinder"_s && kind && kind == label.kind &&
        label.weight != LabelWords::Weight::Whole) {
        const LabelWords::Meaning kept = words_.meaningOf(firstOf(block.title) + u" store"_s);
        if (kept.kind && kept.weight == LabelWords::Weight::Whole && words_.holdsData(*kept.kind))
            kind = kept.kind;
    }
    // Kept events flow no more.
    if (said.shape == u"cylinder"_s && kind && kind == label.kind && !made && keepsEvents(block.title) &&
        kind->flowIn == Flow::Stream)
        kind = drawn;
    const bool holds = kind && words_.holdsData(*kind) && !(isCylinder && !made && onlyWatches(*kind));
    if (kind && drawn && (store || keeps) && !holds)
        kind = made && words_.holdsData(*made) ? made : drawn;
    if (!kind && !said.table)
        kind = drawn;
    block.kind = kind ? kind->name : kPlainKind;
    if (kind) {
        block.ml = kind->ml;
        block.path = kind->path;
    }
}

std::optional<Flow> Recognition::flowOf(LineLook look, double width) {
    constexpr double kThin = 1.2, kWide = 2, kWidest = 3.5; // the writer of DOT has 1.5, 2.5 and 4
    if (width < kThin)
        return std::nullopt;
    if (look == LineLook::Dashed)
        return width >= kWide ? Flow::TrainingData : Flow::Batch;
    if (look == LineLook::Dotted)
        return width >= kWide ? Flow::Feedback : Flow::Telemetry;
    if (width >= kWidest)
        return Flow::ModelArtifact;
    return std::nullopt;
}

QString Recognition::visible(const QString& colour) {
    if (colour.isEmpty())
        return {};
    const auto part = [&colour](int at) { return QStringView(colour).mid(at, 2).toInt(nullptr, 16); };
    const auto [least, most] = std::minmax({part(1), part(3), part(5)});
    return most - least < 8 ? QString() : colour;
}

bool Recognition::isReadable(const QString& id) {
    const QString start = id.left(100);
    static const QRegularExpression numbered(u"^(node|n|cluster|sub|graph|g)?[_-]?[0-9a-f]*[0-9][0-9a-f]*$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hash(u"[0-9a-f]{16}|[0-9a-f]{8}-[0-9a-f]{4}-"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return slugOf(id) != u"block"_s && !numbered.match(start).hasMatch() && !hash.match(start).hasMatch();
}

} // namespace groundplan
