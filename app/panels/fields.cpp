#include "app/panels/fields.h"

#include "app/panels/continued_field.h"
#include "app/panels/growing_text_edit.h"

#include <QLineEdit>

namespace groundplan {

BoundField<QLineEdit> lineField(PanelHost& host, const QString& placeholder) {
    auto* field = new QLineEdit;
    field->setPlaceholderText(placeholder);
    return {field, new ContinuedField(field, host)};
}

BoundField<GrowingTextEdit> textField(PanelHost& host, const QString& placeholder, int lines) {
    auto* field = new GrowingTextEdit;
    field->setPlaceholderText(placeholder);
    field->setMinimumLines(lines);
    return {field, new ContinuedField(field, host)};
}

BoundField<GrowingTextEdit> quietField(PanelHost& host, const QString& placeholder) {
    const auto field = textField(host, placeholder);
    field.widget->setQuiet();
    return field;
}

} // namespace groundplan
