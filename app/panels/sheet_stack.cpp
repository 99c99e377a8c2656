#include "app/panels/sheet_stack.h"

#include "app/panels/controls.h"
#include "app/panels/fold_header.h"
#include "app/panels/sheet_field_box.h"
#include "app/panels/why_caption.h"
#include "model/framework/placeholder.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// The filled fields of a subject.
QHash<QString, QString> valuesOf(const Design& design, ElementId subject) {
    QHash<QString, QString> values;
    for (const Property& row : design.properties) {
        if (row.subject == subject)
            values.insert(row.field, row.value);
    }
    return values;
}

/// A value as it is read: the titles of choices.
QString readable(const QString& value, const SheetField* field, const QString& language) {
    if (!field || field->choices.isEmpty())
        return value;
    QStringList titles;
    for (const QString& name : choicesIn(value)) {
        const auto known = std::find_if(field->choices.begin(), field->choices.end(),
                                        [&name](const FieldChoice& choice) { return choice.name == name; });
        titles.append(known == field->choices.end() ? name : known->title.in(language));
    }
    return titles.join(u", "_s);
}

QString partKey(const Sheet& sheet, const SheetSection& section) {
    return sheet.name + u'/' + section.name;
}

} // namespace

SheetStack::SheetStack(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , column_(new QVBoxLayout(this)) {
    setObjectName(u"sheets"_s);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    connect(&host, &PanelHost::kindsReplaced, this, [this] { built_ = false; });
}

void SheetStack::setSubject(ElementId subject) {
    if (subject == subject_)
        return;
    clear();
    subject_ = subject;
}

void SheetStack::clear() {
    const QWidget* focused = QApplication::focusWidget();
    if (focused && isAncestorOf(focused))
        host_.focusBoard();
    while (QLayoutItem* item = column_->takeAt(0)) {
        item->widget()->hide(); // writes what was typed, while all is whole
        item->widget()->deleteLater();
        delete item;
    }
    views_.clear();
    strangers_ = nullptr;
    strangersShown_.clear();
    built_ = false;
}

QWidget* SheetStack::addView(const QString& title, FoldHeader** header, QWidget** body) {
    auto* view = new QWidget;
    auto* outer = new QVBoxLayout(view);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new Hairline);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(0, 5, 0, 5);
    inner->setSpacing(2);
    *header = new FoldHeader(FoldHeader::Level::Whole, title);
    *body = new QWidget;
    auto* layout = new QVBoxLayout(*body);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(2);
    (*body)->hide();
    inner->addWidget(*header);
    inner->addWidget(*body);
    outer->addLayout(inner);
    column_->addWidget(view);
    return view;
}

void SheetStack::build(const QList<const Sheet*>& sheets) {
    clear();
    const QString language = host_.language();
    for (const Sheet* sheet : sheets) {
        View view;
        view.sheet = *sheet;
        addView(sheet->title.in(language), &view.header, &view.body);
        for (const SheetSection& section : sheet->sections) {
            Part part;
            part.section = section;
            part.header = new FoldHeader(FoldHeader::Level::Part, section.title.in(language));
            view.body->layout()->addWidget(part.header);
            view.parts.append(part);
        }
        views_.append(view);
    }
    for (qsizetype i = 0; i < views_.size(); ++i) {
        connect(views_[i].header, &FoldHeader::clicked, this, [this, i](bool open) {
            setOpen(views_[i], open);
            if (open)
                Q_EMIT unfolded(views_[i].header->parentWidget());
        });
        for (qsizetype p = 0; p < views_[i].parts.size(); ++p) {
            connect(views_[i].parts[p].header, &FoldHeader::clicked, this, [this, i, p](bool open) {
                setOpen(views_[i], views_[i].parts[p], open);
                if (open)
                    Q_EMIT unfolded(views_[i].parts[p].body);
            });
        }
        setOpen(views_[i], open_.contains(views_[i].sheet.name));
    }
    strangers_ = addView(tr("Other fields"), &strangersHeader_, &strangersBody_);
    strangersBody_->setVisible(strangersOpen_);
    strangersHeader_->setChecked(strangersOpen_);
    connect(strangersHeader_, &FoldHeader::clicked, this, [this](bool open) {
        strangersOpen_ = open;
        strangersBody_->setVisible(open);
        if (open)
            Q_EMIT unfolded(strangers_);
    });
    built_ = true;
}

void SheetStack::setOpen(View& view, bool open) {
    if (open)
        open_.insert(view.sheet.name);
    else
        open_.remove(view.sheet.name);
    view.header->setChecked(open);
    if (open) {
        for (Part& part : view.parts)
            setOpen(view, part, partsOpen_.value(partKey(view.sheet, part.section), &part == &view.parts[0]));
    }
    view.body->setVisible(open);
}

void SheetStack::setOpen(View& view, Part& part, bool open) {
    partsOpen_.insert(partKey(view.sheet, part.section), open);
    part.header->setChecked(open);
    if (open && !part.body) {
        part.body = new QWidget;
        auto* fields = new QVBoxLayout(part.body);
        fields->setContentsMargins(6, 2, 6, 10);
        fields->setSpacing(12);
        for (const SheetField& field : part.section.fields) {
            auto* box = new SheetFieldBox(host_, subject_, field);
            fields->addWidget(box);
            part.boxes.append(box);
        }
        auto* column = static_cast<QVBoxLayout*>(view.body->layout());
        column->insertWidget(column->indexOf(part.header) + 1, part.body);
    }
    if (part.body)
        part.body->setVisible(open);
}

void SheetStack::refresh() {
    const Block* block = host_.design().blocks.find(subject_);
    QList<const Sheet*> sheets;
    if (block || !subject_)
        sheets = host_.templates().sheetsFor(block ? block->kind : QString(), host_.catalogue());
    const bool same = built_ && std::equal(views_.begin(), views_.end(), sheets.begin(), sheets.end(),
                                           [](const View& view, const Sheet* sheet) {
                                               return view.sheet.name == sheet->name;
                                           });
    if (!same)
        build(sheets);
    const QHash<QString, QString> values = valuesOf(host_.design(), subject_);
    for (const View& view : std::as_const(views_)) {
        int all = 0;
        int filled = 0;
        for (const Part& part : view.parts) {
            int here = 0;
            for (const SheetField& field : part.section.fields)
                here += isPlaceholder(values.value(field.name)) ? 0 : 1;
            const int of = int(part.section.fields.size());
            part.header->setDetail(here == 0 ? QString::number(of) : tr("%1 of %2").arg(here).arg(of));
            all += of;
            filled += here;
            for (SheetFieldBox* box : part.boxes)
                box->refresh();
        }
        view.header->setDetail(tr("%1 of %2").arg(filled).arg(all));
    }
    refreshStrangers();
}

/// Whether it is a step of a framework ticked by hand, which its plan shows.
bool SheetStack::isTick(const QString& field) const {
    const QString owner = field.section(u'.', 0, 0);
    return !subject_ && !host_.templates().sheet(owner) && host_.templates().framework(owner);
}

void SheetStack::refreshStrangers() {
    const QHash<QString, QString> values = valuesOf(host_.design(), subject_);
    QStringList names = values.keys();
    names.sort();
    QStringList lines;
    for (const QString& name : std::as_const(names)) {
        const bool known = std::any_of(views_.begin(), views_.end(),
                                       [&name](const View& view) { return view.sheet.field(name); });
        if (known || isTick(name))
            continue;
        const SheetField* field = host_.templates().field(name);
        QString title = name;
        if (field)
            title = host_.templates().sheet(name.section(u'.', 0, 0))->title.in(host_.language()) + u" · "_s +
                    field->title.in(host_.language());
        lines.append({title, readable(values.value(name), field, host_.language())});
    }
    strangers_->setVisible(!lines.isEmpty());
    strangersHeader_->setDetail(QString::number(lines.size() / 2));
    if (lines == strangersShown_)
        return;
    strangersShown_ = lines;
    QLayout* column = strangersBody_->layout();
    while (QLayoutItem* item = column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i + 1 < lines.size(); i += 2) {
        auto* row = new QWidget;
        auto* rows = new QVBoxLayout(row);
        rows->setContentsMargins(6, 2, 6, 6);
        rows->setSpacing(2);
        rows->addWidget(smallLine(lines[i]));
        auto* value = new QLabel(lines[i + 1]);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setMinimumWidth(60);
        value->setAccessibleName(lines[i]);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        rows->addWidget(value);
        column->addWidget(row);
    }
}

bool SheetStack::focusField(const QString& name) {
    for (View& view : views_) {
        for (Part& part : view.parts) {
            const bool here = std::any_of(part.section.fields.begin(), part.section.fields.end(),
                                          [&name](const SheetField& field) { return field.name == name; });
            if (!here)
                continue;
            setOpen(view, true);
            setOpen(view, part, true);
            for (SheetFieldBox* box : std::as_const(part.boxes)) {
                if (box->name() == name) {
                    box->control()->setFocus(Qt::OtherFocusReason);
                    Q_EMIT unfolded(box);
                }
            }
            return true;
        }
    }
    return false;
}

} // namespace groundplan
