#pragma once

#include "app/panels/panel_host.h"

class QLineEdit;

namespace groundplan {

class ContinuedField;
class GrowingTextEdit;

/// A field with its binding, which belongs to it.
template <class Widget>
struct BoundField {
    Widget* widget;
    ContinuedField* binding;
};

BoundField<QLineEdit> lineField(PanelHost& host, const QString& placeholder = {});
BoundField<GrowingTextEdit> textField(PanelHost& host, const QString& placeholder = {}, int lines = 1);
/// Without a frame until it is entered.
BoundField<GrowingTextEdit> quietField(PanelHost& host, const QString& placeholder = {});

} // namespace groundplan
