#include "app/window/history_page.h"

#include "app/panels/controls.h"
#include "app/panels/inspector_panel.h"
#include "app/render/difference_picture.h"
#include "app/render/document_title.h"
#include "app/render/field_words.h"
#include "app/render/fonts.h"
#include "app/window/difference_list.h"
#include "app/window/history_list.h"
#include "app/window/name_dialog.h"
#include "model/versions/becoming.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kShowAfter = 60;       // ms without another choice
constexpr qsizetype kMostKnown = 40; // designs; they share what is the same
constexpr int kRoomy = 1500;         // pixels: from here on there is room for both panels
constexpr int kListWidth = 280;
constexpr int kSideWidth = 300;
constexpr int kAgainstRole = Qt::UserRole + 1;
constexpr int kMomentRole = Qt::UserRole + 2;

} // namespace

HistoryPage::HistoryPage(const Catalogue& catalogue, const Templates& templates, const Theme& theme,
                         const QString& language, QWidget* parent)
    : QWidget(parent)
    , catalogue_(catalogue)
    , fields_(fieldTextBy(templates, language))
    , theme_(theme)
    , model_(new HistoryModel(this))
    , list_(new HistoryList(*model_))
    , past_(new PastView(catalogue, theme))
    , host_(new PastHost(*past_, catalogue, templates, language))
    , inspector_(new InspectorPanel(*host_))
    , differences_(new DifferenceList)
    , side_(new QStackedWidget)
    , caption_(new ElidedLabel)
    , detail_(new ElidedLabel)
    , against_(new Choice)
    , name_(new QPushButton)
    , restore_(new QPushButton(tr("Restore")))
    , back_(new QPushButton(tr("Back to the board")))
    , listButton_(iconButton(u"panel-left"_s, tr("List of the history (F9)")))
    , sideButton_(iconButton(u"panel-right"_s, tr("Details (Shift+F9)"))) {
    caption_->setFont(fonts::of(fonts::Role::PanelTitle));
    caption_->setTextFormat(Qt::PlainText);
    caption_->setElideMode(Qt::ElideMiddle); // names of edits differ at their ends
    caption_->setMinimumWidth(60);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    detail_->setForegroundRole(QPalette::PlaceholderText);
    detail_->setTextFormat(Qt::PlainText);
    detail_->setElideMode(Qt::ElideMiddle);
    detail_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    against_->setAccessibleName(tr("Compare with"));
    against_->setMinimumContentsLength(16);
    name_->setToolTip(tr("A name to find it by, kept beside the design"));
    restore_->setToolTip(tr("Makes the board what it was then, as one edit that can be undone"));
    back_->setToolTip(tr("Back to the board as it is now (Esc)"));
    back_->setDefault(true);
    for (QPushButton* button : {name_, restore_, back_})
        button->setAutoDefault(false);
    listButton_->setShortcut(Qt::Key_F9); // as the panels of the board, which are not there
    sideButton_->setShortcut(Qt::SHIFT | Qt::Key_F9);
    for (QToolButton* button : {listButton_, sideButton_})
        button->setCheckable(true);

    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(caption_);
    words->addWidget(detail_);
    auto* strip = new QWidget;
    strip->setAutoFillBackground(true);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(8);
    row->addWidget(listButton_);
    row->addLayout(words, 1);
    row->addWidget(against_);
    row->addWidget(name_);
    row->addWidget(restore_);
    row->addWidget(back_);
    row->addWidget(sideButton_);

    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip);
    column->addWidget(new Hairline);
    column->addWidget(past_->view(), 1);
    side_->addWidget(inspector_);
    auto* beside = new QWidget; // room around the list
    beside->setAutoFillBackground(true);
    auto* room = new QVBoxLayout(beside);
    room->setContentsMargins(12, 10, 4, 4);
    room->addWidget(differences_);
    side_->addWidget(beside);
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(list_);
    splitter->addWidget(middle);
    splitter->addWidget(side_);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidth, 800, kSideWidth});
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter);

    show_.setSingleShot(true);
    show_.setInterval(kShowAfter);
    connect(&show_, &QTimer::timeout, this, &HistoryPage::showNow);
    connect(list_, &HistoryList::chosen, this, &HistoryPage::choose);
    connect(list_, &HistoryList::leaveWanted, this, &HistoryPage::leaveWanted);
    connect(past_, &PastView::leaveWanted, this, &HistoryPage::leaveWanted);
    connect(host_, &PastHost::linkWanted, this, &HistoryPage::linkWanted);
    connect(differences_, &DifferenceList::chosen, this, [this](ElementId element) {
        past_->setSelection(element ? QSet<ElementId>{element} : QSet<ElementId>{});
        past_->comeNear(element, words_.value(element));
    });
    connect(against_, &QComboBox::activated, this, [this](int index) {
        if (Against(against_->itemData(index, kAgainstRole).toInt()) == Against::File) {
            against_->setCurrentIndex(0); // until there is one
            Q_EMIT fileWanted();
        }
        showNow();
    });
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(list_, &QWidget::customContextMenuRequested, this, &HistoryPage::openMenu);
    connect(name_, &QPushButton::clicked, this, &HistoryPage::askForName);
    connect(restore_, &QPushButton::clicked, this, &HistoryPage::restore);
    connect(back_, &QPushButton::clicked, this, &HistoryPage::leaveWanted);
    connect(listButton_, &QToolButton::clicked, this, [this](bool on) {
        listWanted_ = on;
        arrange();
    });
    connect(sideButton_, &QToolButton::clicked, this, [this](bool on) {
        sideWanted_ = on;
        arrange();
    });
}

HistoryPage::~HistoryPage() {
    // The canvas belongs to its PastView, not to the splitter; who looks at that goes first.
    delete inspector_;
    delete host_;
    delete past_;
}

void HistoryPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveWanted();
    else
        QWidget::keyPressEvent(event);
}

void HistoryPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

/// Which panels are shown, and how much the buttons say.
void HistoryPage::arrange() {
    const bool narrow = width() < kRoomy;
    const auto show = [this](QWidget* panel, QToolButton* button, bool shown) {
        const QWidget* focused = focusWidget();
        if (!shown && focused && (panel == focused || panel->isAncestorOf(focused)))
            past_->view()->setFocus();
        panel->setVisible(shown);
        button->setChecked(shown);
    };
    show(list_, listButton_, listWanted_.value_or(!narrow || !comparing_));
    show(side_, sideButton_, sideWanted_.value_or(!narrow || comparing_));
    name_->setText(narrow ? tr("Name…") : tr("Name this version…"));
}

void HistoryPage::setDocument(Document* document, const QString& title) {
    if (document_)
        document_->disconnect(this);
    document_ = document;
    known_.clear();
    other_.reset();
    moment_ = wanted_ = -1;
    show_.stop();
    host_->setTitle(title);
    if (!document) {
        model_->setHistory({}, {});
        past_->show({});
        return;
    }
    connect(document, &Document::historyChanged, this, &HistoryPage::refill);
    refill();
    const QList<HistoryEntry>& entries = model_->entries();
    list_->setCurrent(entries.isEmpty() ? 0 : entries.last().number);
    showNow();
    list_->setFocus();
}

/// Of the document as it is now; what was chosen stays.
void HistoryPage::refill() {
    const qint64 chosen = wanted_;
    known_.clear();
    model_->setHistory(document_->history(), document_->versions());
    fillAgainst();
    if (chosen >= 0) {
        list_->setCurrent(chosen);
        showNow();
    }
}

void HistoryPage::fillAgainst() {
    const int before =
        against_->currentIndex() < 0 ? int(Against::Nothing) : against_->currentData(kAgainstRole).toInt();
    const QVariant moment = against_->currentData(kMomentRole);
    against_->clear();
    const auto add = [this](const QString& text, Against against, QVariant which = {}) {
        against_->addItem(text);
        const int row = against_->count() - 1;
        against_->setItemData(row, int(against), kAgainstRole);
        against_->setItemData(row, which, kMomentRole);
    };
    add(tr("Compare with …"), Against::Nothing);
    add(tr("The board as it is now"), Against::Now);
    add(tr("The edit before"), Against::Before);
    for (const Version& version : model_->versions())
        add(tr("Version “%1”").arg(version.name), Against::Version, version.entry);
    if (other_)
        add(tr("“%1”").arg(otherTitle_), Against::Other);
    add(tr("Another file…"), Against::File);
    for (int i = 0; i < against_->count(); ++i) {
        if (against_->itemData(i, kAgainstRole).toInt() == before &&
            against_->itemData(i, kMomentRole) == moment)
            against_->setCurrentIndex(i);
    }
}

void HistoryPage::compareWith(const Design& other, const QString& title) {
    other_ = other;
    otherTitle_ = title;
    fillAgainst();
    for (int i = 0; i < against_->count(); ++i) {
        if (against_->itemData(i, kAgainstRole).toInt() == int(Against::Other))
            against_->setCurrentIndex(i);
    }
    showNow();
}

void HistoryPage::setTheme(const Theme& theme) {
    theme_ = theme;
    past_->setTheme(theme);
    Q_EMIT host_->themeChanged();
    if (document_)
        showNow();
}

void HistoryPage::choose(qint64 moment) {
    wanted_ = moment;
    show_.start();
}

std::optional<Design> HistoryPage::designAt(qint64 moment) {
    const auto known = known_.constFind(moment);
    if (known != known_.cend())
        return *known;
    // From the nearest that was looked at, or from now: stepping through a long history stays quick.
    qint64 from = model_->entries().isEmpty() ? 0 : model_->entries().last().number;
    for (const qint64 one : known_.keys())
        from = std::abs(one - moment) < std::abs(from - moment) ? one : from;
    const Result<Design> then = known_.contains(from) ? document_->designAt(moment, from, known_.value(from))
                                                      : document_->designAt(moment);
    if (!then) {
        Q_EMIT failed(then.error().sentence);
        return std::nullopt;
    }
    if (known_.size() >= kMostKnown)
        known_.clear();
    known_.insert(moment, *then);
    return *then;
}

void HistoryPage::showNow() {
    show_.stop();
    if (!document_ || wanted_ < 0)
        return;
    const std::optional<Design> then = designAt(wanted_);
    if (!then)
        return;
    moment_ = wanted_;
    const qint64 last = model_->entries().isEmpty() ? 0 : model_->entries().last().number;
    caption_->setText(model_->captionOf(moment_));
    restore_->setEnabled(!document_->isReadOnly() && !(*then == document_->design()));
    name_->setEnabled(!document_->isReadOnly());

    const auto against = Against(against_->currentData(kAgainstRole).toInt());
    std::optional<Design> before, after;
    QString how, between;
    const auto called = [&](qint64 moment) { return moment == last ? tr("now") : model_->captionOf(moment); };
    const auto with = [&](qint64 moment, const QString& title) {
        const std::optional<Design> one = designAt(moment);
        if (!one)
            return;
        // What came later is the newer one, whichever was chosen first.
        before = moment <= moment_ ? *one : *then;
        after = moment <= moment_ ? *then : *one;
        how = moment <= moment_ ? tr("What has changed since %1").arg(title)
                                : tr("What has changed up to %1").arg(title);
        between = tr("%1: %2 → %3")
                      .arg(titleOf(*document_, *after), called(std::min(moment, moment_)),
                           called(std::max(moment, moment_)));
    };
    switch (against) {
    case Against::Now:
        with(last, tr("now"));
        break;
    case Against::Before:
        with(std::max<qint64>(0, moment_ - 1), tr("the edit before"));
        break;
    case Against::Version: {
        const qint64 moment = against_->currentData(kMomentRole).toLongLong();
        with(moment, tr("“%1”").arg(model_->captionOf(moment)));
        break;
    }
    case Against::Other:
        before = *then;
        after = alignedWith(*other_, *then);
        how = tr("What “%1” has otherwise").arg(otherTitle_);
        between = tr("%1 → %2").arg(titleOf(*document_, *then), otherTitle_);
        break;
    case Against::Nothing:
    case Against::File:
        break;
    }
    const QString time = model_->timeOf(moment_);
    detail_->setText(before            ? how
                     : time.isEmpty()  ? tr("Before the first edit")
                     : moment_ == last ? tr("As it is now · %1").arg(time)
                                       : tr("As it was · %1").arg(time));
    if (before && after) {
        const QList<Difference> found = compare(*before, *after, fields_);
        ExportRequest picture = differencePicture(*before, *after, found, &words_);
        picture.title = between;
        past_->show(picture.design, picture.overlay);
        differences_->setDifferences(found, theme_);
        side_->setCurrentWidget(differences_->parentWidget());
        comparing_ = true;
        looked_ = {picture.design, {}, {}, {}, picture};
    } else {
        past_->show(*then);
        side_->setCurrentWidget(inspector_);
        comparing_ = false;
        looked_ = {*then, {}, {}, {}, {}};
        if (moment_ != last) {
            looked_.moment = moment_;
            looked_.caption = caption_->text();
            for (const Version& version : model_->versions()) {
                if (version.entry == moment_)
                    looked_.name = version.name;
            }
        }
    }
    arrange();
    Q_EMIT lookedChanged();
}

void HistoryPage::askForName() {
    showNow();
    QInputDialog* dialog =
        makeNameDialog(this, tr("Name this version"), tr("Name of the design as it is shown:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, moment = moment_](const QString& name) {
        if (!document_ || name.simplified().isEmpty())
            return;
        if (const auto named = document_->nameVersion(name, moment); !named)
            Q_EMIT failed(named.error().sentence);
    });
    dialog->open();
}

/// What can be done with the moment under the pointer, or with the chosen one.
void HistoryPage::openMenu(const QPoint& at) {
    showNow();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Name this version…"), this, &HistoryPage::askForName)->setEnabled(name_->isEnabled());
    menu->addAction(tr("Restore"), this, &HistoryPage::restore)->setEnabled(restore_->isEnabled());
    for (const Version& version : model_->versions()) {
        if (version.entry != moment_)
            continue;
        menu->addSeparator();
        QAction* rename = menu->addAction(tr("Rename “%1”…").arg(version.name), this,
                                          [this, version] { askForNewName(version); });
        QAction* remove =
            menu->addAction(tr("Take the name “%1” away").arg(version.name), this, [this, version] {
                if (const auto removed = document_->removeVersion(version.id); !removed)
                    Q_EMIT failed(removed.error().sentence);
            });
        rename->setEnabled(name_->isEnabled());
        remove->setEnabled(name_->isEnabled());
    }
    menu->popup(list_->viewport()->mapToGlobal(at));
}

void HistoryPage::askForNewName(const Version& version) {
    QInputDialog* dialog = makeNameDialog(this, tr("Rename the version"), tr("Its new name:"), version.name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id = version.id](const QString& name) {
        const auto renamed = document_ ? document_->renameVersion(id, name) : Result<void>();
        if (!renamed)
            Q_EMIT failed(renamed.error().sentence);
    });
    dialog->open();
}

void HistoryPage::restore() {
    showNow();
    const std::optional<Design> then = moment_ >= 0 ? designAt(moment_) : std::nullopt;
    if (!then)
        return;
    const QString caption = model_->captionOf(moment_);
    const auto done = document_->edit({"restore", {caption}}, [&](Editor& editor) -> Result<void> {
        become(editor, *then);
        return {};
    });
    if (!done)
        Q_EMIT failed(done.error().sentence);
    else
        Q_EMIT restored(caption);
}

} // namespace groundplan
