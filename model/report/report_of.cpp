#include "model/report/report_of.h"

#include "model/report/linked_text.h"
#include "model/report/report_material.h"

namespace groundplan::report {

Design withTitles(const Design& design, const Catalogue& catalogue, const QString& language) {
    Design titled = design;
    for (const Block& block : design.blocks) {
        const Kind* kind = hasText(block.title) ? nullptr : catalogue.kind(block.kind);
        if (!kind)
            continue;
        Block row = block;
        row.title = kind->title.in(language);
        titled.blocks.put(row);
    }
    return titled;
}

Report reportOf(const Design& given, const Catalogue& catalogue, const Templates& templates,
                const ReportFacts& facts) {
    const Design design = withTitles(given, catalogue, facts.language);
    Material material(design, catalogue, templates, facts);
    Report report;
    report.title = facts.title;
    report.author = facts.author;
    report.date = facts.date;
    report.version = facts.version;
    if (const PracticeCase* practice = templates.practiceCase(design.board.practice))
        report.practice = material.in(practice->title);
    else
        report.practice = design.board.practice;

    const auto add = [&report](const Section& section) {
        if (!section.items.isEmpty() || !section.entries.isEmpty())
            report.sections.append(section);
    };
    add(taskSection(material));
    add(requirementSection(material));
    add(metricSection(material));
    add(architectureSection(material));
    add(decisionSection(material));
    for (const Section& section : sheetSections(material))
        add(section);
    add(noteSection(material));
    add(openSection(material));
    add(sessionSection(material));
    linkAddresses(report);
    return report;
}

QStringList timesOf(const Report& report) {
    const QString date = report.date.toString(Qt::ISODate); // empty when there is none
    if (report.version.isEmpty())
        return date.isEmpty() ? QStringList() : QStringList{date};
    return date.isEmpty() ? QStringList{report.version}
                          : QStringList{report.version, Text::tr("exported %1").arg(date)};
}

QHash<ElementId, QString> describedIn(const Report& report) {
    QHash<ElementId, QString> places;
    const auto take = [&places](const QList<Item>& items) {
        for (const Item& item : items) {
            for (const RowSubject& row : item.table.subjects)
                places.insert(row.subject, row.key);
        }
    };
    for (const Section& section : report.sections) {
        if (section.key != QLatin1StringView(sections::kArchitecture))
            continue;
        take(section.items);
        for (const Entry& entry : section.entries) {
            if (entry.subject)
                places.insert(entry.subject, entry.key);
            take(entry.items);
        }
    }
    return places;
}

QString reportLanguage() {
    //: The code (BCP 47) of the language into which you are translating.
    return Text::tr("en");
}

} // namespace groundplan::report
