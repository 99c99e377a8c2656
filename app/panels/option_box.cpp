#include "app/panels/option_box.h"

#include "app/panels/continued_field.h"
#include "app/panels/controls.h"
#include "app/panels/element_edits.h"
#include "app/panels/fields.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/move_grip.h"
#include "model/operations/operations.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QRadioButton>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// The sign before a pro or con, in its colour.
class SideSign : public QWidget {
public:
    SideSign(PanelHost& host, Side side)
        : host_(host)
        , side_(side) {
        setFixedSize(14, 22);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme& theme = host_.painter().theme();
        painter.setPen(QPen(side_ == Side::Pro ? theme.good : theme.bad, 1.75, Qt::SolidLine, Qt::RoundCap));
        const QPointF middle(7, 11);
        painter.drawLine(middle - QPointF(3.5, 0), middle + QPointF(3.5, 0));
        if (side_ == Side::Pro)
            painter.drawLine(middle - QPointF(0, 3.5), middle + QPointF(0, 3.5));
    }

private:
    PanelHost& host_;
    Side side_;
};

QList<ArgumentId> argumentsOf(const Design& design, OptionId option, Side side) {
    QList<ArgumentId> ids;
    for (const Argument* row : design.arguments.sorted(
             [&](const Argument& argument) { return argument.option == option && argument.side == side; }))
        ids.append(row->id);
    return ids;
}

} // namespace

OptionBox::OptionBox(PanelHost& host, DecisionId decision, OptionId option, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , decision_(decision)
    , option_(option)
    , grip_(new MoveGrip)
    , chosen_(new QRadioButton)
    , arguments_(new QWidget) {
    chosen_->setAutoExclusive(false); // a second click takes the choice back
    chosen_->setToolTip(tr("Choose this option"));
    const auto title = quietField(host, tr("Add an option"));
    title_ = title.widget;
    title_->setAccessibleName(tr("Option"));
    title_->setReturnFinishes(true);
    QFont strong = title_->font();
    strong.setWeight(QFont::Medium);
    title_->setFont(strong);
    auto* remove = iconButton(u"close"_s, tr("Delete this option"));
    remove->setFixedSize(22, 22);
    remove->setIconSize({12, 12});
    remove_ = remove;

    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(3);
    top->addWidget(grip_, 0, Qt::AlignTop);
    top->addWidget(chosen_, 0, Qt::AlignTop);
    top->addWidget(title_, 1);
    top->addWidget(remove, 0, Qt::AlignTop);
    chosen_->setFixedHeight(24);

    auto* column = new QVBoxLayout(arguments_);
    column->setContentsMargins(35, 0, 2, 2);
    column->setSpacing(0);
    for (QBoxLayout*& side : sides_) {
        side = new QVBoxLayout;
        side->setSpacing(0);
        column->addLayout(side);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 3, 3, 3);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(arguments_);

    title.binding->bind(
        [this] {
            return EditName{host_.design().options.contains(option_) ? "change-option" : "add-option", {}};
        },
        [this](const Design& design) -> std::optional<QString> {
            if (const Option* row = design.options.find(option_))
                return row->title;
            return design.decisions.contains(decision_) ? std::optional(QString()) : std::nullopt;
        },
        [this](Editor& editor, const QString& text) -> Result<void> {
            if (!editor.design().decisions.contains(decision_))
                return Failure(subjectGone());
            const Option* found = editor.design().options.find(option_);
            if (!found && text.isEmpty())
                return {};
            Option row = found ? *found : Option{option_, decision_, {}, lastOrder(editor.design().options)};
            row.title = oneLine(text);
            editor.put(row);
            return {};
        });
    connect(title_, &GrowingTextEdit::returnPressed, this, [this, binding = title.binding] {
        binding->finish();
        refresh();
        if (!lines_[0].isEmpty())
            lines_[0].last().second.field->setFocus(Qt::TabFocusReason);
    });
    connect(chosen_, &QRadioButton::clicked, this, [this](bool on) {
        const Option* row = host_.design().options.find(option_);
        host_.edit(on && row ? EditName{"choose-option", {row->title}} : EditName{"change-decision", {}},
                   [this, on](Editor& editor) {
                       return changeRow<Decision>(editor, decision_, [&](Decision& changed) {
                           changed.chosen =
                               on && editor.design().options.contains(option_) ? option_ : OptionId{};
                       });
                   });
    });
    connect(grip_, &MoveGrip::moveRequested, this, &OptionBox::moveRequested);
    for (const int step : {-1, 1}) {
        auto* keys = new QShortcut(QKeySequence(Qt::ALT | (step < 0 ? Qt::Key_Up : Qt::Key_Down)), this);
        keys->setContext(Qt::WidgetWithChildrenShortcut);
        connect(keys, &QShortcut::activated, this, [this, step] { Q_EMIT moveRequested(step); });
    }
    connect(remove, &QToolButton::clicked, this, [this] {
        host_.edit({"delete-option", {}}, [id = option_](Editor& editor) -> Result<void> {
            removeOption(editor, id);
            return {};
        });
    });
}

bool OptionBox::hasFocusInside() const {
    const QWidget* focused = QApplication::focusWidget();
    return focused && isAncestorOf(focused);
}

void OptionBox::refresh() {
    const Design& design = host_.design();
    const bool exists = design.options.contains(option_);
    const Decision* decision = design.decisions.find(decision_);
    const bool chosen = exists && decision && decision->chosen == option_;
    chosen_->setChecked(chosen);
    chosen_->setEnabled(exists && !host_.isReadOnly());
    chosen_->setAccessibleName(exists ? tr("Choose “%1”").arg(design.options.find(option_)->title)
                                      : QString());
    remove_->setVisible(exists && !host_.isReadOnly());
    grip_->setEnabled(exists && !host_.isReadOnly());
    grip_->setAccessibleName(exists ? tr("Move “%1”").arg(design.options.find(option_)->title) : QString());
    arguments_->setVisible(exists);
    if (exists) {
        syncSide(Side::Pro);
        syncSide(Side::Con);
    }
    update();
}

void OptionBox::syncSide(Side side) {
    auto& lines = lines_[int(side)];
    const QList<ArgumentId> ids = argumentsOf(host_.design(), option_, side);
    // Lines whose argument is gone go, but for the one that is being typed into and the empty one at the end.
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        const auto& [id, line] = lines[i];
        const bool isBlank = line.field->toPlainText().isEmpty();
        const bool spare = i == lines.size() - 1 && isBlank && !host_.isReadOnly();
        if (ids.contains(id) || line.field->hasFocus() || spare)
            continue;
        line.row->hide();
        line.row->deleteLater();
        lines.removeAt(i);
    }
    QList<std::pair<ArgumentId, Line>> sorted;
    for (const ArgumentId id : ids) {
        const auto known =
            std::find_if(lines.begin(), lines.end(), [id](const auto& each) { return each.first == id; });
        sorted.append(known != lines.end() ? *known : std::pair(id, makeLine(side, id)));
    }
    for (const auto& each : std::as_const(lines)) {
        if (!ids.contains(each.first))
            sorted.append(each);
    }
    if (!host_.isReadOnly() && (sorted.isEmpty() || ids.contains(sorted.last().first))) {
        const ArgumentId fresh = ArgumentId::random();
        sorted.append({fresh, makeLine(side, fresh)});
    }
    lines = sorted;
    QBoxLayout* column = sides_[int(side)];
    for (int i = 0; i < lines.size(); ++i) {
        QWidget* row = lines[i].second.row;
        if (!column->itemAt(i) || column->itemAt(i)->widget() != row) {
            column->insertWidget(i, row);
            row->show();
        }
    }
}

OptionBox::Line OptionBox::makeLine(Side side, ArgumentId id) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const auto field =
        quietField(host_, side == Side::Pro ? tr("What speaks for it") : tr("What speaks against it"));
    field.widget->setReturnFinishes(true);
    field.widget->setAccessibleName(side == Side::Pro ? tr("Pro") : tr("Con"));
    layout->addWidget(new SideSign(host_, side), 0, Qt::AlignTop);
    layout->addWidget(field.widget, 1);
    field.binding->bind(
        [this, id] {
            return EditName{host_.design().arguments.contains(id) ? "change-argument" : "add-argument", {}};
        },
        [this, id](const Design& design) -> std::optional<QString> {
            if (const Argument* found = design.arguments.find(id))
                return found->text;
            return design.options.contains(option_) ? std::optional(QString()) : std::nullopt;
        },
        [this, side, id](Editor& editor, const QString& text) -> Result<void> {
            if (!editor.design().options.contains(option_))
                return Failure(subjectGone());
            if (text.isEmpty()) {
                editor.remove<Argument>(id);
                return {};
            }
            const Argument* found = editor.design().arguments.find(id);
            Argument argument =
                found ? *found : Argument{id, option_, side, {}, lastOrder(editor.design().arguments)};
            argument.text = oneLine(text);
            editor.put(argument);
            return {};
        });
    connect(field.widget, &GrowingTextEdit::returnPressed, field.widget,
            [this, side, binding = field.binding] {
                binding->finish();
                syncSide(side); // the next empty line is there before the keyboard goes to it
                lines_[int(side)].last().second.field->setFocus(Qt::TabFocusReason);
            });
    connect(field.binding, &ContinuedField::finished, this, [this, side] { syncSide(side); });
    return {row, field.widget, field.binding};
}

void OptionBox::paintEvent(QPaintEvent*) {
    if (!chosen_->isChecked())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor tint = palette().color(QPalette::Highlight);
    tint.setAlphaF(0.10F);
    painter.setBrush(tint);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace groundplan
