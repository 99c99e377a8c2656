#include "app/window/practice_dialog.h"

#include "app/panels/controls.h"
#include "app/panels/entry.h"
#include "app/panels/style.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kNameRole = Qt::UserRole;

/// Whether every word occurs in the text.
bool matches(const QString& text, const QString& words) {
    const QStringList parts = words.simplified().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(),
                       [&text](const QString& part) { return text.contains(part, Qt::CaseInsensitive); });
}

/// Whether every word begins one of the text's: "ads" is not in "loads".
bool hasWords(const QString& text, const QString& words) {
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    const QStringList there = text.split(between, Qt::SkipEmptyParts);
    const QStringList parts = words.split(between, Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&there](const QString& part) {
        return std::any_of(there.begin(), there.end(), [&part](const QString& word) {
            return word.startsWith(part, Qt::CaseInsensitive);
        });
    });
}

} // namespace

QString areaText(const QString& area) {
    // Areas are words of the templates; those of a team's own are shown as they are.
    QString text = area;
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text.replace(u'-', u' ');
}

QString difficultyText(Difficulty difficulty) {
    switch (difficulty) {
    case Difficulty::Easy:
        return PracticeDialog::tr("Easy");
    case Difficulty::Medium:
        return PracticeDialog::tr("Medium");
    case Difficulty::Hard:
        return PracticeDialog::tr("Hard");
    }
    return {};
}

PracticeDialog::PracticeDialog(const Templates& templates, const QString& language,
                               const PracticeChoice& first, QWidget* parent)
    : QDialog(parent)
    , templates_(templates)
    , language_(language)
    , wantedFramework_(first.framework)
    , search_(new QLineEdit)
    , area_(new Choice)
    , difficulty_(new Choice({tr("Any difficulty"), difficultyText(Difficulty::Easy),
                              difficultyText(Difficulty::Medium), difficultyText(Difficulty::Hard)}))
    , cases_(new QListWidget)
    , nothing_(mutedLabel(tr("No case has these words.")))
    , random_(new QPushButton(tr("Random case")))
    , framework_(new Choice)
    , about_(mutedLabel({}))
    , start_(new QPushButton(tr("Start the clock"))) {
    setWindowTitle(tr("Practice"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(QSize(640, 600).boundedTo(parent ? parent->size() * 0.94 : QSize(640, 600)));

    for (const PracticeCase& each : templates.cases()) {
        if (!areas_.contains(each.area))
            areas_.append(each.area);
    }
    areas_.sort();
    area_->addItem(tr("All areas"));
    for (const QString& area : std::as_const(areas_))
        area_->addItem(areaText(area));
    area_->setAccessibleName(tr("Area"));
    difficulty_->setAccessibleName(tr("Difficulty"));
    search_->setPlaceholderText(tr("Find a case"));
    search_->setAccessibleName(tr("Find a case"));
    search_->setClearButtonEnabled(true);
    Style::setVariant(search_, Style::Variant::Search);
    search_->installEventFilter(this);
    cases_->setAccessibleName(tr("Cases"));
    cases_->setUniformItemSizes(true);
    cases_->setSpacing(2);
    difficulty_->setMinimumContentsLength(13);
    cases_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    nothing_->setObjectName(u"nothing"_s);
    nothing_->setAlignment(Qt::AlignCenter);
    (new QVBoxLayout(cases_->viewport()))->addWidget(nothing_);
    random_->setToolTip(tr("One of those in the list"));
    random_->setAutoDefault(false);
    about_->setWordWrap(true);
    QStringList lengths;
    qsizetype length = 0;
    for (std::size_t i = 0; i < kMinutes.size(); ++i) {
        lengths.append(tr("%1 min").arg(kMinutes.at(i)));
        if (kMinutes.at(i) <= first.minutes)
            length = qsizetype(i);
    }
    length_ = new SegmentedControl(lengths);
    length_->setCurrent(int(length));
    connect(length_, &SegmentedControl::chosen, this, [this](int index) { length_->setCurrent(index); });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(12);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(8);
    filters->addWidget(search_, 1);
    filters->addWidget(area_);
    filters->addWidget(difficulty_);
    column->addLayout(filters);
    column->addWidget(cases_, 1);
    auto* hint = mutedLabel(tr("The prompt is shown when the clock starts."));
    auto* below = new QHBoxLayout;
    below->addWidget(hint, 1);
    below->addWidget(random_);
    column->addLayout(below);
    FieldColumn fields(column);
    fields.add(tr("Framework"), framework_);
    column->addWidget(about_);
    fields.add(tr("Length"), length_);
    column->addSpacing(4);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(start_, QDialogButtonBox::AcceptRole);
    Style::setVariant(start_, Style::Variant::Primary);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &PracticeDialog::begin);
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    start_->setDefault(true); // now that the dialog is there to know it

    connect(search_, &QLineEdit::textChanged, this, &PracticeDialog::fillCases);
    connect(area_, &QComboBox::currentIndexChanged, this, &PracticeDialog::fillCases);
    connect(difficulty_, &QComboBox::currentIndexChanged, this, &PracticeDialog::fillCases);
    connect(cases_, &QListWidget::currentItemChanged, this, &PracticeDialog::caseChosen);
    connect(cases_, &QListWidget::itemDoubleClicked, this, &PracticeDialog::begin);
    connect(random_, &QPushButton::clicked, this, &PracticeDialog::chooseRandom);
    connect(framework_, &QComboBox::activated, this, [this] {
        wantedFramework_ = framework_->currentData().toString();
        caseChosen();
    });
    fillCases();
    chooseCase(first.practice);
    search_->setFocus();
}

void PracticeDialog::fillCases() {
    const QListWidgetItem* before = cases_->currentItem();
    const QString chosen = before ? before->data(kNameRole).toString() : QString();
    const QString area = areas_.value(area_->currentIndex() - 1);
    const int difficulty = difficulty_->currentIndex() - 1;
    {
        const QSignalBlocker quiet(cases_);
        cases_->clear();
        const QString words = search_->text();
        QList<const PracticeCase*> shown;
        QSet<const PracticeCase*> byName;
        for (const PracticeCase& each : templates_.cases()) {
            if ((!area.isEmpty() && each.area != area) ||
                (difficulty >= 0 && int(each.difficulty) != difficulty))
                continue;
            const QString name = each.title.in(language_) + u' ' + areaText(each.area) + u' ' + each.name;
            // The source names the site that the question is usually asked about.
            const QString rest = u' ' + each.prompt.in(language_) + u' ' + each.source;
            if (matches(name, words))
                byName.insert(&each);
            else if (words.simplified().isEmpty() || !hasWords(name + rest, words))
                continue;
            shown.append(&each);
        }
        std::sort(shown.begin(), shown.end(), [&](const PracticeCase* a, const PracticeCase* b) {
            if (byName.contains(a) != byName.contains(b))
                return byName.contains(a);
            return QString::localeAwareCompare(a->title.in(language_), b->title.in(language_)) < 0;
        });
        for (const PracticeCase* each : std::as_const(shown)) {
            auto* item = new QListWidgetItem(tr("%1   ·   %2, %3")
                                                 .arg(each->title.in(language_), areaText(each->area),
                                                      difficultyText(each->difficulty).toLower()),
                                             cases_);
            item->setData(kNameRole, each->name);
            item->setSizeHint({0, 30});
        }
        cases_->setCurrentRow(0);
    }
    nothing_->setVisible(cases_->count() == 0);
    random_->setEnabled(cases_->count() > 0);
    chooseCase(chosen);
    caseChosen();
}

void PracticeDialog::chooseCase(const QString& name) {
    for (int row = 0; row < cases_->count(); ++row) {
        if (cases_->item(row)->data(kNameRole).toString() == name) {
            cases_->setCurrentRow(row);
            cases_->scrollToItem(cases_->item(row), QAbstractItemView::PositionAtCenter);
            return;
        }
    }
}

void PracticeDialog::chooseRandom() {
    if (cases_->count() == 0)
        return;
    cases_->setCurrentRow(QRandomGenerator::global()->bounded(cases_->count()));
    cases_->scrollToItem(cases_->currentItem(), QAbstractItemView::PositionAtCenter);
}

void PracticeDialog::filter(const QString& words, const QString& area, std::optional<Difficulty> difficulty) {
    area_->setCurrentIndex(int(areas_.indexOf(area)) + 1);
    difficulty_->setCurrentIndex(difficulty ? int(*difficulty) + 1 : 0);
    search_->setText(words);
}

QStringList PracticeDialog::shownCases() const {
    QStringList names;
    for (int row = 0; row < cases_->count(); ++row)
        names.append(cases_->item(row)->data(kNameRole).toString());
    return names;
}

void PracticeDialog::caseChosen() {
    fillFrameworks();
    const Framework* framework = templates_.framework(framework_->currentData().toString());
    about_->setText(framework ? framework->summary.in(language_) : QString());
    about_->setToolTip(framework ? tr("<p>%1</p>").arg(framework->source.toHtmlEscaped()) : QString());
    about_->setVisible(framework != nullptr);
    start_->setEnabled(cases_->currentItem() && framework);
}

/// Those that fit the case first; the user's own choice stays.
void PracticeDialog::fillFrameworks() {
    const QListWidgetItem* item = cases_->currentItem();
    const PracticeCase* practice = item ? templates_.practiceCase(item->data(kNameRole).toString()) : nullptr;
    QList<const Framework*> sorted;
    for (const Framework& each : templates_.frameworks())
        sorted.append(&each);
    const auto place = [practice](const Framework* framework) {
        const qsizetype at = practice ? practice->frameworks.indexOf(framework->name) : -1;
        return at < 0 ? qsizetype(1000) : at;
    };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Framework* a, const Framework* b) { return place(a) < place(b); });
    const QSignalBlocker quiet(framework_);
    framework_->clear();
    bool others = false;
    for (const Framework* each : std::as_const(sorted)) {
        if (place(each) == 1000 && !others && framework_->count() > 0) {
            others = true;
            framework_->insertSeparator(framework_->count());
        }
        framework_->addItem(each->title.in(language_), each->name);
    }
    const int wanted = framework_->findData(wantedFramework_);
    framework_->setCurrentIndex(wantedFramework_.isEmpty() || wanted < 0 ? 0 : wanted);
}

PracticeChoice PracticeDialog::choice() const {
    const QListWidgetItem* item = cases_->currentItem();
    return {item ? item->data(kNameRole).toString() : QString(), framework_->currentData().toString(),
            kMinutes.at(std::size_t(std::clamp(length_->current(), 0, int(kMinutes.size()) - 1)))};
}

void PracticeDialog::begin() {
    if (!start_->isEnabled())
        return;
    const PracticeChoice chosen = choice();
    accept();
    Q_EMIT started(chosen);
}

/// Up and down move in the list while words are typed.
bool PracticeDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QApplication::sendEvent(cases_, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace groundplan
