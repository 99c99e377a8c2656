#include "model/document/sqlite.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <sqlite3.h>

#include <csignal>
#include <utility>

namespace groundplan::sqlite {

namespace {
// Longest text, blob or row SQLite hands out: a changeset of a paste of everything our limits allow fits.
constexpr int kLongestValue = 512 * 1024 * 1024;
constexpr int kBusyMilliseconds = 5000;

sqlite3_destructor_type transient() {
    return SQLITE_TRANSIENT; // NOLINT: SQLite's own cast
}

/// A file that may not grow beyond a limit of the system is to fail as a full disk does, instead of ending
/// the program.
void meetFileLimitAsError() {
    static const bool once = [] { return std::signal(SIGXFSZ, SIG_IGN) != SIG_ERR; }();
    Q_UNUSED(once)
}

void harden(sqlite3* db) {
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, kBusyMilliseconds);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kLongestValue);
    sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 100'000);
    sqlite3_limit(db, SQLITE_LIMIT_COLUMN, 200);
    sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 50);
    sqlite3_limit(db, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 1); // VACUUM INTO needs one
    sqlite3_exec(db, "PRAGMA mmap_size=0; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON", nullptr,
                 nullptr, nullptr);
}
} // namespace

Statement::Statement(sqlite3* db, const QByteArray& sql) {
    code_ = sqlite3_prepare_v2(db, sql.constData(), int(sql.size()), &statement_, nullptr);
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr))
    , code_(other.code_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(statement_, other.statement_);
    std::swap(code_, other.code_);
    return *this;
}

Statement& Statement::bind(int parameter, qint64 value) {
    sqlite3_bind_int64(statement_, parameter + 1, value);
    return *this;
}

Statement& Statement::bind(int parameter, const Cell& cell) {
    switch (cell.type) {
    case CellType::Integer:
        return bind(parameter, cell.integer);
    case CellType::Text:
        return bindText(parameter, cell.bytes);
    case CellType::Blob:
        return bindBlob(parameter, cell.bytes);
    default:
        sqlite3_bind_null(statement_, parameter + 1);
        return *this;
    }
}

Statement& Statement::bindText(int parameter, const QByteArray& utf8) {
    sqlite3_bind_text(statement_, parameter + 1, utf8.constData(), int(utf8.size()), transient());
    return *this;
}

Statement& Statement::bindBlob(int parameter, const QByteArray& bytes) {
    // A null pointer would bind NULL; an empty blob is a value.
    sqlite3_bind_blob(statement_, parameter + 1, bytes.isEmpty() ? "" : bytes.constData(), int(bytes.size()),
                      transient());
    return *this;
}

bool Statement::step() {
    if (!statement_)
        return false;
    code_ = sqlite3_step(statement_);
    return code_ == SQLITE_ROW;
}

bool Statement::run() {
    step();
    const bool done = ok();
    reset();
    return done;
}

void Statement::reset() {
    if (statement_)
        sqlite3_reset(statement_);
}

bool Statement::ok() const {
    return statement_ && (code_ == SQLITE_OK || code_ == SQLITE_ROW || code_ == SQLITE_DONE);
}

int Statement::columnCount() const {
    return sqlite3_column_count(statement_);
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

QByteArray Statement::bytes(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return QByteArray(data, sqlite3_column_bytes(statement_, column));
}

CellView Statement::cell(int column) const {
    CellView view;
    // Looked up once. Asking such a value is for one thread at a time, as our connections are.
    sqlite3_value* value = sqlite3_column_value(statement_, column);
    view.type = CellType(sqlite3_value_type(value));
    if (view.type == CellType::Integer) {
        view.integer = sqlite3_value_int64(value);
    } else if (view.type == CellType::Text || view.type == CellType::Blob) {
        const auto* data = static_cast<const char*>(sqlite3_value_blob(value));
        view.bytes = QByteArrayView(data, sqlite3_value_bytes(value));
    }
    return view;
}

struct Connection::Deadline {
    QDeadlineTimer timer;
    static int expired(void* self) { return static_cast<Deadline*>(self)->timer.hasExpired() ? 1 : 0; }
};

Connection::Connection() = default;
Connection::~Connection() {
    close();
}

Connection::Connection(Connection&& other) noexcept
    : db_(std::exchange(other.db_, nullptr))
    , deadline_(std::move(other.deadline_)) {}

Connection& Connection::operator=(Connection&& other) noexcept {
    if (this != &other) {
        close();
        db_ = std::exchange(other.db_, nullptr);
        deadline_ = std::move(other.deadline_);
    }
    return *this;
}

tl::expected<Connection, int> Connection::open(const QString& path, Access access) {
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case Access::ReadOnly:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Access::ReadWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Access::Create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    }
    meetFileLimitAsError();
    Connection connection;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &connection.db_, flags, nullptr);
    if (code != SQLITE_OK) {
        connection.close();
        return tl::unexpected(code);
    }
    harden(connection.db_);
    return connection;
}

bool Connection::exec(const char* sql) {
    return sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

qint64 Connection::number(const QByteArray& sql, qint64 otherwise) const {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : otherwise;
}

int Connection::lastCode() const {
    return db_ ? sqlite3_extended_errcode(db_) : SQLITE_MISUSE;
}

QString Connection::lastMessage() const {
    return db_ ? QString::fromUtf8(sqlite3_errmsg(db_)) : QStringLiteral("not open");
}

void Connection::close() {
    if (db_) {
        sqlite3_close_v2(db_);
        db_ = nullptr;
    }
}

void Connection::setDeadline(int milliseconds) {
    if (milliseconds <= 0) {
        sqlite3_progress_handler(db_, 0, nullptr, nullptr);
        deadline_.reset();
        return;
    }
    deadline_ = std::make_unique<Deadline>();
    deadline_->timer.setRemainingTime(milliseconds);
    sqlite3_progress_handler(db_, 10'000, &Deadline::expired, deadline_.get());
}

QByteArray quoted(const QString& text) {
    QByteArray utf8 = text.toUtf8();
    utf8.replace('\'', "''");
    return '\'' + utf8 + '\'';
}

QString reasonOf(int code) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("sqlite", text); };
    switch (code & 0xff) {
    case SQLITE_FULL:
        return tr("the disk is full");
    case SQLITE_READONLY:
        return code == SQLITE_READONLY_DBMOVED
                   ? tr("the file was moved, replaced or deleted by another program")
                   : tr("the file or its folder is read-only");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return tr("another program is writing to it");
    case SQLITE_IOERR:
        return tr("the disk reports an error or is full");
    case SQLITE_CANTOPEN:
        return tr("the file cannot be opened");
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return tr("the permission is missing");
    case SQLITE_CORRUPT:
        return tr("the file is damaged");
    case SQLITE_NOTADB:
        return tr("it is not a database");
    case SQLITE_NOMEM:
        return tr("the memory is exhausted");
    case SQLITE_TOOBIG:
        return tr("a value is too large");
    case SQLITE_INTERRUPT:
        return tr("reading it took too long");
    case SQLITE_CONSTRAINT:
        return tr("a value is out of range");
    default:
        return QString::fromUtf8(sqlite3_errstr(code));
    }
}

} // namespace groundplan::sqlite
