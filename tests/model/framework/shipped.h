#pragma once

#include "model/framework/templates.h"
#include "resources/resources.h"

namespace groundplan::shipped {

// What comes with the program, loaded once a test. For `using namespace shipped`.

inline const Catalogue& catalogue() {
    static const Catalogue loaded = [] {
        initResources();
        return Catalogue::load({templatesFolder(QStringLiteral("catalog"))});
    }();
    return loaded;
}

inline const Templates& templates() {
    static const Templates loaded = Templates::load({templatesFolder({})}, catalogue());
    return loaded;
}

} // namespace groundplan::shipped
