#pragma once

#include "app/panels/answer_place.h"
#include "app/panels/chip_field.h"
#include "app/panels/controls.h"
#include "app/panels/plan_panel.h"
#include "app/panels/plan_step.h"
#include "app/panels/sheet_field_box.h"
#include "model/framework/answering.h"
#include "tests/app/panels/bare_host.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

namespace groundplan {

/// A plan panel on a document in a temporary folder, used as by a user.
struct ShownPlan {
    BareHost host;
    PlanPanel panel{host};

    explicit ShownPlan(const QString& framework = {}) {
        if (!framework.isEmpty())
            follow(framework);
        panel.resize(PlanPanel::kUsualWidth, 1400);
        panel.show();
        panel.activateWindow();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("no window");
        panel.updateNow();
    }
    void follow(const QString& framework) {
        change([&](Editor& editor) {
            Board board = editor.design().board;
            board.framework = framework;
            editor.put(board);
        });
    }
    void change(const std::function<void(Editor&)>& function) {
        QVERIFY(host.document().edit({"change-task", {}}, [&](Editor& editor) -> Result<void> {
            function(editor);
            return {};
        }));
    }
    const Design& design() const { return host.design(); }
    const Framework& framework() const { return *host.templates().framework(design().board.framework); }
    /// Opens it as a user does, by clicks on its step and on its line.
    PromptView* open(const QString& name) {
        for (const Step& step : framework().steps) {
            for (const Prompt& prompt : step.prompts) {
                if (prompt.name != name)
                    continue;
                StepView* view = stepOf(step.name);
                if (!view->isOpen())
                    QTest::mouseClick(view->header(), Qt::LeftButton);
                if (prompt.operations && !view->isLayerOpen())
                    QTest::mouseClick(view->layerButton(), Qt::LeftButton);
                PromptView* found = promptOf(view, name);
                if (!found->isOpen())
                    QTest::mouseClick(found->header(), Qt::LeftButton);
                settle();
                return found;
            }
        }
        qFatal("there is no prompt %s", qPrintable(name));
    }
    StepView* stepOf(const QString& name) const {
        for (StepView* view : panel.steps()) {
            if (view->name() == name)
                return view;
        }
        qFatal("there is no step %s", qPrintable(name));
    }
    static PromptView* promptOf(const StepView* step, const QString& name) {
        for (PromptView* view : step->prompts()) {
            if (view->name() == name)
                return view;
        }
        qFatal("there is no prompt %s", qPrintable(name));
    }
    void settle() {
        QCoreApplication::processEvents();
        panel.updateNow();
        QCoreApplication::processEvents();
    }
    /// The first prompt of any framework whose answer is of that sort (and that has no layer).
    std::pair<QString, Prompt> promptThat(Answer::Makes makes,
                                          const std::function<bool(const Prompt&)>& fits) {
        for (const Framework& each : host.templates().frameworks()) {
            for (const Step& step : each.steps) {
                for (const Prompt& prompt : step.prompts) {
                    if (prompt.answer.makes == makes && fits(prompt))
                        return {each.name, prompt};
                }
            }
        }
        qFatal("there is no such prompt");
    }
};

/// The visible child with that accessible name.
template <class T>
T* named(QWidget* parent, const QString& name) {
    for (T* widget : parent->findChildren<T*>()) {
        if (widget->accessibleName() == name && widget->isVisible())
            return widget;
    }
    qWarning() << "no visible" << T::staticMetaObject.className() << "named" << name;
    return nullptr;
}

template <class T>
T* only(QWidget* parent) {
    T* found = nullptr;
    for (T* widget : parent->findChildren<T*>()) {
        if (widget->isVisible()) {
            if (found)
                qFatal("there are several");
            found = widget;
        }
    }
    return found;
}

inline QString textsOn(const QWidget* widget) {
    QStringList texts;
    const QList<QLabel*> labels = widget->findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->isVisibleTo(widget))
            texts << label->text();
    }
    return texts.join(u'\n');
}

inline void type(QWidget* field, const QString& text) {
    QTest::mouseClick(field, Qt::LeftButton);
    if (auto* edit = qobject_cast<QPlainTextEdit*>(field))
        QTest::mouseClick(edit->viewport(), Qt::LeftButton);
    QTest::keyClicks(field, text);
}

inline bool always(const Prompt&) {
    return true;
}

} // namespace groundplan
