#pragma once

#include <QWidget>

class QLabel;

namespace groundplan {

/// The small title above a field, with the reason why it matters behind a sign at its end: as a tool tip, and
/// as a line that a click shows and hides. Shift+F1 in the field shows it too.
class WhyCaption : public QWidget {
    Q_OBJECT
public:
    /// `why` may be empty: then there is no sign.
    WhyCaption(const QString& title, const QString& why, QWidget* parent = nullptr);
    void setWhy(const QString& why);
    /// Names the field after the title, for those who cannot see it.
    void setField(QWidget* field);

private:
    QLabel* title_;
    QWidget* sign_;
    QLabel* line_;
    QWidget* field_ = nullptr;
};

/// A muted line of small letters that wraps.
QLabel* smallLine(const QString& text, QWidget* parent = nullptr);

} // namespace groundplan
