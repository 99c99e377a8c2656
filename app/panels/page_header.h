#pragma once

#include "app/panels/fields.h"

#include <QAbstractButton>

namespace groundplan {

/// The head of a page: a tile, the title that can be typed over, and a line below it.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    PageHeader(PanelHost& host, const QString& titlePlaceholder, QWidget* parent = nullptr);

    ContinuedField* titleBinding() const { return title_.binding; }
    GrowingTextEdit* titleField() const { return title_.widget; }
    void setIcon(const QIcon& icon, const QSize& size);
    /// Without the title field: a heading for what has no title.
    void setHeading(const QString& text);
    void setSubtitle(const QString& text);
    /// The tile and the line below become buttons that say kindClicked().
    void setKindChoosable(bool choosable);
    QWidget* kindButton() const;

Q_SIGNALS:
    void kindClicked();

private:
    class Tile;
    class Subtitle;
    PanelHost& host_;
    BoundField<GrowingTextEdit> title_;
    Tile* tile_;
    Subtitle* subtitle_;
    QWidget* heading_ = nullptr;
};

} // namespace groundplan
