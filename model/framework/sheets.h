#pragma once

#include "model/design/catalogue.h"

namespace groundplan {

enum class FieldForm {
    Text,    ///< a line
    Lines,   ///< several
    Choice,  ///< one of `choices`
    Choices, ///< any of them
    Number,  ///< with its unit, as typed
    YesNo,   ///< "yes" or "no"
};
template <>
struct Words<FieldForm> {
    static constexpr std::array words = {"text", "lines", "choice", "choices", "number", "yes-no"};
};

struct FieldChoice {
    QString name; ///< what a property's value says ("explicit")
    LocalText title;
    LocalText hint;    ///< what it is, and when it is right
    bool idle = false; ///< it says that nothing is done ("none", "never", "not needed")
};

struct SheetField {
    QString name; ///< "SHEET.FIELD", as a property names it ("data.split")
    LocalText title;
    LocalText hint;
    LocalText bearing; ///< the trade-off or rule of thumb behind it
    FieldForm form = FieldForm::Text;
    QList<FieldChoice> choices;
};

struct SheetSection {
    QString name;
    LocalText title;
    QList<SheetField> fields;
};

/// Fields that hang on blocks of some kinds, or on the design as a whole.
struct Sheet {
    QString name; ///< "data"
    LocalText title;
    QString source;     ///< what it was written after
    QStringList groups; ///< of blocks that have it
    QStringList kinds;  ///< further ones
    bool board = false; ///< the design as a whole has it
    QList<SheetSection> sections;

    /// Whether a block of that kind has it; none: whether the board does.
    bool isFor(const QString& kind, const Catalogue& catalogue) const;
    const SheetField* field(const QString& name) const; ///< by its full name; nullptr: it has none such
};

/// A property's value of the form Choices, taken apart, and put together.
QStringList choicesIn(const QString& value);
QString valueOf(const QStringList& choices);
/// A value as its field's form shows it: choices by their titles.
QString shownValue(const SheetField& field, const QString& value, const QString& language);

} // namespace groundplan
