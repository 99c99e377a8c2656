#include "model/design/asked_block.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// People start deployments, too; a gateway never does.
bool isStarted(const Block& source, const Block& target) {
    static const QRegularExpression steps(u"deploy|releas|roll.?(?:out|back)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return source.kind == "user-client"_L1 && steps.match(target.title).hasMatch();
}

} // namespace

std::optional<Block> askedBlock(const Block& source, const Block& target, const Catalogue& catalogue) {
    const Kind* router = catalogue.kind(u"load-balancer"_s);
    const bool released = target.kind == "canary"_L1 || target.kind == "shadow"_L1;
    if (!released || !router || isStarted(source, target) ||
        catalogue.usualFlow(source.kind, router->name) != Flow::Request)
        return std::nullopt;
    Block block = target;
    block.kind = router->name;
    block.ml = router->ml;
    block.path = router->path;
    return block;
}

} // namespace groundplan
