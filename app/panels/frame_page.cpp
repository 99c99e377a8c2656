#include "app/panels/continued_field.h"
#include "app/panels/controls.h"
#include "app/panels/element_edits.h"
#include "app/panels/entry.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/icons.h"
#include "app/panels/inspector_page.h"
#include "app/panels/page_header.h"
#include "model/design/counted.h"
#include "model/operations/operations.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

class FramePage : public InspectorPage {
    Q_DECLARE_TR_FUNCTIONS(FramePage)
public:
    explicit FramePage(PanelHost& host)
        : InspectorPage(host)
        , header_(new PageHeader(host, tr("Untitled frame")))
        , remark_(lineField(host, tr("p99 ≤ 150 ms, daily …")))
        , colour_(new ColourRow) {
        header_->setIcon(icon(u"frame"_s), {20, 20});
        column_->addWidget(header_);
        FieldColumn fields(column_);
        fields.add(tr("Target or remark"), remark_.widget);
        fields.add(tr("Colour"), colour_);
        connect(header_->titleBinding(), &ContinuedField::ended, this, [this] { ownTitleBefore_.reset(); });
        connect(colour_, &ColourRow::chosen, this, [this](const QString& colour) {
            host_.edit({"change-colour", {}}, [id = id_, colour](Editor& editor) {
                return changeRow<Frame>(editor, id, [&](Frame& frame) { frame.colour = colour; });
            });
        });
    }

    void setSubjects(const QList<ElementId>& ids) override {
        id_ = ids.value(0);
        ownTitleBefore_.reset();
        const auto reader = [id = id_](QString Frame::*text) -> ContinuedField::Read {
            return [id, text](const Design& design) -> std::optional<QString> {
                const Frame* frame = design.frames.find(id);
                return frame ? std::optional(frame->*text) : std::nullopt;
            };
        };
        header_->titleBinding()->bind({"change-title", {}}, reader(&Frame::title),
                                      [this, id = id_](Editor& editor, const QString& text) -> Result<void> {
                                          const Frame* frame = editor.design().frames.find(id);
                                          if (!frame)
                                              return Failure(subjectGone());
                                          // The name follows the first title of the user's own, as it is when
                                          // the typing ends.
                                          if (!ownTitleBefore_)
                                              ownTitleBefore_ = frame->ownTitle;
                                          if (!*ownTitleBefore_ && frame->ownTitle) {
                                              Frame following = *frame;
                                              following.ownTitle = false;
                                              editor.put(following);
                                          }
                                          return renameElement(editor, id, oneLine(text));
                                      });
        remark_.binding->bind(
            {"change-remark", {}}, reader(&Frame::remark), [id = id_](Editor& editor, const QString& text) {
                return changeRow<Frame>(editor, id, [&](Frame& frame) { frame.remark = text; });
            });
    }

    void refresh() override {
        const Design& design = host_.design();
        const Frame* frame = design.frames.find(id_);
        if (!frame)
            return;
        const int blocks =
            int(std::count_if(design.blocks.begin(), design.blocks.end(),
                              [&](const Block& block) { return design.isInside(block.id, id_); }));
        header_->setSubtitle(counted(tr("Frame with %n block(s)", nullptr, blocks), blocks));
        colour_->setColour(frame->colour);
        colour_->setEnabled(!host_.isReadOnly());
    }

    void focusFirst() override { header_->titleField()->setFocus(Qt::OtherFocusReason); }

private:
    ElementId id_;
    std::optional<bool> ownTitleBefore_;
    PageHeader* header_;
    BoundField<QLineEdit> remark_;
    ColourRow* colour_;
};

} // namespace

InspectorPage* makeFramePage(PanelHost& host) {
    return new FramePage(host);
}

} // namespace groundplan
