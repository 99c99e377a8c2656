#pragma once

#include <QByteArray>
#include <QString>

class QPDF;

namespace groundplan {

/// Attaches a whole document (documentBytes()) to a PDF, where readers show it under that title and
/// embeddedSource() finds it; no bytes: nothing is attached. May throw, as qpdf does.
void attachSource(QPDF& pdf, const QByteArray& document, const QString& title);

} // namespace groundplan
