#pragma once

#include "model/document/document.h"
#include "model/framework/templates.h"

namespace groundplan {

/// A practice session of some document, as a list shows it.
struct PastSession {
    QString path; ///< of the document
    qint64 id = 0;
    QString practice, framework; ///< names
    QDateTime started;           ///< UTC
    int minutes = 0;             ///< planned
    qint64 elapsed = 0;          ///< milliseconds used
    bool ended = false;
    int touched = 0; ///< points of the case that appeared on the board while the clock ran
    int points = 0;  ///< that the case has; 0: it is not known here
    friend bool operator==(const PastSession&, const PastSession&) = default;
};

/// All practice sessions of the documents on this computer, in an SQLite file of the user's data folder. It
/// holds nothing that the documents do not: where it is missing, damaged or of another form, it is made anew.
class SessionCatalogue {
public:
    static QString defaultFile();
    explicit SessionCatalogue(QString file = defaultFile());

    /// What the document has now takes the place of what was known of it.
    void take(const Document& document, const Templates& templates);
    /// Reads these documents again, and those that the catalogue knows; forgets those that are gone.
    void rebuild(const QStringList& paths, const Templates& templates);
    /// Reads the documents of the sessions that are not ended once more: their clocks ran on after they were
    /// put down, if only until the program was killed. Of one that cannot be read what is known stays.
    void readNotEnded(const Templates& templates);
    /// The latest first, of documents that are there. One that several documents have (a copy of the board)
    /// is listed once, as the one has it in which it went on longest.
    QList<PastSession> sessions() const;
    /// Whether it had to be made anew since the last rebuild(), which finds again what it held.
    bool isNew() const { return new_; }

private:
    Result<void> put(const QString& path, const QList<PastSession>& sessions);

    QString file_;
    mutable bool new_ = false;
};

/// Of one session, from what its document keeps of it.
PastSession pastSession(const QString& path, const PracticeSession& session, const Templates& templates);

} // namespace groundplan
