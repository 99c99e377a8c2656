#include "app/window/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

const QStringList kThemeWords{u"system"_s, u"light"_s, u"dark"_s};

} // namespace

Settings::Settings(const QString& file)
    : values_(file, QSettings::IniFormat) {}

QString Settings::defaultFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/groundplan/groundplan.conf"_s;
}

ThemeChoice Settings::theme() const {
    return ThemeChoice(std::max(qsizetype(0), kThemeWords.indexOf(values_.value(u"theme"_s).toString())));
}
void Settings::setTheme(ThemeChoice theme) {
    values_.setValue(u"theme"_s, kThemeWords[int(theme)]);
}

QString Settings::language() const {
    return values_.value(u"language"_s, u"en"_s).toString();
}
void Settings::setLanguage(const QString& language) {
    values_.setValue(u"language"_s, language);
}

QString Settings::author() const {
    return values_.value(u"author"_s).toString();
}
void Settings::setAuthor(const QString& author) {
    values_.setValue(u"author"_s, author);
}

QString Settings::templatesFolder() const {
    return values_.value(u"templatesFolder"_s).toString();
}
void Settings::setTemplatesFolder(const QString& folder) {
    values_.setValue(u"templatesFolder"_s, folder);
}

QStringList Settings::recentFiles() const {
    return values_.value(u"recentFiles"_s).toStringList();
}

void Settings::addRecentFile(const QString& path) {
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    values_.setValue(u"recentFiles"_s, files.mid(0, kMostRecent));
}

void Settings::removeRecentFile(const QString& path) {
    QStringList files = recentFiles();
    files.removeAll(path);
    values_.setValue(u"recentFiles"_s, files);
}

QString Settings::documentFolder() const {
    // The last one used, else the user's documents, else (where nobody has made that) their home.
    for (const QString& folder : {values_.value(u"documentFolder"_s).toString(),
                                  QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}
void Settings::setDocumentFolder(const QString& folder) {
    values_.setValue(u"documentFolder"_s, folder);
}

QString Settings::pictureFolder() const {
    const QString folder = values_.value(u"pictureFolder"_s).toString();
    return !folder.isEmpty() && QFileInfo(folder).isDir()
               ? folder
               : QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
}
void Settings::setPictureFolder(const QString& folder) {
    values_.setValue(u"pictureFolder"_s, folder);
}

DrawingStyle Settings::drawingStyle() const {
    const auto number = [this](const QString& key, int first, std::size_t count) {
        const int value = values_.value(key, first).toInt();
        return value >= 0 && std::size_t(value) < count ? value : first;
    };
    DrawingStyle style;
    style.ink = number(u"drawing/ink"_s, style.ink, kInks.size());
    style.marker = number(u"drawing/marker"_s, style.marker, kMarkers.size());
    style.width = number(u"drawing/width"_s, style.width, kPenWidths.size());
    style.shapesBecomeBlocks = values_.value(u"drawing/shapesBecomeBlocks"_s, false).toBool();
    return style;
}
void Settings::setDrawingStyle(const DrawingStyle& style) {
    values_.setValue(u"drawing/ink"_s, style.ink);
    values_.setValue(u"drawing/marker"_s, style.marker);
    values_.setValue(u"drawing/width"_s, style.width);
    values_.setValue(u"drawing/shapesBecomeBlocks"_s, style.shapesBecomeBlocks);
}

QString Settings::importFolder() const {
    const QString folder = values_.value(u"importFolder"_s).toString();
    return !folder.isEmpty() && QFileInfo(folder).isDir() ? folder : documentFolder();
}
void Settings::setImportFolder(const QString& folder) {
    values_.setValue(u"importFolder"_s, folder);
}

ExportOptions Settings::exportOptions() const {
    ExportOptions options;
    options.source = values_.value(u"export/source"_s, options.source).toBool();
    options.dark = values_.value(u"export/dark"_s, options.dark).toBool();
    const double scale = values_.value(u"export/scale"_s, options.scale).toDouble();
    if (scale >= 0.1 && scale <= 16)
        options.scale = scale;
    return options;
}
void Settings::setExportOptions(const ExportOptions& options) {
    values_.setValue(u"export/source"_s, options.source);
    values_.setValue(u"export/dark"_s, options.dark);
    values_.setValue(u"export/scale"_s, options.scale);
}

QString Settings::exportFolder() const {
    const QString folder = values_.value(u"exportFolder"_s).toString();
    return !folder.isEmpty() && QFileInfo(folder).isDir() ? folder : documentFolder();
}
void Settings::setExportFolder(const QString& folder) {
    values_.setValue(u"exportFolder"_s, folder);
}

QString Settings::reportPaper() const {
    const bool letter = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    return values_.value(u"reportPaper"_s, letter ? u"letter"_s : u"a4"_s).toString();
}
void Settings::setReportPaper(const QString& paper) {
    values_.setValue(u"reportPaper"_s, paper);
}

QString Settings::reportAuthor() const {
    return values_.value(u"report/author"_s, author()).toString();
}
void Settings::setReportAuthor(const QString& author) {
    if (author == this->author())
        values_.remove(u"report/author"_s); // it follows that one
    else
        values_.setValue(u"report/author"_s, author);
}

Settings::Layout Settings::layout(const QString& screen) const {
    const QString group = u"layout-%1/"_s.arg(screen);
    Layout layout;
    layout.geometry = values_.value(group + u"geometry"_s).toByteArray();
    layout.palette = values_.value(group + u"palette"_s, layout.palette).toBool();
    layout.plan = values_.value(group + u"plan"_s, layout.plan).toBool();
    layout.inspector = values_.value(group + u"inspector"_s, layout.inspector).toBool();
    layout.paletteWidth = values_.value(group + u"paletteWidth"_s, layout.paletteWidth).toInt();
    layout.inspectorWidth = values_.value(group + u"inspectorWidth"_s, layout.inspectorWidth).toInt();
    return layout;
}

void Settings::setLayout(const QString& screen, const Layout& layout) {
    const QString group = u"layout-%1/"_s.arg(screen);
    values_.setValue(group + u"geometry"_s, layout.geometry);
    values_.setValue(group + u"palette"_s, layout.palette);
    values_.setValue(group + u"plan"_s, layout.plan);
    values_.setValue(group + u"inspector"_s, layout.inspector);
    values_.setValue(group + u"paletteWidth"_s, layout.paletteWidth);
    values_.setValue(group + u"inspectorWidth"_s, layout.inspectorWidth);
}

bool Settings::minimap() const {
    return values_.value(u"minimap"_s, true).toBool();
}
void Settings::setMinimap(bool shown) {
    values_.setValue(u"minimap"_s, shown);
}

bool Settings::smallClock() const {
    return values_.value(u"practice/smallClock"_s, false).toBool();
}
void Settings::setSmallClock(bool shown) {
    values_.setValue(u"practice/smallClock"_s, shown);
}

bool Settings::stepSound() const {
    return values_.value(u"practice/sound"_s, false).toBool();
}
void Settings::setStepSound(bool wanted) {
    values_.setValue(u"practice/sound"_s, wanted);
}

int Settings::practiceMinutes() const {
    return values_.value(u"practice/minutes"_s, 45).toInt();
}
void Settings::setPracticeMinutes(int minutes) {
    values_.setValue(u"practice/minutes"_s, minutes);
}

QStringList Settings::foldedGroups() const {
    return values_.value(u"foldedGroups"_s).toStringList();
}
void Settings::setFoldedGroups(const QStringList& groups) {
    values_.setValue(u"foldedGroups"_s, groups);
}

} // namespace groundplan
