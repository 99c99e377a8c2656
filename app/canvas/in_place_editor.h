#pragma once

#include "app/canvas/view_transform.h"
#include "app/render/theme.h"

#include <QFont>
#include <QObject>
#include <QRectF>

class QTextEdit;
class QWidget;

namespace groundplan {

class Composing;

/// Where and how a text of the board is edited in place.
struct TextPlace {
    QRectF area;           ///< points on the board
    QFont font;            ///< at 100 %
    double lineHeight = 0; ///< points from line to line
    QColor background;
    QColor colour;
    QColor selection; ///< behind selected text
    QColor selectedText;
    bool centred = false;
    bool manyLines = false; ///< a card's text: Enter breaks the line, Ctrl+Enter commits
    bool widens = false;    ///< lines are as long as what is typed, and not wrapped
};

/// A field over a text of the board, which is not painted meanwhile: its lines break and lie as the painter's
/// do, and it grows with what is typed. Enter, Tab and a click elsewhere commit, Esc abandons. Reports each
/// change, so that what is typed can be kept while it lasts.
class InPlaceEditor : public QObject {
    Q_OBJECT
public:
    explicit InPlaceEditor(QWidget* viewport);
    ~InPlaceEditor() override;

    /// With all of `text` selected: typing replaces it. An editor that is open commits first.
    void open(const QString& text, const TextPlace& place, const ViewTransform& view);
    bool isOpen() const { return field_ != nullptr; }
    void place(const ViewTransform& view);                         ///< the view has moved
    void place(const TextPlace& place, const ViewTransform& view); ///< the text has, or is another theme's
    void commit();
    void abandon();
    QTextEdit* field() const { return field_; }
    QString text() const; ///< what is typed so far; while it is open
    /// Breaks of lines become spaces.
    static QString onOneLine(QString text);

Q_SIGNALS:
    void edited(const QString& text);
    void committed(const QString& text);
    void abandoned();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void changed();
    void style();
    void setLineHeight(double pixels);
    void resize();
    void close();

    QWidget* viewport_;
    QTextEdit* field_ = nullptr;
    Composing* composing_ = nullptr; ///< of the field
    TextPlace place_;
    ViewTransform view_;
    bool resizing_ = false;
    double lineHeight_ = 0; ///< pixels, as set for the field
    double scale_ = 1;      ///< pixels a point of the field, about the view's
    bool larger_ = false;   ///< but where that is too small to be read
};

} // namespace groundplan
