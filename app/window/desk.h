#pragma once

#include "app/window/settings.h"
#include "app/window/templates_watch.h"
#include "model/design/catalogue.h"
#include "model/document/document.h"
#include "model/framework/templates.h"

#include <QObject>
#include <QPointer>

namespace groundplan {

class Appearance;
class Clock;
class MainWindow;
struct DesignImport;

/// What every window of the process shares; made in main() and outliving the windows.
struct Services {
    // Filled anew by Desk::reloadTemplates(), in their place.
    Catalogue& catalogue;
    Templates& templates;
    Settings& settings;
    Appearance& appearance;
    const Clock* clock = nullptr; ///< of practice sessions; nullptr: the time of day
};

/// The windows of this process, and the way documents come into them. A window that has no document yet is
/// used before a new one is made.
class Desk : public QObject {
    Q_OBJECT
public:
    explicit Desk(const Services& services, QObject* parent = nullptr);
    ~Desk() override;

    const Services& services() const { return services_; }
    QList<MainWindow*> windows() const;

    /// Each shows what it did, or the reason why not, in a window, which it returns; `from` is where the user
    /// asked.
    MainWindow* showStartPage(MainWindow* from = nullptr);
    MainWindow* newBoard(MainWindow* from = nullptr);
    /// A document, or a file of any format that can be imported.
    MainWindow* open(const QString& path, MainWindow* from = nullptr);
    /// Whether it is something else than a document, and known. A file that is open as one is not looked
    /// into.
    static bool isImport(const QString& path);
    MainWindow* newFromExample(const QString& dotPath, const QString& title, MainWindow* from = nullptr);
    /// A design that answers a practice case, with that title of its board.
    MainWindow* newFromReference(const QString& dotPath, const QString& title, MainWindow* from = nullptr);
    /// Reads it beside the window; a new board comes when that is done, and what could not be taken over is
    /// listed.
    MainWindow* importFile(const QString& path, MainWindow* from = nullptr);
    /// What can be read of a damaged document, as a new board without a name.
    MainWindow* recover(const QString& path, MainWindow* from = nullptr);

    /// Reads kinds and templates again, from the folders that the settings name now; every window follows at
    /// once. What is wrong in a file is shown in `from`, and the rest is there. It happens by itself when a
    /// file in the user's own folder changes.
    void reloadTemplates(MainWindow* from);

Q_SIGNALS:
    /// Catalogue and templates have changed in their place: nothing of before may be used any more.
    void kindsReplaced();

private:
    MainWindow* windowFor(MainWindow* from);
    MainWindow* take(Result<std::unique_ptr<Document>> document, MainWindow* from);
    MainWindow* takeImport(const QString& path, DesignImport import, MainWindow* from);
    /// A new board filled from DOT text; `title`: in place of its own, unless it is empty.
    MainWindow* fromDot(const QString& path, const EditName& name, MainWindow* from,
                        const QString& title = {});

    Services services_;
    TemplatesWatch ownTemplates_; ///< somebody may be writing them beside the window
    QList<QPointer<MainWindow>> windows_;
};

} // namespace groundplan
