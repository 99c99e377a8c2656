#pragma once

#include "app/panels/panel_host.h"

#include <QWidget>

class QVBoxLayout;

namespace groundplan {

/// What the inspector shows for one sort of selection, above the sections.
class InspectorPage : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPage(PanelHost& host, QWidget* parent = nullptr);

    /// The elements shown, of the page's sort; empty for the design's page. refresh() follows.
    virtual void setSubjects(const QList<ElementId>& ids) = 0;
    /// Takes over what is not a bound text.
    virtual void refresh() = 0;
    /// Puts the keyboard into the first field.
    virtual void focusFirst() {}

protected:
    PanelHost& host_;
    QVBoxLayout* column_;
};

InspectorPage* makeBlockPage(PanelHost& host);
InspectorPage* makeFramePage(PanelHost& host);
InspectorPage* makeConnectionPage(PanelHost& host);
InspectorPage* makeCardPage(PanelHost& host);
InspectorPage* makeDrawingPage(PanelHost& host);
InspectorPage* makeSeveralPage(PanelHost& host);
InspectorPage* makeDesignPage(PanelHost& host);

} // namespace groundplan
