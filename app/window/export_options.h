#pragma once

#include "app/window/looked.h"
#include "app/window/settings.h"

#include <QRectF>
#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;

namespace groundplan {

class Document;
class SourceChoice;

/// The choices of a picture's export, within the dialog that asks for its name: whether the design travels
/// inside, the dark theme, the scale of a PNG and the pixels that
/// come of it, the selection alone.
class ExportOptionsBox : public QWidget {
    Q_OBJECT
public:
    enum class Part { Whole, Selection, Either }; ///< what there is to export; Either: the user says
    /// `selected`: of what is looked at.
    ExportOptionsBox(const Document& document, const Looked& looked, const QSet<ElementId>& selected,
                     const QString& format, const ExportOptions& first, Part part, QWidget* parent = nullptr);

    /// Whether there is anything to choose for that format.
    static bool hasAny(const QString& format);

    ExportOptions options() const;
    bool selectionOnly() const;

private:
    void showPixels();

    const Part part_;
    const Looked looked_;
    const QSet<ElementId> selected_;
    std::optional<QRectF> contents_[2]; ///< of all and of the selection, once they were looked for
    QCheckBox* selection_;
    QCheckBox* dark_;
    QDoubleSpinBox* scale_ = nullptr;
    QLabel* pixels_ = nullptr; ///< of a PNG
    SourceChoice* source_;
};

} // namespace groundplan
