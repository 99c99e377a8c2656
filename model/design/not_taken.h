#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace groundplan {

/// What could not be taken over, item by item. A text that is lost gets a sentence of its own that quotes it;
/// things of one sort share a sentence that names them. Of a hostile file's hundred thousand only the first
/// are kept, the others counted.
class NotTaken {
public:
    /// One thing, which the sentence names.
    void add(const QString& sentence);
    /// One of the things that the sentence's %1 names, in quotation marks where it is a text: see called().
    void add(const QString& sentence, const QString& thing);
    void prepend(const QString& sentence);
    /// What was done to all of it and lost nothing: it is no thing of the list and stands apart from it.
    void tell(const QString& sentence);
    /// All that another list says; ids of its things begin with `prefix` from now on.
    void take(const NotTaken& other, const QString& prefix = {});
    /// Things are called by their titles on the board, as soon as they are known; empty: it has none.
    void name(const std::function<QString(const QString& id)>& titleOf);
    /// At most `longest` characters of a text of `whose`; says so when some are lost.
    QString clipped(const QString& text, qsizetype longest, const QString& whose);

    /// One line each.
    QStringList sentences() const;
    /// The same for a list that is read one by one: a sentence names a few things only, each on its line.
    QStringList lines() const;
    const QStringList& told() const { return told_; }
    /// How many things they speak of.
    int items() const { return items_; }
    bool isEmpty() const { return items_ == 0; }

    /// The beginning of a text in quotation marks, as a name for what it stands on; `otherwise` for none.
    static QString called(const QString& text, const QString& otherwise = {});
    /// Of a thing of the file that may become something on the board: what that is called, see name(); else
    /// the first line of its words, as called() says them.
    static QString thing(const QString& id, const QString& words,
                         const QString& otherwise = QStringLiteral("?"));
    /// Of a connection between things that are called so, "“A” → “B”", with the label, if it has one, before
    /// it; "?" for an end that is called nothing.
    static QString link(const QString& from, const QString& to, const QString& label = {});
    /// The beginning of a text on one line: as long as names are at most.
    static QString beginning(const QString& text);
    /// All of a text that is lost, in bounds, in quotation marks.
    static QString quoted(const QString& text);

private:
    struct Line {
        QString sentence;
        QStringList things; ///< for %1; none: it names its thing itself
        int more = 0;
    };
    QList<Line> lines_;
    QStringList told_;
    QHash<QString, qsizetype> shared_; ///< by sentence
    int items_ = 0;
    int more_ = 0;
};

} // namespace groundplan
