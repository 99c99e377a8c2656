#include "model/design/examples.h"

#include "model/design/template_reader.h"

#include <QCoreApplication>
#include <QDir>

namespace groundplan {

namespace {

QString tr(const char* sentence) {
    return QCoreApplication::translate("Examples", sentence);
}

} // namespace

QList<Example> loadExamples(const QString& folder, QStringList* problems) {
    QStringList ignored;
    const QDir dir(folder);
    const QString nameKey = QStringLiteral("name");
    QStringList files = dir.entryList({QStringLiteral("*.dot")}, QDir::Files, QDir::Name);
    QList<Example> examples;

    TemplateReader reader(dir.filePath(QStringLiteral("index.json")), problems ? *problems : ignored);
    if (reader.open()) {
        const QJsonArray entries = reader.array(QStringLiteral("designs"));
        reader.complainAboutUnknownKeys();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            reader.enter(entries.at(i).toObject(), tr("design %1").arg(i + 1));
            Example example;
            example.name = reader.name(nameKey);
            example.title = reader.text(QStringLiteral("title"));
            example.description = reader.text(QStringLiteral("description"));
            reader.complainAboutUnknownKeys();
            if (!reader.sound())
                continue;
            const QString file = example.name + QStringLiteral(".dot");
            if (files.removeAll(file) == 0) {
                reader.refuse(nameKey, tr("%1: there is no file %2, or it was named before."), file);
                continue;
            }
            example.path = dir.filePath(file);
            examples.append(example);
        }
    }
    for (const QString& file : std::as_const(files)) {
        const QString name = file.chopped(4);
        const LocalText title({{QStringLiteral("en"), name}});
        examples.append({name, title, {}, dir.filePath(file)});
    }
    return examples;
}

} // namespace groundplan
