#pragma once

#include "app/window/settings.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;

namespace groundplan {

class Document;

/// The choices of an export, within the dialog that asks for its name: whether the design travels inside (and
/// how large that is), with its history or not, the dark theme, the scale of a PNG, the selection alone.
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
    void refresh();

    const Document& document_;
    const QString format_;
    const Part part_;
    QCheckBox* selection_;
    QCheckBox* dark_;
    QDoubleSpinBox* scale_ = nullptr;
    QCheckBox* source_;
    QCheckBox* history_;
    QLabel* size_;
    qsizetype sizes_[2] = {-1, -1}; ///< bytes without and with the history; -1: not looked yet
};

} // namespace groundplan
