#include "model/exchange/json_unsaid.h"

using namespace Qt::StringLiterals;

namespace groundplan {

void recogniseUnsaid(const QJsonObject& written, const Recognition& recognition, const Catalogue& catalogue,
                     Block& block) {
    Recognition::Said said;
    for (const QString& line : block.title.split(u'\n'))
        said.lines << line.simplified();
    said.lines.removeAll(QString());
    const QString name = written.value("name"_L1).toString();
    if (said.lines.isEmpty())
        said.lines << name;
    // A product that the row names says of the kind what an icon would.
    said.hints = {block.technology, name};
    said.hints.removeAll(QString());
    Block heard;
    NotTaken unheard; // the title stays in the block, whatever is made of it here
    recognition.read(said, {}, heard, unheard);
    if (!written.contains("kind"_L1))
        block.kind = heard.kind;
    if (!written.contains("technology"_L1))
        block.technology = heard.technology;
    const Kind* kind = catalogue.kind(block.kind);
    if (kind && !written.contains("ml"_L1))
        block.ml = kind->ml;
    if (kind && !written.contains("path"_L1))
        block.path = kind->path;
}

} // namespace groundplan
