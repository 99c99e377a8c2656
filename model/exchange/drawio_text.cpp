#include "model/exchange/drawio_text.h"

#include "model/design/metric_value.h"

#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace groundplan::drawiotext {

QString xml(const QString& text) {
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar sign = text[i];
        if (sign.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += sign;
            clean += text[++i];
        } else if (sign == u'\n' || sign == u'\t' ||
                   (sign.unicode() >= 0x20 && !sign.isSurrogate() && sign.unicode() < 0xfffe)) {
            clean += sign;
        }
    }
    return clean;
}

QString html(const QString& text) {
    return xml(text).toHtmlEscaped().replace(u'\n', "<br>"_L1);
}

QString length(qint64 units) {
    return QString::number(double(units) / kUnitsPerPoint, 'f', QLocale::FloatingPointShortest);
}

QString share(double value) {
    return QString::number(value, 'g', 6);
}

QString tooltip(const Design& design, ElementId id) {
    QStringList lines;
    if (const Block* block = design.blocks.find(id); block && !block->description.isEmpty())
        lines << block->description;
    const auto ofElement = [id](const auto& row) { return row.subject == id; };
    for (const Metric* metric : design.metrics.sorted(ofElement)) {
        const QString target = targetText(*metric);
        const QString current = currentText(*metric);
        lines << metric->name + (target.isEmpty() ? QString() : u' ' + target) +
                     (current.isEmpty() ? QString() : u": "_s + current);
    }
    for (const Decision* decision : design.decisions.sorted(ofElement)) {
        const Option* chosen = design.options.find(decision->chosen);
        lines << u"decision: "_s + decision->question + (chosen ? u" \u2192 "_s + chosen->title : QString()) +
                     (decision->reason.isEmpty() ? QString() : u": "_s + decision->reason);
    }
    for (const Note* note : design.notes.sorted(ofElement))
        lines << wordOf(note->kind) + u": "_s + note->text;
    for (const Property* property : design.properties.sorted(ofElement))
        lines << property->field + u": "_s + property->value;
    // draw.io shows tooltips as HTML, and makes breaks of lines itself.
    return xml(lines.join(u'\n')).toHtmlEscaped();
}

} // namespace groundplan::drawiotext
