#include "app/report/rubric_page.h"

#include "app/report/page_look.h"
#include "app/report/set_text.h"

#include <QCoreApplication>
#include <QPainter>

#include <array>

namespace groundplan::report {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RubricPage)
};

struct Signal {
    const char* title;
    const char* seen; ///< what it shows in
};

constexpr std::array<Signal, 5> kSignals{{
    {QT_TRANSLATE_NOOP("RubricPage", "Framing the problem"),
     QT_TRANSLATE_NOOP("RubricPage",
                       "Asks before designing; goal, users, scale and limits; what is predicted and why; "
                       "metrics that follow from the goal.")},
    {QT_TRANSLATE_NOOP("RubricPage", "Data and features"),
     QT_TRANSLATE_NOOP("RubricPage",
                       "Sources, labels and their delay; sampling, split and leakage; features, the same "
                       "in training and serving; privacy.")},
    {QT_TRANSLATE_NOOP("RubricPage", "Modelling and evaluation"),
     QT_TRANSLATE_NOOP("RubricPage",
                       "A baseline first; a model that fits data and limits; loss, imbalance, calibration; "
                       "evaluation offline and online.")},
    {QT_TRANSLATE_NOOP("RubricPage", "Serving and operations"),
     QT_TRANSLATE_NOOP("RubricPage",
                       "Online and offline path apart; latency, load and cost in numbers; fallback, "
                       "release, monitoring, retraining.")},
    {QT_TRANSLATE_NOOP("RubricPage", "Trade-offs and communication"),
     QT_TRANSLATE_NOOP("RubricPage",
                       "Names alternatives and why one was chosen; takes hints; leads through the design; "
                       "ends with a whole one in time.")},
}};

constexpr std::array<const char*, 4> kLevels{{
    QT_TRANSLATE_NOOP("RubricPage", "Very weak"),
    QT_TRANSLATE_NOOP("RubricPage", "Weak"),
    QT_TRANSLATE_NOOP("RubricPage", "Strong"),
    QT_TRANSLATE_NOOP("RubricPage", "Very strong"),
}};

using fonts::Role;
const TextStyle kHeading{Role::InspectorTitle, Role::InspectorTitle, 17, 23, false};
const TextStyle kStrong{Role::CardStrong, Role::CardStrong, 10, 13.5, false};
const TextStyle kCell{Role::CardText, Role::CardStrong, 9, 12, true};
const TextStyle kSmall{Role::CardText, Role::CardStrong, 8, 11, true};

constexpr double kSignalShare = 0.31;
constexpr double kBox = 9; ///< to tick

double paintText(QPainter& painter, QPointF at, const QString& text, const TextStyle& style, double width,
                 const Theme& theme) {
    double top = at.y();
    for (const SetLine& line : setText(text, style, width)) {
        paintLine(painter, {at.x(), top}, line, style.muted, theme);
        top += style.leading;
    }
    return top;
}

/// A label with a line to write on.
void paintBlank(QPainter& painter, QPointF at, const QString& label, double width, const Theme& theme) {
    const double bottom = at.y() + 14;
    paintText(painter, at, label, kCell, width, theme);
    double used = 0;
    for (const Piece& piece : setText(label, kCell, width).value(0))
        used = std::max(used, piece.right);
    paintRule(painter, {at.x() + used + 6, bottom}, at.x() + width, theme.muted, 0.5);
}

} // namespace

void paintRubric(QPainter& painter, QSizeF paper, const Theme& theme) {
    const QRectF area = textArea(paper);
    double y = paintText(painter, area.topLeft(), Words::tr("Rubric"), kHeading, area.width(), theme) + 2;
    y = paintText(
            painter, {area.left(), y},
            Words::tr("For the interviewer’s pen: tick a level for each signal and note what it was seen in. "
                      "A signal that could not be seen stays empty."),
            kCell, area.width(), theme) +
        14;
    const double third = (area.width() - 2 * 16) / 3;
    paintBlank(painter, {area.left(), y}, Words::tr("Candidate"), third, theme);
    paintBlank(painter, {area.left() + third + 16, y}, Words::tr("Interviewer"), third, theme);
    paintBlank(painter, {area.left() + 2 * (third + 16), y}, Words::tr("Date"), third, theme);
    y += 34;

    const double signalWidth = area.width() * kSignalShare;
    const double levelWidth = (area.width() - signalWidth) / double(kLevels.size());
    const double notes = 118; // room below the table
    paintText(painter, {area.left(), y}, Words::tr("Signal"), kStrong, signalWidth, theme);
    for (std::size_t i = 0; i < kLevels.size(); ++i)
        paintText(painter, {area.left() + signalWidth + double(i) * levelWidth + 8, y}, Words::tr(kLevels[i]),
                  kStrong, levelWidth - 8, theme);
    y += 18;
    const double top = y;
    const double row = (area.bottom() - notes - y) / double(kSignals.size());
    paintRule(painter, {area.left(), y}, area.right(), theme.text, 0.9);
    for (const Signal& signal : kSignals) {
        const double below = paintText(painter, {area.left(), y + 8}, Words::tr(signal.title), kStrong,
                                       signalWidth - 12, theme);
        paintText(painter, {area.left(), below + 2}, Words::tr(signal.seen), kSmall, signalWidth - 14, theme);
        painter.setPen(QPen(theme.text, 0.7));
        painter.setBrush(Qt::NoBrush);
        for (std::size_t i = 0; i < kLevels.size(); ++i)
            painter.drawRect(
                QRectF(area.left() + signalWidth + double(i) * levelWidth + 8, y + 10, kBox, kBox));
        y += row;
        paintRule(painter, {area.left(), y}, area.right(), theme.muted, 0.5);
    }
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        const double x = area.left() + signalWidth + double(i) * levelWidth;
        painter.setPen(QPen(theme.muted, 0.4));
        painter.drawLine(QPointF(x, top), QPointF(x, y));
    }
    y += 16;
    paintText(painter, {area.left(), y}, Words::tr("In sum, and what it rests on"), kStrong, area.width(),
              theme);
    for (y += 36; y <= area.bottom(); y += 22)
        paintRule(painter, {area.left(), y}, area.right(), theme.muted, 0.5);
}

} // namespace groundplan::report
