#include "model/exchange/icon_titles.h"

#include "model/design/catalogue.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

QString captionOf(const Diagram::Node& node, const Recognition& recognition, const Catalogue& catalogue) {
    if (!node.name.isEmpty() && Recognition::isReadable(node.name))
        return node.name.simplified();
    for (const QString& hint : node.hints) {
        if (const QString technology = recognition.technologyOfIcon(hint); !technology.isEmpty())
            return technology;
        if (const Kind* kind = recognition.kindOf(hint))
            return kind->title.in(QLocale().name());
    }
    const Kind* plain = catalogue.kind(kPlainKind);
    return plain ? plain->title.in(QLocale().name()) : kPlainKind;
}

Diagram withProductsAsWritten(Diagram diagram, const Catalogue& catalogue) {
    const auto isCalledByIcon = [](const Diagram::Node& node) { return node.calledByIcon; };
    if (std::none_of(diagram.nodes.cbegin(), diagram.nodes.cend(), isCalledByIcon))
        return diagram;
    const Recognition recognition(catalogue);
    for (Diagram::Node& node : diagram.nodes) {
        if (!node.calledByIcon)
            continue;
        // Its other names stay: they say more than its usual one.
        const QString product = recognition.technologyOfIcon(node.label);
        QStringList letters;
        for (const QChar letter : product)
            letters << QRegularExpression::escape(letter);
        const QRegularExpression asFile(u"\\b"_s + letters.join(u" ?"_s) + u"\\b"_s,
                                        QRegularExpression::CaseInsensitiveOption |
                                            QRegularExpression::UseUnicodePropertiesOption);
        if (const auto found = asFile.match(node.label); !product.isEmpty() && found.hasMatch())
            node.label.replace(found.capturedStart(), found.capturedLength(), product);
    }
    return diagram;
}

} // namespace groundplan
