#include "model/sketch/sketch_facts.h"

#include "model/design/typed_metric.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

struct FactText {
    Q_DECLARE_TR_FUNCTIONS(Sketch)
};

constexpr qsizetype kLongestFigure = 400; ///< a line of many blocks is none, and takes long to look through

/// Whether a line without a mark in front is a metric: a sign that no chain has makes it one, else a name
/// that is known.
std::optional<Figure> metricIn(const QString& line, const Catalogue& catalogue) {
    const auto figure = figureIn(line);
    // "ranker: auc >= 0.8", "kafka (v = 3) > spark": the figure is only a part of it.
    static const QRegularExpression more(u"[:\"{}<>~\u2190\u2192\u2194]|--|\\(\\("_s);
    if (!figure || figure->name.contains(more) || figure->name.count(u'(') != figure->name.count(u')'))
        return std::nullopt;
    const bool sure = figure->sign == u">=" || figure->sign == u"<=" || figure->sign == u"=";
    return sure || catalogue.metric(figure->name) ? figure : std::nullopt;
}

SketchFact factOf(const Figure& figure, const Catalogue& catalogue) {
    SketchFact fact;
    fact.sort = SketchFact::Sort::Metric;
    const TypedMetric typed = typedMetric(figure, catalogue);
    fact.metric = typed.metric;
    fact.isTarget = typed.isTarget;
    return fact;
}

/// Where a second fact begins behind a figure without a ";" ("p99 20 ms auc >= 0.8"); -1: nowhere. A unit is
/// one word, or goes on like "per second".
qsizetype secondFactIn(const QString& line, const Figure& figure, const Catalogue& catalogue) {
    static const QRegularExpression words(u"\\S+"_s);
    // In front of the sign: a figure of a metric that is known.
    if (!figure.sign.isEmpty()) {
        const qsizetype nameEnd = line.indexOf(figure.name) + figure.name.size();
        qsizetype second = -1;
        for (auto it = words.globalMatch(line.left(nameEnd)); it.hasNext();) {
            const qsizetype end = it.next().capturedEnd();
            const auto first = figureIn(line.left(end));
            if (!first || !catalogue.metric(first->name) || catalogue.metric(first->unit))
                continue;
            second = end;
            while (second < line.size() && line[second].isSpace())
                ++second;
        }
        if (second >= 0)
            return second;
    }
    // Behind the unit.
    if (!figure.unit.contains(u' '))
        return -1;
    static const QStringList kJoining{u"per"_s, u"a"_s,  u"an"_s, u"of"_s, u"/"_s,
                                      u"в"_s,   u"на"_s, u"за"_s, u"от"_s};
    const QStringList unit = figure.unit.split(u' ');
    if (kJoining.contains(unit[0].toLower()) || kJoining.contains(unit[1].toLower()))
        return -1;
    const qsizetype unitAt = line.size() - figure.unit.size();
    return unitAt + unit[0].size() + 1;
}

struct Part {
    QString text;
    qsizetype at;
};

/// The parts of a line between `signs`, outside of quotes.
QList<Part> split(const QString& line, qsizetype offset, QChar sign) {
    QList<Part> parts;
    bool quoted = false;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == u'"')
            quoted = !quoted;
        if (i < line.size() && (quoted || line[i] != sign))
            continue;
        // "0,7" is a number.
        if (i < line.size() && sign == u',' && i > 0 && line[i - 1].isDigit() && i + 1 < line.size() &&
            line[i + 1].isDigit())
            continue;
        qsizetype begin = from;
        while (begin < i && line[begin].isSpace())
            ++begin;
        if (const QString text = line.mid(begin, i - begin).trimmed(); !text.isEmpty())
            parts.append({text, offset + begin});
        from = i + 1;
    }
    return parts;
}

bool beginsWithMark(const QString& line) {
    if (line.isEmpty())
        return false;
    const QChar first = line.front();
    static const QString kMarks = QStringLiteral("?!*#№|\\@%+");
    if (kMarks.contains(first))
        return true;
    return line.startsWith(u"- "_s);
}

/// The place in `text` of what stands at `place` in text.simplified(), for a text without blanks around it.
qsizetype placeIn(const QString& text, qsizetype place) {
    qsizetype at = 0;
    for (; at < text.size() && place > 0; --place) {
        const bool blank = text[at++].isSpace();
        while (blank && at < text.size() && text[at].isSpace())
            ++at;
    }
    return at;
}

QString unquoted(QString text) {
    text = text.simplified();
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.mid(1, text.size() - 2).simplified();
    return text;
}

} // namespace

bool looksLikeFacts(const QString& line, const Catalogue& catalogue) {
    const QString plain = plainSigns(line).trimmed();
    if (beginsWithMark(plain))
        return true;
    const QList<Part> parts = split(plain, 0, u';');
    if (parts.isEmpty())
        return false;
    const QList<Part> figures = split(parts.first().text, 0, u',');
    if (figures.isEmpty() || figures.first().text.size() > kLongestFigure ||
        !metricIn(figures.first().text, catalogue))
        return false;
    // "items 5, users > gateway" is a chain.
    static const QRegularExpression arrow(u"[<>~\u2190\u2192\u2194](?!=)"_s);
    return std::all_of(figures.begin(), figures.end(), [&](const Part& one) {
        return one.text.size() <= kLongestFigure &&
               (metricIn(one.text, catalogue) || !one.text.contains(arrow));
    });
}

tl::expected<QList<SketchFact>, SketchError> readFacts(const QString& line, const Catalogue& catalogue,
                                                       const QString& text, qsizetype offset) {
    QList<SketchFact> facts;
    const QList<Part> parts = split(plainSigns(line), offset, u';');
    for (const Part& part : parts) {
        const auto expected = [&](const QString& what) {
            return tl::unexpected(
                sketchError(text, part.at, FactText::tr("%1 is expected behind this sign.").arg(what)));
        };
        SketchFact fact;
        // The words are taken from what was typed, not from its plain form.
        const QString written = line.mid(part.at - offset, part.text.size());
        if (part.text.startsWith(u"??")) {
            fact.sort = SketchFact::Sort::Decision;
            // Divided where the plain signs are, in what was typed.
            qsizetype from = 2;
            for (qsizetype i = from; i <= part.text.size(); ++i) {
                if (i < part.text.size() && part.text[i] != u'|' && part.text[i] != u'\\')
                    continue;
                const QString field = unquoted(written.mid(from, i - from));
                if (from == 2)
                    fact.text = field;
                else if (!field.isEmpty())
                    fact.options << field;
                from = i + 1;
            }
            if (fact.text.isEmpty())
                return expected(FactText::tr("The question of a decision"));
            facts.append(fact);
            continue;
        }
        if (beginsWithMark(part.text)) {
            const QChar mark = part.text.front();
            fact.text = unquoted(written.mid(1));
            if (fact.text.isEmpty())
                return expected(FactText::tr("A text"));
            if (mark == u'@' || mark == u'%') {
                const QString word = plainSigns(fact.text).toLower();
                const bool online = word == u"online" || word == u"онлайн";
                const bool ml = word == u"ml" || word == u"мл";
                if (online || word == u"offline" || word == u"офлайн" || word == u"оффлайн") {
                    fact.sort = SketchFact::Sort::Path;
                    fact.path = online ? Path::Online : Path::Offline;
                } else if (ml || word == u"no ml" || word == u"без мл" || word == u"не мл") {
                    fact.sort = SketchFact::Sort::Ml;
                    fact.ml = ml;
                } else {
                    return tl::unexpected(sketchError(
                        text, part.at,
                        FactText::tr("“@%1” is no property; there are @online, @offline, @ml and @no ml.")
                            .arg(fact.text)));
                }
            } else if (mark == u'|' || mark == u'\\') {
                fact.sort = SketchFact::Sort::Option;
            } else if (mark == u'+' || mark == u'-') {
                fact.sort = SketchFact::Sort::Argument;
                fact.side = mark == u'+' ? Side::Pro : Side::Con;
            } else {
                fact.note = mark == u'?'   ? NoteKind::Question
                            : mark == u'!' ? NoteKind::Risk
                            : mark == u'*' ? NoteKind::Assumption
                                           : NoteKind::Remark;
            }
            facts.append(fact);
            continue;
        }
        for (const Part& one : split(part.text, part.at, u',')) {
            const auto figure = figureIn(one.text);
            if (!figure) {
                return tl::unexpected(sketchError(
                    text, one.at,
                    FactText::tr(
                        "“%1” is no fact: a figure (p99 20 ms, auc >= 0.8) or a text behind ?, !, *, #, + or - is "
                        "expected.")
                        .arg(one.text.left(40))));
            }
            if (const qsizetype second = secondFactIn(one.text.simplified(), *figure, catalogue);
                second >= 0) {
                return tl::unexpected(
                    sketchError(text, one.at + placeIn(one.text, second),
                                FactText::tr("This follows a figure; separate facts with “;”.")));
            }
            facts.append(factOf(*figure, catalogue));
        }
    }
    return facts;
}

} // namespace groundplan
