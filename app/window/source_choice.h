#pragma once

#include "app/window/looked.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace groundplan {

class Document;

/// Within the dialog that asks for an export's name: whether the design travels inside of the file, how large
/// that is, and whether its history comes along.
class SourceChoice : public QWidget {
    Q_OBJECT
public:
    /// The format says what it takes in the file ("pdf", ...). A past moment has no history to take along,
    /// and of two designs compared there is nothing to choose.
    SourceChoice(const Document& document, const Looked& looked, const QString& format, bool first,
                 QWidget* parent = nullptr);

    bool isWanted() const;
    bool historyIsWanted() const;
    /// A part of a board carries nothing: what was left out would be in it.
    void setWhole(bool whole);

private:
    void refresh();
    qsizetype measure() const;

    const Document& document_;
    const Looked looked_;
    const QString format_;
    const bool drawing_; ///< draw.io: the design without its history, and of a part only that
    bool whole_ = true;
    QCheckBox* source_;
    QCheckBox* history_;
    QLabel* size_;
    qsizetype sizes_[2] = {-1, -1}; ///< bytes without and with the history; -1: not looked yet
};

} // namespace groundplan
