#pragma once

#include "model/framework/framework.h"
#include "model/framework/practice_case.h"
#include "model/framework/sheets.h"
#include "model/framework/topics.h"

namespace groundplan {

/// Topics (of requirements and of decisions), sheets, frameworks and cases. Loaded once and passed on; a
/// value, immutable afterwards.
class Templates {
public:
    /// Loads the folders topics, sheets, frameworks and cases of each of `roots` in turn; what a later root
    /// has under the same name takes the place of the earlier one. Names that the catalogue or the other
    /// templates do not know, and all else that is wrong, are said in `problems` (one sentence with the file
    /// and its line, or with the file, the entry and the key); the rest still loads.
    static Templates load(const QStringList& roots, const Catalogue& catalogue,
                          QStringList* problems = nullptr);

    enum class Sort { Framework, Case };
    /// What is wrong with a file of that sort that stands beside these templates; empty: nothing.
    QStringList problemsIn(const QString& path, Sort sort, const Catalogue& catalogue) const;

    const QList<Topic>& topics() const { return topics_; } ///< by group, then as written
    const QList<DecisionTopic>& decisionTopics() const { return decisionTopics_; } ///< as written
    const QList<Sheet>& sheets() const { return sheets_; }
    const QList<Framework>& frameworks() const { return frameworks_; } ///< by their order, then by name
    const QList<PracticeCase>& cases() const { return cases_; }        ///< by name

    // nullptr: there is none of that name.
    const Topic* topic(const QString& name) const;
    const DecisionTopic* decisionTopic(const QString& name) const;
    const Sheet* sheet(const QString& name) const;
    const SheetField* field(const QString& name) const; ///< "data.split"
    const Framework* framework(const QString& name) const;
    const PracticeCase* practiceCase(const QString& name) const;

    /// The sheets of a block of that kind; of the board for an empty one.
    QList<const Sheet*> sheetsFor(const QString& kind, const Catalogue& catalogue) const;

private:
    friend class TemplateLoader;
    QList<Topic> topics_;
    QList<DecisionTopic> decisionTopics_;
    QList<Sheet> sheets_;
    QList<Framework> frameworks_;
    QList<PracticeCase> cases_;
};

} // namespace groundplan
