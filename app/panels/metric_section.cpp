#include "app/panels/metric_section.h"

#include "app/panels/controls.h"
#include "app/panels/fields.h"
#include "app/panels/picker.h"
#include "app/panels/row_entry.h"
#include "app/panels/why_caption.h"
#include "model/design/metric_value.h"
#include "model/design/words_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// Met: a tick; missed: a cross; unknown: an empty ring. The shape says it without the colour.
void paintVerdict(QPainter& painter, const QPointF& middle, Verdict verdict, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr qreal radius = 6;
    if (verdict == Verdict::Unknown) {
        painter.setPen(QPen(theme.muted, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, radius - 2, radius - 2);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(verdict == Verdict::Met ? theme.good : theme.bad);
        painter.drawEllipse(middle, radius, radius);
        painter.setPen(QPen(theme.panel, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (verdict == Verdict::Met) {
            const QPointF corners[] = {middle + QPointF(-2.6, 0.2), middle + QPointF(-0.8, 2),
                                       middle + QPointF(2.8, -1.9)};
            painter.drawPolyline(corners, 3);
        } else {
            painter.drawLine(middle + QPointF(-2, -2), middle + QPointF(2, 2));
            painter.drawLine(middle + QPointF(-2, 2), middle + QPointF(2, -2));
        }
    }
    painter.restore();
}

QString textOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Met:
        return MetricSection::tr("meets its target");
    case Verdict::Missed:
        return MetricSection::tr("misses its target");
    case Verdict::Unknown:
        break;
    }
    return MetricSection::tr("no verdict");
}

class MetricEntry : public RowEntry<Metric> {
public:
    MetricEntry(PanelHost& host, const Metric& row, bool draft, QWidget* parent = nullptr)
        : RowEntry(host, row, draft, {"add-metric", "change-metric"}, parent) {
        setHeader(new EntryHeader(
            38, [this](QPainter& painter, const QRect& area) { paintHeader(painter, area); }));
    }

    void refresh() override {
        settle();
        const Metric* metric = row();
        if (!metric)
            return;
        const QString name = metric->name.isEmpty() ? MetricSection::tr("Unnamed metric") : metric->name;
        header_->setAccessibleName(u"%1, %2"_s.arg(name, groundplan::textOf(metric->kind)));
        header_->setAccessibleDescription(
            u"%1 %2, %3"_s.arg(targetText(*metric), currentText(*metric), textOf(verdictOf(*metric))));
        header_->setToolTip(textOf(verdictOf(*metric)));
        header_->update();
        if (!body_)
            return;
        const bool writable = !host_.isReadOnly();
        kind_->setCurrentIndex(int(metric->kind));
        goal_->setCurrent(int(metric->goal));
        shown_->setChecked(metric->shown);
        for (QWidget* widget : std::initializer_list<QWidget*>{kind_, goal_, shown_})
            widget->setEnabled(writable);
        library_->setEnabled(writable);
        const UsualMetric* usual = host_.catalogue().metric(metric->name);
        const QString formula = usual ? usual->formula.in(host_.language()) : QString();
        formula_->setText(formula);
        formula_->setVisible(!formula.isEmpty());
        caption_->setWhy(usual ? whenAndHow(*usual, host_.language()).join(u'\n') : QString());
        costs_->setVisible((usual && usual->errors) || !metric->costFalsePositive.isEmpty() ||
                           !metric->costFalseNegative.isEmpty());
    }

    void focusFirst() override {
        setExpanded(true);
        name_->setFocus(Qt::OtherFocusReason);
    }

protected:
    bool isBlank(const Metric& metric) const override {
        return metric.name.isEmpty() && metric.target.isEmpty() && metric.current.isEmpty();
    }

    QWidget* makeBody() override {
        auto* body = new QWidget;
        auto* column = new QVBoxLayout(body);
        column->setContentsMargins(6, 2, 6, 8);
        column->setSpacing(8);
        FieldColumn fields(column);

        const auto name = lineField(host_, MetricSection::tr("AUC, p99, watch time …"));
        name_ = name.widget;
        bindText(name.binding, &Metric::name);
        QStringList kinds = textsOf<MetricKind>();
        std::transform(kinds.begin(), kinds.end(), kinds.begin(), capitalised);
        kind_ = new Choice(kinds);
        library_ = iconButton(u"search"_s, MetricSection::tr("Choose from the library of metrics"));
        formula_ = smallLine({});
        caption_ = new WhyCaption(MetricSection::tr("Name"), {});
        caption_->setField(name_);
        auto* named = new QVBoxLayout;
        named->setSpacing(4);
        auto* nameRow = new QHBoxLayout;
        nameRow->setSpacing(4);
        nameRow->addWidget(name_, 1);
        nameRow->addWidget(library_);
        named->addWidget(caption_);
        named->addLayout(nameRow);
        named->addWidget(formula_);
        column->addLayout(named);
        fields.add(MetricSection::tr("Kind"), kind_);
        QObject::connect(library_, &QToolButton::clicked, this, [this] { openLibrary(); });

        goal_ = new SegmentedControl(textsOf<Goal>());
        const auto target = lineField(host_, u"0.78"_s);
        target_ = target.widget;
        bindText(target.binding, &Metric::target);
        const auto unit = lineField(host_, u"ms, %"_s);
        bindText(unit.binding, &Metric::unit);
        const auto current = lineField(host_, MetricSection::tr("unknown"));
        bindText(current.binding, &Metric::current);
        fields.add(MetricSection::tr("Goal"), goal_);
        fields.add(MetricSection::tr("Target"), target.widget, MetricSection::tr("Unit"), unit.widget);
        fields.add(MetricSection::tr("Current value"), current.widget);

        costs_ = new QWidget;
        auto* costs = new QVBoxLayout(costs_);
        costs->setContentsMargins(0, 0, 0, 0);
        const auto positive = lineField(host_, MetricSection::tr("not said"));
        bindText(positive.binding, &Metric::costFalsePositive);
        const auto negative = lineField(host_, MetricSection::tr("not said"));
        bindText(negative.binding, &Metric::costFalseNegative);
        FieldColumn(costs).add(MetricSection::tr("False positive costs"), positive.widget,
                               MetricSection::tr("False negative costs"), negative.widget);
        positive.widget->setToolTip(MetricSection::tr("What one false alarm costs, and whom"));
        negative.widget->setToolTip(MetricSection::tr("What one miss costs, and whom"));
        column->addWidget(costs_);

        shown_ = new Switch(row() && row()->subject ? MetricSection::tr("Show on the block")
                                                    : MetricSection::tr("Show on the task card"));
        column->addWidget(shown_);
        column->addWidget(makeFooter(MetricSection::tr("Delete this metric")));

        connect(kind_, &QComboBox::activated, this,
                [this](int index) { change([index](Metric& metric) { metric.kind = MetricKind(index); }); });
        connect(goal_, &SegmentedControl::chosen, this,
                [this](int index) { change([index](Metric& metric) { metric.goal = Goal(index); }); });
        connect(shown_, &Switch::clicked, this,
                [this](bool on) { change([on](Metric& metric) { metric.shown = on; }); });
        return body;
    }

private:
    static QStringList whenAndHow(const UsualMetric& usual, const QString& language) {
        QStringList said;
        if (const QString when = usual.when.in(language); !when.isEmpty())
            said.append(MetricSection::tr("When: %1").arg(when));
        if (const QString misleads = usual.misleads.in(language); !misleads.isEmpty())
            said.append(MetricSection::tr("Misleads: %1").arg(misleads));
        return said;
    }

    void openLibrary() {
        const QString language = host_.language();
        QList<PickerEntry> entries;
        QStringList families;
        for (const UsualMetric& usual : host_.catalogue().metrics()) {
            QStringList details = whenAndHow(usual, language);
            if (const QString formula = usual.formula.in(language); !formula.isEmpty())
                details.prepend(formula);
            const QString family =
                usual.family.isEmpty() ? MetricSection::tr("Other") : capitalised(usual.family);
            if (!families.contains(family))
                families.append(family);
            entries.append({usual.name, usual.name, family, usual.aliases.join(u' '), details.join(u'\n')});
        }
        std::stable_sort(entries.begin(), entries.end(),
                         [&families](const PickerEntry& a, const PickerEntry& b) {
                             return families.indexOf(a.group) < families.indexOf(b.group);
                         });
        auto* picker = new Picker(MetricSection::tr("Library of metrics"), MetricSection::tr("Find a metric"),
                                  entries, this);
        QObject::connect(picker, &Picker::picked, this, [this](const QString& name) {
            if (const UsualMetric* usual = host_.catalogue().metric(name)) {
                change([usual](Metric& metric) {
                    metric.name = usual->name;
                    metric.kind = usual->kind;
                    metric.unit = usual->unit;
                    metric.goal = usual->goal;
                });
                target_->setFocus(Qt::OtherFocusReason);
            }
        });
        const UsualMetric* now = row() ? host_.catalogue().metric(row()->name) : nullptr;
        picker->openBeside(library_, now ? now->name : QString());
    }

    void paintHeader(QPainter& painter, const QRect& area) {
        const Metric* metric = row();
        if (!metric)
            return;
        const QPalette& colours = palette();
        const QFont plain = font();
        QFont small = plain;
        small.setPixelSize(11);
        QFont strong = plain;
        strong.setWeight(QFont::DemiBold);

        const int middle = area.top() + area.height() / 2;
        paintVerdict(painter, QPointF(area.right() - 6, middle), verdictOf(*metric), host_.painter().theme());
        const auto draw = [&](const QRect& rect, const QString& text, const QFont& face,
                              QPalette::ColorRole role, Qt::Alignment side) {
            painter.setFont(face);
            painter.setPen(colours.color(role));
            painter.drawText(rect, int(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                             QFontMetrics(face).elidedText(text, Qt::ElideRight, rect.width()));
        };
        const QString name = metric->name.isEmpty() ? MetricSection::tr("Unnamed metric") : metric->name;
        const QString current = metric->current.isEmpty() ? u"—"_s : currentText(*metric);
        const QString target = targetText(*metric);
        const QRect upper(area.left(), area.top() + 3, area.width() - 22, area.height() / 2 - 2);
        const QRect lower(area.left(), area.top() + area.height() / 2, area.width() - 22,
                          area.height() / 2 - 3);

        // The target stands below the name in every row, so that rows with long names look like the others.
        const int currentWidth = std::clamp(QFontMetrics(strong).horizontalAdvance(current), 50, 96);
        const QMargins besideCurrent(0, 0, currentWidth + 10, 0);
        draw(QRect(upper.right() - currentWidth + 1, area.top(), currentWidth, area.height()), current,
             strong, QPalette::Text, Qt::AlignRight);
        draw(upper - besideCurrent, name, plain,
             metric->name.isEmpty() ? QPalette::PlaceholderText : QPalette::Text, Qt::AlignLeft);
        const QString kind = groundplan::textOf(metric->kind);
        draw(lower - besideCurrent, target.isEmpty() ? kind : kind + u" · "_s + target, small,
             QPalette::PlaceholderText, Qt::AlignLeft);
    }

    QLineEdit* name_ = nullptr;
    QLineEdit* target_ = nullptr;
    QToolButton* library_ = nullptr;
    WhyCaption* caption_ = nullptr;
    QLabel* formula_ = nullptr;
    QWidget* costs_ = nullptr;
    Choice* kind_ = nullptr;
    SegmentedControl* goal_ = nullptr;
    Switch* shown_ = nullptr;
};

QList<MetricId> idsOf(const Design& design, ElementId subject) {
    QList<MetricId> ids;
    for (const Metric* row :
         design.metrics.sorted([subject](const Metric& metric) { return metric.subject == subject; }))
        ids.append(row->id);
    return ids;
}

} // namespace

MetricSection::MetricSection(PanelHost& host, QWidget* parent)
    : Section(host, tr("Metrics"), tr("Add a metric"), parent) {
    setObjectName(u"metrics"_s);
}

void MetricSection::refresh() {
    Section::refresh();
    if (subject())
        return setRemark({});
    // A design is judged before it is live and after: blocks count as well.
    bool offline = false;
    bool online = false;
    for (const Metric& metric : host_.design().metrics) {
        offline = offline || (metric.kind == MetricKind::Offline && !metric.name.isEmpty());
        online = online || (metric.kind == MetricKind::Online && !metric.name.isEmpty());
    }
    setRemark(offline && online ? QString()
              : offline         ? tr("No online metric yet: what would show in use that it works?")
              : online ? tr("No offline metric yet: by what are models compared before they go live?")
                       : tr("Neither an offline nor an online metric yet, on the design or a block."));
}

QList<qint64> MetricSection::rowIds(const Design& design) const {
    QList<qint64> ids;
    for (const MetricId id : idsOf(design, subject()))
        ids.append(id.value());
    return ids;
}

Entry* MetricSection::makeEntry(qint64 id, bool draft) {
    Metric row;
    row.id = MetricId(id);
    row.subject = subject();
    return new MetricEntry(host_, row, draft);
}

bool MetricSection::isDraft(const Entry& entry) const {
    return static_cast<const MetricEntry&>(entry).isDraft();
}

void MetricSection::moveRow(qint64 id, int step) {
    host_.edit({"change-metric", {}}, [id, step, subject = subject()](Editor& editor) {
        return groundplan::moveRow<Metric>(editor, idsOf(editor.design(), subject), MetricId(id), step);
    });
}

void MetricSection::removeRow(qint64 id) {
    host_.edit({"delete-metric", {}}, [id](Editor& editor) -> Result<void> {
        removeMetric(editor, MetricId(id));
        return {};
    });
}

} // namespace groundplan
