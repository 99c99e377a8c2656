#pragma once

#include "model/framework/templates.h"

#include <QDialog>

#include <array>
#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace groundplan {

class Choice;
class SegmentedControl;

/// What a practice session is begun with.
struct PracticeChoice {
    QString practice;  ///< name of the case
    QString framework; ///< name
    int minutes = 45;
};

/// Asks for a case (from a list, or one at random within what the list shows), a framework and a length. The
/// prompt of a case is not shown before the clock runs.
class PracticeDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr std::array kMinutes{20, 35, 45, 60};

    /// `first`: chosen at first, where it exists.
    PracticeDialog(const Templates& templates, const QString& language, const PracticeChoice& first,
                   QWidget* parent = nullptr);

    PracticeChoice choice() const;
    /// The cases that the list shows now, in its order.
    QStringList shownCases() const;
    void chooseCase(const QString& name);
    void chooseRandom();
    void filter(const QString& words, const QString& area, std::optional<Difficulty> difficulty);

Q_SIGNALS:
    void started(const groundplan::PracticeChoice& choice);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillCases();
    void fillFrameworks();
    void caseChosen();
    void begin();

    const Templates& templates_;
    QString language_;
    QStringList areas_; ///< as the second choice lists them, from its second entry on
    QString wantedFramework_;
    QLineEdit* search_;
    Choice* area_;
    Choice* difficulty_;
    QListWidget* cases_;
    QLabel* nothing_; ///< in place of the cases that no words or filters find
    QPushButton* random_;
    Choice* framework_;
    QLabel* about_;
    SegmentedControl* length_;
    QPushButton* start_;
};

/// "Recommendation", "Easy": for people.
QString areaText(const QString& area);
QString difficultyText(Difficulty difficulty);

} // namespace groundplan
