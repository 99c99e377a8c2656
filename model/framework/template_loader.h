#pragma once

#include "model/design/template_reader.h"
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

    QList<Evidence> evidenceIn(TemplateReader& reader, const QString& what);
    static Answer answerIn(TemplateReader& reader, const QList<Evidence>& evidence, const QString& what);
    static QList<SheetField> fieldsIn(TemplateReader& reader, const QJsonArray& fields, const QString& sheet);
    Prompt promptIn(TemplateReader& reader, const QString& what);

    /// A name that finish() looks up, and where it was read.
    struct Reference {
        EvidenceKind kind;
        QString name;
        QString path;
        QString what;
        QStringList values = {}; ///< choices of the field
    };
    bool isKnown(const Reference& reference) const;
    void checkReferences();
    void finishCases();

    Templates& templates_;
    const Catalogue& catalogue_;
    QStringList& problems_;
    QList<Reference> references_;
};

} // namespace groundplan
