#pragma once

#include "app/panels/panel_host.h"

#include <QWidget>

namespace groundplan {

class ChipField;
class SegmentedControl;

/// One field of a sheet: its title, why it matters, and a control of its form, which writes the property of
/// that subject.
class SheetFieldBox : public QWidget {
    Q_OBJECT
public:
    SheetFieldBox(PanelHost& host, ElementId subject, const SheetField& field, QWidget* parent = nullptr);

    QString name() const { return field_.name; }
    QWidget* control() const { return control_; } ///< what takes the keyboard
    /// Shows the property as it is now in the design.
    void refresh();

private:
    void makeTyped(bool severalLines);
    void makeChips();
    void makeYesNo();
    void put(const QString& value);

    PanelHost& host_;
    const ElementId subject_;
    const SheetField field_;
    const QString title_;
    QWidget* control_ = nullptr;
    ChipField* chips_ = nullptr;
    SegmentedControl* yesNo_ = nullptr;
};

} // namespace groundplan
