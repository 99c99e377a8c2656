#include "app/panels/picker.h"

#include "app/panels/controls.h"
#include "app/panels/icons.h"
#include "app/panels/style.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr QSize kSize(400, 500);
constexpr int kDetailsHeight = 138;
constexpr int kFromEdge = 4; ///< of the screen
constexpr int kKey = Qt::UserRole;

/// How well an entry fits, by the word that fits worst: 3 where it begins a word of the title, 2 of its group
/// or its other words, 1 of what is to be known of it; 0: it does not.
int fitOf(const PickerEntry& entry, const QStringList& words) {
    const auto begins = [](const QString& text, const QString& word) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
            if (at == 0 || !text[at - 1].isLetterOrNumber())
                return true;
        }
        return false;
    };
    int fit = 3;
    for (const QString& word : words) {
        if (begins(entry.title, word))
            continue;
        if (begins(entry.words, word) || begins(entry.group, word))
            fit = std::min(fit, 2);
        else if (begins(entry.details, word))
            fit = 1;
        else
            return 0;
    }
    return fit;
}

/// Paragraphs with their headings set off.
QString asHtml(const QString& details) {
    QString html;
    for (const QString& paragraph : details.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype colon = paragraph.indexOf(u": "_s);
        const bool headed = colon > 0 && colon < 24;
        html += u"<p style='margin:0 0 5px 0'>"_s;
        if (headed)
            html += u"<b>"_s + paragraph.left(colon).toHtmlEscaped() + u"</b> "_s;
        html += paragraph.mid(headed ? colon + 2 : 0).toHtmlEscaped() + u"</p>"_s;
    }
    return html;
}

} // namespace

Picker::Picker(const QString& name, const QString& placeholder, const QList<PickerEntry>& entries,
               QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , entries_(entries)
    , search_(new QLineEdit)
    , list_(new QListWidget)
    , details_(new QLabel) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setAccessibleName(name);
    Style::setVariant(search_, Style::Variant::Search);
    search_->setPlaceholderText(placeholder);
    search_->setAccessibleName(placeholder);
    search_->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    search_->installEventFilter(this);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setMouseTracking(true);
    list_->setAccessibleName(name);
    details_->setWordWrap(true);
    details_->setTextFormat(Qt::RichText);
    details_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    details_->setFixedHeight(kDetailsHeight);
    details_->setContentsMargins(6, 2, 6, 2);
    QFont small = details_->font();
    small.setPixelSize(11);
    details_->setFont(small);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 6);
    layout->setSpacing(6);
    layout->addWidget(search_);
    layout->addWidget(list_, 1);
    layout->addWidget(new Hairline);
    layout->addWidget(details_);
    connect(search_, &QLineEdit::textChanged, this, &Picker::fill);
    connect(search_, &QLineEdit::returnPressed, this, &Picker::take);
    connect(list_, &QListWidget::currentItemChanged, this, &Picker::showDetails);
    connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        if (!item->data(kKey).toString().isEmpty())
            take();
    });
    fill();
}

void Picker::fill() {
    const QStringList words = search_->text().split(u' ', Qt::SkipEmptyParts);
    QList<std::pair<int, const PickerEntry*>> fitting;
    for (const PickerEntry& entry : entries_) {
        if (const int fit = fitOf(entry, words))
            fitting.append({fit, &entry});
    }
    if (!words.isEmpty())
        std::stable_sort(fitting.begin(), fitting.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
    list_->clear();
    QString group;
    QFont heading = font();
    heading.setPixelSize(11);
    heading.setWeight(QFont::DemiBold);
    for (const auto& [fit, entry] : std::as_const(fitting)) {
        // What is searched stands best first, where headings would only tear it apart.
        if (words.isEmpty() && entry->group != group) {
            group = entry->group;
            auto* title = new QListWidgetItem(group, list_);
            title->setFlags(Qt::NoItemFlags);
            title->setFont(heading);
            title->setSizeHint({0, 28});
        }
        auto* item = new QListWidgetItem(entry->title, list_);
        item->setData(kKey, entry->key);
        item->setToolTip(entry->title);
        if (entry->there)
            item->setIcon(icon(u"check"_s));
    }
    if (fitting.isEmpty()) {
        auto* nothing = new QListWidgetItem(tr("Nothing is called that."), list_);
        nothing->setFlags(Qt::NoItemFlags);
    }
    setCurrent(fitting.isEmpty() ? QString() : fitting.first().second->key);
    showDetails();
}

QStringList Picker::shownKeys() const {
    QStringList keys;
    for (int i = 0; i < list_->count(); ++i) {
        if (const QString key = list_->item(i)->data(kKey).toString(); !key.isEmpty())
            keys.append(key);
    }
    return keys;
}

void Picker::setCurrent(const QString& key) {
    for (int i = 0; i < list_->count(); ++i) {
        if (!key.isEmpty() && list_->item(i)->data(kKey).toString() == key) {
            list_->setCurrentRow(i);
            list_->scrollToItem(list_->item(i),
                                i < 2 ? QListWidget::PositionAtBottom : QListWidget::PositionAtCenter);
        }
    }
}

void Picker::step(int by) {
    const QStringList keys = shownKeys();
    const QListWidgetItem* current = list_->currentItem();
    const qsizetype at = current ? keys.indexOf(current->data(kKey).toString()) : -1;
    if (keys.isEmpty())
        return;
    const QString key = keys.at(std::clamp<qsizetype>(at + by, 0, keys.size() - 1));
    for (int i = 0; i < list_->count(); ++i) {
        if (list_->item(i)->data(kKey).toString() == key)
            list_->setCurrentRow(i);
    }
    if (key == keys.first())
        list_->scrollToTop(); // with its heading
}

void Picker::showDetails() {
    const QListWidgetItem* item = list_->currentItem();
    const QString key = item ? item->data(kKey).toString() : QString();
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&key](const PickerEntry& entry) { return entry.key == key; });
    details_->setText(found == entries_.end() ? QString() : asHtml(found->title + u'\n' + found->details));
}

void Picker::take() {
    const QListWidgetItem* item = list_->currentItem();
    const QString key = item ? item->data(kKey).toString() : QString();
    if (key.isEmpty() || std::exchange(taken_, true))
        return;
    close();
    Q_EMIT picked(key);
}

bool Picker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_PageDown:
            step(8);
            return true;
        case Qt::Key_PageUp:
            step(-8);
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Picker::openBeside(const QWidget* widget, const QString& current) {
    const QPoint at = widget->mapToGlobal(QPoint(0, widget->height() + 2));
    const QScreen* on = QGuiApplication::screenAt(at);
    const QRect room =
        (on ? on : screen())->availableGeometry().adjusted(kFromEdge, kFromEdge, -kFromEdge, -kFromEdge);
    const QSize size = kSize.boundedTo(room.size());
    setGeometry(QRect(QPoint(std::clamp(at.x(), room.left(), room.right() + 1 - size.width()),
                             std::clamp(at.y(), room.top(), room.bottom() + 1 - size.height())),
                      size));
    show();
    search_->setFocus(Qt::PopupFocusReason);
    setCurrent(current);
}

} // namespace groundplan
