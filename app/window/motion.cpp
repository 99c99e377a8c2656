#include "app/window/motion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// "AnimationDurationFactor" of the group "KDE": 0 is none.
bool kdeWantsMotion() {
    const QString file = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, u"kdeglobals"_s);
    return file.isEmpty() ||
           QSettings(file, QSettings::IniFormat).value(u"KDE/AnimationDurationFactor"_s, 1).toDouble() > 0;
}

} // namespace

Motion::Motion(QObject* parent)
    : QObject(parent)
    , wanted_(kdeWantsMotion()) {
    // A program without a desktop must not start a bus of its own.
    if (!wanted_ || qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusMessage question = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s,
                                                           u"/org/freedesktop/portal/desktop"_s,
                                                           u"org.freedesktop.portal.Settings"_s, u"Read"_s);
    question << u"org.gnome.desktop.interface"_s << u"enable-animations"_s;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        // The portal wraps the value once more.
        if (reply.isValid()) {
            QVariant value = reply.value().variant();
            if (value.canConvert<QDBusVariant>())
                value = value.value<QDBusVariant>().variant();
            wanted_ = value.toBool();
        }
        watcher->deleteLater();
    });
}

} // namespace groundplan
