#include "model/exchange/mermaid_own.h"

#include "model/exchange/mermaid_parts.h"

#include <array>

using namespace Qt::StringLiterals;

namespace groundplan::mermaid {
namespace {

constexpr std::array<FlowLine, wordCount<Flow>()> kFlowLines = {{
    {"---", "-->", ""},                                                             // request
    {"---", "-->", "stroke:#0f766e,stroke-width:2.5px"},                            // stream
    {"-.-", "-.->", "stroke-dasharray:9 5"},                                        // batch
    {"-.-", "-.->", "stroke:#6d28d9,stroke-width:2.5px,stroke-dasharray:10 3 2 3"}, // training data
    {"===", "==>", "stroke:#be185d,stroke-width:4.5px"},                            // model artifact
    {"-.-", "-.->", "stroke:#9a5b0a,stroke-width:2.5px,stroke-dasharray:4 3"},      // feedback
    {"-.-", "-.->", "stroke:#c2410c,stroke-dasharray:2 3"},                         // telemetry
}};
constexpr QLatin1StringView kKind("kind_"), kGroup("group_");

} // namespace

const FlowLine& lineOf(Flow flow) {
    return kFlowLines[std::size_t(flow)];
}

std::optional<Flow> flowOfStyle(const QHash<QString, QString>& properties) {
    static const QList<QHash<QString, QString>> styles = [] {
        QList<QHash<QString, QString>> all;
        for (const FlowLine& line : kFlowLines)
            all.append(propertiesOf(QString::fromLatin1(line.style)));
        return all;
    }();
    const qsizetype at = styles.indexOf(properties);
    return at < 0 ? std::nullopt : std::optional(Flow(at));
}

QByteArray classOf(const QString& kind) {
    return kKind.data() + kind.toUtf8().replace('-', '_');
}

bool takeOwnClass(const QString& name, Diagram::Node& node) {
    const bool kind = name.startsWith(kKind);
    if (!kind && !name.startsWith(kGroup))
        return false;
    if (kind)
        node.kind = name.sliced(kKind.size()).replace(u'_', u'-');
    const QStringList lines = node.label.split(u'\n');
    if (lines.size() == 2 && node.type == Diagram::NodeType::Block) {
        node.label = lines[0];
        node.technology = lines[1];
    }
    return true;
}

bool isOwnClass(const QString& name) {
    return name == QLatin1StringView(kFrames) || name.startsWith(kKind) || name.startsWith(kGroup);
}

} // namespace groundplan::mermaid
