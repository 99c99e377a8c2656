#include "app/window/desk.h"

#include "app/render/design_import.h"
#include "app/window/appearance.h"
#include "app/window/main_window.h"
#include "app/window/panel_board.h"
#include "model/document/file_identity.h"
#include "model/document/salvage.h"
#include "resources/resources.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
Desk::Desk(const Services& services, QObject* parent)
    : QObject(parent)
    , services_(services) {
    ownTemplates_.setFolder(services_.settings.templatesFolder());
    connect(&ownTemplates_, &TemplatesWatch::changed, this, [this] {
        const QList<MainWindow*> open = windows();
        if (open.isEmpty())
            return;
        const auto active = std::find_if(open.begin(), open.end(),
                                         [](const MainWindow* window) { return window->isActiveWindow(); });
        MainWindow* window = active == open.end() ? open.first() : *active;
        reloadTemplates(window);
        window->showMessage(tr("Your own templates were read again."));
    });
}

Desk::~Desk() {
    qDeleteAll(windows());
}

QList<MainWindow*> Desk::windows() const {
    QList<MainWindow*> open;
    for (const QPointer<MainWindow>& window : windows_) {
        if (window)
            open.append(window);
    }
    return open;
}

MainWindow* Desk::windowFor(MainWindow* from) {
    if (from && !from->document())
        return from;
    windows_.removeIf([](const QPointer<MainWindow>& window) { return !window; });
    auto* window = new MainWindow(*this);
    windows_.append(window);
    if (from)
        window->placeBeside(*from);
    window->show();
    return window;
}

MainWindow* Desk::showStartPage(MainWindow* from) {
    MainWindow* window = windowFor(from);
    window->activateWindow();
    return window;
}

MainWindow* Desk::take(Result<std::unique_ptr<Document>> document, MainWindow* from) {
    MainWindow* window = document || !from ? windowFor(from) : from;
    if (document) {
        window->setDocument(std::move(*document));
        window->activateWindow();
    } else {
        window->showError(u"open"_s, document.error().sentence);
    }
    return window;
}

MainWindow* Desk::newBoard(MainWindow* from) {
    return take(Document::createUnnamed(), from);
}

bool Desk::isImport(const QString& path) {
    constexpr qint64 kHead = 64 * 1024;
    QFile file(path);
    if (path.endsWith(".gplan"_L1, Qt::CaseInsensitive) || openDocuments::contains(path) ||
        !QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(kHead);
    return !head.startsWith("SQLite format 3") && importFormatOf(head, path);
}

MainWindow* Desk::open(const QString& path, MainWindow* from) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (isImport(absolute))
        return importFile(absolute, from);
    auto document = Document::open(absolute, Document::Use::Window);
    if (document || document.error().code != ErrorCode::Damaged || openDocuments::contains(absolute))
        return take(std::move(document), from);
    MainWindow* window = from ? from : windowFor(nullptr);
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Damaged board"), document.error().sentence,
                                QMessageBox::Close, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("What can be read of it can be recovered into a new board."));
    auto* recoverButton = box->addButton(tr("Recover what can be read"), QMessageBox::AcceptRole);
    box->setDefaultButton(recoverButton);
    connect(box, &QMessageBox::buttonClicked, window,
            [this, window, absolute, recoverButton](QAbstractButton* button) {
                if (button == recoverButton)
                    recover(absolute, window);
            });
    box->open();
    return window;
}

MainWindow* Desk::recover(const QString& path, MainWindow* from) {
    const QDir folder(Document::unnamedFolder());
    folder.mkpath(u"."_s);
    const QString target =
        folder.filePath(u"recovered-%1.gplan"_s.arg(QUuid::createUuid().toString(QUuid::Id128)));
    const Result<SalvageReport> report = salvage(path, target);
    if (!report)
        return take(Failure(report.error()), from);
    MainWindow* window = take(Document::open(target, Document::Use::Window), from);
    window->showInfo(u"recover"_s, report->summary);
    return window;
}

MainWindow* Desk::fromDot(const QString& path, const EditName& name, MainWindow* from, const QString& title) {
    QFile file(path);
    if (openDocuments::contains(path) || !file.open(QIODevice::ReadOnly)) {
        return take(fail(ErrorCode::Unreadable, tr("“%1” cannot be read: %2.").arg(path, file.errorString())),
                    from);
    }
    auto document = Document::createUnnamed();
    if (!document)
        return take(std::move(document), from);
    const Result<QStringList> imported = groundplan::importDot(
        **document, name, file.readAll(), QFileInfo(path).fileName(), services_.catalogue, title);
    if (!imported) {
        const QString untouched = (*document)->path();
        document->reset();
        QFile::remove(untouched);
        return take(Failure(imported.error()), from);
    }
    MainWindow* window = take(std::move(document), from);
    if (!imported->isEmpty())
        window->showInfo(u"import"_s, imported->join(u' '));
    return window;
}

MainWindow* Desk::importFile(const QString& path, MainWindow* from) {
    MainWindow* window = from ? from : windowFor(nullptr);
    window->runImport(path, [this, path, asked = QPointer(window)](const DesignImport& import) {
        if (asked)
            takeImport(path, import, asked);
    });
    return window;
}

MainWindow* Desk::takeImport(const QString& path, DesignImport import, MainWindow* from) {
    const QString name = QFileInfo(path).fileName();
    nameByFile(import.import, path);
    Result<std::unique_ptr<Document>> document;
    if (import.document.isEmpty()) {
        document = Document::createUnnamed();
        if (document) {
            if (const auto filled = fillWith(**document, {"import", {name}}, import.import.design); !filled) {
                const QString untouched = (*document)->path();
                document->reset();
                QFile::remove(untouched);
                document = Failure(filled.error());
            }
        }
    } else {
        // The document itself, with whatever history it brings.
        const QDir folder(Document::unnamedFolder());
        folder.mkpath(u"."_s);
        const QString target =
            folder.filePath(u"imported-%1.gplan"_s.arg(QUuid::createUuid().toString(QUuid::Id128)));
        QFile file(target);
        if (file.open(QIODevice::WriteOnly) && file.write(import.document) == import.document.size() &&
            file.flush()) {
            file.close();
            document = Document::open(target, Document::Use::Window);
        } else {
            document = fail(ErrorCode::NotWritten,
                            tr("“%1” cannot become a board, because “%2” cannot be written: %3.")
                                .arg(name, target, file.errorString()));
        }
        if (!document)
            QFile::remove(target);
    }
    const bool came = document.has_value();
    MainWindow* window = take(std::move(document), from);
    if (came)
        window->showImported(name, import.import);
    return window;
}

MainWindow* Desk::newFromExample(const QString& dotPath, const QString& title, MainWindow* from) {
    return fromDot(dotPath, {"new-from-example", {title}}, from);
}

MainWindow* Desk::newFromReference(const QString& dotPath, const QString& title, MainWindow* from) {
    return fromDot(dotPath, {"new-from-example", {title}}, from, title);
}

void Desk::reloadTemplates(MainWindow* from) {
    QStringList problems;
    const QString own = services_.settings.templatesFolder();
    services_.catalogue = Catalogue::load(catalogueFolders(own), &problems);
    services_.templates = Templates::load(templateRoots(own), services_.catalogue, &problems);
    ownTemplates_.setFolder(own);
    Q_EMIT kindsReplaced();
    services_.appearance.reload();
    if (problems.isEmpty())
        from->clearError(u"catalogue"_s);
    else
        from->showError(u"catalogue"_s, problems.join(u' '));
}

} // namespace groundplan
