#include "app/panels/continued_field.h"
#include "app/panels/controls.h"
#include "app/panels/element_edits.h"
#include "app/panels/entry.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/host_icons.h"
#include "app/panels/inspector_page.h"
#include "app/panels/kind_chooser.h"
#include "app/panels/page_header.h"
#include "model/operations/operations.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

class BlockPage : public InspectorPage {
    Q_DECLARE_TR_FUNCTIONS(BlockPage)
public:
    explicit BlockPage(PanelHost& host)
        : InspectorPage(host)
        , header_(new PageHeader(host, tr("Untitled block")))
        , technology_(new Choice)
        , path_(new SegmentedControl({tr("Online"), tr("Offline")}))
        , ml_(new Switch(tr("Needs machine learning")))
        , colour_(new ColourRow)
        , open_(iconButton(u"open-link"_s, tr("Open this link in the browser"))) {
        technology_->setEditable(true);
        technology_->setInsertPolicy(QComboBox::NoInsert);
        technology_->setCompleter(nullptr);
        technologyBinding_ = new ContinuedField(technology_->lineEdit(), host);
        technology_->lineEdit()->setPlaceholderText(tr("None said"));
        path_->setAllowNone(true);
        description_ = textField(host, tr("What it does, in a sentence"));
        link_ = lineField(host, u"https://…"_s);
        auto* linkRow = new QWidget;
        auto* row = new QHBoxLayout(linkRow);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        row->addWidget(link_.widget);
        row->addWidget(open_);
        linkRow->setFocusProxy(link_.widget);
        link_.widget->setAccessibleName(tr("Link"));

        column_->addWidget(header_);
        FieldColumn fields(column_);
        fields.add(tr("Technology"), technology_);
        fields.add(tr("Path"), path_);
        column_->addWidget(ml_);
        fields.add(tr("Description"), description_.widget);
        fields.add(tr("Link"), linkRow);
        fields.add(tr("Colour"), colour_);

        connect(header_, &PageHeader::kindClicked, this, [this] { chooseKind(); });
        connect(header_->titleBinding(), &ContinuedField::ended, this, [this] { ownTitleBefore_.reset(); });
        connect(technology_, &QComboBox::textActivated, this, [this](const QString& text) {
            setBlock("change-technology", [text](Block& block) { block.technology = text; });
        });
        connect(path_, &SegmentedControl::chosen, this, [this](int index) {
            setBlock("change-path", [index](Block& block) { block.path = Path(index + 1); });
        });
        connect(ml_, &Switch::clicked, this,
                [this](bool on) { setBlock("change-ml", [on](Block& block) { block.ml = on; }); });
        connect(colour_, &ColourRow::chosen, this, [this](const QString& colour) {
            setBlock("change-colour", [colour](Block& block) { block.colour = colour; });
        });
        connect(open_, &QToolButton::clicked, this, [this] { host_.openLink(link_.widget->text()); });
        connect(link_.widget, &QLineEdit::textChanged, this,
                [this](const QString& text) { open_->setEnabled(!text.trimmed().isEmpty()); });
        open_->setEnabled(false);
    }

    void setSubjects(const QList<ElementId>& ids) override {
        id_ = ids.value(0);
        ownTitleBefore_.reset();
        const ElementId id = id_;
        header_->titleBinding()->bind({"change-title", {}}, reader(&Block::title),
                                      [this, id](Editor& editor, const QString& text) -> Result<void> {
                                          const Block* block = editor.design().blocks.find(id);
                                          if (!block)
                                              return Failure(subjectGone());
                                          // The name follows the first title of the user's own, as it is when
                                          // the typing ends.
                                          if (!ownTitleBefore_)
                                              ownTitleBefore_ = block->ownTitle;
                                          if (!*ownTitleBefore_ && block->ownTitle) {
                                              Block following = *block;
                                              following.ownTitle = false;
                                              editor.put(following);
                                          }
                                          return renameElement(editor, id, oneLine(text));
                                      });
        technologyBinding_->bind({"change-technology", {}}, reader(&Block::technology),
                                 writer(&Block::technology));
        description_.binding->bind({"change-description", {}}, reader(&Block::description),
                                   writer(&Block::description));
        link_.binding->bind({"change-link", {}}, reader(&Block::link), writer(&Block::link));
    }

    void refresh() override {
        const Block* block = host_.design().blocks.find(id_);
        if (!block)
            return;
        const bool writable = !host_.isReadOnly();
        const Kind* kind = host_.catalogue().kind(block->kind);
        const KindGroup* group = host_.catalogue().groupOfKind(block->kind);
        if (block->kind != shownKind_ || header_->titleField()->toPlainText().isEmpty()) {
            shownKind_ = block->kind;
            header_->setIcon(kindIcon(host_, block->kind), {36, 36});
            technologyBinding_->commit();
            const QString typed = technology_->currentText();
            technology_->clear();
            if (kind)
                technology_->addItems(kind->technologies);
            technology_->setEditText(typed);
        }
        const QString kindTitle =
            kind ? kind->title.in(host_.language()) : tr("Unknown kind “%1”").arg(block->kind);
        header_->setSubtitle(group ? u"%1 · %2"_s.arg(kindTitle, group->title.in(host_.language()))
                                   : kindTitle);
        header_->setKindChoosable(writable);
        path_->setCurrent(block->path == Path::Unset ? -1 : int(block->path) - 1);
        ml_->setChecked(block->ml);
        colour_->setColour(block->colour);
        for (QWidget* widget : std::initializer_list<QWidget*>{technology_, path_, ml_, colour_})
            widget->setEnabled(writable);
    }

    void focusFirst() override { header_->titleField()->setFocus(Qt::OtherFocusReason); }

private:
    ContinuedField::Read reader(QString Block::*text) const {
        return [id = id_, text](const Design& design) -> std::optional<QString> {
            const Block* block = design.blocks.find(id);
            return block ? std::optional(block->*text) : std::nullopt;
        };
    }
    ContinuedField::Write writer(QString Block::*text) const {
        return [id = id_, text](Editor& editor, const QString& typed) {
            return changeRow<Block>(editor, id, [&](Block& block) { block.*text = typed; });
        };
    }
    template <class Change>
    void setBlock(const char* key, const Change& change) {
        host_.edit({key, {}},
                   [id = id_, change](Editor& editor) { return changeRow<Block>(editor, id, change); });
        refresh();
    }

    void chooseKind() {
        auto* chooser = new KindChooser(
            host_.catalogue(), host_.language(),
            [&host = host_]() -> const BoardPainter& { return host.painter(); }, this);
        connect(chooser, &KindChooser::finished, this, [this](const QString& name) {
            const Kind* kind = host_.catalogue().kind(name);
            if (!kind || name == shownKind_)
                return;
            host_.edit({"change-kind", {kind->title.in(host_.language())}},
                       [id = id_, kind, language = host_.language()](Editor& editor) {
                           return changeKind(editor, id, *kind, language);
                       });
        });
        const QWidget* button = header_->kindButton();
        chooser->openAt(button->mapToGlobal(QPoint(0, button->height() + 2)), shownKind_);
    }

    ElementId id_;
    QString shownKind_;
    std::optional<bool> ownTitleBefore_;
    PageHeader* header_;
    Choice* technology_;
    ContinuedField* technologyBinding_ = nullptr;
    SegmentedControl* path_;
    Switch* ml_;
    BoundField<GrowingTextEdit> description_{};
    BoundField<QLineEdit> link_{};
    ColourRow* colour_;
    QToolButton* open_;
};

} // namespace

InspectorPage* makeBlockPage(PanelHost& host) {
    return new BlockPage(host);
}

} // namespace groundplan
