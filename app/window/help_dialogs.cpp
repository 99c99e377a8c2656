#include "app/window/help_dialogs.h"

#include "app/panels/controls.h"
#include "app/render/fonts.h"
#include "app/window/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QDialog* makeDialog(const QString& title, const QSize& size, QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(size.boundedTo(parent->window()->size() * 0.92));
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(14);
    return dialog;
}

void addClose(QDialog* dialog) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::accept);
    dialog->layout()->addWidget(buttons);
}

/// A key as it stands on the keyboard.
class KeyCap : public QLabel {
public:
    explicit KeyCap(const QString& text)
        : QLabel(text) {
        setContentsMargins(7, 2, 7, 3);
        setAlignment(Qt::AlignCenter);
        setForegroundRole(QPalette::PlaceholderText);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(palette().color(QPalette::AlternateBase));
        painter.setPen(palette().color(QPalette::Dark));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        painter.end();
        QLabel::paintEvent(event);
    }
};

struct Gesture {
    const char* what;
    const char* how;
};

#define TEXT(text) QT_TRANSLATE_NOOP("Help", text)
constexpr Gesture kGestures[] = {
    {TEXT("Connect two blocks"), TEXT("drag from an edge")},
    {TEXT("Add the next block by mouse"), TEXT("drag from an edge into the open")},
    {TEXT("Add a block to a selection"), TEXT("Shift and click")},
    {TEXT("Select one in a group"), TEXT("click again, or Ctrl and click")},
    {TEXT("Move the view"), TEXT("Space and drag, or the middle button")},
    {TEXT("Zoom at the pointer"), TEXT("Ctrl and wheel")},
    {TEXT("Rename in place"), TEXT("double click")},
    {TEXT("Drag without snapping"), TEXT("hold Alt")},
    {TEXT("Next and previous stop while presenting"), TEXT("Right or Space, Left")},
    {TEXT("Give a gesture up"), TEXT("Esc")},
    {TEXT("Sketch in words, with nothing selected"), TEXT("Enter")},
    {TEXT("Write into what is selected"), TEXT("Enter")},
    {TEXT("Add the next block"), TEXT("Tab, before it Shift+Tab")},
    {TEXT("Walk along connections"), TEXT("arrow keys")},
    {TEXT("Go to the nearest element"), TEXT("Alt and arrow keys")},
    {TEXT("Walk and add to the selection"), TEXT("Shift as well")},
    {TEXT("Keep what is selected, or take it out"), TEXT("Ctrl+Space or Ins")},
    {TEXT("Go round the connections of a block"), TEXT("Alt+PgDown, Alt+PgUp")},
    {TEXT("Move what is selected, or the handle that is held"), TEXT("Ctrl and arrow keys")},
    {TEXT("Move it by one point"), TEXT("Ctrl, Shift and arrow keys")},
    {TEXT("Take hold of a corner, a piece of a line, a waypoint, a label"),
     TEXT("Alt+Enter, the one before Alt+Shift+Enter")},
    {TEXT("Take a waypoint off"), TEXT("Alt+Enter, then Delete")},
    {TEXT("Scroll, with nothing selected"), TEXT("arrow keys, PgUp, PgDown")},
};
#undef TEXT

QWidget* heading(const QString& text) {
    auto* label = new QLabel(text);
    label->setFont(fonts::of(fonts::Role::PanelTitle));
    label->setContentsMargins(0, 10, 0, 2);
    return label;
}

QString plain(const QString& text) {
    QString words = text;
    return words.remove(u'&').remove(u'…');
}

void addGroup(QGridLayout* grid, int& row, const Actions& actions, ActionGroup group) {
    grid->addWidget(heading(plain(Actions::groupTitle(group))), row++, 0, 1, 2);
    for (const QAction* action : actions.ofGroup(group)) {
        if (action->shortcuts().isEmpty())
            continue;
        // Undo and redo carry the name of an edit; the sheet says the plain word.
        const QString words = action->property("plainText").toString();
        grid->addWidget(new QLabel(plain(words)), row, 0);
        auto* keys = new QHBoxLayout;
        keys->setSpacing(4);
        keys->addStretch();
        for (const QKeySequence& key : action->shortcuts().mid(0, 2))
            keys->addWidget(new KeyCap(key.toString(QKeySequence::NativeText)));
        grid->addLayout(keys, row++, 1);
    }
}

/// Markdown comes in without any room between its paragraphs and with a border round each cell.
void spaceOut(QTextDocument& text, const QColor& hairline) {
    const QList<QTextFrame*> frames = text.rootFrame()->childFrames();
    for (QTextFrame* frame : frames) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderBrush(hairline);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setCellSpacing(0);
        format.setCellPadding(4);
        format.setTopMargin(4);
        format.setBottomMargin(12);
        table->setFormat(format);
    }
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool heading = format.headingLevel() > 0;
        format.setTopMargin(heading && block.blockNumber() > 0 ? 16 : 0);
        const bool cell = QTextCursor(block).currentTable() != nullptr;
        format.setBottomMargin(cell ? 0 : heading ? 6 : block.textList() ? 4 : 8);
        format.setLineHeight(heading ? 100 : 120, QTextBlockFormat::ProportionalHeight);
        QTextCursor cursor(block);
        cursor.setBlockFormat(format);
        if (!heading)
            continue;
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextCharFormat letters = cursor.charFormat();
        letters.clearProperty(QTextFormat::FontSizeAdjustment);
        letters.setProperty(QTextFormat::FontPixelSize, format.headingLevel() == 1 ? 22 : 16);
        letters.setFontWeight(QFont::DemiBold);
        cursor.setCharFormat(letters);
    }
}

} // namespace

void showShortcutSheet(const Actions& actions, QWidget* parent) {
    QDialog* dialog = makeDialog(Text::tr("Keyboard shortcuts"), {960, 720}, parent);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Window);
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 12, 0);
    columns->setSpacing(44);
    const QList<QList<ActionGroup>> groups{{ActionGroup::File, ActionGroup::Edit, ActionGroup::Help},
                                           {ActionGroup::View, ActionGroup::Insert}};
    for (const QList<ActionGroup>& column : groups) {
        auto* grid = new QGridLayout;
        grid->setVerticalSpacing(5);
        grid->setColumnStretch(0, 1);
        int row = 0;
        for (const ActionGroup group : column)
            addGroup(grid, row, actions, group);
        if (&column == &groups.last()) {
            grid->addWidget(heading(Text::tr("On the board")), row++, 0, 1, 2);
            for (const Gesture& gesture : kGestures) {
                auto* what = new QLabel(Text::tr(gesture.what));
                what->setWordWrap(true);
                grid->addWidget(what, row, 0);
                auto* how = mutedLabel(Text::tr(gesture.how));
                how->setWordWrap(true); // so that nothing lies beyond the right edge of a small window
                how->setAlignment(Qt::AlignRight | Qt::AlignTop);
                how->setMinimumWidth(130);
                grid->addWidget(how, row++, 1);
            }
        }
        grid->setRowStretch(row, 1);
        columns->addLayout(grid, 1);
    }
    area->setWidget(page);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(page->minimumSizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    dialog->layout()->addWidget(area);
    addClose(dialog);
    dialog->show();
}

void showHelpPage(const char* name, QWidget* parent) {
    QDialog* dialog = makeDialog(Text::tr("Help"), {720, 740}, parent);
    auto* browser = new QTextBrowser;
    browser->setFrameShape(QFrame::NoFrame);
    browser->setOpenExternalLinks(true);
    browser->document()->setDocumentMargin(0);
    QFont font = fonts::of(fonts::Role::Panel);
    font.setPixelSize(14);
    browser->document()->setDefaultFont(font);
    QFile page(u":/help/%1.md"_s.arg(QLatin1StringView(name)));
    if (page.open(QIODevice::ReadOnly))
        browser->setMarkdown(QString::fromUtf8(page.readAll()));
    spaceOut(*browser->document(), browser->palette().color(QPalette::Dark));
    browser->moveCursor(QTextCursor::Start);
    dialog->layout()->addWidget(browser);
    addClose(dialog);
    dialog->show();
}

void showAbout(QWidget* parent) {
    QDialog* dialog = makeDialog(Text::tr("About Groundplan"), {420, 300}, parent);
    class Logo : public QWidget {
    public:
        Logo() { setFixedSize(56, 56); }

    protected:
        void paintEvent(QPaintEvent*) override {
            QPainter painter(this);
            QSvgRenderer(u":/icons/groundplan.svg"_s).render(&painter, QRectF(rect()));
        }
    };
    auto* name = new QLabel(u"Groundplan"_s);
    name->setFont(fonts::of(fonts::Role::PageTitle));
    auto* version = mutedLabel(Text::tr("Version %1").arg(QStringLiteral(GROUNDPLAN_VERSION)));
    auto* about =
        new QLabel(Text::tr("A whiteboard for designing machine-learning systems: every gesture is in the "
                            "file at once, and the design leaves it as PDF, PNG, SVG, a report and more."));
    about->setWordWrap(true);
    auto* licence =
        mutedLabel(Text::tr("Licensed under the Apache License 2.0. Built with Qt %1, SQLite, Graphviz and "
                            "qpdf; the lettering is Inter.")
                       .arg(QString::fromLatin1(qVersion())));
    licence->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addWidget(version);
    row->addWidget(new Logo, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    static_cast<QVBoxLayout*>(dialog->layout())->addLayout(row);
    dialog->layout()->addWidget(about);
    dialog->layout()->addWidget(licence);
    addClose(dialog);
    dialog->show();
}

} // namespace groundplan
