#pragma once

#include "app/panels/panel_host.h"

#include <QWidget>

class QVBoxLayout;

namespace groundplan {

class FoldHeader;
class SheetFieldBox;

/// The sheets that a block (or the board) has, each folded until it is wanted: its sections fold too, and of
/// those only the first is open. What was unfolded stays so for other blocks with the same sheet. Filled
/// fields that no sheet here has are shown at the end and cannot be changed.
class SheetStack : public QWidget {
    Q_OBJECT
public:
    explicit SheetStack(PanelHost& host, QWidget* parent = nullptr);

    void setSubject(ElementId subject); ///< none: the board
    /// Shows the subject as it is now in the design.
    void refresh();
    /// Unfolds what holds the field ("data.split") and puts the keyboard into it; false: no sheet has it.
    bool focusField(const QString& field);

Q_SIGNALS:
    void unfolded(QWidget* what); ///< by the user: it wants to be seen

private:
    struct Part {
        SheetSection section;
        FoldHeader* header = nullptr;
        QWidget* body = nullptr; ///< made when it is first unfolded
        QList<SheetFieldBox*> boxes;
    };
    struct View {
        Sheet sheet;
        FoldHeader* header = nullptr;
        QWidget* body = nullptr;
        QList<Part> parts;
    };
    void build(const QList<const Sheet*>& sheets);
    void clear();
    QWidget* addView(const QString& title, FoldHeader** header, QWidget** body);
    void setOpen(View& view, bool open);
    void setOpen(View& view, Part& part, bool open);
    void refreshStrangers();
    bool isTick(const QString& field) const;

    PanelHost& host_;
    ElementId subject_;
    QVBoxLayout* column_;
    QList<View> views_;
    QWidget* strangers_ = nullptr; ///< with its line and header
    FoldHeader* strangersHeader_ = nullptr;
    QWidget* strangersBody_ = nullptr;
    QStringList strangersShown_;
    bool built_ = false;
    QSet<QString> open_;             ///< names of sheets
    QHash<QString, bool> partsOpen_; ///< "sheet/section"
    bool strangersOpen_ = false;
};

} // namespace groundplan
