#pragma once

#include "model/design/design.h"
#include "model/design/error.h"
#include "model/document/editor.h"
#include "model/document/history.h"
#include "model/document/practice_session.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace groundplan {

/// What an edit is called in the history: a key with arguments, translated when it is shown (edit_names.h).
struct EditName {
    QByteArray key; ///< "move", "rename", "add-block", ... ; every key in use is listed in edit_names.cpp
    QStringList args;
};

/// Carried out inside one transaction, possibly a second time on a reloaded design when another process wrote
/// in between: it reads editor.design(), not captured rows, and refuses with a sentence when its subject is
/// gone.
using EditFunction = std::function<Result<void>(Editor&)>;

/// Where the window last looked; kept in the file, not part of the design, not undoable.
struct ViewState {
    double x = 0, y = 0; ///< board point (points) in the middle of the viewport
    double zoom = 0;     ///< 1 = 100 %; 0: none stored, fit all
    bool whole =
        false; ///< all of the design was in sight: a smaller window fits it, rather than cutting it off
};

/// How a file was opened.
enum class OpenedAs {
    Writable,
    ReadOnly, ///< newer version, read-only file or folder, or open in another window: says why in notice()
    Imported, ///< a foreign or odd schema: the rows were taken into a new document without a name
};

/// One open document: the .gplan file and its design in memory. Data flows one way: edit() -> SQLite ->
/// design() -> changed(). Lives on one thread. While it exists nothing but SQLite may open its file in this
/// process (openDocuments::contains() in file_identity.h tells).
class Document : public QObject {
    Q_OBJECT
public:
    /// Who asks: a window takes the guard lock (a second window is read-only); the command line does not need
    /// it. An importer is a reader that takes the design into another document, and notice() says so.
    enum class Use { Window, CommandLine, Reader, Importer };

    /// A new document at `path`, which must not exist.
    static Result<std::unique_ptr<Document>> create(const QString& path, Use use = Use::Window);
    /// A new one without a name in `folder`; isUnnamed() until saveAs().
    static Result<std::unique_ptr<Document>> createUnnamed(const QString& folder = unnamedFolder(),
                                                           Use use = Use::Window);
    /// Opens `path` after all checks of design.md 3. A file that is to be imported becomes, for a window, a
    /// new unnamed document in `folder`; the command line and readers get its design read-only. Never writes
    /// to a file that fails a check.
    static Result<std::unique_ptr<Document>> open(const QString& path, Use use,
                                                  const QString& folder = unnamedFolder());
    /// Where boards without a name are kept: "boards" in the user's data folder.
    static QString unnamedFolder();
    ~Document() override;

    QString path() const;
    bool isUnnamed() const;
    OpenedAs openedAs() const;
    bool isReadOnly() const; ///< edits are refused with notice()
    QString notice() const;  ///< one sentence to show when it was not simply opened; empty otherwise

    const Design& design() const;
    /// Sum of the hashes of all cells of the design; equal designs with equal ids have equal digests.
    quint64 digest() const;

    /// What is kept beside design(), as Editor::companion(); valid until the design changes.
    Companion& companion(MakeCompanion make) const;

    /// Who edits, as entered in the settings; empty by default. Stored with each edit.
    void setAuthor(const QString& author);

    /// One gesture: one transaction, one history entry, one undo step. An edit that changes nothing leaves no
    /// trace. On failure the design and the file are as before.
    Result<void> edit(const EditName& name, const EditFunction& function);
    /// As edit(), but continues the last entry (its changeset is concatenated, its name kept) when that was
    /// made with the same non-empty `token` in this process and nothing came between. For typing, held keys
    /// and sliders.
    Result<void> editContinued(const EditName& name, const QByteArray& token, const EditFunction& function);
    /// The gesture with that token is over; the next editContinued() begins a new entry.
    void endContinued(const QByteArray& token);

    bool canUndo() const;
    bool canRedo() const;
    EditName undoName() const; ///< of the entry that undo() would invert
    EditName redoName() const;
    /// Invert the last edit that is not undone yet / the last undo. A board that was made from something (an
    /// example, an import, a recovery) begins with it: that first entry is not undone. What changed comes
    /// with changed().
    Result<void> undo();
    Result<void> redo();
    /// Why undo ends where it does although entries lie below ("a damaged history entry"); empty: it is
    /// simply the start.
    QString undoFloor() const;
    /// The whole history, oldest first, without changesets.
    QList<HistoryEntry> history() const;
    /// How things came to lie where they do: for every edit that is not undone, oldest first, what it placed,
    /// the edit's key and whether it added the element. False when the history cannot be read to its end; for
    /// the moment somebody asks, since it reads all of it.
    using PlacingVisitor = std::function<void(ElementId, const QByteArray& key, bool added)>;
    bool eachPlacing(const PlacingVisitor& visit) const;
    /// Checks every entry of the history (checksum and form) and sets the undo floor; for idle time and
    /// `check`.
    Result<void> checkHistory();

    /// The design as it was after that entry of the history (0: before the first one), from changesets that
    /// are checked on the way. Fails, with the entry's number, where the history is damaged.
    Result<Design> designAt(qint64 moment) const;
    /// The same, walked to from another moment whose design designAt() gave: near ones are quick, however long
    /// the history is.
    Result<Design> designAt(qint64 moment, qint64 known, Design design) const;

    /// The moments that have names, the latest last; read anew each time. They go with the history: a copy
    /// without it has none.
    QList<Version> versions() const;
    /// Names the design as it is now, or as it was at that moment, and says the version's id. Nothing that is
    /// done later continues the edit that it ends with. Refuses a name that there is already.
    Result<qint64> nameVersion(const QString& name, std::optional<qint64> moment = {});
    Result<void> renameVersion(qint64 id, const QString& name);
    Result<void> removeVersion(qint64 id);

    ViewState viewState() const;
    void setViewState(const ViewState& state); ///< silently not kept when the file cannot be written

    /// The timed runs of the file, the latest last; read anew each time. They are beside the design: not
    /// undone, without entries of the history, and still there in a copy without it.
    QList<PracticeSession> sessions() const;
    /// Takes the place of the one with that id. False, without a word, when it is not in the file (which
    /// cannot be written, or somebody else writes just now): nobody is to be held up by a clock. Nothing is
    /// announced; a handler of changed() may do it.
    bool keepSession(const PracticeSession& session);

    /// Whether it is an empty board or an example, and nothing was ever edited here (an untouched board
    /// without a name is removed by its owner).
    bool isUntouched() const;
    /// Has another process written, or the file been replaced? Reloads and emits changed() if so; call when
    /// the window is activated. After a replacement the work goes on in a new unnamed document and notice()
    /// says so.
    Result<void> refresh();

    /// The same document, with its history, under a new name; this object goes on with the new file. A board
    /// without a name moves there. An existing regular file is replaced whole.
    Result<void> saveAs(const QString& path);
    /// A compact copy elsewhere, without history unless asked; unused assets are swept.
    Result<void> saveCopy(const QString& path, bool withHistory) const;
    /// Removes the whole history (undo ends here) and sweeps what only it named.
    Result<void> forgetHistory();

Q_SIGNALS:
    /// After every commit, undo, redo and reload; design() is already the new one. A handler must not edit.
    void changed(const groundplan::ChangeSet& changes);
    void historyChanged();
    /// path(), isUnnamed(), isReadOnly() or notice() changed.
    void fileChanged();

private:
    struct Private;
    explicit Document(std::unique_ptr<Private> state);

    enum class Direction { Undo, Redo };
    Result<void> runEdit(const EditName& name, const QByteArray& token, const EditFunction& function);
    Result<void> invert(Direction direction);
    Result<void> writeVersion(const Version& version);
    Result<void> changeVersions(const std::function<bool()>& write);
    Result<void> rescue();
    Result<void> reload();
    void announce(const ChangeSet& changes);

    std::unique_ptr<Private> d;
};

/// Puts a whole design, ids and all, onto the empty board of `document` as one edit: for what is imported or
/// recovered.
Result<void> fillWith(Document& document, const EditName& name, const Design& design);

} // namespace groundplan
