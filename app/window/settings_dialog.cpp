#include "app/window/settings_dialog.h"

#include "app/panels/controls.h"
#include "app/panels/entry.h"
#include "app/window/appearance.h"
#include "app/window/settings.h"

#include <QDialogButtonBox>
#include <QFileDialog>
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
    , settings_(settings) {
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

    auto* folder = new QLineEdit(settings.templatesFolder());
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
    folder->setAccessibleName(tr("Folder with your own kinds"));
    fields.add(tr("Folder with your own kinds"), row);
    column->addWidget(
        remark(tr("Its *.json files add kinds to the palette or replace them. A change shows in windows "
                  "that are opened after the program has been started anew.")));
    connect(folder, &QLineEdit::textChanged, this,
            [this](const QString& path) { settings_.setTemplatesFolder(path.trimmed()); });
    connect(choose, &QPushButton::clicked, this, [this, folder] {
        const QString path =
            QFileDialog::getExistingDirectory(this, tr("Folder with your own kinds"), folder->text());
        if (!path.isEmpty())
            folder->setText(path);
    });

    column->addSpacing(6);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    column->addWidget(buttons);
}

} // namespace groundplan
