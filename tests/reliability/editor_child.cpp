// editor_child DOCUMENT SEED [--ack-before-commit]
// Edits DOCUMENT without end and says on standard output what has been committed, one line each:
//   N DIGEST         history entry N is committed and the design now has this digest (hexadecimal)
//   N DIGEST ID LEN  the same for typing into note ID, whose text is now LEN characters long
// It is made to be killed at any moment. With --ack-before-commit it says so (with DIGEST "-") just before
// the commit: a lie that the harness must find out.
#include "tests/reliability/random_edits.h"

#include <QCoreApplication>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

/// One write() a line: what has left it is in the pipe, whatever happens to this process then.
void say(const QByteArray& line) {
    const QByteArray bytes = line + '\n';
    if (::write(STDOUT_FILENO, bytes.constData(), size_t(bytes.size())) != ssize_t(bytes.size()))
        ::_exit(3); // the harness is gone
}

int complain(const Error& error) {
    const QByteArray bytes = error.sentence.toUtf8() + '\n';
    return ::write(STDERR_FILENO, bytes.constData(), size_t(bytes.size())) > 0 ? 2 : 3;
}

class Child {
public:
    Child(Document& document, quint64 seed, bool lies)
        : document_(document)
        , edits_(seed)
        , lies_(lies) {
        const QList<HistoryEntry> history = document.history();
        number_ = history.isEmpty() ? 0 : history.last().number;
    }

    Result<void> step() {
        const int what = edits_.number(9);
        if (what == 0 && !lies_ && document_.canUndo())
            return acknowledged(document_.undo());
        if (what == 1 && !lies_ && document_.canRedo())
            return acknowledged(document_.redo());
        if (what == 2)
            return typeForAWhile();
        return acknowledged(edits_.edit(document_, lie(number_ + 1)));
    }

private:
    RandomEdits::BeforeCommit lie(qint64 number) const {
        if (!lies_)
            return {};
        return [number] { say(QByteArray::number(number) + " -"); };
    }

    QByteArray state() const {
        return QByteArray::number(number_) + ' ' + QByteArray::number(document_.digest(), 16);
    }

    Result<void> acknowledged(const Result<void>& done) {
        if (!done)
            return done;
        ++number_;
        if (!lies_)
            say(state());
        return {};
    }

    Result<void> typeForAWhile() {
        const QByteArray token = "typing " + QByteArray::number(number_ + 1);
        ++number_;
        NoteId note;
        for (int left = 1 + edits_.number(12); left > 0; --left) {
            if (const Result<void> done = edits_.type(document_, note, token, lie(number_)); !done)
                return done;
            if (!lies_) {
                say(state() + ' ' + QByteArray::number(note.value()) + ' ' +
                    QByteArray::number(document_.design().notes.find(note)->text.size()));
            }
        }
        document_.endContinued(token);
        return {};
    }

    Document& document_;
    RandomEdits edits_;
    bool lies_;
    qint64 number_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    const auto document = Document::open(words.value(1), Document::Use::Window);
    if (!document)
        return complain(document.error());
    if ((*document)->isReadOnly())
        return complain({ErrorCode::NotWritten, (*document)->notice()});
    Child child(**document, words.value(2).toULongLong(), words.contains(u"--ack-before-commit"_s));
    while (true) {
        if (const Result<void> done = child.step(); !done)
            return complain(done.error());
    }
}
