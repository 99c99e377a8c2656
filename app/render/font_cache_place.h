#pragma once

#include <QTemporaryDir>

#include <optional>

namespace groundplan {

/// A place for what fontconfig keeps of the fonts it has read, where the user has none: in a container with a
/// read-only home it says so on standard error once for each folder of fonts. To be made before the first
/// font is asked for; what is in it goes with it.
class FontCachePlace {
public:
    FontCachePlace();

private:
    std::optional<QTemporaryDir> folder_;
};

} // namespace groundplan
