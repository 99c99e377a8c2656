#pragma once

#include "model/design/not_taken.h"
#include "model/exchange/d2_syntax.h"

#include <QHash>
#include <QMap>

#include <deque>
#include <optional>

namespace groundplan::d2 {

/// What a class, a shape or a connection is given.
struct Looks {
    std::optional<QString> label;
    QString language; ///< of a label that is a block of text
    QString shape, icon, tooltip, link, near, direction;
    QStringList classes;
    QHash<QString, QString> style; ///< "stroke-dash" by lower-case name
    QMap<QString, QString> layout; ///< "width", "top", "grid-rows"
    QString constraint;            ///< of a column of a table: "primary_key"
    struct End {
        QString label, shape;
    };
    End atSource, atTarget; ///< of a connection
};

struct Object {
    QString key; ///< as it was written
    Object* parent = nullptr;
    Looks looks;
    QList<Object*> inside;
    QHash<QString, Object*> byKey; ///< by folded key
    bool gone = false;             ///< set to null
};

struct Connection {
    Object* source = nullptr;
    Object* target = nullptr;
    Arrow arrow;
    Looks looks;
    bool gone = false;
};

/// The objects that the entries of a file mean: keys found or made in their containers, attributes put where
/// they belong. Addresses stay as they are.
class Board {
public:
    /// What makes no part of a design is said in notTaken(). False: `cancelled`, or more objects than
    /// exchange_limits.h allows (then the line is in overLine()); connections are the parser's to count.
    bool take(const QList<Entry>& entries, const std::atomic<bool>* cancelled);

    Object& root() { return objects_.front(); }
    const std::deque<Object>& objects() const { return objects_; }
    const std::deque<Connection>& connections() const { return connections_; }
    /// A class that `classes` of the file describes, or nullptr.
    const Looks* classCalled(const QString& name) const;
    /// The text with "${a.b}" replaced by the variables of the file, as often as they stand for each other,
    /// in bounds; a variable that is not there stays.
    QString substituted(const QString& text) const;
    const NotTaken& notTaken() const { return notTaken_; }
    qsizetype overLine() const { return overLine_; }

private:
    bool takeInto(const QList<Entry>& entries, Object& container);
    bool takeEntry(const Entry& entry, Object& container);
    bool takeConnections(const Entry& entry, Object& container);
    bool takeReference(const Entry& entry, Object& container);
    Object* find(const Path& path, Object& container, qsizetype* attribute = nullptr);
    Object* childOf(Object& container, const QString& key);
    void takeAttribute(const Path& path, qsizetype from, const Entry& entry, Object& object);
    void takeClass(const Path& path, qsizetype from, const Entry& entry);
    void takeVariable(const Path& path, qsizetype from, const Entry& entry, const QString& prefix, int depth);
    bool isCancelled() const { return cancelled_ && cancelled_->load(std::memory_order_relaxed); }

    std::deque<Object> objects_{Object()};
    std::deque<Connection> connections_;
    QHash<std::pair<Object*, Object*>, QList<Connection*>> between_;
    QHash<QString, Looks> classes_;
    QHash<QString, QString> variables_;
    NotTaken notTaken_;
    qsizetype overLine_ = 0;
    const std::atomic<bool>* cancelled_ = nullptr;
};

} // namespace groundplan::d2
