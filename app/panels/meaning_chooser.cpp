#include "app/panels/meaning_chooser.h"

#include "app/panels/icons.h"
#include "app/panels/style.h"
#include "app/render/board_painter.h"
#include "app/render/composing.h"

#include <QAbstractListModel>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <utility>

namespace groundplan {

/// The rows of the chooser, and which of them (and of its chips) the arrow keys and the pointer are at.
class MeaningModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    struct Row {
        Meaning meaning;
        QString title;
        QString detail;    ///< beside a product or an own title: its kind
        QString heading;   ///< above it
        QStringList chips; ///< products of the kind
    };
    QList<Row> rows;
    int chip = -1; ///< of the current row; -1: the kind itself
    int hoveredRow = -1;
    int hoveredChip = -1;

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : int(rows.size());
    }
    QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid() || index.row() >= rows.size())
            return {};
        const Row& row = rows[index.row()];
        if (role == Qt::DisplayRole)
            return row.title;
        if (role == Qt::AccessibleTextRole)
            return QStringList{row.heading, row.title, row.detail, row.chips.join(QStringLiteral(", "))}.join(
                QStringLiteral(" "));
        return {};
    }
    void show(QList<Row> shown) {
        beginResetModel();
        rows = std::move(shown);
        chip = hoveredRow = hoveredChip = -1;
        endResetModel();
    }
};

namespace {

constexpr int kHeight = 424;
constexpr int kRowHeight = 34;
constexpr int kHeadingHeight = 24;
constexpr int kTile = 22;
constexpr int kChipsAt = 188; ///< from the left of a row
constexpr int kChipHeight = 22;
constexpr int kChipGap = 6;
constexpr int kMostOffered = 40;
constexpr int kFromEdge = 4; ///< of the screen

QFont chipFont(const QFont& font) {
    QFont small = font;
    small.setPixelSize(11);
    return small;
}

/// Where the chips of a row lie: as many as there is room for.
QList<QRect> chipPlaces(const MeaningModel::Row& row, const QRect& area, const QFont& font) {
    const QFontMetrics metrics(chipFont(font));
    QList<QRect> places;
    int left = area.left() + kChipsAt;
    for (const QString& chip : row.chips) {
        const int width = metrics.horizontalAdvance(chip) + 18;
        if (left + width > area.right() - 8)
            break;
        places.append({left, area.bottom() - (kRowHeight + kChipHeight) / 2 + 1, width, kChipHeight});
        left += width + kChipGap;
    }
    return places;
}

class MeaningDelegate : public QStyledItemDelegate {
public:
    MeaningDelegate(const MeaningModel& model, const BoardPainter& painter, QObject* parent)
        : QStyledItemDelegate(parent)
        , model_(model)
        , painter_(painter) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        return {100, kRowHeight + (model_.rows[index.row()].heading.isEmpty() ? 0 : kHeadingHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const MeaningModel::Row& row = model_.rows[index.row()];
        const QPalette& colours = option.palette;
        const QColor muted = colours.color(QPalette::PlaceholderText);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRect area = option.rect;
        if (!row.heading.isEmpty()) {
            QFont font = chipFont(option.font);
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            painter->setPen(muted);
            painter->drawText(area.adjusted(8, 4, -8, 0), Qt::AlignTop | Qt::TextSingleLine, row.heading);
            area.setTop(area.top() + kHeadingHeight);
        }
        const bool current = option.state & QStyle::State_Selected;
        const bool hovered = index.row() == model_.hoveredRow;
        const QRectF card = QRectF(area).adjusted(2, 1, -4, -1);
        if (current || hovered) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.color(QPalette::Light));
            painter->drawRoundedRect(card, 7, 7);
        }
        if (current && model_.chip < 0) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(colours.color(QPalette::Highlight), 1.5));
            painter->drawRoundedRect(card.adjusted(0.75, 0.75, -0.75, -0.75), 7, 7);
        }
        const QRectF tile(area.left() + 8, area.center().y() - kTile / 2.0 + 0.5, kTile, kTile);
        painter_.paintKindIcon(*painter, tile, row.meaning.kind);
        const int left = area.left() + kTile + 18;
        const int right = row.chips.isEmpty() ? area.right() - 8 : area.left() + kChipsAt - 8;
        const QFontMetrics metrics(option.font);
        const QString title = metrics.elidedText(row.title, Qt::ElideRight, right - left);
        painter->setFont(option.font);
        painter->setPen(colours.color(QPalette::Text));
        painter->drawText(QRect(left, area.top(), right - left, area.height()), Qt::AlignVCenter, title);
        if (!row.detail.isEmpty()) {
            const int behind = left + metrics.horizontalAdvance(title) + 8;
            painter->setPen(muted);
            painter->drawText(QRect(behind, area.top(), right - behind, area.height()), Qt::AlignVCenter,
                              metrics.elidedText(row.detail, Qt::ElideRight, right - behind));
        }
        const QList<QRect> chips = chipPlaces(row, option.rect, option.font);
        painter->setFont(chipFont(option.font));
        for (qsizetype i = 0; i < chips.size(); ++i) {
            const bool chosen = current && i == model_.chip;
            const bool under = hovered && i == model_.hoveredChip;
            const QRectF chip(chips[i]);
            painter->setBrush(colours.color(under                ? QPalette::Midlight
                                            : current || hovered ? QPalette::Base
                                                                 : QPalette::AlternateBase));
            painter->setPen(chosen || under ? QPen(colours.color(QPalette::Highlight), 1.5)
                                            : QPen(colours.color(QPalette::Mid), 1));
            const double inset = chosen || under ? 0.75 : 0.5;
            painter->drawRoundedRect(chip.adjusted(inset, inset, -inset, -inset), 11, 11);
            painter->setPen(colours.color(QPalette::Text));
            painter->drawText(chip, Qt::AlignCenter, row.chips[i]);
        }
        painter->restore();
    }

private:
    const MeaningModel& model_;
    const BoardPainter& painter_;
};

} // namespace

MeaningChooser::MeaningChooser(const Catalogue& catalogue, const QString& language,
                               const BoardPainter& painter, Asks asks, const QList<const Kind*>& first,
                               QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , catalogue_(catalogue)
    , language_(language)
    , asks_(asks)
    , first_(first)
    , matcher_(catalogue, language)
    , field_(new QLineEdit)
    , composing_(new Composing(field_))
    , list_(new QListView)
    , model_(new MeaningModel(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setAccessibleName(tr("Choose a block"));
    Style::setVariant(field_, Style::Variant::Search);
    field_->setPlaceholderText(asks == Asks::Next     ? tr("What comes next?")
                               : asks == Asks::Before ? tr("What comes before?")
                                                      : tr("Find a kind or a product"));
    field_->setAccessibleName(tr("Find a kind or a product"));
    field_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    field_->installEventFilter(this);
    list_->setModel(model_);
    list_->setItemDelegate(new MeaningDelegate(*model_, painter, list_));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->verticalScrollBar()->setSingleStep(kRowHeight);
    list_->viewport()->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 2, 4);
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 6, 0);
    top->addWidget(field_);
    layout->addLayout(top);
    layout->addWidget(list_);
    connect(field_, &QLineEdit::textEdited, this, &MeaningChooser::refresh);
    refresh();
}

void MeaningChooser::refresh() {
    const QString words = field_->text().simplified();
    QList<MeaningModel::Row> rows;
    const auto add = [&](const Meaning& meaning, const QString& heading) {
        const Kind* kind = catalogue_.kind(meaning.kind);
        const QString title = kind ? kind->title.in(language_) : meaning.kind;
        const QString own = !meaning.technology.isEmpty() ? meaning.technology : meaning.title;
        MeaningModel::Row row{
            meaning, own.isEmpty() ? title : own, own.isEmpty() ? QString() : title, heading, {}};
        if (own.isEmpty() && kind)
            row.chips = kind->technologies;
        rows.append(row);
    };
    if (!words.isEmpty()) {
        QList<Meaning> meanings = matcher_.meanings(words, kMostOffered);
        if (meanings.isEmpty())
            meanings = {matcher_.meaningOf(words)};
        // What usually comes here stays before all else that the words may mean, in its own order.
        const auto place = [this, &words](const Meaning& meaning) {
            const Kind* kind = catalogue_.kind(meaning.kind);
            const qsizetype usual = first_.indexOf(kind);
            const bool fits =
                usual >= 0 && (meaning.rank < kOnlyOffered ||
                               kind->title.in(language_).startsWith(words, Qt::CaseInsensitive));
            return fits ? usual : first_.size();
        };
        std::stable_sort(meanings.begin(), meanings.end(),
                         [&](const Meaning& a, const Meaning& b) { return place(a) < place(b); });
        for (const Meaning& meaning : std::as_const(meanings))
            add(meaning, {});
    } else {
        QString heading = asks_ == Asks::Before ? tr("Usually before") : tr("Usually next");
        for (const Kind* kind : first_)
            add({{}, kind->name, {}, {}, 0}, std::exchange(heading, {}));
        QString group;
        for (const Kind& kind : catalogue_.kinds()) {
            if (first_.contains(&kind))
                continue;
            const KindGroup* of = catalogue_.group(kind.group);
            const bool begins = of && of->name != group;
            if (begins)
                group = of->name;
            add({{}, kind.name, {}, {}, 0}, begins ? of->title.in(language_) : QString());
        }
    }
    model_->show(rows);
    list_->setCurrentIndex(model_->index(0, 0));
    fitHeight();
}

/// No taller than what it lists: it covers the board.
void MeaningChooser::fitHeight() {
    if (most_ == 0)
        return;
    int rows = 0;
    const int others = height() - list_->viewport()->height();
    for (int i = 0; i < model_->rowCount() && others + rows < most_; ++i)
        rows += list_->sizeHintForRow(i);
    resize(width(), std::min(most_, others + rows));
}

void MeaningChooser::openAt(const QPoint& global) {
    const QScreen* on = QGuiApplication::screenAt(global);
    const QRect room =
        (on ? on : screen())->availableGeometry().adjusted(kFromEdge, kFromEdge, -kFromEdge, -kFromEdge);
    const QSize size = QSize(kWidth, kHeight).boundedTo(room.size());
    setGeometry(QRect(QPoint(std::clamp(global.x(), room.left(), room.right() + 1 - size.width()),
                             std::clamp(global.y(), room.top(), room.bottom() + 1 - size.height())),
                      size));
    most_ = size.height();
    show();
    fitHeight();
    field_->setFocus(Qt::PopupFocusReason);
}

QRect MeaningChooser::placeOf(const QString& kind, const QString& technology) const {
    for (int i = 0; i < model_->rows.size(); ++i) {
        const MeaningModel::Row& row = model_->rows[i];
        if (row.meaning.kind != kind)
            continue;
        const QRect area = list_->visualRect(model_->index(i, 0));
        const bool own = technology.isEmpty() || row.meaning.technology == technology;
        const QRect place = own ? QRect(area.left(), area.bottom() - kRowHeight + 1, kChipsAt, kRowHeight)
                                : chipPlaces(row, area, list_->font()).value(row.chips.indexOf(technology));
        return list_->viewport()->rect().contains(place) ? place : QRect();
    }
    return {};
}

bool MeaningChooser::keyPressed(const QKeyEvent& key) {
    if (*composing_)
        return false;
    const int row = list_->currentIndex().row();
    const int rows = model_->rowCount();
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose(row, model_->chip);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (rows > 0) {
            const int step = key.key() == Qt::Key_Down ? 1 : rows - 1;
            model_->chip = -1;
            list_->setCurrentIndex(model_->index((row + step) % rows, 0));
            list_->viewport()->update();
        }
        return true;
    case Qt::Key_Right:
    case Qt::Key_Left: {
        // Within a word they are the field's.
        if (field_->cursorPosition() < field_->text().size() || row < 0)
            return false;
        const qsizetype chips =
            chipPlaces(model_->rows[row], list_->visualRect(list_->currentIndex()), list_->font()).size();
        const int step = key.key() == Qt::Key_Right ? 1 : -1;
        if (model_->chip + step < -1 || (chips == 0 && step < 0))
            return false;
        model_->chip = int(std::min<qsizetype>(model_->chip + step, chips - 1));
        list_->viewport()->update();
        return true;
    }
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void MeaningChooser::pointAt(const QPoint& at) {
    const QModelIndex index = list_->indexAt(at);
    int chip = -1;
    if (index.isValid()) {
        const QList<QRect> places =
            chipPlaces(model_->rows[index.row()], list_->visualRect(index), list_->font());
        for (int i = 0; i < places.size() && chip < 0; ++i) {
            if (places[i].contains(at))
                chip = i;
        }
    }
    if (model_->hoveredRow == index.row() && model_->hoveredChip == chip)
        return;
    model_->hoveredRow = index.row();
    model_->hoveredChip = chip;
    list_->viewport()->update();
}

bool MeaningChooser::eventFilter(QObject* watched, QEvent* event) {
    if (watched == field_ && event->type() == QEvent::KeyPress)
        return keyPressed(*static_cast<QKeyEvent*>(event)) || QFrame::eventFilter(watched, event);
    if (watched == list_->viewport()) {
        switch (event->type()) {
        case QEvent::MouseMove:
            pointAt(static_cast<QMouseEvent*>(event)->position().toPoint());
            break;
        case QEvent::Leave:
            pointAt({-1, -1});
            break;
        case QEvent::MouseButtonPress:
            return true; // the release chooses
        case QEvent::MouseButtonRelease:
            pointAt(static_cast<QMouseEvent*>(event)->position().toPoint());
            if (static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
                choose(model_->hoveredRow, model_->hoveredChip);
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void MeaningChooser::choose(int row, int chip) {
    if (row < 0 || row >= model_->rows.size())
        return;
    Meaning meaning = model_->rows[row].meaning;
    if (chip >= 0)
        meaning.technology = model_->rows[row].chips.value(chip);
    finish(meaning);
}

void MeaningChooser::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    finish({});
}

void MeaningChooser::finish(const Meaning& meaning) {
    if (std::exchange(finished_, true))
        return;
    close();
    Q_EMIT finished(meaning);
}

} // namespace groundplan
