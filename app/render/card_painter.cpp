#include "app/render/flow_style.h"
#include "app/render/look.h"
#include "app/render/marks.h"
#include "app/render/paint_context.h"
#include "app/render/route_shape.h"
#include "model/design/metric_value.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Card", text);
}

constexpr double kRow = 18;    ///< of a legend
constexpr double kSample = 56; ///< line of a legend

/// Writes down a card, from its top; with no painter it only measures. What there is no room for is left out,
/// and the last line that fits ends with an ellipsis.
class CardWriter {
public:
    CardWriter(const QRectF& rect, QPainter* painter, TextCache& texts)
        : painter_(painter)
        , texts_(texts)
        , rect_(rect)
        , y_(rect.top() + look::kCardInsetY)
        , bottom_(rect.bottom() - look::kCardInsetY + 3) {}

    double left() const { return rect_.left() + look::kCardInsetX; }
    double right() const { return rect_.right() - look::kCardInsetX; }
    double width() const { return right() - left(); }
    double y() const { return y_; }
    double room() const { return bottom_ - y_; }
    bool hasRoom(double height) const { return y_ + height <= bottom_ + 0.01; }
    QPainter* painter() const { return painter_; }
    void setPainter(QPainter* painter) { painter_ = painter; }
    TextCache& texts() const { return texts_; }
    void skip(double height) { y_ += height; }

    void line(const QString& text, fonts::Role role, const QColor& colour, double indent = 0) {
        const FittedText& fitted = texts_.line(text, role, width() - indent);
        if (fitted.isEmpty() || !hasRoom(fitted.height))
            return;
        if (painter_)
            paintText(*painter_, {left() + indent, y_}, fitted, colour);
        y_ += fitted.height;
    }

    void paragraphs(const QString& text, fonts::Role role, const QColor& colour) {
        if (text.isEmpty() || !hasRoom(lineStep(role)))
            return;
        const FittedText& fitted = texts_.paragraphs(text, role, width(), room());
        if (painter_)
            paintText(*painter_, {left(), y_}, fitted, colour);
        y_ += fitted.height;
    }

    /// The height the card needs for all that was written.
    double neededHeight() const { return std::ceil(y_ - rect_.top() + look::kCardInsetY); }

private:
    QPainter* painter_;
    TextCache& texts_;
    QRectF rect_;
    double y_;
    double bottom_;
};

void writeText(CardWriter& out, const Card& card, const Theme& theme) {
    out.paragraphs(card.text, fonts::Role::CardText, theme.stickyText);
}

QString metricsLine(const Design& design, MetricKind kind, const QString& heading) {
    QStringList parts;
    for (const Metric* metric :
         design.metrics.sorted([kind](const Metric& m) { return m.shown && !m.subject && m.kind == kind; })) {
        const QString target = targetText(*metric);
        parts.append(target.isEmpty() ? metric->name : metric->name + QLatin1Char(' ') + target);
    }
    return parts.isEmpty() ? QString() : heading.arg(parts.join(QStringLiteral(", ")));
}

/// `typed`: the task itself is left out, what follows stays where it is.
void writeTask(CardWriter& out, const Design& design, const Card& card, const Theme& theme, bool typed) {
    out.line(tr("Task"), fonts::Role::CardHeading, theme.stickyMuted);
    out.skip(look::kCardGap);
    QPainter* painter = out.painter();
    out.setPainter(typed ? nullptr : painter);
    out.paragraphs(design.board.task, fonts::Role::CardText, theme.stickyText);
    out.setPainter(painter);
    if (!design.board.task.isEmpty() && !card.text.isEmpty())
        out.skip(look::kCardGap);
    out.paragraphs(card.text, fonts::Role::CardText, theme.stickyText);

    QString given, open;
    const auto add = [](QString& to, const QString& line) {
        to += to.isEmpty() ? line : QLatin1Char('\n') + line;
    };
    for (const Requirement* r :
         design.requirements.sorted([](const Requirement& row) { return row.shown; })) {
        switch (r->source) {
        case Source::Asked:
        case Source::Given:
            if (r->answer.isEmpty())
                add(open, tr("Open: %1").arg(r->question));
            else
                add(given, r->answer);
            break;
        case Source::Assumed:
            add(open, tr("Assumed: %1").arg(r->answer.isEmpty() ? r->question : r->answer));
            break;
        case Source::NotRelevant:
            add(open, tr("Not relevant: %1").arg(r->question));
            break;
        }
    }
    QString metrics;
    for (const QString& line : {metricsLine(design, MetricKind::Business, tr("Business: %1")),
                                metricsLine(design, MetricKind::Online, tr("Online: %1")),
                                metricsLine(design, MetricKind::Offline, tr("Offline: %1")),
                                metricsLine(design, MetricKind::NonFunctional, tr("Must hold: %1"))}) {
        if (!line.isEmpty())
            add(metrics, line);
    }
    for (const auto& [text, colour] :
         {std::pair(given, theme.stickyText), std::pair(metrics, theme.stickyMuted),
          std::pair(open, theme.stickyMuted)}) {
        if (text.isEmpty())
            continue;
        out.skip(look::kCardGap);
        out.paragraphs(text, fonts::Role::CardText, colour);
    }
}

/// "+ fast, explains itself − AUC 0.71"
QString argumentsLine(const Design& design, OptionId option) {
    QStringList pros, cons;
    for (const Argument* argument :
         design.arguments.sorted([option](const Argument& row) { return row.option == option; }))
        (argument->side == Side::Pro ? pros : cons).append(argument->text);
    QStringList parts;
    if (!pros.isEmpty())
        parts.append(QStringLiteral("+ ") + pros.join(QStringLiteral(", ")));
    if (!cons.isEmpty())
        parts.append(QStringLiteral("\u2212 ") + cons.join(QStringLiteral(", ")));
    return parts.join(QLatin1Char(' '));
}

void writeDecision(CardWriter& out, const Design& design, const Card& card, const Theme& theme) {
    const Decision* decision = design.decisions.find(card.decision);
    if (!decision) {
        out.line(tr("This decision is no longer there."), fonts::Role::CardText, theme.muted);
        return;
    }
    constexpr double kSign = 2 * look::kMarkRadius + 8;
    if (out.painter() && out.hasRoom(lineStep(fonts::Role::CardTitle)))
        paintMark(*out.painter(),
                  {out.left() + look::kMarkRadius - 2, out.y() + lineStep(fonts::Role::CardTitle) / 2},
                  Mark::Decision, theme, theme.card);
    out.line(decision->question, fonts::Role::CardTitle, theme.text, kSign - 2);
    out.skip(8);

    const double titleWidth = std::floor(out.width() * 0.4) - 8;
    const double argumentsLeft = out.left() + titleWidth + 8;
    const double argumentsWidth = out.right() - argumentsLeft;
    constexpr double kRowPadding = 5;
    const QColor strong = theme.decisionText;
    for (const Option* option :
         design.options.sorted([&](const Option& row) { return row.decision == decision->id; })) {
        const bool chosen = option->id == decision->chosen;
        const auto role = chosen ? fonts::Role::CardStrong : fonts::Role::CardText;
        if (!out.hasRoom(lineStep(role) + kRowPadding))
            return;
        const QString title = chosen ? option->title + QStringLiteral(" \u2713") : option->title;
        // The row is as high as the longer of both texts, each wrapped within its column.
        const double room = out.room() - kRowPadding;
        const FittedText left = out.texts().paragraphs(title, role, titleWidth, room);
        const FittedText right =
            out.texts().paragraphs(argumentsLine(design, option->id), role, argumentsWidth, room);
        const double height = std::max({left.height, right.height, lineStep(role)}) + 2 * kRowPadding;
        if (QPainter* painter = out.painter()) {
            if (chosen) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(theme.decisionTint);
                painter->drawRoundedRect(QRectF(out.left() - 8, out.y(), out.width() + 16, height), 6, 6);
            }
            const QColor colour = chosen ? strong : theme.muted;
            paintText(*painter, {out.left(), out.y() + kRowPadding}, left, colour);
            paintText(*painter, {argumentsLeft, out.y() + kRowPadding}, right, colour);
        }
        out.skip(height);
    }
    if (decision->chosen && !decision->reason.isEmpty()) {
        out.skip(look::kCardGap);
        out.paragraphs(tr("Chosen: %1").arg(decision->reason), fonts::Role::CardText, theme.muted);
    } else if (!decision->chosen) {
        out.skip(look::kCardGap);
        out.line(tr("Still open"), fonts::Role::CardText, theme.warning);
    }
}

void writeLegend(CardWriter& out, const Design& design, const Theme& theme) {
    out.line(tr("Flows"), fonts::Role::CardHeading, theme.muted);
    out.skip(look::kCardGap);
    const QList<Flow> flows = flowsIn(design);
    if (flows.isEmpty())
        out.line(tr("No connections yet"), fonts::Role::CardText, theme.muted);
    for (Flow flow : flows) {
        if (!out.hasRoom(kRow))
            return;
        if (out.painter())
            paintLine(*out.painter(),
                      {{out.left(), out.y() + kRow / 2},
                       {out.left() + std::min(kSample, out.width()), out.y() + kRow / 2}},
                      flow, Direction::Forward, theme.of(flow));
        const FittedText& name =
            out.texts().line(textOf(flow), fonts::Role::Technology, out.width() - kSample - 12);
        if (out.painter())
            paintText(*out.painter(), {out.left() + kSample + 12, out.y() + (kRow - name.height) / 2}, name,
                      theme.muted);
        out.skip(kRow);
    }
}

void write(CardWriter& out, const Design& design, const Card& card, const Theme& theme, bool typed = false) {
    switch (card.kind) {
    case CardKind::Text:
        return typed ? void() : writeText(out, card, theme);
    case CardKind::Task:
        return writeTask(out, design, card, theme, typed);
    case CardKind::Decision:
        return writeDecision(out, design, card, theme);
    case CardKind::Legend:
        return writeLegend(out, design, theme);
    }
}

} // namespace

QList<Flow> flowsIn(const Design& design) {
    std::array<bool, wordCount<Flow>()> used{};
    for (const Connection& connection : design.connections)
        used[std::size_t(connection.flow)] = true;
    QList<Flow> flows;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (used[i])
            flows.append(Flow(i));
    }
    return flows;
}

void paintCard(const PaintContext& context, const FrontEntry& entry, Point offset) {
    const Card& card = *entry.card;
    const Theme& theme = context.theme;
    QPainter& painter = context.painter;
    const QRectF rect = context.snapped(toRectF(card.rect.translated(offset)));
    const bool sticky = card.kind == CardKind::Text || card.kind == CardKind::Task;
    if (context.shadows)
        paintShadow(painter, rect, look::kCardRadius, theme.shadow);
    paintCardShape(painter, rect, sticky ? theme.sticky : theme.card,
                   sticky ? theme.stickyBorder : theme.cardBorder);
    CardWriter out(rect, &painter, context.caches.texts);
    write(out, context.design, card, theme, entry.id == context.typed);

    const Marks marks = marksOf(context.design, context.index.attached(entry.id));
    for (int i = 0; i < int(marks.size()); ++i)
        paintMark(painter, markCentre(rect, i), marks[i], theme, sticky ? theme.sticky : theme.card,
                  context.detail.small);
    paintHeld(painter, rect, entry.locked, entry.pinned, theme, sticky ? theme.sticky : theme.card);
}

Size leastCardSize(const Card& card) {
    constexpr double kTall = 100'000, kWidest = 320, kStep = 16;
    TextCache texts;
    Card wide = card;
    for (double width = points(card.rect.w); width < kWidest; width += kStep) {
        wide.rect.w = units(width);
        const double room = width - 2 * look::kCardInsetX;
        if (!texts.paragraphs(card.text, fonts::Role::CardText, room, kTall).split && room >= kStep)
            break;
    }
    return fittingCardSize({}, wide);
}

Size fittingCardSize(const Design& design, const Card& card) {
    constexpr double kTall = 100'000;
    TextCache texts;
    CardWriter out(QRectF(0, 0, points(card.rect.w), kTall), nullptr, texts);
    write(out, design, card, Theme());
    return {card.rect.w, units(std::max(out.neededHeight(), points(kMinSize)))};
}

} // namespace groundplan
