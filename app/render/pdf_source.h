#pragma once

#include <QByteArray>
#include <QString>

class QPDF;

namespace groundplan {

/// Attaches a whole document (documentBytes(), and `packed`: packSource() of it) to a PDF, where readers show
/// it under that title and embeddedSource() finds it. May throw, as qpdf does.
void attachSource(QPDF& pdf, const QByteArray& document, const QByteArray& packed, const QString& title);

} // namespace groundplan
