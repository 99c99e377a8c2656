#include "app/window/session_pill.h"

#include "app/render/fonts.h"
#include "app/window/appearance.h"

#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kHeight = 30;
constexpr int kSide = 10;
constexpr int kRing = 14; ///< diameter
constexpr int kGap = 8;
constexpr qint64 kSecond = 1'000;
constexpr int kWholeName = 160; ///< pixels of the step's name, where there is room
constexpr int kCutName = 90;

QFont pillFont() {
    QFont font = fonts::of(fonts::Role::Panel);
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor inkOf(Pace pace, const Theme& theme) {
    switch (pace) {
    case Pace::Calm:
        return theme.good;
    case Pace::Last:
        return theme.warning;
    case Pace::Over:
        return theme.bad;
    case Pace::Paused:
        return theme.muted;
    }
    return theme.muted;
}

QColor mixed(const QColor& a, const QColor& b, double part) {
    return QColor::fromRgbF(float(a.redF() * part + b.redF() * (1 - part)),
                            float(a.greenF() * part + b.greenF() * (1 - part)),
                            float(a.blueF() * part + b.blueF() * (1 - part)));
}

double partUsed(const SessionRun& run) {
    if (!run.session())
        return 0;
    const QDateTime now = run.now();
    const qint64 budget = budgetsAt(*run.session(), now).value(run.session()->step);
    const qint64 left = leftOfStep(*run.session(), now);
    return budget <= 0 ? 1 : std::clamp(1 - double(left) / double(budget), 0.0, 1.0);
}

QString stepTitle(const SessionRun& run, const QString& language) {
    const PracticeSession* session = run.session();
    if (!session)
        return {};
    const QString name = session->steps.value(session->step).name;
    const Framework* framework = run.framework();
    const Step* known = framework ? framework->step(name) : nullptr;
    return known ? known->title.in(language) : name;
}

/// " · 06:12 of 10:00"
QString sessionTime(const SessionRun& run) {
    const PracticeSession* session = run.session();
    if (!session)
        return {};
    const QDateTime now = run.now();
    const qint64 budget = budgetsAt(*session, now).value(session->step);
    return SessionPill::tr(" · %1 of %2").arg(clockText(leftOfStep(*session, now)), clockText(budget));
}

/// The ring (two bars while it is paused) and the words.
void paintClock(QPainter& painter, const QRect& area, const SessionRun& run, const QString& language,
                const QColor& ink) {
    const QRectF ring(area.left() + 1, area.center().y() - kRing / 2.0 + 0.5, kRing, kRing);
    const bool paused = paceOf(run) == Pace::Paused;
    if (paused) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawRoundedRect(QRectF(ring.left() + 2.5, ring.top() + 2, 3.2, kRing - 4), 1, 1);
        painter.drawRoundedRect(QRectF(ring.right() - 5.7, ring.top() + 2, 3.2, kRing - 4), 1, 1);
    } else {
        QColor rest = ink;
        rest.setAlphaF(0.28F);
        const QRectF line = ring.adjusted(1.25, 1.25, -1.25, -1.25);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(rest, 2.5));
        painter.drawEllipse(line);
        painter.setPen(QPen(ink, 2.5, Qt::SolidLine, Qt::RoundCap));
        constexpr int kTop = 90 * 16;
        painter.drawArc(line, kTop, -int(partUsed(run) * 360 * 16));
    }
    painter.setPen(ink);
    painter.setFont(pillFont());
    const QFontMetrics metrics(pillFont());
    const QRect words = area.adjusted(kRing + kGap, 0, 0, 0);
    const QString time = sessionTime(run);
    // The time is never cut, only the name before it.
    const QString name = metrics.elidedText(stepTitle(run, language), Qt::ElideRight,
                                            words.width() - metrics.horizontalAdvance(time) - 1);
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, name + time);
}

/// As wide as the words ever get in this step, so that nothing moves each second; of the step's name at most
/// `name` pixels.
int widthOf(const SessionRun& run, const QString& language, int name) {
    QString time = sessionTime(run);
    for (QChar& c : time) {
        if (c.isDigit())
            c = u'0';
    }
    const QFontMetrics metrics(pillFont());
    return 2 * kSide + kRing + kGap + std::min(name, metrics.horizontalAdvance(stepTitle(run, language))) +
           metrics.horizontalAdvance(time) + 4;
}

} // namespace

Pace paceOf(const SessionRun& run) {
    const PracticeSession* session = run.session();
    if (!session || session->state != SessionState::Running)
        return Pace::Paused;
    const QDateTime now = run.now();
    const qint64 left = leftOfStep(*session, now);
    const qint64 budget = budgetsAt(*session, now).value(session->step);
    return left < 0 ? Pace::Over : left * 5 <= budget ? Pace::Last : Pace::Calm;
}

QString clockText(qint64 ms) {
    // What is left of a second counts as one: a step of ten minutes begins at 10:00.
    const qint64 seconds = ms >= 0 ? (ms + kSecond - 1) / kSecond : -ms / kSecond;
    const QString text =
        u"%1:%2"_s.arg(seconds / 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return ms < 0 ? u'+' + text : text;
}

QString sessionText(const SessionRun& run, const QString& language) {
    return stepTitle(run, language) + sessionTime(run);
}

SessionPill::SessionPill(const SessionRun& run, const Appearance& appearance, const QString& language,
                         QWidget* parent)
    : QAbstractButton(parent)
    , run_(run)
    , appearance_(appearance)
    , language_(language) {
    setObjectName(u"session-pill"_s);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&run, &SessionRun::changed, this, &SessionPill::refresh);
    connect(&run, &SessionRun::ticked, this, &SessionPill::refresh);
    connect(&appearance, &Appearance::themeChanged, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (menu_)
            menu_->popup(mapToGlobal(QPoint(width() - menu_->sizeHint().width(), height() + 4)));
    });
    refresh();
}

void SessionPill::refresh() {
    const PracticeSession* session = run_.session();
    setVisible(session != nullptr);
    if (!session)
        return;
    const QDateTime now = run_.now();
    const QString text = sessionText(run_, language_);
    setText(text);
    const QString state = run_.isRunning() ? QString() : tr(" (paused)");
    setAccessibleName(tr("Practice session: %1").arg(text + state));
    const qint64 all = leftOfAll(*session, now);
    setToolTip(run_.isRunning()
                   ? tr("This is step %1 of %2: %3 of its %4 are left, and %5 of the session’s %6.")
                         .arg(session->step + 1)
                         .arg(session->steps.size())
                         .arg(clockText(std::max<qint64>(leftOfStep(*session, now), 0)),
                              clockText(budgetsAt(*session, now).value(session->step)),
                              clockText(std::max<qint64>(all, 0)),
                              clockText(qint64(session->minutes) * 60'000))
                   : tr("The session is paused."));
    const Pace pace = paceOf(run_);
    if (pace != shown_ || sizeHint().width() != width())
        updateGeometry();
    shown_ = pace;
    update();
}

QSize SessionPill::sizeHint() const {
    return {widthOf(run_, language_, kWholeName), kHeight};
}

QSize SessionPill::minimumSizeHint() const {
    return {widthOf(run_, language_, kCutName), kHeight};
}

void SessionPill::paintEvent(QPaintEvent*) {
    if (!run_.session())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = appearance_.theme();
    const QColor strong = inkOf(paceOf(run_), theme);
    const QColor tint = mixed(strong, theme.panel, underMouse() || isDown() ? 0.24 : 0.16);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(tint);
    painter.drawRoundedRect(pill, 8, 8);
    paintClock(painter, rect().adjusted(kSide, 0, -kSide + 2, 0), run_, language_, readableOn(strong, tint));
}

SmallClock::SmallClock(const SessionRun& run, const Appearance& appearance, const QString& language,
                       QWidget* parent)
    : QWidget(parent,
              Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint | Qt::WindowDoesNotAcceptFocus)
    , run_(run)
    , appearance_(appearance)
    , language_(language) {
    setObjectName(u"small-clock"_s);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setWindowTitle(tr("Practice clock"));
    setToolTip(tr("Drag it where you like; a double click puts it away."));
    setCursor(Qt::SizeAllCursor);
    const auto refresh = [this] {
        if (sizeHint() != size())
            resize(sizeHint());
        update();
    };
    connect(&run, &SessionRun::changed, this, refresh);
    connect(&run, &SessionRun::ticked, this, refresh);
    connect(&appearance, &Appearance::themeChanged, this, qOverload<>(&QWidget::update));
    resize(sizeHint());
}

QSize SmallClock::sizeHint() const {
    return {std::max(150, widthOf(run_, language_, 2 * kWholeName) + 12), 40};
}

void SmallClock::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = appearance_.theme();
    painter.fillRect(rect(), theme.panel);
    painter.setPen(theme.fieldBorder);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    if (run_.session())
        paintClock(painter, rect().adjusted(14, 0, -12, 0), run_, language_,
                   readableOn(inkOf(paceOf(run_), theme), theme.panel));
}

void SmallClock::mousePressEvent(QMouseEvent* event) {
    grip_ = event->globalPosition().toPoint() - pos();
}

void SmallClock::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton)
        move(event->globalPosition().toPoint() - grip_);
}

void SmallClock::mouseDoubleClickEvent(QMouseEvent*) {
    Q_EMIT closed();
}

} // namespace groundplan
