#pragma once

#include "model/design/error.h"
#include "model/document/cell.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace groundplan::sqlite {

/// One prepared statement. Parameters and columns count from 0.
class Statement {
public:
    Statement() = default;
    Statement(sqlite3* db, const QByteArray& sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;

    bool isValid() const { return statement_ != nullptr; }
    Statement& bind(int parameter, qint64 value);
    Statement& bind(int parameter, const Cell& cell);
    /// The bytes are copied.
    Statement& bindText(int parameter, const QByteArray& utf8);
    Statement& bindBlob(int parameter, const QByteArray& bytes);

    /// True: a row is there. False: done, or failed (then code() is an error).
    bool step();
    /// Steps once and resets; true when it was done without an error.
    bool run();
    void reset();
    /// SQLite's extended result code of the last step; ok() for ROW and DONE.
    int code() const { return code_; }
    bool ok() const;

    int columnCount() const;
    qint64 integer(int column) const;
    QByteArray bytes(int column) const;
    /// A view into the current row; valid until the next step.
    CellView cell(int column) const;

private:
    sqlite3_stmt* statement_ = nullptr;
    int code_ = 0;
};

enum class Access { ReadOnly, ReadWrite, Create };

/// One connection, with the settings that every file of ours gets whoever wrote it (engine-notes A5):
/// defensive mode, no trusted schema, no triggers, no views, no memory mapping, limits on lengths.
class Connection {
public:
    Connection();
    ~Connection();
    Connection(Connection&& other) noexcept;
    Connection& operator=(Connection&& other) noexcept;

    /// An error holds SQLite's word for it, not yet a sentence for people.
    static tl::expected<Connection, int> open(const QString& path, Access access);

    bool isOpen() const { return db_ != nullptr; }
    sqlite3* handle() const { return db_; }
    /// True when every statement of `sql` was carried out.
    bool exec(const char* sql);
    Statement prepare(const QByteArray& sql) const { return Statement(db_, sql); }
    /// One integer, or `otherwise` when there is no row or an error.
    qint64 number(const QByteArray& sql, qint64 otherwise = 0) const;
    /// Extended code and English message of the last failure.
    int lastCode() const;
    QString lastMessage() const;
    void close();
    /// Statements that run longer than this from now on are interrupted; 0 ends the watch.
    void setDeadline(int milliseconds);

private:
    struct Deadline;
    sqlite3* db_ = nullptr;
    std::unique_ptr<Deadline> deadline_;
};

/// Quotes a path or text as an SQL literal.
QByteArray quoted(const QString& text);

/// "the disk is full", "the file cannot be written", ...: why SQLite refused, in words for people (an end of
/// a sentence).
QString reasonOf(int code);

} // namespace groundplan::sqlite
