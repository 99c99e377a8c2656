#include "app/panels/answer_place.h"
#include "app/panels/continued_field.h"
#include "app/panels/controls.h"
#include "app/panels/entry.h"
#include "app/panels/fields.h"
#include "app/panels/flow_layout.h"
#include "app/panels/plan_parts.h"
#include "app/panels/prompt_answer.h"
#include "model/design/words_text.h"
#include "model/framework/answering.h"

#include <QCompleter>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The answers of a plan that are about metrics.

namespace groundplan {
namespace {

/// What a metric is, for who picks one.
QString wordsOn(const UsualMetric& metric, const QString& language) {
    QStringList lines;
    if (!metric.formula.isEmpty())
        lines << metric.formula.in(language);
    if (!metric.when.isEmpty())
        lines << PromptAnswer::tr("When: %1").arg(metric.when.in(language));
    if (!metric.misleads.isEmpty())
        lines << PromptAnswer::tr("Misleads: %1").arg(metric.misleads.in(language));
    QStringList shown;
    for (const QString& line : std::as_const(lines))
        shown << u"<p>%1</p>"_s.arg(line.toHtmlEscaped());
    return shown.join(QString());
}

QStringList capitalisedKinds() {
    QStringList kinds;
    for (const QString& kind : textsOf<MetricKind>())
        kinds.append(capitalised(kind));
    return kinds;
}

/// A line like "AUC >= 0.8", and the names that are suggested.
class MetricAnswer : public PromptAnswer {
public:
    MetricAnswer(PanelHost& host, const Answer& answer)
        : PromptAnswer(host)
        , line_(new QLineEdit)
        , kind_(new Choice(capitalisedKinds()))
        , place_(new AnswerPlace(host))
        , made_(new MadeChip(host)) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(6);
        line_->setPlaceholderText(
            PromptAnswer::tr("%1 >= 0.8, and Enter").arg(answer.suggested.value(0, u"AUC"_s)));
        line_->setAccessibleName(PromptAnswer::tr("Metric"));
        QStringList names;
        for (const UsualMetric& metric : host.catalogue().metrics())
            names << metric.name;
        auto* completer = new QCompleter(names, this);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        line_->setCompleter(completer);
        connect(line_, &QLineEdit::returnPressed, this, [this] {
            if (!line_->text().trimmed().isEmpty() && add(line_->text(), MetricKind(kind_->currentIndex())))
                line_->clear();
        });
        kind_->setAccessibleName(PromptAnswer::tr("Kind of metric"));
        kind_->setCurrentIndex(int(fromWord<MetricKind>(answer.name).value_or(MetricKind::Offline)));
        connect(line_, &QLineEdit::textChanged, this, [this](const QString& typed) {
            // The library knows better than the prompt what AUC is.
            if (const auto known = knownMetricKind(typed, host_.catalogue()))
                kind_->setCurrentIndex(int(*known));
        });
        column->addWidget(line_);
        column->addWidget(kind_);
        column->addWidget(place_);
        auto* suggestions = new QWidget;
        auto* flow = new FlowLayout(4, suggestions);
        for (const QString& name : answer.suggested) {
            auto* chip = new Chip(name);
            if (const UsualMetric* usual = host.catalogue().metric(name))
                chip->setToolTip(wordsOn(*usual, host.language()));
            connect(chip, &QAbstractButton::clicked, this, [this, name] { add(name, std::nullopt); });
            flow->addWidget(chip);
            chips_.append(chip);
        }
        suggestions->setVisible(!chips_.isEmpty());
        column->addWidget(suggestions);
        connect(place_, &QComboBox::currentIndexChanged, this, [this] { takeChips(); });
        column->addWidget(made_, 0, Qt::AlignLeft);
        MetricAnswer::refresh();
    }

    void refresh() override {
        line_->setReadOnly(host_.isReadOnly());
        kind_->setEnabled(!host_.isReadOnly());
        place_->refresh();
        showMade();
        takeChips();
    }

private:
    /// What is there already is not offered once more.
    void takeChips() {
        QStringList there;
        for (const Metric& metric : host_.design().metrics) {
            if (metric.subject == place_->subject())
                there << metric.name;
        }
        for (Chip* chip : std::as_const(chips_))
            chip->setEnabled(!host_.isReadOnly() && !there.contains(chip->text()));
    }

    void showMade() {
        const Metric* metric = host_.design().metrics.find(madeId_);
        made_->setMade(metric ? metric->name : QString(), metric ? metric->subject : ElementId{}, metric);
    }

    bool add(const QString& typed, std::optional<MetricKind> kind) {
        MetricId added;
        const auto done =
            host_.edit({"add-metric", {}}, [&, subject = place_->subject()](Editor& editor) -> Result<void> {
                const auto made = answerMetric(editor, kind, typed, host_.catalogue(), subject);
                if (!made)
                    return Failure(made.error());
                added = *made;
                return {};
            });
        if (!done)
            return false;
        madeId_ = added;
        showMade();
        return true;
    }

    QLineEdit* line_;
    Choice* kind_;
    AnswerPlace* place_;
    MadeChip* made_;
    MetricId madeId_;
    QList<Chip*> chips_;
};

/// What errors cost, by one of the metrics.
class ErrorCostAnswer : public PromptAnswer {
public:
    explicit ErrorCostAnswer(PanelHost& host)
        : PromptAnswer(host)
        , none_(smallLabel(PromptAnswer::tr("Name a metric first; the costs are kept with it.")))
        , fields_(new QWidget)
        , metric_(new Choice)
        , positive_(lineField(host, PromptAnswer::tr("5 $, a blocked customer")))
        , negative_(lineField(host, PromptAnswer::tr("200 $, a missed fraud"))) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(none_);
        column->addWidget(fields_);
        auto* inner = new QVBoxLayout(fields_);
        inner->setContentsMargins(0, 0, 0, 0);
        inner->setSpacing(6);
        FieldColumn list(inner);
        list.add(PromptAnswer::tr("By which metric"), metric_);
        list.add(PromptAnswer::tr("A false positive costs"), positive_.widget);
        list.add(PromptAnswer::tr("A false negative costs"), negative_.widget);
        connect(metric_, &QComboBox::activated, this, [this](int index) { bindTo(ids_.value(index)); });
        ErrorCostAnswer::refresh();
    }

    void refresh() override {
        const Design& design = host_.design();
        if (!design.metrics.contains(bound_))
            bound_ = {};
        ids_ = metricsForErrors(design, host_.catalogue());
        metric_->clear();
        for (const MetricId id : std::as_const(ids_)) {
            const Metric& metric = *design.metrics.find(id);
            metric_->addItem(metric.subject ? u"%1 · %2"_s.arg(metric.name, design.captionOf(metric.subject))
                                            : metric.name);
        }
        none_->setVisible(ids_.isEmpty());
        fields_->setVisible(!ids_.isEmpty());
        if (!bound_ && !ids_.isEmpty())
            bindTo(ids_.first());
        metric_->setCurrentIndex(int(ids_.indexOf(bound_)));
    }

private:
    void bindTo(MetricId id) {
        bound_ = id;
        const auto bind = [id](ContinuedField* field, QString Metric::*cost, WrongAnswer error) {
            field->bind(
                EditName{"change-metric", {}},
                [id, cost](const Design& design) -> std::optional<QString> {
                    const Metric* metric = design.metrics.find(id);
                    return metric ? std::optional(metric->*cost) : std::nullopt;
                },
                [id, error](Editor& editor, const QString& typed) {
                    return answerErrorCost(editor, id, error, typed);
                });
        };
        bind(positive_.binding, &Metric::costFalsePositive, WrongAnswer::FalsePositive);
        bind(negative_.binding, &Metric::costFalseNegative, WrongAnswer::FalseNegative);
    }

    QLabel* none_;
    QWidget* fields_;
    Choice* metric_;
    const BoundField<QLineEdit> positive_, negative_;
    QList<MetricId> ids_;
    MetricId bound_;
};

} // namespace

PromptAnswer* makeMetricAnswer(PanelHost& host, const Prompt& prompt) {
    return new MetricAnswer(host, prompt.answer);
}

PromptAnswer* makeErrorCostAnswer(PanelHost& host) {
    return new ErrorCostAnswer(host);
}

} // namespace groundplan
