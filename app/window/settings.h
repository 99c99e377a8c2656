#pragma once

#include "app/render/drawing_style.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace groundplan {

enum class ThemeChoice { System, Light, Dark };

/// How a picture leaves the board.
struct ExportOptions {
    bool source = true;   ///< the design travels inside, so that the file opens as a board again
    bool history = false; ///< and so does its history
    bool dark = false;
    double scale = 2; ///< PNG: pixels a point
};

/// What the user chose and where the windows were, in one file of the XDG config folder.
class Settings {
public:
    /// `file`: tests give their own.
    explicit Settings(const QString& file = defaultFile());
    static QString defaultFile();

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    QString language() const; ///< "en"
    void setLanguage(const QString& language);
    QString author() const; ///< stored with each edit; empty by default
    void setAuthor(const QString& author);
    QString
    templatesFolder() const; ///< with the user's own, each sort in a folder as in templates/; empty: none
    void setTemplatesFolder(const QString& folder);

    /// Newest first; at most kMostRecent.
    static constexpr int kMostRecent = 24;
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);

    QString
    documentFolder() const; ///< where the last document was opened or saved; the documents folder at first
    void setDocumentFolder(const QString& folder);
    QString pictureFolder() const; ///< where the last picture came from
    void setPictureFolder(const QString& folder);
    DrawingStyle drawingStyle() const;
    void setDrawingStyle(const DrawingStyle& style);
    QString importFolder() const; ///< where the last file of another program came from
    void setImportFolder(const QString& folder);
    /// As chosen last; never with the history: that is asked for each time.
    ExportOptions exportOptions() const;
    void setExportOptions(const ExportOptions& options);
    QString exportFolder() const;
    void setExportFolder(const QString& folder);
    QString reportPaper() const; ///< "a4" or "letter"; at first what is usual where the language is spoken
    void setReportPaper(const QString& paper);
    /// Who is named on a report; at first author(). It is not who edits: that stays as it is.
    QString reportAuthor() const;
    void setReportAuthor(const QString& author);

    /// The arrangement of a window, for each size of screen.
    struct Layout {
        QByteArray geometry;
        bool palette = true, inspector = true;
        bool plan = false; ///< in place of the palette
        int paletteWidth = 216, inspectorWidth = 296;
    };
    Layout layout(const QString& screen) const;
    void setLayout(const QString& screen, const Layout& layout);
    bool minimap() const; ///< on the canvas, at first
    void setMinimap(bool shown);
    bool smallClock() const; ///< of practice sessions, above all windows; not at first
    void setSmallClock(bool shown);
    bool stepSound() const; ///< when a step of a practice session is over; not at first
    void setStepSound(bool wanted);
    int practiceMinutes() const; ///< the length chosen last
    void setPracticeMinutes(int minutes);
    QStringList foldedGroups() const;
    void setFoldedGroups(const QStringList& groups);

private:
    QSettings values_;
};

} // namespace groundplan
