#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace groundplan {

class Appearance;
class Settings;

/// Theme, language, author, what the clock of practice sessions does beside running, and the folder with
/// one's own templates. Each choice is kept at once; Close is all there is.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(Settings& settings, Appearance& appearance, QWidget* parent);

    /// Puts the keyboard into the field of the folder with one's own templates.
    void askForFolder(const QString& why);

Q_SIGNALS:
    void authorChanged(const QString& author);
    void templatesFolderChanged();
    void practiceChanged(); ///< the small clock or the sound

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();

    Settings& settings_;
    QLineEdit* folder_;
    QLabel* folderWhy_ = nullptr; ///< shown when something needs the folder
};

} // namespace groundplan
