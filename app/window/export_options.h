#pragma once

#include "app/window/settings.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;

namespace groundplan {

class Document;
class SourceChoice;

/// The choices of a picture's export, within the dialog that asks for its name: whether the design travels
/// inside, the dark theme, the scale of a PNG, the selection alone.
class ExportOptionsBox : public QWidget {
    Q_OBJECT
public:
    enum class Part { Whole, Selection, Either }; ///< what there is to export; Either: the user says
    ExportOptionsBox(const Document& document, const QString& format, const ExportOptions& first, Part part,
                     QWidget* parent = nullptr);

    /// Whether there is anything to choose for that format.
    static bool hasAny(const QString& format);

    ExportOptions options() const;
    bool selectionOnly() const;

private:
    const Part part_;
    QCheckBox* selection_;
    QCheckBox* dark_;
    QDoubleSpinBox* scale_ = nullptr;
    SourceChoice* source_;
};

} // namespace groundplan
