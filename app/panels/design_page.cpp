#include "app/panels/continued_field.h"
#include "app/panels/element_edits.h"
#include "app/panels/entry.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/icons.h"
#include "app/panels/inspector_page.h"
#include "app/panels/page_header.h"

#include <QCoreApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

class DesignPage : public InspectorPage {
    Q_DECLARE_TR_FUNCTIONS(DesignPage)
public:
    explicit DesignPage(PanelHost& host)
        : InspectorPage(host)
        , header_(new PageHeader(host, {}))
        , task_(textField(host, tr("What is to be built, for whom, and what would be a success?"), 3)) {
        header_->setIcon(icon(u"board"_s), {20, 20});
        column_->addWidget(header_);
        FieldColumn(column_).add(tr("Task"), task_.widget);
    }

    void setSubjects(const QList<ElementId>&) override {
        const auto bindTo = [](ContinuedField* field, const char* key, QString Board::*text) {
            field->bind(
                EditName{key, {}},
                [text](const Design& design) -> std::optional<QString> { return design.board.*text; },
                [text](Editor& editor, const QString& typed) -> Result<void> {
                    Board board = editor.design().board;
                    board.*text = text == &Board::title ? oneLine(typed) : typed;
                    editor.put(board);
                    return {};
                });
        };
        bindTo(header_->titleBinding(), "change-title", &Board::title);
        bindTo(task_.binding, "change-task", &Board::task);
    }

    void refresh() override {
        header_->titleField()->setPlaceholderText(host_.documentTitle());
        header_->setSubtitle(tr("The whole design"));
    }

    void focusFirst() override { header_->titleField()->setFocus(Qt::OtherFocusReason); }

private:
    PageHeader* header_;
    BoundField<GrowingTextEdit> task_;
};

} // namespace

InspectorPage* makeDesignPage(PanelHost& host) {
    return new DesignPage(host);
}

} // namespace groundplan
