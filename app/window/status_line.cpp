#include "app/window/status_line.h"

#include "app/panels/controls.h"
#include "app/panels/selected.h"
#include "app/panels/style.h"
#include "app/window/actions.h"
#include "model/design/counted.h"
#include "model/design/design.h"
#include "model/versions/conflict_marks.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kMessageTime = 8'000; // ms

QToolButton* actionButton(QAction* action, int side) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setFixedSize(side, side);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::TabFocus);
    Style::setVariant(button, Style::Variant::Quiet); // what is folded is seen
    button->setAccessibleName(action->text().remove(u'&'));
    return button;
}

} // namespace

StatusLine::StatusLine(const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , counts_(mutedLabel({}))
    , message_(new QLabel)
    , lens_(new QToolButton)
    , zoom_(new QToolButton) {
    setFixedHeight(29);
    setAutoFillBackground(true);
    message_->setTextFormat(Qt::RichText);
    message_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    message_->setAlignment(Qt::AlignCenter);
    counts_->setObjectName(u"counts"_s);
    message_->setObjectName(u"message"_s);
    message_->installEventFilter(this);

    auto* zooms = new QMenu(zoom_);
    zooms->addAction(actions[ActionId::FitAll]);
    zooms->addAction(actions[ActionId::FitSelection]);
    zooms->addSeparator();
    for (const int percent : {25, 50, 75, 100, 150, 200, 400})
        zooms->addAction(tr("%1 %").arg(percent), this,
                         [this, percent] { Q_EMIT zoomWanted(percent / 100.0); });
    zoom_->setMenu(zooms);
    zoom_->setPopupMode(QToolButton::InstantPopup);
    zoom_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    zoom_->setFocusPolicy(Qt::TabFocus);
    zoom_->setFixedSize(58, 23);
    zoom_->setToolTip(tr("Zoom"));

    lens_->setText(tr("Lens"));
    lens_->setObjectName(u"lens"_s);
    lens_->setPopupMode(QToolButton::InstantPopup);
    lens_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    lens_->setFocusPolicy(Qt::TabFocus);
    lens_->setFixedHeight(23);
    lens_->setToolTip(tr("Dim all but one part of the design"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 1, 8, 0);
    row->setSpacing(4);
    row->addWidget(actionButton(actions[ActionId::TogglePalette], 24));
    row->addSpacing(2);
    row->addWidget(counts_);
    row->addSpacing(16);
    row->addWidget(message_, 1);
    row->addSpacing(16);
    row->addWidget(lens_);
    row->addSpacing(6);
    row->addWidget(actionButton(actions[ActionId::ZoomOut], 24));
    row->addWidget(zoom_);
    row->addWidget(actionButton(actions[ActionId::ZoomIn], 24));
    row->addSpacing(6);
    row->addWidget(actionButton(actions[ActionId::ToggleInspector], 24));

    timer_.setSingleShot(true);
    timer_.setInterval(kMessageTime);
    connect(&timer_, &QTimer::timeout, this, [this] { showMessage({}); });
    connect(message_, &QLabel::linkActivated, this, [this] {
        if (link_)
            link_();
    });
    setZoom(1);
}

void StatusLine::setCounts(const Design& design) {
    const auto count = [](qsizetype n, const char* text) { // %Ln: in groups of digits, 10,000
        return counted(tr(text, nullptr, int(n)), n);
    };
    QStringList parts{
        count(design.blocks.size(), QT_TR_NOOP("%Ln block(s)")),
        count(design.connections.size(), QT_TR_NOOP("%Ln connection(s)")),
        count(design.metrics.size(), QT_TR_NOOP("%Ln metric(s)")),
        count(design.decisions.size(), QT_TR_NOOP("%Ln decision(s)")),
    };
    // What many boards have none of is named where there is some.
    ElementCounts drawn;
    for (const Stroke& stroke : design.strokes)
        drawn.add(stroke);
    for (const Shape& shape : design.shapes)
        drawn.add(shape);
    for (qsizetype i = 0; i < design.images.size(); ++i)
        drawn.add(ElementType::Image);
    if (const QString words = drawn.text(); !words.isEmpty())
        parts.append(words);
    if (const qsizetype conflicts = conflictMarks(design).size(); conflicts > 0)
        parts.append(count(conflicts, QT_TR_NOOP("%Ln merge conflict(s)")));
    counts_->setText(parts.join(u" · "_s));
}

QString StatusLine::counts() const {
    return counts_->text();
}

void StatusLine::setLensMenu(QMenu* menu) {
    lens_->setMenu(menu);
}

void StatusLine::setZoom(double zoom) {
    const double percent = zoom * 100;
    const QString text = percent < 0.995 ? tr("under 1 %") : tr("%1 %").arg(qRound(percent));
    zoom_->setText(text);
    zoom_->setAccessibleName(tr("Zoom, %1").arg(text));
}

void StatusLine::showMessage(const QString& sentence, const QString& linkText, std::function<void()> link) {
    sentence_ = sentence;
    linkText_ = linkText;
    link_ = std::move(link);
    fitMessage();
    message_->setToolTip(sentence);
    if (sentence.isEmpty())
        timer_.stop();
    else
        timer_.start();
}

/// A path is known by both its ends.
void StatusLine::fitMessage() {
    const QFontMetrics metrics = message_->fontMetrics();
    const int link = link_ ? metrics.horizontalAdvance(u"  "_s + linkText_) : 0;
    const int room = std::max(0, message_->width() - link - metrics.averageCharWidth());
    QString shown = metrics.elidedText(sentence_, Qt::ElideMiddle, room).toHtmlEscaped();
    if (link_)
        shown += u" &nbsp;<a href=\"#\">%1</a>"_s.arg(linkText_.toHtmlEscaped());
    message_->setText(shown);
}

bool StatusLine::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        fitMessage();
    return QWidget::eventFilter(watched, event);
}

QString StatusLine::message() const {
    return sentence_;
}

} // namespace groundplan
