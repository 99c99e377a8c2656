#include "app/window/line_field.h"

#include "app/panels/host_icons.h"
#include "app/panels/style.h"

#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kMostKinds = 8;
constexpr int kRowHeight = 32;

} // namespace

LineField::LineField(PanelHost& host, QWidget* parent)
    : QLineEdit(parent)
    , host_(host) {
    Style::setVariant(this, Style::Variant::Search);
    setPlaceholderText(tr("/ type to add a block"));
    setAccessibleName(tr("Add a block by typing"));
    setToolTip(tr("Type a kind, a product or any title; Enter adds the block (/)"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textEdited, this, &LineField::showList);
    const auto followDocument = [this] { setEnabled(!host_.isReadOnly()); };
    connect(&host_, &PanelHost::documentReset, this, followDocument);
    followDocument();
}

QSize LineField::sizeHint() const {
    return {250, 30};
}

QList<const Kind*> LineField::kindsFor(const Catalogue& catalogue, const QString& line,
                                       const QString& language) {
    const QString text = line.simplified();
    if (text.isEmpty())
        return {};
    QList<const Kind*> kinds;
    const auto add = [&kinds](const Kind* kind) {
        if (kind && !kinds.contains(kind))
            kinds.append(kind);
    };
    const QList<const Kind*> found = catalogue.search(text, language);
    // What begins like a title is most likely being typed; what only mentions the word comes after a guess.
    for (const Kind* kind : found) {
        if (kind->title.in(language).startsWith(text, Qt::CaseInsensitive))
            add(kind);
    }
    add(catalogue.guess(text));
    for (const Kind* kind : found)
        add(kind);
    return kinds.mid(0, kMostKinds);
}

QString LineField::titleFor(const Kind& kind, const QString& line, const QString& language) {
    const QString text = line.simplified();
    if (kind.title.in(language).startsWith(text, Qt::CaseInsensitive))
        return {};
    for (const QString& technology : kind.technologies) {
        if (text.size() > 1 && technology.startsWith(text, Qt::CaseInsensitive))
            return technology;
    }
    return text;
}

void LineField::showList() {
    const QList<const Kind*> kinds = kindsFor(host_.catalogue(), text(), host_.language());
    if (kinds.isEmpty()) {
        hideList();
        return;
    }
    if (!list_) {
        // A tool tip window never takes the keyboard from the field.
        list_ = new QListView(this);
        list_->setWindowFlags(Qt::ToolTip);
        list_->setFocusPolicy(Qt::NoFocus);
        list_->setAttribute(Qt::WA_ShowWithoutActivating);
        list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
        list_->setIconSize({22, 22});
        list_->setFrameShape(QFrame::Box);
        list_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list_->setMouseTracking(true);
        model_ = new QStandardItemModel(list_);
        list_->setModel(model_);
        connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { accept(index.row()); });
    }
    model_->clear();
    for (const Kind* kind : kinds) {
        const QString kindTitle = kind->title.in(host_.language());
        const QString title = titleFor(*kind, text(), host_.language());
        auto* item = new QStandardItem(kindIcon(host_, kind->name),
                                       title.isEmpty() ? kindTitle : tr("%1 “%2”").arg(kindTitle, title));
        item->setData(kind->name);
        item->setSizeHint({100, kRowHeight});
        model_->appendRow(item);
    }
    list_->setCurrentIndex(model_->index(0, 0));
    list_->resize(std::max(width(), 260), int(kinds.size()) * kRowHeight + 2 * list_->frameWidth());
    list_->move(mapToGlobal(QPoint(0, height() + 3)));
    list_->show();
}

void LineField::hideList() {
    if (list_)
        list_->hide();
}

void LineField::accept(int row) {
    const QString line = text().simplified();
    if (line.isEmpty())
        return;
    const QList<const Kind*> kinds = kindsFor(host_.catalogue(), line, host_.language());
    hideList();
    if (row < 0 || row >= kinds.size()) {
        Q_EMIT nothingFits(line);
        return;
    }
    const QString title = titleFor(*kinds[row], line, host_.language());
    clear();
    Q_EMIT blockWanted(kinds[row]->name, title);
}

void LineField::keyPressEvent(QKeyEvent* event) {
    const bool open = list_ && list_->isVisible();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept(open ? list_->currentIndex().row() : 0);
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (open) {
            const int count = model_->rowCount();
            const int row = list_->currentIndex().row() + (event->key() == Qt::Key_Down ? 1 : count - 1);
            list_->setCurrentIndex(model_->index(row % count, 0));
            return;
        }
        break;
    case Qt::Key_Escape:
        if (open) {
            hideList();
        } else {
            clear();
            Q_EMIT escaped();
        }
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void LineField::focusOutEvent(QFocusEvent* event) {
    hideList();
    QLineEdit::focusOutEvent(event);
}

} // namespace groundplan
