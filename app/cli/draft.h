#pragma once

#include "app/cli/arguments.h"
#include "model/document/document.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <memory>

namespace groundplan::cli {

/// A file of that name is not to be replaced, unless --force says so.
Result<void> refuseExisting(const QString& path, const Arguments& arguments);

/// All of a file, or of standard input for "-".
Result<QByteArray> readWhole(const QString& path);

/// A document that is not yet where it belongs: it lives in a temporary folder of its own until save(), so
/// that a failure leaves nothing behind and an existing file as it was.
class Draft {
public:
    /// For a document that is to be saved as `path`.
    static Result<std::unique_ptr<Draft>> make(const QString& path);

    /// The document that these bytes are (a .gplan file that passed every check), history and all.
    static Result<std::unique_ptr<Draft>> of(const QByteArray& bytes, const QString& path);

    /// A copy of the document `source`, with its history, to be changed and saved as `path`.
    static Result<std::unique_ptr<Draft>> copy(const QString& source, const QString& path, Console& console);

    Document& document() { return *document_; }
    /// In place of a failure to write the draft, whose own name says nothing to anybody.
    static Failure notMade(const Error& error, const QString& path);
    QString fileBeside(const QString& name) const { return folder_.filePath(name); }

    /// Moves the document to `path`, replacing what is there whole. `shown`: what that is called in what is
    /// said, where the path is somebody's temporary one.
    Result<void> save(const QString& path, Console& console, const QString& shown = {});

private:
    static Result<std::unique_ptr<Draft>> empty();

    QTemporaryDir folder_;
    std::unique_ptr<Document> document_; // goes before its folder
};

} // namespace groundplan::cli
