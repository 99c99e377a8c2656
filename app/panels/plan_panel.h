#pragma once

#include "app/panels/panel_host.h"

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace groundplan {

class PlanButton;
class ProgressLine;
class StepView;

/// What a practice session says of the minutes of a plan, in the words to be shown.
struct PlanTimes {
    QString all;                   ///< of the whole; empty: no session
    QHash<QString, QString> steps; ///< by the name of the step
    QString now;                   ///< the step that the clock is in
    friend bool operator==(const PlanTimes&, const PlanTimes&) = default;
};

/// The plan that a design follows: the steps of its framework with what is done, the prompts of the open
/// step, and a place to answer each. Without a plan it offers the frameworks. It follows the design after the
/// event that changed it, and what is being typed stays.
class PlanPanel : public QWidget {
    Q_OBJECT
public:
    explicit PlanPanel(PanelHost& host, QWidget* parent = nullptr);

    /// Below the steps, so that nothing above it moves when it grows; of the height it gets at most what
    /// leaves the steps the larger part. The panel owns it, and deletes the one before. nullptr: none.
    void setSessionArea(QWidget* area);
    /// In place of the framework's minutes, while a session is under way.
    void setTimes(const PlanTimes& times);

    QString openStep() const { return step_; } ///< empty: none
    void setOpenStep(const QString& name);
    /// Opens a prompt of any step, and its step.
    void showPrompt(const QString& name);
    /// Puts the keyboard on the open step, else on what chooses a plan.
    void focusFirst();
    /// Takes over the design now.
    void updateNow();
    const QList<StepView*>& steps() const { return steps_; }
    QSize sizeHint() const override { return {kUsualWidth, 400}; }
    static constexpr int kUsualWidth = 248;

Q_SIGNALS:
    void stepOpened(const QString& name);
    void copyWanted(); ///< the framework, into the user's own templates

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void schedule();
    void startAnew();
    void rebuild(const Framework* framework);
    void showChooser(bool shown);
    void choose(const QString& framework);
    void bringIntoView(QWidget* widget);
    void limitSessionArea();
    QSet<QString> openLayers() const;

    PanelHost& host_;
    QTimer timer_;
    PlanButton* title_;
    QToolButton* copy_;
    QWidget* progress_;
    ProgressLine* line_;
    QLabel* counts_;
    QVBoxLayout* session_;
    QPointer<QWidget> sessionArea_;
    QScrollArea* scroll_;
    QWidget* chooser_; ///< the frameworks to choose from
    QWidget* list_;    ///< the steps
    QList<StepView*> steps_;
    QString shown_; ///< name of the framework whose steps these are
    QString step_;
    PlanTimes times_;
    bool anew_ = true;
    bool choosing_ = false; ///< the frameworks are shown though there is a plan
};

} // namespace groundplan
