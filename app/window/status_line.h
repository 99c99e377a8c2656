#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QMenu;
class QToolButton;

namespace groundplan {

class Actions;
struct Design;

/// The one line at the bottom: counts, a passing message, the zoom, and the buttons that fold the panels.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(const Actions& actions, QWidget* parent = nullptr);

    void setCounts(const Design& design);
    void setZoom(double zoom);
    void setLensMenu(QMenu* menu); ///< owned by the caller
    /// Shown for some seconds; with an action, a link behind it calls it. Of a sentence that is too long the
    /// middle is left out, of the link nothing.
    void showMessage(const QString& sentence, const QString& linkText = {}, std::function<void()> link = {});
    QString message() const;
    QString counts() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void zoomWanted(double zoom);

private:
    void fitMessage();

    QLabel* counts_;
    QLabel* message_;
    QToolButton* lens_;
    QToolButton* zoom_;
    QTimer timer_;
    QString sentence_;
    QString linkText_;
    std::function<void()> link_;
};

} // namespace groundplan
