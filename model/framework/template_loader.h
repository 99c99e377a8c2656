#pragma once

#include "model/framework/evidence_reader.h"
#include "model/framework/templates.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <memory>

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

    /// Says behind the last problem what it led to.
    void sayLeftOut(const QString& sentence);
    /// Puts a framework or a case in its place: not beside one of the same name in this root, and, when parts
    /// of it were lost (`whole` is false), not over one of an earlier root that is sound.
    template <class Entry>
    void put(QList<Entry>& list, Entry entry, bool whole);

    bool isTechnology(const QString& name) const;
    bool isKnown(const NamedElsewhere& reference) const;
    void checkChoices(const NamedElsewhere& reference);
    void checkReferences();
    void finishCases();
    /// Gives evidence of decisions the words that speak of them.
    void finishEvidence(QList<Evidence>& evidence) const;

    Templates& templates_;
    const Catalogue& catalogue_;
    QStringList& problems_;
    std::shared_ptr<const DecisionQuestions> decisionQuestions_; ///< of all that was loaded
    QList<NamedElsewhere> references_;
    QHash<QString, QString> here_; ///< of the present root: the paths of what has been put, by sort and name
};

template <class Entry>
void TemplateLoader::put(QList<Entry>& list, Entry entry, bool whole) {
    const auto say = [this, &entry](const char* sentence, const QString& other) {
        problems_ << QCoreApplication::translate("Templates", sentence).arg(entry.path, entry.name, other);
    };
    const auto same = std::find_if(list.begin(), list.end(),
                                   [&entry](const Entry& other) { return other.name == entry.name; });
    const QString key = QString::fromLatin1(std::is_same_v<Entry, Framework> ? "f " : "c ") + entry.name;
    if (here_.contains(key)) {
        say(QT_TRANSLATE_NOOP("Templates", "%1, key “name”: %3 is called “%2”, too; this file was left out."),
            here_.value(key));
        return;
    }
    if (same != list.end() && !whole) {
        say(QT_TRANSLATE_NOOP("Templates", "%1: parts of it cannot be used; “%2” stays as it is in %3."),
            same->path);
        return;
    }
    here_.insert(key, entry.path);
    if (same != list.end())
        *same = std::move(entry);
    else
        list.append(std::move(entry));
}

} // namespace groundplan
