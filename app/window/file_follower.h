#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace groundplan {

class Document;

/// Looks once a second whether another program has written to a document's file, or replaced it, and takes it
/// in. A look that finds nothing costs some microseconds and does not wait for anybody; our own writes are
/// none of its business.
class FileFollower : public QObject {
    Q_OBJECT
public:
    /// `atRest`: whether now is a good moment; asked before each look by itself.
    FileFollower(std::function<bool()> atRest, QObject* parent);

    void follow(Document* document); ///< not owned; until it is deleted
    /// At once, whatever goes on.
    void look();

Q_SIGNALS:
    /// What was found could not be taken in; there is no further look by itself before look() is called or
    /// the document changes.
    void failed(const QString& sentence);

private:
    std::function<bool()> atRest_;
    QPointer<Document> document_;
    QTimer timer_;
};

} // namespace groundplan
