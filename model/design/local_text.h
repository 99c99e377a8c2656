#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace groundplan {

/// One text in several languages, as template data holds it ({"en": "...", "ru": "..."} or a bare string).
class LocalText {
public:
    LocalText() = default;
    explicit LocalText(QHash<QString, QString> byLanguage)
        : byLanguage_(std::move(byLanguage)) {}
    /// The text in `language` ("en", "pt_BR": falls back to "pt"), else English, else any; empty when there
    /// is none.
    QString in(const QString& language) const;
    bool isEmpty() const { return byLanguage_.isEmpty(); }
    /// The text in every language there is, in no particular order.
    QStringList all() const { return byLanguage_.values(); }

private:
    QHash<QString, QString> byLanguage_;
};

} // namespace groundplan
