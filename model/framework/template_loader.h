#pragma once

#include "model/framework/evidence_reader.h"
#include "model/framework/templates.h"

#include <QHash>

namespace groundplan {

/// Reads the folders of Templates::load() one after the other.
class TemplateLoader {
public:
    TemplateLoader(Templates& templates, const Catalogue& catalogue, QStringList& problems)
        : templates_(templates)
        , catalogue_(catalogue)
        , problems_(problems) {}

    void loadRoot(const QString& root);
    void loadFramework(const QString& path);
    void loadCase(const QString& path);
    /// When everything is read: sorted, and each name that the templates give of another is looked up.
    void finish();

private:
    template <class Read>
    void eachFile(const QString& folder, Read read);
    void loadTopics(const QString& path);
    void loadSheet(const QString& path);

    void loadDecisionTopics(TemplateReader& reader, const QJsonArray& topics);
    QList<Evidence> evidenceIn(TemplateReader& reader, const QString& what) {
        return readEvidence(reader, what, problems_, references_);
    }
    static Answer answerIn(TemplateReader& reader, const QList<Evidence>& evidence, const QString& what);
    static QList<SheetField> fieldsIn(TemplateReader& reader, const QJsonArray& fields, const QString& sheet);
    Prompt promptIn(TemplateReader& reader, const QString& what);

    bool isKnown(const NamedElsewhere& reference) const;
    void checkReferences();
    void finishCases();
    /// Gives evidence of decisions the words that speak of them.
    void finishEvidence(QList<Evidence>& evidence) const;

    Templates& templates_;
    const Catalogue& catalogue_;
    QStringList& problems_;
    QList<NamedElsewhere> references_;
};

} // namespace groundplan
