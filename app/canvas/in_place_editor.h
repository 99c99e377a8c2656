#pragma once

#include "app/canvas/view_transform.h"
#include "app/render/theme.h"

#include <QFont>
#include <QObject>
#include <QRectF>

class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace groundplan {

class Composing;

/// Where and how a text of the board is edited in place.
struct TextPlace {
    QRectF area; ///< points on the board
    QFont font;  ///< at 100 %
    QColor background;
    QColor colour;
    QColor selection; ///< behind selected text
    QColor selectedText;
    bool centred = false;
    bool manyLines = false; ///< a card's text: Enter breaks the line, Ctrl+Enter commits
    bool widens = false;    ///< with manyLines: lines are as long as what is typed
};

/// A field without a border over a text of the board; it grows with what is typed. Enter, Tab and a click
/// elsewhere commit, Esc abandons. Reports each change, so that what is typed can be kept while it lasts.
class InPlaceEditor : public QObject {
    Q_OBJECT
public:
    explicit InPlaceEditor(QWidget* viewport);
    ~InPlaceEditor() override;

    /// With all of `text` selected: typing replaces it. An editor that is open commits first.
    void open(const QString& text, const TextPlace& place, const ViewTransform& view);
    bool isOpen() const { return field_ != nullptr; }
    void place(const ViewTransform& view); ///< the view has moved
    void commit();
    void abandon();
    QWidget* field() const { return field_; }

Q_SIGNALS:
    void edited(const QString& text);
    void committed(const QString& text);
    void abandoned();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString text() const;
    void changed();
    /// `more`: shown in the field and not in its text yet.
    void resize(const QString& more = {});
    void close();

    QWidget* viewport_;
    QWidget* field_ = nullptr; ///< lineEdit_ or textEdit_
    QLineEdit* lineEdit_ = nullptr;
    QPlainTextEdit* textEdit_ = nullptr;
    Composing* composing_ = nullptr; ///< of the field
    TextPlace place_;
    ViewTransform view_;
};

} // namespace groundplan
