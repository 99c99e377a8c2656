#include "app/window/settings_dialog.h"

#include "app/panels/controls.h"
#include "app/panels/entry.h"
#include "app/window/appearance.h"
#include "app/window/file_dialog.h"
#include "app/window/settings.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

QLabel* remark(const QString& text) {
    auto* label = mutedLabel(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, Appearance& appearance, QWidget* parent)
    : QDialog(parent)
    , settings_(settings)
    , folder_(new QLineEdit(settings.templatesFolder())) {
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(440);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 22, 24, 20);
    column->setSpacing(14);
    FieldColumn fields(column);

    auto* theme = new SegmentedControl({tr("As the system"), tr("Light"), tr("Dark")});
    theme->setCurrent(int(settings.theme()));
    connect(theme, &SegmentedControl::chosen, this, [this, &appearance](int index) {
        settings_.setTheme(ThemeChoice(index));
        appearance.setChoice(ThemeChoice(index));
    });
    fields.add(tr("Theme"), theme);

    auto* language = new Choice({u"English"_s});
    fields.add(tr("Language"), language);

    auto* author = new QLineEdit(settings.author());
    author->setPlaceholderText(tr("None"));
    author->setMaxLength(200);
    connect(author, &QLineEdit::textChanged, this, [this](const QString& name) {
        settings_.setAuthor(name.simplified());
        Q_EMIT authorChanged(name.simplified());
    });
    fields.add(tr("Author"), author);
    column->addWidget(
        remark(tr("Stored with each of your edits and in the PDFs you export. Leave it empty to stay "
                  "nameless; your login is never used.")));

    auto* clock = new Switch(tr("Small clock above all windows"));
    clock->setChecked(settings.smallClock());
    auto* sound = new Switch(tr("Sound when a step is over"));
    sound->setChecked(settings.stepSound());
    connect(clock, &Switch::toggled, this, [this](bool on) {
        settings_.setSmallClock(on);
        Q_EMIT practiceChanged();
    });
    connect(sound, &Switch::toggled, this, [this](bool on) {
        settings_.setStepSound(on);
        Q_EMIT practiceChanged();
    });
    auto* practice = new QWidget;
    auto* switches = new QVBoxLayout(practice);
    switches->setContentsMargins(0, 0, 0, 0);
    switches->setSpacing(6);
    switches->addWidget(clock);
    switches->addWidget(sound);
    practice->setFocusProxy(clock);
    fields.add(tr("Practice sessions"), practice);

    QLineEdit* folder = folder_;
    folder->setPlaceholderText(tr("None"));
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setAutoDefault(false);
    auto* row = new QWidget;
    auto* rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(0, 0, 0, 0);
    rowLayout->setSpacing(8);
    rowLayout->addWidget(folder, 1);
    rowLayout->addWidget(choose);
    row->setFocusProxy(folder);
    folder->setAccessibleName(tr("Folder with your own templates"));
    fields.add(tr("Folder with your own templates"), row);
    folderWhy_ = new QLabel;
    folderWhy_->setWordWrap(true);
    folderWhy_->hide();
    column->addWidget(folderWhy_);
    column->addWidget(remark(
        tr("In its folders lie *.json files: “catalog” has kinds of blocks, “frameworks” plans, “cases” "
           "practice cases, “topics” questions, “sheets” fields of blocks. They add to what is there, or "
           "replace what has the same name.")));
    // A path that is still being typed names no folder.
    const auto takeFolder = [this, folder] {
        const QString path = folder->text().trimmed();
        if (path == settings_.templatesFolder())
            return;
        settings_.setTemplatesFolder(path);
        Q_EMIT templatesFolderChanged();
    };
    connect(folder, &QLineEdit::editingFinished, this, takeFolder);
    connect(this, &QDialog::finished, this, takeFolder);
    connect(choose, &QPushButton::clicked, this, [this, folder, takeFolder] {
        auto* dialog = makeFileDialog(this, tr("Folder with your own templates"), folder->text(),
                                      QFileDialog::ShowDirsOnly);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, this, [folder, takeFolder](const QString& path) {
            folder->setText(path);
            takeFolder();
        });
        dialog->open();
    });

    column->addSpacing(6);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    column->addWidget(buttons);
}

/// Words that wrap want a height for their width, which a layout does not ask of its window.
void SettingsDialog::fitHeight() {
    const int height = layout()->totalHeightForWidth(width());
    setMinimumHeight(height);
    if (this->height() < height)
        resize(width(), height);
}

void SettingsDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    fitHeight();
}

void SettingsDialog::askForFolder(const QString& why) {
    folderWhy_->setText(why);
    folderWhy_->show();
    fitHeight();
    folder_->setFocus(Qt::OtherFocusReason);
}

} // namespace groundplan
