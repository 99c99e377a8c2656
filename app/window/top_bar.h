#pragma once

#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;
class QAction;
class QHBoxLayout;
class QLabel;

namespace groundplan {

class Actions;
class ElidedLabel;
class LineField;
class PanelHost;
class TitleField;

/// The bar at the top: menu, mark, the design's title, how its file stands; the tools; the line field;
/// Export.
class TopBar : public QWidget {
    Q_OBJECT
public:
    TopBar(const Actions& actions, QMenu* mainMenu, QMenu* exportMenu, QWidget* parent = nullptr);

    /// Makes what a board needs, once there is one.
    void setHost(PanelHost& host);
    /// At the right, beside Export.
    void setClock(QWidget* clock);
    LineField* lineField() const { return line_; }
    TitleField* titleField() const { return title_; }
    /// "all changes in file", with a tool tip that says more.
    void setState(const QString& text, const QString& toolTip);
    QString state() const;
    /// Without a board there is the mark, the menu and the program's name only, or in its place `title` and
    /// Export.
    void showBoardPart(bool visible, const QString& title = {});
    void openMenu();
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* drawButton();
    void giveRoom();

    const Actions& actions_;
    QAction* last_ = nullptr; ///< of the tools that draw the one that was used last
    QToolButton* menu_;
    ElidedLabel* name_;
    QWidget* left_;
    QWidget* tools_;
    QWidget* right_;
    QHBoxLayout* leftRow_;
    QHBoxLayout* rightRow_;
    QLabel* state_;
    QPushButton* export_;
    TitleField* title_ = nullptr;
    LineField* line_ = nullptr;
};

} // namespace groundplan
