#include "model/report/report_material.h"

#include "model/design/flow_order.h"
#include "model/design/titles_apart.h"
#include "model/design/words_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

/// Letters and digits of ASCII and single "-": a name in every format. A text in another script gives
/// nothing.
QString slug(const QString& text) {
    constexpr qsizetype kLongest = 48;
    QString made;
    for (const QChar c : text.left(4 * kLongest).normalized(QString::NormalizationForm_KD)) {
        if (made.size() >= kLongest)
            break;
        if (c.unicode() < 0x80 && c.isLetterOrNumber())
            made += c.toLower();
        else if (!c.isMark() && !made.isEmpty() && !made.endsWith(u'-'))
            made += u'-';
    }
    while (made.endsWith(u'-'))
        made.chop(1);
    return made;
}

} // namespace

Material::Material(const Design& theDesign, const Catalogue& theCatalogue, const Templates& theTemplates,
                   const ReportFacts& theFacts)
    : design(theDesign)
    , catalogue(theCatalogue)
    , templates(theTemplates)
    , facts(theFacts)
    , apart_(titlesApart(theDesign)) {
    for (const char* key :
         {sections::kTask, sections::kRequirements, sections::kMetrics, sections::kArchitecture,
          sections::kDecisions, sections::kFurther, sections::kNotes, sections::kOpen, sections::kSession})
        taken_.insert(QString::fromLatin1(key));
    for (const Sheet& sheet : templates.sheets())
        taken_.insert(u"sheet-"_s + sheet.name);
    told_ = flowOrder(design);
    for (qsizetype i = 0; i < told_.size(); ++i)
        places_.insert(told_[i], int(i));
    for (const ElementId id : std::as_const(told_))
        keys_.insert(id,
                     freeKey((design.frames.contains(id) ? u"frame-"_s : u"block-"_s) + design.nameOf(id)));
    for (const Option* option : design.options.sorted())
        options_[option->decision].append(option);
    for (const Argument* argument : design.arguments.sorted())
        arguments_[argument->option].append(argument);
    decisions_ = told(design.decisions);
    for (const Decision* decision : std::as_const(decisions_))
        decisionKeys_.insert(decision->id, freeKey(u"decision-"_s + decision->question));
    giveSheetKeys();
}

/// In the order in which the design is told, so that equal designs have equal keys.
void Material::giveSheetKeys() {
    QList<const Property*> rows = told(design.properties);
    for (const Property* row : std::as_const(rows)) {
        const QString sheet = row->field.section(u'.', 0, 0);
        const auto of = std::pair(sheet, row->subject);
        if (!hasText(row->value) || !templates.field(row->field) || sheetKeys_.contains(of))
            continue;
        const QString about = row->subject ? design.nameOf(row->subject) : u"design"_s;
        sheetKeys_.insert(of, freeKey(u"sheet-"_s + sheet + u'-' + about));
    }
}

int Material::placeOf(ElementId id) const {
    if (!id)
        return -1;
    if (const Connection* connection = design.connections.find(id))
        id = connection->source;
    return places_.value(id, int(told_.size()));
}

QString Material::freeKey(const QString& wanted) {
    QString base = slug(wanted);
    if (base.isEmpty())
        base = u"entry"_s;
    QString key = base;
    while (taken_.contains(key))
        key = base + u'-' + QString::number(++numbers_[base] + 1);
    taken_.insert(key);
    return key;
}

QString Material::nameOf(ElementId id) const {
    if (const Connection* connection = design.connections.find(id)) {
        const QString arrow = connection->direction == Direction::Both   ? u" ↔ "_s
                              : connection->direction == Direction::None ? u" – "_s
                                                                         : u" → "_s;
        return nameOf(connection->source) + arrow + nameOf(connection->target);
    }
    if (const Card* card = design.cards.find(id))
        return textOf(card->kind);
    if (const Stroke* stroke = design.strokes.find(id))
        return textOf(stroke->tool);
    if (const Shape* shape = design.shapes.find(id); shape && !hasText(shape->text))
        return textOf(shape->kind);
    if (const Image* image = design.images.find(id); image && !hasText(image->description))
        return Text::tr("Image");
    const auto apart = apart_.constFind(id);
    return apart != apart_.constEnd() ? *apart : design.captionOf(id).simplified();
}

Span Material::mention(ElementId id) const {
    if (!id)
        return {Text::tr("the design"), Span::Tone::Plain};
    Span span{nameOf(id), Span::Tone::Plain};
    if (const QString key = keyOf(id); !key.isEmpty())
        span.entry = key;
    else if (design.elements.contains(id))
        span.element = id;
    return span;
}

Item paragraph(Line line) {
    return {Item::Type::Paragraph, std::move(line), {}};
}
Item paragraph(const QString& text) {
    return paragraph(Line{Span{text}});
}
Item bullet(Line line) {
    return {Item::Type::Bullet, std::move(line), {}};
}
Span strong(const QString& text) {
    return {text, Span::Tone::Strong};
}
Span muted(const QString& text) {
    return {text, Span::Tone::Muted};
}
Line cell(const QString& text) {
    return text.isEmpty() ? Line() : Line{Span{text}};
}

Line joined(const QList<Line>& lines, const QString& between) {
    Line all;
    for (const Line& line : lines) {
        if (!all.isEmpty())
            all.append(Span{between});
        all += line;
    }
    return all;
}

bool hasText(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
}

} // namespace groundplan::report
