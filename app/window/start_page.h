#pragma once

#include "app/render/board_painter.h"
#include "model/framework/templates.h"

#include <QScrollArea>
#include <QTimer>

#include <functional>

namespace groundplan {

class Settings;
class StartCard;

/// A board that can be opened from the start page.
struct StartItem {
    enum class Sort { Recent, Unnamed, Example, Reference };
    Sort sort = Sort::Recent;
    QString path; ///< of the document, or of the DOT text of an example or a reference design
    QString title;
    QString detail;          ///< folder and time, or what the example is about
    bool missing = false;    ///< a recent file that is not where it was
    QString boardTitle = {}; ///< of the board that a reference design becomes
};

/// The examples that the program carries, in the order of templates/designs/index.json.
QList<StartItem> exampleItems(const QString& language);
/// The designs that answer practice cases, by their titles; those that are examples are left out.
QList<StartItem> referenceItems(const Templates& templates, const QString& language);

/// What a window shows while it has no document: begin a board, or go on with one.
class StartPage : public QScrollArea {
    Q_OBJECT
public:
    /// `painter` is the one of the theme in force, asked when a picture is made.
    StartPage(const Catalogue& catalogue, const Templates& templates, Settings& settings,
              std::function<const BoardPainter&()> painter, QWidget* parent = nullptr);

    /// Reads the lists anew; pictures follow one by one as their cards come into sight.
    void reload();
    QList<StartCard*> cards() const { return cards_; }

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void practiceWanted();
    void opened(const groundplan::StartItem& item);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addSection(const QString& title, const QString& explanation, const QList<StartItem>& items);
    void paintAll();
    void paintNext();
    void remove(StartCard* card);

    const Catalogue& catalogue_;
    const Templates& templates_;
    Settings& settings_;
    std::function<const BoardPainter&()> painter_;
    QWidget* content_ = nullptr;
    QList<StartCard*> cards_;
    QList<StartCard*> waiting_;
    QTimer timer_;
};

} // namespace groundplan
