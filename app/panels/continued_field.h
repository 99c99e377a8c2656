#pragma once

#include "app/panels/panel_host.h"

#include <QTimer>

#include <optional>

class QLineEdit;
class QPlainTextEdit;

namespace groundplan {

/// Binds a line edit or a text edit to one text of the design.
///
/// Typing is committed within kCommitInterval of the first key that is not in the document yet, and when the
/// focus leaves; all of it, from focus to focus, continues one entry of the history and so is one undo step.
/// What another edit, an undo or a reload does to the text shows at once, but never while an input method
/// composes, never moves the cursor without need, and never overwrites what has been typed and not been
/// committed yet. Undo and redo keys undo and redo in the document, not in the field.
class ContinuedField : public QObject {
    Q_OBJECT
public:
    static constexpr int kCommitInterval = 700; ///< ms, below the second that typing may lose

    /// What the field shows; nothing when its subject is gone.
    using Read = std::function<std::optional<QString>(const Design&)>;
    using Write = std::function<Result<void>(Editor&, const QString&)>;
    using Name = std::function<EditName()>; ///< asked at each commit; the first of a continued entry counts

    /// The field is the parent; it is read-only until bind() and while the document is.
    ContinuedField(QLineEdit* field, PanelHost& host);
    ContinuedField(QPlainTextEdit* field, PanelHost& host);

    /// Another subject: what was typed for the last one is committed to it first.
    void bind(const EditName& name, Read read, Write write);
    void bind(Name name, Read read, Write write);
    void unbind();

    /// Writes what has been typed; true when there is nothing left to write.
    bool commit();
    /// Commits and ends the undo step.
    void finish();
    /// Takes the text of the design over.
    void refresh();
    /// Whether something typed is not in the document yet.
    bool isDirty() const { return dirty_; }

Q_SIGNALS:
    /// The undo step has ended; the next key begins another.
    void ended();
    /// The focus left, or Enter was pressed in a line edit.
    void finished();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Access {
        std::function<QString()> text;
        std::function<void(const QString&)> setText; ///< keeps cursor and selection where they make sense
        std::function<void(bool)> setReadOnly;
    };
    void connectHost();
    void typed();
    void showMenu(const QPoint& globalPosition);

    QWidget* widget_;
    PanelHost& host_;
    Access access_;
    Name name_;
    Read read_;
    Write write_;
    QTimer timer_;
    QByteArray token_;
    bool dirty_ = false;
    bool composing_ = false;
    bool updating_ = false;
};

} // namespace groundplan
