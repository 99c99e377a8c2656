#pragma once

#include <QString>

namespace groundplan {

/// The two places that tables have in our documents: as they were made, and after VACUUM (a saved copy).
enum class PageLayout { Made, Vacuumed };

/// Puts the pages with the definitions of all tables, of an empty document of this version, over those of a
/// private copy, so that SQLite finds the roots of the tables there although their definitions are lost.
/// Whether the rows then make sense shows in reading them. `folder` takes two temporary files. False when the
/// empty document cannot be made.
bool putDefinitions(const QString& copy, PageLayout layout, const QString& folder);

} // namespace groundplan
