#include "model/versions/conflict_marks.h"

#include "model/design/validate.h"

#include <QCoreApplication>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr qint64 kOrderGap = 1024;

QString tr(const char* text) {
    return QCoreApplication::translate("Merge", text);
}

QString markHead() {
    return tr("Merge conflict: %1.");
}

} // namespace

void addConflictMarks(Design& design, const QList<MergeConflict>& conflicts) {
    qint64 order = 0;
    for (const Note& note : design.notes)
        order = std::max(order, note.order);
    for (const MergeConflict& conflict : conflicts) {
        const auto said = [](const QString& value) {
            return value.isEmpty() ? tr("nothing") : tr("“%1”").arg(value);
        };
        const QString head = markHead().arg(conflict.what);
        const QString ours = tr("This version: %1").arg(said(conflict.ours));
        const QString theirs = tr("The other one: %1").arg(said(conflict.theirs));
        QStringList texts{head + u'\n' + ours + u'\n' + theirs};
        if (texts.first().size() > limits::kLongest<&Note::text>)
            texts = QStringList{head + u'\n' + theirs};
        if (texts.first().size() > limits::kLongest<&Note::text>)
            texts = QStringList{head, conflict.theirs};
        for (const QString& text : std::as_const(texts)) {
            const QByteArray key = (conflict.element.toString() + conflict.what + text).toUtf8();
            qint64 id = qint64(XXH3_64bits(key.constData(), std::size_t(key.size())) &
                               quint64(std::numeric_limits<qint64>::max()));
            while (id == 0 || design.notes.contains(NoteId(id)))
                ++id;
            Note note;
            note.id = NoteId(id);
            const Element* element = design.elements.find(conflict.element);
            const bool holds =
                element && (element->type == ElementType::Block || element->type == ElementType::Frame ||
                            element->type == ElementType::Connection);
            note.subject = holds ? conflict.element : ElementId();
            note.kind = NoteKind::Question;
            note.text = holds || !conflict.element ? text : tr("%1: %2").arg(conflict.caption, text);
            note.order = order += kOrderGap;
            design.notes.put(note);
        }
    }
}

bool isConflictMark(const Note& note) {
    if (note.kind != NoteKind::Question)
        return false; // asked of every note that is painted
    const QString head = markHead().section(u"%1"_s, 0, 0);
    return note.text.startsWith(head) || (!note.subject && note.text.contains(u": "_s + head));
}

QList<NoteId> conflictMarks(const Design& design) {
    QList<NoteId> marks;
    for (const Note* note : design.notes.sorted(isConflictMark))
        marks.append(note->id);
    return marks;
}

} // namespace groundplan
