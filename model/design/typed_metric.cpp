#include "model/design/typed_metric.h"

#include "model/design/metric_value.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

std::optional<Figure> figureIn(const QString& line) {
    static const QRegularExpression signedFigure(
        u"^(.*?)\\s*(>=|<=|≥|≤|-?\\)=|\\(-?=|\\bне меньше\\b|\\bне больше\\b|=|>|<|-\\)|\\(-)\\s*"
        "([~$€£]?\\s*[-+]?\\d[\\d.,]*(?:e[-+]?\\d+)?(?:\\s?[kKMGTB](?![A-Za-z]))?)\\s*(.*)$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression bareFigure(
        u"^(.*?\\S)\\s+([~$€£]?\\s*[-+]?\\d[\\d.,]*(?:e[-+]?\\d+)?(?:\\s?[kKMGTB](?![A-Za-z]))?)\\s*([^\\d\\s]\\S*)?$"_s);
    Figure figure;
    if (const auto match = signedFigure.match(line); match.hasMatch()) {
        figure = {match.captured(1), match.captured(2), match.captured(3), match.captured(4)};
        const QString& sign = figure.sign;
        if (sign == u"≥" || sign.endsWith(u")=") || sign == u"не меньше")
            figure.sign = u">="_s;
        else if (sign == u"≤" || (sign.startsWith(u'(') && sign.endsWith(u'=')) || sign == u"не больше")
            figure.sign = u"<="_s;
        else if (sign == u"-)")
            figure.sign = u">"_s;
        else if (sign == u"(-")
            figure.sign = u"<"_s;
    } else if (const auto bare = bareFigure.match(line); bare.hasMatch()) {
        figure = {bare.captured(1), {}, bare.captured(2), bare.captured(3)};
    } else {
        return std::nullopt;
    }
    figure.name = figure.name.simplified();
    figure.number = figure.number.simplified();
    figure.unit = figure.unit.simplified();
    if (figure.name.isEmpty() || !numberIn(figure.number))
        return std::nullopt;
    return figure;
}

namespace {

/// As the catalogue writes it, with the number that was typed: "recall@300" -> "Recall@300", "ndcg@5" ->
/// "nDCG@5".
QString nameOf(const UsualMetric& metric, const QString& typed) {
    static const QRegularExpression number(u"@\\d+$"_s);
    const auto match = number.match(typed);
    if (!match.hasMatch() || metric.name.endsWith(match.captured()))
        return metric.name;
    return metric.name.left(metric.name.lastIndexOf(u"@k"_s)) + match.captured();
}

} // namespace

TypedMetric typedMetric(const Figure& figure, const Catalogue& catalogue) {
    TypedMetric typed;
    Metric& metric = typed.metric;
    metric.name = figure.name;
    metric.kind = MetricKind::NonFunctional;
    if (const UsualMetric* known = catalogue.metric(figure.name)) {
        metric.name = nameOf(*known, figure.name);
        metric.kind = known->kind;
        metric.goal = known->goal;
        metric.unit = known->unit;
    }
    if (!figure.unit.isEmpty())
        metric.unit = figure.unit;
    else if (metric.unit == "%"_L1 && std::abs(numberIn(figure.number).value_or(1)) < 1)
        metric.unit.clear(); // "ctr 0.3" is a fraction: nobody has said per cent
    typed.isTarget = !figure.sign.isEmpty() && figure.sign != u"=";
    if (typed.isTarget)
        metric.goal = figure.sign.startsWith(u'>') ? Goal::AtLeast : Goal::AtMost;
    (typed.isTarget ? metric.target : metric.current) = figure.number;
    return typed;
}

} // namespace groundplan
