#pragma once

#include "app/panels/panel_host.h"
#include "model/operations/operations.h"
#include "resources/resources.h"

#include <QTemporaryDir>
#include <QTest>

namespace groundplan {

/// A PanelHost on a document in a temporary folder, without a board.
class BareHost : public PanelHost {
    Q_OBJECT
public:
    BareHost()
        : kinds_(catalogueOnce())
        , templates_(templatesOnce())
        , painter_(kinds_, Theme::light(kinds_)) {
        auto made = Document::create(folder_.filePath(QStringLiteral("board.gplan")));
        if (!made)
            qFatal("%s", qPrintable(made.error().sentence));
        document_ = std::move(*made);
        connect(document_.get(), &Document::changed, this, &PanelHost::changed);
    }

    Document& document() { return *document_; }
    void setReadOnly(bool readOnly) {
        readOnly_ = readOnly;
        Q_EMIT documentReset();
    }
    /// A block of that kind, made in an edit of its own.
    ElementId addBlock(const QString& kind, Point at = {}) {
        ElementId id;
        const auto done = document_->edit({"add-block", {kind}}, [&](Editor& editor) -> Result<void> {
            const auto made = groundplan::addBlock(editor, *kinds_.kind(kind), at, language());
            if (!made)
                return Failure(made.error());
            id = *made;
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
        return id;
    }
    /// The keys of the history, oldest first.
    QList<QByteArray> historyKeys() const {
        QList<QByteArray> keys;
        const QList<HistoryEntry> history = document_->history();
        for (const HistoryEntry& entry : history)
            keys.append(entry.key);
        return keys;
    }

    const Design& design() const override { return document_->design(); }
    const Catalogue& catalogue() const override { return kinds_; }
    const Templates& templates() const override { return templates_; }
    const BoardPainter& painter() const override { return painter_; }
    QString language() const override { return QStringLiteral("en"); }
    QString documentTitle() const override { return QStringLiteral("board"); }
    bool isReadOnly() const override { return readOnly_; }
    QSet<ElementId> selection() const override { return selection_; }
    void setSelection(const QSet<ElementId>& ids) override {
        selection_ = ids;
        Q_EMIT selectionChanged();
    }
    void showEntry(const BoardRow& entry) override { shownEntry = entry; }
    std::optional<BoardRow> shownEntry;
    void showOnBoard(const QSet<ElementId>& ids) override {
        setSelection(ids);
        shown.append(ids);
    }
    Result<void> edit(const EditName& name, const EditFunction& function) override {
        Q_EMIT commitRequested();
        return document_->edit(name, function);
    }
    Result<void> editContinued(const EditName& name, const QByteArray& token,
                               const EditFunction& function) override {
        if (failNext)
            return fail(ErrorCode::NotWritten, QStringLiteral("The disk is full."));
        return document_->editContinued(name, token, function);
    }
    void endContinued(const QByteArray& token) override { document_->endContinued(token); }
    void undo() override {
        Q_EMIT commitRequested();
        QVERIFY(document_->undo());
    }
    void redo() override { QVERIFY(document_->redo()); }
    bool canUndo() const override { return document_->canUndo(); }
    bool canRedo() const override { return document_->canRedo(); }
    void addKind(const QString& kind) override { added.append(kind); }
    void addCard(CardKind, DecisionId decision) override { cards.append(decision); }
    void setLocked(bool locked) override { lockedTo = locked; }
    void openLink(const QString& link) override { links.append(link); }
    void focusBoard() override { ++focusedBoard; }

    QStringList added;
    QList<DecisionId> cards;
    QStringList links;
    QList<QSet<ElementId>> shown; ///< on the board
    std::optional<bool> lockedTo;
    int focusedBoard = 0;
    bool failNext = false;

private:
    // Read once, since there are many tests.
    static const Catalogue& catalogueOnce() {
        static const Catalogue loaded = [] {
            initResources();
            return Catalogue::load({templatesFolder(QStringLiteral("catalog"))});
        }();
        return loaded;
    }
    static const Templates& templatesOnce() {
        static const Templates loaded = Templates::load({templatesFolder({})}, catalogueOnce());
        return loaded;
    }

    QTemporaryDir folder_;
    Catalogue kinds_;
    Templates templates_;
    BoardPainter painter_;
    std::unique_ptr<Document> document_;
    QSet<ElementId> selection_;
    bool readOnly_ = false;
};

} // namespace groundplan
