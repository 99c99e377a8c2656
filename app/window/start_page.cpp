#include "app/window/start_page.h"

#include "app/panels/controls.h"
#include "app/panels/flow_layout.h"
#include "app/panels/icons.h"
#include "app/panels/style.h"
#include "app/render/fonts.h"
#include "app/window/settings.h"
#include "app/window/start_card.h"
#include "app/window/thumbnail.h"
#include "model/design/examples.h"
#include "model/document/document.h"
#include "model/framework/references.h"
#include "resources/resources.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr qint64 kLargestPictured = 24 * 1024 * 1024; // bytes: a larger file would hold the page up
constexpr qsizetype kMostUnnamed = 12;

QString timeText(const QDateTime& time) {
    const QDateTime now = QDateTime::currentDateTime();
    if (time.date() == now.date())
        return StartPage::tr("today, %1").arg(QLocale().toString(time.time(), u"HH:mm"_s));
    if (time.date().daysTo(now.date()) == 1)
        return StartPage::tr("yesterday");
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

/// The folder as a person would say it: "~/work".
QString folderText(const QFileInfo& file) {
    const QString folder = file.absolutePath();
    const QString home = QDir::homePath();
    return folder == home || folder.startsWith(home + u'/') ? u"~"_s + folder.mid(home.size()) : folder;
}

QList<StartItem> recentItems(const Settings& settings) {
    QList<StartItem> items;
    const QStringList files = settings.recentFiles();
    for (const QString& path : files) {
        const QFileInfo file(path);
        StartItem item{StartItem::Sort::Recent, path, file.completeBaseName(), folderText(file),
                       !file.exists()};
        if (!item.missing)
            item.detail += u" · "_s + timeText(file.lastModified());
        items.append(item);
    }
    return items;
}

QList<StartItem> unnamedItems() {
    QList<StartItem> items;
    const QFileInfoList files =
        QDir(Document::unnamedFolder()).entryInfoList({u"*.gplan"_s}, QDir::Files, QDir::Time);
    for (const QFileInfo& file : files.mid(0, kMostUnnamed))
        items.append({StartItem::Sort::Unnamed, file.absoluteFilePath(), StartPage::tr("Untitled board"),
                      timeText(file.lastModified()), false});
    return items;
}

} // namespace

QList<StartItem> exampleItems(const QString& language) {
    QList<StartItem> items;
    const QList<Example> examples = loadExamples(templatesFolder(u"designs"_s));
    for (const Example& example : examples)
        items.append({StartItem::Sort::Example, example.path, example.title.in(language),
                      example.description.in(language), false});
    return items;
}

QList<StartItem> referenceItems(const Templates& templates, const QString& language) {
    QSet<QString> examples;
    for (const Example& example : loadExamples(templatesFolder(u"designs"_s)))
        examples.insert(example.path);
    QList<StartItem> items;
    for (const ReferenceDesign& design : allReferences(templates)) {
        if (!examples.contains(design.path))
            items.append({StartItem::Sort::Reference, design.path, design.practice->title.in(language),
                          design.practice->prompt.in(language), false, design.title(language)});
    }
    std::sort(items.begin(), items.end(), [](const StartItem& a, const StartItem& b) {
        return QString::localeAwareCompare(a.title, b.title) < 0;
    });
    return items;
}

StartPage::StartPage(const Catalogue& catalogue, const Templates& templates, Settings& settings,
                     std::function<const BoardPainter&()> painter, QWidget* parent)
    : QScrollArea(parent)
    , catalogue_(catalogue)
    , templates_(templates)
    , settings_(settings)
    , painter_(std::move(painter)) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    timer_.setInterval(0);
    connect(&timer_, &QTimer::timeout, this, &StartPage::paintNext);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &StartPage::paintAll);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &StartPage::paintAll);
}

void StartPage::reload() {
    cards_.clear();
    waiting_.clear();
    content_ = new QWidget;
    auto* outer = new QHBoxLayout(content_);
    outer->setContentsMargins(32, 40, 32, 40);
    auto* page = new QWidget;
    page->setMaximumWidth(4 * 244 + 3 * 18);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    outer->addStretch(1);
    outer->addWidget(page, 100);
    outer->addStretch(1);

    auto* heading = new QLabel(tr("Design a machine-learning system"));
    heading->setFont(fonts::of(fonts::Role::PageTitle));
    column->addWidget(heading);
    auto* about =
        mutedLabel(tr("Every stroke is in the file at once: there is nothing to save and nothing to lose."));
    column->addWidget(about);
    auto* create = new QPushButton(tr("New board"));
    Style::setVariant(create, Style::Variant::Primary);
    create->setToolTip(tr("An empty board (Ctrl+N)"));
    auto* open = new QPushButton(icon(u"open"_s), tr("Open…"));
    open->setToolTip(tr("A board from a file (Ctrl+O)"));
    connect(create, &QPushButton::clicked, this, &StartPage::newWanted);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    auto* practice = new QPushButton(tr("Practice…"));
    practice->setToolTip(tr("A design question against the clock (Ctrl+Shift+P)"));
    connect(practice, &QPushButton::clicked, this, &StartPage::practiceWanted);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 8, 0, 14);
    buttons->setSpacing(10);
    buttons->addWidget(create);
    buttons->addWidget(open);
    buttons->addWidget(practice);
    buttons->addStretch();
    column->addLayout(buttons);
    auto* sections = new QVBoxLayout;
    sections->setSpacing(10);
    sections->setObjectName(u"sections"_s);
    column->addLayout(sections);
    column->addStretch();
    setWidget(content_);
    content_->setBackgroundRole(QPalette::Window);

    addSection(tr("Recent"), {}, recentItems(settings_));
    addSection(tr("Boards without a name"), tr("Kept for you until they get a name or are emptied."),
               unnamedItems());
    addSection(tr("Examples"), tr("Each opens as a new board of your own."),
               exampleItems(settings_.language()));
    addSection(tr("Reference designs of cases"),
               tr("How a practice case can be answered: better opened once you have tried it."),
               referenceItems(templates_, settings_.language()));
    paintAll();
}

void StartPage::addSection(const QString& title, const QString& explanation, const QList<StartItem>& items) {
    if (items.isEmpty())
        return;
    auto* sections = content_->findChild<QVBoxLayout*>(u"sections"_s);
    auto* heading = new QLabel(title);
    QFont font = fonts::of(fonts::Role::InspectorTitle);
    heading->setFont(font);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 14, 0, 2);
    row->setSpacing(12);
    row->addWidget(heading);
    if (!explanation.isEmpty())
        row->addWidget(mutedLabel(explanation));
    row->addStretch();
    sections->addLayout(row);
    auto* grid = new QWidget;
    auto* flow = new FlowLayout(18, grid);
    for (const StartItem& item : items) {
        auto* card = new StartCard(item, grid);
        flow->addWidget(card);
        card->installEventFilter(this);
        connect(card, &StartCard::clicked, this, [this, card] {
            if (card->item().missing)
                card->removeButton()->setFocus(Qt::OtherFocusReason);
            else
                Q_EMIT opened(card->item());
        });
        connect(card, &StartCard::removeWanted, this, [this, card] { remove(card); });
        cards_.append(card);
        if (!item.missing)
            waiting_.append(card);
    }
    sections->addWidget(grid);
}

void StartPage::remove(StartCard* card) {
    settings_.removeRecentFile(card->item().path);
    const qsizetype at = cards_.indexOf(card);
    cards_.removeAll(card);
    waiting_.removeAll(card);
    if (!cards_.isEmpty())
        cards_[std::min(at, cards_.size() - 1)]->setFocus(Qt::OtherFocusReason);
    card->hide();
    card->deleteLater();
    if (std::none_of(cards_.cbegin(), cards_.cend(),
                     [](const StartCard* each) { return each->item().sort == StartItem::Sort::Recent; }))
        QMetaObject::invokeMethod(this, &StartPage::reload, Qt::QueuedConnection); // the heading goes, too
}

void StartPage::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    paintAll();
}

void StartPage::paintAll() {
    if (isVisible() && !waiting_.isEmpty())
        timer_.start();
}

void StartPage::paintNext() {
    // A design is laid out for its picture: only for those that somebody sees.
    const auto seen = std::find_if(waiting_.cbegin(), waiting_.cend(),
                                   [](const StartCard* card) { return !card->visibleRegion().isEmpty(); });
    if (seen == waiting_.cend()) {
        timer_.stop();
        return;
    }
    StartCard* card = *seen;
    waiting_.removeOne(card);
    if (QFileInfo(card->item().path).size() > kLargestPictured)
        return;
    const Result<Design> design = readDesign(card->item().path, catalogue_);
    if (!design)
        return; // opening it says why
    if (const QString title = design->board.title.simplified();
        !title.isEmpty() && card->item().sort != StartItem::Sort::Example &&
        card->item().sort != StartItem::Sort::Reference)
        card->setTitle(title);
    card->setPicture(
        QPixmap::fromImage(thumbnailOf(*design, painter_(), StartCard::pictureSize(), devicePixelRatioF())));
}

bool StartPage::eventFilter(QObject* watched, QEvent* event) {
    auto* card = qobject_cast<StartCard*>(watched);
    if (!card || event->type() != QEvent::KeyPress)
        return QScrollArea::eventFilter(watched, event);
    const auto* flow = qobject_cast<FlowLayout*>(card->parentWidget()->layout());
    const int columns = flow ? flow->columns() : 1;
    qsizetype step = 0;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
        step = -1;
        break;
    case Qt::Key_Right:
        step = 1;
        break;
    case Qt::Key_Up:
        step = -columns;
        break;
    case Qt::Key_Down:
        step = columns;
        break;
    default:
        return QScrollArea::eventFilter(watched, event);
    }
    const qsizetype at = std::clamp(cards_.indexOf(card) + step, qsizetype(0), cards_.size() - 1);
    cards_[at]->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(cards_[at], 0, 24);
    return true;
}

} // namespace groundplan
