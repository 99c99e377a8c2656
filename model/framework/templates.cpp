#include "model/framework/templates.h"

#include "model/framework/case_checks.h"
#include "model/framework/template_loader.h"

#include <QCoreApplication>

#include <algorithm>

namespace groundplan {

namespace {

template <class Entry>
const Entry* named(const QList<Entry>& list, const QString& name) {
    const auto at =
        std::find_if(list.begin(), list.end(), [&name](const Entry& entry) { return entry.name == name; });
    return at == list.end() ? nullptr : &*at;
}

} // namespace

Templates Templates::load(const QStringList& roots, const Catalogue& catalogue, QStringList* problems) {
    Templates templates;
    QStringList ignored;
    TemplateLoader loader(templates, catalogue, problems ? *problems : ignored);
    for (const QString& root : roots)
        loader.loadRoot(root);
    loader.finish();
    return templates;
}

QStringList Templates::problemsIn(const QString& path, Sort sort, const Catalogue& catalogue) const {
    Templates copy = *this;
    // Beside ours of the same name, of which nothing may be left in its place.
    const auto hasPath = [&path](const auto& entry) { return entry.path == path; };
    QStringList problems;
    TemplateLoader loader(copy, catalogue, problems);
    if (sort == Sort::Framework)
        loader.loadFramework(path);
    else
        loader.loadCase(path);
    loader.finish();
    const auto framework = std::find_if(copy.frameworks_.begin(), copy.frameworks_.end(), hasPath);
    if (sort == Sort::Framework && framework != copy.frameworks_.end() && framework->minutes() == 0)
        problems << QCoreApplication::translate("Templates", "%1, key “steps”: none of them has minutes.")
                        .arg(path);
    const auto practice = std::find_if(copy.cases_.begin(), copy.cases_.end(), hasPath);
    if (sort == Sort::Case && practice != copy.cases_.end())
        problems += lackingIn(*practice, copy);
    return problems;
}

const Topic* Templates::topic(const QString& name) const {
    return named(topics_, name);
}
const DecisionTopic* Templates::decisionTopic(const QString& name) const {
    return named(decisionTopics_, name);
}
const Sheet* Templates::sheet(const QString& name) const {
    return named(sheets_, name);
}
const Framework* Templates::framework(const QString& name) const {
    return named(frameworks_, name);
}
const PracticeCase* Templates::practiceCase(const QString& name) const {
    return named(cases_, name);
}

const SheetField* Templates::field(const QString& name) const {
    const Sheet* owner = sheet(name.section(QLatin1Char('.'), 0, 0));
    return owner ? owner->field(name) : nullptr;
}

QList<const Sheet*> Templates::sheetsFor(const QString& kind, const Catalogue& catalogue) const {
    QList<const Sheet*> found;
    for (const Sheet& sheet : sheets_) {
        if (sheet.isFor(kind, catalogue))
            found.append(&sheet);
    }
    return found;
}

} // namespace groundplan
