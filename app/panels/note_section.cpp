#include "app/panels/note_section.h"

#include "app/panels/controls.h"
#include "app/panels/fields.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/row_entry.h"
#include "app/panels/style.h"
#include "model/design/words_text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// A sticky: its kind and buttons above, the text below, always open.
class NoteEntry : public RowEntry<Note> {
public:
    NoteEntry(PanelHost& host, const Note& row, bool draft, QWidget* parent = nullptr)
        : RowEntry(host, row, draft, {"add-note", "change-note"}, parent)
        , kind_(new Choice(textsOf<NoteKind>())) {
        Style::setVariant(kind_, Style::Variant::Quiet);
        kind_->setAccessibleName(NoteSection::tr("Kind of note"));
        auto* footer = makeFooter(NoteSection::tr("Delete this note"));
        footer->layout()->setSpacing(0);
        auto* top = new QHBoxLayout;
        top->setContentsMargins(0, 0, 0, 0);
        top->setSpacing(0);
        top->addWidget(kind_);
        top->addWidget(footer, 1);
        const auto text =
            quietField(host, NoteSection::tr("What is assumed, asked, at risk or worth knowing?"));
        text_ = text.widget;
        text_->setAccessibleName(NoteSection::tr("Text of the note"));
        bindText(text.binding, &Note::text);
        layout_->setContentsMargins(7, 5, 5, 7);
        layout_->setSpacing(1);
        layout_->addLayout(top);
        layout_->addWidget(text_);
        connect(kind_, &QComboBox::activated, this,
                [this](int index) { change([index](Note& note) { note.kind = NoteKind(index); }); });
        takeColours();
        connect(&host, &PanelHost::themeChanged, this, [this] { takeColours(); });
    }

    void refresh() override {
        settle();
        const Note* note = row();
        if (!note)
            return;
        kind_->setCurrentIndex(int(note->kind));
        kind_->setEnabled(!host_.isReadOnly());
    }

    void focusFirst() override { text_->setFocus(Qt::OtherFocusReason); }

protected:
    bool isBlank(const Note& note) const override { return note.text.isEmpty(); }

    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme& theme = host_.painter().theme();
        painter.setBrush(theme.sticky);
        painter.setPen(theme.stickyBorder);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }

private:
    /// The palette of what lies on the sticky: its own paper, and words that can be read on it in both
    /// themes.
    void takeColours() {
        const Theme& theme = host_.painter().theme();
        QPalette colours;
        colours.setColor(QPalette::Text, theme.stickyText);
        colours.setColor(QPalette::WindowText, theme.stickyText);
        colours.setColor(QPalette::Base, theme.sticky);
        QColor faint = theme.stickyText;
        faint.setAlphaF(0.72F);
        colours.setColor(QPalette::PlaceholderText, faint);
        QColor hover = theme.stickyText;
        hover.setAlphaF(0.07F);
        colours.setColor(QPalette::Light, hover);
        setPalette(colours);
    }

    Choice* kind_;
    GrowingTextEdit* text_;
};

QList<NoteId> idsOf(const Design& design, ElementId subject) {
    QList<NoteId> ids;
    for (const Note* row :
         design.notes.sorted([subject](const Note& note) { return note.subject == subject; }))
        ids.append(row->id);
    return ids;
}

} // namespace

NoteSection::NoteSection(PanelHost& host, QWidget* parent)
    : Section(host, tr("Notes"), tr("Add a note"), parent) {
    setObjectName(u"notes"_s);
}

QList<qint64> NoteSection::rowIds(const Design& design) const {
    QList<qint64> ids;
    for (const NoteId id : idsOf(design, subject()))
        ids.append(id.value());
    return ids;
}

Entry* NoteSection::makeEntry(qint64 id, bool draft) {
    Note row;
    row.id = NoteId(id);
    row.subject = subject();
    return new NoteEntry(host_, row, draft);
}

bool NoteSection::isDraft(const Entry& entry) const {
    return static_cast<const NoteEntry&>(entry).isDraft();
}

void NoteSection::moveRow(qint64 id, int step) {
    host_.edit({"change-note", {}}, [id, step, subject = subject()](Editor& editor) {
        return groundplan::moveRow<Note>(editor, idsOf(editor.design(), subject), NoteId(id), step);
    });
}

void NoteSection::removeRow(qint64 id) {
    host_.edit({"delete-note", {}}, [id](Editor& editor) -> Result<void> {
        removeNote(editor, NoteId(id));
        return {};
    });
}

} // namespace groundplan
