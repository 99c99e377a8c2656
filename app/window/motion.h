#pragma once

#include <QObject>

namespace groundplan {

/// Whether things may glide, or the system asks for less motion: GNOME and the desktop portal by
/// "enable-animations", KDE by its factor of animations. Qt 6.4 has no word for it.
class Motion : public QObject {
    Q_OBJECT
public:
    explicit Motion(QObject* parent = nullptr);
    bool isWanted() const { return wanted_; }
    void setWanted(bool wanted) { wanted_ = wanted; } ///< for tests

private:
    bool wanted_ = true;
};

} // namespace groundplan
