#pragma once

#include "app/panels/inspector_panel.h"
#include "tests/app/panels/bare_host.h"

#include <QLineEdit>
#include <QTest>

namespace groundplan {

/// The inspector beside a field to give the keyboard to.
struct ShownInspector {
    BareHost host;
    QWidget window;
    InspectorPanel* panel = new InspectorPanel(host, &window);
    QLineEdit* elsewhere = new QLineEdit(&window);

    ShownInspector() {
        window.resize(320, 900);
        panel->setGeometry(0, 0, 296, 860);
        elsewhere->setGeometry(0, 862, 200, 30);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
        panel->updateNow();
    }

    const Design& design() const { return host.design(); }
    const Block& block(ElementId id) const { return *design().blocks.find(id); }
    void select(const QSet<ElementId>& ids) {
        host.setSelection(ids);
        panel->updateNow();
    }
    /// The visible child with that accessible name.
    template <class T>
    T* named(const QString& name) const {
        QCoreApplication::processEvents();
        const QList<T*> all = panel->findChildren<T*>();
        for (T* widget : all) {
            if (widget->accessibleName() == name && widget->isVisible())
                return widget;
        }
        qWarning() << "no visible" << T::staticMetaObject.className() << "named" << name;
        return nullptr;
    }
};

} // namespace groundplan
